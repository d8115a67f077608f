// What a caller may pass, checked before the engine sees it.
import { CopydeskError } from "./errors.js";

const FORMATS = ["auto", "text", "markdown", "html"];
const COUNTS = [
  "words", "sentences", "syllables", "letters", "strokes", "polysyllables", "monosyllables", "longWords", "miniwords",
  "fogComplex", "difficultDaleChall", "unfamiliarSpacheUnique",
];

/** Longest input accepted by default, in UTF-16 code units. */
export const MAX_LENGTH = 2_000_000;

const refuse = (message) => {
  throw new CopydeskError("bad-input", message);
};

/** How a wrong value is named in a message: short, whatever it is. */
function show(value) {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  return Array.isArray(value) ? "an array" : `a value of type ${typeof value}`;
}

/** A whole number that the engine can hold. */
const isWhole = (value) => Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff;

function isDay(value) {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? [];
  if (year === undefined || year === "0000") return false;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

function flag(options, name) {
  const value = options[name] ?? false;
  return typeof value === "boolean" ? value : refuse(`options.${name} must be true or false, not ${show(value)}.`);
}

function indexes(options, name) {
  const list = options[name] ?? [];
  if (!Array.isArray(list)) refuse(`options.${name} must be an array of indexes of blocks, not ${show(list)}.`);
  for (const index of list) if (!isWhole(index)) refuse(`options.${name} must hold whole numbers from 0 up, not ${show(index)}.`);
  return [...list];
}

/** The options as the engine takes them. Absent and null mean the default. */
function checkOptions(options) {
  const format = options.format ?? "auto";
  if (!FORMATS.includes(format)) refuse(`options.format must be one of ${FORMATS.join(", ")}, not ${show(format)}.`);
  const published = options.published ?? null;
  if (published !== null && !(typeof published === "string" && isDay(published))) {
    refuse(`options.published must be a day such as "2025-04-11", not ${show(published)}.`);
  }
  const flags = ["includeFurniture", "readAloud", "tokens", "userTiming"].map((name) => [name, flag(options, name)]);
  return { format, published, includeBlocks: indexes(options, "includeBlocks"), ...Object.fromEntries(flags) };
}

/** Checks what `analyze` is given and returns the engine's options. */
export function checkCall(text, options) {
  const given = options ?? {};
  if (typeof given !== "object" || Array.isArray(given)) refuse(`options must be an object, not ${show(given)}.`);
  if (typeof text !== "string") refuse(`The text must be a string, not ${show(text)}.`);
  const maxLength = given.maxLength ?? MAX_LENGTH;
  if (typeof maxLength !== "number" || !(maxLength >= 0)) refuse(`options.maxLength must be a number from 0 up, not ${show(maxLength)}.`);
  const checked = checkOptions(given);
  if (text.length > maxLength) {
    const count = (n) => n.toLocaleString("en-US");
    throw new CopydeskError("too-long", `The text has ${count(text.length)} characters; the limit is ${count(maxLength)} (options.maxLength).`);
  }
  return checked;
}

export function checkWord(word) {
  return typeof word === "string" ? word : refuse(`The word must be a string, not ${show(word)}.`);
}

/** The counts alone, each a whole number that the engine can hold. */
export function checkCounts(counts) {
  if (typeof counts !== "object" || counts === null) refuse(`counts must be an object, not ${show(counts)}.`);
  const pairs = COUNTS.map((name) => {
    const value = counts[name];
    return isWhole(value) ? [name, value] : refuse(`counts.${name} must be a whole number from 0 up, not ${show(value)}.`);
  });
  return Object.fromEntries(pairs);
}

/** Checks the options of an analyzer's call that concern the call, not the text. */
export function checkWatch(options) {
  const { signal, onProgress } = options ?? {};
  if (signal != null && typeof signal.addEventListener !== "function") refuse(`options.signal must be an AbortSignal, not ${show(signal)}.`);
  if (onProgress != null && typeof onProgress !== "function") refuse(`options.onProgress must be a function, not ${show(onProgress)}.`);
  return { signal, onProgress };
}

/** Checks the options of `createAnalyzer`. */
export function checkAnalyzer(options) {
  const worker = options?.worker ?? true;
  const timeout = options?.timeout ?? null;
  const place = typeof worker === "boolean" || worker instanceof URL || typeof worker.postMessage === "function";
  if (!place) refuse(`options.worker must be true, false, a Worker or a URL, not ${show(worker)}.`);
  if (timeout !== null && !(typeof timeout === "number" && timeout > 0)) refuse(`options.timeout must be milliseconds above 0, not ${show(timeout)}.`);
  return { worker, timeout };
}
