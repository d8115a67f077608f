// axe-core over the states that look different from each other.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { noise, paste, settled, start } from "./journey.mjs";

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
  "on a phone, with a sheet": [{ viewport: { width: 320, height: 640 } }, tab("Who said what")],
};

for (const [name, [options, act]] of Object.entries(STATES)) {
  test(`axe finds nothing ${name}`, async () => {
    const { page, context } = await desk.visit(options);
    await act?.(page);
    // The page's policy refuses script elements; evaluating is the driver's own way in.
    await page.evaluate(AXE);
    const { violations } = await page.evaluate((runOnly) => axe.run(document, { runOnly }), RULES);
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
    await context.close();
  });
}
