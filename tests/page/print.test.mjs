// The page on paper: the article with its marks and speakers, a legend, the panels as tables, and nothing else.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { correct, longArticle, orchard, pages, paste, start } from "./journey.mjs";

let desk;
before(async () => { desk = await start(); });
after(() => desk.stop());
const it = pages(() => desk);

/** The number of pages of a PDF as Chromium writes it. */
const sheets = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;

it("shows the article and tables, and no part of the desk around them", { colorScheme: "dark" }, async (page) => {
  await paste(page, orchard);
  await page.locator("#article .chip").first().click();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.waitForSelector("#paper table");
  for (const selector of [".top", ".bar", "#layers", "#facts", "#findings", "#card", "#toast"]) {
    assert.equal(await page.locator(selector).isVisible(), false, selector);
  }
  assert.ok(await page.locator("#article").isVisible());
  assert.deepEqual(await page.locator("#paper h2").allInnerTexts(), ["Who said what", "Names", "Timeline", "Readability"]);
  assert.match(await page.locator("#paper-legend").innerText(), /quoted words \[speaker\]\s+Person\s+Organisation\s+Place\s+Date\s+hard\s+very hard/);
  const rows = await page.locator("#paper section").first().locator("tbody tr").allInnerTexts();
  assert.equal(rows.length, await page.locator("#article .chip").count());
  assert.match(rows[0], /^Edith Varrow\s+"These trees were here before the road,"\s+direct, .*sure\s+2$/);
  const style = await page.evaluate(() => {
    const of = (selector, pseudo) => getComputedStyle(document.querySelector(selector), pseudo);
    return {
      scheme: of(":root").colorScheme,
      ink: of("body").color,
      brackets: [of(".chip", "::before").content, of(".chip", "::after").content],
      border: of(".chip").borderStyle,
      person: of("#article .entity.person:not(.nominal)").borderBottomStyle,
      place: of("#article .entity.place").borderBottomStyle,
      date: of("#article .when").borderBottomStyle,
      head: of("#paper thead").display,
      row: of("#paper tbody tr").breakInside,
      block: of("#article .paragraph").contentVisibility,
    };
  });
  assert.deepEqual(style, {
    scheme: "light", ink: "rgb(27, 29, 33)", brackets: ['"["', '"]"'], border: "none", person: "solid", place: "dotted", date: "dashed",
    head: "table-header-group", row: "avoid", block: "visible",
  });
});

it("prints the speaker that the reader set, and that it was the reader", {}, async (page) => {
  await correct(page);
  await page.emulateMedia({ media: "print" });
  await page.waitForSelector("#paper table");
  const [first] = await page.locator("#paper section").first().locator("tbody tr").allInnerTexts();
  assert.match(first, /^Tobias Renn\s+"Nobody should have to wonder[\s\S]*direct, edited by you\s+2$/);
  assert.equal(await page.locator("#article .chip").first().innerText(), "Renn edited");
});

it("is back as it was after printing", {}, async (page) => {
  await paste(page, orchard);
  await page.emulateMedia({ media: "print" });
  await page.waitForSelector("#paper table");
  await page.emulateMedia({ media: "screen" });
  await page.waitForFunction(() => document.querySelector("#paper").childElementCount === 0);
  assert.ok(await page.locator("#findings").isVisible());
  assert.equal(await page.locator("#paper-legend").isVisible(), false);
});

it("prints every page of a long article, in edit mode too, and none of an empty one", {}, async (page) => {
  await paste(page, longArticle(40_000));
  await page.keyboard.press("e");
  await page.evaluate(() => {
    addEventListener("beforeprint", () => { globalThis.rows = document.querySelectorAll("#paper tbody tr").length; });
  });
  const long = sheets(await page.pdf({ format: "A4" }));
  assert.ok(long > 15, `${long} pages`);
  assert.ok(await page.evaluate(() => globalThis.rows) > 300);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Clear" }).click();
  await page.waitForFunction(() => document.documentElement.dataset.phase === "empty");
  assert.equal(sheets(await page.pdf({ format: "A4" })), 1);
});
