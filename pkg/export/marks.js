// What is marked in an article, wherever it is drawn: one look for each kind of mark.

/** What each kind of block is called. */
export const BLOCKS = new Map(Object.entries({
  headline: "Headline", subheading: "Subheading", date: "Date", byline: "Byline", caption: "Caption", credit: "Credit", paragraph: "Paragraph",
  blockquote: "Quotation", listItem: "List item", related: "Related", wireCredit: "Agency credit", sourceUrl: "Source", boilerplate: "Not the article",
}));
const LABELLED = new Set(["caption", "credit", "related", "wireCredit", "sourceUrl", "boilerplate"]);
const LOOKS = new Map([["person", "person"], ["organization", "organization"], ["place", "place"], ["facility", "place"]]);

/** The name of a block whose kind cannot be seen by its look; null for others. */
export const labelOf = ({ kind }) => (LABELLED.has(kind) ? BLOCKS.get(kind) : null);

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
