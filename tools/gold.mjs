// Holds the figures of ../shared/eval against the floors of tests/gold/floors.json: { task: { "set: figure": floor } }.
// usage: node tools/gold.mjs [--show] [TASK ...]      --show prints every figure of the tasks, floor or not
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { main, Missing, run } from "./run.mjs";
import { ROOT } from "./serve.mjs";

const SHARED = join(ROOT, "..", "shared");
const FLOORS = join(ROOT, "tests", "gold", "floors.json");

// A figure as the evaluators print it: a number, or "-" for none.
const N = String.raw`\s*([\d.]+|-)\s*`;
const line = (parts, ...numbers) => new RegExp(String.raw(parts, ...numbers));

/** Precision, recall and F1 under one name. */
const prf = (name, [p, r, f1]) => ({ [`${name} P`]: p, [`${name} R`]: r, [`${name} F1`]: f1 });

// Lines of the evaluators' output, and the figures in them by name. `part` is the part of the article last named.
const LINES = [
  [
    line`^\s+(body|title)\s.*detect P${N}R${N}F1${N}non-speech left alone${N}`,
    ([part, ...v]) => ({ ...prf(`${part} detect`, v), [`${part} left alone`]: v[3] }),
  ],
  [
    line`^\s+speaker acc${N}\(n=\d+\)\s+end-to-end P${N}R${N}F1${N}`,
    ([speaker, ...v], part) => ({ [`${part} speaker`]: speaker, ...prf(`${part} end-to-end`, v) }),
  ],
  [
    line`^\s+(direct|mixed|indirect|indirect-all|all)\s+\d+\s+\d+ \|${N}${N}${N}\|${N}${N}${N}\|${N}${N}${N}\|${N}\|${N}${N}${N}\|`,
    ([kind, ...v]) => ({
      ...prf(`${kind} exact`, v),
      ...prf(`${kind} IoU.8`, v.slice(3)),
      ...prf(`${kind} IoU.3`, v.slice(6)),
      [`${kind} speaker`]: v[9],
      ...prf(`${kind} end-to-end`, v.slice(10)),
    }),
  ],
  [line`^(micro|[A-Z]+)\s+${N}\s${N}\s${N}\s\d+\s+\d+$`, ([type, ...v]) => prf(type, v)],
  [line`^CoNLL avg F1${N}`, ([f1]) => ({ "CoNLL F1": f1 })],
  [line`^dates: n=\d+ found${N}span${N}value${N}`, ([found, span, value]) => ({ found, span, value })],
  [
    line`^(\S+)\s+\d+\s+\d+ \|${N}${N}${N}\|${N}${N}${N}\|${N}${N}${N}\|`,
    ([group, ...v]) => ({ [`${group} F1`]: v[2], [`${group} inner F1`]: v[5], [`${group} reach F1`]: v[8] }),
  ],
  [line`\bany=${N}first=${N}freq=${N}poly_f1=${N}`, ([any, first, freq, poly]) => ({ any, first, freq, "poly F1": poly })],
  [line`^sentence P/R/F1${N}${N}${N}\(`, (v) => prf("sentence", v)],
  [line`^anatomy: blocks \d+ kind${N}prose P${N}R${N}F1${N}`, ([kind, ...v]) => ({ kind, ...prf("prose", v) })],
  [line`^oracle: ${N}/\d+ values right`, ([right]) => ({ "values right": right })],
  [line`^([\d.]+) (\w+) n=\d+$`, ([value, formula]) => ({ [formula]: value })],
];

/** Lists by speaker or source, "label value (n=…)", many to a line. */
const LIST = /^\s+(speaker|canonical name) \(\w+\) by ([\w ]+): (.*)$/;

/** The figures of one line by name. */
function figuresIn(text, part) {
  const list = LIST.exec(text);
  if (list) {
    const pairs = [...list[3].matchAll(/(\S+)\s+([\d.]+) \(n=\d+\)/g)];
    return pairs.map(([, label, value]) => [`${list[1]} by ${list[2]}: ${label}`, value]);
  }
  for (const [pattern, name] of LINES) {
    const found = pattern.exec(text);
    if (found) return Object.entries(name(found.slice(1), part));
  }
  return [];
}

/** Every figure of the evaluators' output, as "set: figure" → number. The first of a name counts. */
export function parse(output) {
  const figures = new Map();
  let set = "";
  let part = "";
  for (const text of output.split("\n")) {
    const heading = /^== (.*)$/.exec(text)?.[1];
    // The evaluator of quotes has headings of its own within a set.
    if (heading !== undefined && !/^(Q layer|C layer|95%)/.test(heading)) set = heading.replace(/ \(.*\)$/, "");
    part = /^\s+(body|title)\s/.exec(text)?.[1] ?? part;
    for (const [name, value] of figuresIn(text, part)) {
      const key = `${set}: ${name}`;
      if (value !== "-" && !figures.has(key)) figures.set(key, Number(value));
    }
  }
  return figures;
}

/** Runs the evaluators over one task. */
async function figuresOf(task) {
  const { code, output } = await run("bash", [join(SHARED, "eval", "score.sh"), task]);
  if (code === 127 || /python3: (command )?not found/.test(output)) throw new Missing("the gold tests need bash and python3.");
  return { figures: parse(output), output };
}

/**
 * Compares every floor. Prints the figures that fell below.
 * @returns {Promise<{ passed: number, failed: number, skipped: string | null }>}
 */
export async function gold(only = [], show = false) {
  if (!existsSync(join(SHARED, "eval", "score.sh"))) return { passed: 0, failed: 0, skipped: "gold tests skipped: there is no ../shared here" };
  const floors = JSON.parse(readFileSync(FLOORS, "utf8"));
  let passed = 0;
  let failed = 0;
  for (const task of only.length > 0 ? only : Object.keys(floors)) {
    const { figures, output } = await figuresOf(task);
    if (show) for (const [name, value] of figures) console.log(`${task}  ${name}  ${value}`);
    for (const [name, floor] of Object.entries(floors[task] ?? {})) {
      const value = figures.get(name);
      if (value >= floor) passed++;
      else {
        failed++;
        console.log(`gold: ${task}, ${name}: ${value ?? "no such figure"}, floor ${floor}`);
      }
    }
    if (figures.size === 0) console.log(output.slice(-2000));
  }
  return { passed, failed, skipped: null };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const args = process.argv.slice(2);
    const { passed, failed, skipped } = await gold(args.filter((arg) => arg !== "--show"), args.includes("--show"));
    console.log(skipped ?? `${passed} passed, ${failed} failed`);
    if (failed > 0) process.exitCode = 1;
  });
}
