// Figures of the package's README against the model card and the files themselves.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { ROOT } from "../../tools/serve.mjs";
import { installed } from "./scratch.mjs";

const pkg = await installed();
const readme = readFileSync(join(pkg, "README.md"), "utf8");
const card = readFileSync(join(ROOT, "src", "model", "README.md"), "utf8");

/** The cells of the row that begins with some words. */
function row(text, words) {
  const line = text.split("\n").find((candidate) => candidate.startsWith(`| ${words}`));
  assert.ok(line, `no row "${words}"`);
  return line.split("|").slice(2, -1).map((cell) => cell.trim());
}

test("accuracy is what the model card says of untouched documents", () => {
  const last = (cells) => cells.at(-1).replace(/ \(.*/, "");
  for (const words of ["quoted spans found, F1", "marks that hold no speech left alone, %", "speaker right, %", "end to end, F1", "right where marked sure / likely / check, %"]) {
    assert.equal(row(readme, words)[0], last(row(card, words)), words);
  }
  assert.equal(row(readme, "indirect statements, overlap")[0], last(row(card, "indirect statements (core), IoU of .8 or more, F1")));
  assert.equal(row(readme, "persons / places / organisations in world news, F1")[0], last(row(card, "… person / place / organisation")));
  assert.equal(row(readme, "dates, exact ISO value")[0], row(card, "dates, exact ISO value: GUM dev")[0]);
  assert.equal(row(readme, "ends of sentences, newswire, F1")[0], last(row(card, "sentence ends, reach F1: newswire, edited")).split(",")[0]);
  assert.equal(row(readme, "readability formulas, values")[0], row(card, "formulas: values of the oracle")[0]);
});

test("sizes are those of the files, within one part in thirty", () => {
  const CORE = ["analyzer.js", "api.js", "check.js", "core.js", "engine.js", "errors.js", "flat.js", "source.js", "version.js", "wasm/copydesk.js"];
  for (const [words, names] of [
    ["`copydesk_bg.wasm`", ["wasm/copydesk_bg.wasm"]],
    ["its JavaScript", CORE],
    ["the writers", ["export.js", ...readdirSync(join(pkg, "export")).map((name) => `export/${name}`)]],
  ]) {
    const files = names.map((name) => readFileSync(join(pkg, name)));
    const sums = [files, files.map((bytes) => brotliCompressSync(bytes))].map((all) => all.reduce((sum, { length }) => sum + length, 0) / 1000);
    for (const [i, cell] of row(readme, words).entries()) {
      const said = Number(/^([\d,]+) kB$/.exec(cell)[1].replace(",", ""));
      // Whole kilobytes are as exact as they get.
      assert.ok(Math.abs(said - sums[i]) <= Math.max(0.6, sums[i] / 30), `${words}: ${said} kB said, ${sums[i]}`);
    }
  }
});
