/** The card of a mark: what it is, why, and what stands around it. Built from text, opened beside the mark. */

import { button, byId, h, icon, isNarrow } from "./dom.js";
import { counting, toggleLine } from "./counted.js";
import { why } from "./derive.js";
import { dateWords, number, weekday } from "./format.js";
import { t } from "./messages.js";
import { grown, grownWords } from "./more.js";
import { howNamed } from "./reader.js";
import { controlIn, editedBadge, wrongSpeaker } from "./reassign.js";
import { choose, elementOf, goTo } from "./select.js";
import { lowerSheet } from "./sheet.js";
import { on, set, state } from "./state.js";
import { copy, cited } from "./transfer.js";

const ALIASES_AT_FIRST = 6;
const NOTES_AT_FIRST = 8;

/** What is open, the mark it stands beside, where the focus goes back to, and whether the pointer alone opened it. */
let shown = null;

const row = (name, ...value) => h("div", { class: "card-row" }, h("dt", {}, name), h("dd", {}, ...value));
const reason = (text) => text && h("p", { class: "card-why" }, h("b", {}, t.card.why), text);
const link = (text, act) => button({ class: "link", on: { click: act } }, text);

function head(kind, title, extra) {
  return h("div", { class: "card-head" },
    h("span", { class: `card-kind ${extra ?? ""}` }, kind),
    h("h3", { id: "card-title", dir: "auto" }, title),
    button({ class: "round small card-close", "aria-label": t.card.close, on: { click: () => closeCard(true) } }, icon("close")));
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
    button({ class: "round small", "aria-label": t.card.previous, on: { click: step(-1) } }, icon("prev")),
    h("span", {}, t.of(here + 1, all.length)),
    button({ class: "round small", "aria-label": t.card.next, on: { click: step(1) } }, icon("next")));
}

function entityCard({ id, mention }) {
  const { analysis, index } = state;
  const entity = analysis.entities[id];
  const at = analysis.mentions[mention ?? entity.mentions[0]];
  const speaker = analysis.speakers.findIndex((candidate) => candidate.entity === id);
  return [
    head(t.kinds[entity.kind], entity.name, `of-${entity.kind}`),
    h("dl", {},
      entity.role && row(t.card.role, entity.role),
      entity.aliases.length > 0 && row(t.card.aliases, ...grownWords(entity.aliases, ALIASES_AT_FIRST, t.more)),
      at && at.form !== "name" && row(t.card.here, `“${index.words(at.span)}”`),
      row(t.card.mentions, stepper(entity, at?.id)),
      speaker >= 0 && row(t.card.quoted, link(t.summary.quotes(analysis.speakers[speaker].quotes.length), () => {
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
  const person = speaker && speaker.entity !== null ? link(name, () => openCard({ kind: "entity", id: speaker.entity }, shown.mark)) : name;
  return [
    head(editedBadge(quote) || t.confidenceLong[speaker?.confidence ?? "check"], name, `sure-${speaker?.confidence ?? "check"}`),
    h("blockquote", { class: "card-quote", dir: "auto" }, words.length > 280 ? `${words.slice(0, 280)} …` : words),
    h("dl", {},
      speaker && row(t.card.speaker, person, `, ${howNamed(quote, index)}`),
      speaker?.via && row(t.card.through, speaker.via.name),
      quote.cue && row(t.card.cue, `“${index.words(quote.cue.span)}”`),
      row(t.card.kind, t.quoteKindsLong[quote.kind])),
    !quote.edited && reason(speaker ? why("speaker", speaker.rule) : t.card.noSpeakerWhy),
    h("div", { class: "card-actions" },
      button({ class: "quiet", on: { click: () => copy(cited(analysis, quote)) } }, icon("copy"), t.card.copyQuote),
      wrongSpeaker(quote, () => controlIn("card", id) ?? controlIn("panel", id))),
  ];
}

function sentenceCard({ id }) {
  const { analysis, index } = state;
  const sentence = analysis.sentences[id];
  const notes = index.findingsOf.get(id) ?? [];
  return [
    head(t.difficulty[sentence.difficulty], t.sentence(id + 1), `hard-${sentence.difficulty}`),
    h("dl", {},
      row(t.card.words, String(sentence.words)),
      sentence.words > 0 && row(t.card.syllables, number(sentence.syllables / sentence.words, 2)),
      sentence.grade !== null && row(t.card.gradeAlone, number(sentence.grade))),
    notes.length > 0 && grown(h("ul", { class: "card-notes" }), notes, (finding) =>
      h("li", {}, finding.note, finding.suggestion && h("span", { class: "soft" }, t.card.instead(finding.suggestion))), NOTES_AT_FIRST, t.more),
  ].flat();
}

function dateCard({ id }) {
  const { analysis, index } = state;
  const date = analysis.dates[id];
  return [
    head(t.card.date, date.value ? dateWords(date.value) : t.card.notResolved, "of-date"),
    h("dl", {},
      row(t.card.asWritten, `“${index.words(date.span)}”`),
      date.value && row(t.card.value, h("code", {}, date.value)),
      date.value && weekday(date.value) && row(t.card.day, weekday(date.value)),
      row(t.card.readFrom, t.basis[date.basis])),
    reason(why("date", date.rule)),
    !date.value && h("p", { class: "soft" }, t.unresolvedHelp),
  ];
}

function otherCard({ id }) {
  const { analysis, index } = state;
  const other = analysis.otherQuoted[id];
  return [
    head(t.card.noSpeech, t.otherKinds[other.kind]),
    h("blockquote", { class: "card-quote", dir: "auto" }, index.words(other.span)),
    reason(why("otherQuoted", other.rule)),
  ];
}

function blockCard({ id }) {
  const block = state.analysis.blocks[id];
  const counted = counting()(block, id);
  return [
    head(counted ? t.card.counted : t.card.notCounted, t.blocks[block.kind]),
    reason(why("block", block.rule)),
    !block.prose && h("div", { class: "card-actions" }, button({ class: "quiet", on: { click: () => toggleLine(id) } }, t.leftOut.one(counted))),
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
    d !== undefined && ["date", Number(d), t.card.aDate],
    q !== undefined && ["quote", Number(q), t.card.aQuote(Number(q) + 1)],
    o !== undefined && ["other", Number(o), t.card.someMarks],
    s !== undefined && ["sentence", Number(s), t.card.aSentence(Number(s) + 1, t.difficulty[analysis.sentences[s].difficulty])],
  ].filter((item) => item && !(item[0] === kind && item[1] === id));
  if (others.length === 0) return null;
  return h("p", { class: "card-stack" }, t.card.alsoHere, others.map(([other, at, name, mention], i) =>
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

function draw() {
  const { what, mark } = shown;
  const card = byId("card");
  card.replaceChildren(...[...CARDS[what.kind](what), stack(what, mark)].filter(Boolean));
  if (!card.matches(":popover-open")) card.showPopover?.();
  card.classList.add("open");
  place(card, mark);
}

/** Opens the card of { kind, id } beside an element of the article and chooses it. */
export function openCard(what, mark, { back = mark, focus = false } = {}) {
  shown = { what, mark: mark ?? shown?.mark, back: back ?? shown?.back, peek: false, of: state.analysis };
  choose(what.kind, what.id);
  draw();
  if (focus) byId("card").querySelector("button").focus();
}

/** Shows a card for as long as the pointer stays: nothing is chosen, and a card that was asked for is not disturbed. */
export function peekCard(what, mark) {
  if (shown && !shown.peek) return;
  shown = { what, mark, back: null, peek: true, of: state.analysis };
  draw();
}

/** Who presses something in a card wants it to stay. */
export function pinCard() {
  if (!shown?.peek) return;
  shown.peek = false;
  shown.back = shown.mark;
  choose(shown.what.kind, shown.what.id);
}

/** Puts away a card that the pointer alone had opened. */
export const endPeek = () => shown?.peek && closeCard(false);

/** From a row of a panel: goes to the words in the text and opens their card there; closing it leads back to the row. */
export function openAt(what, { currentTarget, detail }) {
  lowerSheet();
  const mention = what.mention ?? null;
  goTo(what.kind, what.id, mention);
  openCard(what, elementOf(mention === null ? what.kind : "mention", mention ?? what.id), { back: currentTarget, focus: detail === 0 });
}

export function closeCard(refocus) {
  const card = byId("card");
  if (!shown) return false;
  const { peek, back, mark } = shown;
  shown = null;
  if (card.matches(":popover-open")) card.hidePopover();
  card.classList.remove("open");
  if (peek) return true;
  choose(null);
  if (!refocus) return true;
  back?.focus({ preventScroll: true });
  // The row may lie in a sheet that was put away.
  if (document.activeElement !== back) mark?.focus({ preventScroll: true });
  return true;
}

/** A chip, line or row as it is now: those of a corrected quote and of a line taken in are new ones. */
function again(element, { kind, id }) {
  if (!element || element.isConnected) return element;
  const inText = element.matches(".chip, .kind, .block");
  return inText ? byId("article").querySelector(`.${element.classList[0]}[data-${kind[0]}="${id}"]`) : document.querySelector(`[data-${kind}="${id}"]`);
}

/** After a change of the article the card goes; after a corrected speaker it says the new one. */
function follow({ analysis }) {
  if (!shown) return;
  const { of, what } = shown;
  // A line that was taken in or left out is still the same line; anything else may stand elsewhere now.
  const stands = of.sentences === analysis?.sentences || (what.kind === "block" && of.text === analysis?.text);
  if (!stands) {
    closeCard(false);
    return;
  }
  const acting = byId("card").querySelector(".card-actions :focus") !== null;
  shown.of = analysis;
  shown.mark = again(shown.mark, shown.what);
  shown.back = again(shown.back, shown.what);
  draw();
  if (acting) byId("card").querySelector(".card-actions button")?.focus();
}

export function startCards() {
  on(["analysis"], follow);
  addEventListener("scroll", () => shown && place(byId("card"), shown.mark), { passive: true });
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
