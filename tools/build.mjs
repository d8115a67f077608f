// Builds pkg/wasm for release, unless nothing has changed since the last time, and what Node imports.
// usage: node tools/build.mjs
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { finishGlue } from "./glue.mjs";
import { main, Missing, must, run } from "./run.mjs";
import { ROOT } from "./serve.mjs";
import { setUpBuild } from "./setup.mjs";

const PKG = join(ROOT, "pkg");
const STAMP = join(PKG, "wasm", ".built");
// Every browser since 2023 has vectors of 128 bits; they save about a fifteenth of the time.
const SIMD = "-Ctarget-feature=+simd128";
// What is called from one place is made part of its caller only when it is a fortieth as long as usual, what is called from
// several when it is six tenths. An engine compiles once more what runs for long, by the length of what it passes, and
// does so while the first article is read: it need not compile what is short. A tenth takes nearly twice as long for the first
// article on one core, and long ones are as fast either way once all is compiled.
const INLINING = ["-inline-instr-cost=200", "-inline-call-penalty=1000", "-inline-threshold=5400", "-inlinehint-threshold=13000"];
// Loops of articles turn a few times only. Unrolled by less than usual they run as fast, and the engine is 14 kB smaller as sent.
const UNROLLING = ["-unroll-threshold=20", "-unroll-partial-threshold=10"];
const SOURCES = ["Cargo.toml", "Cargo.lock", ".cargo", "src", "pkg/worker.js", "tools/build.mjs", "tools/glue.mjs", "package-lock.json"];
const OUTPUTS = ["copydesk.js", "copydesk.d.ts", "copydesk_bg.wasm", "worker-source.js"].map((name) => `pkg/wasm/${name}`);

function* files(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return;
  if (!statSync(full).isDirectory()) return void (yield path);
  for (const name of readdirSync(full).sort()) yield* files(`${path}/${name}`);
}

function fingerprint(paths, ...also) {
  const hash = createHash("sha256").update(also.join("\0"));
  for (const path of paths.flatMap((path) => [...files(path)])) hash.update(`\0${path}\0`).update(readFileSync(join(ROOT, path)));
  return hash.digest("hex");
}

/** What the sources are, and what was made of them: either may change behind our back. */
async function state() {
  const { output: compiler } = await run("rustc", ["--version"]);
  return `${fingerprint(SOURCES, compiler)} ${fingerprint(OUTPUTS)}`;
}

/** Whether pkg/wasm is what a release build of the sources gives. */
export async function isFresh() {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === (await state());
}

/** Sizes as they are shipped. */
export function sizes() {
  const engine = readFileSync(join(PKG, "wasm", "copydesk_bg.wasm"));
  const glue = readFileSync(join(PKG, "wasm", "copydesk.js"));
  const packed = (bytes) => brotliCompressSync(bytes).length;
  return { raw: engine.length, brotli: packed(engine) + packed(glue) };
}

/** Vectors, and names of source files in messages without this machine's folders, which differ from machine to machine. */
function compilerFlags() {
  const home = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
  const remap = [`--remap-path-prefix=${home}=/cargo`, `--remap-path-prefix=${ROOT}=/copydesk`];
  return { CARGO_ENCODED_RUSTFLAGS: [...remap, SIMD, ...[...INLINING, ...UNROLLING].map((option) => `-Cllvm-args=${option}`)].join("\x1f") };
}

async function buildEngine() {
  console.log("copydesk: building the engine for release");
  // Everything it would download is on PATH; "no-install" makes sure that it asks no other host.
  const args = ["build", "--mode", "no-install", "--target", "web", "--out-dir", "pkg/wasm", "--out-name", "copydesk", "--no-pack"];
  const { code, output } = await run("wasm-pack", args, { env: compilerFlags() });
  if (code !== 0) {
    process.stdout.write(output);
    throw new Missing("the engine does not build; the compiler's words are above.");
  }
  await finishGlue(PKG);
  writeFileSync(STAMP, await state());
  const { raw, brotli } = sizes();
  console.log(`copydesk: the engine has ${(raw / 1000).toFixed(0)} kB, ${(brotli / 1000).toFixed(0)} kB as sent (brotli, with its glue)`);
}

/** What Node imports, in one file: Node looks for every module apart, which takes as long as a tenth of the first article. */
export async function bundleNode() {
  // Not before it is asked for: who builds may be who installs it.
  const { build: bundle } = await import("esbuild");
  const [entry, outfile] = ["node.js", "node.bundle.js"].map((name) => join(PKG, name));
  const short = { minifySyntax: true, minifyWhitespace: true, legalComments: "none" };
  await bundle({ entryPoints: [entry], outfile, bundle: true, platform: "node", format: "esm", target: "node20", ...short });
}

export async function build() {
  if (!(await isFresh())) await buildEngine();
  await bundleNode();
}

/** Builds a copy of the package whose engine traps and hangs on request, and returns its folder. */
export async function buildCrashing() {
  const target = JSON.parse(await must("cargo", ["metadata", "--no-deps", "--format-version", "1"])).target_directory;
  const folder = join(target, "crash-test");
  await must("cargo", ["build", "--quiet", "--lib", "--target", "wasm32-unknown-unknown", "--profile", "bench-wasm", "--features", "crash-test"]);
  const engine = join(target, "wasm32-unknown-unknown", "bench-wasm", "copydesk.wasm");
  await must("wasm-bindgen", ["--target", "web", "--out-dir", join(folder, "wasm"), "--out-name", "copydesk", engine]);
  return folder;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await setUpBuild();
    await build();
  });
}
