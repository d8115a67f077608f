// The one instance of the engine on this thread, and what happens when it breaks.
import * as glue from "./wasm/copydesk.js";
import { CopydeskError, fromEngine } from "./errors.js";
import { unflatten, unflattenInSlices } from "./flat.js";

// A larger heap is not kept for shorter texts: linear memory never shrinks, so it is given back by leaving its instance.
const HEAP_LIMIT = 128 * 1024 * 1024;

/** @type {WebAssembly.Module | null} */
let compiled = null;
/** @type {WebAssembly.Memory | null} null while there is no sound instance */
let memory = null;
/** Units of the longest text that the instance has read. */
let longest = 0;

const encoder = /* @__PURE__ */ new TextEncoder();

/** Whether a heap of so many bytes is better given back than kept for the next text. */
export const isOutgrown = (heap) => heap > HEAP_LIMIT;

/** The compiled engine, for a worker to share; null before the first start. */
export const module = () => compiled;

/** Takes a compiled engine. Asynchronous, because a browser's main thread may refuse to instantiate a large one at once. */
export async function start(wasm) {
  glue.reset();
  const exports = await glue.default({ module_or_path: wasm });
  compiled = wasm;
  memory = exports.memory;
}

/** The same at once. */
export function startSync(wasm) {
  glue.reset();
  memory = glue.initSync({ module: wasm }).memory;
  compiled = wasm;
}

/** Calls one function of the engine. After a trap the instance is unsound, so the next call gets a fresh one. */
function call(name, ...args) {
  if (!compiled) throw new CopydeskError("not-initialized", "Call and await init() first.");
  try {
    if (!memory) startSync(compiled);
    return glue[name](...args);
  } catch (error) {
    const failure = fromEngine(error);
    if (failure.code === "engine-crashed") memory = null;
    throw failure;
  }
}

/** Reads one checked text. */
export function read(text, options, progress) {
  if (memory && isOutgrown(memory.buffer.byteLength) && text.length < longest / 2) memory = null;
  longest = memory ? Math.max(longest, text.length) : text.length;
  const write = (bytes) => encoder.encodeInto(text, bytes);
  return call("analyze", text.length, write, options, progress, (...flat) => build(flat, text));
}

/** Puts the text in: the engine leaves out one that it did not change. */
function completed(analysis, same, text) {
  if (same) analysis.text = text;
  return analysis;
}

/** The analysis of `text` from what the engine sent. */
export const build = ([words, strings, same], text) => completed(unflatten(words, strings), same, text);

/** The same without holding up the thread for long. */
export const buildInSlices = async ([words, strings, same], text) => completed(await unflattenInSlices(words, strings), same, text);

export const syllables = (word) => call("syllables", word);
export const scores = (counts) => call("scores", counts);
export const rules = () => call("rules").map(([room, name, why]) => ({ room, name, why }));
