// A thread of a batch. Gets lines as bytes and gives lines as bytes, so that the thread that reads and writes only passes them on.
import { parentPort, workerData } from "node:worker_threads";
import { toJSON } from "../export/json.js";
import { analyze, initSync } from "../node.js";
import { answer } from "./line.js";
import { measured } from "./limits.js";

const { module, options, limits } = workerData;
initSync(module);

function read(text, own) {
  const analysis = analyze(text, { ...options, ...own });
  return { json: toJSON(analysis), said: measured(analysis, limits) };
}

parentPort.on("message", (line) => {
  const { bytes, said } = answer(line, read);
  parentPort.postMessage({ bytes, said }, [bytes.buffer]);
});
