// Texts made to be slow to read, in wasm: the time must grow with their length and no faster, and stay near that of an article.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { ROOT } from "../../tools/serve.mjs";
import { installed } from "./scratch.mjs";

const { analyze } = await import(pathToFileURL(join(await installed(), "node.js")));

// Lengths in UTF-16 units, each twice the one before. Linear work takes 2, quadratic 4.
const LENGTHS = [25_000, 50_000, 100_000];
const MOST_GROWTH = 2.6;
const MOST_OF_AN_ARTICLE = 3;
// Below this a tick of the clock, or one collection of garbage, weighs more than the work.
const TICK = 2;
// A busy machine, or a compiler at work beside us, spoils single runs; what really grows too fast does so in every one.
const ROUNDS = 12;

const articles = join(ROOT, "tests", "articles");
const article = readdirSync(articles).filter((name) => name.endsWith(".txt")).map((name) => readFileSync(join(articles, name), "utf8")).join("\n");
const fill = (text, length) => text.repeat(Math.ceil(length / text.length)).slice(0, length);

const letter = (n) => String.fromCharCode(97 + (Math.floor(n) % 26));
const names = Array.from({ length: 4_000 }, (_, n) => `Ab${letter(n)}${letter(n / 26)}${letter(n / 676)} Cor${letter(n / 676)}${letter(n)}${letter(n / 26)} left. `).join("");

// Pieces that are repeated, and articles that lost what cuts them: what may be pasted by mistake.
const SHAPES = new Map([
  ...Object.entries(JSON.parse(readFileSync(join(ROOT, "tests", "hostile.json"), "utf8"))),
  ["different names", names],
  ["one line", article.replace(/\s+/g, " ")],
  ["no stops", article.replace(/[.?!]/g, ",")],
  ["capitals", article.toUpperCase()],
  ["marks before every capital", article.replace(/["“”]/g, "").replace(/\p{Lu}/gu, '"$&')],
  ["title case and no signs", article.replace(/[^\p{L}\p{N}]+/gu, " ").replace(/(?<!\p{L})\p{L}/gu, (first) => first.toUpperCase())],
]);

/** Texts that push what is kept of sentences out: their sentences are all different. */
const others = Array.from({ length: 4 }, (_, text) => Array.from({ length: 500 }, (_, n) => `Boat ${text} ${n} is in.\n\n`).join(""));

/**
 * Milliseconds of processor time, which other programs on the machine do not use up as they do those of the wall clock.
 * Nothing is remembered of the text.
 */
function time(text) {
  for (const other of others) analyze(other);
  const start = process.cpuUsage();
  analyze(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The least time of `rounds` runs, or of fewer when `enough` says so. */
function measure(text, rounds, enough = () => false) {
  const texts = LENGTHS.map((length) => fill(text, length));
  const least = LENGTHS.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    texts.forEach((text, i) => { least[i] = Math.min(least[i], time(text)); });
    if (enough(least)) break;
  }
  return least;
}

const normal = measure(article, ROUNDS).at(-1);
const grown = ([one, two, four]) => Math.max((two - TICK) / one, (four - TICK) / two);
const cost = (least) => least.at(-1) / normal;

for (const [name, piece] of SHAPES) {
  test(`time is linear in ${name}`, () => {
    const least = measure(piece, ROUNDS, (least) => grown(least) <= MOST_GROWTH && cost(least) <= MOST_OF_AN_ARTICLE);
    assert.ok(grown(least) <= MOST_GROWTH, `${LENGTHS.join(", ")} units: ${least.join(", ")} ms`);
    assert.ok(cost(least) <= MOST_OF_AN_ARTICLE, `${cost(least).toFixed(1)} times the time of an article as long`);
  });
}

test("a quadratic reader would be noticed", () => {
  assert.ok(grown([10, 40, 160]) > MOST_GROWTH);
  assert.ok(grown([10, 20, 40]) <= MOST_GROWTH);
});
