// Texts that would break the page around them: words without end, overrides of direction, markup in the name of a file.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { orchard, pages, panel, paste, settled, start } from "./journey.mjs";

let desk;
before(async () => { desk = await start(); });
after(() => desk.stop());
const it = pages(() => desk);

it("a word without end stays within the page", { viewport: { width: 320, height: 640 } }, async (page) => {
  const word = "Z".repeat(20_000);
  await paste(page, `${orchard}\n\n"${word}," said ${word} on Monday. ${"y".repeat(20_000)}`);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
  for (const name of ["Who said what", "Names", "Readability", "Timeline"]) {
    await panel(page, name);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, name);
  }
});

it("overrides of direction end with the name that they stand in", {}, async (page) => {
  await paste(page, orchard.replaceAll("Edith Varrow", "Edith \u202eVarrow").replaceAll("Jun Averill", "\u2067Jun Averill"));
  const leaking = async (where) => {
    const found = await page.locator(where).evaluateAll((all) => all.filter((element) => /Varrow|Averill/.test(element.textContent)).map((element) => {
      const { display, unicodeBidi } = getComputedStyle(element);
      // Boxes and isolated runs are a world of their own; a run in a line is not.
      return !/[\u202a-\u202e\u2066-\u2069]/.test(element.textContent) || display !== "inline" || unicodeBidi.includes("isolate") ? "closed" : element.outerHTML.slice(0, 120);
    }));
    assert.ok(found.length > 0, `${where}: neither of the names`);
    assert.deepEqual(found.filter((one) => one !== "closed"), [], where);
  };
  await leaking("#article .chip");
  await panel(page, "Who said what");
  await leaking("#panel .speaker-name");
  await panel(page, "Names");
  await leaking("#panel .name-button");
});

it("markup in the name of a file stays text", {}, async (page) => {
  const name = `<img src=x onerror="globalThis.fired=1"> & "x".txt`;
  await page.locator("#file").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(orchard) });
  await page.waitForFunction((title) => document.querySelector("#origin").textContent === title, name);
  await settled(page);
  assert.equal(await page.evaluate(() => globalThis.fired), undefined);
  assert.equal(await page.locator("#origin img").count(), 0);
});
