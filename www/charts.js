/** Small charts drawn by hand: each has a name, and a twin in words or a table beside it. */

import { svg } from "./dom.js";

const TICKS = 96;

/** A line with a tick wherever in the article something is mentioned, 0 to 1; many mentions share ticks, taller where there are more. */
export function sparkline(positions, label) {
  const bins = new Map();
  for (const at of positions) {
    const x = Math.min(TICKS - 1, Math.floor(at * TICKS));
    bins.set(x, (bins.get(x) ?? 0) + 1);
  }
  const ticks = [...bins].map(([x, n]) => svg("line", { x1: x + 0.5, x2: x + 0.5, y1: Math.max(0, 6 - 2 * n), y2: 12 }));
  return svg("svg", { class: "spark", viewBox: "0 0 96 14", role: "img", "aria-label": label, preserveAspectRatio: "none" },
    svg("line", { class: "axis", x1: 0, x2: 96, y1: 12.5, y2: 12.5 }), ticks);
}

/** How much of a whole, 0 to 1. Drawn as SVG, since a page that comes drawn may hold no style of its own. */
export const shareLine = (share) =>
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

/** Stripes to tell bars apart without colour. Each chart brings its own, since ids are the page's. */
const stripes = (id, path) => svg("pattern", { id, width: 4, height: 4, patternUnits: "userSpaceOnUse" },
  svg("rect", { class: "pattern-ground", width: 4, height: 4 }), svg("path", { class: `pattern-line ${id}`, d: path }));
const RISING = "M-1 1 1 -1M0 4 4 0M3 5 5 3";
const DOTS = "M1 1h1v1h-1zM3 3h1v1h-1z";

const WIDE = 400;

/** One bar of shares: whole for who is named, striped for who is not, dotted for no one. */
export function shareBar(parts, label) {
  let x = 0;
  const pieces = parts.map(({ kind, share, name }) => {
    const width = share * WIDE;
    const piece = svg("rect", { class: `share-part ${kind}`, x: x + 0.5, y: 0.5, width: Math.max(0.5, width - 2.5), height: 20 }, svg("title", {}, name));
    x += width;
    return piece;
  });
  return svg("svg", { class: "share-bar", viewBox: `0 0 ${WIDE} 21.5`, role: "img", "aria-label": label, preserveAspectRatio: "none" },
    svg("defs", {}, stripes("share-unnamed", RISING), stripes("share-nobody", DOTS)), pieces);
}

const BAR_MAX = 60;
const HEIGHT = 84;
const heightOf = (words) => Math.max(2, (Math.min(BAR_MAX, words) / BAR_MAX) * (HEIGHT - 6));

/** One bar per sentence, or per run of sentences: height is words, pattern is difficulty. Named by what holds it. */
export function sentenceStrip(bars) {
  const step = Math.max(3, Math.min(16, Math.floor(350 / Math.max(1, bars.length))));
  const width = Math.max(step * bars.length, 40);
  const drawn = bars.map(({ words, difficulty, name }, i) => {
    const height = heightOf(words);
    return svg("g", { class: `strip-bar ${difficulty}`, "data-bar": i },
      svg("title", {}, name),
      svg("rect", { class: "hit", x: i * step, width: step, y: 0, height: HEIGHT }),
      svg("rect", { class: "bar-body", x: i * step + 0.5, width: step - 1.5, y: (HEIGHT - height).toFixed(1), height: height.toFixed(1) }));
  });
  const guide = HEIGHT - heightOf(25);
  return svg("svg", { class: "strip", viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, "aria-hidden": "true" },
    svg("defs", {}, stripes("strip-hard", RISING)),
    svg("line", { class: "guide", x1: 0, x2: width, y1: guide, y2: guide }),
    drawn);
}

/**
 * Dates along a line, first to last. Long gaps are drawn shorter than they were, or one old year would push the rest
 * together.
 */
export function timeChart(points, label) {
  let x = 0;
  const places = points.map(({ day }, i) => {
    x += i === 0 ? 0 : Math.sqrt(day - points[i - 1].day + 1);
    return x;
  });
  const scale = (at) => 10 + (x > 0 ? (at / x) * (WIDE - 20) : (WIDE - 20) / 2);
  return svg("svg", { class: "time-chart", viewBox: `0 0 ${WIDE} 40`, role: "img", "aria-label": label },
    svg("line", { class: "axis", x1: 0, x2: WIDE, y1: 22, y2: 22 }),
    points.map(({ count, today, name }, i) =>
      svg("circle", { class: today ? "dot today" : "dot", cx: scale(places[i]).toFixed(1), cy: 22, r: Math.min(12, 4 + 1.5 * Math.sqrt(count)).toFixed(1) }, svg("title", {}, name))));
}
