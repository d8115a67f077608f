/** What is searched for, lit in the article where the browser can paint without touching the text. */

import { byId } from "./dom.js";
import { drawn, isGrowing } from "./reader.js";
import { on } from "./state.js";

const MOST = 2000;
const SHORTEST = 2;
const PAUSE_MS = 120;
let wanted = "";
let timer = 0;

/** Ranges of the words in one block; they may run over marks, but not over what a reader does not see as text. */
function* rangesIn(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, ({ parentElement }) =>
    (parentElement.closest("button, .hidden") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  const nodes = [];
  let text = "";
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode, start: text.length });
    text += walker.currentNode.data;
  }
  const lower = text.toLowerCase();
  // A few letters change their length with their case; offsets would be wrong in such a block.
  if (lower.length !== text.length) return;
  const place = (at) => nodes.findLast(({ start }) => start <= at);
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
    const [from, to] = [place(at), place(at + wanted.length - 1)];
    const range = new Range();
    range.setStart(from.node, at - from.start);
    range.setEnd(to.node, at + wanted.length - to.start);
    yield range;
  }
}

function paint() {
  CSS.highlights.delete("find");
  if (wanted.length < SHORTEST) return;
  if (isGrowing()) drawn().then(paint);
  const found = new Highlight();
  for (const block of byId("article").children) {
    for (const range of rangesIn(block)) found.add(range);
    if (found.size > MOST) break;
  }
  CSS.highlights.set("find", found);
}

/** Lights every place of some words; none for the empty string. */
export function find(words) {
  if (!globalThis.CSS?.highlights) return;
  wanted = words.trim().toLowerCase();
  clearTimeout(timer);
  timer = setTimeout(paint, PAUSE_MS);
}

export function startFind() {
  on(["panel"], ({ panel }) => panel !== "names" && find(""));
}
