// The four panels, their charts and the cards: what they say is what the analysis says.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { analysed, longArticle, orchard, pages, panel, paste, start } from "./journey.mjs";

let desk;
before(async () => { desk = await start(); });
after(() => desk.stop());
const it = pages(() => desk);

const tree = (page) => page.locator("#panel").ariaSnapshot();
/** Cells of a table; one behind a summary is made a moment after it was opened. */
async function rowsOf(table) {
  await table.locator("tbody tr").first().waitFor();
  return table.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
}
/** The table behind a summary of the panel, opened. */
async function twin(page, section) {
  await page.locator(section).getByText("The same as a table").click();
  return rowsOf(page.locator(`${section} table`));
}

/** As many speakers as asked for, each with a name of their own. */
const manyVoices = (n) => Array.from({ length: n }, (_, i) => {
  const letters = String.fromCharCode(65 + (i % 26)) + String.fromCharCode(97 + (Math.floor(i / 26) % 26));
  return `"Street number ${i} is closed to all of us," said ${letters}lo ${letters}rova.`;
}).join("\n\n");

it("who said what: groups for the named, the anonymous and the unfound", {}, async (page) => {
  const { speakers, entities } = await analysed(page);
  const seen = await tree(page);
  assert.match(seen, /heading "Named speakers \d+" \[level=3\]/);
  assert.match(seen, /heading "Anonymous sources 1" \[level=3\]/);
  assert.match(seen, /heading "No speaker found 0" \[level=3\][\s\S]*Every quote has a speaker/);
  assert.match(seen, /button "Helen Ashdown"/);
  assert.match(seen, /img "Share of the quoted words: Helen Ashdown \d+%/);
  const first = page.locator(".speaker").first();
  const [{ words, quotes, cues, entity }] = speakers;
  const said = await first.innerText();
  assert.match(said, new RegExp(`${quotes.length} quotes · ${words} quoted words · first in paragraph \\d`));
  assert.ok(said.includes(entities[entity].role));
  assert.deepEqual(await first.locator(".cue").allInnerTexts(), cues.map(({ lemma, count }) => `${lemma} ${count}`));
});

it("who said what: the bar of shares has a twin that agrees with the analysis", {}, async (page) => {
  const { speakers } = await analysed(page);
  const total = speakers.reduce((sum, { words }) => sum + words, 0);
  const expected = speakers.map(({ name, quotes, words }) => [name, String(quotes.length), String(words), `${Math.round((words / total) * 100)}%`]);
  assert.deepEqual(await twin(page, ".shares"), expected);
  assert.equal(await page.locator(".share-part").count(), speakers.filter(({ words }) => words > 0).length);
});

it("who said what: the anonymous and the unfound are there behind a hundred names", {}, async (page) => {
  await paste(page, `${manyVoices(120)}\n\n"It was all known," an official who asked not to be named said.\n\nA sign at the gate read "closed until the water is gone from all of our streets".`);
  const { speakers } = await analysed(page);
  assert.ok(speakers.length > 60, `${speakers.length} speakers`);
  const anonymous = speakers.filter((speaker) => speaker.anonymous).length;
  assert.equal(await page.locator(".speaker.unnamed").count(), anonymous);
  assert.ok(anonymous > 0);
  const named = await page.locator(".sub", { hasText: "Named speakers" }).first().locator(".speaker").count();
  assert.equal(named, 40);
  await page.getByRole("button", { name: /more speakers/ }).click();
  assert.ok(await page.locator(".sub", { hasText: "Named speakers" }).first().locator(".speaker").count() > 90);
});

it("a row opens the card at its words, and Escape leads back to the row", {}, async (page) => {
  const row = page.locator(".said", { hasText: "a blunt instrument" });
  await row.focus();
  await page.keyboard.press("Enter");
  assert.match(await page.locator("#card").innerText(), /Tobias Renn[\s\S]*a blunt instrument/);
  assert.ok(await page.locator("#card").evaluate((card) => card.contains(document.activeElement)));
  assert.match(await page.locator("mark.chosen").first().innerText(), /the minister|blunt/);
  await page.keyboard.press("Escape");
  assert.ok(await row.evaluate((node) => node === document.activeElement));
});

it("on a phone a row puts the sheet away and opens its card over the text", { viewport: { width: 390, height: 800 } }, async (page) => {
  await panel(page, "Who said what");
  await page.locator(".said", { hasText: "a blunt instrument" }).click();
  assert.equal(await page.locator("#panel").isVisible(), false);
  assert.match(await page.locator("#card").innerText(), /Tobias Renn/);
  await page.locator("#card").getByRole("button", { name: "Close" }).click();
  assert.ok(await page.evaluate(() => document.activeElement.matches("#article [data-q]")));
});

it("names: counts by type, three groupings, and every mention in context", {}, async (page) => {
  await panel(page, "Names");
  const { entities, mentions, text } = await analysed(page);
  const named = entities.filter((entity) => entity.mentions.length > 0);
  const seen = await tree(page);
  const people = named.filter(({ kind }) => kind === "person").length;
  assert.match(seen, new RegExp(`group "Show only":[\\s\\S]*button "People ${people}"`));
  assert.match(seen, /combobox "Sort"[\s\S]*combobox "Group"/);
  assert.match(seen, /img "Where Helen Ashdown is mentioned"/);
  assert.match(seen, /button "Next mention of Helen Ashdown"/);
  const minister = named.find(({ name }) => name === "Helen Ashdown");
  await page.getByText(`${minister.mentions.length} mentions in context`).click();
  await page.locator(".mentions[open] .context").first().waitFor();
  assert.deepEqual(await page.locator(".mentions[open] .context b").allInnerTexts(),
    minister.mentions.map((id) => text.slice(mentions[id].span.start, mentions[id].span.end)));
  await page.getByLabel("Group").selectOption("position");
  assert.match(await tree(page), /heading "First named in the opening third \d+"/);
  await page.getByLabel("Group").selectOption("paragraph");
  assert.match(await tree(page), /heading "Paragraph 1" \[level=3\][\s\S]*button "Helen Ashdown"/);
  await page.getByRole("button", { name: /^People/ }).click();
  assert.equal(await page.getByRole("button", { name: /^People/ }).getAttribute("aria-pressed"), "true");
  assert.equal(await page.locator("#panel section .toggle .swatch:not(.person)").count(), 0);
});

it("names: the sparkline ticks where the mentions are, and the arrows count them", {}, async (page) => {
  await panel(page, "Names");
  const { entities, mentions, text } = await analysed(page);
  const places = entities[5].mentions.map((id) => Math.floor((mentions[id].span.start / text.length) * 96) + 0.5);
  const row = page.locator(".name-row[data-entity='5']");
  assert.deepEqual(await row.locator(".spark line:not(.axis)").evaluateAll((ticks) => ticks.map((tick) => Number(tick.getAttribute("x1")))), [...new Set(places)]);
  await row.getByRole("button", { name: /^Next/ }).click();
  await row.getByRole("button", { name: /^Next/ }).click();
  assert.match(await row.innerText(), new RegExp(`2 of ${entities[5].mentions.length}`));
  await row.getByRole("button", { name: /^Previous/ }).click();
  assert.match(await row.innerText(), /1 of/);
});

it("a search lights its words in the article, over marks too", {}, async (page) => {
  await panel(page, "Names");
  await page.locator("#name-search").fill("minister Helen");
  await page.waitForFunction(() => CSS.highlights.get("find")?.size > 0);
  assert.deepEqual(await page.evaluate(() => [...CSS.highlights.get("find")].map(String)), ["Minister Helen"]);
  await page.getByRole("tab", { name: "Timeline" }).click();
  await page.waitForFunction(() => !CSS.highlights.has("find"));
});

it("readability: the words, the table of formulas and its definitions", {}, async (page) => {
  await panel(page, "Readability");
  const { readability } = await analysed(page);
  const seen = await tree(page);
  assert.match(seen, /slider "\d+ sentences in order/);
  assert.match(seen, /img "Median grade [\d.]+, from [\d.]+ to [\d.]+ over 5 formulas"/);
  assert.match(seen, /columnheader "Formula"[\s\S]*columnheader "Value"[\s\S]*columnheader "What goes in"/);
  const rows = await rowsOf(page.locator(".formulas > .table-box table"));
  const value = (name) => rows.find(([first]) => first.startsWith(name))[1];
  assert.equal(value("Flesch Reading Ease"), readability.scores.fleschReadingEase.toFixed(1));
  assert.equal(value("SMOG"), readability.scores.smog.toFixed(1));
  await page.getByRole("link", { name: "SMOG" }).click();
  assert.match(await page.evaluate(() => document.activeElement.textContent), /SMOG[\s\S]*3\.1291/);
  await page.getByText("What was counted").click();
  const counted = await rowsOf(page.locator(".formulas details[open] table"));
  assert.deepEqual(counted.slice(0, 3), ["words", "sentences", "syllables"].map((key) => [key[0].toUpperCase() + key.slice(1), String(readability.counts[key])]));
  assert.match(await page.locator(".hardest").innerText(), /54 words/);
});

it("readability: one bar a sentence, walked by arrows, twin of the table", {}, async (page) => {
  await panel(page, "Readability");
  const { sentences } = await analysed(page);
  const prose = sentences.map((sentence, id) => ({ ...sentence, id })).filter(({ prose, words }) => prose && words > 0);
  const rows = await twin(page, ".sub:has(.strip)");
  assert.deepEqual(rows.map(([place, words]) => [place, words]), prose.map(({ id, words }) => [String(id + 1), String(words)]));
  assert.equal(await page.locator(".strip-bar").count(), prose.length);
  const slider = page.getByRole("slider");
  await slider.focus();
  await page.keyboard.press("End");
  assert.equal(await slider.getAttribute("aria-valuenow"), String(prose.length));
  assert.match(await slider.getAttribute("aria-valuetext"), new RegExp(`^Sentence ${prose.at(-1).id + 1}: ${prose.at(-1).words} words`));
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator(".sentence.chosen").getAttribute("data-s"), String(prose.at(-2).id));
});

it("readability: runs of sentences share a bar in a long article, and stay quick", {}, async (page) => {
  await paste(page, longArticle(1_000_000));
  const { sentences } = await analysed(page);
  const spent = await page.evaluate(async () => {
    const from = performance.now();
    document.querySelector("#tab-readability").click();
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    return performance.now() - from;
  });
  assert.ok(spent < 1000, `${Math.round(spent)} ms`);
  const bars = await page.locator(".strip-bar").count();
  assert.ok(bars <= 100 && bars > 50, `${bars} bars`);
  const rows = await twin(page, ".sub:has(.strip)");
  assert.equal(rows.length, bars);
  const prose = sentences.filter(({ prose, words }) => prose && words > 0);
  const size = Math.ceil(prose.length / 100);
  const mean = prose.slice(0, size).reduce((sum, { words }) => sum + words, 0) / size;
  assert.equal(rows[0][1], mean.toFixed(1));
  assert.match(await page.locator(".strip-caption").innerText(), new RegExp(`Each bar stands for ${size} sentences`));
});

it("timeline: as written, as resolved and how, with a chart of the same points", {}, async (page) => {
  await panel(page, "Timeline");
  const { dates } = await analysed(page);
  const values = [...new Set(dates.map(({ value }) => value))];
  const seen = await tree(page);
  assert.match(seen, /img "\d+ points in time from .+ to .+"/);
  assert.match(seen, /button "“Thursday” from the date line, paragraph 3"/);
  assert.equal(await page.locator(".time-chart .dot").count(), values.length);
  const listed = await page.locator(".iso").allInnerTexts();
  assert.deepEqual([...listed].sort(), [...values].sort());
  // A week stands among the days: the one before 14 March comes after February and before the 13th.
  assert.deepEqual(listed.slice(3, 6), ["2031-02-20", "2031-W10", "2031-03-13"]);
  await page.getByRole("button", { name: "Change it" }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "published");
  await paste(page, orchard.replace("2 May 2033\n", ""));
  assert.match(await panel(page, "Timeline"), /No day to count from[\s\S]*not resolved[\s\S]*Monday/);
});

it("readability: a reader can recompute a formula from what was counted, with and without quotes", {}, async (page) => {
  await panel(page, "Readability");
  const compute = async () => {
    const formulas = await rowsOf(page.locator(".formulas > .table-box table"));
    if (await page.locator(".formulas details[open]").count() === 0) await page.getByText("What was counted").click();
    const counts = Object.fromEntries((await rowsOf(page.locator(".formulas details[open] table"))).map(([name, n]) => [name.toLowerCase(), Number(n.replaceAll(",", ""))]));
    const ease = 206.835 - 1.015 * (counts.words / counts.sentences) - 84.6 * (counts.syllables / counts.words);
    assert.equal(formulas.find(([name]) => name.startsWith("Flesch Reading Ease"))[1], ease.toFixed(1));
    return counts.words;
  };
  const all = await compute();
  await page.getByRole("button", { name: "Without" }).focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "without-quotes", "the focus stays on the choice");
  const author = await compute();
  const { readability } = await analysed(page);
  assert.deepEqual([all, author], [readability.counts.words, readability.withoutQuotes.counts.words]);
  assert.match(await page.locator(".verdict").innerText(), /Grade \d+[^]*(?:reader|reads|reading|English|specialists|-year-olds)/);
});

it("readability: the five hardest sentences, hardest first, each with its reason", {}, async (page) => {
  await panel(page, "Readability");
  const { sentences } = await analysed(page);
  const rows = page.locator(".hardest > li");
  const ranked = sentences.filter(({ prose, difficulty }) => prose && difficulty !== "plain").sort((a, b) => b.grade - a.grade);
  assert.equal(await rows.count(), Math.min(5, ranked.length));
  for (const [i, words] of (await rows.allInnerTexts()).entries()) assert.match(words, new RegExp(`${ranked[i].difficulty === "hard" ? "Hard" : "Very hard"}[^]*\\w`), words);
  await rows.first().getByRole("button").click();
  assert.match(await page.locator("#card").innerText(), /Very hard|Hard/);
});

it("names: sorted by mentions, order or name, found by name, alias or role", {}, async (page) => {
  await panel(page, "Names");
  const { entities } = await analysed(page);
  const people = entities.filter(({ kind, mentions }) => kind === "person" && mentions.length > 0);
  const listed = () => page.locator("#panel section").first().locator(".name-button").allInnerTexts();
  const by = async (sort, compare) => {
    await page.getByLabel("Sort").selectOption(sort);
    assert.deepEqual(await listed(), [...people].sort(compare).map(({ name }) => name), sort);
  };
  await by("mentions", (a, b) => b.mentions.length - a.mentions.length || a.id - b.id);
  await by("order", (a, b) => a.mentions[0] - b.mentions[0]);
  await by("name", (a, b) => a.name.localeCompare(b.name, "en"));
  const { name, aliases } = people.find((entity) => entity.aliases.length > 0);
  assert.match(await page.locator(".name-row", { has: page.getByRole("button", { name, exact: true }) }).innerText(), new RegExp(`also .*“${aliases[0]}”`));
  await page.locator("#name-search").fill("minister");
  assert.ok((await listed()).includes("Helen Ashdown"));
});

it("every list that is cut says how many more there are, and shows them", {}, async (page) => {
  const marks = Array.from({ length: 60 }, (_, i) => `The so-called "compact" number ${i} was signed in the hall of the town.`).join("\n\n");
  await paste(page, `${manyVoices(170)}\n\n${marks}`);
  const { otherQuoted } = await analysed(page);
  assert.ok(otherQuoted.length > 50, `${otherQuoted.length} marks`);
  const list = page.locator(".sub", { hasText: "Quotation marks that hold no speech" }).locator("li");
  assert.equal(await list.count(), 50);
  await page.getByRole("button", { name: `Show more (${otherQuoted.length - 50})` }).click();
  assert.equal(await list.count(), otherQuoted.length);
  await list.last().getByRole("button").click();
  assert.match(await page.locator("#card").innerText(), /compact/);
  await page.keyboard.press("Escape");

  await page.locator("#panel").getByRole("button", { name: "Wrong speaker?" }).first().click();
  const people = page.locator(".reassign optgroup").first().locator("option");
  assert.equal(await people.count(), 150);
  await page.getByRole("button", { name: /^Show more people \(\d+\)/ }).click();
  assert.ok(await people.count() > 150);
  assert.ok(await page.evaluate(() => document.activeElement.matches(".reassign select")), "the focus goes on in the menu");
});
