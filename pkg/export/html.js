// The article with its marks and tables as one HTML file: no script, no address, nothing that is fetched.
import { flatten } from "./flatten.js";
import { labelOf, marksOf } from "./marks.js";
import { STYLE } from "./style.js";
import { BASES, CAUTION, DIFFICULTIES, formulas, gradeLine, KINDS, named, round, speakerOf, trust, view } from "./view.js";

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": "&#13;", "\0": "\ufffd" };
const BLOCK_TAGS = new Map([["headline", "h1"], ["subheading", "h2"], ["blockquote", "blockquote"]]);

/** Text that no place of an HTML file can take for markup. */
const escape = (text) => String(text).replace(/[&<>"'\r\0]/g, (sign) => ENTITIES[sign]);

const tag = ({ difficulty }) => `<span class="tag ${difficulty}">${DIFFICULTIES.get(difficulty)}</span>`;

function chip(quote) {
  const doubt = quote.edited !== true && quote.speaker?.confidence !== "sure" ? " doubt" : "";
  return `<span class="chip${doubt}"><b>${quote.id + 1}</b> <bdi>${escape(speakerOf(quote))}</bdi></span>`;
}

function piece(text, { start, end, over }) {
  const begins = over.filter(({ layer, start: at }) => layer === "sentence" && at === start).map(({ item }) => tag(item)).join("");
  const ends = over.filter(({ layer, end: at }) => layer === "quote" && at === end).map(({ item }) => chip(item)).join("");
  if (over.some(({ layer }) => layer === "residue")) return begins + ends;
  const looks = [...new Set(over.flatMap(({ look }) => look ?? []))].join(" ");
  const words = escape(text.slice(start, end));
  return begins + (looks ? `<mark class="${looks}">${words}</mark>` : words) + ends;
}

function article(analysis) {
  const code = /^[a-z]{2}$/.test(analysis.language.code) && analysis.language.code;
  const blocks = [...flatten(analysis.blocks, marksOf(analysis))].map(([block, pieces]) => {
    const { kind, prose } = block;
    const element = BLOCK_TAGS.get(kind) ?? "p";
    const name = labelOf(block);
    const label = name ? `<span class="kind">${name}</span>` : "";
    return `<${element} class="block ${kind}${prose ? "" : " aside"}">${label}${[...pieces].map((part) => piece(analysis.text, part)).join("")}</${element}>`;
  });
  return `<article dir="auto"${code ? ` lang="${code}"` : ""}>\n${blocks.join("\n")}\n</article>`;
}

const LEGEND = `<p class="legend" role="note"><span>Marks:</span>
<mark class="quote">quoted words</mark><mark class="reported">reported words</mark><span class="chip"><b>1</b> speaker</span>
<mark class="person">person</mark><mark class="organization">organisation</mark><mark class="place">place</mark><mark class="thing">other name</mark><mark class="date">date</mark>
<span class="inline-tag hard">hard</span><span class="inline-tag veryHard">very hard</span> sentence begins</p>`;

/** A table; its first column heads the rows. */
function table(title, heads, rows) {
  if (rows.length === 0) return "";
  const value = (content) => (content === null || content === undefined ? "" : escape(content));
  const cells = (row) => row.map((content, i) => (i === 0
    ? `<th scope="row" dir="auto">${value(content)}</th>`
    : `<td dir="auto"${typeof content === "number" ? ' class="number"' : ""}>${value(content)}</td>`)).join("");
  // Wide tables scroll on a phone, so the keyboard must get there.
  return `<section tabindex="0" aria-label="${title}">\n<h2>${title}</h2>\n<table>\n<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead>\n<tbody>
${rows.map((row) => `<tr>${cells(row)}</tr>`).join("\n")}\n</tbody>\n</table>\n</section>`;
}

function tables(analysis, { words, paragraphAt, speakerLine, howSaid, hardest }) {
  const { readability, quotes, dates } = analysis;
  return [
    table("Who said what", ["Quote", "Speaker", "Words", "How", "Sure?", "Paragraph"], quotes.map((quote) => [
      quote.id + 1, speakerLine(quote), words(quote.span), howSaid(quote).join(", "), trust(quote), paragraphAt(quote.span.start)])),
    quotes.length > 0 ? `<p class="note">${CAUTION}</p>` : "",
    table("Names", ["Name", "Kind", "Role", "Also called", "Mentions"], named(analysis).map(({ name, kind, role, aliases, mentions }) =>
      [name, KINDS.get(kind), role, aliases.join(", "), mentions.length])),
    table("Dates", ["As written", "Date", "Read", "Paragraph"], dates.map(({ span, value, basis }) =>
      [words(span), value, BASES.get(basis), paragraphAt(span.start)])),
    table("Readability", ["Formula", "Value", "Behind the grade"], formulas(readability).map(([name, score, counts]) => [name, score, counts ? "yes" : ""])),
    table("Hardest sentences", ["Sentence", "Words", "Grade", "Difficulty", "Text"], hardest(5).map(([n, { span, words: count, grade, difficulty }]) =>
      [n, count, round(grade), DIFFICULTIES.get(difficulty), words(span)])),
  ].filter(Boolean).join("\n");
}

/** The annotated article as one HTML file. */
export function toHTML(analysis) {
  const seen = view(analysis);
  const { readability, published, version } = analysis;
  const facts = [published && `Published ${published.value}`, `${readability.counts.words} words`, gradeLine(readability)].filter(Boolean);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Copydesk ${escape(version)}">
<title>${escape(seen.title || "An article, annotated")}</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
<p class="facts">${facts.map(escape).join(" · ")}</p>
${LEGEND}
${article(analysis)}
${tables(analysis, seen)}
</main>
<footer><p>Read and marked by Copydesk ${escape(version)}, a program; nobody has checked it.</p></footer>
</body>
</html>
`;
}
