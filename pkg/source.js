// From what a caller has of the engine to a compiled module.
import { CopydeskError } from "./errors.js";

const isModule = (source) => source instanceof WebAssembly.Module;
const DATA = /^data:[^,]*;base64,/;
const isData = (source) => DATA.test(String(source));
const isBytes = (source) => source instanceof ArrayBuffer || ArrayBuffer.isView(source);

/** Bytes of a `data:` address, as bundlers write files into scripts. A fetch would ask the page's policy for leave. */
const fromData = (source) => Uint8Array.from(atob(String(source).replace(DATA, "")), (sign) => sign.charCodeAt(0));

async function fromResponse(response) {
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${response.url}`);
  const type = (response.headers.get("Content-Type") ?? "").trim().toLowerCase();
  if (type === "application/wasm" && WebAssembly.compileStreaming) return WebAssembly.compileStreaming(response);
  // Streaming is strict about the type that the server gives; bytes are not.
  const bytes = await response.arrayBuffer();
  const magic = new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength)).join();
  if (magic !== "0,97,115,109") throw new Error(`what came from ${response.url || "the response"} is no WebAssembly (${type || "no type"})`);
  return WebAssembly.compile(bytes);
}

/**
 * Compiles any accepted source. `fetchBytes` turns a URL or string into bytes or a Response: how differs between
 * Node and browsers.
 */
export async function compile(source, fetchBytes) {
  try {
    const given = await source;
    const isAddress = typeof given === "string" || given instanceof URL;
    const got = isAddress ? await (isData(given) ? fromData : fetchBytes)(given) : given;
    if (isModule(got)) return got;
    if (isBytes(got)) return await WebAssembly.compile(got);
    if (typeof Response === "function" && got instanceof Response) return await fromResponse(got);
    throw new TypeError("options.wasm must be a URL, a string, a Response, bytes or a WebAssembly.Module");
  } catch (error) {
    throw unloaded(error);
  }
}

/** Compiles a module, bytes or a `data:` address at once. */
export function compileSync(source) {
  if (isModule(source)) return source;
  if (!isBytes(source) && !isData(source)) throw new CopydeskError("bad-input", "initSync takes a WebAssembly.Module, bytes or a data: address in base64.");
  try {
    return new WebAssembly.Module(isBytes(source) ? source : fromData(source));
  } catch (error) {
    throw unloaded(error);
  }
}

export const unloaded = (error) =>
  new CopydeskError("not-initialized", `The engine could not be loaded: ${error?.message ?? error}.`, { cause: error });
