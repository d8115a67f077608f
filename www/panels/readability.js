/** Readability: one grade in words, the formulas behind it, and every sentence in its place. */

import { openAt } from "../cards.js";
import { gradeScale } from "../charts.js";
import { countAll, counting } from "../counted.js";
import { measured, ungraded } from "../derive.js";
import { button, byId, h } from "../dom.js";
import { COUNTS, isForeign, MAIN, spelledOut } from "../formulas.js";
import { number } from "../format.js";
import { gradeWords, t } from "../messages.js";
import { set, state } from "../state.js";
import { dataTable, plainTable } from "../tables.js";
import { strip } from "./strip.js";

const HARDEST = 5;

function pair(label, options) {
  return h("div", { class: "pair", role: "group", "aria-label": label }, options.map(({ id, name, on, act }) =>
    button({ id, "aria-pressed": String(on), on: { click: act } }, name)));
}

/** A box that turns one of the options on and reads the article again. */
function check(id, checked, act, label, title) {
  return h("label", { class: "check", title }, h("input", { type: "checkbox", id, checked, on: { change: ({ target }) => act(target.checked) } }), label);
}

/** All lines that are no running text at once; half set where the reader took some of them. */
function furniture({ analysis: { blocks }, index: { aside } }) {
  const counts = counting();
  const counted = aside.filter((id) => counts(blocks[id], id)).length;
  const label = check("includeFurniture", counted === aside.length, countAll, t.reading.furniture);
  label.firstChild.indeterminate = counted > 0 && counted < aside.length;
  return label;
}

function verdict(view, { analysis }) {
  const { readability } = analysis;
  const times = h("p", { class: "soft" }, t.reading.size(view.counts, t.minutes(readability.readingSeconds), t.minutes(readability.speakingSeconds)));
  if (ungraded(state) === "notEnglish") return [h("p", { class: "grade-words" }, t.reading.notGraded), h("p", { class: "panel-note" }, t.reading.foreign), times];
  if (view.median === null || readability.tooShort) {
    return [h("p", { class: "grade-words" }, t.reading.notGraded), h("p", { class: "panel-note" }, view.counts.words < 100 ? t.tooShort : t.reading.tooFew), times];
  }
  return [
    h("p", { class: "grade-line" }, h("span", { class: "grade-figure" }, t.summary.grade(view.median)), h("span", { class: "grade-words" }, gradeWords(Math.round(view.median)))),
    gradeScale(view, t.reading.scale(view)),
    h("p", { class: "soft" }, t.reading.range(view)),
    times,
  ];
}

const reasonOf = (id, sentence, index) => {
  const notes = (index.findingsOf.get(id) ?? []).filter((finding) => !finding.insideQuote).map((finding) => finding.note.replace(/\.$/, ""));
  return notes.length > 0 ? [...new Set(notes)].slice(0, 3).join(" · ") : t.reading.words(sentence.words);
};

function hardest({ analysis, index }) {
  const ranked = analysis.sentences.map((sentence, id) => ({ sentence, id }))
    .filter(({ sentence }) => index.inGrade(sentence) && sentence.difficulty !== "plain")
    .sort((a, b) => (b.sentence.grade ?? 0) - (a.sentence.grade ?? 0)).slice(0, HARDEST);
  if (ranked.length === 0) return h("p", { class: "nothing" }, t.reading.noneHard);
  return h("ol", { class: "hardest" }, ranked.map(({ sentence, id }) => h("li", {},
    button({ class: "said", on: { click: (event) => openAt({ kind: "sentence", id }, event) } },
      h("span", { class: "said-words indirect clip", dir: "auto" }, index.words(sentence.span)),
      h("span", { class: "said-how" }, h("span", { class: `confidence ${sentence.difficulty}` }, t.difficulty[sentence.difficulty]), h("span", {}, reasonOf(id, sentence, index)))))));
}

const value = (score) => (score === null || score === undefined ? "–" : number(score, 1));

/** Shows the definition that a row of the table points to. */
function openDefinition(event) {
  event.preventDefault();
  const definition = byId(event.currentTarget.hash.slice(1));
  definition.closest("details").open = true;
  definition.focus();
}

function formulaRow([key, { name, unit, inputs }], view) {
  return [
    [h("a", { href: `#formula-${key}`, on: { click: openDefinition } }, name), h("span", { class: "soft" }, unit),
      view.from.includes(key) && h("span", { class: "in-grade", title: t.reading.inGradeHow }, t.reading.inGrade)],
    h("b", {}, value(view.scores[key])), inputs,
  ];
}

function formulas(view) {
  const known = Object.entries(MAIN).filter(([key]) => key in view.scores);
  const rest = Object.keys(view.scores).filter((key) => !(key in MAIN) && !isForeign(key));
  const foreign = Object.keys(view.scores).filter(isForeign);
  const values = (keys) => () => keys.map((key) => [spelledOut(key), value(view.scores[key])]);
  return h("section", { class: "sub formulas" }, h("h3", {}, t.reading.formulas),
    plainTable(t.reading.formulas, t.reading.formulaHeads, known.map((formula) => formulaRow(formula, view))),
    h("details", { class: "definitions" }, h("summary", {}, t.reading.definitions), h("dl", {}, known.map(([key, { name, sum, means }]) =>
      h("div", { id: `formula-${key}`, tabindex: -1 }, h("dt", {}, name), h("dd", {}, h("code", {}, sum)), h("dd", { class: "soft" }, means))))),
    dataTable(t.reading.counted, t.reading.countHeads, () => Object.entries(view.counts).map(([key, n]) => [COUNTS[key] ?? spelledOut(key), number(n)])),
    rest.length > 0 && dataTable(t.reading.moreFormulas(rest.length), t.reading.valueHeads, values(rest)),
    foreign.length > 0 && dataTable(t.reading.foreignFormulas(foreign.length), t.reading.valueHeads, values(foreign)));
}

export function drawReadability(root, from) {
  const view = measured(from.analysis.readability, state.withQuotes);
  root.append(
    h("div", { class: "pairs" },
      pair(t.reading.quotedWords, [
        { id: "with-quotes", name: t.reading.withQuotes, on: state.withQuotes, act: () => set({ withQuotes: true }) },
        { id: "without-quotes", name: t.reading.without, on: !state.withQuotes, act: () => set({ withQuotes: false }) }]),
      from.index.aside.length > 0 && furniture(from),
      check("readAloud", state.readAloud, (readAloud) => set({ readAloud }), t.reading.aloud, t.reading.aloudHow)),
    h("section", { class: "verdict", "aria-label": t.reading.grade }, verdict(view, from)),
    strip(from) ?? "",
    h("section", { class: "sub" }, h("h3", {}, t.reading.hardest), hardest(from)),
    formulas(view));
}
