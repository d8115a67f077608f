// The engine's side of a worker. Receives `{ module }` once, then `{ id, text, options }`; answers `{ ready }`, then
// `{ id, progress }`, `{ id, flat, heap }` (flat: see flat.js; heap: bytes of the engine's memory) or `{ id, error }`.
// tools/glue.mjs puts this file behind the glue to make the source of the blob worker, so it imports nothing else.
import { analyze, initSync } from "./wasm/copydesk.js";

const encoder = /* @__PURE__ */ new TextEncoder();

/** Answers the messages of `port` until the worker ends. */
export function answer(port) {
  let memory;
  port.onmessage = ({ data: { module, id, text, options, watched } }) => {
    if (module) {
      ({ memory } = initSync({ module }));
      port.postMessage({ ready: true });
      return;
    }
    try {
      const write = (bytes) => encoder.encodeInto(text, bytes);
      const progress = watched ? (done) => port.postMessage({ id, progress: done }) : undefined;
      // The engine's memory stays here, so the words are copied, once: the copy changes hands. A copy of every object would
      // cost more than the analysis.
      const flat = analyze(text.length, write, options, progress, (words, strings, same) => [words.slice(), strings, same]);
      port.postMessage({ id, flat, heap: memory.buffer.byteLength }, [flat[0].buffer]);
    } catch (error) {
      port.postMessage({ id, error: String(error?.message ?? error) });
    }
  };
}

if (typeof WorkerGlobalScope === "function" && globalThis instanceof WorkerGlobalScope) answer(globalThis);
