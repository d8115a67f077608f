/** What the reader corrected: one record of quote id → speaker, and the copy of the analysis that follows from it. */

const SET_BY_READER = "set-by-reader";
const HAS_WORD = /[\p{L}\p{N}]/u;

/** Corrections belong to one text; for any other there are none. */
export const NO_EDITS = { text: null, choices: new Map() };

/** Words as the analyser counts them: between blanks or dashes, with a letter or a digit. */
export const countWords = (text) => text.split(/[\s–—]+|--+/).filter((piece) => HAS_WORD.test(piece)).length;

const NOBODY = { entity: null, name: "no speaker found", anonymous: false };
/** An entity is one speaker under whatever name. */
const keyOf = ({ entity, name, anonymous }) => JSON.stringify([entity, entity === null ? name : "", anonymous]);

/** Words that were spoken as they stand: those inside marks, and a whole turn of a conversation, which alone has no cue. */
const spokenIn = ({ kind, cue, parts, span }) => (kind === "indirect" && cue === null ? [span] : parts);

/** One row a speaker, most spoken words first; then most statements, then first named: as the analyser does it. */
export function speakersOf(text, quotes) {
  const rows = new Map();
  // What stands in marks within a turn or within other marks is counted with them.
  let counted = 0;
  for (const quote of quotes) {
    const { id, speaker, cue } = quote;
    const { entity, name, anonymous } = speaker ?? NOBODY;
    const key = keyOf(speaker ?? NOBODY);
    if (!rows.has(key)) rows.set(key, { entity, name, anonymous, quotes: [], words: 0, cues: new Map() });
    const row = rows.get(key);
    row.quotes.push(id);
    for (const { start, end } of spokenIn(quote).filter((part) => part.start >= counted)) row.words += countWords(text.slice(start, end));
    counted = Math.max(counted, spokenIn(quote).at(-1)?.end ?? 0);
    if (cue) row.cues.set(cue.lemma, (row.cues.get(cue.lemma) ?? 0) + 1);
  }
  const byCount = (a, b) => b.count - a.count || (a.lemma < b.lemma ? -1 : 1);
  return [...rows.values()]
    .map((row) => ({ ...row, cues: [...row.cues].map(([lemma, count]) => ({ lemma, count })).sort(byCount) }))
    .sort((a, b) => b.words - a.words || b.quotes.length - a.quotes.length);
}

/** What stands in the analysis for a reader's choice; null for nobody. */
function attribution(quote, choice) {
  if (choice === null) return null;
  const mention = quote.speaker?.mention ?? quote.cue?.span ?? quote.span;
  return { mention, ...choice, via: null, confidence: "sure", rule: SET_BY_READER };
}

/** The analysis with the reader's speakers in it. Everything that shows or exports quotes reads this copy. */
export function edited(analysis, choices) {
  const quotes = analysis.quotes.map((quote) =>
    (choices.has(quote.id) ? { ...quote, speaker: attribution(quote, choices.get(quote.id)), edited: true } : quote));
  return { ...analysis, quotes, speakers: speakersOf(analysis.text, quotes) };
}

const same = (found, choice) => (found === null || choice === null ? found === choice : keyOf(found) === keyOf(choice));

/**
 * The record after one more choice. It holds for the whole statement, of which a quote may be one fragment; choosing
 * what the analyser had found takes the correction back.
 */
export function withChoice({ text, choices }, analysis, id, choice) {
  const next = new Map(text === analysis.text ? choices : []);
  for (const quote of analysis.quotes.filter(({ group }) => group === analysis.quotes[id].group)) {
    if (same(quote.speaker, choice)) next.delete(quote.id);
    else next.set(quote.id, choice);
  }
  return { text: analysis.text, choices: next };
}
