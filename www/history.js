/** One list of articles to go back to, with the view they were read in. */

import { set, state } from "./state.js";

const KEPT = ["text", "origin", "fileName", "flavours", "published", "panel", "layers"];
const DEPTH = 20;
const past = [];

/** Remembers the article as it is now, before it is replaced. */
export function remember() {
  const now = Object.fromEntries(KEPT.map((key) => [key, state[key]]));
  if (past.at(-1)?.text === now.text && past.at(-1)?.published === now.published) return;
  past.push(now);
  if (past.length > DEPTH) past.shift();
}

/** Goes one article back; false when there is none. */
export function undo() {
  let before = past.pop();
  while (before && before.text === state.text && before.published === state.published) before = past.pop();
  if (!before) return false;
  set({ ...before, mode: "read", selection: null, speaker: null });
  return true;
}

/** Whether there is an article to go back to. */
export const canUndo = () => past.length > 0;
