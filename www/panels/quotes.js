/** Who said what: one group per speaker, most quoted words first; the unnamed and the unfound are never hidden. */

import { openAt } from "../cards.js";
import { shareBar, shareLine } from "../charts.js";
import { isNobody, quotedWords, why } from "../derive.js";
import { button, h } from "../dom.js";
import { number } from "../format.js";
import { t } from "../messages.js";
import { grown } from "../more.js";
import { howNamed } from "../reader.js";
import { controlIn, editedBadge, wrongSpeaker } from "../reassign.js";
import { set, state } from "../state.js";
import { dataTable } from "../tables.js";

const OPEN_AT_FIRST = 4;
const SPEAKERS_AT_FIRST = 40;
const MARKS_AT_FIRST = 50;
const CUES_AT_FIRST = 6;
const IN_CHART = 8;

function quoteRow(quote, { index }) {
  const { speaker } = quote;
  const confidence = speaker?.confidence ?? "check";
  const reason = speaker && !quote.edited ? why("speaker", speaker.rule) : null;
  return h("li", { class: "said-row" }, button({ class: "said", title: reason, data: { quote: quote.id }, on: { click: (event) => openAt({ kind: "quote", id: quote.id }, event) } },
    h("span", { class: `said-words ${quote.kind}`, dir: "auto" }, index.words(quote.span)),
    h("span", { class: "said-how" },
      editedBadge(quote) || h("span", { class: `confidence ${confidence}` }, t.confidence[confidence]),
      h("span", {}, [t.quoteKinds[quote.kind], !quote.edited && howNamed(quote, index), quote.cue && `“${index.words(quote.cue.span)}”`,
        speaker?.via && t.said.through(speaker.via.name)].filter(Boolean).join(" · ")))),
  wrongSpeaker(quote, () => controlIn("panel", quote.id)));
}

const quoteList = (ids, view) =>
  grown(h("ul", { class: "said-list" }), ids.map((id) => view.analysis.quotes[id]), (quote) => quoteRow(quote, view), OPEN_AT_FIRST, t.said.more);

function nameOf(speaker, place) {
  return button({
    class: "speaker-name", id: `speaker-${place}`, "aria-pressed": String(state.speaker === place), title: t.said.only,
    on: { click: () => set({ speaker: state.speaker === place ? null : place }) },
  }, kindOf(speaker) === "nobody" ? t.said.unfound : speaker.name);
}

/** Which of the three groups a row of the speakers belongs to. */
const kindOf = (speaker) => (isNobody(state.analysis, speaker) ? "nobody" : speaker.anonymous ? "unnamed" : "named");

function group({ speaker, place }, most, view) {
  const { analysis, index } = view;
  const entity = speaker.entity === null ? null : analysis.entities[speaker.entity];
  const first = analysis.quotes[speaker.quotes[0]];
  const facts = [
    t.summary.quotes(speaker.quotes.length),
    t.said.words(speaker.words),
    first && t.said.first(t.paragraph(index.paragraphAt(first.span.start))),
  ].filter(Boolean).join(" · ");
  return h("li", { class: `speaker ${kindOf(speaker)}` },
    h("div", { class: "speaker-head" },
      h("h4", {}, nameOf(speaker, place)),
      entity?.role && h("p", { class: "role" }, entity.role)),
    h("p", { class: "soft" }, facts),
    shareLine(most > 0 ? speaker.words / most : 0),
    speaker.cues.length > 0 && h("p", { class: "cues" }, h("span", { class: "hidden" }, t.said.cues), grown(h("span", {}), speaker.cues, ({ lemma, count: n }) =>
      h("span", {}, h("span", { class: "cue" }, lemma, " ", h("b", {}, number(n))), " "), CUES_AT_FIRST, t.more)),
    quoteList(speaker.quotes, view));
}

/** One of the three kinds of speakers; the last two are said even when there are none. */
function kindOfSpeakers(title, rows, none, most, view) {
  return h("section", { class: "sub" },
    h("h3", {}, title, " ", h("span", { class: "soft" }, number(rows.length))),
    rows.length === 0 && h("p", { class: "soft" }, none),
    grown(h("ol", { class: "speakers" }), rows, (row) => group(row, most, view), SPEAKERS_AT_FIRST, t.said.moreSpeakers));
}

/** Who speaks how much: a bar of shares, and the same as a table. */
function shares(speakers) {
  const total = quotedWords(speakers);
  if (total === 0 || speakers.length < 2) return null;
  const name = (speaker) => (kindOf(speaker) === "nobody" ? t.noSpeakerFound : speaker.name);
  const share = (words) => `${Math.round((words / total) * 100)}%`;
  const shown = speakers.filter(({ words }) => words > 0);
  const parts = shown.slice(0, IN_CHART).map((speaker) => ({ kind: kindOf(speaker), share: speaker.words / total, name: name(speaker) }));
  const rest = quotedWords(shown.slice(IN_CHART));
  if (rest > 0) parts.push({ kind: "rest", share: rest / total, name: t.said.others(shown.length - IN_CHART) });
  const labels = parts.map((part) => `${part.name} ${Math.round(part.share * 100)}%`);
  return h("section", { class: "shares" }, h("h3", {}, t.said.howMuch), shareBar(parts, t.said.shares(labels.join(", "))),
    h("p", { class: "soft" }, t.said.leading(labels.slice(0, 3), labels.length > 3)),
    dataTable(t.reading.table, t.said.heads, () => speakers.map((speaker) => [name(speaker), number(speaker.quotes.length), number(speaker.words), share(speaker.words)])));
}

function notSpeech({ analysis, index }) {
  if (analysis.otherQuoted.length === 0) return null;
  return h("section", { class: "sub" },
    h("h3", {}, t.said.notSpeech),
    grown(h("ul", { class: "plain-list" }), analysis.otherQuoted.map((other, id) => ({ other, id })), ({ other, id }) =>
      h("li", {}, button({ class: "entry", on: { click: (event) => openAt({ kind: "other", id }, event) } },
        h("span", {}, index.words(other.span)),
        h("span", { class: "soft" }, t.otherKinds[other.kind]))), MARKS_AT_FIRST, t.said.moreMarks));
}

export function drawQuotes(root, view) {
  const { analysis } = view;
  if (analysis.quotes.length === 0) {
    root.append(h("p", { class: "nothing" }, t.noQuotes), notSpeech(view) ?? "");
    return;
  }
  const most = Math.max(...analysis.speakers.slice(0, 1).map((speaker) => speaker.words), 0);
  const rows = analysis.speakers.map((speaker, place) => ({ speaker, place }));
  const of = (kind) => rows.filter(({ speaker }) => kindOf(speaker) === kind);
  const filtering = state.speaker !== null && button({ class: "link", on: { click: () => set({ speaker: null }) } }, t.said.all);
  root.append(
    h("p", { class: "panel-note" }, t.said.note),
    filtering || "",
    shares(analysis.speakers) ?? "",
    kindOfSpeakers(t.said.named, of("named"), t.said.noneNamed, most, view),
    kindOfSpeakers(t.said.unnamed, of("unnamed"), t.said.noneUnnamed, most, view),
    kindOfSpeakers(t.noSpeakerFound, of("nobody"), t.said.noneUnfound, most, view),
    notSpeech(view) ?? "");
}
