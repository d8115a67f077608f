// Two articles side by side.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { analyze } from "../../pkg/node.js";
import { compareArticles, plainWords } from "../../www/alike.js";
import { derive } from "../../www/derive.js";
import { ferries } from "../../www/samples/ferries.js";
import { analysed, compareWith, orchard, pages, start, tides } from "./journey.mjs";

/** An article as the page has it: its analysis and the index of that. */
const read = (text) => {
  const analysis = analyze(text);
  return { analysis, index: derive(analysis, ({ prose }) => prose) };
};
const names = (list) => list.map(({ name }) => name);

describe("what two articles share", () => {
  const found = compareArticles(read(ferries), read(tides));

  test("names, with how often each is mentioned", () => {
    assert.ok(names(found.names.both).includes("Helen Ashdown"));
    assert.ok(names(found.names.first).includes("Mara Ashdown"));
    assert.ok(names(found.names.second).includes("Orla Quist"));
    const minister = found.names.both.find(({ name }) => name === "Helen Ashdown");
    assert.equal(minister.first, analyze(ferries).entities.find(({ name }) => name === "Helen Ashdown").mentions.length);
    for (const { name } of found.names.both) assert.ok(!names(found.names.first).includes(name));
  });

  test("speakers and quotes, whatever marks the paper sets", () => {
    assert.ok(names(found.speakers.both).includes("Helen Ashdown"));
    assert.equal(found.quotes.length, 1);
    assert.deepEqual([found.quotes[0].first, found.quotes[0].second], ["Helen Ashdown", "Helen Ashdown"]);
    assert.equal(plainWords("“Nobody’s HERE,” —"), plainWords("'nobody's here'"));
  });

  test("a short name is its long one, unless two people share it", () => {
    const of = (text) => compareArticles(read(text), read(`"It is over for all of us," Renn said. Renn left early.`)).names;
    const one = of(`Tobias Renn spoke on Monday. "It was late," said Renn. Renn went home.`);
    assert.deepEqual(names(one.both), ["Tobias Renn"]);
    const two = of(`Tobias Renn spoke on Monday. Renn was late. Clara Renn spoke on Tuesday. Renn was early.`);
    assert.ok(two.both.length === 0 || names(two.both).every((name) => name === "Renn"));
  });

  test("an article shares everything with itself", () => {
    const same = compareArticles(read(orchard), read(orchard));
    assert.deepEqual([same.names.first, same.names.second, same.speakers.first, same.speakers.second], [[], [], [], []]);
    assert.deepEqual(same.figures[0], same.figures[1]);
    assert.ok(same.quotes.length >= 3);
  });
});

let desk;
before(async () => { desk = await start(); });
after(() => desk.stop());
const it = pages(() => desk);

it("is reached from the toolbar and tells both articles apart in tables", {}, async (page) => {
  await compareWith(page, tides);
  const view = page.getByRole("dialog", { name: "Compare two articles" });
  assert.match(await view.locator(".compare-gist").innerText(), /They share \d names, 2 speakers and 1 quote\. The second is [\d.]+ grades easier/);
  const seen = await view.ariaSnapshot();
  for (const heading of ["Figures", "Speakers", "Names", "Quotes in both 1"]) assert.match(seen, new RegExp(`heading "${heading}" \\[level=3\\]`));
  assert.match(seen, /row "Words 375 \d+ −\d+"/);
  assert.match(seen, /heading "Only in the second \d+" \[level=4\]/);
  const [mine, other] = [await analysed(page), analyze(tides)];
  const grade = view.locator("tr", { hasText: "Grade" });
  assert.equal(await grade.innerText(), `Grade\t${mine.readability.grade.median.toFixed(1)}\t${other.readability.grade.median.toFixed(1)}\t−${(mine.readability.grade.median - other.readability.grade.median).toFixed(1)}`);
});

it("a paste and a file become the second article and leave the first alone", {}, async (page) => {
  await page.getByRole("button", { name: "Compare" }).click();
  const before = await analysed(page);
  await page.locator("#compare h2").evaluate((heading, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    heading.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, tides);
  await page.locator(".compare-gist").waitFor();
  assert.equal(await page.locator("#second-text").inputValue(), tides);
  await page.getByLabel("File of the second article").setInputFiles({ name: "orchard.txt", mimeType: "text/plain", buffer: Buffer.from(orchard) });
  await page.waitForFunction(() => document.querySelector("#compare-result")?.innerText.includes("Edith Varrow"));
  assert.deepEqual(await analysed(page), before);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#origin").innerText(), "Sample article");
  await page.keyboard.press("c");
  assert.match(await page.locator("#compare-result").innerText(), /Edith Varrow/, "it is still there");
});

it("says in words what it cannot read", {}, async (page) => {
  await page.getByRole("button", { name: "Compare" }).click();
  await page.locator("#second-text").fill("%PDF-1.7 something");
  await page.locator("#compare-status", { hasText: "PDF" }).waitFor();
  assert.equal(await page.locator(".compare-gist").count(), 0);
  await page.locator("#second-text").fill("");
  await page.waitForFunction(() => document.querySelector("#compare-status").textContent === "");
});

it("folds into one column on a phone", { viewport: { width: 320, height: 640 } }, async (page) => {
  await compareWith(page, tides);
  assert.ok(await page.evaluate(() => document.querySelector("#compare").scrollWidth <= innerWidth));
  const [first, second] = await page.locator(".compare-sides > section").evaluateAll((sides) => sides.map((side) => side.getBoundingClientRect().left));
  assert.equal(first, second);
});
