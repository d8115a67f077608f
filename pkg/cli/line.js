// What becomes of one line of a batch.
import { CopydeskError } from "../errors.js";

const encoder = new TextEncoder();

const refuse = (message) => {
  throw new CopydeskError("bad-input", message);
};

/** A line as the value it holds. */
function parse(bytes) {
  let line;
  try {
    line = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse("The line is not UTF-8.");
  }
  try {
    return JSON.parse(line);
  } catch (error) {
    return refuse(`The line is no JSON: ${error.message}.`);
  }
}

/** A line as { text, id?, options }. Null means absent, as in the options of `analyze`. */
function articleOf(value) {
  if (typeof value === "string") return { text: value, options: {} };
  if (typeof value !== "object" || value === null || Array.isArray(value)) refuse('A line must be a string or an object with "text".');
  if (typeof value.text !== "string") refuse('The line has no "text", or it is no string.');
  const { text, published, format } = value;
  return { text, options: Object.fromEntries(Object.entries({ published, format }).filter(([, given]) => given != null)) };
}

/** The id that the line gave, where it gave one, as the beginning of what is written of it. */
const opening = (number, value) => `{"line":${number}${value?.id === undefined ? "" : `,"id":${JSON.stringify(value.id)}`},`;

/** The line of an article that could not be read, and the same for people. */
export const failed = (number, error, value) => ({
  bytes: encoder.encode(`${opening(number, value)}"error":${JSON.stringify({ code: error.code, message: error.message })}}\n`),
  said: [{ words: error.message, fails: true }],
});

/**
 * Reads the article of a line.
 * @param {{ number: number, bytes: Uint8Array }} line
 * @param {(text: string, options: object) => { json: string, said: { words: string, fails: boolean }[] }} read
 * @returns {{ bytes: Uint8Array, said: { words: string, fails: boolean }[] }} the line to write, and what to tell of it
 */
export function answer({ number, bytes }, read) {
  let value;
  try {
    value = parse(bytes);
    const { text, options } = articleOf(value);
    const { json, said } = read(text, options);
    return { bytes: encoder.encode(`${opening(number, value)}"analysis":${json}}\n`), said };
  } catch (error) {
    if (!(error instanceof CopydeskError)) throw error;
    return failed(number, error, value);
  }
}
