// What every writer asks of an analysis, and the words they share.
import { CopydeskError } from "../errors.js";

export const KINDS = new Map(Object.entries({
  person: "Person", organization: "Organisation", place: "Place", facility: "Facility", group: "Group", event: "Event",
  product: "Product", work: "Work", law: "Law", other: "Other",
}));
export const BLOCKS = new Map(Object.entries({
  headline: "Headline", subheading: "Subheading", date: "Date", byline: "Byline", caption: "Caption", credit: "Credit", paragraph: "Paragraph",
  blockquote: "Quotation", listItem: "List item", related: "Related", wireCredit: "Agency credit", sourceUrl: "Source", boilerplate: "Not the article",
}));
const QUOTE_KINDS = new Map([["direct", "direct"], ["mixed", "partial"], ["indirect", "indirect"]]);
export const DIFFICULTIES = new Map([["plain", "plain"], ["hard", "hard"], ["veryHard", "very hard"]]);
export const BASES = new Map([
  ["explicit", "as written"], ["published", "from the day of publication"], ["context", "from a date nearby"], ["unresolved", "not resolved"],
]);
export const NOBODY = "No speaker found";
export const CAUTION = "Machine attribution makes mistakes. Check against the text before you publish.";

/** Formulas that people ask for, beside those behind the grade. */
const ALSO = ["fleschReadingEase", "daleChallNew1995Cloze", "lix", "rix"];
const FORMULAS = new Map(Object.entries({
  fleschReadingEase: "Flesch Reading Ease", fleschKincaidGrade: "Flesch–Kincaid grade", gunningFog: "Gunning Fog", smog: "SMOG",
  ariLettersDigits: "Automated Readability Index", colemanLiau: "Coleman–Liau", daleChallNew1995Cloze: "New Dale–Chall (cloze)",
  lix: "Lix", rix: "Rix",
}));

export function checked(analysis) {
  if (typeof analysis?.text === "string" && Array.isArray(analysis.quotes)) return analysis;
  throw new CopydeskError("bad-input", "The writers take an analysis, as analyze() returns it.");
}

/** Index of the last span that starts at or before a position; the items are in text order. */
function lastBefore(items, position, start) {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start(items[middle]) <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** One line, whatever the white space. */
const oneLine = (words) => words.replace(/\s+/g, " ").trim();

/** Questions to one analysis, each answered in logarithmic time. */
export function view(analysis) {
  const { text, blocks, quotes, entities, residue = [] } = checked(analysis);
  let count = 0;
  const paragraphs = blocks.map((block) => (block.prose ? ++count : null));

  /** The words of a span on one line, markup left out. */
  function words({ start, end }) {
    const parts = [];
    let from = start;
    for (let i = Math.max(0, lastBefore(residue, start, (span) => span.start)); i < residue.length && residue[i].start < end; i++) {
      if (residue[i].end <= from) continue;
      parts.push(text.slice(from, Math.max(from, residue[i].start)));
      from = Math.min(end, residue[i].end);
    }
    return oneLine(parts.join("") + text.slice(from, end));
  }

  const roleOf = (quote) => (quote.speaker?.entity == null ? null : entities[quote.speaker.entity]?.role ?? null);
  const howSaid = ({ kind, cue, speaker }) =>
    [QUOTE_KINDS.get(kind), ...(cue ? [`“${words(cue.span)}”`] : []), ...(speaker?.via ? [`through ${speaker.via.name}`] : [])];
  const paragraphAt = (position) => paragraphs[lastBefore(blocks, position, (block) => block.span.start)] ?? null;
  const headline = blocks.find((block) => block.kind === "headline");
  return {
    words,
    title: headline ? words(headline.span) : "",
    paragraphAt,
    roleOf,
    /** Who speaks, with what the article says of them. */
    speakerLine: (quote) => [speakerOf(quote), quote.speaker?.anonymous ? "not named" : roleOf(quote)].filter(Boolean).join(", "),
    howSaid,
    /** Everything known of a quote beside its words and speaker, in short words. */
    factsOf(quote) {
      const paragraph = paragraphAt(quote.span.start);
      return [...howSaid(quote), ...(paragraph ? [`paragraph ${paragraph}`] : []), trust(quote)];
    },
    bySpeaker: () => bySpeaker(quotes),
    hardest: (most) => hardest(analysis.sentences, most),
  };
}

/** Whether a person has put the speaker right. */
const isEdited = (quote) => quote.edited === true;

export const speakerOf = (quote) => quote.speaker?.name ?? NOBODY;

/** How far to trust a quote's speaker, in a word. */
export const trust = (quote) => (isEdited(quote) ? "corrected by hand" : quote.speaker?.confidence ?? "check");

/** The quotes of each speaker, in order of appearance; those without a speaker last. Read from the quotes, which a person may have put right. */
function bySpeaker(quotes) {
  const groups = new Map();
  for (const quote of quotes) {
    const key = quote.speaker ? quote.speaker.entity ?? `:${quote.speaker.name}` : null;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(quote);
  }
  const nobody = groups.get(null);
  groups.delete(null);
  return [...groups.values(), ...(nobody ? [nobody] : [])];
}

/** The hardest sentences that the grade counts, as [number, sentence]. */
const hardest = (sentences, most) =>
  sentences.map((sentence, id) => [id + 1, sentence]).filter(([, { prose, difficulty }]) => prose && difficulty !== "plain")
    .sort(([, a], [, b]) => (b.grade ?? 0) - (a.grade ?? 0)).slice(0, most);

/** Entities with a mention, most mentioned first. */
export const named = ({ entities }) =>
  entities.filter(({ mentions }) => mentions.length > 0).sort((a, b) => b.mentions.length - a.mentions.length || a.id - b.id);

export const round = (value, digits = 1) => (value === null || value === undefined ? null : Number(value.toFixed(digits)));

/** [name, value, whether the grade rests on it] of the formulas worth a line. */
export function formulas({ scores, grade }) {
  const keys = [...new Set([...grade.from, ...ALSO])].filter((key) => scores[key] != null);
  return keys.map((key) => [FORMULAS.get(key) ?? key, round(scores[key]), grade.from.includes(key)]);
}

/** What the grade says, in words. */
export function gradeLine({ grade, tooShort, counts }) {
  if (tooShort || grade.median === null) return `Not graded: ${counts.words} words of running text are too few.`;
  return `Grade ${round(grade.median)} (median of ${grade.from.length} formulas, from ${round(grade.low)} to ${round(grade.high)})`;
}
