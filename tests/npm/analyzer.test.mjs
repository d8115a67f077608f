// The analyzer in Node: worker, order, abort, crashes, hanging engines.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { ROOT } from "../../tools/serve.mjs";
import { ARTICLE, crashingProject, HOSTILE, inNode, project } from "./scratch.mjs";

// An engine that crashes on request, so that what is tested here is the package around it.
const root = await crashingProject();
const pkg = join(root, "node_modules", "copydesk");
const api = await import(pathToFileURL(join(pkg, "node.js")));
const CRASH = "\u0001crash";
const HANG = "\u0001hang";
const codeOf = (promise) => promise.then(() => "no error", (error) => (error instanceof api.CopydeskError ? error.code : String(error)));
const within = (promise, ms) => Promise.race([promise, new Promise((_, fail) => setTimeout(fail, ms, new Error(`no answer within ${ms} ms`)).unref())]);

describe("the flat form", () => {
  test("builds what serde-wasm-bindgen would", async () => {
    const glue = await import(pathToFileURL(join(pkg, "wasm", "copydesk.js")));
    api.initSync(readFileSync(join(pkg, "wasm", "copydesk_bg.wasm")));
    const articles = join(ROOT, "tests", "articles");
    const texts = readdirSync(articles).filter((name) => name.endsWith(".txt")).map((name) => readFileSync(join(articles, name), "utf8"));
    assert.ok(texts.length > 3);
    for (const text of [ARTICLE, ...texts, ...HOSTILE.values()].map((text) => text.toWellFormed())) {
      for (const options of [{ tokens: true }, { format: "html", published: "2024-03-03" }]) {
        const reference = glue.analyze_by_serde(new TextEncoder().encode(text), options);
        assert.deepEqual(api.analyze(text, options), reference, text.slice(0, 60));
      }
    }
  });
});

for (const worker of [true, false]) {
  describe(worker ? "in a worker" : "in place", () => {
    let analyzer;
    before(async () => {
      analyzer = await api.createAnalyzer({ worker });
    });
    after(() => analyzer.terminate());

    test("says where it reads", () => assert.equal(analyzer.mode, worker ? "worker" : "in-place"));
    test("gives what analyze gives", async () => {
      for (const text of [ARTICLE, "", HOSTILE.get("lone surrogates")]) {
        assert.deepEqual(await analyzer.analyze(text, { tokens: true }), api.analyze(text, { tokens: true }));
      }
    });
    test("answers in the order asked, each its own", async () => {
      const order = [];
      const texts = Array.from({ length: 20 }, (_, i) => `Line ${i}. `.repeat(i + 1));
      const analyses = await Promise.all(texts.map((text) => analyzer.analyze(text).then((a) => (order.push(text), a))));
      assert.deepEqual(analyses.map(({ text }) => text), texts);
      assert.deepEqual(order, texts);
    });
    test("tells its progress, rising to 1", async () => {
      const told = [];
      await analyzer.analyze(ARTICLE, { onProgress: (done) => told.push(done) });
      assert.ok(told.length > 1 && told.every((done, i) => done > (told[i - 1] ?? 0)), told.join());
      assert.equal(told.at(-1), 1);
    });
    test("rejects what is wrong without asking the engine", async () => {
      assert.equal(await codeOf(analyzer.analyze(5)), "bad-input");
      assert.equal(await codeOf(analyzer.analyze("x", { format: "pdf" })), "bad-input");
      assert.equal(await codeOf(analyzer.analyze("x", { signal: {} })), "bad-input");
      assert.equal(await codeOf(analyzer.analyze("x", { onProgress: 1 })), "bad-input");
      assert.equal(await codeOf(analyzer.analyze("xyz", { maxLength: 2 })), "too-long");
    });
    test("rejects when the signal has been or is aborted", async () => {
      assert.equal(await codeOf(analyzer.analyze("x", { signal: AbortSignal.abort() })), "aborted");
      const control = new AbortController();
      const asked = [analyzer.analyze("a"), analyzer.analyze("b", { signal: control.signal }), analyzer.analyze("c")];
      control.abort(new Error("typed on"));
      const [a, b, c] = await Promise.allSettled(asked);
      assert.deepEqual([a.value.text, b.reason.code, c.value.text], ["a", "aborted", "c"]);
      assert.equal(b.reason.cause.message, "typed on");
    });
    test("a crash rejects its own call and the next one works", async () => {
      const asked = [analyzer.analyze("before"), analyzer.analyze(CRASH), analyzer.analyze("after")];
      const [before, crash, next] = await Promise.allSettled(asked);
      assert.equal(before.value?.text, "before");
      assert.equal(crash.reason?.code, "engine-crashed");
      assert.equal(next.value?.text, "after");
      assert.equal(analyzer.mode, worker ? "worker" : "in-place");
    });
    test("a listener that throws harms nobody", async () => {
      const tolerant = (error) => assert.equal(error.message, "listener");
      process.once("uncaughtException", tolerant);
      const told = await codeOf(analyzer.analyze(ARTICLE, { onProgress: (done) => { if (done === 1 && !worker) throw new Error("listener"); } }));
      process.off("uncaughtException", tolerant);
      assert.equal(told, "no error");
    });
  });
}

describe("a hanging engine", () => {
  test("is left within 100 ms of an abort, and the next call works", async () => {
    const analyzer = await api.createAnalyzer();
    const control = new AbortController();
    const hanging = codeOf(analyzer.analyze(HANG, { signal: control.signal }));
    const next = analyzer.analyze("next");
    await new Promise((done) => setTimeout(done, 200));
    const start = performance.now();
    control.abort();
    assert.equal(await hanging, "aborted");
    assert.ok(performance.now() - start < 100, `${performance.now() - start} ms`);
    assert.equal((await within(next, 10_000)).text, "next");
    analyzer.terminate();
  });
  test("is given up after the timeout", async () => {
    const analyzer = await api.createAnalyzer({ timeout: 300 });
    assert.equal(await within(codeOf(analyzer.analyze(HANG)), 5_000), "engine-crashed");
    assert.equal((await analyzer.analyze("next")).text, "next");
    analyzer.terminate();
  });
  test("is left by terminate, with all that waits", async () => {
    const analyzer = await api.createAnalyzer();
    const asked = [codeOf(analyzer.analyze(HANG)), codeOf(analyzer.analyze("waits"))];
    await new Promise((done) => setTimeout(done, 50));
    analyzer[Symbol.dispose]();
    analyzer.terminate();
    assert.deepEqual(await within(Promise.all(asked), 1_000), ["aborted", "aborted"]);
    assert.equal(await codeOf(analyzer.analyze("late")), "aborted");
  });
});

describe("synchronously", () => {
  test("a crash is typed, and the next call gets a fresh engine", () => {
    for (let i = 0; i < 3; i++) {
      assert.throws(() => api.analyze(CRASH), { name: "CopydeskError", code: "engine-crashed" });
      assert.equal(api.analyze("next").text, "next");
      assert.equal(api.syllables("mayor"), 2);
    }
  });
});

describe("a worker of the caller's", () => {
  test("serves", async () => {
    const own = new Worker(pathToFileURL(join(pkg, "node-worker.js")), { workerData: { copydesk: true } });
    const analyzer = await api.createAnalyzer({ worker: own });
    assert.equal((await analyzer.analyze("own")).text, "own");
    assert.equal(await codeOf(analyzer.analyze(CRASH)), "engine-crashed");
    assert.equal((await analyzer.analyze("ours")).text, "ours");
    analyzer.terminate();
  });
  test("serves from a URL", async () => {
    const analyzer = await api.createAnalyzer({ worker: pathToFileURL(join(pkg, "node-worker.js")) });
    assert.equal(analyzer.mode, "worker");
    assert.equal((await analyzer.analyze("url")).text, "url");
    analyzer.terminate();
  });
  test("that does not load is replaced by one of the package's", async () => {
    const analyzer = await api.createAnalyzer({ worker: new URL("file:///no/such/worker.js") });
    assert.equal(analyzer.mode, "worker");
    assert.equal((await analyzer.analyze("ours")).text, "ours");
    analyzer.terminate();
  });
  test("that dies is replaced", async () => {
    const own = new Worker(pathToFileURL(join(pkg, "node-worker.js")), { workerData: { copydesk: true } });
    const analyzer = await api.createAnalyzer({ worker: own });
    await own.terminate();
    assert.equal((await within(analyzer.analyze("ours"), 5_000)).text, "ours");
    analyzer.terminate();
  });
  test("must be one", async () => {
    for (const worker of ["worker.js", 3, {}]) assert.equal(await codeOf(api.createAnalyzer({ worker })), "bad-input");
    assert.equal(await codeOf(api.createAnalyzer({ timeout: -1 })), "bad-input");
  });
});

test("an idle analyzer does not keep the program running", async () => {
  const text = await inNode(await project(), `const z = await api.createAnalyzer(); return (await z.analyze("A line.")).text`);
  assert.equal(text, "A line.");
});
