// What holds for any text that JavaScript can hold, in Node and in Chromium.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { launch, open } from "../../tools/browser.mjs";
import { serve } from "../../tools/serve.mjs";
import { pack, unpack } from "../../www/link.js";
import * as arbitrary from "./arbitrary.mjs";
import { clean, FORMULA, oneLine, parseCSV, parseMarkdown, shown } from "./readers.mjs";
import { installed } from "./scratch.mjs";

const pkg = await installed();
const api = await import(pathToFileURL(join(pkg, "node.js")));
const TABLES = ["quotes", "entities", "dates", "sentences"];

/** Asserts a property of arbitrary texts; what fails is made as small as it can be, and printed with its seed. */
const holds = (property, numRuns = 300) => fc.assert(fc.property(arbitrary.text, property), { numRuns });
const analyzed = (property, numRuns) => holds((text) => property(api.analyze(text, { format: "text", tokens: true }), text), numRuns);

describe("offsets", () => {
  test("tokens and residue are the text but for its spaces, so that no offset can have slipped", () => {
    analyzed(({ tokens, residue, text }) => {
      const left = text.split("");
      for (const { start, end } of [...tokens.map(({ span }) => span), ...residue]) left.fill(" ", start, end);
      assert.match(left.join(""), /^[\s\p{Cc}\p{Cf}]*$/u);
      assert.ok(tokens.every(({ span }, i) => i === 0 || tokens[i - 1].span.end <= span.start), "no two tokens overlap");
    });
  });

  test("every span begins and ends between characters, in order", () => {
    fc.assert(fc.property(arbitrary.text, arbitrary.options, (text, options) => {
      const analysis = api.analyze(text, options);
      const lists = ["blocks", "sentences", "quotes", "mentions", "dates", "otherQuoted", "findings"];
      for (const list of lists) {
        let last = 0;
        for (const { span: { start, end } } of analysis[list]) {
          assert.ok(last <= start && start < end && end <= analysis.text.length, `${list}: ${start}..${end} behind ${last}`);
          assert.ok(analysis.text.slice(start, end).isWellFormed() || !analysis.text.isWellFormed(), `${list}: ${start}..${end} cuts a character`);
          last = start;
        }
      }
    }), { numRuns: 300 });
  });
});

describe("texts", () => {
  test("lone surrogates are read as unknown characters and stay where they are", () => {
    analyzed((analysis, text) => {
      assert.equal(analysis.text, text);
      const { text: whole, ...rest } = analysis;
      const { text: mended, ...same } = api.analyze(text.toWellFormed(), { format: "text", tokens: true });
      assert.equal(whole.length, mended.length);
      assert.deepEqual(rest, same);
    });
  });

  test("an analysis is plain data, and the same every time", () => {
    fc.assert(fc.property(arbitrary.text, arbitrary.options, (text, options) => {
      const analysis = api.analyze(text, options);
      assert.deepEqual(structuredClone(analysis), analysis);
      assert.deepEqual(JSON.parse(api.toJSON(analysis)), analysis);
      assert.deepEqual(api.analyze(text, options), analysis);
    }), { numRuns: 200 });
  });
});

describe("files", () => {
  test("CSV gives back every record, and no cell begins a formula", () => {
    analyzed((analysis) => {
      const tables = TABLES.map((table) => parseCSV(api.toCSV(analysis, table)));
      assert.deepEqual(tables.map((rows) => rows.length), [analysis.quotes, analysis.entities, analysis.dates, analysis.sentences].map((all) => all.length));
      for (const row of tables.flat()) for (const [head, cell] of Object.entries(row)) assert.doesNotMatch(cell, FORMULA, head);
      tables[3].forEach(({ text }, i) => {
        const words = clean(oneLine(shown(analysis, analysis.sentences[i].span)));
        assert.ok(text === words || text === `'${words}`, `${text} for ${words}`);
      });
    });
  });

  test("Markdown formats and links nothing of the article", () => {
    analyzed((analysis) => {
      const lines = parseMarkdown(api.toMarkdown(analysis));
      for (const { span } of analysis.quotes) {
        const words = oneLine(shown(analysis, span));
        assert.ok(lines.some(([shape, text]) => shape === "-" && text.startsWith(`${words} (`)), words);
      }
    });
  });

  test("a quote sheet has every quote once", () => {
    analyzed((analysis) => {
      const sheet = api.toQuoteSheet(analysis);
      for (const { id, span } of analysis.quotes) assert.equal(sheet.split(`\n${id + 1}. ${oneLine(shown(analysis, span))}\n`).length, 2);
    });
  });
});

describe("links", () => {
  test("give back any text", async () => {
    await fc.assert(fc.asyncProperty(arbitrary.text, async (text) => {
      assert.deepEqual(await unpack(await pack(text)), { text: text.toWellFormed(), view: "" });
    }), { numRuns: 100 });
  });

  test("that are none, or were changed, give a problem and never another text", async () => {
    const changed = fc.tuple(arbitrary.text, fc.nat(), fc.string({ minLength: 1, maxLength: 3 })).map(([text, at, put]) => [text.toWellFormed(), at, put]);
    await fc.assert(fc.asyncProperty(changed, async ([text, at, put]) => {
      const hash = await pack(text);
      const spoiled = hash.slice(0, at % hash.length) + put + hash.slice((at % hash.length) + 1);
      const answer = await unpack(spoiled);
      assert.ok(["cut", "damaged", "too-large"].includes(answer.problem) || answer.text === text, JSON.stringify(answer));
    }), { numRuns: 100 });
    await fc.assert(fc.asyncProperty(fc.string({ unit: "binary" }), async (hash) => {
      assert.equal((await unpack(hash)).problem, "damaged");
    }), { numRuns: 100 });
  });
});

describe("in Chromium", () => {
  let browser;
  let server;
  before(async () => {
    [browser, server] = await Promise.all([
      launch(),
      serve({ mounts: { "/pkg/": pkg }, intercept: (path) => (path === "/" ? { body: "<!doctype html><title>t</title>" } : undefined) }),
    ]);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Texts as escapes: a lone surrogate does not survive the way into the browser. */
  const sample = (count) => fc.sample(arbitrary.text, count).map((text) => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)));

  async function inPage(work, arg) {
    const { context, page, problems } = await open(browser, server.url);
    const result = await page.evaluate(work, arg);
    await context.close();
    assert.deepEqual(problems, []);
    return result;
  }

  test("the same is read as in Node", async () => {
    const texts = sample(200);
    const read = await inPage(async (given) => {
      const { init, analyze } = await import("/pkg/index.js");
      await init();
      return given.map((units) => JSON.stringify(analyze(String.fromCharCode(...units), { tokens: true })));
    }, texts);
    texts.forEach((units, i) => assert.equal(read[i], JSON.stringify(api.analyze(String.fromCharCode(...units), { tokens: true })), JSON.stringify(String.fromCharCode(...units))));
  });

  test("HTML holds the words and nothing that acts", async () => {
    const analyses = sample(200).map((units) => api.analyze(String.fromCharCode(...units), { format: "text" }));
    // As a file holds it, in UTF-8.
    const files = analyses.map((analysis) => api.toHTML(analysis).toWellFormed());
    // In an empty page: the policy of ours lets nobody parse markup.
    const page = await browser.newPage();
    const found = await page.evaluate((given) => given.map((html) => {
      const parsed = new DOMParser().parseFromString(html, "text/html");
      const acting = parsed.querySelectorAll("script, iframe, object, embed, img, svg, math, link, form, input, a, base, template");
      const handlers = [...parsed.querySelectorAll("*")].flatMap((element) => element.getAttributeNames()).filter((name) => /^on|^(?:href|src|srcdoc|style|action)$/.test(name));
      for (const extra of parsed.querySelectorAll("article :is(.chip, .tag, .kind)")) extra.remove();
      return { acting: acting.length, handlers, blocks: [...parsed.querySelectorAll("article > *")].map((block) => block.textContent) };
    }), files);
    await page.close();
    found.forEach(({ acting, handlers, blocks }, i) => {
      const { text } = analyses[i];
      assert.deepEqual([acting, handlers], [0, []], JSON.stringify(text));
      // What the parser of HTML does with every text: NUL is unknown to it, and a line end is one sign.
      const words = analyses[i].blocks.map(({ span }) => shown(analyses[i], span).replaceAll("\0", "\ufffd").toWellFormed());
      assert.deepEqual(blocks, words, JSON.stringify(text));
    });
  });
});
