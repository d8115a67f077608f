// Arbitrary texts for property tests, as fast-check makes and shrinks them.
import fc from "fast-check";

/** Pieces that news texts, pages and broken pastes are made of. */
const PIECES = [
  "\"", "“", "”", "‘", "’", "'", "«", "»", " said ", "he ", "Mr. ", "Ada Brook", "the envoy", "U.S.", "St. ", ", ", ". ", "? ", "\n\n", "\n", "\r\n",
  "April 11, 2025", "Friday", "3.5", "**", "[", "](#)", "<p>", "</p>", "&amp;", "<script>", "</style>", "<!--", "# ", "> ", "- ", "| ", "=1+1", "@", "\t",
  "javascript:", "http://evil.example", "—", "🦊", "e\u0301", "\u200b", "\u202e", "\u2028", "\ufeff", "\0", "__proto__", "שלום", "عمدة", "新闻",
];

/** Any units of UTF-16, pairs and halves of pairs alike. */
const units = fc.array(fc.oneof(fc.nat(0xffff), fc.integer({ min: 0xd800, max: 0xdfff })), { maxLength: 60 }).map((all) => String.fromCharCode(...all));

/** A text of up to some hundred characters: nonsense, half sentences, what looks like an article. */
export const text = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ unit: "binary" }) }, { weight: 1, arbitrary: units }), { maxLength: 40 }).map((all) => all.join(""));

/** What `analyze` may be asked for. */
export const options = fc.record({ format: fc.constantFrom("auto", "text", "markdown", "html"), includeFurniture: fc.boolean(), readAloud: fc.boolean() });
