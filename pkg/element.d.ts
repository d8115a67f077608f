import type { Analysis, AnalyzeOptions, DateMention, Mention, Quote, Sentence } from "./index.js";
import type { CopydeskError } from "./index.js";

/** What a reader chose: `id` is its index in the analysis's `quotes`, `mentions`, `dates` or `sentences`, `text` its words. */
export type MarkSelection = { readonly id: number; readonly text: string } & (
  | { readonly kind: "quote"; readonly record: Quote }
  | { readonly kind: "mention"; readonly record: Mention }
  | { readonly kind: "date"; readonly record: DateMention }
  | { readonly kind: "sentence"; readonly record: Sentence }
);

/** Events of the element. All bubble and are composed. */
export interface CopydeskArticleEventMap {
  /** The article has been read. Not sent for an analysis that was given. */
  analysis: CustomEvent<{ readonly analysis: Analysis }>;
  /** It could not be read, or what was given is no analysis. The text stays, with the reason above it. */
  "analysis-error": CustomEvent<{ readonly error: CopydeskError }>;
  /** A reader chose a mark, in the text or in a panel. Prevented, no card opens. */
  "mark-select": CustomEvent<MarkSelection>;
}

/**
 * An article with its marks and what was found in it. What stands inside is the article, readable without scripts.
 *
 * Attributes: `layers` ("quotes names dates readability": which marks are on; all without the attribute), `panels` (the same
 * names: which panels there are), `theme` ("light", "dark", "auto" for the system's; without it, the page's `color-scheme`),
 * `lang` (language of the article; without it, the detected one), `published` and `format` (as in `AnalyzeOptions`).
 */
export interface CopydeskArticleElement extends HTMLElement {
  /** The text to read instead of what stands inside; null (default) for the latter. */
  text: string | null;
  /** What was found; null until then. Set, a stored analysis is shown and no engine is needed; null reads again. */
  get analysis(): Analysis | null;
  /** Shows a stored analysis. */
  set analysis(value: Analysis | null | undefined);
  /** Options of the analysis; they come before the attributes. */
  options: AnalyzeOptions | null;
  /** Listens to an event of the element's own. */
  addEventListener<K extends keyof CopydeskArticleEventMap>(
    type: K,
    listener: (this: CopydeskArticleElement, event: CopydeskArticleEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  /** Listens to an event that every element has. */
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: CopydeskArticleElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  /** Listens to any other event. */
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/**
 * Registers the element and returns its class; under a name that it already has, returns that class. Where there are no
 * elements, on a server, does nothing and returns null. Throws a `CopydeskError` "bad-input" when the name is none or taken.
 */
export function defineCopydeskArticle(name?: string): (new () => CopydeskArticleElement) | null;
export { CopydeskError } from "./index.js";

declare global {
  interface HTMLElementTagNameMap {
    "copydesk-article": CopydeskArticleElement;
  }
}
