/** The analyser as an embedder meets it: the package's public entry, in a worker, newest question wins. */

let copydesk = null;
let analyzer = null;
const reasons = new Map();
let running = null;

/** Loads the package and starts its worker; the package itself falls back to this thread where workers are refused. */
export async function start() {
  copydesk = await import("./pkg/core.js");
  await copydesk.init();
  // Behind the engine, so that nothing waits for them; here, so that they are there when the network no longer is.
  writers().catch(() => {});
  analyzer = await copydesk.createAnalyzer();
  learn(copydesk.rules());
}

/** Takes reasons of rules, as the package lists them. */
export function learn(rules) {
  for (const { room, name, why } of rules) reasons.set(`${room}/${name}`, why);
}

/** Every rule's reason in plain words, by "room/name". */
export const rules = () => reasons;

/** Version of the engine, once loaded. */
export const version = () => copydesk?.version ?? null;

/** Forgets the question that is running. */
export function cancel() {
  running?.abort();
  running = null;
}

/** Analyses a text. A newer call cancels this one, which then resolves to null: a late answer is never painted. */
export async function read(text, options, onProgress) {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  try {
    const analysis = await analyzer.analyze(text, { ...options, signal: mine.signal, onProgress });
    return running === mine ? analysis : null;
  } catch (error) {
    if (running !== mine || error?.code === "aborted") return null;
    throw error;
  }
}

/** Analyses a second text beside the first: it waits its turn and cancels nothing. */
export const readBeside = (text, options) => analyzer.analyze(text, options);

/** The package's writers. They need no engine. */
export const writers = () => import("./pkg/export.js");
