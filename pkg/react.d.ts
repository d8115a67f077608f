import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { CopydeskArticleElement, CopydeskArticleEventMap } from "./element.js";
import type { Analysis, AnalyzeOptions, CopydeskError } from "./index.js";

/** What the hook knows of a text. */
export interface AnalysisState {
  /** The newest analysis that is ready; while `pending`, that of the text before. Null at first, and after an error. */
  readonly analysis: Analysis | null;
  /** Why the text could not be read; null when it could, or while it is read. */
  readonly error: CopydeskError | null;
  /** Whether the text is being read. True also on a server, where nothing is read. */
  readonly pending: boolean;
}

/**
 * Reads a text in a worker whenever it or the options change, and gives up what is out of date. All hooks and elements of a
 * page share one worker, which ends with the last. Null and undefined read nothing. Options are compared by what is in them.
 */
export function useAnalysis(text: string | null | undefined, options?: AnalyzeOptions | null): AnalysisState;

/** `<copydesk-article>` in JSX (React 19): attributes, properties and events of the element. */
export interface CopydeskArticleProps extends DetailedHTMLProps<HTMLAttributes<CopydeskArticleElement>, CopydeskArticleElement> {
  /** Which marks are on: any of "quotes names dates readability"; all by default. */
  layers?: string | undefined;
  /** Which panels there are, by the same names; all by default. */
  panels?: string | undefined;
  /** "auto" for the system's; the page's `color-scheme` by default. */
  theme?: "light" | "dark" | "auto" | undefined;
  /** Day of publication, as in `AnalyzeOptions`. */
  published?: string | undefined;
  /** How to read the text, as in `AnalyzeOptions`. */
  format?: "auto" | "text" | "markdown" | "html" | undefined;
  /** The text to read instead of what stands inside. */
  text?: string | null | undefined;
  /** A stored analysis to show. */
  analysis?: Analysis | null | undefined;
  /** Options of the analysis; they come before the attributes. */
  options?: AnalyzeOptions | null | undefined;
  /** The article has been read. */
  onanalysis?: ((event: CopydeskArticleEventMap["analysis"]) => void) | undefined;
  /** It could not be read. */
  "onanalysis-error"?: ((event: CopydeskArticleEventMap["analysis-error"]) => void) | undefined;
  /** A reader chose a mark. */
  "onmark-select"?: ((event: CopydeskArticleEventMap["mark-select"]) => void) | undefined;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      /** The element in JSX. */
      "copydesk-article": CopydeskArticleProps;
    }
  }
}
