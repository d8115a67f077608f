// The pages made of the types' comments.
import assert from "node:assert/strict";
import { test } from "node:test";
import { entries, pages, undescribed } from "../../tools/docs.mjs";

test("everything that programs see is described", () => {
  assert.deepEqual(undescribed(), []);
});

test("every entry has a page that names what it declares", () => {
  const all = new Map(pages());
  assert.equal(all.size, entries().length);
  const index = all.get("index.md");
  for (const part of ["## analyze", "## Analysis", "## CopydeskError", "| `readonly start: number` | First code unit. |", "*constant* Version of the package.", "analyze(text: string, options?: AnalyzeOptions | null): Analysis;"]) {
    assert.ok(index.includes(part), part);
  }
  assert.match(all.get("core.md"), /Passed on from elsewhere in the package: `analyze`/);
});
