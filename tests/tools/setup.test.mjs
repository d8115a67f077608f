// The set-up on machines that lack something: programs are stood in for, nothing is installed.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { ROOT } from "../../tools/serve.mjs";

const BINDGEN = /name = "wasm-bindgen"\nversion = "([^"]+)"/.exec(readFileSync(join(ROOT, "Cargo.lock"), "utf8"))[1];
const root = mkdtempSync(join(tmpdir(), "copydesk-setup-"));
const bin = join(root, "bin");
const tools = join(root, "tools");
const log = join(root, "log");

after(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  for (const path of [bin, tools]) rmSync(path, { recursive: true, force: true });
  mkdirSync(bin, { recursive: true });
  for (const name of ["sh", "mkdir", "chmod", "cat"]) symlinkSync(["/bin", "/usr/bin"].map((at) => join(at, name)).find(existsSync), join(bin, name));
  writeFileSync(log, "");
});

/** A program that notes how it was called, then runs `body`. */
function stand(name, body = "") {
  writeFileSync(join(bin, name), `#!/bin/sh\necho "${name} $*" >> "${log}"\n${body}\n`);
  chmodSync(join(bin, name), 0o755);
}

/** Rust as it should be: the target is there, and `cargo install` makes the program asked for. */
function standRust({ install = "exit 0" } = {}) {
  stand("rustc", `echo ${root}`);
  stand("cargo", install);
}

/** Makes `cargo install` work, when `condition` holds. */
const installs = (condition) => `
  case "$*" in ${condition}) ;; *) exit 1 ;; esac
  mkdir -p "${tools}/bin"
  case "$2" in wasm-bindgen-cli) name=wasm-bindgen ;; *) name=$2 ;; esac
  printf '#!/bin/sh\\necho %s %s\\n' "$name" "$4" > "${tools}/bin/$name"
  chmod +x "${tools}/bin/$name"`;

function setUp(call) {
  const program = `import { setUpBrowser, setUpBuild } from ${JSON.stringify(join(ROOT, "tools/setup.mjs"))};
    import { main } from ${JSON.stringify(join(ROOT, "tools/run.mjs"))};
    await main(() => ${call}());`;
  const env = { PATH: bin, HOME: root, COPYDESK_TOOLS: tools };
  return new Promise((done) => {
    execFile(process.execPath, ["--input-type=module", "-e", program], { env, cwd: ROOT }, (error, stdout, stderr) => {
      done({ ok: !error, lines: stderr.trim().split("\n").filter(Boolean), called: readFileSync(log, "utf8") });
    });
  });
}

test("no Rust is one line", async () => {
  const { ok, lines } = await setUp("setUpBuild");
  assert.equal(ok, false);
  assert.equal(lines.length, 1);
  assert.match(lines[0], /Rust is missing: install it/);
});

test("a missing target is added, and when that fails it is one line", async () => {
  stand("rustc", "echo /no/such/folder");
  stand("cargo");
  stand("rustup", "exit 1");
  const { ok, lines, called } = await setUp("setUpBuild");
  assert.equal(ok, false);
  assert.equal(lines.length, 1);
  assert.match(lines[0], /wasm32-unknown-unknown is missing/);
  assert.match(called, /rustup target add wasm32-unknown-unknown/);
});

test("missing tools are installed in the lock file's versions, locked", async () => {
  standRust({ install: installs("*--locked*") });
  const { ok, lines, called } = await setUp("setUpBuild");
  assert.ok(ok, lines.join("\n"));
  assert.match(called, new RegExp(`cargo install wasm-bindgen-cli --version ${BINDGEN} --root ${tools} --force --locked`));
  assert.match(called, /cargo install wasm-pack --version [\d.]+ .*--locked/);
});

test("a registry that lacks a locked version is asked without the lock", async () => {
  standRust({ install: `case "$*" in *--locked*) exit 1 ;; esac\n${installs("*")}` });
  const { ok, called } = await setUp("setUpBuild");
  assert.ok(ok);
  assert.match(called, /wasm-bindgen-cli .*--locked\n.*wasm-bindgen-cli .*--force\n/);
});

test("tools that cannot be installed are one line", async () => {
  standRust({ install: "exit 1" });
  const { ok, lines } = await setUp("setUpBuild");
  assert.equal(ok, false);
  assert.equal(lines.length, 1);
  assert.match(lines[0], /wasm-bindgen-cli .* could not be installed/);
});

test("tools that are there are left alone", async () => {
  standRust();
  stand("wasm-bindgen", `echo wasm-bindgen ${BINDGEN}`);
  stand("wasm-pack", "echo wasm-pack 0.15.1");
  const { ok, called } = await setUp("setUpBuild");
  assert.ok(ok);
  assert.doesNotMatch(called, /cargo install/);
});

test("a missing Chromium is installed where that is allowed, else it is one line", async () => {
  const without = await setUp("setUpBrowser");
  assert.equal(without.ok, false);
  assert.equal(without.lines.length, 1);
  assert.match(without.lines[0], /Chromium and its driver are missing/);
  if (process.getuid?.() !== 0) return;
  const make = ["chromium", "chromedriver"].map((name) => `printf '#!/bin/sh\\n' > "${bin}/${name}"; chmod +x "${bin}/${name}"`).join("\n");
  stand("apt-get", `[ "$1" = install ] || exit 0\n${make}`);
  const { ok, called } = await setUp("setUpBrowser");
  assert.ok(ok);
  assert.match(called, /apt-get update[^]*apt-get install .*chromium chromium-driver/);
});
