// What the writers' files are read back with: strict, and nobody else's.
import assert from "node:assert/strict";

/** RFC 4180, read strictly: what is no CSV throws. */
export function parseCSV(csv) {
  assert.equal(csv[0], "\ufeff");
  const rows = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;
  cell.lastIndex = 1;
  while (cell.lastIndex < csv.length) {
    const found = cell.exec(csv);
    assert.ok(found, "a cell");
    rows.at(-1).push(found[1] === undefined ? found[2] : found[1].replaceAll('""', '"'));
    if (found[3] === "\r\n") rows.push([]);
  }
  assert.deepEqual(rows.pop(), [], "the last line ends");
  const [heads, ...records] = rows;
  return records.map((row) => {
    assert.equal(row.length, heads.length);
    return Object.fromEntries(row.map((value, i) => [heads[i], value]));
  });
}

/** The words of a span as a reader sees them. */
export function shown({ text, residue }, { start, end }) {
  let words = "";
  for (let i = start; i < end; i++) if (!residue.some((span) => span.start <= i && i < span.end)) words += text[i];
  return words;
}

/** Words as they stand in a table. */
export const oneLine = (words) => words.replace(/\s+/g, " ").trim();
/** Words as a spreadsheet may hold them. */
export const clean = (words) => words.replace(/[\u0000-\u001f\u007f]/g, "\ufffd");

/** Words of Markdown in which every sign that could mean something is escaped, or stands in the code of an address. Others throw. */
function plainWords(source) {
  assert.doesNotMatch(source, /^(?:[-+]|\d{1,9}[.)])(?: |$)/, "begins a list");
  let words = "";
  for (let i = 0; i < source.length; i++) {
    if (source[i] === "\\") {
      assert.match(source[++i], /[!-/:-@[-`{-~]/, source);
      words += source[i];
    } else if (source[i] === "`") {
      const end = source.indexOf("`", i + 1);
      const code = source.slice(i + 1, end);
      assert.match(code, /^\S*@\w\S*$/, source);
      words += code;
      i = end;
    } else {
      assert.doesNotMatch(source[i], /[*_~[\]<>#|&$^={}!@]/, source);
      assert.doesNotMatch(source.slice(i), /^(?:[a-z]+:\/|www\.)/i, "is linked as an address");
      words += source[i];
    }
  }
  return words;
}

/** The lines of a report as [shape, words …]; a line of any other shape throws. */
export function parseMarkdown(report) {
  return report.split("\n").filter((line) => line !== "" && !/^\|(?: --- \|)+$/.test(line)).map((line) => {
    const [, shape, rest] = /^(#{1,3} |- |\| |)(\S.*)$/u.exec(line);
    if (shape !== "| ") return [shape.trim(), plainWords(rest)];
    const cells = rest.match(/(?:\\.|[^|\\])*\|/g).map((cell) => cell.slice(0, -1).trim());
    assert.match(rest, /^(?:(?:\\.|[^|\\])*\|)+$/, "a whole row");
    return ["|", ...cells.map((cell) => plainWords(cell))];
  });
}

/** What a spreadsheet would take for a formula, or for the end of a cell; a plain number is none. */
export const FORMULA = /^(?!-?\d+(?:\.\d+)?$)["“”‘’«»\s]*[=+\-@＝＋－＠]|^[\t\r\n]/;
