// Lines that are no running text: listed with the reason, each taken into the grade by itself or all at once.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before } from "node:test";
import { analysed, orchard, pages, panel, paste, settled, start, tides } from "./journey.mjs";

let desk;
before(async () => { desk = await start(); });
after(() => desk.stop());
const it = pages(() => desk);

it("lines left out of the grade are listed with the reason and can be included", {}, async (page) => {
  const before = (await analysed(page)).readability.counts.words;
  const lines = page.locator(".left-out");
  await lines.locator("summary").click();
  assert.match(await lines.innerText(), /7 lines left out of the grade[\s\S]*Caption[\s\S]*It ends in the credit of a picture/);
  assert.doesNotMatch(await lines.innerText(), /\*\*|\]\(/);
  await lines.getByRole("button", { name: "Include all in the grade" }).click();
  await settled(page);
  const { readability } = await analysed(page);
  assert.ok(readability.counts.words > before);
  assert.match(await lines.innerText(), /7 lines counted that are no running text/);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Leave all out");
  await page.keyboard.press("Enter");
  await settled(page);
  assert.match(await lines.innerText(), /7 lines left out of the grade/);
  assert.equal((await analysed(page)).readability.counts.words, before);
});

/** The figures that must follow what is counted: words in the facts, the list's heading, hard sentences in the summary. */
const counted = async (page) => ({
  words: (await analysed(page)).readability.counts.words,
  facts: await page.locator("#facts").innerText(),
  marked: await page.locator("#article .sentence.hard, #article .sentence.veryHard").count(),
});

it("a single line counts when it alone is included, also in the sample, and is left out again", {}, async (page) => {
  const lines = page.locator(".left-out");
  await lines.locator("summary").click();
  const before = await counted(page);
  const caption = lines.locator("li", { hasText: "Caption" }).getByRole("button", { name: /^(Include|Leave out) Caption/ });
  await caption.focus();
  await page.keyboard.press("Enter");
  await settled(page);
  const after = await counted(page);
  // The caption of the sample and the credit in it.
  assert.equal(after.words - before.words, 17);
  assert.match(after.facts, new RegExp(`${after.words} words[^]*6 lines left out of the grade, 1 included`));
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Leave out Caption", "the focus stays where it was");
  assert.equal(await page.locator("#article .caption.counted").count(), 1);
  assert.ok(await lines.getByRole("button", { name: "Leave all out" }).isVisible() && await lines.getByRole("button", { name: "Include all in the grade" }).isVisible());
  await panel(page, "Readability");
  assert.match(await page.locator("#panel").innerText(), new RegExp(`${after.words} words`));
  assert.ok(await page.getByLabel("Count captions and credits too").evaluate((box) => box.indeterminate && !box.checked));
  assert.equal(await page.locator("#panel .strip-bar").count(), (await analysed(page)).readability.counts.sentences);
  await caption.click();
  await settled(page);
  assert.deepEqual(await counted(page), before);
});

it("the choice of lines comes back with the article, and belongs to no other", {}, async (page) => {
  await paste(page, orchard);
  await page.locator(".left-out summary").click();
  await page.locator(".left-out li").first().getByRole("button", { name: /^Include/ }).click();
  await settled(page);
  const { words, facts } = await counted(page);
  assert.match(facts, /2 lines left out of the grade, 1 included/);
  await paste(page, tides);
  assert.match((await counted(page)).facts, /3 lines left out of the grade(?!,)/);
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => document.querySelector("#article h2")?.textContent.startsWith("Village votes"));
  await settled(page);
  const again = await counted(page);
  assert.equal(again.words, words);
  assert.match(again.facts, /1 included/);
});

it("the chip of a line opens a card that includes it, and stays to take that back", {}, async (page) => {
  const { words } = await counted(page);
  await page.locator("#article .caption .kind").click();
  const card = page.locator("#card");
  assert.match(await card.innerText(), /Not counted in the grade[^]*Caption[^]*Include/);
  await card.getByRole("button", { name: "Include" }).click();
  await card.getByRole("button", { name: "Leave out" }).waitFor();
  assert.equal((await counted(page)).words, words + 17);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Leave out");
  await page.keyboard.press("Escape");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".caption .kind")), "closing leads back to the chip");
});

it("more lines than the list has room for come on request, and stay when one is taken", {}, async (page) => {
  const lines = Array.from({ length: 130 }, (_, i) => `Read more: The hedge of plot ${i} is the last one`).join("\n\n");
  await paste(page, `${orchard}\n\n${lines}`);
  await page.locator(".left-out summary").click();
  const rows = page.locator(".left-out li");
  assert.equal(await rows.count(), 100);
  await page.getByRole("button", { name: /^Show more lines \(\d+\)/ }).click();
  const all = await rows.count();
  assert.ok(all > 130, `${all} lines`);
  await rows.last().getByRole("button", { name: /^Include/ }).click();
  await settled(page);
  assert.equal(await rows.count(), all);
  assert.match(await rows.last().innerText(), /Leave out/);
});

it("leaving one line out of all takes away its words alone", {}, async (page) => {
  await page.locator(".left-out summary").click();
  await page.getByRole("button", { name: "Include all in the grade" }).click();
  await settled(page);
  const { words } = await counted(page);
  await page.getByRole("button", { name: "Leave out Caption" }).click();
  await settled(page);
  const after = await counted(page);
  assert.equal(words - after.words, 17);
  assert.match(after.facts, /1 line left out of the grade, 6 included/);
});

it("an exported file says which lines were counted", {}, async (page) => {
  await page.locator(".left-out summary").click();
  await page.getByRole("button", { name: "Include Headline" }).click();
  await settled(page);
  await page.keyboard.press("x");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "All data .json" }).click()]);
  const { provenance, readability } = JSON.parse(readFileSync(await file.path(), "utf8"));
  assert.deepEqual(provenance.options, { includeBlocks: [0], readAloud: false, maxLength: 2_000_000 });
  assert.equal(readability.counts.words, 375 + 10);
});
