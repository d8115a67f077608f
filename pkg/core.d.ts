// The reading half of the package: everything but the writers, for pages that fetch those later from "copydesk/export".
export { analyze, CopydeskError, createAnalyzer, init, initSync, rules, schemaVersion, scores, syllables, version } from "./index.js";
export type {
  Analysis, AnalyzeOptions, Analyzer, AnalyzerOptions, Attribution, Block, CopydeskErrorCode, Counts, DateMention, Entity, Finding, InitOptions,
  Mention, NodeWorker, OtherQuoted, Quote, Readability, Rule, Scores, Sentence, Span, Speaker, Token, Warning,
} from "./index.js";
