// The writers: what they write is read back by somebody else's reader, for ordinary articles and for hostile ones.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch } from "../../tools/browser.mjs";
import { ROOT } from "../../tools/serve.mjs";
import { clean, FORMULA, oneLine, parseCSV, parseMarkdown, shown } from "./readers.mjs";
import { ARTICLE, folder, HOSTILE, installed } from "./scratch.mjs";

const pkg = await installed();
const api = await import(pathToFileURL(join(pkg, "node.js")));

const ATTACK = `=HYPERLINK("http://evil.example","x") <script>alert(1)</script> *breaks* the [bank](javascript:alert(1))

2 May 2033

"=1+1," said @SUM(A1) Ann Marlow. "-2+3|cmd," said </script><img src=x onerror=alert(1)> Bob Tarrant of "A&B <b>Homes</b>".

"＝1＋1 and a | pipe, **bold**, _slanted_, \`code\`, ~~gone~~, <https://evil.example> and http://evil.example/a_b_c," Ann Marlow told mayor@evil.example and @annmarlow of www.evil.example on Monday.

"</style><style>body{display:none}</style><!-- \u2028 --> ]]> &lt;b&gt; &copy; ![pic](http://evil.example/x.png) [^1] $x$ [ref]: http://evil.example," said Ann Marlow.

- "1. One, # two, + three," said the mayor of __proto__ on the 3rd.

+ "<b onclick='x'>yes</b>,"\u0000 said constructor Bob\rTarrant, the "O'Neill" of \u202etoString\u202c, ${"which nobody who had read it could follow, ".repeat(6)}at all.
`;
const articles = join(ROOT, "tests", "articles");
const TEXTS = new Map([
  ["an article", ARTICLE],
  ["an attack", ATTACK],
  ...readdirSync(articles).filter((name) => name.endsWith(".txt")).map((name) => [name, readFileSync(join(articles, name), "utf8")]),
  ...[...HOSTILE].filter(([, text]) => text.length < 100_000),
]);
const ANALYSES = new Map([...TEXTS].map(([name, text]) => [name, api.analyze(text)]));
const TABLES = ["quotes", "entities", "dates", "sentences"];

describe("JSON", () => {
  test("is the analysis and nothing else", () => {
    for (const [name, analysis] of ANALYSES) assert.deepEqual(JSON.parse(api.toJSON(analysis)), analysis, name);
  });
  test("with the options it says what made it, of which text", () => {
    for (const [name, analysis] of ANALYSES) {
      const options = { published: "2024-03-03", includeFurniture: true };
      const { provenance, ...rest } = JSON.parse(api.toJSON(analysis, options));
      assert.deepEqual(rest, analysis, name);
      const hash = createHash("sha256").update(analysis.text).digest("hex");
      assert.deepEqual(provenance, { options, offsets: "utf-16", textHash: `sha-256:${hash}` }, name);
    }
  });
  test("hashes every length around a block's end", () => {
    const empty = api.analyze("");
    for (let n = 0; n < 140; n++) {
      const text = "é".repeat(n >> 1) + "x".repeat(n & 1);
      const { provenance } = JSON.parse(api.toJSON({ ...empty, text }, {}));
      assert.equal(provenance.textHash, `sha-256:${createHash("sha256").update(text).digest("hex")}`);
    }
  });
});

describe("CSV", () => {
  test("gives every record back", () => {
    for (const [name, analysis] of ANALYSES) {
      const [quotes, entities, dates, sentences] = TABLES.map((table) => parseCSV(api.toCSV(analysis, table)));
      assert.deepEqual([quotes, entities, dates, sentences].map((rows) => rows.length),
        [analysis.quotes, analysis.entities, analysis.dates, analysis.sentences].map((all) => all.length), name);
      const unguarded = (words) => words.replace(/^'/, "");
      quotes.forEach((row, i) => {
        const { span, speaker, kind } = analysis.quotes[i];
        assert.deepEqual([row.start, row.end, row.kind, unguarded(row.speaker)].map(String), [span.start, span.end, kind, clean(speaker?.name ?? "")].map(String));
        assert.equal(unguarded(row.words), clean(oneLine(shown(analysis, span))), name);
      });
      entities.forEach((row, i) => assert.equal(unguarded(row.name), clean(analysis.entities[i].name)));
      dates.forEach((row, i) => assert.equal(unguarded(row.value), analysis.dates[i].value ?? ""));
      sentences.forEach((row, i) => {
        assert.equal(unguarded(row.text), clean(oneLine(shown(analysis, analysis.sentences[i].span))));
        assert.equal(row.grade === "", analysis.sentences[i].grade === null);
      });
    }
  });
  test("lets no words start a formula", () => {
    for (const [name, analysis] of ANALYSES) {
      for (const row of TABLES.flatMap((table) => parseCSV(api.toCSV(analysis, table)))) {
        for (const [head, value] of Object.entries(row)) assert.doesNotMatch(value, FORMULA, `${name}, ${head}`);
      }
    }
  });
  test("guards every kind of start, and only starts", () => {
    const base = api.analyze("");
    const entity = (name) => ({ id: 0, kind: "other", name, aliases: [], role: null, mentions: [], salience: 0 });
    const nameIn = (name) => parseCSV(api.toCSV({ ...base, entities: [entity(name)] }, "entities"))[0].name;
    for (const bad of ["=1", "+1", "-1", "@a", "\ta", "\ra", "\na", "＝1", "＋1", "－1", "＠a", "\"=1", "“-1", " =1", "\u200b=1", "\ufeff=1"]) assert.equal(nameIn(bad), `'${bad}`);
    for (const good of ["a=1", "1+1", "“a", "— a", "'a"]) assert.equal(nameIn(good), good);
  });
  test("refuses other tables and other values", () => {
    assert.throws(() => api.toCSV(ANALYSES.get("an article"), "names"), { code: "bad-input", message: /quotes, entities, dates, sentences/ });
    for (const write of [api.toJSON, api.toHTML, api.toMarkdown, api.toQuoteSheet]) assert.throws(() => write({}), { code: "bad-input" });
  });
});

describe("HTML", () => {
  let browser;
  before(async () => { browser = await launch(); });
  after(() => browser.close());

  /** Opens the file as a reader would, and says what it holds and what it tried. */
  async function opened(html, look, options = {}) {
    const file = join(folder(), "article.html");
    writeFileSync(file, html);
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const tried = [];
    page.on("request", (request) => tried.push(request.url()));
    page.on("dialog", (dialog) => { tried.push(dialog.message()); dialog.dismiss(); });
    page.on("console", (message) => tried.push(message.text()));
    await page.goto(pathToFileURL(file).href);
    const result = await look(page);
    await context.close();
    assert.deepEqual(tried, [pathToFileURL(file).href]);
    return result;
  }

  test("holds the words of the article, and no script, handler or address", async () => {
    for (const [name, analysis] of ANALYSES) {
      const { blocks, elements, attributes } = await opened(api.toHTML(analysis), (page) => page.evaluate(() => {
        const all = [...document.querySelectorAll("*")];
        for (const extra of document.querySelectorAll("article :is(.chip, .tag, .kind)")) extra.remove();
        return {
          blocks: [...document.querySelectorAll("article > *")].map((block) => block.textContent),
          elements: [...new Set(all.map((element) => element.localName))],
          attributes: [...new Set(all.flatMap((element) => element.getAttributeNames()))],
        };
      }));
      const expected = analysis.blocks.map(({ span }) => shown(analysis, span).replaceAll("\0", "\ufffd").toWellFormed());
      assert.deepEqual(blocks, expected, name);
      const KNOWN = "html head meta title style body main p b bdi span mark article h1 h2 blockquote section table thead tbody tr th td footer".split(" ");
      assert.deepEqual(elements.filter((element) => !KNOWN.includes(element)), [], name);
      assert.deepEqual(attributes.filter((attribute) => !"lang charset http-equiv name content class dir role scope tabindex aria-label".split(" ").includes(attribute)), [], name);
    }
  });
  test("a script that got in all the same would not run", async () => {
    const html = api.toHTML(ANALYSES.get("an article")).replace("</main>", "<img src=x onerror=\"document.title='ran'\"><script>document.title='ran'</script></main>");
    const file = join(folder(), "article.html");
    writeFileSync(file, html);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    assert.notEqual(await page.title(), "ran");
    await page.close();
  });
  test("marks quotes, names and dates, and names the speaker after each quote", async () => {
    const analysis = ANALYSES.get("an article");
    const seen = await opened(api.toHTML(analysis), (page) => page.evaluate(() => ({
      chips: [...document.querySelectorAll("article .chip")].map((chip) => chip.textContent),
      quoted: [...document.querySelectorAll("article mark.quote")].map((mark) => mark.textContent).join(""),
      people: [...document.querySelectorAll("article mark.person")].map((mark) => mark.textContent),
      rows: [...document.querySelectorAll("section")].map((section) => [section.querySelector("h2").textContent, section.querySelectorAll("tbody tr").length]),
    })));
    assert.deepEqual(seen.chips, analysis.quotes.map(({ id, speaker }) => `${id + 1} ${speaker?.name ?? "No speaker found"}`));
    assert.match(seen.quoted, /“We cannot wait any longer 🦊,”/);
    assert.ok(seen.people.includes("Theo Brandt"));
    const rows = new Map(seen.rows);
    assert.equal(rows.get("Who said what"), analysis.quotes.length);
    assert.equal(rows.get("Names"), analysis.entities.filter(({ mentions }) => mentions.length > 0).length);
    assert.equal(rows.get("Dates"), analysis.dates.length);
    assert.ok(rows.get("Readability") >= 5);
  });
  test("axe finds nothing in it, in any light and on a phone", async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    for (const options of [{}, { colorScheme: "dark" }, { forcedColors: "active" }, { viewport: { width: 320, height: 640 } }]) {
      const found = await opened(api.toHTML(ANALYSES.get("an article")), async (page) => {
        await page.evaluate(axe);
        return page.evaluate(async (rules) => (await globalThis.axe.run(document, { runOnly: rules })).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), runOnly);
      }, options);
      assert.deepEqual(found, [], JSON.stringify(options));
    }
  });
  test("follows the system's colours, fits a phone, and prints the speaker in brackets", async () => {
    const html = api.toHTML(ANALYSES.get("an article"));
    const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(await opened(html, ground), "rgb(255, 254, 251)");
    assert.equal(await opened(html, ground, { colorScheme: "dark" }), "rgb(22, 24, 28)");
    assert.ok(await opened(html, (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth), { viewport: { width: 320, height: 640 } }) <= 0);
    const printed = await opened(html, async (page) => {
      await page.emulateMedia({ media: "print" });
      return page.evaluate(() => {
        const chip = document.querySelector("article .chip");
        return [getComputedStyle(chip, "::before").content, getComputedStyle(chip, "::after").content, getComputedStyle(document.querySelector("thead")).display, getComputedStyle(document.body).backgroundColor];
      });
    }, { colorScheme: "dark" });
    assert.deepEqual(printed, ['"["', '"]"', "table-header-group", "rgb(255, 254, 251)"]);
  });
});

describe("Markdown", () => {
  test("nothing of the article formats or links anything, and every quote stands under its speaker", () => {
    for (const [name, analysis] of ANALYSES) {
      const lines = parseMarkdown(api.toMarkdown(analysis));
      for (const quote of analysis.quotes) {
        const words = oneLine(shown(analysis, quote.span));
        const at = lines.findIndex(([shape, text]) => shape === "-" && text.startsWith(`${words} (`));
        assert.ok(at >= 0, `${name}: ${words}`);
        const speaker = oneLine(quote.speaker?.name ?? "No speaker found");
        assert.ok(lines.slice(0, at).some(([shape, text]) => shape === "###" && text.startsWith(speaker)), `${name}: ${speaker}`);
      }
      const rows = lines.filter(([shape]) => shape === "|");
      const named = analysis.entities.filter(({ mentions }) => mentions.length > 0);
      for (const entity of named) assert.ok(rows.some((row) => row.length === 6 && row[1] === oneLine(entity.name) && row[5] === String(entity.mentions.length)), `${name}: ${entity.name}`);
      for (const date of analysis.dates) assert.ok(rows.some((row) => row.length === 5 && row[1] === oneLine(shown(analysis, date.span)) && row[2] === (date.value ?? "")), name);
    }
  });
});

describe("the quote sheet", () => {
  test("has every quote once, under its speaker", () => {
    for (const [name, analysis] of ANALYSES) {
      const sheet = api.toQuoteSheet(analysis);
      for (const quote of analysis.quotes) {
        assert.equal(sheet.split(`\n${quote.id + 1}. ${oneLine(shown(analysis, quote.span))}\n`).length, 2, `${name}: quote ${quote.id + 1}`);
      }
    }
    const sheet = api.toQuoteSheet(ANALYSES.get("an article"));
    assert.match(sheet, /^Harbour Bridge to Close for Repairs\n=+\nPublished 2024-03-03\n/);
    assert.match(sheet, /Theo Brandt, Mayor\n-+\n\n\d\. “We cannot wait any longer 🦊,”\n {3}\(direct, “told”, paragraph 1, sure\)/);
    assert.match(api.toQuoteSheet(api.analyze("")), /Nobody is quoted in this article/);
  });
});

test("a speaker put right by hand is told so, and moves", () => {
  const analysis = ANALYSES.get("an article");
  const { mention } = analysis.quotes.find(({ speaker }) => speaker).speaker;
  const zoe = { mention, entity: null, name: "Zoë Quill", anonymous: false, via: null, confidence: "sure", rule: "by-hand" };
  const edited = { ...analysis, quotes: analysis.quotes.map((quote, i) => (i === 1 ? { ...quote, speaker: zoe, edited: true } : quote)) };
  assert.deepEqual(parseCSV(api.toCSV(edited, "quotes")).map((row) => row.edited), analysis.quotes.map((_, i) => String(i === 1)));
  assert.equal(parseCSV(api.toCSV(edited, "quotes"))[1].speaker, "Zoë Quill");
  for (const [write, times] of [[api.toHTML, 1], [api.toMarkdown, 1], [api.toQuoteSheet, 1]]) {
    assert.equal(write(edited).split("corrected by hand").length - 1, times, write.name);
    assert.equal(write(analysis).includes("corrected by hand"), false, write.name);
  }
  assert.ok(JSON.parse(api.toJSON(edited)).quotes[1].edited);
});

test("long articles are written in time that grows with them", () => {
  const paragraph = `"Number one is the last," said Ann Marlow of Brightwell Homes in Ambleford on Monday, 2 May 2033. `;
  const took = [1_000, 4_000].map((n) => {
    const analysis = api.analyze(paragraph.repeat(n));
    const start = performance.now();
    for (const write of [api.toHTML, api.toMarkdown, api.toQuoteSheet, ...TABLES.map((table) => (given) => api.toCSV(given, table))]) write(analysis);
    return performance.now() - start;
  });
  assert.ok(took[1] < 4 * 4 * Math.max(took[0], 50), `${took.map(Math.round).join(" and ")} ms`);
});

test("the same is written from every entry", async () => {
  const [whole, half] = await Promise.all([import(pathToFileURL(join(pkg, "index.js"))), import(pathToFileURL(join(pkg, "export.js")))]);
  for (const name of Object.keys(half)) assert.equal(whole[name], half[name]);
  assert.deepEqual(Object.keys(half).sort(), ["toCSV", "toHTML", "toJSON", "toMarkdown", "toQuoteSheet"]);
});
