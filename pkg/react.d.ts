import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { CopydeskArticleElement, CopydeskArticleEventMap } from "./element.js";
import type { Analysis, AnalyzeOptions, CopydeskError } from "./index.js";

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
  layers?: string | undefined;
  panels?: string | undefined;
  theme?: "light" | "dark" | "auto" | undefined;
  published?: string | undefined;
  format?: "auto" | "text" | "markdown" | "html" | undefined;
  text?: string | null | undefined;
  analysis?: Analysis | null | undefined;
  options?: AnalyzeOptions | null | undefined;
  onanalysis?: ((event: CopydeskArticleEventMap["analysis"]) => void) | undefined;
  "onanalysis-error"?: ((event: CopydeskArticleEventMap["analysis-error"]) => void) | undefined;
  "onmark-select"?: ((event: CopydeskArticleEventMap["mark-select"]) => void) | undefined;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "copydesk-article": CopydeskArticleProps;
    }
  }
}
