/** Timeline: dates in order, each as written, as resolved, and how; the unresolved apart. */

import { why } from "../derive.js";
import { button, h } from "../dom.js";
import { dateWords, weekday } from "../format.js";
import { t } from "../messages.js";
import { grown } from "../more.js";
import { goTo } from "../select.js";

const AT_FIRST = 100;
const OF_ONE_DAY = 20;

/** The year of a value: negative before our era, last of all when it has none. */
const yearOf = (value) => (value.startsWith("--") ? Infinity : Number.parseInt(value, 10));

/** By year, then by what stands first in the value, so that "2031" comes before "2031-02". */
function inTime([a], [b]) {
  const [first, second] = [yearOf(a), yearOf(b)];
  if (first !== second) return first < second ? -1 : 1;
  return a.split("/")[0] < b.split("/")[0] ? -1 : 1;
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
  const sentence = index.paragraphAt(date.span.start);
  return h("li", {}, button({ class: "entry", title: why("date", date.rule), on: { click: () => goTo("date", id) } },
    h("span", { class: "as-written" }, `“${index.words(date.span)}”`),
    h("span", { class: "soft" }, `${t.basis[date.basis]}${sentence ? `, ${t.paragraph(sentence)}` : ""}`)));
}

export function drawTimeline(root, from) {
  const { dates, published } = from.analysis;
  if (dates.length === 0) {
    root.append(h("p", { class: "nothing" }, t.dates.none));
    return;
  }
  const points = byValue(dates);
  const unresolved = dates.map((date, id) => ({ date, id })).filter(({ date }) => date.value === null);
  const row = (item) => entry(item, from);
  if (points.length > 0) root.append(...grown(h("ol", { class: "timeline" }), points, ([value, items]) =>
    h("li", { class: value === published?.value ? "point today" : "point" },
      h("h3", {}, dateWords(value), h("span", { class: "soft" }, [weekday(value), value === published?.value && t.dates.published].filter(Boolean).map((word) => ` ${word}`).join(",")),
      ),
      ...grown(h("ul", { class: "plain-list" }), items, row, OF_ONE_DAY, t.dates.more)), AT_FIRST, t.dates.more));
  if (unresolved.length > 0) root.append(h("section", { class: "sub" },
    h("h3", {}, t.dates.notResolved(unresolved.length)),
    published === null ? h("p", { class: "panel-note" }, t.unresolvedHelp) : "",
    ...grown(h("ul", { class: "plain-list" }), unresolved, row, AT_FIRST, t.dates.more)));
}
