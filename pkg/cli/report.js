// The report on a terminal: what the analysis holds, in the order in which an editor asks.
import { BLOCKS } from "../export/marks.js";
import { BASES, CAUTION, DIFFICULTIES, formulas, gradeLine, KINDS, named, round, trust, view } from "../export/view.js";
import { clip, pad, tame, width, wrap } from "./terminal.js";

const MOST_ROWS = 25;
const HARDEST = 3;
const INDENT = "  ";
const GAP = 2;
/** A column of fewer characters says nothing. */
const NARROWEST = 4;

const plural = (count, one) => `${count.toLocaleString("en-US")} ${one}${count === 1 ? "" : "s"}`;
const minutes = (seconds) => (seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`);

/** Cells of a row, each as wide as its column, as far as the line has room for them. */
function line(cells, widths, room) {
  let left = room;
  let said = INDENT;
  for (const [i, cell] of cells.entries()) {
    const own = Math.min(i === cells.length - 1 ? left : widths[i], left);
    if (own < NARROWEST) break;
    said += pad(clip(cell, own), own + GAP);
    left -= own + GAP;
  }
  return said.trimEnd();
}

/** Rows as aligned columns; the last takes what is left of the line. */
function columns(rows, room) {
  const tamed = rows.map((row) => row.map((cell) => tame(String(cell ?? ""))));
  const most = Math.floor(room / 2.5);
  const widths = tamed[0].map((_, i) => Math.min(most, Math.max(NARROWEST, ...tamed.map((row) => width(row[i])))));
  return tamed.map((cells) => line(cells, widths, room));
}

/** A line that says how much is not shown. */
const more = ({ length }, paint) =>
  (length > MOST_ROWS ? [INDENT + paint.dim(`… and ${(length - MOST_ROWS).toLocaleString("en-US")} more; --json has all`)] : []);

function table(rows, room, paint) {
  return rows.length > 0 ? [...columns(rows.slice(0, MOST_ROWS), room - width(INDENT)), ...more(rows, paint)] : [];
}

/** Words on as many lines as they need, behind a head as wide as the indent of the lines after the first. */
function hanging(head, words, room, style = (line) => line) {
  const indent = " ".repeat(width(head));
  return wrap(tame(words), Math.max(10, room - width(head))).map((line, i) => (i === 0 ? head : indent) + style(line));
}

function said(quote, { words, factsOf }, room, paint) {
  const facts = factsOf(quote);
  const doubtful = trust(quote) === "check";
  return [
    ...hanging(`    ${String(quote.id + 1).padStart(2)}  `, words(quote.span), room),
    ...hanging("        ", facts.join(", "), room, doubtful ? paint.yellow : paint.dim),
  ];
}

const who = (seen, room, paint) => [
  ...seen.bySpeaker().flatMap((quotes) => [
    ...hanging(INDENT, seen.speakerLine(quotes[0]), room, (line) => paint.bold(paint.cyan(line))),
    ...quotes.flatMap((quote) => said(quote, seen, room, paint)),
  ]),
  ...hanging(INDENT, CAUTION, room, paint.dim),
];

const names = (analysis) => named(analysis).map(({ name, kind, role, mentions }) => [name, KINDS.get(kind), plural(mentions.length, "mention"), role]);

const dates = ({ dates: all }, { words }) => all.map(({ span, value, basis }) => [words(span), value ?? "–", BASES.get(basis)]);

function readability({ readability: measures }, { words, hardest }, room, paint) {
  const sentences = hardest(HARDEST).flatMap(([n, { span, grade, difficulty }]) =>
    hanging(INDENT, `${DIFFICULTIES.get(difficulty)}, grade ${round(grade)}, sentence ${n}: ${words(span)}`, room, difficulty === "veryHard" ? paint.red : paint.yellow));
  return [...hanging(INDENT, gradeLine(measures), room), ...table(formulas(measures).map(([name, value]) => [name, String(value)]), room, paint), ...sentences];
}

/** Blocks that are no prose, each with the reason; the headline is on top already. */
function leftOut({ blocks }, { words }, whys, room, paint) {
  const left = blocks.filter(({ prose, kind }) => !prose && kind !== "headline");
  const widest = Math.max(...left.map(({ kind }) => BLOCKS.get(kind).length));
  const lines = left.slice(0, MOST_ROWS).flatMap(({ kind, span, rule }) => {
    const head = INDENT + pad(BLOCKS.get(kind), widest + GAP);
    return [head + clip(tame(words(span)), room - width(head)), ...hanging(" ".repeat(width(head)), whys.get(rule) ?? rule, room, paint.dim)];
  });
  return [...lines, ...more(left, paint)];
}

function facts(analysis, name) {
  const { published, readability: { counts, readingSeconds }, language } = analysis;
  return [
    name,
    published && `published ${published.value}`,
    plural(counts.words, "word"),
    `${minutes(readingSeconds)} to read`,
    language.code !== "en" && `language ${language.code}`,
  ].filter(Boolean).join(" · ");
}

/**
 * The report of one article.
 * @param {import("../index.js").Analysis} analysis
 * @param {{ name: string, room: number, paint: Record<string, (words: string) => string>, whys: Map<string, string> }} how
 *   name of the file, columns of the terminal, colours, reasons of the rules of blocks
 */
export function report(analysis, { name, room, paint, whys }) {
  const seen = view(analysis);
  const section = (title, lines, none) => (lines.length > 0 ? [paint.bold(title), ...lines, ""] : none ? [paint.bold(title), INDENT + paint.dim(none), ""] : []);
  return [
    ...wrap(tame(seen.title || "An article"), room).map(paint.bold),
    ...wrap(tame(facts(analysis, name)), room).map(paint.dim),
    ...analysis.warnings.flatMap(({ message }) => hanging("! ", message, room, paint.yellow)),
    "",
    ...section("Who said what", analysis.quotes.length > 0 ? who(seen, room, paint) : [], "Nobody is quoted."),
    ...section("Names", table(names(analysis), room, paint), "Nobody and nothing is named."),
    ...section("Dates", table(dates(analysis, seen), room, paint), "No dates."),
    ...section("Readability", readability(analysis, seen, room, paint)),
    ...section("Left out of the grade", leftOut(analysis, seen, whys, room, paint)),
  ].join("\n");
}
