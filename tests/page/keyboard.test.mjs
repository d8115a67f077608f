// Without a pointer: from landing to correcting a speaker and comparing; the keys, their off switch, the one tab stop.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { analysed, pages, start, tides } from "./journey.mjs";

let desk;
before(async () => { desk = await start(); });
after(() => desk.stop());
const it = pages(() => desk);

const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");
/** Presses a key until the focus is on what the words say, as a reader would. */
async function until(page, key, words, most = 60) {
  for (let n = 0; n < most; n++) {
    await page.keyboard.press(key);
    if (words.test(await focused(page))) return;
  }
  assert.fail(`${key} never led to ${words}; the focus is on ${await focused(page)}`);
}

it("a journey by keys alone: land, read, correct a speaker, compare", {}, async (page) => {
  await page.keyboard.press("Tab");
  assert.match(await focused(page), /Skip to the article/);
  await page.keyboard.press("Enter");
  await until(page, "j", /^Quote 1 of/);
  await page.keyboard.press("Enter");
  assert.match(await page.locator("#card").innerText(), /Helen Ashdown/);
  await until(page, "Tab", /Wrong speaker\?/, 8);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Tob");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal((await analysed(page)).quotes[0].speaker.name, "Tobias Renn");
  assert.match(await focused(page), /Change again/);
  await page.keyboard.press("Escape");
  assert.match(await focused(page), /^Quote 1 of \d+, said by Tobias Renn, edited by you/);
  await page.keyboard.press("c");
  assert.equal(await page.evaluate(() => document.activeElement.id), "second-text");
  await page.keyboard.insertText(tides);
  await page.locator(".compare-gist").waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#compare[open]").count(), 0);
  await page.keyboard.press("Control+z");
  assert.equal((await analysed(page)).quotes[0].speaker.name, "Helen Ashdown");
});

it("the article is one tab stop, at the mark visited last", {}, async (page) => {
  const inside = () => page.evaluate(() => document.querySelector("#article").contains(document.activeElement));
  const stops = () => page.locator("#article, #article *").evaluateAll((nodes) => nodes.filter((node) => node.tabIndex === 0).length);
  assert.equal(await stops(), 1);
  await page.locator("#article").focus();
  await until(page, "ArrowRight", /^Quote 2 of/);
  assert.equal(await stops(), 1);
  await page.keyboard.press("Tab");
  assert.equal(await inside(), false);
  await page.keyboard.press("Shift+Tab");
  assert.match(await focused(page), /^Quote 2 of/);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("k");
  await until(page, "j", /^Quote 2 of/, 3);
});

it("steps past layers that are off", {}, async (page) => {
  await page.locator("#article").focus();
  await page.keyboard.press("n");
  await page.keyboard.press("t");
  const seen = [];
  for (let n = 0; n < 8; n++) {
    await page.keyboard.press("j");
    seen.push(await page.evaluate(() => document.activeElement.className));
  }
  assert.ok(seen.some((name) => name.startsWith("chip")));
  assert.deepEqual(seen.filter((name) => /entity|when/.test(name)), []);
});

it("[ and ] go through the mentions of one name", {}, async (page) => {
  await page.locator("#article").focus();
  await until(page, "j", /^Kestrel$/);
  const { entities, mentions, text } = await analysed(page);
  const { mentions: all } = entities.find(({ name }) => name === "Kestrel");
  await page.keyboard.press("]");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.m), String(all[1]));
  await page.keyboard.press("[");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.m), String(all[0]));
  await page.keyboard.press("[");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.m), String(all.at(-1)), text.slice(mentions[all[0]].span.start, mentions[all[0]].span.end));
});

it("every single key does what the help says", {}, async (page) => {
  for (const [key, panel] of [["2", "names"], ["3", "readability"], ["4", "timeline"], ["1", "quotes"]]) {
    await page.keyboard.press(key);
    assert.equal(await page.evaluate(() => document.activeElement.id), `tab-${panel}`);
    assert.equal(await page.locator("#panel").getAttribute("data-panel"), panel);
  }
  for (const [key, layer] of [["q", "quotes"], ["n", "names"], ["t", "dates"], ["r", "reading"]]) {
    await page.keyboard.press(key);
    assert.equal(await page.locator(`#layer-${layer}`).getAttribute("aria-pressed"), "false", layer);
  }
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.id), "name-search");
  await page.keyboard.type("2e");
  assert.equal(await page.locator("#name-search").inputValue(), "2e", "in a field letters are letters");
  assert.equal(await page.locator("#panel").getAttribute("data-panel"), "names");
});

it("single keys can be switched off; Escape and Ctrl+Z stay", {}, async (page) => {
  await page.keyboard.press("?");
  await page.getByLabel("Single-key shortcuts").uncheck();
  await page.keyboard.press("Escape");
  for (const key of ["2", "q", "e", "c", "?"]) await page.keyboard.press(key);
  assert.equal(await page.locator("#panel").getAttribute("data-panel"), "quotes");
  assert.equal(await page.locator("#layer-quotes").getAttribute("aria-pressed"), "true");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.equal(await page.locator("#editor").isVisible(), false);
  await page.getByRole("button", { name: "Clear" }).click();
  await page.waitForFunction(() => document.documentElement.dataset.phase === "empty");
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => document.documentElement.dataset.phase === "done");
});

it("on a phone / raises the names, and Escape puts the sheet away", { viewport: { width: 390, height: 800 } }, async (page) => {
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.id), "name-search");
  assert.equal(await page.locator("#panel").isVisible(), true);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#panel").isVisible(), false);
});
