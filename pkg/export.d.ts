// The writing half of the package. It needs no engine.
export { toCSV, toHTML, toJSON, toMarkdown, toQuoteSheet } from "./index.js";
export type { ExportTable } from "./index.js";
