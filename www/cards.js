/** The card of a mark: what it is, why, and what stands around it. Built from text, opened beside the mark. */

import { button, byId, h, icon, isNarrow } from "./dom.js";
import { why } from "./derive.js";
import { dateWords, number, t, weekday } from "./messages.js";
import { howNamed } from "./reader.js";
import { choose, goTo } from "./select.js";
import { set, state } from "./state.js";
import { copy } from "./transfer.js";

let opener = null;

const row = (name, ...value) => h("div", { class: "card-row" }, h("dt", {}, name), h("dd", {}, ...value));
const reason = (text) => text && h("p", { class: "card-why" }, h("b", {}, "Why: "), text);
const link = (text, act) => button({ class: "link", on: { click: act } }, text);

function head(kind, title, extra) {
  return h("div", { class: "card-head" },
    h("span", { class: `card-kind ${extra ?? ""}` }, kind),
    h("h3", { id: "card-title", dir: "auto" }, title),
    button({ class: "round small card-close", "aria-label": "Close", on: { click: () => closeCard(true) } }, icon("close")));
}

/** Steps through the places where an entity is mentioned. */
function stepper(entity, at) {
  const all = entity.mentions;
  const here = Math.max(0, all.indexOf(at));
  const step = (by) => () => {
    const next = all[(here + by + all.length) % all.length];
    goTo("entity", entity.id, next);
    openCard({ kind: "entity", id: entity.id, mention: next }, byId("article").querySelector(`[data-m="${next}"]`));
  };
  return h("span", { class: "stepper" },
    button({ class: "round small", "aria-label": "Previous mention", on: { click: step(-1) } }, icon("prev")),
    h("span", {}, t.of(here + 1, all.length)),
    button({ class: "round small", "aria-label": "Next mention", on: { click: step(1) } }, icon("next")));
}

function entityCard({ id, mention }) {
  const { analysis, index } = state;
  const entity = analysis.entities[id];
  const at = analysis.mentions[mention ?? entity.mentions[0]];
  const speaker = analysis.speakers.findIndex((candidate) => candidate.entity === id);
  return [
    head(t.kinds[entity.kind], entity.name, `of-${entity.kind}`),
    h("dl", {},
      entity.role && row("Role", entity.role),
      entity.aliases.length > 0 && row("Also called", entity.aliases.slice(0, 6).join(", ")),
      at && at.form !== "name" && row("Here", `“${index.words(at.span)}”`),
      row("Mentions", stepper(entity, at?.id)),
      speaker >= 0 && row("Quoted", link(t.summary.quotes(analysis.speakers[speaker].quotes.length), () => {
        closeCard(false);
        set({ panel: "quotes", speaker });
      }))),
    reason(at && why("mention", at.rule)),
  ];
}

function quoteCard({ id }) {
  const { analysis, index } = state;
  const quote = analysis.quotes[id];
  const { speaker } = quote;
  const words = index.words(quote.span);
  const name = speaker ? speaker.name : t.noSpeakerFound;
  const person = speaker && speaker.entity !== null ? link(name, () => openCard({ kind: "entity", id: speaker.entity }, opener)) : name;
  return [
    head(t.confidenceLong[speaker?.confidence ?? "check"], name, `sure-${speaker?.confidence ?? "check"}`),
    h("blockquote", { class: "card-quote", dir: "auto" }, words.length > 280 ? `${words.slice(0, 280)} …` : words),
    h("dl", {},
      speaker && row("Speaker", person, ` ${howNamed(quote, index)}`),
      speaker?.via && row("Through", speaker.via.name),
      quote.cue && row("Cue", `“${index.words(quote.cue.span)}”`),
      row("Kind", t.quoteKindsLong[quote.kind])),
    reason(speaker ? why("speaker", speaker.rule) : "No words beside the quote name anyone."),
    h("div", { class: "card-actions" },
      button({ class: "quiet", on: { click: () => copy(`${words} (${name})`) } }, icon("copy"), "Copy quote")),
  ];
}

function sentenceCard({ id }) {
  const { analysis, index } = state;
  const sentence = analysis.sentences[id];
  const notes = index.findingsOf.get(id) ?? [];
  return [
    head(t.difficulty[sentence.difficulty], t.sentence(id + 1), `hard-${sentence.difficulty}`),
    h("dl", {},
      row("Words", String(sentence.words)),
      sentence.words > 0 && row("Syllables per word", number(sentence.syllables / sentence.words, 2)),
      sentence.grade !== null && row("Grade of it alone", number(sentence.grade))),
    notes.length > 0 && h("ul", { class: "card-notes" }, notes.slice(0, 8).map((finding) =>
      h("li", {}, finding.note, finding.suggestion && h("span", { class: "soft" }, ` Instead: “${finding.suggestion}”.`)))),
  ];
}

function dateCard({ id }) {
  const { analysis, index } = state;
  const date = analysis.dates[id];
  return [
    head("Date", date.value ? dateWords(date.value) : "Not resolved", "of-date"),
    h("dl", {},
      row("As written", `“${index.words(date.span)}”`),
      date.value && row("Value", h("code", {}, date.value)),
      date.value && weekday(date.value) && row("Day", weekday(date.value)),
      row("Read from", t.basis[date.basis])),
    reason(why("date", date.rule)),
    !date.value && h("p", { class: "soft" }, t.unresolvedHelp),
  ];
}

function otherCard({ id }) {
  const { analysis, index } = state;
  const other = analysis.otherQuoted[id];
  return [
    head("Quotation marks, no speech", t.otherKinds[other.kind]),
    h("blockquote", { class: "card-quote", dir: "auto" }, index.words(other.span)),
    reason(why("otherQuoted", other.rule)),
  ];
}

function blockCard({ id }) {
  const block = state.analysis.blocks[id];
  return [
    head(block.prose ? "Counted" : "Not counted in the grade", t.blocks[block.kind]),
    reason(why("block", block.rule)),
  ];
}

const CARDS = { entity: entityCard, quote: quoteCard, sentence: sentenceCard, date: dateCard, other: otherCard, block: blockCard };

/** Whatever else covers the mark, one step away. */
function stack({ kind, id }, mark) {
  const { e, q, d, o, m } = mark?.dataset ?? {};
  const s = mark?.closest("[data-s]")?.dataset.s;
  const { analysis } = state;
  const others = [
    e !== undefined && ["entity", Number(e), analysis.entities[e].name, Number(m)],
    d !== undefined && ["date", Number(d), "date"],
    q !== undefined && ["quote", Number(q), `quote ${Number(q) + 1}`],
    o !== undefined && ["other", Number(o), "quotation marks"],
    s !== undefined && ["sentence", Number(s), `sentence ${Number(s) + 1}, ${t.difficulty[analysis.sentences[s].difficulty].toLowerCase()}`],
  ].filter((item) => item && !(item[0] === kind && item[1] === id));
  if (others.length === 0) return null;
  return h("p", { class: "card-stack" }, "Also here: ", others.map(([other, at, name, mention], i) =>
    [i > 0 && " · ", link(name, () => openCard({ kind: other, id: at, mention }, mark))]));
}

/** Beside the mark on a wide page; the sheet at the bottom of a phone needs no place. */
function place(card, mark) {
  card.style.removeProperty("left");
  card.style.removeProperty("top");
  if (isNarrow() || !mark) return;
  const { left, top, bottom } = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const below = bottom + 8 + height < innerHeight;
  // Kept over the article, so that the list beside it stays in view.
  const edge = Math.max(byId("article").closest(".sheet").getBoundingClientRect().right, width) - width - 12;
  card.style.left = `${Math.max(8, Math.min(left - 12, edge))}px`;
  card.style.top = `${below ? bottom + 8 : Math.max(8, top - height - 8)}px`;
}

/** Opens the card of { kind, id } beside an element of the article. */
export function openCard(what, mark) {
  const card = byId("card");
  opener = mark ?? opener;
  choose(what.kind, what.id);
  card.replaceChildren(...[...CARDS[what.kind](what), stack(what, mark)].filter(Boolean));
  if (!card.matches(":popover-open")) card.showPopover?.();
  card.classList.add("open");
  place(card, mark);
}

export function closeCard(refocus) {
  const card = byId("card");
  if (!card.classList.contains("open")) return false;
  if (card.matches(":popover-open")) card.hidePopover();
  card.classList.remove("open");
  choose(null);
  if (refocus) opener?.focus({ preventScroll: true });
  return true;
}

/** What a click on the article means: the innermost mark wins. */
export function cardOf(target) {
  const mark = target.closest("[data-mark]");
  if (!mark) {
    const box = target.closest(".sentence.hard, .sentence.veryHard");
    return box && target.closest(".gutter") ? { what: { kind: "sentence", id: Number(box.dataset.s) }, mark: box } : null;
  }
  const { e, q, d, o, b, m } = mark.dataset;
  if (mark.dataset.mark === "block") return { what: { kind: "block", id: Number(b) }, mark };
  if (mark.dataset.mark === "quote") return { what: { kind: "quote", id: Number(q) }, mark };
  if (d !== undefined) return { what: { kind: "date", id: Number(d) }, mark };
  if (e !== undefined) return { what: { kind: "entity", id: Number(e), mention: Number(m) }, mark };
  if (q !== undefined) return { what: { kind: "quote", id: Number(q) }, mark };
  return o === undefined ? null : { what: { kind: "other", id: Number(o) }, mark };
}
