// The package in Node: the engine loads itself on first use.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import { createApi } from "./api.js";

const isRemote = (source) => /^(https?|data|blob):/.test(String(source));
const asPath = (source) => (typeof source === "string" && source.startsWith("file:") ? new URL(source) : source);

async function hire(place) {
  const worker =
    place === true || place instanceof URL
      ? new Worker(place === true ? new URL("./node-worker.js", import.meta.url) : place, { workerData: { copydesk: true }, execArgv: [] })
      : place;
  return {
    post: (message) => worker.postMessage(message),
    listen(heard, failed) {
      worker.on("message", heard);
      worker.on("error", (error) => failed(error.message));
      worker.on("messageerror", () => failed("a message could not be read"));
      worker.on("exit", () => failed("the worker ended"));
    },
    started() {},
    stop: () => void worker.terminate(),
    // An idle worker does not keep the program running.
    busy: (working) => (working ? worker.ref() : worker.unref()),
  };
}

export const { init, initSync, analyze, syllables, scores, rules, createAnalyzer } = createApi({
  wasm: () => readFileSync(new URL("./wasm/copydesk_bg.wasm", import.meta.url)),
  fetchBytes: (source) => (isRemote(source) ? fetch(source) : readFile(asPath(source))),
  hire,
  lazy: true,
});
export { CopydeskError } from "./errors.js";
export * from "./export.js";
export { schemaVersion, version } from "./version.js";
