/** Lines that the grade leaves out: each listed with its reason, and the way to count them after all. */

import { openAt } from "./cards.js";
import { why } from "./derive.js";
import { button, h } from "./dom.js";
import { t } from "./messages.js";
import { set, state } from "./state.js";

const LISTED = 100;

function line(id) {
  const { analysis, index } = state;
  const block = analysis.blocks[id];
  return h("li", {}, button({ class: "entry", on: { click: (event) => openAt({ kind: "block", id }, event) } },
    h("b", {}, t.blocks[block.kind]), h("span", { class: "clip", dir: "auto" }, index.words(block.span)), h("span", { class: "soft" }, why("block", block.rule))));
}

let details = null;

/** The list behind a summary, for whoever draws the facts; null when nothing is left out. It stays open when it was. */
export function leftOutLines() {
  const left = state.index.leftOut;
  if (left.length === 0) return null;
  const counted = state.includeFurniture;
  const { open } = details ?? {};
  const focused = details?.contains(document.activeElement);
  const include = button({ class: "quiet", "aria-pressed": String(counted), on: { click: () => set({ includeFurniture: !counted }) } }, t.leftOut.include);
  details = h("details", { class: "left-out", open }, h("summary", {}, t.leftOut.summary(left.length, counted)),
    h("p", { class: "soft" }, t.leftOut.how(counted)),
    h("ul", { class: "plain-list" }, left.slice(0, LISTED).map(line)),
    include);
  if (focused) queueMicrotask(() => include.focus());
  return details;
}
