// What breaks around the package: files that are cut or not the right ones, workers that die at work, a page that froze its objects.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { launch, open } from "../../tools/browser.mjs";
import { serve } from "../../tools/serve.mjs";
import { ARTICLE, HOSTILE, inNode, installed, project } from "./scratch.mjs";

const pkg = await installed();
const api = await import(pathToFileURL(join(pkg, "node.js")));
const engine = readFileSync(join(pkg, "wasm", "copydesk_bg.wasm"));
const codeOf = (promise) => promise.then(() => "no error", (error) => error.code ?? String(error));
// Long enough to be at work for a while on any machine.
const LONG = "A. ".repeat(600_000);

test("10 MB are refused within 100 ms, in place and in a worker", async () => {
  const text = "Ten million. ".repeat(800_000);
  const analyzer = await api.createAnalyzer();
  for (const read of [async () => api.analyze(text), () => analyzer.analyze(text)]) {
    const start = performance.now();
    assert.equal(await codeOf(read()), "too-long");
    assert.ok(performance.now() - start < 100, `${performance.now() - start} ms`);
  }
  analyzer.terminate();
});

test("an engine cut anywhere is told, and the whole one can still be loaded", async () => {
  const said = await inNode(await project(), `
    const whole = (await import("node:fs")).readFileSync(${JSON.stringify(join(pkg, "wasm", "copydesk_bg.wasm"))});
    const codes = new Set();
    for (let i = 0; i < 40; i++) {
      await api.init({ wasm: whole.subarray(0, Math.floor((whole.length * i) / 40)) }).catch((error) => codes.add(error.code));
    }
    await api.init({ wasm: whole });
    return [[...codes], api.analyze("A line.").sentences.length]`);
  assert.deepEqual(said, [["not-initialized"], 1]);
});

test("names of what objects inherit are ordinary names, also where nobody may add to objects", async () => {
  const said = await inNode(await project(), `
    const { analyze, toCSV, toHTML, toMarkdown, toQuoteSheet } = api;
    Object.freeze(Object.prototype);
    Object.freeze(Array.prototype);
    const text = ${JSON.stringify(`${ARTICLE}\n“Yes,” said Constructor Proto. “No,” said Valueof Hasown. ${HOSTILE.get("names of objects")}`)};
    const analysis = analyze(text, { tokens: true });
    const files = [toCSV(analysis, "quotes"), toCSV(analysis, "entities"), toHTML(analysis), toMarkdown(analysis), toQuoteSheet(analysis)];
    return [analysis.entities.map(({ name }) => name), files.every((file) => file.length > 50), Object.keys(Object.prototype)]`);
  assert.ok(said[0].includes("Constructor Proto"), said[0].join());
  assert.deepEqual(said.slice(1), [true, []]);
});

describe("a worker that dies at work", () => {
  test("in Node rejects its call at once, and another one reads what waits", async () => {
    const own = new Worker(pathToFileURL(join(pkg, "node-worker.js")), { workerData: { copydesk: true } });
    const analyzer = await api.createAnalyzer({ worker: own });
    const dying = codeOf(analyzer.analyze(LONG));
    const waiting = analyzer.analyze("next");
    setTimeout(() => own.terminate(), 20);
    assert.equal(await dying, "engine-crashed");
    assert.equal((await waiting).text, "next");
    analyzer.terminate();
  });
});

describe("in Chromium", () => {
  let browser;
  let server;
  before(async () => {
    const page = `<!doctype html><title>t</title><script type="module" src="/main.js"></script>`;
    const tampered = Buffer.from(engine);
    tampered[tampered.length - 1] ^= 1;
    const made = { "/": { body: page }, "/main.js": { body: "import * as api from '/pkg/index.js'; globalThis.api = api;" } };
    const bytes = { "/other.wasm": { headers: { "Content-Type": "application/wasm" }, body: tampered } };
    [browser, server] = await Promise.all([launch(), serve({ mounts: { "/pkg/": pkg }, intercept: (path) => made[path] ?? bytes[path] })]);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  async function inPage(work, arg) {
    const { context, page } = await open(browser, server.url);
    await page.waitForFunction(() => globalThis.api);
    const result = await page.evaluate(work, arg);
    await context.close();
    return result;
  }

  test("a worker that is ended at work is given up, and another one reads what waits", async () => {
    const said = await inPage(async (long) => {
      globalThis.Worker = class extends Worker {
        constructor(...given) {
          super(...given);
          globalThis.lastWorker = this;
        }
      };
      const analyzer = await api.createAnalyzer({ timeout: 3_000 });
      const dying = analyzer.analyze(long).catch((error) => error.code);
      const waiting = analyzer.analyze("next");
      setTimeout(() => lastWorker.terminate(), 10);
      return [await dying, (await waiting).text, analyzer.mode];
    }, LONG);
    assert.deepEqual(said, ["engine-crashed", "next", "worker"]);
  });

  test("an engine is loaded by its hash, and one of another hash is not", async () => {
    const integrity = `sha384-${createHash("sha384").update(engine).digest("base64")}`;
    const said = await inPage(async (hash) => {
      const load = (path) => api.init({ wasm: fetch(path, { integrity: hash }) }).then(() => "loaded", (error) => error.code);
      return [await load("/other.wasm"), await load("/pkg/wasm/copydesk_bg.wasm"), api.analyze("A line.").sentences.length];
    }, integrity);
    assert.deepEqual(said, ["not-initialized", "loaded", 1]);
  });
});
