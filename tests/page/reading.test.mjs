// The reading pane: one channel a layer, each with its second and third cue.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { analysed, pages, panel, paste, start } from "./journey.mjs";

let desk;
before(async () => { desk = await start(); });
after(() => desk.stop());
const it = pages(() => desk);

it("marks on the edge lead to the other places of what is chosen", {}, async (page) => {
  await page.locator("#article .entity.person", { hasText: "Tobias Renn" }).click();
  const { entities, mentions, text } = await analysed(page);
  const renn = entities.find(({ name }) => name === "Tobias Renn");
  const rows = new Set(renn.mentions.map((id) => Math.floor((mentions[id].span.start / text.length) * 200)));
  assert.equal(await page.locator("#scroll-marks span").count(), rows.size);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#scroll-marks span").count(), 0);
});

it("marks are read aloud only when asked for", {}, async (page) => {
  assert.equal(await page.locator("#article mark .hidden").count(), 0);
  await page.keyboard.press("?");
  await page.getByLabel(/Read marks aloud/).check();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#article mark.person").first().textContent(), "person: Lena Orrick");
  assert.equal(await page.locator("#article mark.when .hidden").first().textContent(), "date: ");
});

it("tags say what a name is where it is first named, only when wished for", {}, async (page) => {
  const tags = () => page.locator("#article .introduced").evaluateAll((marks) =>
    marks.map((mark) => [Number(mark.dataset.e), getComputedStyle(mark, "::after").content.replaceAll('"', "")]).filter(([, words]) => words !== "none"));
  assert.deepEqual(await tags(), []);
  await page.locator(".look summary").click();
  await page.getByRole("group", { name: "Tags at names" }).getByRole("button", { name: "On" }).click();
  const { entities, mentions } = await analysed(page);
  const shown = await tags();
  assert.ok(shown.length >= 10);
  const names = { person: "person", organization: "organisation", place: "place" };
  for (const [id, words] of shown) if (entities[id].kind in names) assert.equal(words, names[entities[id].kind]);
  assert.equal(new Set(shown.map(([id]) => id)).size, shown.length, "each name has one tag");
  const first = await page.locator("#article .introduced").evaluateAll((marks) => marks.map((mark) => Number(mark.dataset.m)));
  for (const m of first) assert.equal(entities[mentions[m].entity].mentions.find((id) => mentions[id].form === mentions[m].form), m);
  await page.getByRole("button", { name: "Names", exact: true }).click();
  assert.equal(await page.locator("#article .introduced").first().evaluate((mark) => getComputedStyle(mark, "::after").visibility), "hidden");
});

it("difficulty colours the text only where no other layer does", {}, async (page) => {
  const ground = () => page.locator("#article .sentence.veryHard").first().evaluate((sentence) => getComputedStyle(sentence).backgroundColor);
  const none = "rgba(0, 0, 0, 0)";
  for (const name of ["Quotes", "Names", "Dates"]) {
    assert.equal(await ground(), none);
    await page.getByRole("button", { name, exact: true }).click();
  }
  assert.notEqual(await ground(), none);
  await page.getByRole("button", { name: "Hard sentences", exact: true }).click();
  assert.equal(await ground(), none);
});

it("a speaker's name leaves only their quotes lit, and Escape lights all again", {}, async (page) => {
  const { speakers } = await analysed(page);
  await page.locator(".speaker-name").nth(1).focus();
  await page.keyboard.press("Enter");
  const lit = await page.locator("#article .chip.lit").evaluateAll((chips) => [...new Set(chips.map((chip) => Number(chip.dataset.q)))]);
  assert.deepEqual(lit, speakers[1].quotes);
  assert.ok(await page.evaluate(() => document.activeElement.matches(".speaker-name[aria-pressed=true]")), "the focus stays on the name");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#article.filtered").count(), 0);
});

it("a doubtful speaker has a dashed chip with a question mark", {}, async (page) => {
  await paste(page, `A sign at the gate read nothing of the kind. "It was closed until the water is gone from all of our streets and then some."\n\nThe town waits for the council, which meets in May.`);
  const unsure = page.locator("#article .chip.unsure").first();
  assert.equal(await unsure.evaluate((chip) => getComputedStyle(chip).borderTopStyle), "dashed");
  assert.match(await unsure.innerText(), /\?$/);
});

it("the sentence above the panels says who is quoted most and who is not named, from the analysis", {}, async (page) => {
  const { speakers } = await analysed(page);
  const total = speakers.reduce((sum, { words }) => sum + words, 0);
  const [{ name, words }] = speakers;
  assert.equal(await page.locator("#gist").innerText(), `${Math.round((words / total) * 100)}% of the quoted words come from ${name}. One source is not named.`);
  for (const [i, tab] of ["quotes", "names", "readability", "timeline"].entries()) {
    await page.locator("#summary .fact").nth(i).click();
    assert.equal(await page.locator("#panel").getAttribute("data-panel"), tab);
  }
});

it("the dates of the summary go from the first to the last, weeks and months among them, and unresolved ones are none of them", {}, async (page) => {
  const dates = () => page.locator(".fact.to-timeline").innerText();
  assert.match(await dates(), /^14 dates\s+Sept? 2028 → Jun 2031$/);
  await paste(page, '"We open on Monday," said Ines Marlow.');
  assert.match(await dates(), /^1 date\s+no day to count from$/);
});

it("the list stays in view beside the article, however far that is scrolled", {}, async (page) => {
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
  const { top, bottom } = await page.locator("#panel").boundingBox().then(({ y, height }) => ({ top: y, bottom: y + height }));
  assert.ok(top >= 0 && top < 400 && bottom > 400, `${top} to ${bottom}`);
});

it("pasted as a web page or as plain text can be switched", {}, async (page) => {
  await paste(page, "The plain words. Nothing else.", "<h1>A headline for all</h1><p>The web words. Nothing else.</p>");
  assert.match(await page.locator("#article").textContent(), /The web words/);
  await page.getByRole("button", { name: "use plain text" }).click();
  await page.waitForFunction(() => document.querySelector("#article").textContent.includes("The plain words"));
  assert.match(await page.locator("#facts").innerText(), /Pasted as plain text/);
  await paste(page, "Only a word.", "<b>Only a word.</b>");
  assert.doesNotMatch(await page.locator("#facts").innerText(), /Pasted as/);
});

it("while the article is read again its marks stay, dimmed, and the figures with them", {}, async (page) => {
  await page.evaluate(() => {
    const article = document.querySelector("#article");
    new MutationObserver(() => {
      if (!article.classList.contains("stale")) return;
      globalThis.meanwhile ??= { marks: article.querySelectorAll("mark.quote").length, facts: document.querySelector("#summary").innerText, phase: document.documentElement.dataset.phase };
    }).observe(article, { attributeFilter: ["class"] });
  });
  await page.locator("#published").fill("2031-03-21");
  await page.waitForFunction(() => document.querySelector("#facts").innerText.includes("set by you") && document.documentElement.dataset.phase === "done");
  const { marks, facts } = await page.evaluate(() => globalThis.meanwhile);
  assert.ok(marks >= 8);
  assert.match(facts, /12 quotes/);
  assert.equal(await page.locator("#article.stale").count(), 0);
});

it("on a phone every layer can be reached, and what lies beyond the edge shows that it goes on", { viewport: { width: 320, height: 640 } }, async (page) => {
  const layers = page.locator("#layers");
  assert.ok(await layers.evaluate((bar) => bar.scrollWidth > bar.clientWidth));
  assert.match(await layers.evaluate((bar) => getComputedStyle(bar, "::after").backgroundImage), /gradient/);
  await page.getByRole("button", { name: "Hard sentences" }).click();
  assert.equal(await page.locator("#layer-reading").getAttribute("aria-pressed"), "false");
});
