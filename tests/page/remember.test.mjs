// What the page keeps on the device: nothing, until it is asked to; and how it says that it cannot.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { arrive, orchard, pages, paste, settled, start, whole } from "./journey.mjs";

let desk;
before(async () => { desk = await start(); });
after(() => desk.stop());
const it = pages(() => desk);

const stored = (page) => page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));
const kept = async (page) => JSON.parse((await stored(page))["copydesk.article"] ?? "null")?.text ?? null;
const said = (page) => page.locator("#remember [role=status]").innerText();

/** Asks the page to remember, and says what it answers. */
async function tick(page) {
  await page.locator("#privacy-open").click();
  await page.locator("#remember input").click();
  const words = await said(page);
  await page.keyboard.press("Escape");
  return words;
}

async function reload(page) {
  await page.reload();
  await whole(page);
}

it("keeps nothing by itself", {}, async (page) => {
  await paste(page, orchard);
  await page.keyboard.press("e");
  await page.keyboard.press("Escape");
  assert.deepEqual(await stored(page), {});
  await reload(page);
  assert.equal(await page.locator("#origin").innerText(), "Sample article");
});

it("keeps the reader's own article once asked, and no other", {}, async (page) => {
  assert.match(await tick(page), /now remembered in this browser/);
  assert.equal(await kept(page), "");
  await paste(page, orchard);
  await page.locator("#published").fill("2033-05-09");
  await page.waitForFunction(() => localStorage["copydesk.article"].includes("2033-05-09"));
  assert.equal(await kept(page), orchard);
  await arrive(page, orchard.replace("Village", "Hamlet"));
  assert.equal(await kept(page), orchard, "a link's article is not the reader's");
  await page.goto(desk.url);
  await whole(page);
  assert.equal(await page.locator("#origin").innerText(), "Your article");
  assert.match(await page.locator("#article").textContent(), /Village votes/);
  assert.equal(await page.locator("#published").inputValue(), "2033-05-09");
  await page.getByRole("button", { name: "Clear" }).click();
  await settled(page, "empty");
  assert.equal(await kept(page), "");
});

it("forgets", {}, async (page) => {
  await paste(page, orchard);
  await tick(page);
  assert.equal(await kept(page), orchard);
  await page.locator("#privacy-open").click();
  await page.getByRole("button", { name: "Forget" }).click();
  assert.equal(await said(page), "Forgotten. Nothing is stored.");
  assert.equal(await page.locator("#remember input").isChecked(), false);
  assert.deepEqual(await stored(page), {});
  await reload(page);
  assert.equal(await page.locator("#origin").innerText(), "Sample article");
});

it("a full store and a closed one are said in words, and the page works", {}, async (page) => {
  const breakStore = (name) => page.evaluate((error) => { Storage.prototype.setItem = () => { throw new DOMException("no", error); }; }, name);
  await paste(page, orchard);
  await breakStore("QuotaExceededError");
  assert.match(await tick(page), /has no room for this article, so nothing is remembered/);
  assert.equal(await page.locator("#remember input").isChecked(), false);
  await breakStore("SecurityError");
  assert.match(await tick(page), /does not let this page store anything/);
  await page.reload();
  await whole(page);
  await paste(page, orchard);
  await tick(page);
  await breakStore("QuotaExceededError");
  await paste(page, `${orchard}\nMore.`);
  await page.locator("#toast", { hasText: "no room for this article" }).waitFor();
  assert.deepEqual(await stored(page), {});
});

it("works where storage throws, and where what is stored is no article", {}, async (page) => {
  for (const value of ["{", "null", "5", '{"text":5}', '{"__proto__":{"text":"x"}}']) {
    await page.evaluate((given) => { localStorage["copydesk.article"] = given; }, value);
    await reload(page);
    assert.equal(await page.locator("#origin").innerText(), "Sample article", value);
  }
  await page.addInitScript(() => Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } }));
  await reload(page);
  await paste(page, orchard);
  assert.match(await tick(page), /does not let this page store anything/);
  assert.match(await page.locator("#article").textContent(), /Village votes/);
});

const look = (page) => page.evaluate(() => {
  const { theme, size, lines, column } = document.documentElement.dataset;
  const normal = "normal";
  return { theme, size: size ?? normal, lines: lines ?? normal, column: column ?? normal, pressed: document.querySelector(".themes [aria-pressed=true]").dataset.themeChoice };
});

it("look and colours come back before the first paint once asked, on every page, and are forgotten", {}, async (page) => {
  const plain = { theme: "system", size: "normal", lines: "normal", column: "normal", pressed: "system" };
  const dark = { theme: "dark", size: "large", lines: "normal", column: "wide", pressed: "dark" };
  const dress = async () => {
    await page.getByRole("button", { name: "Dark colours" }).click();
    await page.locator(".look summary").click();
    for (const name of ["Large", "Wide"]) await page.getByRole("button", { name, exact: true }).click();
    await page.keyboard.press("Escape");
  };
  await dress();
  assert.deepEqual(await look(page), dark);
  await reload(page);
  assert.deepEqual(await look(page), plain, "kept only where asked");

  await tick(page);
  await dress();
  await paste(page, orchard);
  await page.addInitScript(() => {
    new PerformanceObserver((list) => { globalThis.painted ??= { at: list.getEntries()[0].name, theme: document.documentElement.dataset.theme }; })
      .observe({ type: "paint", buffered: true });
  });
  await reload(page);
  assert.deepEqual(await look(page), dark);
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "dark");
  assert.equal((await page.evaluate(() => globalThis.painted)).theme, "dark");
  assert.match(await page.locator("#article").textContent(), /Village votes/, "a change of look keeps the article");
  await page.goto(new URL("how-it-works.html", desk.url).href);
  await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");

  await page.goto(desk.url);
  await whole(page);
  await page.locator("#privacy-open").click();
  await page.getByRole("button", { name: "Forget" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Light colours" }).click();
  assert.deepEqual(await stored(page), {});
  await reload(page);
  assert.deepEqual(await look(page), plain);
});

it("a look that makes no sense is none", {}, async (page) => {
  await page.evaluate(() => { localStorage["copydesk.article"] = JSON.stringify({ look: { theme: "dark\" x", size: 5, lines: "loose", engine: "ready" } }); });
  await reload(page);
  assert.deepEqual(await look(page), { theme: "system", size: "normal", lines: "loose", column: "normal", pressed: "system" });
});
