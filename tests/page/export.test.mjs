// The export menu: every file it saves is what the package writes of the article that is shown.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import * as copydesk from "../../pkg/node.js";
import { analysed, orchard, pages, paste, settled, start } from "./journey.mjs";

let desk;
before(async () => { desk = await start(); });
after(() => desk.stop());
const it = pages(() => desk);

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };
const NAME = "2033-05-02-village-votes-to-keep-its-last";
const OPTIONS = { includeFurniture: false, readAloud: false, maxLength: 2_000_000 };

const menu = (page) => page.locator("#export-menu .menu-list");
async function opened(page) {
  if (!(await menu(page).isVisible())) await page.keyboard.press("x");
  return menu(page);
}

/** Saves one line of the menu and reads the file. */
async function saved(page, name) {
  const list = await opened(page);
  const [download] = await Promise.all([page.waitForEvent("download"), list.getByRole("button", { name, exact: true }).click()]);
  return [download.suggestedFilename(), readFileSync(await download.path(), "utf8")];
}

it("saves every form, named after the article and its date", {}, async (page) => {
  await paste(page, orchard);
  const analysis = copydesk.analyze(orchard, OPTIONS);
  for (const [name, ending, written] of [
    ["Annotated web page .html", ".html", copydesk.toHTML(analysis)],
    ["Report .md", ".md", copydesk.toMarkdown(analysis)],
    ["Quote sheet .txt", "-quotes.txt", copydesk.toQuoteSheet(analysis)],
    ["All data .json", ".json", copydesk.toJSON(analysis, OPTIONS)],
    ["Quotes .csv", "-quotes.csv", copydesk.toCSV(analysis, "quotes")],
    ["Names .csv", "-names.csv", copydesk.toCSV(analysis, "entities")],
    ["Dates .csv", "-dates.csv", copydesk.toCSV(analysis, "dates")],
    ["Sentences .csv", "-sentences.csv", copydesk.toCSV(analysis, "sentences")],
  ]) {
    const [file, content] = await saved(page, name);
    assert.equal(file, NAME + ending);
    assert.equal(content, written, name);
  }
});

it("copies report, quote sheet, data and text", CLIPBOARD, async (page) => {
  await paste(page, orchard);
  const analysis = copydesk.analyze(orchard, OPTIONS);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  for (const [name, written] of [
    ["Copy: Report", copydesk.toMarkdown(analysis)],
    ["Copy: Quote sheet", copydesk.toQuoteSheet(analysis)],
    ["Copy: All data", copydesk.toJSON(analysis, OPTIONS)],
    ["Copy the text", orchard],
  ]) {
    await page.evaluate(() => { document.querySelector("#toast").hidden = true; });
    await (await opened(page)).getByRole("button", { name }).click();
    await page.locator("#toast", { hasText: "Copied." }).waitFor();
    assert.equal(await clipboard(), written, name);
  }
});

it("a file says which day was set by hand", {}, async (page) => {
  await paste(page, orchard);
  await page.locator("#published").fill("2033-05-09");
  await page.waitForFunction(() => document.querySelector("#facts").innerText.includes("set by you"));
  await settled(page);
  const [file, content] = await saved(page, "All data .json");
  assert.match(file, /^2033-05-09-village/);
  const { provenance, published } = JSON.parse(content);
  assert.equal(provenance.options.published, "2033-05-09");
  assert.equal(published.value, "2033-05-09");
  assert.match(provenance.textHash, /^sha-256:[0-9a-f]{64}$/);
});

it("names files of headlines in other letters", {}, async (page) => {
  const rest = orchard.slice(orchard.indexOf("\n"));
  for (const [headline, slug] of [["Muñoz wählt Ágnes’ “Café”", "munoz-wahlt-agnes-cafe"], ["Выборы", "article"], ["../../etc/passwd: CON", "etc-passwd-con"]]) {
    await paste(page, headline + rest);
    const [file] = await saved(page, "Quote sheet .txt");
    assert.match(file, new RegExp(`^2033-05-02-(?:${slug}|village\\S*)-quotes\\.txt$`), headline);
  }
});

it("opens by key with the focus inside, and Escape gives the focus back", {}, async (page) => {
  await page.keyboard.press("x");
  assert.ok(await menu(page).isVisible());
  assert.match(await page.evaluate(() => document.activeElement.innerText), /^Annotated web page/);
  await page.keyboard.press("Escape");
  assert.equal(await menu(page).isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.parentElement.id), "export-menu");
});

it("has nothing to save where there is no article", {}, async (page) => {
  await page.getByRole("button", { name: "Clear" }).click();
  await settled(page, "empty");
  await page.keyboard.press("x");
  assert.equal(await menu(page).locator("button:enabled").count(), 0);
});

it("saves with the network off once the page is loaded", {}, async (page, context) => {
  await context.setOffline(true);
  await paste(page, orchard);
  const [, content] = await saved(page, "Report .md");
  assert.match(content, /^# Village votes/);
});

test("the first load fetches the writers last, and a page without them says so", async () => {
  const other = await start({ intercept: (path) => (path.startsWith("/pkg/export") ? { status: 404, body: "" } : undefined) });
  const { page } = await other.visit();
  await (await opened(page)).getByRole("button", { name: "Report .md", exact: true }).click();
  await page.locator("#toast", { hasText: "could not be loaded" }).waitFor();
  await other.stop();
  const order = desk.server.requests;
  assert.ok(order.indexOf("/pkg/export.js") > order.indexOf("/pkg/wasm/copydesk_bg.wasm"));
});

it("the saved page opens again as the article: its words, its quotes, nothing that was added", {}, async (page) => {
  await paste(page, orchard);
  const before = await analysed(page);
  const [, content] = await saved(page, "Annotated web page .html");
  await page.locator("#file").setInputFiles({ name: "again.html", mimeType: "text/html", buffer: Buffer.from(content) });
  await page.waitForFunction(() => document.querySelector("#origin").textContent === "again.html");
  await settled(page);
  const after = await analysed(page);
  assert.equal(after.text.trim(), before.text.trim());
  assert.deepEqual(after.speakers, before.speakers);
});
