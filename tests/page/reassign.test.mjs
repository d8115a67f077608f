// The reader's own speakers: one record, one edited copy of the analysis, everywhere.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { analyze } from "../../pkg/node.js";
import { edited, NO_EDITS, speakersOf, withChoice } from "../../www/edits.js";
import { ferries } from "../../www/samples/ferries.js";
import { analysed, correct, longArticle, orchard, pages, paste, settled, start, tides } from "./journey.mjs";

describe("the edited copy", () => {
  const hard = `"U.S. law is 3.5% well-known — isn't it?" an official said. "Yes--no," added Mara Quill. "5-year-old 'rule'," she said.\n\n"…," said Tom Ebbing.`;
  const within = "“Tobias Renn told me, ‘The boats are old,’ and left,” said Helen Ashdown. “I said, ‘Stay.’”\n\n“Nobody knows,” it read.";
  const turns = ["Host: What did you see at the harbour?", "Mara Quill: Only “the usual,” as she said.", "Host: And then?", "Mara Quill: Nothing happened."].join("\n\n");
  for (const [name, text] of Object.entries({ ferries, tides, orchard, hard, within, turns, long: longArticle(20_000) })) {
    test(`counts speakers as the analyser does: ${name}`, () => {
      const { text: read, quotes, speakers } = analyze(text);
      assert.deepEqual(speakersOf(read, quotes), speakers);
    });
  }

  test("is another analysis, and leaves the first as it was", () => {
    const found = Object.freeze(analyze(ferries));
    const before = JSON.stringify(found);
    const renn = { entity: found.quotes[4].speaker.entity, name: "Tobias Renn", anonymous: false };
    const { choices } = withChoice(NO_EDITS, found, 0, renn);
    const shown = edited(found, choices);
    assert.equal(shown.quotes[0].speaker.name, "Tobias Renn");
    assert.equal(shown.quotes[0].edited, true);
    assert.equal(shown.quotes[1], found.quotes[1]);
    assert.equal(shown.speakers.find(({ name }) => name === "Tobias Renn").quotes[0], 0);
    assert.equal(JSON.stringify(found), before);
  });

  test("holds for the whole statement, and ends when the found speaker is chosen", () => {
    const found = analyze(ferries);
    const [, first, second] = found.quotes;
    assert.equal(first.group, second.group);
    const nobody = withChoice(NO_EDITS, found, 1, null);
    assert.deepEqual([...nobody.choices.keys()], [1, 2]);
    assert.deepEqual(edited(found, nobody.choices).quotes.filter(({ speaker }) => speaker === null).map(({ id }) => id), [1, 2]);
    assert.equal(withChoice(nobody, found, 2, { entity: first.speaker.entity, name: "whoever", anonymous: false }).choices.size, 0);
  });
});

let desk;
before(async () => { desk = await start(); });
after(() => desk.stop());
const it = pages(() => desk);

const firstQuote = "Nobody should have to wonder";
const chips = (page) => page.locator("#article .chip[data-q='0']").first();

it("a corrected speaker shows in the text, the panel, the summary and the export, in words", {}, async (page) => {
  await correct(page);
  assert.equal(await chips(page).innerText(), "Renn edited");
  assert.match(await chips(page).getAttribute("aria-label"), /^Quote 1 of \d+, said by Tobias Renn, edited by you$/);
  const group = page.locator(".speaker", { has: page.getByRole("button", { name: "Tobias Renn", exact: true }) });
  assert.match(await group.innerText(), new RegExp(`${firstQuote}[\\s\\S]*edited`));
  assert.match(await page.locator("#gist").innerText(), /come from Tobias Renn/);
  assert.ok(await page.evaluate(() => document.activeElement.matches("#panel [data-wrong='0']")), "the focus stays at the quote");
  await page.keyboard.press("x");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "All data .json" }).click()]);
  const { quotes, speakers } = JSON.parse(await readFile(await file.path(), "utf8"));
  assert.equal(quotes[0].edited, true);
  assert.equal(quotes[0].speaker.name, "Tobias Renn");
  assert.deepEqual(quotes.filter((quote) => quote.edited).map(({ id }) => id), [0]);
  assert.equal(speakers[0].name, "Tobias Renn");
});

it("undo takes a correction back, and the article stays where it was", {}, async (page) => {
  const before = await analysed(page);
  await correct(page);
  assert.notDeepEqual(await analysed(page), before);
  await page.locator("#toast").getByRole("button", { name: "Undo" }).click();
  assert.deepEqual(await analysed(page), before);
  assert.equal(await chips(page).innerText(), "Helen Ashdown");
  await correct(page);
  await page.keyboard.press("Control+z");
  assert.deepEqual(await analysed(page), before);
});

it("from the card: an unnamed source, nobody, and a name that the article does not have", {}, async (page) => {
  await chips(page).click();
  const card = page.locator("#card");
  const set = async (label, name) => {
    await card.locator("[data-wrong]").click();
    await card.locator("select").selectOption({ label });
    if (name) await card.getByLabel("Name of the speaker").fill(name);
    await card.getByRole("button", { name: "Set" }).click();
  };
  await set("An unnamed source");
  assert.equal(await chips(page).innerText(), "anonymous edited");
  assert.match(await card.innerText(), /^edited\s+an unnamed source/);
  assert.match(await page.locator("#panel").innerText(), /Anonymous sources 2/);
  await set("Nobody");
  assert.match(await page.locator("#panel").innerText(), /No speaker found 1[\s\S]*Quotes without a speaker/);
  await set("Another name …", "Vera Holm");
  assert.equal((await analysed(page)).quotes[0].speaker.name, "Vera Holm");
  assert.equal((await analysed(page)).quotes[0].speaker.entity, null);
  await set("Another name …", "  renn ");
  assert.equal((await analysed(page)).quotes[0].speaker.name, "Tobias Renn", "a known name is the one the article has");
  assert.ok(await card.evaluate((node) => node.contains(document.activeElement)));
  await page.keyboard.press("Escape");
  assert.ok(await chips(page).evaluate((node) => node === document.activeElement), "the focus goes back to the new chip");
});

it("choosing needs the button, so that arrow keys can walk the list; Escape changes nothing", {}, async (page) => {
  const before = await analysed(page);
  await page.locator("#panel").getByRole("button", { name: "Wrong speaker?" }).first().click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  assert.deepEqual(await analysed(page), before);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".reassign").count(), 0);
  assert.deepEqual(await analysed(page), before);
});

it("corrections stay when the day of publication changes, and go with the text", {}, async (page) => {
  await correct(page);
  await page.locator("#published").fill("2031-03-21");
  await page.waitForFunction(() => document.querySelector("#facts").innerText.includes("set by you"));
  await settled(page);
  assert.equal((await analysed(page)).quotes[0].edited, true);
  await paste(page, orchard);
  assert.equal((await analysed(page)).quotes.filter((quote) => quote.edited).length, 0);
  await page.keyboard.press("Control+z");
  await settled(page);
  await page.waitForFunction(() => document.querySelector("#article .chip")?.innerText.includes("edited"));
});
