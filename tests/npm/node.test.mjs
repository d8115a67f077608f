// The package in Node: no init, every way of init, errors, hostile texts.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { serve } from "../../tools/serve.mjs";
import { ARTICLE, exec, HOSTILE, inNode, installed, project } from "./scratch.mjs";
import { projectWith } from "./matrix.mjs";

const pkg = await installed();
const cwd = await project();
const api = await import(pathToFileURL(join(pkg, "node.js")));

/** Every span of an analysis. */
function* spans(value) {
  if (Array.isArray(value)) for (const item of value) yield* spans(item);
  else if (value && typeof value === "object") {
    if (typeof value.start === "number" && typeof value.end === "number") yield value;
    else for (const item of Object.values(value)) yield* spans(item);
  }
}

/** What every analysis keeps to. */
function assertSound(analysis, where) {
  const { text } = analysis;
  for (const { start, end } of spans(analysis)) {
    assert.ok(Number.isInteger(start) && 0 <= start && start <= end && end <= text.length, `${where}: ${start}..${end}`);
    const split = (i) => /[\ud800-\udbff]/.test(text[i - 1] ?? "") && /[\udc00-\udfff]/.test(text[i] ?? "");
    assert.ok(!split(start) && !split(end), `${where}: a character is split at ${start}..${end}`);
  }
  for (const [i, { id }] of analysis.entities.entries()) assert.equal(id, i);
  for (const [i, { id, entity }] of analysis.mentions.entries()) assert.ok(id === i && analysis.entities[entity], where);
  for (const [i, { id }] of analysis.quotes.entries()) assert.equal(id, i);
  assert.deepEqual(JSON.parse(JSON.stringify(analysis)), analysis, `${where}: JSON changes it`);
  assert.deepEqual(structuredClone(analysis), analysis, `${where}: cloning changes it`);
}

const codeOf = (work) => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof api.CopydeskError && error instanceof Error, String(error));
    assert.equal(error.name, "CopydeskError");
    return error.code;
  }
  return "no error";
};

describe("without init", () => {
  test("an article is read", () => {
    const analysis = api.analyze(ARTICLE);
    assert.equal(analysis.text, ARTICLE);
    assert.equal(analysis.schema, 1);
    assert.ok(analysis.blocks.length > 3 && analysis.sentences.length > 3);
    assertSound(analysis, "article");
  });
  test("the same text gives the same answer", () => {
    assert.deepEqual(api.analyze(ARTICLE), api.analyze(ARTICLE));
  });
  test("syllables, scores and rules answer", () => {
    assert.equal(api.syllables("mayor"), 2);
    const { counts, scores } = api.analyze(ARTICLE).readability;
    assert.deepEqual(api.scores(counts), scores);
    const rules = api.rules();
    const seen = new Set(rules.map(({ room, name }) => `${room} ${name}`));
    assert.equal(seen.size, rules.length, "a rule's name is unique in its room");
    assert.ok(rules.every(({ why }) => why.length > 10));
  });
  test("every rule that an article names has its reason", () => {
    const names = new Set(api.rules().map(({ name }) => name));
    const analysis = api.analyze(ARTICLE);
    const used = [...analysis.blocks, ...analysis.mentions, ...analysis.dates, ...analysis.otherQuoted, ...analysis.findings];
    used.push(...analysis.quotes.flatMap(({ speaker }) => speaker ?? []));
    for (const { rule } of used) assert.ok(names.has(rule), rule);
  });
});

describe("options", () => {
  test("text and markdown keep the caller's string", () => {
    for (const format of ["text", "markdown"]) {
      for (const [name, text] of HOSTILE) {
        const short = text.slice(0, 2_000);
        assert.ok(api.analyze(short, { format }).text === short, `${format}: ${name}`);
      }
    }
  });
  test("scripts that take three bytes a letter are read to their end", () => {
    for (const text of ["港", "“—”", "港口大桥。".repeat(2000)]) assert.equal(api.analyze(text).blocks.at(-1).span.end, text.length);
  });
  test("html gives the words, and spans index them", () => {
    const analysis = api.analyze("<p>“Yes,” said <b>Ann Lee</b> &amp; Co.</p>", { format: "html" });
    assert.ok(!/[<>]/.test(analysis.text), analysis.text);
    assertSound(analysis, "html");
  });
  test("published comes back", () => {
    assert.deepEqual(api.analyze("No date.", { published: "2024-02-29" }).published, { span: null, value: "2024-02-29" });
  });
  test("User Timing marks only when asked for", () => {
    performance.clearMarks();
    api.analyze(ARTICLE);
    assert.equal(performance.getEntriesByType("mark").length, 0);
    api.analyze(ARTICLE, { userTiming: true });
    const marks = performance.getEntriesByType("mark").map(({ name }) => name);
    performance.clearMarks();
    const rooms = ["article", "sentence", "token", "tag", "name", "entity", "quote", "readability"];
    assert.deepEqual(marks, ["start", ...rooms, "wire"].map((name) => `copydesk:${name}`));
    assert.throws(() => api.analyze(ARTICLE, { userTiming: "yes" }), { code: "bad-input" });
  });

  test("tokens only when asked for", () => {
    assert.ok(!("tokens" in api.analyze(ARTICLE)));
    const { tokens, text } = api.analyze(ARTICLE, { tokens: true });
    assert.ok(tokens.length > 50 && tokens.some(({ span }) => text.slice(span.start, span.end) === "bridge"));
  });
  test("figures and initials count what is spoken when asked for", () => {
    const count = (options) => api.analyze("The U.S. office closed in 2025.", options).readability.counts.syllables;
    assert.deepEqual([count(), count({ readAloud: false }), count({ readAloud: true })], [7, 7, 12]);
    assert.throws(() => api.analyze(ARTICLE, { readAloud: "yes" }), { code: "bad-input" });
  });
  test("single blocks count when asked for", () => {
    const words = (options) => api.analyze(ARTICLE, options).readability.counts.words;
    const { blocks } = api.analyze(ARTICLE);
    const aside = blocks.flatMap(({ prose }, at) => (prose ? [] : [at]));
    assert.ok(aside.length > 0);
    assert.ok(words({ includeBlocks: [aside[0]] }) > words());
    assert.equal(words({ includeBlocks: blocks.map((_, at) => at) }), words({ includeFurniture: true }));
    assert.throws(() => api.analyze(ARTICLE, { includeBlocks: [0, blocks.length] }), { code: "bad-input", message: /names block \d+ of \d+/ });
  });
  test("null and undefined are the default", () => {
    const none = { format: null, published: undefined, includeFurniture: null, includeBlocks: null, tokens: undefined, maxLength: null };
    assert.deepEqual(api.analyze(ARTICLE, none), api.analyze(ARTICLE));
    assert.deepEqual(api.analyze(ARTICLE, null), api.analyze(ARTICLE));
  });
});

describe("errors", () => {
  for (const [name, work] of [
    ["no text", () => api.analyze()],
    ["a number for text", () => api.analyze(3)],
    ["a String object", () => api.analyze(new String("x"))],
    ["options of a wrong type", () => api.analyze("x", 3)],
    ["options as an array", () => api.analyze("x", [])],
    ["a wrong format", () => api.analyze("x", { format: "pdf" })],
    ["a format of a wrong type", () => api.analyze("x", { format: 1 })],
    ["a day that is none", () => api.analyze("x", { published: "2023-02-29" })],
    ["a day of another form", () => api.analyze("x", { published: "2023-2-9" })],
    ["a Date", () => api.analyze("x", { published: new Date(0) })],
    ["a flag that is none", () => api.analyze("x", { tokens: "yes" })],
    ["blocks that are no list", () => api.analyze("x", { includeBlocks: 0 })],
    ["a block that is no index", () => api.analyze("x", { includeBlocks: ["0"] })],
    ["a block below zero", () => api.analyze("x", { includeBlocks: [-1] })],
    ["a hole for a block", () => api.analyze("x", { includeBlocks: new Array(1) })],
    ["a block that is not there", () => api.analyze("x", { includeBlocks: [1] })],
    ["a limit that is none", () => api.analyze("x", { maxLength: Number.NaN })],
    ["a word that is none", () => api.syllables(5)],
    ["counts that are none", () => api.scores({})],
    ["a count below zero", () => api.scores({ ...api.analyze("x").readability.counts, words: -1 })],
    ["null for counts", () => api.scores(null)],
  ]) {
    test(`${name} is bad-input`, () => assert.equal(codeOf(work), "bad-input"));
  }
  test("too long says how long and how long it may be", () => {
    assert.equal(codeOf(() => api.analyze("x".repeat(2_000_001))), "too-long");
    assert.throws(() => api.analyze("abcdef", { maxLength: 5 }), /6 characters.*limit is 5/);
    assert.equal(api.analyze("abcdef", { maxLength: 6 }).text, "abcdef");
  });
});

describe("hostile texts", () => {
  for (const [name, text] of HOSTILE) {
    for (const format of text.length > 200_000 ? ["auto"] : ["auto", "text", "markdown", "html"]) {
      test(`${name}, ${format}`, { timeout: 20_000 }, () => {
        const start = performance.now();
        const analysis = api.analyze(text, { format });
        assert.ok(performance.now() - start < 5_000, `took ${Math.round(performance.now() - start)} ms`);
        if (analysis.sentences.length < 10_000) assertSound(analysis, name);
      });
    }
  }
  test("nothing is polluted", () => {
    api.analyze(HOSTILE.get("names of objects"));
    assert.equal({}.polluted, undefined);
    assert.deepEqual(Object.keys(Object.prototype), []);
  });
});

describe("init", () => {
  let server;
  after(() => server.close());
  before(async () => {
    server = await serve({
      mounts: { "/": pkg },
      intercept: (path) => (path === "/plain" ? { headers: { "Content-Type": "text/plain" }, body: readFileSync(join(pkg, "wasm/copydesk_bg.wasm")) } : undefined),
    });
  });
  const bytes = `(await import("node:fs")).readFileSync(${JSON.stringify(join(pkg, "wasm/copydesk_bg.wasm"))})`;
  for (const [name, source] of [
    ["nothing", "undefined"],
    ["a file URL", `new URL(${JSON.stringify(pathToFileURL(join(pkg, "wasm/copydesk_bg.wasm")).href)})`],
    ["a file URL as a string", JSON.stringify(pathToFileURL(join(pkg, "wasm/copydesk_bg.wasm")).href)],
    ["a path", JSON.stringify(join(pkg, "wasm/copydesk_bg.wasm"))],
    ["a Buffer", bytes],
    ["an ArrayBuffer", `new Uint8Array(${bytes}).buffer`],
    ["a module", `new WebAssembly.Module(${bytes})`],
    ["a Response", `new Response(${bytes}, { headers: { "Content-Type": "application/wasm" } })`],
    ["a promise of a Response", `Promise.resolve(new Response(${bytes}))`],
  ]) {
    test(`from ${name}`, async () => {
      assert.equal(await inNode(cwd, `await api.init({ wasm: ${source} }); return api.analyze("A line.").sentences.length`), 1);
    });
  }
  test("from a server, whatever its MIME type", async () => {
    for (const path of ["wasm/copydesk_bg.wasm", "plain"]) {
      assert.equal(await inNode(cwd, `await api.init({ wasm: "${server.url}${path}" }); return api.analyze("A line.").sentences.length`), 1);
    }
  });
  test("is shared by concurrent calls and done once", async () => {
    const same = await inNode(cwd, `const [a, b] = [api.init(), api.init()]; await Promise.all([a, b]); await api.init(); return a === b`);
    assert.equal(same, true);
  });
  test("may fail and be tried again", async () => {
    const said = await inNode(cwd, `
      const codes = [];
      for (const wasm of ["/no/such/file.wasm", new Uint8Array([0, 97, 115, 109, 1]), new Response("<html>"), 3]) {
        await api.init({ wasm }).catch((error) => codes.push(error.code));
      }
      await api.init();
      return [codes, api.analyze("A line.").sentences.length]`);
    assert.deepEqual(said, [["not-initialized", "not-initialized", "not-initialized", "not-initialized"], 1]);
  });
  test("initSync takes bytes or a module", async () => {
    for (const source of [bytes, `new WebAssembly.Module(${bytes})`]) {
      assert.equal(await inNode(cwd, `api.initSync(${source}); api.initSync(${source}); return api.analyze("A line.").sentences.length`), 1);
    }
    assert.equal((await inNode(cwd, "api.initSync(3)")).threw, "bad-input");
  });
});

test("importing any entry does nothing, with or without a document", async () => {
  const program = `
    const touched = [];
    for (const name of ["fetch", "Worker", "document", "window", "customElements", "HTMLElement", "CSSStyleSheet"]) {
      Object.defineProperty(globalThis, name, { configurable: true, get() { touched.push(name); } });
    }
    const before = Object.keys(globalThis).join();
    for (const name of ["copydesk", "copydesk/core", "copydesk/export", "copydesk/worker", "copydesk/element", "copydesk/react", "copydesk/inline", ${["index.js", "core.js", "worker.js", "node-worker.js"].map((name) => JSON.stringify(pathToFileURL(join(pkg, name)).href))}]) await import(name);
    process.stdout.write(JSON.stringify([touched, before === Object.keys(globalThis).join(), process.getActiveResourcesInfo().filter((name) => /Worker|MessagePort|Timeout|TCP|FSReq/.test(name))]));`;
  const { stdout } = await exec(process.execPath, ["--input-type=module", "-e", program], { cwd: await projectWith({}, ["react"]) });
  assert.deepEqual(JSON.parse(stdout), [[], true, []]);
});
