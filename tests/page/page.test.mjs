// The page in a real browser: what a reader sees on arrival, after a paste, in every state.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ferries } from "../../www/samples/ferries.js";
import { orchard, pages, panel, paste, settled, start, words } from "./journey.mjs";

let desk;
before(async () => { desk = await start(); });
after(() => desk.stop());

const it = pages(() => desk);

const text = (page, selector) => page.locator(selector).innerText();
/** Waits until the article shows what it should: new blocks count as out of sight until the next frame, and innerText
    leaves out what is out of sight. */
const shows = (page, pattern) =>
  page.waitForFunction((source) => new RegExp(source).test(document.querySelector("#article").innerText), pattern.source, { timeout: 5_000 });
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

it("arrives with the sample analysed", {}, async (page) => {
  assert.equal(await text(page, "#origin"), "Sample article");
  assert.equal(await page.locator("#summary .fact").count(), 4);
  assert.match(await text(page, "#summary"), /\d+ quotes[\s\S]*\d+ names[\s\S]*Grade \d+[\s\S]*\d+ dates/);
  assert.ok(await page.locator("#article mark.quote").count() >= 8);
  assert.ok(await page.locator("#article .chip").count() >= 8);
  assert.ok(await page.locator("#article .veryHard > .gutter").count() >= 1);
  assert.match(await page.locator("#status").textContent(), /^Analysis finished: /);
  assert.equal(await page.locator("#published").inputValue(), "2031-03-14");
  assert.match(await text(page, "#facts"), /By Lena Orrick/);
});

it("shows the words of the sample and none of its markup", {}, async (page) => {
  const article = await page.locator("#article").evaluate((root) => {
    const copy = root.cloneNode(true);
    for (const extra of copy.querySelectorAll("button")) extra.remove();
    return [...copy.children].map((block) => block.textContent);
  });
  const plain = ferries.trim().split("\n\n").map((line) => line.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/\*/g, ""));
  assert.deepEqual(article, plain);
});

test("the sample can be read before, and without, any script", async () => {
  const { page, context } = await desk.visit({ javaScriptEnabled: false, settle: false });
  const shown = await page.locator("#article").evaluate((root) => {
    for (const extra of root.querySelectorAll("button")) extra.remove();
    return [...root.children].map((block) => block.textContent);
  });
  const plain = ferries.trim().split("\n\n").map((line) => line.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/\*/g, ""));
  assert.deepEqual(shown, plain);
  await context.close();
});

it("a pasted article fills every panel", {}, async (page) => {
  await paste(page, orchard);
  assert.equal(await text(page, "#origin"), "Your article");
  await shows(page, /Village votes to keep its last orchard/);
  const said = await panel(page, "Who said what");
  assert.match(said, /Varrow/);
  assert.match(said, /"These trees were here before the road,"/);
  assert.match(said, /Jun Averill/);
  const hard = await panel(page, "Readability");
  assert.match(hard, /Grade \d/);
  assert.match(hard, /Flesch–Kincaid/);
  const dates = await panel(page, "Timeline");
  assert.match(dates, /2 May 2033/);
  assert.match(dates, /1902/);
  assert.match(await panel(page, "Names"), /Brightwell Homes|No names/);
});

it("a chip opens a card that says why, and Escape gives the focus back", {}, async (page) => {
  await paste(page, orchard);
  const chip = page.locator("#article .chip").first();
  assert.match(await chip.getAttribute("aria-label"), /^Quote 1 of \d+, said by .*Varrow/);
  await page.locator("#article").focus();
  for (let i = 0; i < 40 && !(await chip.evaluate((node) => node === document.activeElement)); i++) await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  assert.match(await text(page, "#card"), /Varrow[\s\S]*Why:/);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#card.open").count(), 0);
  assert.ok(await chip.evaluate((node) => node === document.activeElement));
});

it("a row of the panel leads to its words in the text", {}, async (page) => {
  await paste(page, orchard);
  await page.locator(".said", { hasText: "Nobody here can afford" }).click();
  assert.match(await page.locator("mark.chosen").first().innerText(), /Nobody here can afford/);
});

it("layers go off and on and nothing moves", {}, async (page) => {
  // A block out of sight has an estimated height until it has been drawn once, so each is brought into view first.
  const places = () => page.locator("#article .block").evaluateAll(async (blocks) => {
    const heights = [];
    for (const block of blocks) {
      block.scrollIntoView();
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      heights.push(block.getBoundingClientRect().height);
    }
    return heights;
  });
  const first = await places();
  for (const name of ["Quotes", "Names", "Dates", "Hard sentences"]) await page.getByRole("button", { name, exact: true }).click();
  assert.deepEqual(await places(), first);
  assert.equal(await page.locator("#article .chip").first().isVisible(), false);
});

it("undo brings the article back, with the keys and with the button", {}, async (page) => {
  await paste(page, orchard);
  await page.locator("#toast").getByRole("button", { name: "Undo" }).click();
  await page.waitForFunction(() => document.querySelector("#article h2")?.textContent.startsWith("Minister"));
  await page.getByRole("button", { name: "Clear" }).click();
  await settled(page, "empty");
  await page.keyboard.press("Control+z");
  await settled(page);
  await shows(page, /^Minister halts/);
});

it("empty, too short, too long and garbled are said in words", {}, async (page) => {
  await page.getByRole("button", { name: "Clear" }).click();
  await settled(page, "empty");
  await shows(page, /Paste an article/);
  assert.match(await text(page, "#panel"), /Nothing yet/);
  assert.doesNotMatch(await text(page, "#summary"), /0/);

  await paste(page, "\"We open on Monday,\" said Ines Marlow.");
  assert.match(await text(page, "#notes"), /fewer than 100 words/);
  assert.match(await text(page, "#summary"), /No grade/);

  await paste(page, words(400_000), null, "too-long");
  assert.match(await text(page, "#notes"), /This text is 2\.\d MB long; the limit is 2\.0 MB/);

  await paste(page, "PK\u0003\u0004 something that was a document", null, "garbled");
  assert.match(await text(page, "#notes"), /Word or ZIP file/);
});

it("pasted markup stays text", {}, async (page) => {
  await page.evaluate(() => { globalThis.fired = 0; });
  const hostile = `<img src=x onerror="fired=1"> <script>fired=1</script> <svg onload=fired=1> javascript:fired=1
    "<b onmouseover=fired=1>Never,</b>" said __proto__ <constructor> of toString & Sons. ${words(120)}`;
  await paste(page, hostile);
  for (const name of ["Who said what", "Names", "Readability", "Timeline"]) await panel(page, name);
  await paste(page, "", `<p>Fine.</p><img src="https://elsewhere.example/pixel.png" onerror="fired=1"><script>fired=1</script><p>"Yes," said Ines Marlow.</p>`);
  await shows(page, /Fine\.\s+"Yes,"/);
  assert.equal(await page.evaluate(() => globalThis.fired), 0);
  assert.equal(await page.locator("#article img, #article script, #article svg, #panel img").count(), 0);
});

it("typing is read after a pause, and a file like a paste", {}, async (page) => {
  await page.keyboard.press("e");
  await page.locator("#editor").fill(orchard.replace("Jun Averill", "Ines Marlow"));
  await page.waitForFunction(() => document.querySelector("#panel").innerText.includes("Ines Marlow"));
  await page.keyboard.press("Escape");
  await shows(page, /Ines Marlow/);
  await page.locator("#file").setInputFiles({ name: "orchard.txt", mimeType: "text/plain", buffer: Buffer.from(`\ufeff${orchard}`, "utf16le") });
  await page.waitForFunction(() => document.querySelector("#origin").textContent === "orchard.txt");
  await settled(page);
  await shows(page, /Jun Averill/);
});

it("a new day of publication moves the relative dates", {}, async (page) => {
  await panel(page, "Timeline");
  await page.locator("#published").fill("2031-03-21");
  await page.waitForFunction(() => document.querySelector("#panel").innerText.includes("21 Mar 2031"));
});

for (const [width, rows] of [[1720, 1], [1280, 1], [1024, 1], [390, 2], [320, 2]]) {
  it(`the tools stand in ${rows === 1 ? "one line" : "one line under the main button"} at ${width} pixels`, { viewport: { width, height: 800 } }, async (page) => {
    const boxes = await page.locator("#actions button, #actions summary").evaluateAll((tools) =>
      tools.filter((tool) => tool.checkVisibility()).map((tool) => tool.getBoundingClientRect()).map(({ top, bottom, right }) => ({ middle: Math.round((top + bottom) / 2), right })));
    assert.ok(boxes.length >= 7);
    assert.equal(new Set(boxes.map(({ middle }) => middle)).size, rows);
    assert.ok(boxes.every(({ right }) => right <= width));
  });
}

it("a phone has no sideways scroll, and panels come as sheets", { viewport: { width: 320, height: 640 } }, async (page) => {
  assert.ok(await overflow(page) <= 0);
  assert.equal(await page.locator("#panel").isVisible(), false);
  for (const name of ["Who said what", "Names", "Readability", "Timeline"]) {
    await panel(page, name);
    assert.ok(await overflow(page) <= 0, name);
  }
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#panel").isVisible(), false);
});

it("dark when the system is, and when asked", { colorScheme: "dark" }, async (page) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.querySelector(".sheet")).backgroundColor);
  assert.equal(await ground(), "rgb(22, 24, 28)");
  await page.getByRole("button", { name: "Light colours" }).click();
  assert.equal(await ground(), "rgb(255, 254, 251)");
});

it("works with the network off once it is loaded", {}, async (page, context) => {
  await context.setOffline(true);
  await paste(page, orchard);
  assert.match(await panel(page, "Who said what"), /Varrow/);
});

test("asks its own origin for static files only", () => {
  assert.deepEqual(desk.server.requests.filter((path) => !/^\/(?:$|[\w./-]+\.(?:js|css|svg|wasm|json|png|webmanifest)$)/.test(path)), []);
});
