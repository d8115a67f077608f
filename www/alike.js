/** What two articles share and where they part: names, speakers, quotes, figures. No page, no words: plain data. */

import { mentioned, plainText, quotedWords, voices } from "./derive.js";
import { countWords } from "./edits.js";

const SHORTEST_QUOTE = 3;
/** A quote cut short in one article still counts as the same when this many words of it are there. */
const SHORTEST_CUT = 5;
/** Cut quotes are looked for among so many; each is held against each. */
export const MOST_CUT = 300;

/** The words alone: case, marks and blanks differ from paper to paper. */
export const plainWords = (text) => (text.toLowerCase().replace(/[’']/g, "").match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");

const nameKey = (name) => plainWords(name).replace(/^the /, "");

/** Who answers to which form; a form that two people share says nothing. */
function forms(items) {
  const owners = new Map();
  for (const item of items) {
    for (const form of new Set([item.name, ...item.aliases].map(nameKey))) {
      const key = `${item.kind} ${form}`;
      owners.set(key, owners.has(key) ? null : item);
    }
  }
  return owners;
}

/** Pairs the items of two lists by any form of their names; what is left over stands alone. */
function pair(first, second) {
  const owners = forms(first);
  const taken = new Map();
  const alone = [];
  for (const item of second) {
    const match = [item.name, ...item.aliases].map((form) => owners.get(`${item.kind} ${nameKey(form)}`)).find((found) => found && !taken.has(found));
    if (match) taken.set(match, item);
    else alone.push(item);
  }
  return {
    both: first.filter((item) => taken.has(item)).map((item) => ({ name: item.name, kind: item.kind, first: item.amount, second: taken.get(item).amount })),
    first: first.filter((item) => !taken.has(item)),
    second: alone,
  };
}

const named = (analysis) => mentioned(analysis)
  .map(({ name, aliases, kind, mentions }) => ({ name, aliases, kind, amount: mentions.length })).sort((a, b) => b.amount - a.amount);

/** Those who speak by name; the unnamed cannot be known to be the same person. */
const namedVoices = (analysis) => voices(analysis).filter(({ anonymous }) => !anonymous).map(({ entity, name, words, quotes: ids }) =>
  ({ name, aliases: entity === null ? [] : analysis.entities[entity].aliases, kind: "speaker", amount: words, quotes: ids.length }));

function quoted(analysis) {
  return analysis.quotes.map((quote) => {
    const words = quote.parts.map((part) => plainText(analysis, part)).join(" ");
    return { words, key: plainWords(words), length: countWords(words), speaker: quote.speaker?.name ?? null };
  }).filter(({ length }) => length >= SHORTEST_QUOTE);
}

const holds = (whole, part) => ` ${whole.key} `.includes(` ${part.key} `);
const isCut = (a, b) => Math.min(a.length, b.length) >= SHORTEST_CUT && (a.length >= b.length ? holds(a, b) : holds(b, a));

function sameQuotes(first, second) {
  const others = quoted(second);
  const exact = new Map(others.map((quote) => [quote.key, quote]));
  const cuttable = others.slice(0, MOST_CUT);
  return quoted(first).flatMap((quote, i) => {
    const match = exact.get(quote.key) ?? (i < MOST_CUT && cuttable.find((other) => isCut(quote, other)));
    return match ? [{ words: quote.words, first: quote.speaker, second: match.speaker }] : [];
  });
}

/** Figures of one article, each a number or null. */
function figures({ analysis: { readability, quotes, speakers }, index }) {
  const { counts, grade, tooShort } = readability;
  return {
    grade: tooShort ? null : grade.median,
    words: counts.words,
    perSentence: counts.sentences > 0 ? counts.words / counts.sentences : null,
    veryHard: index.hard.filter(({ difficulty }) => difficulty === "veryHard").length,
    quotes: new Set(quotes.map(({ group }) => group)).size,
    quotedWords: quotedWords(speakers),
    unnamed: speakers.filter(({ anonymous }) => anonymous).length,
  };
}

/** Everything the comparison shows, of two articles each with its index. */
export function compareArticles(one, other) {
  const [first, second] = [one.analysis, other.analysis];
  return {
    figures: [figures(one), figures(other)],
    names: pair(named(first), named(second)),
    speakers: pair(namedVoices(first), namedVoices(second)),
    quotes: sameQuotes(first, second),
  };
}
