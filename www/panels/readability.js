/** Readability: one grade in words, the formulas behind it, and every sentence in its place. */

import { gradeScale, sentenceStrip } from "../charts.js";
import { measured, ungraded } from "../derive.js";
import { button, h } from "../dom.js";
import { COUNTS, isForeign, MAIN, spelledOut } from "../formulas.js";
import { number } from "../format.js";
import { gradeWords, t } from "../messages.js";
import { goTo } from "../select.js";
import { set, state } from "../state.js";

const HARDEST = 5;
const BARS = 400;
const ROWS = 200;

function pair(label, options) {
  return h("div", { class: "pair", role: "group", "aria-label": label }, options.map(({ name, on, act }) =>
    button({ "aria-pressed": String(on), on: { click: act } }, name)));
}

/** A box that turns one of the options on and reads the article again. */
function check(option, label, title) {
  const box = h("input", { type: "checkbox", checked: state[option], on: { change: ({ target }) => set({ [option]: target.checked }) } });
  return h("label", { class: "check", title }, box, label);
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
  return notes.length > 0 ? [...new Set(notes)].slice(0, 3).join("; ") : t.reading.words(sentence.words);
};

function hardest({ analysis, index }) {
  const ranked = analysis.sentences.map((sentence, id) => ({ sentence, id }))
    .filter(({ sentence }) => sentence.prose && sentence.difficulty !== "plain")
    .sort((a, b) => (b.sentence.grade ?? 0) - (a.sentence.grade ?? 0)).slice(0, HARDEST);
  if (ranked.length === 0) return h("p", { class: "nothing" }, t.reading.noneHard);
  return h("ol", { class: "hardest" }, ranked.map(({ sentence, id }) => h("li", {},
    button({ class: "said", on: { click: () => goTo("sentence", id) } },
      h("span", { class: "said-words indirect clip", dir: "auto" }, index.words(sentence.span)),
      h("span", { class: "said-how" }, h("span", { class: `confidence ${sentence.difficulty}` }, t.difficulty[sentence.difficulty]), h("span", {}, reasonOf(id, sentence, index)))))));
}

/** Arrow keys walk the bars, Enter goes to the sentence. */
function walkable(chart, bars) {
  const caption = h("p", { class: "soft strip-caption", "aria-live": "polite" }, t.reading.stripHow);
  const box = h("div", { class: "strip-box", tabindex: 0, role: "application", "aria-label": t.reading.stripKeys }, chart);
  let at = -1;
  const show = (next) => {
    at = Math.max(0, Math.min(bars.length - 1, next));
    for (const bar of chart.querySelectorAll(".strip-bar")) bar.classList.toggle("current", Number(bar.dataset.s) === bars[at].id);
    caption.textContent = bars[at].name;
  };
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") show(at + (event.key === "ArrowRight" ? 1 : -1));
    else if (event.key === "Enter" && at >= 0) goTo("sentence", bars[at].id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  box.addEventListener("click", ({ target }) => {
    const bar = target.closest(".strip-bar");
    if (!bar) return;
    show(bars.findIndex(({ id }) => id === Number(bar.dataset.s)));
    goTo("sentence", bars[at].id);
  });
  return [box, caption];
}

function strip({ analysis }) {
  const bars = analysis.sentences.map((sentence, id) => ({ sentence, id })).filter(({ sentence }) => sentence.prose && sentence.words > 0);
  if (bars.length === 0) return null;
  const drawn = bars.slice(0, BARS).map((bar) => ({ ...bar, name: t.reading.bar(bar.id + 1, bar.sentence.words, t.difficulty[bar.sentence.difficulty]) }));
  const hard = bars.filter(({ sentence }) => sentence.difficulty !== "plain").length;
  const chart = sentenceStrip(drawn, t.reading.strip(bars.length, hard));
  return h("section", { class: "sub" }, h("h3", {}, t.reading.bySentence), walkable(chart, drawn),
    h("p", { class: "key" }, h("span", { class: "key-plain" }, t.difficulty.plain), h("span", { class: "key-hard" }, t.difficulty.hard), h("span", { class: "key-very" }, t.difficulty.veryHard)),
    bars.length > BARS && h("p", { class: "soft" }, t.reading.stripCut(BARS, bars.length)),
    table(t.reading.table, t.reading.tableHeads, bars.slice(0, ROWS).map(({ sentence, id }) => [
      button({ class: "link", on: { click: () => goTo("sentence", id) } }, number(id + 1)), number(sentence.words),
      sentence.grade === null ? "–" : number(sentence.grade, 1), t.difficulty[sentence.difficulty]])));
}

function table(title, heads, rows, open = false) {
  return h("details", { open }, h("summary", {}, title), h("div", { class: "table-box", tabindex: 0, role: "region", "aria-label": title }, h("table", {},
    h("thead", {}, h("tr", {}, heads.map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, rows.map((cells) => h("tr", {}, cells.map((cell, i) => (i === 0 ? h("th", { scope: "row" }, cell) : h("td", {}, cell)))))))));
}

const value = (score) => (score === null || score === undefined ? "–" : number(score, 1));

function formulas(view) {
  const known = Object.entries(MAIN).filter(([key]) => key in view.scores);
  const rest = Object.keys(view.scores).filter((key) => !(key in MAIN) && !isForeign(key));
  const foreign = Object.keys(view.scores).filter(isForeign);
  const values = (keys) => keys.map((key) => [spelledOut(key), value(view.scores[key])]);
  return h("section", { class: "sub" }, h("h3", {}, t.reading.formulas),
    h("ul", { class: "formulas" }, known.map(([key, formula]) => h("li", {}, h("details", {},
      h("summary", {}, h("span", { class: "formula-name" }, formula.name, view.from.includes(key) && h("span", { class: "in-grade", title: t.reading.inGradeHow }, t.reading.inGrade)), h("span", { class: "soft" }, formula.unit), h("b", {}, value(view.scores[key]))),
      h("p", {}, formula.means), h("p", { class: "soft" }, t.reading.from(formula.inputs)), h("p", {}, h("code", {}, formula.sum)))))),
    rest.length > 0 && table(t.reading.moreFormulas(rest.length), t.reading.formulaHeads, values(rest)),
    foreign.length > 0 && table(t.reading.foreignFormulas(foreign.length), t.reading.formulaHeads, values(foreign)),
    table(t.reading.counted, t.reading.countHeads, Object.entries(view.counts).map(([key, n]) => [COUNTS[key] ?? spelledOut(key), number(n)])));
}

export function drawReadability(root, from) {
  const view = measured(from.analysis.readability, state.withQuotes);
  const leftOut = from.index.leftOut.length;
  root.append(
    h("div", { class: "pairs" },
      pair(t.reading.quotedWords, [
        { name: t.reading.withQuotes, on: state.withQuotes, act: () => set({ withQuotes: true }) },
        { name: t.reading.without, on: !state.withQuotes, act: () => set({ withQuotes: false }) }]),
      leftOut > 0 || state.includeFurniture ? check("includeFurniture", t.reading.furniture) : "",
      check("readAloud", t.reading.aloud, t.reading.aloudHow)),
    h("section", { class: "verdict", "aria-label": t.reading.grade }, verdict(view, from)),
    strip(from) ?? "",
    h("section", { class: "sub" }, h("h3", {}, t.reading.hardest), hardest(from)),
    formulas(view));
}
