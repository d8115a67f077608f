/** On the article's right edge: where in it the chosen name, quote or date stands. */

import { byId, h } from "./dom.js";
import { t } from "./messages.js";
import { goTo } from "./select.js";
import { on, state } from "./state.js";

/** Marks closer than this would be one. */
const PLACES = 200;

/** Positions of what is chosen, each with the way there. */
function places({ analysis, selection }) {
  if (!analysis || !selection) return [];
  const { kind, id } = selection;
  if (kind === "entity") {
    return analysis.entities[id].mentions.map((mention) => ({ start: analysis.mentions[mention].span.start, go: () => goTo("entity", id, mention) }));
  }
  if (kind === "quote") {
    const { group } = analysis.quotes[id];
    return analysis.quotes.filter((quote) => quote.group === group).map((quote) => ({ start: quote.span.start, go: () => goTo("quote", quote.id) }));
  }
  return [];
}

function draw() {
  const rows = new Map();
  for (const { start, go } of places(state)) {
    const row = Math.floor((start / Math.max(1, state.analysis.text.length)) * PLACES);
    if (!rows.has(row)) rows.set(row, go);
  }
  // For the pointer alone: the keys [ and ], the card and the panel lead to the same places.
  byId("scroll-marks").replaceChildren(...[...rows].map(([row, go]) => {
    const mark = h("span", { title: t.scrollMark, on: { click: go } });
    mark.style.top = `${(row / PLACES) * 100}%`;
    return mark;
  }));
}

export const startScrollMarks = () => on(["selection", "analysis"], draw);
