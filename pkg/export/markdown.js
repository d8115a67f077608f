// The analysis as a report in Markdown. Nothing of the article formats or links anything in it.
import { BASES, CAUTION, DIFFICULTIES, formulas, gradeLine, KINDS, named, round, view } from "./view.js";

const SPECIAL = /[\\`*_~[\]<>#|&$^={}!@]|[.:](?=[\p{L}\p{N}/])/gu;
/** What begins a list or a rule at the start of a line. */
const OPENING = /^(?=[-+])|^(\d{1,9})(?=[.)])/;

const plain = (words) => words.replace(SPECIAL, "\\$&");

/** Where a token's own characters begin and end, the punctuation around them left out. */
function core(token) {
  let start = 0;
  let end = token.length;
  while (start < end && !/[\w@]/.test(token[start])) start++;
  while (end > start && !/\w/.test(token[end - 1])) end--;
  return [start, end];
}

/** Sites link "name@host" and "@name" whatever stands before the sign, but never inside code. */
function token(word) {
  if (!word.includes("@")) return plain(word);
  const [start, end] = core(word);
  const address = word.slice(start, end);
  return /@\w/.test(address) && !/[`|]/.test(address) ? `${plain(word.slice(0, start))}\`${address}\`${plain(word.slice(end))}` : plain(word);
}

/** Words of the article, on one line, that mean nothing but themselves. */
const escape = (words) => words.trim().split(/\s+/).map(token).join(" ").replace(OPENING, "$1\\");

const row = (cells) => `| ${cells.map((value) => (value === null || value === undefined ? "" : typeof value === "number" ? String(value) : escape(value))).join(" | ")} |`;
const table = (heads, rows) => [row(heads), `|${heads.map(() => " --- |").join("")}`, ...rows.map(row), ""];

function quoteLines({ words, speakerLine, factsOf, bySpeaker }) {
  const line = (quote) => `- ${escape(words(quote.span))} (${factsOf(quote).map(escape).join(", ")})`;
  return bySpeaker().flatMap((quotes) => [`### ${escape(speakerLine(quotes[0]))}`, "", ...quotes.map(line), ""]);
}

/** A report of the analysis in Markdown. */
export function toMarkdown(analysis) {
  const seen = view(analysis);
  const { title, words, paragraphAt, hardest } = seen;
  const { readability, published, dates, quotes } = analysis;
  const names = named(analysis);
  const hard = hardest(5);
  const none = (what) => [`No ${what} were found.`, ""];
  return [
    `# ${title ? escape(title) : "An article"}`, "",
    `${published ? `Published ${published.value}. ` : ""}${readability.counts.words} words. Read by Copydesk ${analysis.version}.`, "",
    "## Who said what", "",
    ...(quotes.length > 0 ? [CAUTION, "", ...quoteLines(seen)] : none("quotes")),
    "## Names", "",
    ...(names.length > 0
      ? table(["Name", "Kind", "Role", "Also called", "Mentions"], names.map(({ name, kind, role, aliases, mentions }) =>
        [name, KINDS.get(kind), role, aliases.join(", "), mentions.length]))
      : none("names")),
    "## Dates", "",
    ...(dates.length > 0
      ? table(["As written", "Date", "Read", "Paragraph"], dates.map(({ span, value, basis }) => [words(span), value, BASES.get(basis), paragraphAt(span.start)]))
      : none("dates")),
    "## Readability", "",
    gradeLine(readability), "",
    ...table(["Formula", "Value"], formulas(readability).map(([name, value]) => [name, value])),
    ...(hard.length > 0
      ? ["### Hardest sentences", "", ...table(["Sentence", "Words", "Grade", "Difficulty", "Text"], hard.map(([n, { span, words: count, grade, difficulty }]) =>
        [n, count, round(grade), DIFFICULTIES.get(difficulty), words(span)]))]
      : []),
  ].join("\n");
}
