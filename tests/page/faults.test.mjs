// What the page does when its engine is missing, stops, or doubts the language.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { orchard, paste, settled, start } from "./journey.mjs";

const running = [];
after(() => Promise.all(running.map((desk) => desk.stop())));

async function withPackage(index, missing = null) {
  const desk = await start({
    intercept: (path) => (path === missing ? { status: 404 } : path === "/pkg/core.js" && index ? { body: index } : undefined),
  });
  running.push(desk);
  return desk;
}

/** A package whose analyzer does what `body` says. */
const standIn = (body) => `
  export const init = async () => {};
  export const rules = () => [];
  export const createAnalyzer = async () => ({ analyze: ${body}, terminate() {} });`;

test("without its engine the page keeps the text readable and says so", async () => {
  const desk = await withPackage(null, "/pkg/wasm/copydesk_bg.wasm");
  const { page } = await desk.visit({ settle: false });
  await settled(page, "no-engine");
  assert.match(await page.locator("#notes").innerText(), /could not be loaded. The sample was read beforehand/);
  assert.match(await page.locator("#article").innerText(), /Nobody should have to wonder/);
  await page.locator("#article .chip").first().click();
  assert.match(await page.locator("#card").innerText(), /Helen Ashdown[\s\S]*Why:/);
  await page.getByRole("tab", { name: "Names" }).click();
  await page.locator(".name-row", { hasText: "Helen Ashdown" }).first().waitFor();

  await paste(page, orchard, null, "no-engine");
  assert.match(await page.locator("#notes").innerText(), /could not be loaded, so nothing is marked/);
  assert.match(await page.locator("#article").innerText(), /These trees were here before the road/);
  assert.match(await page.locator("#panel").innerText(), /Nothing yet/);
});

test("without its late parts the page reads and shows who said what, and says what is missing", async () => {
  const desk = await withPackage(null, "/late.js");
  const { page } = await desk.visit({ settle: false });
  await settled(page);
  await paste(page, orchard);
  assert.match(await page.locator("#panel").innerText(), /Edith Varrow/);
  for (const act of [() => page.getByRole("tab", { name: "Names" }).click(), () => page.keyboard.press("c"), () => page.keyboard.press("?")]) {
    await page.evaluate(() => { document.querySelector("#toast").hidden = true; });
    await act();
    await page.locator("#toast", { hasText: "could not be loaded" }).waitFor();
  }
});

test("without WebAssembly the sample is there with its marks, and the page says why nothing else is", async () => {
  const desk = await withPackage(null);
  const { page } = await desk.visit({ settle: false });
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  await page.reload();
  await settled(page, "no-engine");
  assert.match(await page.locator("#notes").innerText(), /WebAssembly may be switched off/);
  assert.ok(await page.locator("#article mark.quote").count() >= 8);
});

test("where scripts do not start, style alone says so after a while", async () => {
  const desk = await withPackage(null, "/main.js");
  const { page } = await desk.visit({ settle: false });
  assert.equal(await page.locator(".slow").isVisible(), false);
  await page.locator(".slow").evaluate((note) => note.getAnimations()[0].finish());
  assert.equal(await page.locator(".slow").isVisible(), true);
  assert.ok(await page.locator("#article mark.quote").count() >= 8);
});

test("a click on the sample before its cards are there waits for them", async () => {
  const desk = await withPackage(null);
  const { page, problems } = await desk.visit({ settle: false });
  let release;
  const held = new Promise((done) => { release = done; });
  await page.route("**/ferries.json", async (route) => { await held; await route.continue(); });
  await page.reload({ waitUntil: "commit" });
  await page.waitForFunction(() => document.documentElement.dataset.turn === "1");
  await page.locator("#article .chip").first().click();
  assert.equal(await page.locator("#card.open").count(), 0);
  release();
  await page.locator("#card.open").waitFor();
  assert.match(await page.locator("#card").innerText(), /Helen Ashdown/);
  assert.deepEqual(problems, []);
});

test("when the engine stops, the text stays and can be tried again", async () => {
  const desk = await withPackage(standIn(`async () => { throw Object.assign(new Error("stopped"), { code: "engine-crashed" }); }`));
  const { page, context } = await desk.visit({ permissions: ["clipboard-read", "clipboard-write"] });
  await paste(page, orchard, null, "failed");
  assert.match(await page.locator("#notes").innerText(), /stopped on this text and was restarted/);
  // The state of the first try is the same as that of the second, so the turn tells that the second is over.
  const turn = await page.evaluate(() => document.documentElement.dataset.turn);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.waitForFunction((before) => document.documentElement.dataset.turn !== before, turn);
  await settled(page, "failed");
  await page.locator("#article", { hasText: "These trees were here before the road" }).waitFor();

  await page.getByRole("button", { name: "Copy a report without the text" }).click();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(JSON.parse(report).problem, "engine-crashed");
  assert.equal(JSON.parse(report).text.length, orchard.length);
  assert.doesNotMatch(report, /Varrow|trees|orchard/);
  await page.getByRole("button", { name: "Copy the text" }).click();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), orchard);
  await context.close();
});

test("a worker that never answers is given up, and the next one reads", async () => {
  const desk = await withPackage(null);
  const { page } = await desk.visit({ settle: false });
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message, ...rest) {
      if (!(globalThis.deaf && message?.text)) postMessage.call(this, message, ...rest);
    };
    // The half minute that the package waits is no matter of this test.
    const { setTimeout } = globalThis;
    globalThis.setTimeout = (act, ms, ...rest) => setTimeout(act, ms >= 30_000 ? 200 : ms, ...rest);
  });
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.engine === "ready");
  await page.evaluate(() => { globalThis.deaf = true; });
  await paste(page, orchard, null, "failed");
  assert.match(await page.locator("#notes").innerText(), /stopped on this text and was restarted/);
  await page.evaluate(() => { globalThis.deaf = false; });
  await page.getByRole("button", { name: "Try again" }).click();
  await settled(page);
  assert.match(await page.locator("#panel").innerText(), /Edith Varrow/);
});

test("where workers are refused, the page reads all the same", async () => {
  const desk = await withPackage(null);
  const { page } = await desk.visit({ settle: false });
  await page.addInitScript(() => { globalThis.Worker = class { constructor() { throw new DOMException("no", "SecurityError"); } }; });
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.engine === "ready");
  await paste(page, orchard);
  assert.match(await page.locator("#panel").innerText(), /Edith Varrow/);
});

test("a late answer is never painted over a newer one", async () => {
  const slowFirst = `async (text, { signal }) => {
    const first = text.startsWith("Slow");
    await new Promise((done) => setTimeout(done, first ? 400 : 20));
    const counts = { words: 5, sentences: 1 };
    return { text, language: { code: first ? "en" : "es" }, published: null, blocks: [{ span: { start: 0, end: text.length }, kind: "paragraph", prose: true, rule: "x" }],
      residue: [], sentences: [], findings: [], entities: [], mentions: [], dates: [], quotes: [], otherQuoted: [], speakers: [], warnings: [],
      readability: { counts, scores: {}, withoutQuotes: { counts, scores: {} }, grade: { median: null, low: null, high: null, from: [] }, readingSeconds: 1, speakingSeconds: 1, tooShort: true } };
  }`;
  const desk = await withPackage(standIn(slowFirst));
  const { page } = await desk.visit();
  await page.evaluate(() => {
    for (const text of ["Slow one.", "Quick two."]) {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }
  });
  await page.waitForTimeout(600);
  assert.match(await page.locator("#article").innerText(), /Quick two/);
  assert.match(await page.locator("#notes").innerText(), /This looks like Spanish, not English/);
});

test("works, plainer, where popovers and anchors are missing", async () => {
  const desk = await withPackage(null);
  const { page, problems } = await desk.visit({ settle: false });
  await page.addInitScript(() => {
    delete HTMLElement.prototype.showPopover;
    delete HTMLElement.prototype.hidePopover;
    delete Element.prototype.checkVisibility;
  });
  await page.reload();
  await settled(page);
  await paste(page, orchard);
  await page.locator("#article .chip").first().click();
  assert.match(await page.locator("#card").innerText(), /Varrow/);
  assert.deepEqual(problems, []);
});
