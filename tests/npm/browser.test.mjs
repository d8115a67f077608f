// The package in Chromium, from a static server with the strict policy, without a build step.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, open } from "../../tools/browser.mjs";
import { serve } from "../../tools/serve.mjs";
import { ARTICLE, crashingProject, HOSTILE, installed } from "./scratch.mjs";

const pkg = await installed();
const node = await import(pathToFileURL(join(pkg, "node.js")));
const engine = readFileSync(join(pkg, "wasm", "copydesk_bg.wasm"));
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><script type="module" src="/main.js"></script>`;

// Set by a test, reset after it: how the engine's file is answered.
let fault = null;
let browser;
let server;

before(async () => {
  const crashing = join(await crashingProject(), "node_modules", "copydesk");
  [browser, server] = await Promise.all([
    launch(),
    serve({
      mounts: { "/pkg/": pkg, "/crashing/": crashing },
      intercept(path) {
        if (path === "/") return { body: PAGE };
        if (path === "/main.js") return { body: "import * as api from '/pkg/index.js'; globalThis.api = api;" };
        return path === "/pkg/wasm/copydesk_bg.wasm" && fault ? fault : undefined;
      },
    }),
  ]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Runs a function in a fresh page that has the package as `api`, and checks that the page has no complaint. */
async function inPage(work, arg, { complaints = false } = {}) {
  const { context, page, problems } = await open(browser, server.url);
  await page.waitForFunction(() => globalThis.api);
  const result = await page.evaluate(work, arg);
  await context.close();
  if (!complaints) assert.deepEqual(problems, []);
  return result;
}

describe("a page with <script type=module>", () => {
  test("reads what Node reads, to the byte", async () => {
    const texts = [ARTICLE, ...[...HOSTILE.values()].filter((text) => text.length < 50_000)];
    const read = await inPage(async (given) => {
      await Promise.all([api.init(), api.init()]);
      return given.map((text) => JSON.stringify(api.analyze(text, { tokens: true })));
    }, texts);
    for (const [i, text] of texts.entries()) assert.equal(read[i], JSON.stringify(node.analyze(text, { tokens: true })));
  });

  test("must init first", async () => {
    assert.equal(await inPage(() => { try { api.analyze("x"); } catch (error) { return error.code; } }), "not-initialized");
  });

  test("reads in a blob worker, which the page's policy governs", async () => {
    const [mode, equal, progress] = await inPage(async (text) => {
      const analyzer = await api.createAnalyzer();
      const told = [];
      const analysis = await analyzer.analyze(text, { onProgress: (done) => told.push(done) });
      analyzer.terminate();
      return [analyzer.mode, JSON.stringify(analysis) === JSON.stringify(api.analyze(text)), told.at(-1)];
    }, ARTICLE);
    assert.deepEqual([mode, equal, progress], ["worker", true, 1]);
  });

  test("reads in a worker from a URL", async () => {
    const [mode, text] = await inPage(async () => {
      const analyzer = await api.createAnalyzer({ worker: new URL("/pkg/worker.js", location.href) });
      return [analyzer.mode, (await analyzer.analyze("url")).text];
    });
    assert.deepEqual([mode, text], ["worker", "url"]);
  });

  test("keeps reading when the worker's file is not there", async () => {
    const [mode, text] = await inPage(async () => {
      const analyzer = await api.createAnalyzer({ worker: new URL("/no/worker.js", location.href) });
      return [analyzer.mode, (await analyzer.analyze("still")).text];
    }, null, { complaints: true });
    assert.deepEqual([mode, text], ["worker", "still"]);
  });

  test("reads in place where there are no workers", async () => {
    const [mode, text] = await inPage(async () => {
      globalThis.Worker = class { constructor() { throw new Error("no workers here"); } };
      const analyzer = await api.createAnalyzer();
      return [analyzer.mode, (await analyzer.analyze("still")).text];
    });
    assert.deepEqual([mode, text], ["in-place", "still"]);
  });
});

describe("an engine that is served badly", () => {
  const attempt = () => inPage(async () => {
    const failure = await api.init().then(() => null, ({ code, message }) => ({ code, message }));
    if (failure) return failure;
    return api.analyze("A line.").sentences.length;
  }, null, { complaints: true });

  for (const [name, answer] of [
    ["the wrong MIME type", { headers: { "Content-Type": "text/plain" }, body: engine }],
    ["a MIME type with a parameter", { headers: { "Content-Type": "application/wasm; charset=utf-8" }, body: engine }],
    ["an empty MIME type", { headers: { "Content-Type": "" }, body: engine }],
  ]) {
    test(`${name} is forgiven`, async () => {
      fault = answer;
      assert.equal(await attempt(), 1);
    });
  }
  for (const [name, answer, words] of [
    ["404", { status: 404, body: "no" }, /404/],
    ["a page in its place", { headers: { "Content-Type": "text/html" }, body: PAGE }, /no WebAssembly/],
    ["half of it", { body: engine.subarray(0, engine.length >> 1) }, /could not be loaded/],
    ["nothing", { headers: { "Content-Type": "application/octet-stream" }, body: "" }, /no WebAssembly/],
  ]) {
    test(`${name} is told`, async () => {
      fault = answer;
      const { code, message } = await attempt();
      assert.equal(code, "not-initialized");
      assert.match(message, words);
    });
  }
  test("may be asked for again", async () => {
    fault = { status: 503, body: "later" };
    const [context, page] = await open(browser, server.url).then(({ context, page }) => [context, page]);
    await page.waitForFunction(() => globalThis.api);
    assert.equal(await page.evaluate(() => api.init().catch((error) => error.code)), "not-initialized");
    fault = null;
    assert.equal(await page.evaluate(() => api.init().then(() => api.analyze("A line.").sentences.length)), 1);
    await context.close();
  });
  after(() => {
    fault = null;
  });
});

test("every way of init works in a browser", async () => {
  for (const way of ["url", "string", "response", "promise", "bytes", "module"]) {
    const sentences = await inPage(async (how) => {
      const url = new URL("/pkg/wasm/copydesk_bg.wasm", location.href);
      const get = () => fetch(url);
      const bytes = async () => (await get()).arrayBuffer();
      const ways = { url: () => url, string: () => url.pathname, response: get, promise: () => Promise.resolve(get()), bytes, module: async () => WebAssembly.compile(await bytes()) };
      const source = how === "promise" ? ways.promise() : await ways[how]();
      await api.init({ wasm: source });
      return api.analyze("A line.").sentences.length;
    }, way);
    assert.equal(sentences, 1, way);
  }
});

describe("an engine that crashes", () => {
  const codes = (worker) => inPage(async (inWorker) => {
    const api = await import("/crashing/index.js");
    const analyzer = await api.createAnalyzer({ worker: inWorker });
    const settled = await Promise.allSettled(["before", "\u0001crash", "after"].map((text) => analyzer.analyze(text)));
    return [analyzer.mode, ...settled.map(({ value, reason }) => value?.text ?? reason.code)];
  }, worker, { complaints: true });

  test("in a worker is replaced", async () => assert.deepEqual(await codes(true), ["worker", "before", "engine-crashed", "after"]));
  test("in place is replaced", async () => assert.deepEqual(await codes(false), ["in-place", "before", "engine-crashed", "after"]));
  test("that hangs is left within 100 ms of an abort", async () => {
    const [code, ms, next] = await inPage(async () => {
      const api = await import("/crashing/index.js");
      const analyzer = await api.createAnalyzer();
      const control = new AbortController();
      const hanging = analyzer.analyze("\u0001hang", { signal: control.signal }).catch((error) => error.code);
      await new Promise((done) => setTimeout(done, 200));
      const start = performance.now();
      control.abort();
      const code = await hanging;
      return [code, performance.now() - start, (await analyzer.analyze("next")).text];
    });
    assert.deepEqual([code, next], ["aborted", "next"]);
    assert.ok(ms < 100, `${ms} ms`);
  });
});

test("the page asks its own server and nobody else, and nothing after loading", async () => {
  const { context, page, problems } = await open(browser, server.url);
  await page.waitForFunction(() => globalThis.api);
  await page.evaluate(async (text) => {
    globalThis.analyzer = await api.createAnalyzer();
    await analyzer.analyze(text);
  }, ARTICLE);
  const asked = server.requests.length;
  await context.setOffline(true);
  assert.equal(await page.evaluate(async () => (await analyzer.analyze("offline")).text + api.analyze("here").text), "offlinehere");
  assert.equal(server.requests.length, asked);
  assert.deepEqual(problems, []);
  await context.close();
});
