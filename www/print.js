/** What paper needs beside the article: a legend, and the panels as tables. Built when printing starts, gone when it ends. */

import { mentioned } from "./derive.js";
import { h, byId } from "./dom.js";
import { dateWords, number } from "./format.js";
import { MAIN } from "./formulas.js";
import { gradeWords, t } from "./messages.js";
import { late } from "./messages-late.js";
import { finish, howNamed } from "./reader.js";
import { state } from "./state.js";
import { plainTable } from "./tables.js";

const table = (title, heads, rows, note = null) =>
  rows.length > 0 && h("section", {}, h("h2", {}, title), note && h("p", {}, note), plainTable(title, heads, rows));

function quoteRow(quote) {
  const { speaker } = quote;
  const how = [t.quoteKinds[quote.kind], howNamed(quote, state.index), !quote.edited && t.confidence[speaker?.confidence ?? "check"]].filter(Boolean).join(", ");
  return [speaker?.name ?? t.noSpeakerFound, state.index.words(quote.span), how, String(state.index.paragraphAt(quote.span.start) ?? "")];
}

function tables({ analysis, index }) {
  const { quotes, dates, readability } = analysis;
  const { median, from } = readability.grade;
  const named = mentioned(analysis).sort((a, b) => b.mentions.length - a.mentions.length);
  return [
    table(t.panels.quotes, late.paper.quotes, quotes.map(quoteRow), t.said.note),
    table(t.panels.names, late.paper.names, named.map(({ name, kind, role, mentions }) => [name, t.kinds[kind], role ?? "", number(mentions.length)])),
    table(t.panels.timeline, late.paper.dates, dates.map(({ span, value, basis }) => [index.words(span), value === null ? "" : dateWords(value), t.basis[basis]])),
    table(t.panels.readability, t.reading.formulaHeads,
      Object.entries(MAIN).filter(([key]) => readability.scores[key] != null).map(([key, { name, unit, inputs }]) =>
        [name, `${number(readability.scores[key], 1)} (${[unit, from.includes(key) && t.reading.inGrade].filter(Boolean).join(", ")})`, inputs]),
      readability.tooShort || median === null ? t.tooShort : `${t.summary.grade(median)}: ${gradeWords(Math.round(median))}. ${t.reading.range(readability.grade)}`),
  ];
}

const legend = () => [
  h("span", {}, late.paper.quote),
  ["person", "organization", "place"].map((kind) => h("span", { class: `swatch ${kind}` }, t.kinds[kind])),
  h("span", { class: "swatch date" }, t.card.date),
  ["hard", "veryHard"].map((difficulty) => h("span", { class: `swatch-bar ${difficulty}` }, t.gutter[difficulty])),
];

function fill() {
  if (!state.analysis) return;
  finish();
  byId("paper-legend").replaceChildren(...legend().flat());
  byId("paper").replaceChildren(...tables(state).filter(Boolean));
}

function empty() {
  byId("paper-legend").replaceChildren();
  byId("paper").replaceChildren();
}

export function startPrint() {
  byId("article").before(h("p", { id: "paper-legend" }));
  document.querySelector("main").append(h("div", { id: "paper" }));
  addEventListener("beforeprint", fill);
  addEventListener("afterprint", empty);
  // Looking at print styles without printing fires no event of its own.
  matchMedia("print").addEventListener("change", ({ matches }) => (matches ? fill() : empty()));
}
