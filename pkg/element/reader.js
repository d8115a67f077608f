// The one analyzer of all elements and hooks of a page. It starts when the first has something to read and ends with the last.
import { createAnalyzer, rules } from "../core.js";

let users = 0;
/** @type {Promise<import("../core.js").Analyzer> | null} */
let starting = null;
/** @type {Map<string, string> | null} */
let reasons = null;

function endUnused() {
  if (users > 0 || !starting) return;
  const last = starting;
  starting = null;
  last.then((analyzer) => analyzer.terminate(), () => {});
}

/** Counts one more reader; what comes back counts it out again. */
export function enter() {
  users += 1;
  let inside = true;
  return () => {
    if (!inside) return;
    inside = false;
    users -= 1;
    // Not at once: whoever redraws a page takes the last one out and puts the next one in.
    if (users === 0) setTimeout(endUnused);
  };
}

/** Reads a text; `options.signal` gives it up. */
export async function read(text, options) {
  starting ??= createAnalyzer().catch((error) => {
    starting = null;
    throw error;
  });
  const analyzer = await starting;
  return analyzer.analyze(text, options);
}

/** The reason behind a rule in words; null when the engine, which knows them, was not needed so far. */
export function reasonOf(room, rule) {
  try {
    reasons ??= new Map(rules().map(({ room, name, why }) => [`${room} ${name}`, why]));
  } catch {
    return null;
  }
  return reasons.get(`${room} ${rule}`) ?? null;
}
