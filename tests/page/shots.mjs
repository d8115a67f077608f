// Screenshots for a person to look at: node tests/page/shots.mjs [NAME ...] writes review/*.png (ignored by git).
import { mkdir } from "node:fs/promises";
import { arrive, compareWith, correct, longArticle, orchard, paste, start, tides } from "./journey.mjs";

const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };
const tall = { viewport: { width: 1280, height: 1800 } };
const tab = (name) => (page) => page.getByRole("tab", { name }).click();

const compared = (page) => compareWith(page, tides);

const SCENES = {
  light: [desk],
  dark: [{ ...desk, colorScheme: "dark" }],
  names: [desk, tab("Names")],
  readability: [desk, tab("Readability")],
  timeline: [desk, tab("Timeline")],
  whole: [{ viewport: { width: 1280, height: 2100 } }],
  "whole-dark": [{ viewport: { width: 1280, height: 2100 }, colorScheme: "dark" }],
  card: [desk, (page) => page.locator("#article .chip").nth(2).click()],
  "name-card": [desk, (page) => page.locator("#article .entity.person").nth(1).click()],
  filtered: [desk, (page) => page.locator(".speaker-name").nth(1).click()],
  edit: [desk, (page) => page.getByRole("button", { name: "Edit", exact: true }).click()],
  empty: [desk, (page) => page.getByRole("button", { name: "Clear" }).click()],
  short: [desk, (page) => paste(page, "\"We open on Monday,\" said Ines Marlow.")],
  spanish: [desk, (page) => paste(page, "El alcalde dijo el lunes que la carretera se cerrará durante tres semanas. ".repeat(12))],
  "too-long": [desk, (page) => paste(page, "green ".repeat(400_000), null, "too-long")],
  garbled: [desk, (page) => paste(page, "%PDF-1.7 %âãÏÓ", null, "garbled")],
  long: [desk, (page) => paste(page, longArticle(60_000))],
  reading: [desk, (page) => page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    // Held here: a picture takes longer than the reading.
    return import("/state.js").then(({ set }) => set({ phase: "working", progress: 0.375 }));
  }, longArticle(400_000))],
  stopped: [desk, (page) => page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    document.querySelector("#progress button").click();
  }, longArticle(400_000))],
  failed: [desk, (page) => page.evaluate(() => import("/state.js").then(({ set }) => set({ phase: "failed", problem: "engine-crashed", found: null })))],
  "no-engine": [desk, (page) => page.evaluate(() => import("/state.js").then(({ set }) => set({ phase: "no-engine" })))],
  offline: [desk, (page, context) => context.setOffline(true)],
  privacy: [desk, (page) => page.locator("#privacy-open").click()],
  "privacy-dark": [{ ...desk, colorScheme: "dark" }, (page) => page.locator("#privacy-open").click()],
  look: [desk, (page) => page.locator(".look summary").click()],
  large: [desk, async (page) => {
    await page.locator(".look summary").click();
    for (const name of ["Larger", "Loose", "Narrow"]) await page.getByRole("button", { name }).click();
  }],
  verse: [desk, (page) => paste(page, Array.from({ length: 12 }, (_, i) => `The lane goes down to the water ${i}\nand the gate is never shut`).join("\n"))],
  slow: [desk, (page) => page.evaluate(() => {
    document.documentElement.dataset.phase = "loading";
    document.querySelector(".slow").getAnimations()[0].finish();
  })],
  foot: [desk, (page) => page.evaluate(() => scrollTo(0, document.body.scrollHeight))],
  how: [desk, (page) => page.goto(new URL("how-it-works.html", page.url()).href)],
  "how-dark": [{ ...desk, colorScheme: "dark" }, (page) => page.goto(new URL("how-it-works.html", page.url()).href)],
  "how-phone": [phone, (page) => page.goto(new URL("how-it-works.html", page.url()).href)],
  accessibility: [desk, (page) => page.goto(new URL("accessibility.html", page.url()).href)],
  "phone-empty": [phone, (page) => page.getByRole("button", { name: "Clear" }).click()],
  "phone-look": [phone, (page) => page.locator(".look summary").click()],
  "phone-offline": [phone, (page, context) => context.setOffline(true)],
  contrast: [{ ...desk, contrast: "more" }],
  own: [desk, (page) => paste(page, orchard)],
  help: [desk, (page) => page.getByRole("button", { name: "Help and keys" }).click()],
  wrong: [desk, (page) => page.getByRole("button", { name: "Wrong speaker?" }).first().click()],
  edited: [desk, (page) => correct(page)],
  "names-context": [desk, async (page) => { await tab("Names")(page); await page.getByText("8 mentions in context").click(); }],
  "names-paragraphs": [desk, async (page) => { await tab("Names")(page); await page.getByLabel("Group").selectOption("paragraph"); }],
  formulas: [tall, tab("Readability")],
  "readability-forced": [{ ...tall, forcedColors: "active" }, tab("Readability")],
  "readability-long": [tall, async (page) => { await paste(page, longArticle(400_000)); await tab("Readability")(page); }],
  "timeline-dark": [{ ...tall, colorScheme: "dark" }, tab("Timeline")],
  said: [tall, async (page) => { await page.locator(".shares summary").click(); }],
  "said-forced": [{ ...tall, forcedColors: "active" }],
  "left-out": [desk, (page) => page.locator(".left-out summary").click()],
  "left-out-some": [desk, async (page) => {
    await page.locator(".left-out summary").click();
    await page.locator(".left-out li").nth(3).getByRole("button", { name: /^Include/ }).click();
  }],
  "phone-left-out": [phone, (page) => page.locator(".left-out summary").click()],
  tags: [desk, async (page) => {
    await page.locator(".look summary").click();
    await page.getByRole("group", { name: "Tags at names" }).getByRole("button", { name: "On" }).click();
    await page.keyboard.press("Escape");
    await page.mouse.click(640, 780);
  }],
  difficulty: [desk, async (page) => { for (const key of "qnt") await page.keyboard.press(key); }],
  "line-card": [desk, (page) => page.locator("#article .caption .kind").click()],
  compare: [tall, compared],
  "compare-dark": [{ ...desk, colorScheme: "dark" }, compared],
  "compare-phone": [phone, compared],
  "compare-empty": [desk, (page) => page.getByRole("button", { name: "Compare" }).click()],
  "phone-readability": [phone, tab("Readability")],
  export: [desk, (page) => page.keyboard.press("x")],
  "export-dark": [{ ...desk, colorScheme: "dark" }, (page) => page.keyboard.press("x")],
  share: [desk, (page) => page.keyboard.press("s")],
  "share-dark": [{ ...desk, colorScheme: "dark" }, (page) => page.keyboard.press("s")],
  "share-long": [desk, async (page) => { await paste(page, longArticle(60_000)); await page.keyboard.press("s"); await page.waitForSelector("#share[open]"); }],
  "share-edited": [desk, async (page) => { await correct(page); await page.keyboard.press("s"); }],
  "narrow-export": [{ viewport: { width: 320, height: 700 } }, (page) => page.locator("#export-menu summary").click()],
  "share-short": [desk, async (page) => { await paste(page, orchard); await page.keyboard.press("s"); }],
  link: [desk, (page) => arrive(page, orchard)],
  "link-cut": [desk, (page) => page.evaluate(() => { location.hash = "#a1=2272.01234567.abcdef"; })],
  remember: [desk, async (page) => { await page.locator("#privacy-open").click(); await page.locator("#remember input").check(); }],
  paper: [{ viewport: { width: 794, height: 1123 } }, (page) => page.emulateMedia({ media: "print" })],
  "phone-export": [phone, (page) => page.locator("#export-menu summary").click()],
  "phone-share": [phone, (page) => page.keyboard.press("s")],
  "phone-link": [phone, (page) => arrive(page, orchard)],
  phone: [phone],
  "phone-dark": [{ ...phone, colorScheme: "dark" }],
  "phone-sheet": [phone, tab("Who said what")],
  "phone-names": [phone, tab("Names")],
  "phone-card": [phone, (page) => page.locator("#article .chip").nth(0).click()],
  narrow: [{ viewport: { width: 320, height: 700 } }],
  "narrow-sheet": [{ viewport: { width: 320, height: 700 } }, tab("Who said what")],
  "narrow-left-out": [{ viewport: { width: 320, height: 700 } }, (page) => page.locator(".left-out summary").click()],
  tablet: [{ viewport: { width: 1024, height: 768 } }],
  wide: [{ viewport: { width: 1720, height: 1000 } }],
  forced: [{ ...desk, forcedColors: "active" }],
};

await mkdir(new URL("../../review/", import.meta.url), { recursive: true });
const { visit, stop } = await start(process.env.MOUNTS ? { mounts: JSON.parse(process.env.MOUNTS) } : {});
const wanted = process.argv.slice(2);
for (const [name, [options, act]] of Object.entries(SCENES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { page, context, problems } = await visit(options);
  await act?.(page, context);
  await page.waitForTimeout(400);
  await page.screenshot({ path: new URL(`../../review/${name}.png`, import.meta.url).pathname });
  if (problems.length > 0) console.log(name, problems);
  await context.close();
}
await stop();
