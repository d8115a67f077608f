// What is marked in an article, wherever it is drawn: one look for each kind of mark.

/** Kinds of blocks that a reader does not know by their looks. */
export const BLOCK_NAMES = new Map(Object.entries({
  caption: "Caption", credit: "Credit", related: "Related", wireCredit: "Agency credit", sourceUrl: "Source", boilerplate: "Not the article",
}));
const LOOKS = new Map([["person", "person"], ["organization", "organization"], ["place", "place"], ["facility", "place"]]);

/** Every mark that is drawn, sorted by start, the outermost first. */
export function marksOf({ quotes, mentions, entities, dates, sentences, residue = [] }) {
  const mark = (layer, look) => (item) => ({ start: (item.span ?? item).start, end: (item.span ?? item).end, layer, look: look?.(item), item });
  return [
    ...residue.map(mark("residue")),
    ...sentences.filter(({ prose, difficulty }) => prose && difficulty !== "plain").map(mark("sentence")),
    ...quotes.map(mark("quote", ({ kind }) => (kind === "indirect" ? "reported" : "quote"))),
    ...mentions.filter(({ form }) => form !== "pronoun").map(mark("name", ({ entity }) => LOOKS.get(entities[entity].kind) ?? "thing")),
    ...dates.map(mark("date", () => "date")),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
}
