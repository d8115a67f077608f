// How fast the built package reads, in Node: whole articles, the rooms, and the way across the boundary.
// usage: npm run bench            docs/performance.md says how to read it
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze } from "../pkg/node.js";
import { ROOT } from "./serve.mjs";

const LENGTHS = [10_000, 100_000, 1_000_000];
/** The rooms are looked at in an article of this length. */
const ROOM_LENGTH = 100_000;
/** Runs that warm the engine and its host up, and runs that count. */
const WARM = 5;
const RUNS = 15;

const folder = join(ROOT, "tests", "articles");
const articles = readdirSync(folder).filter((name) => name.endsWith(".txt")).sort().map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
const textOf = (length) => articles.repeat(Math.ceil(length / articles.length)).slice(0, length);

/** The least and the middle of several times. */
function summary(times) {
  const sorted = times.toSorted((a, b) => a - b);
  return { least: sorted[0], middle: sorted[sorted.length >> 1] };
}

/** Times of `work` with what `of` gives it for each run. */
function time(work, of) {
  const runs = Array.from({ length: WARM + RUNS }, (_, run) => {
    const given = of(run);
    const start = performance.now();
    work(given);
    return performance.now() - start;
  });
  return summary(runs.slice(WARM));
}

/** Another article for each run: what was found out about a sentence is kept, so its sentences differ. */
const another = (text, run) => text.replaceAll(". ", ` in ${1900 + run}. `);

/** What any reader of words must do at least, in JavaScript: the yardstick of the same run on the same machine. */
const countWords = (text) => text.split(/\s+/).length;

/** Milliseconds of every part of one reading, from the marks that the engine leaves. */
function parts(text) {
  performance.clearMarks();
  const start = performance.now();
  analyze(text, { userTiming: true });
  const end = performance.now();
  const marks = performance.getEntriesByType("mark").filter(({ name }) => name.startsWith("copydesk:"));
  const stations = [["", start], ...marks.map(({ name, startTime }) => [name.slice("copydesk:".length), startTime]), ["objects", end]];
  return stations.slice(1).map(([name, at], i) => [name === "start" ? "way in" : name === "wire" ? "way out" : name, at - stations[i][1]]);
}

const MB = 1e6;
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);
const ms = (value) => value.toFixed(value < 10 ? 2 : 1);

row("article", "least, ms", "middle, ms", "MB/s", "times the counting of words");
row("---", "---", "---", "---", "---");
for (const length of LENGTHS) {
  const text = textOf(length);
  const counted = time(countWords, () => text);
  for (const [how, of] of [["each time another", (run) => another(text, run)], ["again and again", () => text]]) {
    const bytes = Buffer.byteLength(of(0));
    const read = time(analyze, of);
    row(`${Math.round(bytes / 1000)} kB, ${how}`, ms(read.least), ms(read.middle), (bytes / MB / (read.least / 1000)).toFixed(1), (read.least / counted.least).toFixed(1));
  }
}

const text = textOf(ROOM_LENGTH);
const runs = Array.from({ length: WARM + RUNS }, () => parts(text)).slice(WARM);
const names = runs[0].map(([name]) => name);
const middles = names.map((_, i) => summary(runs.map((run) => run[i][1])).middle);
const whole = middles.reduce((a, b) => a + b);
console.log();
row("part", "middle, ms", "share");
row("---", "---", "---");
names.forEach((name, i) => row(name, middles[i].toFixed(3), `${((100 * middles[i]) / whole).toFixed(1)} %`));
