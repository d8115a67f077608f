// Analyses of every article the tests have, with every shape an analysis can take.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../tools/serve.mjs";
import { ARTICLE, HOSTILE } from "./scratch.mjs";

const ARTICLES = join(ROOT, "tests", "articles");
// Longer ones say the same many times.
const LONGEST = 50_000;

/** [name, analysis] of all of them. */
export function* fixtures(api) {
  for (const name of readdirSync(ARTICLES).filter((name) => name.endsWith(".txt"))) {
    const text = readFileSync(join(ARTICLES, name), "utf8");
    yield [name, api.analyze(text)];
    yield [`${name} with tokens`, api.analyze(text, { tokens: true, includeFurniture: true, readAloud: true, published: "2024-03-02" })];
  }
  const { analysis: sample } = JSON.parse(readFileSync(join(ROOT, "www", "samples", "ferries.json"), "utf8"));
  yield ["the sample as the page has it", sample];
  yield ["the sample", api.analyze(sample.text)];
  yield ["HTML", api.analyze("<h1>Ferries</h1><p>“No,” said <b>Ann Lee</b> on Friday.</p>", { format: "html" })];
  for (const [name, text] of HOSTILE) if (text.length <= LONGEST) yield [name, api.analyze(text, { tokens: true })];
  const analysis = api.analyze(ARTICLE);
  yield ["speakers put right by hand", { ...analysis, quotes: analysis.quotes.map((quote, i) => ({ ...quote, edited: true, speaker: i === 0 ? null : quote.speaker })) }];
}
