// The element's shadow tree: toolbar, article, card, panels, and what moves between them.
import { view } from "../export/view.js";
import { drawArticle, drawPlain } from "./draw.js";
import { make, moveStop, pressable, step } from "./dom.js";
import { LAYERS, listed, PANELS } from "./layers.js";
import { drawPanels } from "./panels.js";
import { sheet } from "./style.js";
import { brief, failure, tell } from "./words.js";

/** Names of what is marked, as the event `mark-select` tells them. */
const KINDS = { quote: "quote", name: "mention", date: "date", sentence: "sentence" };
/** The same thing, wherever it stands: all mentions of one entity are one. */
const sameAs = (mark) => (mark.layer === "name" ? (other) => other.layer === "name" && other.item.entity === mark.item.entity : (other) => other.item === mark.item);

export class Surface {
  #host;
  #act;
  #slot = make("slot");
  #article = make("div", { class: "article", part: "article", dir: "auto" });
  #notes = make("div", { class: "notes", role: "status" });
  #card = make("div", { class: "card-place", role: "status" });
  #panels = make("div", { class: "panels", part: "panels" });
  #toggles;
  #toolbar;
  #base;
  /** The analysis shown, the questions to it, and the marks over each element; null while there is none. */
  #shown = null;
  #panel = null;
  #chosen = null;

  constructor(host, root, act) {
    this.#host = host;
    this.#act = act;
    this.#toggles = new Map([...LAYERS].map(([name, { label }]) => [name, pressable(
      { class: "toggle", part: "toggle", on: { click: () => this.#toggle(name) } }, make("span", { class: `legend ${name}`, "aria-hidden": "true" }), label)]));
    this.#toolbar = make("div", { class: "toolbar", part: "toolbar", role: "group", "aria-label": "Marks", hidden: "" }, [...this.#toggles.values()]);
    this.#article.hidden = true;
    this.#panels.hidden = true;
    const text = make("div", { class: "text" }, this.#toolbar, this.#notes, make("div", { class: "plain" }, this.#slot), this.#article, this.#card);
    this.#base = make("div", { class: "base", part: "base" }, make("div", { class: "columns" }, text, this.#panels));
    root.adoptedStyleSheets = [sheet()];
    root.append(this.#base);
    this.#article.addEventListener("click", (event) => this.#click(event));
    this.#article.addEventListener("keydown", (event) => this.#key(event));
    this.#article.addEventListener("focusin", ({ target }) => {
      if (this.#stack(target).length > 0) moveStop(this.#article.querySelectorAll('[tabindex="0"]'), target, false);
    });
    this.#base.addEventListener("keydown", ({ key }) => key === "Escape" && this.#chosen && this.#choose(null));
  }

  /** Follows the attributes. */
  dress() {
    const layers = this.#layers();
    for (const [name, toggle] of this.#toggles) {
      toggle.setAttribute("aria-pressed", String(layers.includes(name)));
      this.#base.classList.toggle(`no-${name}`, !layers.includes(name));
    }
    if (!this.#shown) return;
    const { analysis, seen } = this.#shown;
    const detected = analysis.language.code === "und" ? "" : analysis.language.code;
    this.#article.lang = this.#host.lang || detected;
    this.#resetStop();
    drawPanels(this.#panels, {
      panels: listed(this.#host.getAttribute("panels"), PANELS), analysis, seen, shown: this.#panel,
      choose: (mark) => this.#choose(mark, true),
      remember: (name) => { this.#panel = name; },
    });
  }

  /** While a text is read: what was there stays, dimmed; else the text stands without marks. */
  wait(text, signal) {
    this.#notes.replaceChildren();
    if (this.#shown) this.#base.classList.add("stale");
    else this.#plain(text, signal);
  }

  /** No marks. */
  showPlain(text, signal) {
    this.#notes.replaceChildren();
    this.#plain(text, signal);
  }

  show(analysis, signal) {
    const seen = view(analysis);
    const drawn = drawArticle(this.#article, analysis, signal);
    this.#shown = { analysis, seen, over: drawn.over };
    this.#choose(null);
    this.#turn(true);
    this.#notes.replaceChildren(...(analysis.warnings ?? []).map(({ message }) => make("p", { class: "note", part: "note" }, message)));
    this.dress();
    drawn.whole.then(() => signal.aborted || this.#resetStop(), (error) => signal.aborted || this.#act.broken(error));
  }

  fail(error, text, signal) {
    this.#plain(text, signal);
    this.#notes.replaceChildren(make("div", { class: "note alert", part: "note" },
      make("p", {}, make("b", {}, failure(error)), " ", make("span", { class: "soft" }, error.message)),
      pressable({ class: "retry", on: { click: () => this.#act.retry() } }, "Try again")));
  }

  #layers = () => listed(this.#host.getAttribute("layers"), LAYERS);

  /** The text as it is, from the element's own content or, when that was set, as plain words. */
  #plain(text, signal) {
    this.#shown = null;
    this.#choose(null);
    this.#turn(false);
    this.#article.hidden = text === null;
    this.#slot.parentElement.hidden = text !== null;
    if (text === null) this.#article.replaceChildren();
    else drawPlain(this.#article, String(text), signal);
  }

  /** Puts the marked article in place of the plain one, or back. */
  #turn(marked) {
    this.#base.classList.toggle("marked", marked);
    this.#base.classList.remove("stale");
    this.#toolbar.hidden = !marked;
    this.#article.hidden = !marked;
    this.#slot.parentElement.hidden = marked;
    if (marked) return;
    this.#panels.hidden = true;
    this.#panels.replaceChildren();
  }

  #toggle(name) {
    const layers = this.#layers();
    const next = layers.includes(name) ? layers.filter((other) => other !== name) : [...layers, name];
    this.#host.setAttribute("layers", next.join(" "));
  }

  /** The marks over an element whose layer is on, the innermost last. */
  #stack(element) {
    const on = new Set(this.#layers().map((name) => LAYERS.get(name).mark));
    return (this.#shown?.over(element) ?? []).filter(({ layer }) => on.has(layer));
  }

  /** The places where the keys stop: beginnings of marks that are shown, and chips. */
  #stops = () => [...this.#article.querySelectorAll(".stop")].filter((element) => this.#stack(element).length > 0 && !(element.matches(".chip") && this.#base.matches(".no-quotes")));

  /** One mark can be reached with the Tab key. */
  #resetStop() {
    const stops = this.#stops();
    const current = this.#article.querySelector('[tabindex="0"]');
    if (current && !stops.includes(current)) current.tabIndex = -1;
    if (stops.length > 0 && !stops.includes(current)) stops[0].tabIndex = 0;
  }

  #click({ target }) {
    const element = target.closest("mark, .chip, .gutter");
    const stack = element ? this.#stack(element) : [];
    if (stack.length > 0) this.#choose(stack.at(-1), false, stack.slice(0, -1));
    else this.#choose(null);
  }

  #key(event) {
    const { key, target, ctrlKey, altKey, metaKey } = event;
    if (ctrlKey || altKey || metaKey) return;
    if (key === "Enter" || key === " ") {
      event.preventDefault();
      return void this.#click(event);
    }
    const stops = this.#stops();
    const next = step(key, stops.indexOf(target), stops.length);
    if (next === null || stops.length === 0) return;
    event.preventDefault();
    moveStop([target], stops[next], true);
  }

  /** The elements of the drawn article that show the same thing as a mark. */
  #elementsOf(mark) {
    const same = sameAs(mark);
    return [...this.#article.querySelectorAll("mark, .gutter")].filter((element) => this.#shown.over(element).some(same));
  }

  /** Chooses a mark: outlined wherever it stands, told to the page, and, unless the page prevents it, explained. */
  #choose(mark, reveal = false, outer = []) {
    for (const element of this.#article.querySelectorAll(".chosen")) element.classList.remove("chosen");
    this.#card.replaceChildren();
    this.#chosen = mark;
    if (!mark) return;
    const { analysis } = this.#shown;
    const elements = this.#elementsOf(mark);
    this.#article.classList.toggle("chosen-quote", mark.layer === "quote");
    for (const element of elements) (element.matches(".gutter") ? element.parentElement : element).classList.add("chosen");
    if (reveal) elements[0]?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    const { layer, item } = mark;
    const id = layer === "date" ? analysis.dates.indexOf(item) : layer === "sentence" ? analysis.sentences.indexOf(item) : item.id;
    const words = analysis.text.slice(item.span.start, item.span.end);
    if (this.#act.select({ kind: KINDS[layer], id, record: item, text: words })) this.#explain(mark, outer);
  }

  #explain(mark, outer) {
    const { analysis, seen } = this.#shown;
    const { kind, title, facts, why } = tell(mark, seen, analysis);
    const around = outer.toReversed().map((other, i) => pressable(
      { class: "outer", on: { click: () => this.#goOut(other, outer.slice(0, outer.length - 1 - i)) } }, `in ${brief(other, seen, analysis)}`));
    this.#card.replaceChildren(make("div", { class: "card", part: "card" },
      make("p", { class: "card-head" }, make("span", { class: "soft small" }, kind), " ", make("b", { dir: "auto" }, title),
        pressable({ class: "close", "aria-label": "Close", on: { click: () => this.#close() } }, "×")),
      make("p", { class: "small" }, facts.join(" · ")),
      why && make("p", { class: "soft small" }, `Why: ${why}`),
      around.length > 0 && make("p", { class: "small" }, around)));
  }

  /** Chooses what the chosen mark stands in; the focus stays in the card, whose button is gone. */
  #goOut(mark, outer) {
    this.#choose(mark, false, outer);
    this.#card.querySelector(".close")?.focus();
  }

  /** Closes the card; the keys go on where they were. */
  #close() {
    const place = this.#article.querySelector('[tabindex="0"]');
    this.#choose(null);
    place?.focus({ preventScroll: true });
  }
}
