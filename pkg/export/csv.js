// Tables as CSV (RFC 4180, UTF-8 with a byte order mark, which spreadsheets need to see that it is UTF-8).
import { CopydeskError } from "../errors.js";
import { round, view } from "./view.js";

export const MARK = "\ufeff";
const LINE_END = "\r\n";
/**
 * What a spreadsheet could take for a formula: a sign in front, in any width, also behind quotation marks and blanks that a
 * careless reader strips.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cf}\p{Pi}\p{Pf}„‚"'`]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** One cell. Words that look like a formula get an apostrophe in front, as spreadsheets do it; numbers stay numbers. */
function cell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const safe = value.replace(CONTROL, "\ufffd");
  const guarded = FORMULA.test(safe) ? `'${safe}` : safe;
  return guarded !== safe || /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

const quotes = (analysis, { words, paragraphAt, roleOf }) => [
  ["quote", "statement", "speaker", "role", "named_as", "anonymous", "through", "confidence", "edited", "kind", "words", "cue", "paragraph", "rule", "start", "end"],
  analysis.quotes.map((quote) => {
    const { speaker, cue, span } = quote;
    return [
      quote.id + 1, quote.group, speaker?.name, roleOf(quote), speaker && words(speaker.mention), speaker?.anonymous ?? false, speaker?.via?.name,
      speaker?.confidence, quote.edited === true, quote.kind, words(span), cue?.lemma, paragraphAt(span.start), speaker?.rule, span.start, span.end,
    ];
  }),
];

const entities = ({ entities: all, mentions }, { paragraphAt }) => [
  ["entity", "kind", "name", "role", "aliases", "mentions", "salience", "first_paragraph", "first_start", "first_end"],
  all.map(({ id, kind, name, role, aliases, mentions: own, salience }) => {
    const first = mentions[own[0]]?.span;
    return [id, kind, name, role, aliases.join("; "), own.length, round(salience, 2), first && paragraphAt(first.start), first?.start, first?.end];
  }),
];

const dates = (analysis, { words, paragraphAt }) => [
  ["words", "value", "precision", "basis", "paragraph", "rule", "start", "end"],
  analysis.dates.map(({ span, value, precision, basis, rule }) => [words(span), value, precision, basis, paragraphAt(span.start), rule, span.start, span.end]),
];

const sentences = (analysis, { words, paragraphAt }) => [
  ["sentence", "text", "words", "syllables", "letters", "polysyllables", "grade", "difficulty", "graded", "paragraph", "start", "end"],
  analysis.sentences.map((sentence, id) => [
    id + 1, words(sentence.span), sentence.words, sentence.syllables, sentence.letters, sentence.polysyllables, round(sentence.grade, 2),
    sentence.difficulty, sentence.prose, paragraphAt(sentence.span.start), sentence.span.start, sentence.span.end,
  ]),
];

const ROWS = new Map(Object.entries({ quotes, entities, dates, sentences }));

/** The names of the tables. */
export const TABLES = [...ROWS.keys()];

/** A table of an analysis as [heads, ...rows] of plain values. */
export function tableOf(analysis, table) {
  const rowsOf = ROWS.get(table);
  if (!rowsOf) throw new CopydeskError("bad-input", `The table must be one of ${TABLES.join(", ")}.`);
  const [heads, rows] = rowsOf(analysis, view(analysis));
  return [heads, ...rows];
}

/** Rows of plain values as lines of CSV, without a byte order mark. */
export const linesOf = (rows) => rows.map((row) => row.map(cell).join(",") + LINE_END).join("");

/** One table of an analysis. */
export const toCSV = (analysis, table) => MARK + linesOf(tableOf(analysis, table));
