// The reading half of the package in browsers, workers and bundlers: everything but the writers of export.js.
import { createApi } from "./api.js";

/** @type {{ createScriptURL(url: string): string } | null} */
let policy = null;

/** A page may allow scripts only by named policies. Ours passes what the package makes and what its caller names. */
function scriptURL(url) {
  if (!globalThis.trustedTypes) return url;
  policy ??= globalThis.trustedTypes.createPolicy("copydesk", { createScriptURL: (given) => given });
  return policy.createScriptURL(url);
}

/** A worker from a blob obeys the policy of its page; one from the network obeys only its own headers. */
async function blobWorker() {
  const { default: source } = await import("./wasm/worker-source.js");
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  return { worker: new Worker(scriptURL(url), { type: "module", name: "copydesk" }), forget: () => URL.revokeObjectURL(url) };
}

async function hire(place) {
  const { worker, forget } =
    place === true ? await blobWorker()
    : place instanceof URL ? { worker: new Worker(scriptURL(place.href), { type: "module", name: "copydesk" }) }
    : { worker: place };
  return {
    post: (message) => worker.postMessage(message),
    listen(heard, failed) {
      worker.addEventListener("message", (event) => heard(event.data));
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        failed(event.message || "the worker's script did not load");
      });
      worker.addEventListener("messageerror", () => failed("a message could not be read"));
    },
    started: () => forget?.(),
    stop() {
      forget?.();
      worker.terminate();
    },
    busy() {},
  };
}

export const { init, initSync, analyze, syllables, scores, rules, createAnalyzer } = /* @__PURE__ */ createApi({
  wasm: () => new URL("./wasm/copydesk_bg.wasm", import.meta.url),
  fetchBytes: (source) => fetch(source),
  hire,
  lazy: false,
});
export { CopydeskError } from "./errors.js";
export { schemaVersion, version } from "./version.js";
