// `npm test`: everything, and the count of it on the last line.
// usage: npm test [-- STEP ...]      runs only the named steps
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { prepare } from "../tests/npm/scratch.mjs";
import { findChromedriver } from "./browser.mjs";
import { build, buildCrashing } from "./build.mjs";
import { gold } from "./gold.mjs";
import { main, Missing, run } from "./run.mjs";
import { ROOT } from "./serve.mjs";
import { runner, setUpBrowser, setUpBuild, setUpMatrix } from "./setup.mjs";

const WASM = ["--target", "wasm32-unknown-unknown"];
const DENY = ["--", "-D", "warnings"];

/** Sums of what cargo's and Node's test runners say they ran. */
function count(output) {
  let passed = 0;
  let failed = 0;
  for (const [, p, f] of output.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed/gm)) {
    passed += Number(p);
    failed += Number(f);
  }
  for (const [, what, n] of output.matchAll(/^(?:#|ℹ) (pass|fail|cancelled) (\d+)$/gm)) {
    if (what === "pass") passed += Number(n);
    else failed += Number(n);
  }
  return { passed, failed };
}

/** A program that is right when it succeeds. */
async function check(program, args, env) {
  const { code, output } = await run(program, args, { env });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output };
}

/** Tests that said why they cannot run here; they count neither as passed nor as failed. */
const skips = (output) => [...output.matchAll(/^\s*﹣ (.+?) \([\d.]+ms\) # (.+)$/gm)].map(([, name, why]) => `${name}: ${why}`);

/** A program that runs tests and says how many: a run that executed none has failed. */
async function tests(program, args, env) {
  const { code, output } = await run(program, args, { env });
  const { passed, failed } = count(output);
  const ok = code === 0 && failed === 0 && passed > 0;
  return ok ? { passed, failed, unable: skips(output) } : { passed, failed: Math.max(failed, 1), output: `${output}${passed + failed === 0 ? "\nno test was run\n" : ""}` };
}

const wasmTests = (env) => () =>
  tests("cargo", ["test", ...WASM, "--test", "wasm"], {
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: runner(),
    CHROMEDRIVER: findChromedriver() ?? "",
    WASM_BINDGEN_TEST_TIMEOUT: "120",
    ...env,
  });

function nodeTests(folder, env) {
  const at = join(ROOT, "tests", folder);
  const files = existsSync(at) ? readdirSync(at).filter((name) => name.endsWith(".test.mjs")).sort() : [];
  if (files.length === 0) return { passed: 0, failed: 1, output: `there is no test in tests/${folder}\n` };
  return tests(process.execPath, ["--test", "--test-reporter=spec", ...files.map((name) => join(at, name))], env);
}

const STEPS = [
  ["format", () => check("cargo", ["fmt", "--check"])],
  ["clippy", () => check("cargo", ["clippy", "--quiet", "--all-targets", "--features", "train", ...DENY])],
  ["clippy-wasm", () => check("cargo", ["clippy", "--quiet", ...WASM, "--all-targets", "--features", "crash-test", ...DENY])],
  ["rust", () => tests("cargo", ["test", "--quiet", "--no-fail-fast"])],
  // What only the trainer has; the rest of the library ran without it.
  ["train", () => tests("cargo", ["test", "--quiet", "--features", "train", "--lib", "train::"])],
  ["doc", () => check("cargo", ["doc", "--quiet", "--no-deps"], { RUSTDOCFLAGS: "-D warnings" })],
  ["wasm-node", wasmTests({})],
  ["wasm-browser", wasmTests({ WASM_BINDGEN_USE_BROWSER: "1" })],
  ["wasm-worker", wasmTests({ WASM_BINDGEN_USE_DEDICATED_WORKER: "1" })],
  ["tools", () => nodeTests("tools")],
  ["package", async () => nodeTests("npm", { COPYDESK_CRASHING: await buildCrashing(), COPYDESK_PROJECT: await prepare(), COPYDESK_MATRIX: (await setUpMatrix()) ?? "" })],
  ["page", () => nodeTests("page")],
  ["gold", () => gold()],
];

/** Runs one step and says how it went; the output of a step is shown only when it failed. */
async function take([name, work]) {
  const start = performance.now();
  const { passed, failed, output, skipped, unable = [] } = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (failed > 0) console.log(`${output ?? ""}\n✖ ${name}: ${failed} failed (${seconds} s)`);
  else console.log(skipped ? `– ${skipped}` : `✔ ${name}: ${passed} passed (${seconds} s)`);
  for (const line of unable) console.log(`  – not run: ${line}`);
  return { passed, failed };
}

await main(async () => {
  const only = process.argv.slice(2);
  const unknown = only.find((name) => !STEPS.some(([step]) => step === name));
  if (unknown) throw new Missing(`there is no step ${unknown}; the steps are ${STEPS.map(([name]) => name).join(", ")}.`);
  await setUpBuild();
  await setUpBrowser();
  await build();
  let passed = 0;
  let failed = 0;
  for (const step of STEPS.filter(([name]) => only.length === 0 || only.includes(name))) {
    const result = await take(step);
    passed += result.passed;
    failed += result.failed;
  }
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
});
