/** Everything the page knows, in one place. Parts subscribe to the keys that they draw. */

import { NO_EDITS } from "./edits.js";

const listeners = [];
const derivations = [];

export const state = {
  /** The article as given. */
  text: "",
  /** Where it came from: sample, paste, file, typed, link, kept or empty. */
  origin: "empty",
  /** Name of the file it came from. */
  fileName: null,
  /** Both readings of a paste that came as a web page: { web, plain, using }. */
  flavours: null,
  /** Why the link in the address could not be opened: { problem, got, of } or null. */
  brokenLink: null,
  /** ISO day set by the reader; null leaves it to the article. */
  published: null,
  /** Whether captions and credits count towards readability. */
  includeFurniture: false,
  /** The blocks that count where the reader took lines one by one, { text, blocks }; null for none or all. */
  lines: null,
  /** Whether figures and initials count the syllables that are spoken. */
  readAloud: false,
  /** The last good answer of the engine, and the speakers that the reader corrected in it. */
  found: null,
  edits: NO_EDITS,
  /** What follows from both: the analysis that everything shows, and its index. */
  analysis: null,
  index: null,
  /** loading, working, done, empty, too-long, garbled, stopped, failed, no-engine. */
  phase: "loading",
  /** Share of a long article that was read, 0 to 1; null for others. */
  progress: null,
  /** Counts the wishes to stop reading. */
  cancelled: 0,
  /** The text in another language whose grade the reader wants to see all the same. */
  anywayFor: null,
  /** What went wrong, for the phases that need it. */
  problem: null,
  mode: "read",
  panel: "quotes",
  /** Counts the wishes to see a panel and to analyse again, so that the same wish twice is heard twice. */
  panelAsked: 0,
  attempt: 0,
  layers: { quotes: true, names: true, dates: true, reading: true },
  /** What is chosen: { kind, id } or null. */
  selection: null,
  /** The speaker whose quotes alone stay lit, as an index into `speakers`. */
  speaker: null,
  withQuotes: true,
  /** Whether marks say their kind to a screen reader: "person: Ann Bell". */
  spokenMarks: false,
  shortcuts: true,
  /** Colours, and how the article is set. */
  look: { theme: "system", size: "normal", lines: "normal", column: "normal", tags: "off" },
};

/** Changes some keys and tells those who draw them, once each. */
export function set(patch) {
  const changed = Object.keys(patch).filter((key) => state[key] !== patch[key]);
  if (changed.length === 0) return;
  Object.assign(state, patch);
  for (const { keys, work } of derivations) {
    if (!changed.some((key) => keys.includes(key))) continue;
    const follows = work(state);
    Object.assign(state, follows);
    changed.push(...Object.keys(follows));
  }
  for (const { keys, draw } of listeners) if (changed.some((key) => keys.includes(key))) draw(state);
}

/** Keeps what follows from some keys in step with them, before anyone draws. */
export function derived(keys, work) {
  derivations.push({ keys, work });
}

/** Calls `draw` whenever one of the keys changes. */
export function on(keys, draw) {
  listeners.push({ keys, draw });
}
