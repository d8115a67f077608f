// What `--fail-above` measures.
import { gradeLine, round } from "../export/view.js";

const MEASURES = new Map(Object.entries({
  grade: ({ readability }) => (readability.tooShort ? null : readability.grade.median),
  unattributed: ({ quotes }) => quotes.filter(({ speaker }) => !speaker).length,
  check: ({ quotes }) => quotes.filter(({ speaker }) => speaker?.confidence === "check").length,
}));

/** "grade=12" as { name, most }; null when it is nothing of the kind. */
export function parseLimit(text) {
  const [, name, digits] = /^(\w+)=(-?\d+(?:\.\d+)?)$/.exec(text) ?? [];
  return MEASURES.has(name) ? { name, most: Number(digits) } : null;
}

/** What an analysis says to the limits, as [{ words, fails }]: what is above, and what cannot be told. */
export const measured = (analysis, limits) => limits.flatMap(({ name, most }) => {
  const value = MEASURES.get(name)(analysis);
  if (value === null) return [{ words: `${name} is not known. ${gradeLine(analysis.readability)}`, fails: false }];
  return value > most ? [{ words: `${name} ${round(value, 2)} is above ${most}`, fails: true }] : [];
});
