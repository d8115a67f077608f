/** Lines that are no running text: each listed with its reason, and the way to count it after all. */

import { openAt } from "./cards.js";
import { countAll, counting, toggleLine } from "./counted.js";
import { why } from "./derive.js";
import { button, h } from "./dom.js";
import { t } from "./messages.js";
import { grown } from "./more.js";
import { state } from "./state.js";

const LISTED = 100;

const control = (line, act, ...words) => button({ class: "quiet", data: { line }, on: { click: act } }, ...words);

function row(id, counts) {
  const { analysis, index } = state;
  const block = analysis.blocks[id];
  const counted = counts(block, id);
  return h("li", { class: counted ? "counted" : null },
    button({ class: "entry", data: { block: id }, on: { click: (event) => openAt({ kind: "block", id }, event) } },
      h("b", {}, t.blocks[block.kind]), h("span", { class: "clip", dir: "auto" }, index.words(block.span)), h("span", { class: "soft" }, why("block", block.rule))),
    control(id, () => toggleLine(id), t.leftOut.one(counted), h("span", { class: "hidden" }, ` ${t.blocks[block.kind]}`)));
}

let details = null;

/** The control that had the focus, in what was drawn anew; what it named may have turned into its opposite. */
function refocus(line) {
  (details.querySelector(`[data-line="${line}"]`) ?? details.querySelector(".left-out-all button"))?.focus();
}

/** The list behind a summary, for whoever draws the facts; null when there are no such lines. It stays open when it was. */
export function leftOutLines() {
  const { aside } = state.index;
  if (aside.length === 0) return null;
  const counts = counting();
  const counted = aside.filter((id) => counts(state.analysis.blocks[id], id)).length;
  const { open } = details ?? {};
  const focused = details?.contains(document.activeElement) ? document.activeElement.dataset.line : undefined;
  const shown = details?.querySelector("ul").childElementCount ?? 0;
  details = h("details", { class: "left-out", open }, h("summary", {}, t.leftOut.summary(aside.length, counted)),
    h("p", { class: "soft" }, t.leftOut.how(aside.length, counted)),
    grown(h("ul", { class: "plain-list" }), aside, (id) => row(id, counts), Math.max(LISTED, shown), t.leftOut.more),
    h("p", { class: "left-out-all" },
      counted < aside.length && control("all", () => countAll(true), t.leftOut.all),
      counted > 0 && control("none", () => countAll(false), t.leftOut.none)));
  if (focused !== undefined) queueMicrotask(() => refocus(focused));
  return details;
}
