/** One list of articles to go back to, with the view they were read in. */

import { set, state } from "./state.js";

const KEPT = ["text", "origin", "fileName", "flavours", "published", "includeFurniture", "lines", "panel", "layers", "edits"];
const DEPTH = 20;
const past = [];
/** What makes two moments differ; the view alone is no reason to go back. */
const sameArticle = (a, b) => a.text === b.text && a.published === b.published && a.edits === b.edits;

/** Remembers the article as it is now, before it is replaced. */
export function remember() {
  const now = Object.fromEntries(KEPT.map((key) => [key, state[key]]));
  if (past.length > 0 && sameArticle(past.at(-1), now)) past.pop();
  past.push(now);
  if (past.length > DEPTH) past.shift();
}

/** Goes one article back; false when there is none. */
export function undo() {
  let before = past.pop();
  while (before && sameArticle(before, state)) before = past.pop();
  if (!before) return false;
  set({ ...before, mode: "read", selection: null, speaker: null });
  return true;
}

/** Whether there is an article to go back to. */
export const canUndo = () => past.length > 0;
