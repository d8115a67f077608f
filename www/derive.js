/** What the page needs besides the analysis itself, worked out once per analysis. */

import { rules } from "./engine.js";

const GENERATION = /^(?:Jr|Sr|II|III|IV)\.?$/;

/** Index of the last item that starts at or before a position; items are sorted by start. */
export function lastBefore(items, position, start = (item) => item.span.start) {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start(items[middle]) <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function familyName(name) {
  const words = name.split(/\s+/).filter((word) => !GENERATION.test(word));
  return words.at(-1) ?? name;
}

/** A short form per person; people who share a family name keep their full one. */
function shortNames(entities) {
  const people = entities.filter((entity) => entity.kind === "person");
  const taken = new Map();
  for (const { name } of people) taken.set(familyName(name), (taken.get(familyName(name)) ?? 0) + 1);
  const short = new Map();
  for (const { id, name } of people) short.set(id, taken.get(familyName(name)) > 1 ? name : familyName(name));
  return short;
}

/** Numbers the blocks that a reader would call paragraphs. */
function numberParagraphs(blocks) {
  let count = 0;
  return blocks.map((block) => (block.prose ? ++count : null));
}

/** Statements in order: fragments that share a group belong together. */
function statements(quotes) {
  const groups = new Map();
  for (const quote of quotes) {
    if (!groups.has(quote.group)) groups.set(quote.group, []);
    groups.get(quote.group).push(quote);
  }
  return groups;
}

/** The mention that introduces each entity: the first by name, or the first of all. */
const introductions = ({ entities, mentions }) =>
  new Set(entities.flatMap(({ mentions: own }) => own.find((id) => mentions[id].form === "name") ?? own.slice(0, 1)));

/** The words of a span as a reader sees them: without markup. */
export function plainText({ text, residue }, { start, end }) {
  let words = "";
  let at = start;
  for (let i = Math.max(0, lastBefore(residue, start, (span) => span.start)); i < residue.length && residue[i].start < end; i++) {
    words += text.slice(at, Math.max(at, residue[i].start));
    at = Math.max(at, residue[i].end);
  }
  return words + text.slice(at, Math.max(at, end));
}

/** The entities that are mentioned. */
export const mentioned = ({ entities }) => entities.filter(({ mentions }) => mentions.length > 0);

/** Whether a row of the speakers is the one that the analyser keeps for quotes without a speaker. */
export const isNobody = ({ quotes }, speaker) => quotes[speaker.quotes[0]]?.speaker === null;

/** The rows of those who speak, named or not. */
export const voices = (analysis) => analysis.speakers.filter((speaker) => !isNobody(analysis, speaker));

/** How many words stand inside the marks of all these speakers. */
export const quotedWords = (speakers) => speakers.reduce((sum, { words }) => sum + words, 0);

/** The reason in plain words for a rule of a room, or null. */
export function why(room, name) {
  return rules().get(`${room}/${name}`) ?? null;
}

const derived = new WeakMap();

/** @param counts tells of a block whether the grade counts it */
export function derive(analysis, counts) {
  if (!derived.has(analysis)) derived.set(analysis, indexOf(analysis, counts));
  return derived.get(analysis);
}

function indexOf(analysis, counts) {
  const { entities, mentions, quotes, sentences, blocks, speakers } = analysis;
  const short = shortNames(entities);
  const speakerOfQuote = new Map();
  speakers.forEach((speaker, index) => speaker.quotes.forEach((quote) => speakerOfQuote.set(quote, index)));
  const mentionsAt = new Map(mentions.map((mention) => [`${mention.span.start}-${mention.span.end}`, mention]));
  const findingsOf = new Map();
  for (const finding of analysis.findings) {
    if (!findingsOf.has(finding.sentence)) findingsOf.set(finding.sentence, []);
    findingsOf.get(finding.sentence).push(finding);
  }
  const paragraphs = numberParagraphs(blocks);
  const counted = blocks.map(counts);
  const inGrade = (sentence) => counted[sentence.block];
  return {
    speakerOfQuote,
    findingsOf,
    paragraphs,
    groups: statements(quotes),
    introductions: introductions(analysis),
    words: (span) => plainText(analysis, span),
    sentenceAt: (position) => lastBefore(sentences, position),
    blockAt: (position) => lastBefore(blocks, position),
    paragraphAt: (position) => paragraphs[lastBefore(blocks, position)] ?? null,
    mentionAt: (span) => mentionsAt.get(`${span.start}-${span.end}`) ?? null,
    namedMentions: (entity) => entity.mentions.map((id) => mentions[id]),
    /** The name on a chip: as short as it can be without meaning two people. */
    shortName: ({ entity, name }) => (entity !== null && short.get(entity)) || name,
    /** Blocks that are shown but are no running text, which the grade leaves out unless asked. */
    aside: blocks.flatMap((block, id) => (block.prose ? [] : [id])),
    isCounted: (block) => counted[block],
    inGrade,
    hard: sentences.filter((sentence) => inGrade(sentence) && sentence.difficulty !== "plain"),
  };
}

/** Whether the text is plainly in another language, for which the formulas were not made. */
export const isForeign = ({ language }) => language.code !== "en" && language.code !== "und";

/** Why there is no grade: "tooShort", "notEnglish", or null when there is one. */
export function ungraded({ analysis, anywayFor }) {
  const { tooShort, grade } = analysis.readability;
  if (tooShort || grade.median === null) return "tooShort";
  return isForeign(analysis) && anywayFor !== analysis.text ? "notEnglish" : null;
}

/** School grade, range and scores for the text as a whole or without what stands in quotation marks. */
export function measured(readability, withQuotes) {
  const { counts, scores } = withQuotes ? readability : readability.withoutQuotes;
  if (withQuotes) return { counts, scores, ...readability.grade };
  const values = readability.grade.from.map((name) => scores[name]).filter((value) => value !== null && value !== undefined).sort((a, b) => a - b);
  if (values.length === 0 || counts.words < 100) return { counts, scores, median: null, low: null, high: null, from: readability.grade.from };
  const middle = values.length >> 1;
  const median = values.length % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  return { counts, scores, median, low: values[0], high: values.at(-1), from: readability.grade.from };
}
