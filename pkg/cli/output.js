// The standard output and the standard error: data and words, for as long as somebody reads them.
import { once } from "node:events";
import { tame } from "./terminal.js";

const decoder = new TextDecoder();

/**
 * Writes to a stream, in turn. `closed` aborts when nothing more can be written; `fault` then is why, or null when the reader
 * has gone, which is nobody's fault and needs no word.
 * @param {import("node:stream").Writable & { isTTY?: boolean }} stream
 */
export function sink(stream) {
  const gone = new AbortController();
  let fault = null;
  // A closed pipe may be told more than once, and also when nothing is being written.
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") fault ??= error;
    gone.abort();
  });
  async function put(data) {
    if (gone.signal.aborted) return;
    if (!stream.write(data)) await once(stream, "drain", { signal: gone.signal }).catch(() => {});
  }
  return {
    closed: gone.signal,
    fault: () => fault,
    /** Writes data, which a terminal shows but does not obey. Resolves when the stream can take more; at once when nobody reads. */
    data: (content) => put(stream.isTTY ? tame(typeof content === "string" ? content : decoder.decode(content)) : content),
    /** The same for what is made for a terminal, colours and all. */
    shown: put,
  };
}

/** What is said to a person, a line each, without anything that a terminal obeys. */
export const teller = (stream) => {
  stream.on("error", () => {});
  return (words) => void stream.write(`copydesk: ${tame(words.replace(/\s+/g, " "))}\n`);
};
