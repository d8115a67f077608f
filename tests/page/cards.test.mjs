// The cards of marks: what they tell, when they come and when they go.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { analysed, orchard, pages, paste, start } from "./journey.mjs";

let desk;
before(async () => { desk = await start(); });
after(() => desk.stop());
const it = pages(() => desk);

it("a card opens on hover, stays while the pointer is on it, and chooses nothing", {}, async (page) => {
  const card = page.locator("#card.open");
  const mark = page.locator("#article .entity.person").nth(1);
  await mark.hover();
  await card.waitFor();
  assert.equal(await page.locator("mark.chosen").count(), 0);
  await page.locator("#card").hover();
  await page.waitForTimeout(500);
  assert.equal(await card.count(), 1);
  await page.locator(".tagline").hover();
  await card.waitFor({ state: "detached" });
  await mark.hover();
  await card.waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await card.count(), 0);
  await page.locator("#article .chip").first().hover();
  await card.waitFor();
  await card.getByRole("button", { name: "Wrong speaker?" }).click();
  await page.locator(".tagline").hover();
  await page.waitForTimeout(500);
  assert.equal(await card.locator("select").count(), 1, "a card in use stays");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await mark.click();
  await page.locator(".tagline").hover();
  await page.waitForTimeout(500);
  assert.equal(await card.count(), 1, "a card that was asked for stays");
});

it("a quote is copied with its speaker and where it stood", { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
  await page.locator("#article .chip").first().click();
  await page.locator("#card").getByRole("button", { name: "Copy quote" }).click();
  await page.locator("#toast", { hasText: "Copied" }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()),
    '"Nobody should have to wonder whether the last boat home will arrive," — Helen Ashdown, in “Minister halts night ferries after second grounding in a month”, 14 Mar 2031');
});

it("a card tells the stack, and the innermost mark wins", {}, async (page) => {
  await page.locator("#article mark.quote.when").first().click();
  const words = await page.locator("#card").innerText();
  assert.match(words, /^Date/);
  assert.match(words, /Also here: quote \d+ · sentence \d+, plain/);
});

it("a card comes 150 ms after the pointer, and not to one that only passes", {}, async (page) => {
  const box = await page.locator("#article .entity.person").nth(1).boundingBox();
  await page.evaluate(() => {
    new MutationObserver((_, watcher) => {
      if (!document.querySelector("#card.open")) return;
      globalThis.opened = performance.now();
      watcher.disconnect();
    }).observe(document.querySelector("#card"), { attributeFilter: ["class"] });
    document.querySelector("#article").addEventListener("pointerover", ({ target }) => {
      if (target.closest("mark")) globalThis.over ??= performance.now();
    });
  });
  await page.mouse.move(box.x + 3, box.y + 3);
  await page.locator("#card.open").waitFor();
  const waited = await page.evaluate(() => opened - over);
  assert.ok(waited >= 145 && waited < 400, `${waited} ms`);
  await page.mouse.move(5, 5);
  await page.locator("#card.open").waitFor({ state: "detached" });
  await page.mouse.move(box.x + 3, box.y + 3);
  await page.mouse.move(5, 5);
  await page.waitForTimeout(400);
  assert.equal(await page.locator("#card.open").count(), 0);
});

it("a name's card: type, name, role, other names, which mention, quotes, and why", {}, async (page) => {
  const { entities } = await analysed(page);
  const { id, name, role, aliases, mentions } = entities.find((entity) => entity.name === "Helen Ashdown");
  await page.locator(`#article .entity.name[data-e="${id}"]`).first().click();
  const card = page.locator("#card");
  const words = await card.innerText();
  for (const part of ["Person", name, role, aliases[0], "Quoted", "Why:"]) assert.ok(words.includes(part), `${part} in ${words}`);
  const steps = async () => (await card.locator(".stepper").innerText()).trim();
  const at = Number((await steps()).split(" ")[0]);
  assert.equal(await steps(), `${at} of ${mentions.length}`);
  assert.equal(await page.locator("#article mark.chosen").evaluateAll((marks, all) => all.every((m) => marks.some((mark) => mark.dataset.m === String(m))), mentions), true);
  await card.getByRole("button", { name: "Next mention" }).click();
  assert.equal(await steps(), `${(at % mentions.length) + 1} of ${mentions.length}`);
  await card.getByRole("button", { name: /^\d+ quotes?$/ }).click();
  assert.ok(await page.locator("#article.filtered .quote.lit").count() > 0);
});

it("a sentence's card: its number, words, syllables a word, grade and reasons, also on hover of the gutter", {}, async (page) => {
  const gutter = page.locator("#article .veryHard > .gutter").first();
  const id = Number(await gutter.locator("..").getAttribute("data-s"));
  await gutter.hover();
  await page.locator("#card.open").waitFor();
  const { sentences, findings } = await analysed(page);
  const { words, syllables, grade } = sentences[id];
  const said = await page.locator("#card").innerText();
  const { note } = findings.find((finding) => finding.sentence === id);
  for (const part of ["Very hard", `Sentence ${id + 1}`, String(words), (syllables / words).toFixed(2), String(Math.round(grade)), note]) assert.ok(said.includes(part), `${part} in ${said}`);
});

it("a date's card and one of quotation marks without speech say what they are and why", {}, async (page) => {
  await page.locator("#article .paragraph .when").first().click();
  assert.match(await page.locator("#card").innerText(), /^Date[^]*As written[^]*Value\s+2031-03-1\d[^]*Why:/);
  await paste(page, `${orchard}\nThe so-called "compact" was signed in the hall, and nobody called the "compact" anything else.`);
  await page.locator("#article .other").first().click();
  assert.match(await page.locator("#card").innerText(), /Quotation marks, no speech[^]*compact[^]*Why:/);
});

it("a long list in a card shows the rest on request", {}, async (page) => {
  const sentence = "The plan was approved by the board, was signed by the mayor, was printed by the clerk, was posted by the guard, was read by the crowd, was praised by the press, was mocked by the poets, was kept by the court, was lost by the heirs and was found by the police.";
  await paste(page, `${orchard}\n${sentence}`);
  const { findings, sentences, text } = await analysed(page);
  const id = sentences.findIndex(({ span }) => text.slice(span.start, span.end) === sentence);
  const notes = findings.filter((finding) => finding.sentence === id).length;
  assert.ok(notes > 8, `${notes} notes`);
  await page.locator(`.sentence[data-s="${id}"] > .gutter`).click();
  const rows = page.locator("#card .card-notes li");
  assert.equal(await rows.count(), 8);
  await page.locator("#card").getByRole("button", { name: `${notes - 8} more` }).click();
  assert.equal(await rows.count(), notes);
});
