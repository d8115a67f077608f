// The native engine, Node, Chromium and workers give the same bytes for every text of the tests, wherever and in whatever
// language the machine stands.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launch, open } from "../../tools/browser.mjs";
import { must } from "../../tools/run.mjs";
import { ROOT, serve } from "../../tools/serve.mjs";
import { inNode, installed, project } from "./scratch.mjs";

const MACHINES = [
  { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", locale: "tr-TR" },
  { TZ: "America/Adak", LANG: "C", locale: "ar-EG" },
  { TZ: "Asia/Kolkata", LANG: "de_DE.UTF-8", locale: "de-DE" },
];

/** The native answers by name of the text. */
async function native(env) {
  await must("cargo", ["test", "--quiet", "--test", "answers"], { env });
  const target = JSON.parse(await must("cargo", ["metadata", "--no-deps", "--format-version", "1"])).target_directory;
  const answers = Object.entries(JSON.parse(readFileSync(join(target, "tmp", "answers.json"), "utf8")));
  // By way of JavaScript, where 1 and 1.0 are one number.
  return Object.fromEntries(answers.map(([path, json]) => [path, JSON.stringify(JSON.parse(json))]));
}

/** Both ways to read all texts; runs in Node and in the page. */
const READ = `
  const analyzer = await api.createAnalyzer();
  const here = {};
  const apart = {};
  for (const [path, text] of Object.entries(texts)) {
    here[path] = JSON.stringify(api.analyze(text, { tokens: true }));
    apart[path] = JSON.stringify(await analyzer.analyze(text, { tokens: true }));
  }
  const mode = analyzer.mode;
  analyzer.terminate();
  return { here, apart, mode };`;

let wanted;
let texts;
let browser;
let server;
before(async () => {
  wanted = await native(MACHINES[0]);
  texts = Object.fromEntries(Object.keys(wanted).map((path) => [path, readFileSync(join(ROOT, "tests", path), "utf8")]));
  const module = `import * as api from "/pkg/index.js"; await api.init(); globalThis.readAll = async (texts) => { ${READ} };`;
  [browser, server] = await Promise.all([launch(), serve({
    mounts: { "/pkg/": await installed() },
    intercept: (path) => ({ "/": { body: `<!doctype html><meta charset="utf-8"><script type="module" src="/main.js"></script>` }, "/main.js": { body: module } })[path],
  })]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Fails with the place where the first answer goes another way, not with megabytes of it. */
function assertSame(found) {
  assert.deepEqual(Object.keys(found), Object.keys(wanted));
  for (const [path, answer] of Object.entries(found)) {
    if (answer === wanted[path]) continue;
    let at = 0;
    while (answer[at] === wanted[path][at]) at++;
    assert.fail(`${path}: ${answer.slice(at - 60, at + 60)} instead of ${wanted[path].slice(at - 60, at + 60)}`);
  }
}

function compare({ here, apart, mode }) {
  assert.equal(mode, "worker");
  assertSame(here);
  assertSame(apart);
}

for (const { TZ, LANG, locale } of MACHINES) {
  describe(`${TZ}, ${locale}`, () => {
    test("the native engine", async () => assertSame(await native({ TZ, LANG, LC_ALL: LANG })));
    test("Node, and a thread of it", async () => {
      const source = `const texts = JSON.parse((await import("node:fs")).readFileSync(0, "utf8")); ${READ}`;
      compare(await inNode(await project(), source, { env: { TZ, LANG, LC_ALL: LANG }, input: JSON.stringify(texts) }));
    });
    test("Chromium, and a worker of it", async () => {
      const { context, page } = await open(browser, server.url, { timezoneId: TZ, locale });
      await page.waitForFunction(() => globalThis.readAll);
      const zone = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
      assert.equal(zone.replace("Calcutta", "Kolkata"), TZ);
      compare(await page.evaluate((given) => readAll(given), texts));
      await context.close();
    });
  });
}
