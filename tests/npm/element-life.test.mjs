// <copydesk-article> coming, going, moving and changing: no leak, no late event, the newest text.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { article, HUGE, LONG, node, serving, settled, visit } from "./element.mjs";
import { ARTICLE, HOSTILE } from "./scratch.mjs";

describe("whatever happens", () => {
  test("two elements share one worker, which ends with the last", () => visit("/two", async (page) => {
    assert.equal(page.workers().length, 1);
    await page.evaluate(() => document.querySelector("copydesk-article").remove());
    await page.waitForTimeout(100);
    assert.equal(page.workers().length, 1);
    await page.evaluate(() => document.querySelector("copydesk-article").remove());
    await page.waitForFunction(() => true);
    for (let i = 0; i < 50 && page.workers().length > 0; i++) await page.waitForTimeout(20);
    assert.equal(page.workers().length, 0);
  }));

  test("removed while it is read, an element says nothing more; put back, it is read", () => visit("/none", async (page) => {
    await page.evaluate((text) => {
      globalThis.one = document.createElement("copydesk-article");
      one.text = text;
      document.querySelector("main").append(one);
    }, HUGE);
    await page.waitForFunction(() => one.matches(":state(loading)"));
    await page.evaluate(() => one.remove());
    for (let i = 0; i < 50 && page.workers().length > 0; i++) await page.waitForTimeout(20);
    await page.waitForTimeout(200);
    assert.deepEqual(await page.evaluate(() => [heard.length, one.matches(":state(loading)"), one.analysis]), [0, false, null]);
    assert.equal(page.workers().length, 0);
    await page.evaluate(() => {
      one.text = "“Back,” said Ada Finch.";
      document.querySelector("main").append(one);
    });
    await page.waitForFunction(() => one.analysis);
    assert.deepEqual(await page.evaluate(() => heard.map(([type]) => type)), ["analysis"]);
  }));

  test("elements that are gone leave nothing behind", () => visit("/none", async (page) => {
    await page.evaluate(async (text) => {
      globalThis.gone = [];
      for (const abandoned of [false, true]) {
        const one = document.createElement("copydesk-article");
        one.text = text;
        document.querySelector("main").append(one);
        if (!abandoned) await new Promise((done) => one.addEventListener("analysis", done, { once: true }));
        one.remove();
        gone.push(new WeakRef(one));
      }
      await new Promise((done) => setTimeout(done, 100));
      heard.length = 0;
    }, ARTICLE);
    const session = await page.context().newCDPSession(page);
    for (let i = 0; i < 20 && (await page.evaluate(() => gone.some((one) => one.deref()))); i++) {
      await session.send("HeapProfiler.collectGarbage");
      await page.waitForTimeout(50);
    }
    assert.deepEqual(await page.evaluate(() => gone.map((one) => one.deref() === undefined)), [true, true]);
    assert.equal(page.workers().length, 0);
  }));

  test("moved in the page, an element keeps what it has", () => visit("/", async (page) => {
    const [same, count] = await page.evaluate(async () => {
      const one = document.querySelector("copydesk-article");
      const before = one.analysis;
      document.body.append(one);
      await new Promise((done) => setTimeout(done, 200));
      return [one.analysis === before, heard.length];
    });
    assert.deepEqual([same, count], [true, 1]);
    assert.equal(page.workers().length, 1);
  }));

  test("of texts that follow each other the newest wins", () => visit("/none", async (page) => {
    const told = await page.evaluate(async (long) => {
      const one = document.createElement("copydesk-article");
      document.querySelector("main").append(one);
      one.text = long;
      await new Promise((done) => setTimeout(done, 30));
      for (const name of ["first", "second", "newest"]) one.text = `“Yes,” said the ${name}.`;
      await new Promise((done) => one.addEventListener("analysis", done, { once: true }));
      await new Promise((done) => setTimeout(done, 300));
      return heard.map(([type, { analysis }]) => [type, analysis?.text]);
    }, HUGE);
    assert.deepEqual(told, [["analysis", "“Yes,” said the newest."]]);
  }));

  test("a stored analysis is shown without an engine, and null goes back to the text", () => visit("/", async (page) => {
    const asked = serving.requests.filter((path) => path.endsWith(".wasm")).length;
    await page.evaluate((analysis) => {
      const one = document.createElement("copydesk-article");
      one.id = "stored";
      one.analysis = analysis;
      document.querySelector("copydesk-article").replaceWith(one);
    }, node.analyze("“Stored,” said Ada Finch."));
    assert.match(await page.locator("#stored .article").innerText(), /Stored/);
    assert.equal(serving.requests.filter((path) => path.endsWith(".wasm")).length, asked);
    await page.evaluate(() => {
      stored.text = "“Read,” said Ada Finch.";
      stored.analysis = null;
    });
    await page.waitForFunction(() => document.querySelector("#stored").analysis?.text.includes("Read"));
  }));

  test("what was set before the element was defined holds", () => visit("/later", async (page) => {
    await page.evaluate(() => {
      document.querySelector("#early").text = "“Early,” said Ada Finch.";
      define();
    });
    await page.waitForFunction(() => document.querySelector("#early").analysis?.text.includes("Early"));
  }, { wait: false }));

  test("hostile texts stay text", () => visit("/none", async (page) => {
    for (const [name, text] of HOSTILE) {
      if (text.trim() === "" || text.length > 50_000) continue;
      const [elements, shown] = await page.evaluate(async (words) => {
        document.querySelector("copydesk-article")?.remove();
        const one = document.createElement("copydesk-article");
        one.setAttribute("format", "text");
        one.text = words;
        document.querySelector("main").append(one);
        await new Promise((done) => one.addEventListener("analysis", done, { once: true }));
        return [one.shadowRoot.querySelectorAll("script, img, svg, iframe, a, [onclick], [style]").length, one.analysis.text === words];
      }, text);
      assert.deepEqual([elements, shown], [0, true], name);
    }
  }));

  test("a long article stands to its end", () => visit("/none", async (page) => {
    await page.evaluate((text) => {
      const one = document.createElement("copydesk-article");
      one.text = text;
      document.querySelector("main").append(one);
    }, LONG);
    await page.waitForFunction(() => document.querySelector("copydesk-article").analysis);
    await settled(page);
    assert.equal(await article(page).locator(".block").count(), 600);
    assert.equal(await article(page).locator(".chip").count(), 600);
  }));
});
