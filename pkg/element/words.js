// What is said of a mark: in its card, and where it is named inside another.
import { BASES, DIFFICULTIES, KINDS, round } from "../export/view.js";
import { reasonOf } from "./reader.js";

const many = (count, one, more = `${one}s`) => `${count.toLocaleString("en-GB")} ${count === 1 ? one : more}`;

const TELLING = {
  quote: ({ item }, seen) => ({
    kind: "Quote", title: seen.speakerLine(item), facts: seen.factsOf(item),
    why: item.edited || !item.speaker ? null : reasonOf("speaker", item.speaker.rule),
  }),
  name({ item }, seen, { entities }) {
    const { kind, name, role, aliases, mentions } = entities[item.entity];
    const also = aliases.length > 0 ? [`also “${aliases.slice(0, 3).join("”, “")}”`] : [];
    return { kind: KINDS.get(kind), title: name, facts: [...(role ? [role] : []), many(mentions.length, "mention"), ...also], why: reasonOf("mention", item.rule) };
  },
  date: ({ item }, seen) => ({
    kind: "Date", title: item.value ?? seen.words(item.span), facts: [`written “${seen.words(item.span)}”`, BASES.get(item.basis)], why: reasonOf("date", item.rule),
  }),
  sentence: ({ item }) => ({
    kind: "Sentence", title: DIFFICULTIES.get(item.difficulty),
    facts: [many(item.words, "word"), ...(item.grade === null ? [] : [`grade ${round(item.grade)} by itself`])], why: null,
  }),
};

/** { kind, title, facts, why } of a mark. */
export const tell = (mark, seen, analysis) => TELLING[mark.layer](mark, seen, analysis);

/** A mark in a few words, as it is named from inside another. */
export function brief(mark, seen, analysis) {
  if (mark.layer === "quote") return `quote ${mark.item.id + 1}`;
  const { kind, title } = tell(mark, seen, analysis);
  return mark.layer === "sentence" ? `${title} sentence` : `${kind.toLowerCase()} ${title}`;
}

export { many };

/** What went wrong, for readers; the error's own sentence follows it. */
const FAILURES = new Map([
  ["not-initialized", "The analyser could not be loaded. The article stands without marks."],
  ["engine-crashed", "The analyser stopped on this text and was restarted. The article stands without marks."],
  ["too-long", "This article is too long to be marked."],
  ["bad-input", "This article could not be marked."],
]);
export const failure = (error) => FAILURES.get(error.code) ?? "This article could not be marked.";
