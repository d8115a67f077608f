// axe-core over the states that look different from each other.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { compareWith, correct, noise, paste, settled, start, tides } from "./journey.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let desk;
before(async () => { desk = await start(); });
after(() => desk.stop());

const tab = (name) => (page) => page.getByRole("tab", { name }).click();
const STATES = {
  "on arrival": [{}],
  "in the dark, with a card": [{ colorScheme: "dark" }, (page) => page.locator("#article .chip").first().click()],
  "at the names": [{}, tab("Names")],
  "at readability": [{}, tab("Readability")],
  "empty": [{}, (page) => page.getByRole("button", { name: "Clear" }).click()],
  "at what is known of the network": [{}, (page) => page.locator("#privacy-open").click()],
  "at the choices of size": [{}, (page) => page.locator(".look summary").click()],
  "in another language": [{}, (page) => paste(page, "El alcalde dijo el lunes que la carretera se cerrará tres semanas. ".repeat(12))],
  "with the export menu open": [{ colorScheme: "dark" }, (page) => page.keyboard.press("x")],
  "at sharing": [{}, (page) => page.keyboard.press("s").then(() => page.waitForSelector("#share[open]"))],
  "at sharing what is too long": [{ colorScheme: "dark" }, async (page) => {
    await paste(page, noise(9_000));
    await page.keyboard.press("s");
    await page.waitForSelector("#share .too-long");
  }],
  "at a broken link": [{}, (page) => page.evaluate(() => { location.hash = "#a1=9.01234567.abc"; }).then(() => settled(page, "empty"))],
  "where the article is remembered": [{}, async (page) => {
    await page.locator("#privacy-open").click();
    await page.locator("#remember input").check();
  }],
  "in forced colours": [{ forcedColors: "active" }, tab("Timeline")],
  "with names in context": [{}, async (page) => { await tab("Names")(page); await page.locator(".mentions summary").first().click(); }],
  "at names by paragraph, in the dark": [{ colorScheme: "dark" }, async (page) => { await tab("Names")(page); await page.getByLabel("Group").selectOption("paragraph"); }],
  "with every table of readability open": [{}, async (page) => {
    await tab("Readability")(page);
    for (const summary of await page.locator("#panel summary").all()) await summary.click();
  }],
  "at the timeline, in the dark": [{ colorScheme: "dark" }, tab("Timeline")],
  "while a speaker is corrected": [{}, async (page) => {
    await correct(page);
    await page.locator(".shares summary").click();
    await page.locator("#panel").getByRole("button", { name: "Wrong speaker?" }).nth(1).click();
  }],
  "with marks read aloud and the lines left out": [{}, async (page) => {
    await page.keyboard.press("?");
    await page.getByLabel(/Read marks aloud/).check();
    await page.keyboard.press("Escape");
    await page.locator(".left-out summary").click();
  }],
  "with tags at names, in the dark": [{ colorScheme: "dark" }, async (page) => {
    await page.locator(".look summary").click();
    await page.getByRole("group", { name: "Tags at names" }).getByRole("button", { name: "On" }).click();
    await page.locator(".tagline").click();
  }],
  "with some lines included, on a phone": [{ viewport: { width: 320, height: 640 } }, async (page) => {
    await page.locator(".left-out summary").click();
    await page.getByRole("button", { name: "Include Headline" }).click();
    await settled(page);
  }],
  "comparing": [{}, (page) => compareWith(page, tides)],
  "comparing, in the dark, on a phone": [{ colorScheme: "dark", viewport: { width: 320, height: 640 } }, (page) => compareWith(page, tides)],
  "comparing, in forced colours": [{ forcedColors: "active" }, (page) => compareWith(page, tides)],
  "on a phone, with a sheet": [{ viewport: { width: 320, height: 640 } }, tab("Who said what")],
};

for (const [name, [options, act]] of Object.entries(STATES)) {
  test(`axe finds nothing ${name}`, async () => {
    const { page, context } = await desk.visit(options);
    await act?.(page);
    // Of what happens to stand half under the bar at the top axe measures the other half.
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    // The page's policy refuses script elements; evaluating is the driver's own way in.
    await page.evaluate(AXE);
    const { violations } = await page.evaluate((runOnly) => axe.run(document, { runOnly }), RULES);
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
    await context.close();
  });
}

for (const name of ["how-it-works", "accessibility"]) {
  for (const options of [{}, { colorScheme: "dark" }, { viewport: { width: 320, height: 640 } }]) {
    test(`axe finds nothing on ${name}, ${JSON.stringify(options)}`, async () => {
      const { page, context, problems } = await desk.visit({ ...options, settle: false }, `${name}.html`);
      await page.evaluate(AXE);
      const { violations } = await page.evaluate((runOnly) => axe.run(document, { runOnly }), RULES);
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      assert.deepEqual(problems, []);
      await context.close();
    });
  }
}
