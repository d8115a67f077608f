// The article with its marks: pieces that no edge of a mark divides, each layer on a channel of its own, nothing nested.
import { flatten } from "../export/flatten.js";
import { labelOf, marksOf } from "../export/marks.js";
import { DIFFICULTIES, speakerOf, trust } from "../export/view.js";
import { make, pressable } from "./dom.js";

/** Blocks drawn at once; the rest follow in slices that do not hold up a key press. */
const AT_ONCE = 40;
const SLICE_MS = 10;
const LONGEST_GLUED = 24;
const TAGS = new Map([["headline", "h2"], ["subheading", "h3"], ["blockquote", "blockquote"], ["paragraph", "p"]]);

/** What of the marks over a piece a click can mean, the innermost last. */
const choosable = (over) => over.filter(({ layer }) => layer !== "residue");

function chip(quote, count) {
  const unsure = trust(quote) === "check";
  const said = quote.speaker ? `said by ${speakerOf(quote)}` : speakerOf(quote);
  return pressable(
    { class: unsure ? "chip unsure" : "chip", part: "chip", tabindex: -1, "aria-label": `Quote ${quote.id + 1} of ${count}, ${said}${unsure ? " ?" : ""}` },
    make("bdi", { class: "chip-name" }, speakerOf(quote)), unsure && " ?",
  );
}

/** Draws pieces and remembers which marks lie over which element. */
class Drawing {
  /** @type {WeakMap<Element, object[]>} the marks over an element, the innermost last */
  over = new WeakMap();

  constructor(analysis) {
    this.analysis = analysis;
  }

  mark(words, { start, over }, opens) {
    const marks = choosable(over).filter(({ layer }) => layer !== "sentence");
    if (marks.length === 0) return document.createTextNode(words);
    const looks = [...new Set(marks.map(({ look }) => look))];
    const begins = opens && marks.some((mark) => mark.look === "quote" && mark.start === start);
    // Of a mark that edges divide, the keys stop at the first piece only.
    const stops = opens && marks.at(-1).start === start;
    const element = make("mark", { class: [...looks, begins && "opens", stops && "stop"].filter(Boolean).join(" "), part: `mark ${looks.join(" ")}`, tabindex: -1 }, words);
    this.over.set(element, choosable(over));
    return element;
  }

  /** A piece, and behind it the speakers of the quotes that end with it, kept on the line of their last word. */
  piece(piece) {
    const words = this.analysis.text.slice(piece.start, piece.end);
    const seen = piece.over.some(({ layer }) => layer === "residue") ? "" : words;
    const chips = piece.over.filter(({ layer, end }) => layer === "quote" && end === piece.end).map((mark) => {
      const element = chip(mark.item, this.analysis.quotes.length);
      element.classList.add("stop");
      this.over.set(element, [...choosable(piece.over).filter((other) => other !== mark), mark]);
      return element;
    });
    if (chips.length === 0) return seen === "" ? [] : [this.mark(seen, piece, true)];
    const cut = Math.max(0, seen.search(/\S+\s*$/));
    if (seen.length - cut > LONGEST_GLUED) return [this.mark(seen, piece, true), ...chips];
    const head = cut > 0 ? [this.mark(seen.slice(0, cut), piece, true)] : [];
    const tail = seen === "" ? [] : [this.mark(seen.slice(cut), piece, cut === 0)];
    return [...head, make("span", { class: "glue" }, tail, chips)];
  }

  sentence(mark) {
    const { difficulty } = mark.item;
    const gutter = make("span", { class: "gutter", part: "gutter", "data-label": DIFFICULTIES.get(difficulty), "aria-hidden": "true" });
    this.over.set(gutter, [mark]);
    return make("span", { class: `sentence ${difficulty}` }, gutter);
  }

  block([block, pieces]) {
    const { kind, prose } = block;
    const element = make(TAGS.get(kind) ?? "p", { class: `block ${kind}${prose ? "" : " aside"}`, part: `block ${kind}` });
    const label = labelOf(block);
    if (label) element.append(make("span", { class: "kind" }, label, " "));
    let box = element;
    let current;
    for (const piece of pieces) {
      const hard = piece.over.find(({ layer }) => layer === "sentence");
      if (hard !== current) {
        current = hard;
        box = hard ? element.appendChild(this.sentence(hard)) : element;
      }
      box.append(...this.piece(piece));
    }
    return element;
  }

  *blocks() {
    for (const cut of flatten(this.analysis.blocks, marksOf(this.analysis))) yield this.block(cut);
  }
}

/** The text without marks. */
function* plainBlocks(text) {
  for (const [line] of text.matchAll(/\S.*/g)) yield make("p", { class: "block paragraph", part: "block paragraph" }, line);
}

/** Elements until there are `most` or the time is up. */
function some(blocks, most, until) {
  const taken = [];
  while (taken.length < most && performance.now() < until) {
    const { value, done } = blocks.next();
    if (done) return { taken, done };
    taken.push(value);
  }
  return { taken, done: false };
}

async function growOn(root, blocks, signal) {
  for (let done = false; !done;) {
    await new Promise((next) => setTimeout(next));
    if (signal.aborted) return;
    const slice = some(blocks, Infinity, performance.now() + SLICE_MS);
    root.append(...slice.taken);
    done = slice.done;
  }
  root.ariaBusy = "false";
}

/** Fills `root`, a screenful at once and the rest in slices, until `signal` says that it is of no more use. */
function grow(root, blocks, signal) {
  const { taken, done } = some(blocks, AT_ONCE, Infinity);
  root.replaceChildren(...taken);
  root.ariaBusy = String(!done);
  return done ? Promise.resolve() : growOn(root, blocks, signal);
}

/** Draws an analysis; gives `over(element)`, the marks over an element, and `whole`, which resolves when all stands. */
export function drawArticle(root, analysis, signal) {
  const drawing = new Drawing(analysis);
  const whole = grow(root, drawing.blocks(), signal);
  return { over: (element) => drawing.over.get(element) ?? [], whole };
}

export const drawPlain = (root, text, signal) => grow(root, plainBlocks(text), signal);
