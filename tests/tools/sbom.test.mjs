// The bill of materials names everything in the lock files once, and tells what is shipped from what builds and tests it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sbom } from "../../tools/sbom.mjs";
import { ROOT } from "../../tools/serve.mjs";

const { bomFormat, specVersion, components } = await sbom();
const read = (name) => readFileSync(join(ROOT, name), "utf8");

test("it is CycloneDX, with licence and checksum of every part", () => {
  assert.deepEqual([bomFormat, specVersion], ["CycloneDX", "1.5"]);
  for (const { purl, licenses, hashes } of components) {
    assert.equal(licenses.length, 1, `${purl} says nothing of its licence`);
    assert.match(hashes[0].content, /^[0-9a-f]{64,128}$/, purl);
  }
});

test("every locked crate and package stands in it once", () => {
  const crates = [...read("Cargo.lock").matchAll(/^name = "(.+)"\nversion = "(.+)"\nsource/gm)].map(([, name, version]) => `pkg:cargo/${name}@${version}`);
  const packages = Object.entries(JSON.parse(read("package-lock.json")).packages).filter(([path]) => path !== "")
    .map(([path, { version }]) => `pkg:npm/${path.replace(/^.*node_modules\//, "").replace("@", "%40")}@${version}`);
  assert.ok(crates.length > 20 && packages.length > 5);
  assert.deepEqual(components.map(({ purl }) => purl).sort(), [...new Set([...crates, ...packages])].sort());
});

test("what is shipped is what the engine is built of, each under a licence that lets others ship it", () => {
  const shipped = components.filter(({ scope }) => scope === "required");
  const names = shipped.map(({ name }) => name);
  for (const name of ["regex", "serde", "unicode-segmentation", "wasm-bindgen"]) assert.ok(names.includes(name), name);
  for (const name of ["proptest", "divan", "wasm-bindgen-test", "playwright-core"]) assert.ok(!names.includes(name), name);
  for (const { name, licenses: [{ expression }] } of shipped) assert.match(expression, /MIT|Apache-2\.0|Zlib|Unicode-3\.0/, name);
});
