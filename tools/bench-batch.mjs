// How much faster a batch is on two threads than on one.
// usage: npm run bench:batch        2,000 invented articles of 3 KB, one and two threads in turn
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main, Missing } from "./run.mjs";
import { ROOT } from "./serve.mjs";

const ARTICLES = 2_000;
const LENGTH = 3_000;
const ROUNDS = 5;
const CLI = join(ROOT, "pkg", "cli.js");
// What this machine can do at best: the same work in two programs that know nothing of each other.
const BUSY = "const end = 4e8; let x = 1; for (let i = 0; i < end; i++) x = (x * 31 + i) | 0; process.exitCode = x & 0;";

const FIRST = ["Ines", "Theo", "Zoë", "Petra", "Amadou", "Hedda", "Sefa", "Lydia", "Jonas", "Ruth"];
const LAST = ["Marlow", "Brandt", "Quill", "Holm", "Reyl", "Maas", "Oduya", "Fenwick", "Wilde", "Calloway"];
const PLACES = ["Norsund", "Keswold", "Pell", "Larkhaven", "Port Ellery", "Harrowgate Bay"];
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const THINGS = ["the harbour bridge", "the night ferry", "the reading garden", "the new tariff", "the old lighthouse", "the school kitchen"];
const FORMS = [
  ({ name, place, day, thing }) => `“Nobody asked us about ${thing},” said ${name}, a council member in ${place}, on ${day}.`,
  ({ name, thing, place }) => `${name} told reporters that ${thing} would close for 3 weeks, and that ${place} could not afford another delay.`,
  ({ last, thing }) => `Mr. ${last} added: “We have looked after ${thing} for 30 years. I do not see why we should stop now.”`,
  ({ place, thing, day }) => `The council of ${place} will vote on ${thing} on ${day}, according to people familiar with the plans.`,
  ({ name, place }) => `According to ${name}, who runs an office on the quay, half of ${place} had signed the letter before it was even printed.`,
  ({ thing, day }) => `Work on ${thing} began in March 2021 and was stopped twice, the second time on a wet ${day} in October, when the money ran out.`,
];

/** The same articles every time, each different from the others. */
function* articles() {
  let state = 12_345;
  const pick = (all) => all[(state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff) % 9_973 % all.length];
  for (let i = 0; i < ARTICLES; i++) {
    let text = `Item ${i} From ${pick(PLACES)}\n\nMarch ${1 + (i % 28)}, 2024\n`;
    while (text.length < LENGTH) {
      const last = pick(LAST);
      const facts = { last, name: `${pick(FIRST)} ${last}`, place: pick(PLACES), day: pick(DAYS), thing: pick(THINGS) };
      text += `\n${pick(FORMS)(facts)} ${pick(FORMS)(facts)}\n`;
    }
    yield { id: i, text };
  }
}

/** Seconds that programs take that run at once. */
async function seconds(...commands) {
  const start = performance.now();
  await Promise.all(commands.map(async (args) => {
    const [code] = await once(spawn(process.execPath, args, { stdio: "ignore" }), "exit");
    if (code !== 0) throw new Missing(`node ${args.join(" ")} ended with ${code}.`);
  }));
  return (performance.now() - start) / 1000;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

await main(async () => {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-bench-"));
  try {
    const file = join(folder, "articles.jsonl");
    writeFileSync(file, [...articles()].map((article) => `${JSON.stringify(article)}\n`).join(""));
    const batch = (jobs) => seconds([CLI, "--jsonl", "--jobs", String(jobs), file]);
    const rounds = [];
    for (let i = 0; i < ROUNDS; i++) {
      const best = (2 * (await seconds(["-e", BUSY]))) / (await seconds(["-e", BUSY], ["-e", BUSY]));
      const [one, two] = [await batch(1), await batch(2)];
      rounds.push({ one, two, ratio: one / two, best });
      console.log(`${one.toFixed(2)} s on one thread, ${two.toFixed(2)} s on two: ${(one / two).toFixed(2)} times as fast; this machine at best ${best.toFixed(2)}`);
    }
    const of = (key) => median(rounds.map((round) => round[key]));
    console.log(`medians: ${Math.round(ARTICLES / of("one"))} and ${Math.round(ARTICLES / of("two"))} articles a second, ${of("ratio").toFixed(2)} times as fast; at best ${of("best").toFixed(2)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
