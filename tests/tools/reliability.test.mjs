// docs/reliability.md names a test for every fault; every test that it names exists.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../tools/serve.mjs";

const read = (name) => readFileSync(join(ROOT, name), "utf8");
const ROW = /^\| (\d+) \| (.+) \| (.+) \| (.+) \|$/gm;
/** One test: its file, and its name as Rust or JavaScript has it. */
const NAMED = /([\w/.-]+) (?:`(\w+)`|"([^"]+)")(?:; |$)/gy;
const FAULTS = 40;

/** Whether a file has a test of this name: a function in Rust, in JavaScript a title, which a table of cases may continue or begin. */
function has(source, name) {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`#\\[(?:wasm_bindgen_)?test\\]\\s+fn ${literal}\\(`).test(source)
    || new RegExp(`\\b(?:test|it|onPage|describe)\\((?:"${literal}"|\`${literal}|\`\\$\\{\\w+\\} ${literal}\`)`).test(source);
}

test("every fault stands in the table with its tests, and they exist", () => {
  const rows = [...read("docs/reliability.md").matchAll(ROW)];
  assert.deepEqual(rows.map(([, number]) => Number(number)), Array.from({ length: FAULTS }, (_, i) => i + 1));
  for (const [, number, , , cell] of rows) {
    const named = [...cell.matchAll(NAMED)];
    assert.equal(named.map(([whole]) => whole).join(""), cell, `${number}: not every part names a test`);
    for (const [, file, inRust, inScript] of named) {
      assert.ok(has(read(file), inRust ?? inScript), `${number}: ${file} has no test ${inRust ?? inScript}`);
    }
  }
});

test("a test that is not there would be missed", () => {
  assert.ok(has("  test(`time is linear in ${name}`, () => {", "time is linear in"));
  assert.ok(has("#[test]\nfn it_holds() {", "it_holds"));
  for (const other of ['// test("gone")', 'test("gone too"', "fn gone() {"]) assert.ok(!has(other.replace("// ", ""), "gon"), other);
});
