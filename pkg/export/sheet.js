// Every quote under its speaker as plain text: to read, to mail, to check by telephone.
import { CAUTION, view } from "./view.js";

const underlined = (words, line) => [words, line.repeat(Math.min(72, [...words].length))];

/** Every quote under its speaker, in plain text. */
export function toQuoteSheet(analysis) {
  const { title, words, speakerLine, factsOf, bySpeaker } = view(analysis);
  const line = (quote) => [`${quote.id + 1}. ${words(quote.span)}`, `   (${factsOf(quote).join(", ")})`, ""];
  const groups = bySpeaker().flatMap((quotes) => [...underlined(speakerLine(quotes[0]), "-"), "", ...quotes.flatMap(line)]);
  return [
    ...underlined(title || "Quotes", "="),
    ...(analysis.published ? [`Published ${analysis.published.value}`] : []),
    "",
    ...(groups.length > 0 ? groups : ["Nobody is quoted in this article.", ""]),
    CAUTION,
    "",
  ].join("\n");
}
