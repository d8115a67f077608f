// Memory: it stays where it is over many articles, is given back after a large one, and running out of it is a typed error.
import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { ARTICLE, folder, inNode, project } from "./scratch.mjs";

const cwd = await project();
const pkg = join(cwd, "node_modules", "copydesk");
const article = JSON.stringify(ARTICLE);
// Reads much and needs much for it: every word ends a sentence.
const LARGE = `"A. ".repeat(600_000)`;
const MEASURE = `const used = () => { gc(); const { heapUsed, external } = process.memoryUsage(); return (heapUsed + external) / 1e6; };`;
const measured = (source) => inNode(cwd, `${MEASURE} ${source}`, { args: ["--expose-gc"] });

describe("in place", () => {
  test("200 analyses need no more than 50 did", async () => {
    const grown = await measured(`
      const text = ${article}.repeat(20);
      const read = (times) => { for (let i = 0; i < times; i++) api.analyze(text); return used(); };
      const before = read(50);
      return read(150) - before`);
    assert.ok(grown < 4, `${grown.toFixed(1)} MB more`);
  });

  test("after a large text a small one brings the memory back", async () => {
    const [before, large, small] = await measured(`
      api.analyze(${article});
      const told = [used()];
      api.analyze(${LARGE});
      told.push(used());
      api.analyze(${article});
      // An instance that was left goes when the collector has been round some times.
      for (let turn = 0; turn < 40 && used() > told[0] + 10; turn++) {
        await new Promise((done) => setTimeout(done, 50));
        api.analyze(${article});
      }
      return [...told, used()]`);
    assert.ok(large > before + 100, `the large text needed ${large.toFixed(0)} MB`);
    assert.ok(small < before + 10, `${before.toFixed(0)} MB before, ${small.toFixed(0)} MB after`);
  });

  test("large texts in a row share one instance", async () => {
    const made = await inNode(cwd, `
      let made = 0;
      WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct: (type, given) => (made++, new type(...given)) });
      const counts = [];
      for (const text of [${LARGE}, ${LARGE}, ${article}, ${article}]) {
        api.analyze(text);
        counts.push(made);
      }
      return counts`);
    assert.deepEqual(made, [made[0], made[0], made[0] + 1, made[0] + 1]);
  });
});

describe("in a worker", () => {
  test("200 analyses need no more than 50 did", async () => {
    const grown = await measured(`
      const analyzer = await api.createAnalyzer();
      const text = ${article}.repeat(20);
      const rss = () => process.memoryUsage().rss / 1e6;
      const read = async (times) => { for (let i = 0; i < times; i++) await analyzer.analyze(text); gc(); return rss(); };
      const before = await read(50);
      return (await read(150)) - before`);
    assert.ok(grown < 40, `${grown.toFixed(1)} MB more`);
  });

  test("one that a large text has swollen is replaced, one that read small texts stays", async () => {
    const root = folder();
    const log = join(root, "starts");
    const script = join(root, "worker.mjs");
    writeFileSync(log, "");
    writeFileSync(script, `import { appendFileSync } from "node:fs"; appendFileSync(${JSON.stringify(log)}, "start ");
      import(${JSON.stringify(pathToFileURL(join(pkg, "node-worker.js")).href)});`);
    const starts = await inNode(cwd, `
      const { readFileSync } = await import("node:fs");
      const analyzer = await api.createAnalyzer({ worker: new URL(${JSON.stringify(pathToFileURL(script).href)}) });
      const starts = [];
      for (const text of [${article}, ${article}, ${LARGE}, ${article}]) {
        await analyzer.analyze(text);
        starts.push(readFileSync(${JSON.stringify(log)}, "utf8").split(" ").length - 1);
      }
      analyzer.terminate();
      return starts`);
    assert.deepEqual(starts, [1, 1, 1, 2]);
  });
});

describe("where memory ends", () => {
  /** The engine with a limit to its memory, in pages of 64 KiB, written into its section 5. */
  function limited(wasm, pages) {
    let at = 8;
    const number = () => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = wasm[at++];
        value += (byte & 127) << shift;
        if (byte < 128) return value;
      }
    };
    for (;;) {
      const start = at;
      const id = wasm[at++];
      const end = number() + at;
      if (id === 5) {
        const first = wasm.subarray(at, at + 1);
        assert.deepEqual([...first, wasm[at + 1] & 1], [1, 0], "one memory without a limit");
        at += 2;
        const [size, most] = [number(), pages].map((n) => [(n & 127) | 128, ((n >> 7) & 127) | 128, n >> 14]);
        return Buffer.concat([wasm.subarray(0, start), Buffer.from([5, 8, 1, 1, ...size, ...most]), wasm.subarray(end)]);
      }
      at = end;
    }
  }

  const root = folder();
  cpSync(cwd, root, { recursive: true, verbatimSymlinks: true });
  const file = join(root, "node_modules", "copydesk", "wasm", "copydesk_bg.wasm");
  writeFileSync(file, limited(readFileSync(file), 400));

  test("the call fails with its type, and the next one works", async () => {
    const said = await inNode(root, `
      const codeOf = (work) => { try { work(); return "no error"; } catch (error) { return error.code; } };
      const codes = [];
      for (let i = 0; i < 3; i++) codes.push(codeOf(() => api.analyze(${LARGE})), api.analyze(${article}).sentences.length > 3);
      return codes`);
    assert.deepEqual(said, ["engine-crashed", true, "engine-crashed", true, "engine-crashed", true]);
  });

  test("the same in a worker, with what waits behind it", async () => {
    const said = await inNode(root, `
      const analyzer = await api.createAnalyzer();
      const asked = await Promise.allSettled([${LARGE}, ${article}, ${LARGE}, ${article}].map((text) => analyzer.analyze(text)));
      return [analyzer.mode, ...asked.map(({ value, reason }) => reason?.code ?? value.sentences.length > 3)]`);
    assert.deepEqual(said, ["worker", "engine-crashed", true, "engine-crashed", true]);
  });
});
