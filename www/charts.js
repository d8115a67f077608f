/** Small charts drawn by hand: each has a name and a twin in words beside it. */

import { svg } from "./dom.js";

/** A line with a tick for each position, 0 to 1: where in the article something is mentioned. */
export function sparkline(positions, label) {
  const ticks = positions.slice(0, 200).map((at) => {
    const x = (2 + at * 92).toFixed(1);
    return svg("line", { x1: x, x2: x, y1: 2, y2: 12 });
  });
  return svg("svg", { class: "spark", viewBox: "0 0 96 14", role: "img", "aria-label": label, preserveAspectRatio: "none" },
    svg("line", { class: "axis", x1: 0, x2: 96, y1: 12.5, y2: 12.5 }), ticks);
}

/** How much of a whole, 0 to 1. Drawn as SVG, since a page that comes drawn may hold no style of its own. */
export const shareBar = (share) =>
  svg("svg", { class: "share", viewBox: "0 0 100 1", preserveAspectRatio: "none", "aria-hidden": "true" }, svg("rect", { width: Math.max(0.5, share * 100).toFixed(1), height: 1 }));

const TOP = 18;
const across = (grade) => (Math.max(0, Math.min(TOP, grade)) / TOP) * 300;

/** School grades from 0 to 18: the range over the formulas as a band, the median as a mark. */
export function gradeScale({ low, median, high }, label) {
  const years = [0, 3, 6, 9, 12, 15, 18];
  return svg("svg", { class: "scale", viewBox: "-8 0 316 44", role: "img", "aria-label": label },
    svg("rect", { class: "track", x: 0, y: 14, width: 300, height: 8, rx: 4 }),
    svg("rect", { class: "range", x: across(low), y: 14, width: Math.max(4, across(high) - across(low)), height: 8, rx: 4 }),
    svg("circle", { class: "median", cx: across(median), cy: 18, r: 8 }),
    years.map((year) => svg("text", { x: across(year), y: 40, "text-anchor": "middle" }, String(year))));
}

const BAR_MAX = 60;
const HEIGHT = 84;

/** One bar per sentence in order: height is words, pattern is difficulty. */
export function sentenceStrip(sentences, label) {
  const step = Math.max(3, Math.min(16, Math.floor(600 / Math.max(1, sentences.length))));
  const width = Math.max(step * sentences.length, 40);
  const bars = sentences.map(({ id, sentence, name }, i) => {
    const height = Math.max(2, (Math.min(BAR_MAX, sentence.words) / BAR_MAX) * (HEIGHT - 6));
    const box = { x: i * step + 0.5, width: step - 1.5, y: (HEIGHT - height).toFixed(1), height: height.toFixed(1) };
    return svg("g", { class: `strip-bar ${sentence.difficulty}`, "data-s": id },
      svg("title", {}, name),
      svg("rect", { class: "hit", x: i * step, width: step, y: 0, height: HEIGHT }),
      svg("rect", { class: "bar-body", ...box }));
  });
  const pattern = (id, path) => svg("pattern", { id, width: 4, height: 4, patternUnits: "userSpaceOnUse" },
    svg("rect", { class: "pattern-ground", width: 4, height: 4 }), svg("path", { class: "pattern-line", d: path }));
  return svg("svg", { class: "strip", viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: "img", "aria-label": label },
    svg("defs", {}, pattern("strip-hard", "M-1 1 1 -1M0 4 4 0M3 5 5 3")),
    svg("line", { class: "guide", x1: 0, x2: width, y1: HEIGHT - (25 / BAR_MAX) * (HEIGHT - 6), y2: HEIGHT - (25 / BAR_MAX) * (HEIGHT - 6) }),
    bars);
}
