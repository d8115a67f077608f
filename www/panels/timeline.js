/** Timeline: dates in order, each as written, as resolved, and how; the unresolved apart. */

import { openAt } from "../cards.js";
import { timeChart } from "../charts.js";
import { why } from "../derive.js";
import { button, byId, h } from "../dom.js";
import { dateWords, firstDay, monthWords, weekday } from "../format.js";
import { t } from "../messages.js";
import { grown } from "../more.js";
import { lowerSheet } from "../sheet.js";

const AT_FIRST = 100;
const MENTIONS_AT_FIRST = 8;

/** The year of a value: negative before our era, last of all when it has none. */
const yearOf = (value) => (value.startsWith("--") ? Infinity : Number.parseInt(value, 10));

/** By year, then by first day, weeks among the days; of two that begin together the longer stretch, "2031" before "2031-01". */
function inTime([a], [b]) {
  const [first, second] = [yearOf(a), yearOf(b)];
  if (first !== second) return first < second ? -1 : 1;
  return firstDay(a) - firstDay(b) || (a < b ? -1 : 1);
}

function byValue(dates) {
  const points = new Map();
  dates.forEach((date, id) => {
    if (date.value === null) return;
    if (!points.has(date.value)) points.set(date.value, []);
    points.get(date.value).push({ date, id });
  });
  return [...points].sort(inTime);
}

function entry({ date, id }, { index }) {
  const paragraph = index.paragraphAt(date.span.start);
  return h("li", {}, button({ class: "entry", title: why("date", date.rule), on: { click: (event) => openAt({ kind: "date", id }, event) } },
    h("span", { class: "as-written" }, `“${index.words(date.span)}”`),
    h("span", { class: "soft" }, `${t.basis[date.basis]}${paragraph ? `, ${t.paragraph(paragraph)}` : ""}`)));
}

/** The day that relative dates count from, and the way to change it. */
function countedFrom({ published }) {
  const change = () => {
    lowerSheet();
    byId("published").scrollIntoView({ block: "center" });
    byId("published").focus();
  };
  return h("p", { class: "panel-note" }, published ? t.dates.countedFrom(dateWords(published.value)) : t.unresolvedHelp, " ",
    button({ class: "link", on: { click: change } }, published ? t.dates.change : t.dates.set));
}

/** The same in one line, for those that have a place in time; the list below is its twin. */
function chart(points, published) {
  const dots = points.map(([value, items]) => ({ day: firstDay(value), count: items.length, today: value === published?.value, name: dateWords(value), month: monthWords(value) }))
    .filter(({ day }) => day !== null).sort((a, b) => a.day - b.day);
  if (dots.length < 2) return null;
  const [first, last] = [dots[0], dots.at(-1)];
  return h("figure", { class: "time" }, timeChart(dots, t.dates.chart(dots.length, first.name, last.name)),
    h("figcaption", {}, h("span", {}, first.month), h("span", {}, t.dates.chartHow), h("span", {}, last.month)));
}

function point([value, items], from) {
  const today = value === from.analysis.published?.value;
  return h("li", { class: today ? "point today" : "point" },
    h("h3", {}, dateWords(value), h("span", { class: "soft" }, [weekday(value), today && t.dates.published].filter(Boolean).map((word) => ` ${word}`).join(",")),
      h("code", { class: "iso" }, value)),
    grown(h("ul", { class: "plain-list" }), items, (item) => entry(item, from), MENTIONS_AT_FIRST, t.dates.more));
}

export function drawTimeline(root, from) {
  const { dates, published } = from.analysis;
  if (dates.length === 0) {
    root.append(h("p", { class: "nothing" }, t.dates.none));
    return;
  }
  const points = byValue(dates);
  const unresolved = dates.map((date, id) => ({ date, id })).filter(({ date }) => date.value === null);
  root.append(...[countedFrom(from.analysis), chart(points, published),
    grown(h("ol", { class: "timeline" }), points, (item) => point(item, from), AT_FIRST, t.dates.more),
    unresolved.length > 0 && h("section", { class: "sub" }, h("h3", {}, t.dates.notResolved(unresolved.length)),
      grown(h("ul", { class: "plain-list" }), unresolved, (item) => entry(item, from), AT_FIRST, t.dates.more))].flat().filter(Boolean));
}
