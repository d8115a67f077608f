// <copydesk-article>: its manifest against what is drawn, its colours, and what axe says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { ROOT } from "../../tools/serve.mjs";
import { article, pkg, settled, visit } from "./element.mjs";
import { ARTICLE } from "./scratch.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const manifest = JSON.parse(readFileSync(join(pkg, "custom-elements.json"), "utf8"));
const declared = manifest.modules[0].declarations.find(({ tagName }) => tagName === "copydesk-article");

describe("the manifest", () => {
  test("names the attributes, properties, events and states that there are", () => visit("/", async (page) => {
    await article(page).locator(".chip").first().click();
    await page.evaluate(() => { document.querySelector("copydesk-article").text = 5; });
    await page.waitForFunction(() => heard.length === 3);
    const [attributes, properties, events] = await page.evaluate(() => {
      const made = customElements.get("copydesk-article");
      const own = Object.entries(Object.getOwnPropertyDescriptors(made.prototype)).filter(([, { get }]) => get).map(([name]) => name);
      return [made.observedAttributes, own, heard.map(([type]) => type)];
    });
    const names = (list) => list.map(({ name }) => name).sort();
    assert.deepEqual(attributes.sort(), names(declared.attributes));
    assert.deepEqual(properties.sort(), names(declared.members));
    assert.deepEqual([...new Set(events)].sort(), names(declared.events));
    const source = readFileSync(join(pkg, "element", "article.js"), "utf8");
    assert.deepEqual([...source.matchAll(/#state\.set\("(\w+)"\)/g)].map(([, name]) => name).sort(), names(declared.cssStates));
  }));

  test("names the parts that are drawn and the custom properties that the sheet reads", () => visit("/none", async (page) => {
    const text = `${readFileSync(join(ROOT, "tests", "articles", "wire.txt"), "utf8")}\n\n${"The council, which had met without a quorum for the third time since the flood, deliberated interminably about administrative responsibilities, ".repeat(3)}and adjourned.`;
    await page.evaluate((words) => document.querySelector("main").append(Object.assign(document.createElement("copydesk-article"), { text: words })), text);
    await page.waitForFunction(() => document.querySelector("copydesk-article").analysis);
    await settled(page);
    await article(page).locator(".chip").first().click();
    const drawn = () => page.evaluate(() => [...document.querySelector("copydesk-article").shadowRoot.querySelectorAll("[part]")].flatMap((one) => [...one.part]));
    const parts = new Set(await drawn());
    await page.evaluate(() => { document.querySelector("copydesk-article").text = 5; });
    await page.waitForFunction(() => document.querySelector("copydesk-article").matches(":state(error)"));
    for (const part of await drawn()) parts.add(part);
    const documented = new Set(declared.cssParts.map(({ name }) => name));
    assert.deepEqual([...parts].filter((name) => !documented.has(name)), []);
    const types = readFileSync(join(pkg, "index.d.ts"), "utf8");
    // Kinds of blocks are those of the types; an article has a few of them.
    const kinds = [.../interface Block \{[^}]*?kind:([^;]*);/.exec(types)[1].matchAll(/"(\w+)"/g)].map(([, kind]) => kind);
    const missing = [...documented].filter((name) => !parts.has(name) && !kinds.includes(name));
    assert.deepEqual(missing, []);
    assert.deepEqual(kinds.filter((kind) => !documented.has(kind)), []);
    const sheet = await page.evaluate(() => [...document.querySelector("copydesk-article").shadowRoot.adoptedStyleSheets[0].cssRules].map(({ cssText }) => cssText).join("\n"));
    const read = new Set([...sheet.matchAll(/--copydesk-[\w-]+/g)].map(([name]) => name));
    assert.deepEqual([...read].sort(), declared.cssProperties.map(({ name }) => name).sort());
    for (const { name, default: value } of declared.cssProperties) if (value) assert.ok(sheet.includes(`${name}, ${value}`), `${name}: ${value}`);
  }));
});

test("a page's own colour is taken, and its theme", () => visit("/", async (page) => {
  const colours = await page.evaluate(() => {
    const one = document.querySelector("copydesk-article");
    const look = () => [getComputedStyle(one.shadowRoot.querySelector("mark.person")).borderBottomColor, getComputedStyle(one.shadowRoot.querySelector(".base")).backgroundColor];
    one.style.setProperty("--copydesk-person", "rgb(1, 2, 3)");
    const light = look();
    one.setAttribute("theme", "dark");
    return [...light, look()[1]];
  });
  assert.deepEqual(colours, ["rgb(1, 2, 3)", "rgb(255, 254, 251)", "rgb(22, 24, 28)"]);
}));

describe("axe finds nothing", () => {
  const tab = (name) => (page) => article(page).getByRole("tab", { name }).click();
  const STATES = {
    "in light": [{}],
    "in the dark, with a card": [{ colorScheme: "dark" }, (page) => article(page).locator(".chip").first().click()],
    "at the names": [{}, tab("Names")],
    "at readability, in the dark": [{ colorScheme: "dark" }, tab("Readability")],
    "at the dates": [{}, tab("Dates")],
    "without layers": [{}, (page) => page.evaluate(() => document.querySelector("copydesk-article").setAttribute("layers", ""))],
    "on a phone": [{ viewport: { width: 320, height: 640 } }, (page) => article(page).locator("mark.person").first().click()],
    "in forced colours": [{ forcedColors: "active" }],
    "at an error": [{}, async (page) => {
      await page.evaluate(() => { document.querySelector("copydesk-article").options = { maxLength: 1 }; });
      await page.waitForFunction(() => document.querySelector("copydesk-article").matches(":state(error)"));
    }],
  };
  for (const [name, [options, act]] of Object.entries(STATES)) {
    test(name, () => visit("/", async (page) => {
      await act?.(page);
      await page.evaluate(AXE);
      const { violations, passes } = await page.evaluate((runOnly) => axe.run(document, { runOnly }), RULES);
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
      assert.ok(passes.length > 10);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    }, options));
  }
});

test("colours keep their contrast in every pair, in light and dark", async () => {
  const { PALETTE } = await import(pathToFileURL(join(pkg, "export", "palette.js")));
  const tints = declared.cssProperties.filter(({ name }) => name.endsWith("-tint")).map(({ name, default: value }) => [name, ...value.match(/#\w+/g)]);
  assert.equal(tints.length, 4);
  const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const light = (colour) => [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => sum + weight * channel(Number.parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16) / 255), 0);
  const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  for (const scheme of [1, 2]) {
    const of = Object.fromEntries([...PALETTE, ...tints].map((row) => [row[0], row[scheme]]));
    for (const ground of ["page", "quote", "reported", ...tints.map(([name]) => name)]) {
      assert.ok(ratio(of.ink, of[ground]) >= 9, `ink on ${ground}`);
      for (const cue of ["person", "organization", "place", "thing", "date", "quote-edge"]) assert.ok(ratio(of[cue], of[ground]) >= 3, `${cue} on ${ground} ${scheme}`);
    }
    for (const word of ["soft", "hard", "very-hard"]) assert.ok(ratio(of[word], of.page) >= 4.5, word);
  }
});
