/** What kind of text an article is not: shapes in which quotes and grades mean something else. */

import { quotedWords } from "./derive.js";

const MOST = 0.6;
const FEW_LINES = 8;
const SHORT_LINE = 60;
const ENDS = /[.!?…:;]["'”’)\]]*$/;
const LABEL = /^\p{Lu}[\p{L}.'’ -]{0,40}: \S/u;

/** The rules that read a speaker from the label in front of the words. */
const BY_LABEL = /label/;
/** The analyser's warning of a transcript; what was read of it decides what is said. */
export const TRANSCRIPT = "transcript";

const share = (items, test) => (items.length === 0 ? 0 : items.filter(test).length / items.length);

function isVerse(text) {
  const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
  return lines.length >= FEW_LINES && share(lines, (line) => line.length < SHORT_LINE) > 0.9 && share(lines, (line) => !ENDS.test(line)) > 0.5;
}

function hasLabels(text) {
  const paragraphs = text.split("\n").filter((line) => line.trim() !== "");
  return paragraphs.length >= 4 && share(paragraphs, (line) => LABEL.test(line)) > MOST;
}

/** "transcript", "labels" (one without quotation marks), "list", "verse", "allQuotes", or null for running text. */
export function shapeOf({ text, quotes, blocks, speakers, readability, warnings }) {
  if (quotes.length >= 3 && share(quotes, ({ speaker }) => BY_LABEL.test(speaker?.rule)) > MOST) return "transcript";
  if (warnings.some(({ code }) => code === TRANSCRIPT) || hasLabels(text)) return "labels";
  const told = blocks.filter(({ kind, prose }) => prose || kind === "listItem");
  if (told.length >= 4 && share(told, ({ kind }) => kind === "listItem") > MOST) return "list";
  if (isVerse(text)) return "verse";
  const quoted = quotedWords(speakers);
  return quoted > 40 && quoted > readability.counts.words * 0.85 ? "allQuotes" : null;
}
