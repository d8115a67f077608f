// The writing half of the package: an analysis as text that other programs and people read. It needs no engine, and stands
// apart from the reading half so that a page may fetch it when somebody asks for a file.
export { toCSV } from "./export/csv.js";
export { toHTML } from "./export/html.js";
export { toJSON } from "./export/json.js";
export { toMarkdown } from "./export/markdown.js";
export { toQuoteSheet } from "./export/sheet.js";
