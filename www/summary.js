/** The four facts and one sentence about them. */

import { button, byId, h } from "./dom.js";
import { mentioned, quotedWords, ungraded, voices } from "./derive.js";
import { firstDay, monthWords } from "./format.js";
import { t } from "./messages.js";
import { PANELS, showPanel } from "./panels.js";
import { on, state } from "./state.js";

function dateRange(dates) {
  if (dates.length === 0) return t.summary.noDates;
  const values = dates.map((date) => date.value).filter((value) => value !== null && firstDay(value) !== null).map((value) => value.split("/")[0])
    .sort((a, b) => firstDay(a) - firstDay(b));
  if (values.length === 0) return t.summary.noneResolved;
  const [first, last] = [monthWords(values[0]), monthWords(values.at(-1))];
  return first === last ? first : `${first} → ${last}`;
}

/** [panel, figure, detail, short figure for the tab of a phone] for each fact. */
export function factsOf(view) {
  const { analysis, index } = view;
  const named = mentioned(analysis);
  const ofKind = (...kinds) => named.filter((entity) => kinds.includes(entity.kind)).length;
  const speaking = voices(analysis);
  const anonymous = speaking.filter((speaker) => speaker.anonymous).length;
  const { grade } = analysis.readability;
  const missing = ungraded(view);
  const veryHard = index.hard.filter((sentence) => sentence.difficulty === "veryHard").length;
  return [
    ["quotes", t.summary.quotes(index.groups.size), speaking.length > 0 ? t.summary.speakers(speaking.length, anonymous) : t.summary.nobody],
    ["names", t.summary.names(named.length), t.summary.kinds(ofKind("person"), ofKind("organization"), ofKind("place", "facility"))],
    ["readability", missing ? t.summary.ungraded : t.summary.grade(grade.median), missing ? t.summary.missing[missing] : t.summary.hard(veryHard)],
    ["timeline", t.summary.dates(analysis.dates.length), dateRange(analysis.dates)],
  ];
}

function gistOf({ analysis }) {
  if (analysis.quotes.length === 0) return t.noQuotes;
  const speaking = voices(analysis);
  const total = quotedWords(analysis.speakers);
  const [first] = [...speaking].sort((a, b) => b.words - a.words);
  const anonymous = speaking.filter((speaker) => speaker.anonymous).length;
  const orphans = analysis.quotes.filter((quote) => quote.speaker === null).length;
  return [
    first && total > 0 && first.words > 0 && (speaking.length === 1 && orphans === 0 ? t.allFrom(first.name) : t.mostFrom(first.name, first.words / total)),
    anonymous > 0 && t.unnamed(anonymous),
    orphans > 0 && t.nobody(orphans),
  ].filter(Boolean).join(" ");
}

function draw() {
  if (!state.analysis) {
    const waiting = state.phase === "loading" || state.phase === "working";
    byId("summary").replaceChildren(...PANELS.map(({ id }) =>
      button({ class: "fact blank", on: { click: () => showPanel(id) } }, h("b", {}, t.panels[id]), h("span", {}, waiting ? "…" : t.nothingYet))));
    byId("gist").textContent = waiting ? t.waiting : "";
    return;
  }
  byId("summary").replaceChildren(...factsOf(state).map(([panel, figure, detail]) =>
    button({ class: `fact to-${panel}`, on: { click: () => showPanel(panel) } }, h("b", {}, figure), h("span", {}, detail))));
  byId("gist").textContent = gistOf(state);
}

export const startSummary = () => on(["analysis", "phase", "anywayFor"], draw);
