// The assembled site under a sub-path of a plain server, and the page without a network.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { launch, open } from "../../tools/browser.mjs";
import { builtSite } from "../../tools/bundle.mjs";
import { packageFiles, serviceWorker } from "../../tools/offline.mjs";
import { META_CSP, HEADERS, ROOT, serve } from "../../tools/serve.mjs";
import { assemble, headersFile } from "../../tools/site.mjs";
import { orchard, panel, paste, settled, start } from "./journey.mjs";

let folder;
let dist;
let browser;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "copydesk-site-"));
  dist = join(folder, "dist");
  // Packed lightly: how well brotli packs at its best is no matter of this test.
  assemble(dist, 2);
  browser = await launch();
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** What a reader does from arrival to the last panel. */
async function journey(page) {
  await settled(page);
  // Whoever is quicker than the engine sees its files counted, too.
  await page.waitForFunction(() => document.documentElement.dataset.engine === "ready");
  assert.ok(await page.locator("#article mark.quote").count() >= 8);
  await paste(page, orchard);
  assert.match(await panel(page, "Who said what"), /Edith Varrow/);
  assert.match(await panel(page, "Names"), /Ambleford/);
  assert.match(await panel(page, "Readability"), /Grade \d/);
  assert.match(await panel(page, "Timeline"), /2 May 2033/);
  await page.locator("#article .chip").first().click();
  assert.match(await page.locator("#card").innerText(), /Varrow[\s\S]*Why:/);
  await page.keyboard.press("Escape");
}

const kept = (page) => page.waitForFunction(() => document.documentElement.dataset.offline === "kept", null, { timeout: 20_000 });

/** Addresses that the service worker keeps, and what any of them holds of the article. */
const cached = (page) => page.evaluate(async () => {
  const found = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) found.push({ url: request.url, own: (await (await cache.match(request)).text()).includes("Brightwell") });
  }
  return found;
});

/** The whole journey with every request recorded, then the same without a network. */
async function onAndOff(url) {
  const { page, context, problems } = await open(browser, url, { viewport: { width: 1280, height: 800 } });
  const requests = [];
  context.on("request", (request) => requests.push(request.url()));
  await journey(page);
  await kept(page);
  await page.reload();
  await context.setOffline(true);
  await page.reload();
  assert.match(await page.locator("#offline").innerText(), /Offline: fine/);
  await journey(page);
  await page.goto(new URL("how-it-works.html", url).href);
  assert.match(await page.locator("h2").innerText(), /where it fails/);
  await page.goto(url);
  await journey(page);
  await page.locator("#privacy-open").click();
  assert.match(await page.locator("#privacy").innerText(), /opens without a network[\s\S]*for nothing anywhere else\. Since your article came it has asked for nothing/);
  const files = await cached(page);
  assert.deepEqual(files.filter(({ own }) => own), [], "nothing of the pasted article is kept");
  assert.deepEqual(requests.filter((address) => !address.startsWith(url) && !address.startsWith("blob:")), []);
  assert.deepEqual(problems, []);
  await context.close();
  return files.map((file) => file.url);
}

test("the site holds what it needs, packed as well, and its headers", () => {
  assert.equal(readFileSync(join(dist, "_headers"), "utf8"), headersFile());
  for (const [name, value] of Object.entries(HEADERS)) assert.ok(headersFile().includes(`  ${name}: ${value}\n`), name);
  const wasm = readFileSync(join(dist, "pkg/wasm/copydesk_bg.wasm"));
  assert.deepEqual(brotliDecompressSync(readFileSync(join(dist, "pkg/wasm/copydesk_bg.wasm.br"))), wasm);
  assert.deepEqual(gunzipSync(readFileSync(join(dist, "pkg/wasm/copydesk_bg.wasm.gz"))), wasm);
  const manifest = JSON.parse(readFileSync(join(dist, "manifest.webmanifest"), "utf8"));
  for (const { src } of manifest.icons) assert.ok(existsSync(join(dist, src)), src);
  assert.ok(manifest.icons.some(({ purpose }) => purpose === "maskable"));
});

test("every page carries the policy of the server", () => {
  for (const name of ["index.html", "how-it-works.html", "accessibility.html"]) {
    assert.ok(readFileSync(join(ROOT, "www", name), "utf8").includes(`content="${META_CSP}"`), name);
  }
});

test("the page asks early for every part of the package that reads, not for the writers, and for nothing that is not there", () => {
  const page = readFileSync(join(ROOT, "www", "index.html"), "utf8");
  const asked = [...page.matchAll(/<link rel="(?:modulepreload|preload)" href="([^"]+)"/g)].map(([, path]) => path).sort();
  assert.deepEqual(asked, packageFiles(join(ROOT, "pkg"), ["core.js"]).map((path) => `pkg/${path}`).sort());
});

test("the site works under a sub-path without any header, with and without a network", async (t) => {
  const bare = Object.fromEntries(Object.keys(HEADERS).map((name) => [name, ""]));
  const server = await serve({ mounts: { "/copydesk/": dist }, headers: bare });
  // Also when the test fails: an open server would keep the run from ending.
  t.after(() => server.close());
  const files = await onAndOff(`${server.url}copydesk/`);
  assert.equal(files.length, builtSite(ROOT).files.length);
  assert.deepEqual(server.requests.filter((path) => !path.startsWith("/copydesk/")), []);
});

test("the desk of npm start works without a network too", async (t) => {
  const desk = await start();
  t.after(() => desk.stop());
  await onAndOff(desk.url);
});

test("a changed file makes another version, which replaces the kept one whole when the page opens next", async (t) => {
  const of = (source) => JSON.parse(/^const BUILD = (.*);$/m.exec(source)[1]);
  const now = serviceWorker(ROOT, builtSite(ROOT).files, false);
  const next = now.replace(of(now).version, "0123456789ab");
  let source = now;
  const server = await serve({ mounts: { "/": dist }, intercept: (path) => (path === "/sw.js" ? { body: source } : undefined) });
  t.after(() => server.close());
  const { page, context } = await open(browser, server.url);
  await kept(page);
  source = next;
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration()).waiting !== null);
  assert.equal(await page.evaluate(async () => (await caches.keys()).length), 2, "the old version stays while it is in use");
  await page.reload();
  await page.waitForFunction(async () => (await caches.keys()).join().endsWith("0123456789ab"));
  await settled(page);
  await context.close();
});
