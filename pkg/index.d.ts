// The contract of the package `copydesk`: what `analyze(text, options)` returns, and the functions around it.
// Everything returned is plain data: structured-cloneable, and the same after JSON. Records are linked by id; nothing
// is keyed by words of the article. Fields may be added within a major version, none removed.

/** Half-open range in UTF-16 code units: `analysis.text.slice(start, end)`. Never empty, never splits a character. */
export interface Span {
  /** First code unit. */
  readonly start: number;
  /** One past the last. */
  readonly end: number;
}

/** How to read an article. Absent and null mean the default. */
export interface AnalyzeOptions {
  /**
   * How to read the input. "auto" (default) detects HTML and otherwise reads text with Markdown residue seen through.
   * For "text" and "markdown", `analysis.text === text`; for "html" it is the text extracted from the markup.
   */
  format?: "auto" | "text" | "markdown" | "html" | null;
  /** Day of publication, ISO 8601 ("2025-04-11"). Overrides the one found in the article; relative dates resolve against it. */
  published?: string | null;
  /** Whether blocks that are not prose (captions, "Related article:", credits) count in readability. Default false. */
  includeFurniture?: boolean | null;
  /**
   * Indexes of `analysis.blocks` that count in readability though they are no prose, as `includeFurniture` counts all; none
   * by default. They stay the same for the same text and format. An index of no block throws the code "bad-input".
   */
  includeBlocks?: readonly number[] | null;
  /**
   * Whether syllables of figures, signs, initials and addresses count as they are read aloud ("2025" five, "U.S." two,
   * "5%" three). Default false: each counts one, as Flesch advises.
   */
  readAloud?: boolean | null;
  /** Whether to add `analysis.tokens`. Default false. */
  tokens?: boolean | null;
  /**
   * Whether to leave User Timing marks: `copydesk:start`, then one behind each room (`copydesk:article` …
   * `copydesk:readability`), at last `copydesk:wire`. Default false, since marks stay until the caller clears them.
   */
  userTiming?: boolean | null;
  /** Longest input accepted, in UTF-16 code units. Default 2_000_000. Longer input throws the code "too-long". */
  maxLength?: number | null;
}

/** What was read in one article. */
export interface Analysis {
  /** Version of this shape; changes only when a field changes its meaning. */
  readonly schema: 1;
  /** Version of the engine that read the article. */
  readonly version: string;
  /** The text that every span indexes: the input itself, or what was extracted from HTML. */
  readonly text: string;
  /** `code` is ISO 639-1, "und" when unknown; `confidence` is 0 (a guess) to 1 (certain). */
  readonly language: { readonly code: string; readonly confidence: number };
  /** When it was published, as an ISO 8601 day; null when neither the options nor the article say. `span` is null when the options did. */
  readonly published: { readonly span: Span | null; readonly value: string } | null;
  /** Headline, byline, paragraphs, captions …, in text order, without overlap. */
  readonly blocks: readonly Block[];
  /** Markup inside blocks that was seen through ("**", "](url)", "#"), in text order, without overlap. */
  readonly residue: readonly Span[];
  /** Every sentence, in text order, without overlap. */
  readonly sentences: readonly Sentence[];
  /** Places worth a second look, in text order. */
  readonly findings: readonly Finding[];
  /** How hard the article is to read. */
  readonly readability: Readability;
  /** Who and what is named; an entity's id is its index. */
  readonly entities: readonly Entity[];
  /** Every place where an entity is named, described or referred to, in text order; a mention's id is its index. */
  readonly mentions: readonly Mention[];
  /** Every date, in text order. */
  readonly dates: readonly DateMention[];
  /** Every attributed statement, in text order; a quote's id is its index. */
  readonly quotes: readonly Quote[];
  /** Quotation marks that hold no speech, in text order. */
  readonly otherQuoted: readonly OtherQuoted[];
  /** Who is quoted how much, most quoted words first. */
  readonly speakers: readonly Speaker[];
  /** What a reader should know before trusting the rest. */
  readonly warnings: readonly Warning[];
  /** Every token, in text order; present only with the option `tokens`. */
  readonly tokens?: readonly Token[];
}

/** One block of the article. */
export interface Block {
  /** The whole block without surrounding white space. */
  readonly span: Span;
  /** What part of an article it is. */
  readonly kind:
    | "headline"
    | "subheading"
    | "date"
    | "byline"
    | "caption"
    | "credit"
    | "paragraph"
    | "blockquote"
    | "listItem"
    | "related"
    | "wireCredit"
    | "sourceUrl"
    | "boilerplate";
  /** Whether readability counts it. */
  readonly prose: boolean;
  /** Name of the rule that called it that; `rules()` has the reason in words. */
  readonly rule: string;
}

/** One sentence with its own numbers. */
export interface Sentence {
  /** The sentence, closing marks included. */
  readonly span: Span;
  /** Index into `blocks`. */
  readonly block: number;
  /** Whether readability counts it. */
  readonly prose: boolean;
  /** Words: tokens with a letter or digit. */
  readonly words: number;
  /** Spoken syllables of those words. */
  readonly syllables: number;
  /** Letters and digits of those words. */
  readonly letters: number;
  /** Words of three or more syllables. */
  readonly polysyllables: number;
  /** U.S. school grade of this sentence alone; null without words. */
  readonly grade: number | null;
  /** "plain": nothing stands in the reader's way; "hard": most readers slow down; "veryHard": many lose the thread. */
  readonly difficulty: "plain" | "hard" | "veryHard";
}

/** A place worth a second look, with its evidence. */
export interface Finding {
  /** The words in question. */
  readonly span: Span;
  /** Index into `sentences`. */
  readonly sentence: number;
  /** What may be amiss. */
  readonly kind:
    | "longSentence"
    | "passive"
    | "complexWord"
    | "adverb"
    | "hedge"
    | "nominalization"
    | "unattributedQuote";
  /** Name of the rule that found it. */
  readonly rule: string;
  /** One plain sentence: "41 words, three clauses". */
  readonly note: string;
  /** Words that would serve instead; null when there are none to offer. */
  readonly suggestion: string | null;
  /** Whether it lies in quoted speech, which is not charged to the author. */
  readonly insideQuote: boolean;
}

/** What the formulas count, over sentences of prose. Whole numbers. */
export interface Counts {
  /** Tokens with a letter or digit; a contraction or hyphenated word is one. */
  readonly words: number;
  /** Sentences with at least one word. */
  readonly sentences: number;
  /** Syllables as spoken. */
  readonly syllables: number;
  /** Letters and digits of the words. */
  readonly letters: number;
  /** All characters but white space. */
  readonly strokes: number;
  /** Words of three or more syllables. */
  readonly polysyllables: number;
  /** Words of one syllable. */
  readonly monosyllables: number;
  /** Words of more than six letters. */
  readonly longWords: number;
  /** Words of three letters or fewer. */
  readonly miniwords: number;
  /** Gunning's hard words: three or more syllables, but no names, easy compounds or -ed, -es, -ing forms. */
  readonly fogComplex: number;
  /** Words off the Dale list of words familiar to fourth-graders. */
  readonly difficultDaleChall: number;
  /** Different words off the Spache list. */
  readonly unfamiliarSpacheUnique: number;
}

/**
 * Every formula by name; null where it is undefined for the counts (never 0, NaN or Infinity in its place).
 * "Grade" is a U.S. school grade; it may fall below 0 and rise above 18, and is not clamped.
 */
export interface Scores {
  /** Flesch 1948. 0 (very hard) to 100 (very easy), open at both ends; at most 121.22. */
  readonly fleschReadingEase: number | null;
  /** Kincaid and others 1975. Grade. */
  readonly fleschKincaidGrade: number | null;
  /** Flesch, recalculated by Powers, Sumner and Kearl 1958. Grade. */
  readonly fleschGradePsk1958: number | null;
  /** Gunning 1952, with Gunning's own hard words. Grade. */
  readonly gunningFog: number | null;
  /** Gunning 1952, with every word of three or more syllables. Grade. */
  readonly gunningFogSimple: number | null;
  /** Gunning, recalculated by Powers, Sumner and Kearl 1958. Grade. */
  readonly gunningFogPsk1958: number | null;
  /** Fog count of the U.S. Navy, Kincaid 1975. Grade. */
  readonly fogCountNavy1975: number | null;
  /** McLaughlin 1969. Grade; made for 30 sentences, indicative below. */
  readonly smog: number | null;
  /** McLaughlin 1969, the short form. Grade. */
  readonly smogSimple: number | null;
  /** McLaughlin 1969, regression C. Grade. */
  readonly smogRegressionC: number | null;
  /** Automated Readability Index, Smith and Senter 1967, counting strokes. Grade. */
  readonly ari: number | null;
  /** Automated Readability Index, counting letters and digits. Grade. */
  readonly ariLettersDigits: number | null;
  /** Automated Readability Index of the U.S. Navy, simplified, Kincaid 1975. Grade. */
  readonly ariNavy1975Simplified: number | null;
  /** Coleman and Liau 1975, as usually printed. Grade. */
  readonly colemanLiau: number | null;
  /** Coleman and Liau 1975: expected share of words guessed in a cloze test, in per cent; higher is easier. */
  readonly colemanLiauEcp: number | null;
  /** Coleman and Liau 1975, by way of the cloze share. Grade. */
  readonly colemanLiauGrade: number | null;
  /** Linsear Write, after Klare 1975. Grade. */
  readonly linsearWrite: number | null;
  /** Caylor and others 1973. Grade; has no sentence term. */
  readonly forcast: number | null;
  /** Björnsson 1968. Under 25 very easy, over 55 very hard. */
  readonly lix: number | null;
  /** Anderson 1983: long words a sentence. 7.2 and more is college level. */
  readonly rix: number | null;
  /** Farr, Jenkins and Paterson 1951. Like Flesch's ease; higher is easier. */
  readonly farrJenkinsPaterson: number | null;
  /** Fang's Easy Listening Formula 1966: syllables above one a word, a sentence. Lower is easier. */
  readonly elfFang1966: number | null;
  /** Coleman 1971, first formula: cloze share in per cent; higher is easier. */
  readonly coleman1971_1: number | null;
  /** Coleman 1971, second formula: cloze share in per cent; higher is easier. */
  readonly coleman1971_2: number | null;
  /** Dale and Chall 1948. Raw score: 4.9 and less is grade 4, 10 and more college graduates. */
  readonly daleChall1948: number | null;
  /** Dale and Chall 1948 as the web has it: the constant only above 5 % difficult words. */
  readonly daleChallAdjustedOver5: number | null;
  /** Chall and Dale 1995: cloze score; higher is easier. */
  readonly daleChallNew1995Cloze: number | null;
  /** Dale and Chall, recalculated by Powers, Sumner and Kearl 1958. Grade. */
  readonly daleChallPsk1958: number | null;
  /** Spache 1953. Grade; made for grades 1 to 3. */
  readonly spache1953: number | null;
  /** Spache 1974. Grade; made for grades 1 to 3. */
  readonly spacheRevised1974: number | null;
  /** McAlpine 2005, for readers of English as a foreign language. 25 and less is easy. */
  readonly mcalpineEflaw: number | null;
  /** German, Amstad 1978. Like Flesch's ease. Given from the same counts, as are all that follow. */
  readonly deAmstad: number | null;
  /** German, first Wiener Sachtextformel 1984. School year. */
  readonly deWiener1: number | null;
  /** German, second Wiener Sachtextformel 1984. School year. */
  readonly deWiener2: number | null;
  /** German, third Wiener Sachtextformel 1984. School year. */
  readonly deWiener3: number | null;
  /** German, fourth Wiener Sachtextformel 1984. School year. */
  readonly deWiener4: number | null;
  /** Spanish, Fernández Huerta 1959. Like Flesch's ease. */
  readonly esFernandezHuerta: number | null;
  /** Spanish, Szigriszt Pazos 1993. Like Flesch's ease. */
  readonly esSzigrisztPazos: number | null;
  /** Spanish, Gutiérrez de Polini 1972. Higher is easier. */
  readonly esGutierrezPolini: number | null;
  /** Spanish, Crawford 1985. Years of school. */
  readonly esCrawfordYears: number | null;
  /** French, Kandel and Moles 1958. Like Flesch's ease. */
  readonly frKandelMoles: number | null;
  /** Italian, Gulpease 1988. Higher is easier. */
  readonly itGulpease: number | null;
  /** Italian, Vacca 1972. Like Flesch's ease. */
  readonly itFleschVacca1972: number | null;
  /** Italian, Franchina and Vacca 1986. Like Flesch's ease. */
  readonly itFranchinaVacca1986: number | null;
  /** Dutch, Douma 1960. Like Flesch's ease. */
  readonly nlDouma: number | null;
  /** Dutch, Brouwer 1963. Like Flesch's ease. */
  readonly nlBrouwer: number | null;
  /** Russian, Oborneva 2006. Like Flesch's ease. */
  readonly ruOborneva: number | null;
  /** Swedish, Björnsson 1968: the same as `lix`. */
  readonly svLix: number | null;
}

/** How hard the article is to read. */
export interface Readability {
  /** What the formulas count, quotations included. */
  readonly counts: Counts;
  /** Every formula of these counts. */
  readonly scores: Scores;
  /** The same without the words in quotation marks. */
  readonly withoutQuotes: { readonly counts: Counts; readonly scores: Scores };
  /** One U.S. school grade from several formulas: their median, lowest and highest, null without words; `from` names them. */
  readonly grade: {
    readonly median: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly from: readonly string[];
  };
  /** Silent reading, in seconds, at 238 words a minute. */
  readonly readingSeconds: number;
  /** Reading aloud, in seconds, at 183 words a minute. */
  readonly speakingSeconds: number;
  /** Whether there are fewer than 100 words of prose: too few to trust any formula. */
  readonly tooShort: boolean;
}

/** One person, organisation, place … of the article. */
export interface Entity {
  /** Its index in `entities`. */
  readonly id: number;
  /** What it is. */
  readonly kind:
    | "person"
    | "organization"
    | "place"
    | "facility"
    | "group"
    | "event"
    | "product"
    | "work"
    | "law"
    | "other";
  /** The fullest form in the article. */
  readonly name: string;
  /** Its other forms, first seen first. */
  readonly aliases: readonly string[];
  /** Office or title, "council spokesman"; null when the article gives none. */
  readonly role: string | null;
  /** Ids of its mentions, in text order. */
  readonly mentions: readonly number[];
  /** 0 (named in passing) to 1 (what the article is about). */
  readonly salience: number;
}

/** One place where an entity is mentioned. */
export interface Mention {
  /** Its index in `mentions`. */
  readonly id: number;
  /** The words. */
  readonly span: Span;
  /** Id of the entity. */
  readonly entity: number;
  /** A name, a description ("the envoy") or a pronoun ("he"). */
  readonly form: "name" | "nominal" | "pronoun";
  /** Name of the rule that found or linked it. */
  readonly rule: string;
}

/** A date in the text. */
export interface DateMention {
  /** The words. */
  readonly span: Span;
  /** ISO 8601: "2025-04-11", "2025-02", "2023", week "2025-W14", interval "2022-02-24/2025-04-11"; null when unresolved. */
  readonly value: string | null;
  /** How exact it is; "none" when unresolved. */
  readonly precision:
    | "time"
    | "day"
    | "week"
    | "month"
    | "quarter"
    | "season"
    | "year"
    | "decade"
    | "range"
    | "none";
  /** What it was resolved against: its own words, the day of publication, another date nearby, nothing. */
  readonly basis: "explicit" | "published" | "context" | "unresolved";
  /** Name of the rule that read it. */
  readonly rule: string;
}

/** One attributed statement, or one fragment of it. */
export interface Quote {
  /** Its index in `quotes`. */
  readonly id: number;
  /** The attributed content, quotation marks included. */
  readonly span: Span;
  /** The words inside marks, without the marks; empty when indirect. */
  readonly parts: readonly Span[];
  /** Wholly in quotation marks, partly, or without any: in the author's words, or a turn in a transcript. */
  readonly kind: "direct" | "mixed" | "indirect";
  /** Fragments of one statement (split by its cue, or over several paragraphs) share it. */
  readonly group: number;
  /** Who said it; null when the article does not tell. */
  readonly speaker: Attribution | null;
  /** The words that say that it was said, and their dictionary form ("say", "according to"); null when there are none. */
  readonly cue: { readonly span: Span; readonly lemma: string } | null;
  /**
   * Set to true by a program in which a person puts `speaker` right, in its own copy of the analysis; the writers then say
   * "corrected by hand". The engine never sets it.
   */
  readonly edited?: boolean;
}

/** Who said something, and how that is known. */
export interface Attribution {
  /** The words naming the speaker, next to the cue: "He", "the envoy". */
  readonly mention: Span;
  /** Id of the entity; null for a speaker who is no named entity ("officials"). */
  readonly entity: number | null;
  /** The canonical name. */
  readonly name: string;
  /** Whether the article keeps the name back. */
  readonly anonymous: boolean;
  /** Who passes it on: the outlet that was told ("told the Gazette"), or whoever quotes the speaker; null when nobody does. */
  readonly via: { readonly span: Span; readonly name: string; readonly entity: number | null } | null;
  /** "sure" is right at least 98 times in 100, "likely" usually, "check" is to be looked at before use. */
  readonly confidence: "sure" | "likely" | "check";
  /** Name of the rule that decided. */
  readonly rule: string;
}

/** Quotation marks that do not hold speech. */
export interface OtherQuoted {
  /** The words, marks included. */
  readonly span: Span;
  /** What the marks are for. */
  readonly kind: "scare" | "title" | "nickname" | "term" | "measure";
  /** Name of the rule that decided. */
  readonly rule: string;
}

/** Who is quoted how much: one row a speaker; the anonymous and the unattributed keep rows of their own. */
export interface Speaker {
  /** Id of the entity; null for a speaker who is no named entity. */
  readonly entity: number | null;
  /** The canonical name. */
  readonly name: string;
  /** Whether the article keeps the name back. */
  readonly anonymous: boolean;
  /** Ids of the quotes. */
  readonly quotes: readonly number[];
  /** Words inside quotation marks. */
  readonly words: number;
  /** Dictionary forms of the cues, most used first. */
  readonly cues: readonly { readonly lemma: string; readonly count: number }[];
}

/** What a reader should know before trusting the rest. */
export interface Warning {
  /** Stable code, such as "not-english". */
  readonly code: string;
  /** One plain sentence. */
  readonly message: string;
  /** Where; null when it is about the whole. */
  readonly span: Span | null;
}

/** One token. */
export interface Token {
  /** Where it stands. */
  readonly span: Span;
  /** Index into `sentences`. */
  readonly sentence: number;
  /** Universal part-of-speech tag. */
  readonly pos: string;
  /** Whether a counted word begins here. */
  readonly word: boolean;
  /** Spoken syllables of the word that begins here; 0 elsewhere. */
  readonly syllables: number;
}

/** A rule and its reason in words. Names are unique within their room. */
export interface Rule {
  /** Whose `rule` it is: of a block, a mention, a date, a quote's speaker, other quoted words, a finding. */
  readonly room: "block" | "mention" | "date" | "speaker" | "otherQuoted" | "finding";
  /** The name that stands in the field `rule`. */
  readonly name: string;
  /** One plain sentence. */
  readonly why: string;
}

/** Where the engine is. */
export interface InitOptions {
  /**
   * The engine: its address (a `data:` address in base64 is never fetched), its bytes, or compiled. Default: `copydesk_bg.wasm` beside the package's own files.
   * A server that gives the wrong MIME type is forgiven.
   */
  wasm?: URL | string | Response | Promise<Response> | BufferSource | WebAssembly.Module;
}

/**
 * Loads the engine. Needed once before the synchronous functions, but not in Node, where they load it on first use.
 * Further calls do nothing; concurrent calls share one promise; after a failure the next call tries again.
 * Rejects with the code "not-initialized" when the engine cannot be had.
 */
export function init(options?: InitOptions): Promise<void>;

/** Loads the engine at once: compiled, from bytes, or from a `data:` address in base64. Browsers may refuse large ones on the main thread. */
export function initSync(module: WebAssembly.Module | BufferSource | URL | string): void;

/** Reads one article. Throws a `CopydeskError`: "not-initialized", "too-long", "bad-input" or "engine-crashed". */
export function analyze(text: string, options?: AnalyzeOptions | null): Analysis;

/** Spoken syllables of one English word; 0 for no word. */
export function syllables(word: string): number;

/** Every formula from given counts. */
export function scores(counts: Counts): Scores;

/** Every rule that may stand in a field `rule`, with its reason, in the order of the rooms. */
export function rules(): Rule[];

/** How an analyzer works. */
export interface AnalyzerOptions {
  /**
   * Where to read. true (default): a worker of the package's own, from a blob in browsers, a thread in Node. A URL: a
   * worker from that address, which serves this package's `copydesk/worker`. A Worker (of the browser or of Node): that
   * one, as long as it lives. false: the calling thread.
   */
  worker?: boolean | Worker | URL | NodeWorker;
  /** Milliseconds that one analysis may take before its worker is given up. Default: 30,000 and 50 for each 1,000 characters. */
  timeout?: number;
}

/** A `Worker` of Node's `worker_threads`, as far as it matters here. */
export interface NodeWorker {
  /** Sends a message to the thread. */
  postMessage(message: unknown): void;
  /** Ends the thread. */
  terminate(): Promise<number>;
}

/** Reads articles off the calling thread, one at a time, in the order asked. */
export interface Analyzer {
  /**
   * Reads one article. Rejects with a `CopydeskError`: "aborted" within 100 ms of `signal`'s abort, "engine-crashed" when
   * the worker failed or did not answer (the next call gets a new one), "too-long", "bad-input".
   * `onProgress` is told the share done, rising to 1.
   */
  analyze(
    text: string,
    options?: (AnalyzeOptions & { signal?: AbortSignal | null; onProgress?: ((done: number) => void) | null }) | null,
  ): Promise<Analysis>;
  /** Ends the worker. Analyses under way and asked for later reject with the code "aborted". */
  terminate(): void;
  /** The same as `terminate`, for `using`. */
  [Symbol.dispose](): void;
  /** "worker"; "in-place" when the calling thread reads, because that was asked for or no worker could be started. */
  readonly mode: "worker" | "in-place";
}

/** Starts an analyzer; loads the engine first when `init` was not called. */
export function createAnalyzer(options?: AnalyzerOptions | null): Promise<Analyzer>;

/** The tables of `toCSV`. */
export type ExportTable = "quotes" | "entities" | "dates" | "sentences";

/**
 * The analysis as JSON. Without options it parses back to the analysis, and to nothing else. With the options that were
 * given to `analyze` it has one more field, `provenance`: `{ options, offsets: "utf-16", textHash }`, where `textHash` is
 * "sha-256:" and the digest of the UTF-8 of `text`.
 */
export function toJSON(analysis: Analysis, options?: AnalyzeOptions | null): string;

/**
 * One table as CSV: RFC 4180, with a byte order mark. Words that a spreadsheet could take for a formula (a leading `=`, `+`,
 * `-` or `@`, in any width, also behind quotation marks; a leading tab or line end) get an apostrophe in front; numbers stay
 * numbers, also below 0.
 */
export function toCSV(analysis: Analysis, table: ExportTable): string;

/**
 * The article with its marks, and tables of quotes, names, dates and readability, as one HTML file: no script, no address,
 * its own Content-Security-Policy, for screens in light and dark and for paper.
 */
export function toHTML(analysis: Analysis): string;

/** A report in Markdown. Nothing in the article's words formats or links anything; addresses are set as code. */
export function toMarkdown(analysis: Analysis): string;

/** Every quote under its speaker, as plain text. */
export function toQuoteSheet(analysis: Analysis): string;

/**
 * "not-initialized": the engine is not loaded, or cannot be. "too-long": the text is longer than `maxLength`. "bad-input": an
 * argument is wrong. "aborted": by a signal or `terminate`. "engine-crashed": a fault of the engine; the next call gets a new one.
 */
export type CopydeskErrorCode = "not-initialized" | "too-long" | "bad-input" | "aborted" | "engine-crashed";

/** Everything the package throws. The message is a sentence for people; the code is for programs. */
export class CopydeskError extends Error {
  /** `options.cause` is what lies behind it, where something does. */
  constructor(code: CopydeskErrorCode, message: string, options?: { cause?: unknown });
  /** "CopydeskError". */
  readonly name: "CopydeskError";
  /** What kind of failure it is. */
  readonly code: CopydeskErrorCode;
}

/** Version of the package. */
export const version: string;

/** Version of the shape of `Analysis`. */
export const schemaVersion: 1;
