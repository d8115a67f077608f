// A batch: one article a line in, one analysis a line out, in order, on all cores.
import { createReadStream, statSync } from "node:fs";
import { MAX_LENGTH } from "../check.js";
import * as engine from "../engine.js";
import { CopydeskError } from "../errors.js";
import { init } from "../node.js";
import { FAILED, FOUND, INTERRUPTED, OK } from "./codes.js";
import { reasonOf } from "./input.js";
import { failed } from "./line.js";
import { inOrder, linesOf } from "./lines.js";
import { createPool } from "./pool.js";
import { createProgress } from "./progress.js";

/** JSON writes a UTF-16 unit with at most six bytes; the rest is room for what stands beside the text. */
const MOST_BYTES = 6 * MAX_LENGTH + 100_000;
/** Lines under way for each thread: enough that none waits while a slow line holds up those behind it. */
const AHEAD = 8;

const tooLong = (number) => failed(number, new CopydeskError("too-long", `The line has more than ${MOST_BYTES.toLocaleString("en-US")} bytes.`));

function open(path, stdin) {
  if (path === "-") return { source: stdin, size: 0 };
  return { source: createReadStream(path), size: statSync(path, { throwIfNoEntry: false })?.size ?? 0 };
}

/** Aborts when nobody reads any more, or when a person wants to stop; `byHand` tells which. */
function stopper({ out, onInterrupt }) {
  const control = new AbortController();
  let byHand = false;
  out.closed.addEventListener("abort", () => control.abort(), { once: true });
  const forget = onInterrupt(() => {
    byHand = true;
    // Whoever asks a second time wants it now.
    forget();
    control.abort();
  });
  return { signal: control.signal, byHand: () => byHand, forget };
}

/** Writes every line of `source`; resolves to how many were done and how many were bad or above a limit. */
async function pass(source, size, pool, settings, platform, signal) {
  const { tell, out } = platform;
  const progress = createProgress(platform, size);
  const work = async (line) => ({ line, result: line.bytes ? await pool.run({ number: line.number, bytes: line.bytes }) : tooLong(line.number) });
  const isBlank = ({ bytes }) => bytes?.every((byte) => byte <= 32);
  async function* articles() {
    for await (const line of linesOf(source, MOST_BYTES)) if (!isBlank(line)) yield line;
  }
  let done = 0;
  let bad = 0;
  try {
    for await (const { line, result: { bytes, said } } of inOrder(articles(), work, settings.jobs * AHEAD, signal)) {
      if (said.length > 0) progress.clear();
      for (const { words } of said) tell(`line ${line.number}: ${words}`);
      if (said.some(({ fails }) => fails)) bad++;
      await out.data(bytes);
      progress.tell({ done: ++done, bad, bytes: line.end });
    }
  } finally {
    progress.clear();
  }
  return { done, bad };
}

/** Reads a batch. Resolves to the exit code. */
export async function readLines(settings, platform) {
  const path = settings.files[0] ?? "-";
  await init();
  const { options, limits, jobs, timeout } = settings;
  const pool = createPool(jobs, { module: engine.module(), options, limits }, timeout === null ? null : timeout * 1000);
  const stop = stopper(platform);
  // Not before something waits for it: a file that is not there is told at once.
  const { source, size } = open(path, platform.stdin);
  try {
    const { done, bad } = await pass(source, size, pool, settings, platform, stop.signal);
    if (stop.byHand()) platform.tell(`stopped after ${done} articles`);
    return stop.byHand() ? INTERRUPTED : bad > 0 ? FOUND : OK;
  } catch (error) {
    if (!error.code) throw error;
    platform.tell(`${path === "-" ? "standard input" : path}: ${reasonOf(error)}`);
    return FAILED;
  } finally {
    stop.forget();
    pool.stop();
    source.destroy();
  }
}
