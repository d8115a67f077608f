// Long analyses: their objects are built in slices on the caller's thread, and are the same.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { analyze, createAnalyzer } from "../../pkg/node.js";
import { unflatten, unflattenInSlices } from "../../pkg/flat.js";

const long = Array.from({ length: 2500 }, (_, i) => `"The hedge of plot ${i} is the last one," said Edith Varrow of Ambleford on ${1 + (i % 28)} May 2033.`).join("\n\n");

let analyzer;
before(async () => { analyzer = await createAnalyzer(); });
after(() => analyzer.terminate());

test("a long text gives the same through an analyzer as at once", async () => {
  assert.equal(analyzer.mode, "worker");
  assert.deepEqual(await analyzer.analyze(long), analyze(long));
});

test("an abort after the engine has answered still rejects, and the next text is read", async () => {
  const stop = new AbortController();
  const reading = analyzer.analyze(long, { signal: stop.signal, onProgress: (share) => share === 1 && setTimeout(() => stop.abort(), 1) });
  await assert.rejects(reading, { code: "aborted" });
  assert.equal((await analyzer.analyze("\"We open on Monday,\" said Ines Marlow.")).quotes.length, 1);
});

/** A record of one list of 300,000 numbers, in the flat form. */
function numbers() {
  const count = 300_000;
  const name = "counts";
  const words = new Uint32Array([3 + count, 4, (count << 4) | 5, ...Array.from({ length: count }, (_, i) => i << 4), 1, name.length, 1, 0]);
  return [words, name];
}

test("other work gets its turn while many objects are built", async () => {
  const [words, text] = numbers();
  const clock = performance.now.bind(performance);
  // A clock that runs a hundred times as fast, so that any machine is slow enough.
  performance.now = () => clock() * 100;
  let turns = 0;
  const counting = setInterval(() => turns++, 0);
  try {
    assert.deepEqual(await unflattenInSlices(words, text), unflatten(words, text));
  } finally {
    clearInterval(counting);
    performance.now = clock;
  }
  assert.ok(turns > 3, `${turns} turns`);
});
