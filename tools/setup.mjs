// Installs what is missing, and says in one line what it cannot install.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import { findChromedriver, findChromium, which } from "./browser.mjs";
import { extendPath, Missing, run } from "./run.mjs";
import { ROOT } from "./serve.mjs";

const WASM = "wasm32-unknown-unknown";
const WASM_PACK = "0.15.1";

// Shared by every clone, and apart from the versions that other projects of the same person use.
const TOOLS = process.env.COPYDESK_TOOLS ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "copydesk-tools");
extendPath(join(TOOLS, "bin"));

const say = (line) => console.log(`copydesk: ${line}`);

function needNode() {
  if (Number(process.versions.node.split(".")[0]) < 20) throw new Missing(`Node 20 or newer is needed; this is ${process.version}.`);
}

async function needRust() {
  if (!which("cargo")) throw new Missing("Rust is missing: install it with rustup (https://rustup.rs), then run this again.");
  const { output } = await run("rustc", ["--print", "target-libdir", "--target", WASM]);
  if (existsSync(output.trim())) return;
  if (!which("rustup")) throw new Missing(`the Rust target ${WASM} is missing: install it with your Rust's package manager.`);
  say(`adding the Rust target ${WASM}`);
  const { code } = await run("rustup", ["target", "add", WASM]);
  if (code !== 0) throw new Missing(`the Rust target ${WASM} is missing and "rustup target add ${WASM}" failed: run it by hand to see why.`);
}

/** Installs the packages of package-lock.json when they are not there or not those. */
async function needPackages() {
  const lock = createHash("sha256").update(readFileSync(join(ROOT, "package-lock.json"))).digest("hex");
  const stamp = join(ROOT, "node_modules", ".copydesk-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  say("installing the development packages (npm ci)");
  const { code, output } = await run("npm", ["ci", "--no-audit", "--no-fund"]);
  if (code !== 0) throw new Missing(`npm ci failed: ${output.trim().split("\n").findLast((line) => line.includes("error")) ?? "no network?"}`);
  mkdirSync(join(ROOT, "node_modules"), { recursive: true });
  writeFileSync(stamp, lock);
}

/**
 * The folder where the bundlers and runtimes of tests/npm/matrix are installed: apart from the workspace, once for each lockfile
 * and shared by every clone. Null when they cannot be had.
 */
export async function setUpMatrix() {
  const files = ["package.json", "package-lock.json"].map((name) => join(ROOT, "tests", "npm", "matrix", name));
  const lock = createHash("sha256").update(readFileSync(files[1])).digest("hex").slice(0, 16);
  const folder = join(TOOLS, `matrix-${lock}`);
  const stamp = join(folder, ".installed");
  if (existsSync(stamp)) return folder;
  say("installing bundlers and runtimes to try the package in (npm ci)");
  mkdirSync(folder, { recursive: true });
  for (const file of files) copyFileSync(file, join(folder, basename(file)));
  if ((await run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder })).code !== 0) return null;
  writeFileSync(stamp, "");
  return folder;
}

/** The version of a crate that Cargo.lock has. */
export function lockedVersion(crate) {
  const lock = readFileSync(join(ROOT, "Cargo.lock"), "utf8");
  const version = new RegExp(`name = "${crate}"\\nversion = "([^"]+)"`).exec(lock)?.[1];
  if (!version) throw new Missing(`Cargo.lock has no ${crate}.`);
  return version;
}

/** Installs a program from crates.io in exactly this version, unless it is there. */
async function needCargoTool(program, crate, version) {
  const { output } = await run(program, ["--version"]);
  if (output.trim().split(/\s+/)[1] === version) return;
  say(`installing ${crate} ${version} (some minutes, once)`);
  const args = ["install", crate, "--version", version, "--root", TOOLS, "--force"];
  // A mirror that lags behind may lack a version that the lock names; without the lock cargo takes one that it has.
  for (const locked of [["--locked"], []]) {
    if ((await run("cargo", [...args, ...locked], { cwd: TOOLS })).code === 0) return;
  }
  throw new Missing(`${crate} ${version} is missing and could not be installed: run "cargo install ${crate} --version ${version}" to see why.`);
}

/** What a build needs. */
export async function setUpBuild() {
  needNode();
  await needRust();
  await needPackages();
  mkdirSync(TOOLS, { recursive: true });
  await needCargoTool("wasm-bindgen", "wasm-bindgen-cli", lockedVersion("wasm-bindgen"));
  await needCargoTool("wasm-pack", "wasm-pack", WASM_PACK);
}

/** What tests in a browser need, on top. */
export async function setUpBrowser() {
  if (findChromium() && findChromedriver()) return;
  const line = "Chromium and its driver are missing: install them (Debian: apt-get install chromium chromium-driver), then run this again.";
  if (process.getuid?.() !== 0 || !which("apt-get")) throw new Missing(line);
  say("installing Chromium and its driver (apt-get)");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-q"], { env });
  await run("apt-get", ["install", "-qy", "--no-install-recommends", "chromium", "chromium-driver"], { env });
  if (!findChromium() || !findChromedriver()) throw new Missing(line);
}

/** What the wasm-bindgen test runner is started with. */
export const runner = () => which("wasm-bindgen-test-runner") ?? "wasm-bindgen-test-runner";


