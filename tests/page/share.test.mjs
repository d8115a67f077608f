// Links that hold an article: packed and unpacked, opened whole and broken, dropped when another article comes.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { pack, packView, unpack, unpackView } from "../../www/link.js";
import { ferries } from "../../www/samples/ferries.js";
import { arrive, correct, noise, pages, orchard, paste, settled, start } from "./journey.mjs";

let desk;
before(async () => { desk = await start(); });
after(() => desk.stop());
const it = pages(() => desk);

const text = (page, selector) => page.locator(selector).innerText();
const hashOf = (page) => page.evaluate(() => location.hash);
const base64url = (bytes) => Buffer.from(bytes).toString("base64url");

describe("the fragment", () => {
  const TEXTS = [orchard, ferries, "x", "🦊 “Zoë” אמר \u202e\0\r\n\ufeff", "\ufeffmarked", "a".repeat(1_000_000), noise(200_000)];

  test("holds any text, and gives it back", async () => {
    for (const given of TEXTS) {
      const hash = await pack(given);
      assert.match(hash, /^#a1=\d+\.[0-9a-f]{8}\.[\w-]+$/);
      assert.deepEqual(await unpack(hash), { text: given, view: "" });
    }
  });
  test("is deflate-raw in base64url, with the length of it and the CRC-32 of the text", async () => {
    // The check value of CRC-32 in its definition.
    const [length, sum, data] = (await pack("123456789")).slice(4).split(".");
    assert.deepEqual([Number(length), sum], [data.length, "cbf43926"]);
    assert.deepEqual(await unpack(`#a1=${length}.${sum}.${base64url(deflateRawSync("123456789"))}`), { text: "123456789", view: "" });
  });
  test("survives what chats put behind it", async () => {
    const hash = await pack(orchard);
    for (const tail of [".", ")", "…", " and", "&utm=1", "xyz"]) assert.equal((await unpack(hash + tail)).text, orchard, tail);
  });
  test("cut anywhere it says how much came", async () => {
    const hash = await pack(orchard);
    const head = hash.lastIndexOf(".") + 1;
    const of = hash.length - head;
    for (let end = head; end < hash.length; end += 37) assert.deepEqual(await unpack(hash.slice(0, end)), { problem: "cut", got: end - head, of });
    for (let end = 4; end < head; end++) assert.deepEqual(await unpack(hash.slice(0, end)), { problem: "damaged" });
  });
  test("changed anywhere it is refused", async () => {
    const hash = await pack(orchard);
    const head = hash.lastIndexOf(".") + 1;
    for (let at = head; at < hash.length - 1; at += 23) {
      const other = hash[at] === "A" ? "B" : "A";
      assert.deepEqual(await unpack(hash.slice(0, at) + other + hash.slice(at + 1)), { problem: "damaged" }, `at ${at}`);
    }
    for (const made of ["#a1=", "#a1=5.zzzzzzzz.abcde", "#a1=0.00000000.", "#a1=5.00000000.abcde"]) {
      assert.deepEqual(await unpack(made), { problem: "damaged" }, made);
    }
  });
  test("that swells is stopped, and no text too long is packed", async () => {
    const data = base64url(deflateRawSync(Buffer.alloc(200_000_000)));
    const start = performance.now();
    assert.deepEqual(await unpack(`#a1=${data.length}.00000000.${data}`), { problem: "too-large" });
    assert.ok(performance.now() - start < 3_000);
    assert.deepEqual(await unpack(`#a1=99999999.00000000.${"A".repeat(99_999_999)}`), { problem: "too-large" });
    assert.equal(await pack("é".repeat(1_100_000)), null);
  });
  test("keeps the view in a short key of its own", () => {
    const layers = { quotes: true, names: false, dates: true, reading: false };
    for (const view of [
      { panel: "timeline", layers, selection: { kind: "date", id: 12 }, published: "2031-03-14" },
      { panel: "quotes", layers, selection: { kind: "sentence", id: 0 } },
      { panel: "names", layers, published: "2031-03-14" },
      { panel: "readability", layers },
    ]) {
      const key = packView({ selection: null, published: null, ...view });
      assert.match(key, /^[\w.-]*\w$/);
      assert.ok(key.length < 30);
      assert.deepEqual(unpackView(key), view);
    }
    for (const wrong of ["", "x", "q.zz", "q.q.e", "q.q.e99999999", "q.q..2031", "__proto__"]) assert.deepEqual(unpackView(wrong), {}, wrong);
  });
});

describe("opening", () => {
  test("shows the article of the link, never the sample, and says where it came from", async () => {
    const { page, context, problems } = await desk.visit({}, await pack(orchard));
    assert.equal(await text(page, "#origin"), "Article from a link");
    assert.match(await text(page, "#notes"), /^Article from a link\. .*compare them with the source/);
    assert.match(await page.locator("#article").textContent(), /Village votes to keep its last orchard/);
    assert.doesNotMatch(await page.locator("#article").textContent(), /Minister/);
    assert.deepEqual(problems, []);
    await context.close();
  });
  test("a broken link leaves an empty page that says so", async () => {
    const hash = await pack(orchard);
    const head = hash.lastIndexOf(".") + 1;
    for (const [given, words] of [
      [hash.slice(0, head + 50), `This link is damaged (got 50 of ${(hash.length - head).toLocaleString("en-GB")} characters). Nothing was loaded.`],
      [`${hash.slice(0, head + 50)}AAAA${hash.slice(head + 54)}`, "This link is damaged: what it holds is not what was packed. Nothing was loaded."],
    ]) {
      const { page, context, problems } = await desk.visit({ settle: false }, given);
      await settled(page, "empty");
      assert.equal(await text(page, "#notes"), words);
      assert.match(await text(page, "#article"), /^Paste an article/);
      assert.doesNotMatch(await page.locator("#article").textContent(), /Minister|orchard/);
      assert.equal(await text(page, "#origin"), "No article");
      await paste(page, orchard);
      assert.equal(await text(page, "#notes"), "");
      assert.deepEqual(problems, []);
      await context.close();
    }
  });
  it("a second link replaces the first, and the address is cleared when another article comes", {}, async (page) => {
    await arrive(page, orchard);
    await arrive(page, orchard.replace("Village", "Hamlet"));
    await page.waitForFunction(() => document.querySelector("#article h2")?.textContent.startsWith("Hamlet"));
    assert.match(await hashOf(page), /^#a1=/);
    await paste(page, ferries);
    assert.equal(await hashOf(page), "");
    await page.keyboard.press("Control+z");
    await page.waitForFunction(() => document.querySelector("#article h2")?.textContent.startsWith("Hamlet"));
    assert.equal(await text(page, "#origin"), "Article from a link");
  });
  it("editing what a link brought clears the address too", {}, async (page) => {
    await arrive(page, orchard);
    await page.keyboard.press("e");
    await page.locator("#editor").fill(`${orchard}\nMore.`);
    await page.waitForFunction(() => location.hash === "");
    assert.equal(await text(page, "#origin"), "Your article");
  });
  it("takes the view along", {}, async (page) => {
    await arrive(page, orchard, "n.nd.e1");
    assert.equal(await page.locator("#tab-names").getAttribute("aria-selected"), "true");
    assert.deepEqual(await page.locator(".layer").evaluateAll((all) => all.map((layer) => layer.ariaPressed)), ["false", "true", "true", "false"]);
    assert.ok(await page.locator("#article mark.chosen").count() > 0);
    await arrive(page, ferries, "q.qndr.q999999");
    assert.equal(await page.locator("#article .chosen").count(), 0);
  });
  test("where the browser cannot unpack, that is said", async () => {
    const { page, context } = await desk.visit({ settle: false });
    await page.addInitScript(() => { delete globalThis.DecompressionStream; });
    await page.goto(desk.url + (await pack(orchard)));
    await page.reload();
    await settled(page, "empty");
    assert.match(await text(page, "#notes"), /cannot open links/);
    await page.getByRole("button", { name: "Show the sample" }).click();
    await settled(page);
    await page.keyboard.press("s");
    await page.waitForSelector("#share[open]");
    assert.match(await text(page, "#share"), /cannot make links[\s\S]*Save as a web page/);
    await context.close();
  });
});

describe("sharing", () => {
  it("the link of the dialog opens the same article with the same view", { permissions: ["clipboard-read", "clipboard-write"] }, async (page, context) => {
    await paste(page, orchard);
    await page.getByRole("tab", { name: "Timeline" }).click();
    await page.keyboard.press("s");
    await page.getByRole("button", { name: "Copy the link" }).click();
    await page.waitForFunction(() => document.querySelector("#share [role=status]").textContent === "Copied.");
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(link, await page.getByLabel("Link to this article").inputValue());
    assert.match(await text(page, "#share .length"), /^[\d,]+ characters: fits mail and chats\.$/);
    const other = await context.newPage();
    await other.goto(link);
    await settled(other);
    assert.equal(await other.locator("#article").textContent(), await page.locator("#article").textContent());
    assert.equal(await other.locator("#tab-timeline").getAttribute("aria-selected"), "true");
    await page.getByLabel("Open it as it looks now").uncheck();
    await page.waitForFunction(() => !document.querySelector("#share textarea").value.includes("&v="));
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#share[open]").count(), 0);
    assert.equal(await hashOf(page), "");
  });
  it("tells how long the link is, and offers the file where it is too long", {}, async (page) => {
    for (const [length, look, words] of [[2_500, "long", /some chats cut this/], [9_000, "too-long", /too long for most chats\. Send the file instead/]]) {
      await paste(page, noise(length));
      await page.keyboard.press("s");
      await page.waitForSelector(`#share[open] .${look}`);
      assert.match(await text(page, "#share .length"), words);
      if (look === "long") await page.keyboard.press("Escape");
    }
    assert.equal(await text(page, "#share .primary"), "Save as a web page");
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#share .primary").click()]);
    assert.match(download.suggestedFilename(), /\.html$/);
    assert.equal(await page.locator("#share[open]").count(), 0);
  });
  test("nothing of the article is sent anywhere", () => {
    assert.deepEqual(desk.server.requests.filter((path) => /a1=|orchard|Village/.test(path)), []);
    assert.ok(desk.server.requests.length > 50);
  });
});

it("says that corrected speakers stay behind, and only then", {}, async (page) => {
  await page.keyboard.press("s");
  await page.waitForSelector("#share[open]");
  assert.doesNotMatch(await text(page, "#share"), /corrected/);
  await page.keyboard.press("Escape");
  await correct(page);
  await page.keyboard.press("s");
  await page.waitForSelector("#share[open]");
  assert.match(await text(page, "#share"), /speakers you corrected do not travel with the link/);
});
