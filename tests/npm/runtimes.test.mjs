// The packed package in runtimes other than the Node that runs the tests, and for those who call require.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { ARTICLE, exec, installed } from "./scratch.mjs";
import { program, projectWith, without } from "./matrix.mjs";

const pkg = await installed();
const node = await import(pathToFileURL(join(pkg, "node.js")));
const WANTED = JSON.stringify(node.analyze(ARTICLE));
const TEXT = JSON.stringify(ARTICLE);

/** Reads at once through the package's first entry, and off the thread. */
const HERE = `
  import { analyze, createAnalyzer } from "copydesk";
  const analyzer = await createAnalyzer();
  const apart = await analyzer.analyze(${TEXT});
  console.log(JSON.stringify([JSON.stringify(analyze(${TEXT})), JSON.stringify(apart), analyzer.mode]));
  analyzer.terminate();`;

async function reads(file, args, source) {
  const root = await projectWith({ "main.mjs": source });
  const { stdout } = await exec(file, [...args, "main.mjs"], { cwd: root, timeout: 60_000, env: { ...process.env, NO_COLOR: "1" } });
  return JSON.parse(stdout);
}

test("Node, which gets all of its entry in one file", async () => {
  const bundle = await import(pathToFileURL(join(pkg, "node.bundle.js")));
  assert.deepEqual(Object.keys(bundle).sort(), Object.keys(node).sort());
  assert.deepEqual(await reads(process.execPath, [], HERE), [WANTED, WANTED, "worker"]);
});

test("Deno", { skip: without("deno") }, async () => {
  assert.deepEqual(await reads(program("deno"), ["run", "--no-remote", "--allow-read", "--allow-env"], HERE), [WANTED, WANTED, "worker"]);
});

test("Bun", { skip: without("bun") }, async () => {
  assert.deepEqual(await reads(program("bun"), ["run"], HERE), [WANTED, WANTED, "worker"]);
});

const CONFIG = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "main.js", esModule = embed "main.js"), (name = "copydesk.wasm", wasm = embed "copydesk.wasm")],
    compatibilityDate = "2026-01-01"))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]
);`;

test("workerd, which compiles no bytes: copydesk/core with a WebAssembly.Module", { skip: without("workerd") }, async () => {
  const root = await projectWith({ "source.js": `
    import module from "copydesk/copydesk.wasm";
    import { analyze, initSync } from "copydesk/core";
    initSync(module);
    export default { async fetch(request) { return Response.json(analyze(await request.text())); } };`, "config.capnp": CONFIG });
  const beside = { name: "beside", setup: (plugins) => plugins.onResolve({ filter: /\.wasm$/ }, () => ({ path: "copydesk.wasm", external: true })) };
  await build({ entryPoints: [join(root, "source.js")], bundle: true, format: "esm", outfile: join(root, "main.js"), absWorkingDir: root, conditions: ["workerd", "worker", "browser"], plugins: [beside], logLevel: "error" });
  cpSync(join(pkg, "wasm", "copydesk_bg.wasm"), join(root, "copydesk.wasm"));
  const child = spawn(program("workerd"), ["serve", "config.capnp", "--control-fd=3"], { cwd: root, stdio: ["ignore", "inherit", "inherit", "pipe"] });
  try {
    const port = await new Promise((done, fail) => {
      child.stdio[3].on("data", (data) => done(/"port":\s*(\d+)/.exec(String(data))?.[1]));
      child.once("exit", (code) => fail(new Error(`workerd ended with ${code}`)));
    });
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body: ARTICLE });
    assert.equal(await response.text(), WANTED);
  } finally {
    child.kill();
  }
});

const requires = process.features.require_module === true ? false : `Node ${process.versions.node} cannot require ES modules; 20.19, 22.12 and newer can`;
test("require(esm)", { skip: requires }, async () => {
  const root = await projectWith({ "main.cjs": `const { analyze } = require("copydesk"); process.stdout.write(JSON.stringify(analyze(${TEXT})));` });
  const { stdout } = await exec(process.execPath, ["main.cjs"], { cwd: root });
  assert.equal(stdout, WANTED);
});
