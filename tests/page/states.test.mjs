// Every state a text can be in: what is said, and the way out of it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { shapeOf } from "../../www/shape.js";
import { longArticle, orchard, pages, panel, paste, settled, start, words } from "./journey.mjs";

let desk;
before(async () => { desk = await start(); });
after(() => desk.stop());

const onPage = pages(() => desk);
const notes = (page) => page.locator("#notes").innerText();
const open = (page, name, buffer, mimeType = "text/plain") => page.locator("#file").setInputFiles({ name, mimeType, buffer });

const SPANISH = "El alcalde dijo el lunes que la carretera se cerrará durante tres semanas por las obras del puente. ".repeat(12);

onPage("empty: what to do, and nothing yet instead of zeros", {}, async (page) => {
  await page.getByRole("button", { name: "Clear" }).click();
  await settled(page, "empty");
  for (const name of ["Paste or type", "Open a file", "Show the sample"]) assert.ok(await page.getByRole("button", { name }).isVisible(), name);
  for (const name of ["Who said what", "Names", "Readability", "Timeline"]) assert.match(await panel(page, name), /Nothing yet/);
  assert.equal((await page.locator("#summary").innerText()).match(/nothing yet/g)?.length, 4);
  await page.getByRole("button", { name: "Show the sample" }).click();
  await settled(page);
  assert.ok(await page.locator("#article mark.quote").count() >= 8);
});

onPage("under 100 words: no grade, everything else", {}, async (page) => {
  await paste(page, "\"We open on Monday,\" said Ines Marlow, the mayor of Port Ellery.");
  assert.match(await notes(page), /Too short to grade: fewer than 100 words/);
  assert.match(await page.locator("#summary").innerText(), /1 quote[\s\S]*No grade/);
  assert.match(await panel(page, "Readability"), /Not graded/);
});

onPage("over 200 KB: says how far it is, can be stopped and taken up again", {}, async (page) => {
  await page.evaluate(() => {
    globalThis.steps = [];
    new MutationObserver(() => {
      const words = document.querySelector("#progress-words")?.textContent;
      if (words && !steps.includes(words)) steps.push(words);
    }).observe(document.querySelector("#progress"), { subtree: true, childList: true, characterData: true });
  });
  await paste(page, longArticle(400_000));
  const steps = await page.evaluate(() => steps);
  assert.ok(steps.length >= 4, `told: ${steps.join(", ")}`);
  for (const words of steps) assert.match(words, /^Reading [1-8] of 8$/);
  assert.equal(await page.locator("#progress").isVisible(), false);

  // Pressed in the same turn as the paste: a fast machine has no time for a person's click.
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    globalThis.pressed = performance.now();
    document.querySelector("#progress button").click();
    globalThis.idle = performance.now() - pressed;
  }, longArticle(900_000));
  await settled(page, "stopped");
  assert.ok(await page.evaluate(() => idle) < 1000);
  assert.match(await notes(page), /Reading was stopped/);
  assert.match(await page.locator("#article").innerText(), /Minutes of a long year/);
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.phase), "stopped", "no late answer");
  await page.getByRole("button", { name: "Read it" }).click();
  await settled(page);
  assert.ok(await page.locator("#article mark.quote").count() > 100);
});

onPage("over 2 MB: refused with both sizes, and the first part on request", {}, async (page) => {
  await paste(page, words(400_000), null, "too-long");
  assert.match(await notes(page), /This text is 2\.\d MB long; the limit is 2\.0 MB/);
  await page.getByRole("button", { name: "Analyse the first part" }).click();
  await page.waitForFunction(() => document.documentElement.dataset.phase === "working" || document.documentElement.dataset.phase === "done");
  assert.match(await page.locator("#toast").innerText(), /Only the first 2\.0 MB/);
});

onPage("another language: named, not graded, and graded all the same on request", {}, async (page) => {
  await paste(page, SPANISH);
  assert.match(await notes(page), /This looks like Spanish, not English/);
  assert.match(await page.locator("#summary").innerText(), /No grade\s+not English/);
  assert.match(await panel(page, "Readability"), /The formulas were made for English/);
  assert.match(await page.locator("#status").textContent(), /no grade\.$/);
  assert.equal(await page.locator("#article").getAttribute("lang"), "es", "a screen reader reads it as Spanish");
  await page.getByRole("button", { name: "Grade it anyway" }).click();
  assert.match(await page.locator("#summary").innerText(), /Grade \d/);
  await paste(page, orchard);
  assert.equal(await page.locator("#notes .note").count(), 0);
  assert.equal(await page.locator("#article").getAttribute("lang"), null);
});

onPage("no text: a PDF, an archive, an image, an old Office file and noise are told by name", {}, async (page) => {
  const files = [
    ["report.pdf", Buffer.from("%PDF-1.7\n%\u00e2\u00e3"), /looks like a PDF file/],
    ["report.docx", Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 255, 254]), /Word or ZIP file/],
    ["photo.txt", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]), /an image/],
    ["old.doc", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /an old Office file/],
    ["noise.txt", Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 37) % 32)), /a binary file/],
  ];
  for (const [name, buffer, said] of files) {
    await open(page, name, buffer);
    await page.waitForFunction((title) => document.querySelector("#origin").textContent === title, name);
    await settled(page, "garbled");
    assert.match(await notes(page), said, name);
  }
});

onPage("files: too large ones are not read, UTF-16 is, and a guessed encoding is told", {}, async (page) => {
  await page.locator("#file").evaluate((input) => {
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array(3_000_000)], "huge.txt", { type: "text/plain" }));
    input.files = files.files;
    input.dispatchEvent(new Event("change"));
  });
  assert.match(await page.locator("#toast").innerText(), /This file is 3\.0 MB; the limit is 2\.1 MB\. Nothing was opened/);
  assert.equal(await page.locator("#origin").textContent(), "Sample article");

  const bigEndian = Buffer.from(`\ufeff${orchard}`, "utf16le").swap16();
  await open(page, "wide.txt", bigEndian);
  await page.waitForFunction(() => document.querySelector("#article h2")?.textContent.startsWith("Village votes"));

  await open(page, "old.txt", Buffer.from("The caf\u00e9 reopened, \x93finally\x94, said its owner.", "latin1"));
  await page.waitForFunction(() => document.querySelector("#article").textContent.includes("café"));
  assert.match(await page.locator("#toast").innerText(), /read as Windows-1252/);
  assert.match(await page.locator("#article").textContent(), /“finally”/);
});

const SHAPES = {
  "a transcript": [/looks like a transcript: speakers are read/, Array.from({ length: 8 }, (_, i) => `${i % 2 ? "Ines Marlow" : "Colm Tarrant"}: "We have looked at plot ${i} and the hedge will be cut this year."`).join("\n\n")],
  "a transcript without marks": [/labels are not read as speakers/, Array.from({ length: 8 }, (_, i) => `${i % 2 ? "MARLOW" : "TARRANT"}: We have looked at plot ${i} and the hedge will be cut before the harvest begins this year.`).join("\n\n")],
  "a list": [/looks like a list/, `Things to bring\n\n${Array.from({ length: 9 }, (_, i) => `- A warm coat number ${i} with a hood`).join("\n")}`],
  "verse": [/looks like verse/, Array.from({ length: 12 }, (_, i) => `The lane goes down to the water ${i}\nand the gate is never shut`).join("\n")],
  "nothing but quotes": [/Nearly all of this is quoted speech/, Array.from({ length: 6 }, (_, i) => `"We have looked at plot ${i} and the hedge will be cut before the harvest begins this year, as it always was," she said.`).join("\n\n")],
};
for (const [name, [said, text]] of Object.entries(SHAPES)) {
  onPage(`${name} is told apart, and read all the same`, {}, async (page) => {
    await paste(page, text);
    assert.match(await notes(page), said);
    await paste(page, orchard);
    assert.equal(await page.locator("#notes .note").count(), 0, "an article is none of them");
  });
}

onPage("the paste button takes the clipboard where that is allowed", { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
  await page.evaluate((text) => navigator.clipboard.writeText(text), orchard);
  await page.getByRole("button", { name: "Paste your own" }).click();
  await page.waitForFunction(() => document.querySelector("#article h2")?.textContent.startsWith("Village votes"));
  assert.equal(await page.locator("#origin").textContent(), "Your article");
});

onPage("where the clipboard is refused, the paste button opens the page to paste into and names the keys", {}, async (page) => {
  await page.evaluate(() => { navigator.clipboard.read = () => Promise.reject(new DOMException("no", "NotAllowedError")); });
  await page.getByRole("button", { name: "Paste your own" }).click();
  await page.locator("#editor").waitFor();
  assert.match(await page.locator("#toast").innerText(), /Press (Ctrl\+V|⌘V) to paste/);
  assert.ok(await page.locator("#editor").evaluate((editor) => editor === document.activeElement && editor.value === ""));
});

onPage("size, lines and column of the article can be set", {}, async (page) => {
  const measure = () => page.locator("#article .paragraph").first().evaluate((block) => {
    const { fontSize, lineHeight } = getComputedStyle(block);
    return [parseFloat(fontSize), parseFloat(lineHeight) / parseFloat(fontSize), block.parentElement.getBoundingClientRect().width];
  });
  const before = await measure();
  await page.locator(".look summary").click();
  const row = (label) => page.getByRole("group", { name: label });
  await row("Letters").getByRole("button", { name: "Larger" }).click();
  await row("Lines").getByRole("button", { name: "Loose" }).click();
  await row("Column").getByRole("button", { name: "Narrow" }).click();
  const after = await measure();
  assert.ok(after[0] > before[0] * 1.4 && after[1] > before[1] * 1.15 && after[2] < before[2] * 0.85, `${before} → ${after}`);
  assert.equal(await row("Letters").getByRole("button", { name: "Larger" }).getAttribute("aria-pressed"), "true");
});

onPage("more contrast: no tints, thicker lines, and frames round the quotes", { contrast: "more" }, async (page) => {
  const style = (selector) => page.locator(selector).first().evaluate((mark) => {
    const { backgroundColor, borderBottomWidth, boxShadow } = getComputedStyle(mark);
    return { backgroundColor, borderBottomWidth, boxShadow };
  });
  const { backgroundColor, borderBottomWidth } = await style("#article .paragraph .entity.person:not(.quote, .reported)");
  assert.deepEqual([backgroundColor, borderBottomWidth], ["rgba(0, 0, 0, 0)", "3px"]);
  assert.notEqual((await style("#article .quote")).boxShadow, "none");
});

onPage("less motion: what is gone to is framed and does not glow", { reducedMotion: "reduce" }, async (page) => {
  await page.locator(".said").first().click();
  const pulse = page.locator("#article .pulse");
  await pulse.waitFor();
  assert.deepEqual(await pulse.evaluate((mark) => [getComputedStyle(mark).animationName, getComputedStyle(mark).outlineStyle]), ["none", "solid"]);
  await page.waitForFunction(() => document.querySelector("#article .pulse") === null);
});

onPage("forced colours: quotes and names stay apart, and nothing gets a line it had not", { forcedColors: "active" }, async (page) => {
  const line = (selector) => page.locator(selector).first().evaluate((mark) => getComputedStyle(mark).borderBottomStyle);
  assert.deepEqual(await Promise.all([".entity.person", ".entity.organization", ".entity.place", ".when"].map((kind) => line(`#article ${kind}`))), ["solid", "double", "dotted", "dashed"]);
  assert.equal(await page.locator("#article .block").evaluateAll((blocks) => blocks.filter((block) => getComputedStyle(block).borderStyle !== "none").length), 0);
  const ground = (selector) => page.locator(selector).first().evaluate((mark) => getComputedStyle(mark).backgroundColor);
  assert.notEqual(await ground("#article mark.quote"), await ground("#article .paragraph .entity:not(.quote, .reported)"));
});

onPage("a panel with thousands of rows shows some and offers the rest", {}, async (page) => {
  const speech = Array.from({ length: 300 }, (_, i) => `"The hedge of plot ${i} is the last one," said Edith Varrow on ${1 + (i % 28)} May ${1700 + i}.`);
  await paste(page, speech.join("\n\n"));
  const rows = () => page.locator("#panel .said").count();
  const first = await rows();
  await page.getByRole("button", { name: /^Show more quotes/ }).first().click();
  assert.equal(await rows(), first + 100);
  assert.ok(await page.evaluate(() => document.activeElement.classList.contains("said")), "the focus is on the first new row");
  await panel(page, "Timeline");
  assert.equal(await page.locator(".timeline > li").count(), 100);
  await page.getByRole("button", { name: /^Show more dates/ }).click();
  assert.equal(await page.locator(".timeline > li").count(), 200);
});

onPage("a sparse file of 100 MB that is dropped is refused before a byte of it is read", {}, async (page) => {
  await page.evaluate(() => {
    const file = new File([], "sparse.txt", { type: "text/plain" });
    Object.defineProperty(file, "size", { value: 100_000_000 });
    file.arrayBuffer = () => { globalThis.wasRead = true; };
    const drop = new Event("drop", { bubbles: true, cancelable: true });
    drop.dataTransfer = { types: ["Files"], files: [file] };
    globalThis.dropped = drop;
    const enter = new Event("dragenter", { bubbles: true });
    enter.dataTransfer = drop.dataTransfer;
    document.body.dispatchEvent(enter);
  });
  assert.ok(await page.locator("#drop").isVisible(), "the whole window says that it takes files");
  assert.equal(await page.evaluate(() => document.body.dispatchEvent(dropped)), false, "the browser does not open it");
  assert.match(await page.locator("#toast").innerText(), /This file is 100\.0 MB; the limit is 2\.1 MB\. Nothing was opened/);
  assert.equal(await page.locator("#drop").isVisible(), false);
  assert.equal(await page.evaluate(() => globalThis.wasRead), undefined);
  assert.equal(await page.locator("#origin").textContent(), "Sample article");
});

onPage("of several files that are dropped the first is opened, and that is said, with the way back", {}, async (page) => {
  await page.evaluate((text) => {
    const files = new DataTransfer();
    for (const name of ["one.txt", "two.txt", "three.txt"]) files.items.add(new File([text], name, { type: "text/plain" }));
    const drop = new Event("drop", { bubbles: true, cancelable: true });
    drop.dataTransfer = { types: ["Files"], files: files.files };
    document.body.dispatchEvent(drop);
  }, orchard);
  await page.locator("#toast", { hasText: "Only one.txt was opened; 2 other files were not." }).waitFor();
  await settled(page);
  assert.equal(await page.locator("#origin").textContent(), "one.txt");
  await page.locator("#toast").getByRole("button", { name: "Undo" }).click();
  await page.waitForFunction(() => document.querySelector("#origin").textContent === "Sample article");
});

test("a transcript is told by the analyser's warning or by its labels, and what was read of them decides the words", () => {
  const analysis = { text: "A talk in the hall.", blocks: [], speakers: [], readability: { counts: { words: 300 } }, warnings: [], quotes: [] };
  const read = Array.from({ length: 4 }, () => ({ speaker: { rule: "colon-label" } }));
  const warned = [{ code: "transcript", message: "", span: null }];
  assert.equal(shapeOf(analysis), null);
  assert.equal(shapeOf({ ...analysis, warnings: warned }), "labels");
  assert.equal(shapeOf({ ...analysis, warnings: warned, quotes: read }), "transcript");
  assert.equal(shapeOf({ ...analysis, quotes: read }), "transcript");
});
