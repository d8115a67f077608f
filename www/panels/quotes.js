/** Who said what: one group per speaker, most quoted words first; the unnamed and the unfound are never hidden. */

import { why } from "../derive.js";
import { shareBar } from "../charts.js";
import { button, h } from "../dom.js";
import { t } from "../messages.js";
import { grown } from "../more.js";
import { howNamed } from "../reader.js";
import { goTo } from "../select.js";
import { set, state } from "../state.js";

const OPEN_AT_FIRST = 4;
const SPEAKERS_AT_FIRST = 60;

function quoteRow(quote, { analysis, index }) {
  const { speaker } = quote;
  const confidence = speaker?.confidence ?? "check";
  const reason = speaker ? why("speaker", speaker.rule) : null;
  return h("li", {}, button({ class: "said", title: reason, data: { quote: quote.id }, on: { click: () => goTo("quote", quote.id) } },
    h("span", { class: `said-words ${quote.kind}`, dir: "auto" }, index.words(quote.span)),
    h("span", { class: "said-how" },
      h("span", { class: `confidence ${confidence}` }, t.confidence[confidence]),
      h("span", {}, [t.quoteKinds[quote.kind], howNamed(quote, index), quote.cue && `“${index.words(quote.cue.span)}”`,
        speaker?.via && t.said.through(speaker.via.name)].filter(Boolean).join(" · ")))));
}

const quoteList = (ids, view) =>
  grown(h("ul", { class: "said-list" }), ids.map((id) => view.analysis.quotes[id]), (quote) => quoteRow(quote, view), OPEN_AT_FIRST, t.said.more);

function nameOf(speaker, place) {
  const label = speaker.quotes.length > 0 && !isNobody(speaker) ? speaker.name : t.noSpeakerFound;
  return button({
    class: "speaker-name", "aria-pressed": String(state.speaker === place), title: t.said.only,
    on: { click: () => set({ speaker: state.speaker === place ? null : place }) },
  }, label);
}

/** The row that the analyser keeps for quotes without a speaker. */
export function isNobody(speaker) {
  const first = state.analysis.quotes[speaker.quotes[0]];
  return first !== undefined && first.speaker === null;
}

function group(speaker, place, most, view) {
  const { analysis, index } = view;
  const entity = speaker.entity === null ? null : analysis.entities[speaker.entity];
  const first = analysis.quotes[speaker.quotes[0]];
  const nobody = isNobody(speaker);
  const facts = [
    t.summary.quotes(speaker.quotes.length),
    t.said.words(speaker.words),
    first && t.said.first(t.paragraph(index.paragraphAt(first.span.start))),
  ].filter(Boolean).join(" · ");
  return h("li", { class: `speaker${nobody ? " nobody" : ""}${speaker.anonymous ? " unnamed" : ""}` },
    h("div", { class: "speaker-head" },
      h("h3", {}, nameOf(speaker, place)),
      entity?.role && h("p", { class: "role" }, entity.role),
      speaker.anonymous && h("p", { class: "role" }, t.said.keptBack)),
    h("p", { class: "soft" }, facts),
    shareBar(most > 0 ? speaker.words / most : 0),
    speaker.cues.length > 0 && h("p", { class: "cues" }, speaker.cues.slice(0, 6).map(({ lemma, count: n }) =>
      h("span", { class: "cue" }, lemma, n > 1 && h("b", {}, t.said.times(n))))),
    quoteList(speaker.quotes, view));
}

function notSpeech({ analysis, index }) {
  if (analysis.otherQuoted.length === 0) return null;
  return h("section", { class: "sub" },
    h("h3", {}, t.said.notSpeech),
    h("ul", { class: "plain-list" }, analysis.otherQuoted.slice(0, 50).map((other, id) =>
      h("li", {}, button({ class: "entry", on: { click: () => goTo("other", id) } },
        h("span", {}, index.words(other.span)),
        h("span", { class: "soft" }, t.otherKinds[other.kind]))))));
}

export function drawQuotes(root, view) {
  const { analysis } = view;
  if (analysis.quotes.length === 0) {
    root.append(h("p", { class: "nothing" }, t.noQuotes), notSpeech(view) ?? "");
    return;
  }
  const most = Math.max(...analysis.speakers.map((speaker) => speaker.words), 0);
  const filtering = state.speaker !== null && button({ class: "link", on: { click: () => set({ speaker: null }) } }, t.said.all);
  root.append(
    h("p", { class: "panel-note" }, t.said.note),
    filtering || "",
    ...grown(h("ol", { class: "speakers" }), analysis.speakers.map((speaker, place) => ({ speaker, place })),
      ({ speaker, place }) => group(speaker, place, most, view), SPEAKERS_AT_FIRST, t.said.moreSpeakers),
    notSpeech(view) ?? "");
}
