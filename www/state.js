/** Everything the page knows, in one place. Parts subscribe to the keys that they draw. */

const listeners = [];

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
  /** Whether figures and initials count the syllables that are spoken. */
  readAloud: false,
  /** The last good result and what was derived from it once. */
  analysis: null,
  index: null,
  /** loading, working, done, empty, too-long, garbled, failed, no-engine. */
  phase: "loading",
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
  shortcuts: true,
};

/** Changes some keys and tells those who draw them, once each. */
export function set(patch) {
  const changed = Object.keys(patch).filter((key) => state[key] !== patch[key]);
  if (changed.length === 0) return;
  Object.assign(state, patch);
  for (const { keys, draw } of listeners) if (changed.some((key) => keys.includes(key))) draw(state);
}

/** Calls `draw` whenever one of the keys changes. */
export function on(keys, draw) {
  listeners.push({ keys, draw });
}
