/** Which lines count in the grade though they are no running text: none, all, or those the reader took one by one. */

import { set, state } from "./state.js";

/** The lines taken one by one belong to one text; null while the wish is for none or all. */
const taken = () => (state.lines?.text === state.text ? state.lines.blocks : null);

/** What the engine is asked to count. */
export function countedOptions() {
  const blocks = taken();
  return blocks ? { includeBlocks: blocks } : { includeFurniture: state.includeFurniture };
}

/** Tells of each block, by its index, whether it counts. */
export function counting() {
  const blocks = taken();
  const one = new Set(blocks);
  return ({ prose }, id) => prose || (blocks ? one.has(id) : state.includeFurniture);
}

/** Counts all lines, or none that is no running text. */
export const countAll = (all) => set({ includeFurniture: all, lines: null });

/** Counts one line that did not, or leaves out one that did. */
export function toggleLine(id) {
  const { blocks } = state.analysis;
  const before = taken() ?? (state.includeFurniture ? [...blocks.keys()] : []);
  const now = before.includes(id) ? before.filter((at) => at !== id) : [...before, id];
  if (now.every((at) => blocks[at].prose)) countAll(false);
  else set({ lines: { text: state.text, blocks: now } });
}
