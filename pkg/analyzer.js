// Analyses off the main thread: one worker, one text at a time, the rest waits in order.
import { checkAnalyzer, checkCall, checkWatch } from "./check.js";
import * as engine from "./engine.js";
import { aborted, CopydeskError, fromEngine } from "./errors.js";

// A worker that has not answered by then is given up. The second part is for slow machines and long texts.
const PATIENCE = 30_000;
const PATIENCE_PER_UNIT = 0.05;
/** Milliseconds that a text of some length may take unless the caller says otherwise. */
export const patienceFor = (length) => PATIENCE + length * PATIENCE_PER_UNIT;
const START_PATIENCE = 10_000;
// Values of an answer from which on its objects are built in slices; an article of 60 KB has about as many.
const MANY = 100_000;

const DISPOSE = /* @__PURE__ */ (() => Symbol.dispose ?? Symbol.for("Symbol.dispose"))();

/** Starts a worker and waits until it holds the engine. */
async function hireReady(hire, place) {
  const hand = await hire(place);
  return new Promise((done, fail) => {
    const refuse = (why) => {
      clearTimeout(clock);
      hand.stop();
      fail(new Error(why));
    };
    const clock = setTimeout(() => refuse("the worker did not start"), START_PATIENCE);
    // Replaced once the worker is ready; listeners of a worker are set only once.
    const ears = {
      heard(data) {
        if (!data?.ready) return;
        clearTimeout(clock);
        hand.started();
        hand.busy(false);
        done({ hand, ears });
      },
      failed: refuse,
    };
    hand.listen((data) => ears.heard(data), (why) => ears.failed(why));
    hand.post({ module: engine.module() });
  });
}

/** A worker in `place`, else one of the package's own, else null: this thread must do. */
async function hireOne(hire, place) {
  for (const next of [place, true]) {
    try {
      return await hireReady(hire, next);
    } catch {
      // The second try is the package's own worker; after that the caller's thread serves.
    }
  }
  return null;
}

const terminated = () => new CopydeskError("aborted", "The analyzer was terminated.");

/** Reads on this thread. */
function readHere(job) {
  try {
    job.settle(null, engine.read(job.text, job.options, job.watched ? job.tell : undefined));
  } catch (error) {
    job.settle(error);
  }
}

/**
 * @param {(place: true | URL | object) => Promise<object>} hire the platform's way to start a worker
 * @param {() => Promise<void>} init
 */
export async function createAnalyzer(hire, init, options) {
  const { worker: place, timeout } = checkAnalyzer(options);
  await init();

  const queue = [];
  let lastId = 0;
  let ended = false;
  let hiring = false;
  /** @type {object | null} the job at hand */
  let current = null;
  /** @type {{ hand: object, ears: object } | null} */
  let worker = null;
  let here = place === false;

  /** Stops the worker; the next job starts another. */
  function dismiss() {
    if (!worker) return;
    worker.ears.heard = worker.ears.failed = () => {};
    worker.hand.stop();
    worker = null;
  }

  /** Starts a worker in `where`; without one, this thread reads from then on. */
  async function replace(where) {
    hiring = true;
    const next = await hireOne(hire, where);
    hiring = false;
    if (ended) return void next?.hand.stop();
    worker = next;
    here = !worker;
    if (worker) {
      worker.ears.heard = heard;
      worker.ears.failed = (why) => giveUp(fromEngine(why));
    }
    pump();
  }

  /** Ends the job at hand and takes the next. */
  function finish(error, analysis) {
    const job = current;
    current = null;
    clearTimeout(job.clock);
    worker?.hand.busy(false);
    job.settle(error, analysis);
    pump();
  }

  function giveUp(error) {
    dismiss();
    if (current) finish(error);
  }

  /** Builds the objects: few at once, many in slices, so that whoever asked stays able to answer their user. */
  async function receive(flat, heap) {
    // Linear memory never shrinks: the next text gets another worker.
    if (engine.isOutgrown(heap)) dismiss();
    if (flat[0].length < MANY) return finish(null, engine.build(flat, current.text));
    const job = current;
    clearTimeout(job.clock);
    const analysis = await engine.buildInSlices(flat, job.text);
    if (job === current) finish(null, analysis);
  }

  /** What the worker says about the job at hand. */
  function heard({ id, progress, flat, heap, error }) {
    if (id !== current?.id) return;
    if (progress !== undefined) current.tell(progress);
    else if (flat) receive(flat, heap);
    else {
      const failure = fromEngine(error);
      if (failure.code === "engine-crashed") giveUp(failure);
      else finish(failure);
    }
  }

  function send(job) {
    current = job;
    const patience = timeout ?? patienceFor(job.text.length);
    job.clock = setTimeout(() => giveUp(fromEngine(`no answer within ${Math.round(patience)} ms`)), patience);
    worker.hand.busy(true);
    worker.hand.post({ id: job.id, text: job.text, options: job.options, watched: job.watched });
  }

  function pump() {
    while (here && !current && queue.length > 0) readHere(queue.shift());
    if (current || hiring || queue.length === 0) return;
    if (worker) send(queue.shift());
    else replace(place instanceof URL ? place : true);
  }

  function analyze(text, callOptions) {
    return new Promise((done, fail) => {
      const checked = checkCall(text, callOptions);
      const { signal, onProgress } = checkWatch(callOptions);
      if (ended) throw terminated();
      if (signal?.aborted) throw aborted(signal.reason);
      const job = {
        id: ++lastId,
        text,
        options: checked,
        watched: Boolean(onProgress),
        tell: (share) => onProgress?.(share),
        settle(error, analysis) {
          signal?.removeEventListener("abort", abort);
          if (error) fail(error);
          else done(analysis);
        },
      };
      function abort() {
        if (job === current) return giveUp(aborted(signal.reason));
        queue.splice(queue.indexOf(job), 1);
        job.settle(aborted(signal.reason));
      }
      signal?.addEventListener("abort", abort);
      queue.push(job);
      // Not at once: on this thread the reading would keep the caller waiting for its promise.
      queueMicrotask(pump);
    });
  }

  function terminate() {
    if (ended) return;
    ended = true;
    dismiss();
    clearTimeout(current?.clock);
    for (const job of current ? [current, ...queue] : queue) job.settle(terminated());
    current = null;
    queue.length = 0;
  }

  if (!here) await replace(place);
  return {
    analyze,
    terminate,
    [DISPOSE]: terminate,
    get mode() {
      return here ? "in-place" : "worker";
    },
  };
}
