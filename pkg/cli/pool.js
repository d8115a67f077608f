// Threads that read lines, each one line at a time. One that dies or hangs fails its line and is replaced.
import { Worker } from "node:worker_threads";
import { patienceFor } from "../analyzer.js";
import { fromEngine } from "../errors.js";
import { failed } from "./line.js";

/**
 * @param {number} size
 * @param {object} data what each thread is started with
 * @param {number | null} timeout milliseconds for a line; null for what its length suggests
 */
export function createPool(size, data, timeout) {
  const queue = [];
  const hands = Array.from({ length: size }, () => ({ worker: null, job: null, clock: null }));

  /** Ends the job of a hand and gives it the next. */
  function settle(hand, result) {
    const { job } = hand;
    clearTimeout(hand.clock);
    hand.job = null;
    job?.done(result);
    if (queue.length > 0) give(hand, queue.shift());
  }

  function giveUp(hand, why) {
    hand.worker?.removeAllListeners();
    // What a dying thread still says concerns nobody.
    hand.worker?.on("error", () => {});
    hand.worker?.terminate();
    hand.worker = null;
    settle(hand, hand.job && failed(hand.job.line.number, fromEngine(why)));
  }

  function hire(hand) {
    const worker = new Worker(new URL("./line-worker.js", import.meta.url), { workerData: data });
    worker.on("message", (result) => settle(hand, result));
    worker.on("error", (error) => giveUp(hand, error));
    worker.on("exit", () => giveUp(hand, "the thread ended"));
    return worker;
  }

  function give(hand, job) {
    hand.worker ??= hire(hand);
    hand.job = job;
    const patience = timeout ?? patienceFor(job.line.bytes.length);
    hand.clock = setTimeout(() => giveUp(hand, `no answer within ${Math.round(patience)} ms`), patience);
    hand.worker.postMessage(job.line, [job.line.bytes.buffer]);
  }

  return {
    /** Reads one line; never rejects. The bytes of the line change hands. */
    run: (line) => new Promise((done) => {
      const job = { line, done };
      const idle = hands.find((hand) => !hand.job);
      if (idle) give(idle, job);
      else queue.push(job);
    }),
    /** Ends every thread. Lines under way are never answered. */
    stop() {
      queue.length = 0;
      for (const hand of hands) {
        hand.job = null;
        giveUp(hand);
      }
    },
  };
}
