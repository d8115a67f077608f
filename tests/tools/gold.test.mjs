// The reader of the evaluators' output.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../../tools/gold.mjs";

const OUTPUT = `== quotes dev
documents 2  (missing from pred: 0)
== Q layer: quote-mark-delimited spans (headline)
  body  speech=9 other=3  detect P  98.1 R  97.2 F1  97.6  non-speech left alone  66.7 (extra FP 0)
        speaker acc  94.0 (n=8)   end-to-end P  92.0 R  91.0 F1  91.5
  title speech=1 other=0  detect P  50.0 R  50.0 F1  50.0  non-speech left alone   -   (extra FP 0)
        speaker acc   -   (n=0)   end-to-end P  40.0 R  40.0 F1  40.0
  canonical name (entity) by gold source: pronoun 81.0 (n=4)  name 90.5 (n=2)
== C layer: content spans
  direct        4101     5 |  90.1  90.2  90.3 |  91.1  91.2  91.3 |  92.1  92.2  92.3 |  95.5   |  88.1  88.2  88.3 |  89.9      |   -       -
== ner some_set (core3, exact)
micro         81.00    80.00    80.50    3333    3000
== dates
dates: n=85 found 0.9000 span 0.8000 value 0.7000
== sentences
newswire              33  1482 | 1.000 0.374 0.9944 | 0.900 0.900 0.9910 | 0.900 0.900 0.9900 | 0.2295 | 0.607 0.388 0.000
== formulas
oracle: 1968/1968 values right; 0 formulas absent:
`;

test("figures are found by set and name", () => {
  const figures = parse(OUTPUT);
  for (const [name, value] of [
    ["quotes dev: body detect F1", 97.6],
    ["quotes dev: body left alone", 66.7],
    ["quotes dev: body speaker", 94],
    ["quotes dev: body end-to-end F1", 91.5],
    ["quotes dev: title end-to-end F1", 40],
    ["quotes dev: canonical name by gold source: pronoun", 81],
    ["quotes dev: direct IoU.8 F1", 91.3],
    ["quotes dev: direct end-to-end F1", 88.3],
    ["ner some_set: micro F1", 80.5],
    ["dates: value", 0.7],
    ["sentences: newswire reach F1", 0.99],
    ["formulas: values right", 1968],
  ]) {
    assert.equal(figures.get(name), value, name);
  }
  assert.ok(!figures.has("quotes dev: title left alone"), "no figure, no entry");
});
