/** Draws the article: blocks, sentences, flat marks, speaker chips. One channel per layer, nothing nested. */

import { button, h } from "./dom.js";
import { t } from "./messages.js";
import { segment } from "./segments.js";

/** Blocks drawn before the first paint; the rest follow in slices short enough not to hold up a key press. */
const AT_ONCE = 40;
const SLICE_MS = 10;

const TAGS = { headline: "h2", subheading: "h3", blockquote: "blockquote" };
const UNDERLINES = { person: "person", organization: "organization", place: "place", facility: "place" };
/** Kinds that a reader knows by their looks. */
const UNLABELLED = new Set(["paragraph", "headline", "subheading", "blockquote", "listItem"]);
const LONGEST_GLUED = 24;

/** Markup of a whole block that the residue spans did not name is still shown as it stands: nothing is hidden unseen. */
const shown = (text, piece) => (piece.residue ? "" : text.slice(piece.start, piece.end));

function speakerLabel(quote, index) {
  if (!quote.speaker) return { text: t.noSpeaker, unsure: !quote.edited };
  const { speaker } = quote;
  const text = speaker.anonymous ? t.anonymous : index.shortName(speaker);
  return { text, unsure: speaker.confidence === "check", anonymous: speaker.anonymous };
}

/** How the speaker is named beside the quote, in words. */
export function howNamed(quote, index) {
  if (quote.edited) return t.reassign.byYou;
  if (!quote.speaker) return null;
  const mention = index.mentionAt(quote.speaker.mention);
  const words = index.words(quote.speaker.mention);
  return (t.forms[mention?.form] ?? t.forms.other)(words);
}

function chip(quote, analysis, index) {
  const label = speakerLabel(quote, index);
  // Whoever hears the label hears what the chip shows, too.
  const name = label.anonymous ? t.unnamedSpeaker(quote.speaker.name) : quote.speaker?.name ?? null;
  return button({
    class: `chip${label.unsure ? " unsure" : ""}${label.anonymous ? " unnamed" : ""}`,
    tabindex: -1,
    data: { mark: "quote", q: quote.id },
    "aria-label": t.chipLabel(quote.id + 1, analysis.quotes.length, name, howNamed(quote, index)),
  }, h("span", { class: "chip-name" }, label.text), label.unsure && "?", quote.edited && [" ", h("span", { class: "chip-edited" }, t.reassign.edited)]);
}

/** Draws the chips of quotes whose speaker changed; where the article still grows, the later ones when it stands. */
export function redrawChips(root, before, analysis, index) {
  const first = root.firstChild;
  const changed = analysis.quotes.filter((quote) => quote !== before.quotes[quote.id]);
  const redraw = () => {
    if (root.firstChild !== first) return;
    for (const quote of changed) {
      for (const old of root.querySelectorAll(`.chip[data-q="${quote.id}"]`)) {
        const fresh = chip(quote, analysis, index);
        fresh.tabIndex = old.tabIndex;
        old.replaceWith(fresh);
      }
    }
  };
  redraw();
  if (isGrowing()) drawn().then(redraw);
}

/** Class and data of one segment; null when no layer covers it. */
function look(piece, analysis, index) {
  const { quote, spoken, mention, date, other } = piece;
  const classes = [];
  const data = {};
  if (quote) {
    classes.push(spoken ? "quote" : "reported");
    if (spoken?.start === piece.start) classes.push("opens");
    data.q = quote.ref;
    const voice = analysis.quotes[quote.ref].speaker;
    if (!voice) classes.push("voiceless");
  }
  if (other) {
    classes.push("other");
    data.o = other.ref;
  }
  if (mention) {
    const { entity, form } = analysis.mentions[mention.ref];
    data.e = entity;
    data.m = mention.ref;
    const kind = analysis.entities[entity].kind;
    if (form === "pronoun") classes.push("pronoun");
    else classes.push("entity", UNDERLINES[kind] ?? "thing", form);
    if (index.introductions.has(mention.ref) && mention.end === piece.end) {
      classes.push("introduced");
      data.kind = t.kinds[kind].toLowerCase();
    }
  }
  if (date) {
    classes.push("when");
    data.d = date.ref;
  }
  return classes.length === 0 ? null : { classes, data, said: speaking && kindSaid(piece, analysis) };
}

/** Whether marks say their kind to a screen reader; most readers would rather hear the article alone. */
let speaking = false;

/** What a mark is called where it begins, or null. */
function kindSaid({ start, spoken, mention, date }, analysis) {
  const names = [
    spoken?.start === start && t.quoteMark,
    mention?.start === start && t.kinds[analysis.entities[analysis.mentions[mention.ref].entity].kind].toLowerCase(),
    date?.start === start && t.card.aDate,
  ].filter(Boolean);
  return names.length > 0 ? `${names.join(", ")}: ` : null;
}

function mark(text, appearance) {
  if (!appearance) return document.createTextNode(text);
  const { classes, data, said } = appearance;
  return h("mark", { class: classes.join(" "), tabindex: -1, data: { mark: "", ...data } }, said && h("span", { class: "hidden" }, said), text);
}

/** Keeps a chip on the line of the word before it. */
function glued(text, appearance, theChip) {
  const cut = text.search(/\S+$/);
  const tail = cut < 0 ? text : text.slice(cut);
  if (tail.length > LONGEST_GLUED) return [mark(text, appearance), theChip];
  const less = (name) => appearance && appearance.classes.filter((other) => other !== name);
  const again = appearance && { ...appearance, said: cut === 0 && appearance.said, classes: cut === 0 ? appearance.classes : less("opens") };
  return [cut > 0 && mark(text.slice(0, cut), appearance && { ...appearance, classes: less("introduced") }), h("span", { class: "glue" }, mark(tail, again), theChip)];
}

/** The last segment of each quote in this block, so that its chip follows it. */
function chipPlaces(segments) {
  const places = new Map();
  for (const piece of segments) if (piece.quote && !piece.residue) places.set(piece.quote.ref, piece);
  return new Map([...places].map(([quote, piece]) => [piece, quote]));
}

function sentenceBox(id, analysis, index) {
  const { difficulty } = analysis.sentences[id];
  const marked = difficulty !== "plain" && index.inGrade(analysis.sentences[id]);
  const box = h("span", { class: `sentence${marked ? ` ${difficulty}` : ""}`, data: { s: id } });
  if (marked) box.append(h("span", { class: "gutter", data: { label: t.gutter[difficulty] }, "aria-hidden": "true" }));
  return box;
}

function blockElement(analysis, index, { block, segments }) {
  const { kind, prose, span } = analysis.blocks[block];
  const element = h(TAGS[kind] ?? "p", { class: `block ${kind}${prose ? "" : " aside"}${!prose && index.isCounted(block) ? " counted" : ""}`, data: { b: block } });
  const chips = chipPlaces(segments);
  let box = element;
  let current = null;
  for (const piece of segments) {
    const sentence = piece.sentence?.ref ?? null;
    if (sentence !== current) {
      current = sentence;
      box = sentence === null ? element : element.appendChild(sentenceBox(sentence, analysis, index));
    }
    const text = shown(analysis.text, piece);
    if (text === "") continue;
    const appearance = look(piece, analysis, index);
    if (chips.has(piece)) box.append(...glued(text, appearance, chip(analysis.quotes[chips.get(piece)], analysis, index)).filter(Boolean));
    else box.append(mark(text, appearance));
  }
  if (!UNLABELLED.has(kind)) element.prepend(button({ class: "kind", tabindex: -1, data: { mark: "block", b: block } }, t.blocks[kind]));
  if (span.start === span.end) element.hidden = true;
  return element;
}

let unfinished = null;
let whole = Promise.resolve();

/** Resolves when the article stands to its end, or gives way to another. */
export const drawn = () => whole;

/** Whether the article still grows. */
export const isGrowing = () => unfinished !== null;

function* drawing(analysis, index) {
  for (const cut of segment(analysis)) yield blockElement(analysis, index, cut);
}

/** Finishes at once what was being drawn in slices: paper does not wait. */
export function finish() {
  unfinished?.(Infinity);
}

/** Fills `root` with what `blocks` yields. Long articles go on in slices after the first screenful. */
function grow(root, blocks) {
  root.tabIndex = 0;
  /** Elements until there are `most` of them or the time is up; what is left is drawn later. */
  const take = (most, until) => {
    const part = document.createDocumentFragment();
    for (let n = 0; n < most && (n % 8 > 0 || performance.now() < until); n++) {
      const { value, done } = blocks.next();
      if (done) {
        unfinished = null;
        break;
      }
      part.append(value);
    }
    return part;
  };
  let done;
  whole = new Promise((resolve) => { done = resolve; });
  const later = () => {
    // Told to screen readers, which then wait with reading, and to whoever waits for the whole article.
    root.setAttribute("aria-busy", String(unfinished === more));
    if (unfinished === more) setTimeout(more, 0, SLICE_MS);
    else done();
  };
  const more = (budget) => {
    if (unfinished !== more) return void done();
    root.append(take(Infinity, performance.now() + budget));
    later();
  };
  unfinished = more;
  root.replaceChildren(take(AT_ONCE, Infinity));
  later();
}

/** Draws the article into `root`, with marks that say their kind or without. */
export function draw(root, analysis, index, aloud) {
  speaking = aloud;
  grow(root, drawing(analysis, index));
}

function* plain(text) {
  for (const [line] of text.matchAll(/\S.*/g)) yield h("p", { class: "block paragraph" }, line);
}

/** The article without marks: what a reader sees before, or without, an analysis. */
export const drawPlain = (root, text) => grow(root, plain(text));
