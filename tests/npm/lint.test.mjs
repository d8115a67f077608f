// The tarball as other people's tools see it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { publint } from "publint";
import { ROOT } from "../../tools/serve.mjs";
import { exec, installed, packed } from "./scratch.mjs";

const tarball = async () => (await packed()).path;

test("publint finds nothing", async () => {
  const bytes = readFileSync(await tarball());
  const { messages } = await publint({ pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) }, strict: true });
  assert.deepEqual(messages, []);
});

test("the types are right for every kind of import (@arethetypeswrong/cli)", async () => {
  // The engine's file has no types: what an import of it gives, each bundler decides.
  const args = [join(ROOT, "node_modules", ".bin", "attw"), await tarball(), "--profile", "esm-only", "--exclude-entrypoints", "copydesk.wasm", "--format", "json"];
  const { stdout } = await exec(process.execPath, args, { maxBuffer: 1e8 }).catch((error) => error);
  const { analysis: { types, entrypoints }, problems } = JSON.parse(stdout);
  assert.equal(types.kind, "included");
  assert.ok(Object.keys(entrypoints).length >= 8, Object.keys(entrypoints).join());
  // The package is ES modules alone, and says so.
  const wrong = Object.values(problems ?? {}).flat().filter(({ kind, resolutionKind }) => kind !== "CJSResolvesToESM" && !["node10", "node16-cjs"].includes(resolutionKind));
  assert.deepEqual(wrong, []);
});

test("no script of the package puts words into markup or runs them", async () => {
  const pkg = await installed();
  const { files } = await packed();
  // The source of the worker is the glue, which is looked at by itself.
  const scripts = files.map(({ path }) => path).filter((path) => path.endsWith(".js") && path !== "wasm/worker-source.js");
  assert.ok(scripts.length > 25);
  for (const path of scripts) {
    assert.deepEqual(readFileSync(join(pkg, path), "utf8").match(/\b(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|document\.write|DOMParser|eval|new Function)\b/g), null, path);
  }
});
