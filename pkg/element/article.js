// The element's class, made when there is an HTMLElement to extend. It keeps what is to be read and what was found;
// surface.js shows it.
import { CopydeskError } from "../errors.js";
import { checked } from "../export/view.js";
import { enter, read } from "./reader.js";
import { stateOf } from "./states.js";
import { Surface } from "./surface.js";

/** The classes made here: one for each name that the element goes by. */
export const ours = new WeakSet();

const VIEW = ["layers", "panels", "lang"];
const READING = ["published", "format"];
const PROPERTIES = ["text", "analysis", "options"];

const notWhole = (error) => (error instanceof CopydeskError ? error : new CopydeskError("bad-input", "What was given is no whole analysis.", { cause: error }));

export function articleClass(Base) {
  class CopydeskArticleElement extends Base {
    static observedAttributes = [...VIEW, ...READING, "theme"];

    #text = null;
    #options = null;
    #analysis = null;
    /** Whether the analysis was given: then nothing is read. */
    #given = false;
    /** Whether what is to be read has changed since it was read. */
    #stale = true;
    #stop = new AbortController();
    /** Counts this element out of the readers; null while it is none. */
    #leave = null;
    #surface;
    #state;

    constructor() {
      super();
      this.#state = stateOf(this);
      this.#surface = new Surface(this, this.attachShadow({ mode: "open" }), {
        select: (detail) => this.#tell("mark-select", detail, true),
        retry: () => this.#changed(),
        broken: (error) => this.#fail(notWhole(error)),
      });
      // The article may still be arriving, and its page may correct it.
      new MutationObserver(() => this.#text === null && !this.#given && this.#changed()).observe(this, { childList: true, characterData: true, subtree: true });
    }

    /** The text to read instead of what stands in the element; null for the latter. */
    get text() {
      return this.#text;
    }

    set text(value) {
      const text = value ?? null;
      if (text === this.#text && !this.#given) return;
      this.#text = text;
      this.#given = false;
      this.#changed();
    }

    /** What was found, or a stored analysis to show; null until there is one. */
    get analysis() {
      return this.#analysis;
    }

    set analysis(value) {
      this.#stop.abort();
      this.#given = value != null;
      if (!this.#given) return this.#changed();
      this.#show(value);
    }

    /** Options of the analysis, before the attributes `format` and `published`. */
    get options() {
      return this.#options;
    }

    set options(value) {
      this.#options = value ?? null;
      if (!this.#given) this.#changed();
    }

    connectedCallback() {
      this.#upgrade();
      this.#surface.dress();
      if (this.#stale && !this.#given) this.#changed();
    }

    disconnectedCallback() {
      // An element that is moved is out and in again by then.
      queueMicrotask(() => this.isConnected || this.#end());
    }

    attributeChangedCallback(name, before, after) {
      if (before === after) return;
      if (READING.includes(name) && !this.#given) this.#changed();
      if (VIEW.includes(name)) this.#surface.dress();
    }

    /** Properties that were set before the element was defined hide those of the class. */
    #upgrade() {
      for (const name of PROPERTIES) {
        if (!Object.hasOwn(this, name)) continue;
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }

    #end() {
      this.#stop.abort();
      this.#state.set(null);
      this.#leave?.();
      this.#leave = null;
    }

    /** Text and options as they are now. */
    #source() {
      const attributes = Object.fromEntries(READING.flatMap((name) => (this.hasAttribute(name) ? [[name, this.getAttribute(name)]] : [])));
      const options = { ...attributes, ...this.#options };
      if (this.#text !== null) return { text: this.#text, options };
      if (options.format || this.childElementCount === 0) return { text: this.textContent, options };
      // The engine knows headings and paragraphs of HTML; what is written here is read, never parsed by the page.
      const text = [...this.childNodes].map((node) => new XMLSerializer().serializeToString(node)).join("\n");
      return { text, options: { ...options, format: "html" } };
    }

    /** Reads anew, after everything that changes in the same turn; the newest wins. */
    #changed() {
      this.#stale = true;
      this.#stop.abort();
      this.#stop = new AbortController();
      if (!this.isConnected) return;
      const { signal } = this.#stop;
      queueMicrotask(() => signal.aborted || this.#read(signal));
    }

    async #read(signal) {
      const { text, options } = this.#source();
      if (typeof text === "string" && text.trim() === "") {
        this.#stale = false;
        this.#analysis = null;
        this.#state.set(null);
        return this.#surface.showPlain(this.#text, signal);
      }
      this.#state.set("loading");
      this.#surface.wait(this.#text, signal);
      this.#leave ??= enter();
      try {
        const analysis = await read(text, { ...options, signal });
        if (signal.aborted) return;
        this.#show(analysis);
      } catch (error) {
        if (!signal.aborted) this.#fail(error);
        return;
      }
      this.#tell("analysis", { analysis: this.#analysis });
    }

    #show(analysis) {
      this.#stop = new AbortController();
      this.#stale = false;
      try {
        this.#surface.show(checked(analysis), this.#stop.signal);
      } catch (error) {
        return this.#fail(notWhole(error));
      }
      this.#analysis = analysis;
      this.#state.set(null);
    }

    #fail(error) {
      this.#stop.abort();
      this.#stop = new AbortController();
      this.#stale = false;
      this.#analysis = null;
      this.#state.set("error");
      this.#surface.fail(error, this.#text, this.#stop.signal);
      this.#tell("analysis-error", { error });
    }

    /** Whether nobody prevented what follows. */
    #tell(type, detail, cancelable = false) {
      return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
    }
  }
  ours.add(CopydeskArticleElement);
  return CopydeskArticleElement;
}
