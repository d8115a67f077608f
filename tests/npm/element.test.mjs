// <copydesk-article> in Chromium, from a static server with the strict policy, without a build step.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, open } from "../../tools/browser.mjs";
import { ROOT, serve } from "../../tools/serve.mjs";
import { ARTICLE, exec, HOSTILE, installed, project } from "./scratch.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const pkg = await installed();
const node = await import(pathToFileURL(join(pkg, "node.js")));
const manifest = JSON.parse(readFileSync(join(pkg, "custom-elements.json"), "utf8"));
const declared = manifest.modules[0].declarations.find(({ tagName }) => tagName === "copydesk-article");

const SLOT = ARTICLE.trim().split(/\n\n/).map((part, i) => `<${i === 0 ? "h2" : "p"}>${part}</${i === 0 ? "h2" : "p"}>`).join("\n");
const PAGE = (inside) => `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>t</title>
<link rel="stylesheet" href="/page.css"><script type="module" src="/main.js"></script><main><h1>Larkhaven Gazette</h1>${inside}</main>`;
const ONE = `<copydesk-article>${SLOT}</copydesk-article>`;
const PARAGRAPH = "\"The hedge is the last one,\" said Edith Varrow of Ambleford on Monday.\n\n";
const LONG = PARAGRAPH.repeat(600);
/** Takes the engine longer than any step of a test. */
const HUGE = PARAGRAPH.repeat(15_000);

let pages;
let fault = null;
let browser;
let server;

before(async () => {
  pages = { "/": ONE, "/two": ONE + ONE, "/none": "", "/later": `<copydesk-article id="early"></copydesk-article>` };
  [browser, server] = await Promise.all([
    launch(),
    serve({
      mounts: { "/pkg/": pkg },
      intercept(path) {
        if (path in pages) return { body: PAGE(pages[path]) };
        if (path === "/page.css") return { body: ":root { color-scheme: light dark; } body { margin: 0; }" };
        if (path === "/main.js") {
          return { body: `import { defineCopydeskArticle } from "/pkg/element.js";
            globalThis.heard = [];
            for (const type of ["analysis", "analysis-error", "mark-select"]) addEventListener(type, (event) => heard.push([type, event.detail, event.composed]));
            globalThis.define = defineCopydeskArticle;
            if (location.pathname !== "/later") define();` };
        }
        return path === "/pkg/wasm/copydesk_bg.wasm" && fault ? fault : undefined;
      },
    }),
  ]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens a page, waits until every element has an answer, and checks at the end that the page has no complaint. */
async function visit(path, work, { complaints = false, wait = true, ...options } = {}) {
  const { context, page, problems } = await open(browser, server.url.slice(0, -1) + path, { viewport: { width: 1280, height: 800 }, ...options });
  await page.waitForFunction(() => globalThis.define);
  if (wait) await page.waitForFunction(() => [...document.querySelectorAll("copydesk-article")].every((one) => one.analysis || one.matches(":state(error)")));
  const result = await work(page);
  await context.close();
  if (!complaints) assert.deepEqual(problems, []);
  return result;
}
const settled = (page) => page.waitForFunction(() => !document.querySelector("copydesk-article:state(loading)") && !document.querySelector("copydesk-article").shadowRoot.querySelector("[aria-busy=true]"));
const article = (page) => page.locator("copydesk-article");

describe("an article inside the element", () => {
  test("is read as the engine reads its HTML, and stays in the page", () => visit("/", async (page) => {
    const [analysis, inside, types, composed] = await page.evaluate(() => {
      const one = document.querySelector("copydesk-article");
      return [one.analysis, one.querySelectorAll("p").length, heard.map(([type]) => type), heard[0][2]];
    });
    assert.deepEqual(types, ["analysis"]);
    assert.equal(composed, true);
    assert.equal(inside, 4);
    const plain = node.analyze(ARTICLE);
    assert.deepEqual(analysis.quotes.map(({ speaker }) => speaker?.name), plain.quotes.map(({ speaker }) => speaker?.name));
    assert.deepEqual(analysis.blocks.map(({ kind }) => kind), plain.blocks.map(({ kind }) => kind));
  }));

  test("shows every word, its marks and who speaks", () => visit("/", async (page) => {
    const seen = await page.evaluate(() => {
      const root = document.querySelector("copydesk-article").shadowRoot;
      const words = (selector) => [...root.querySelectorAll(selector)].map((one) => one.textContent);
      const blocks = [...root.querySelectorAll(".block")].map((block) => {
        const copy = block.cloneNode(true);
        copy.querySelectorAll(".chip, .kind").forEach((one) => one.remove());
        return copy.textContent;
      });
      return { blocks, persons: words("mark.person"), chips: words(".chip-name"), tabs: words("[role=tab]") };
    });
    assert.equal(seen.blocks.join(" ").replace(/\s+/g, " ").trim(), ARTICLE.replace(/\s+/g, " ").trim());
    assert.ok(seen.persons.includes("Zoë Quill"), seen.persons.join());
    assert.ok(seen.chips.includes("Theo Brandt"), seen.chips.join());
    assert.deepEqual(seen.tabs, ["Who said what", "Names", "Readability", "Dates"]);
  }));

  test("is read again when the page changes it", () => visit("/", async (page) => {
    await page.evaluate(() => { document.querySelector("copydesk-article p:last-child").textContent = "“Late,” said Ada Finch."; });
    await page.waitForFunction(() => heard.length === 2);
    assert.ok(await page.evaluate(() => document.querySelector("copydesk-article").analysis.quotes.some(({ speaker }) => speaker?.name === "Ada Finch")));
  }));

  test("takes options from attributes and from the property, which comes first", () => visit("/none", async (page) => {
    const read = await page.evaluate(async () => {
      const one = document.createElement("copydesk-article");
      one.setAttribute("published", "2024-03-02");
      one.text = "The bridge closes on Friday.";
      document.querySelector("main").append(one);
      const next = () => new Promise((done) => one.addEventListener("analysis", ({ detail }) => done(detail.analysis.published.value), { once: true }));
      const first = await next();
      one.options = { published: "2025-01-01" };
      return [first, await next()];
    });
    assert.deepEqual(read, ["2024-03-02", "2025-01-01"]);
  }));
});

describe("readers", () => {
  test("click the innermost mark and are told what it is, and what it is in", () => visit("/none", async (page) => {
    await page.evaluate(() => {
      const one = document.createElement("copydesk-article");
      one.text = "“We met Zoë Quill on Monday,” Mayor Theo Brandt told reporters.";
      document.querySelector("main").append(one);
    });
    await settled(page);
    await article(page).locator("mark.person.quote").first().click();
    const told = () => page.evaluate(() => heard.filter(([type]) => type === "mark-select").map(([, { kind, id, text, record }]) => [kind, id, text, record.span.start >= 0]));
    assert.deepEqual((await told())[0].slice(0, 1).concat((await told())[0].slice(2)), ["mention", "Zoë Quill", true]);
    assert.match(await article(page).locator(".card").innerText(), /Person\s+Zoë Quill/);
    await article(page).getByRole("button", { name: "in quote 1" }).click();
    assert.equal((await told())[1][0], "quote");
    assert.match(await article(page).locator(".card").innerText(), /Theo Brandt/);
    await page.keyboard.press("Escape");
    assert.equal(await article(page).locator(".card, .chosen").count(), 0);
  }));

  test("get no card where the page prevents it", () => visit("/", async (page) => {
    await page.evaluate(() => addEventListener("mark-select", (event) => event.preventDefault()));
    await article(page).locator(".chip").first().click();
    assert.equal(await page.evaluate(() => heard.at(-1)[1].kind), "quote");
    assert.equal(await article(page).locator(".card").count(), 0);
    assert.ok(await article(page).locator("mark.chosen").count() > 0);
  }));

  test("walk through the marks by keyboard: one tab stop, arrows, Enter, Escape", () => visit("/", async (page) => {
    const focused = () => page.evaluate(() => document.querySelector("copydesk-article").shadowRoot.activeElement?.textContent);
    const stops = () => page.evaluate(() => document.querySelector("copydesk-article").shadowRoot.querySelectorAll('.article [tabindex="0"]').length);
    assert.equal(await stops(), 1);
    for (let i = 0; i < 5; i++) await page.keyboard.press("Tab");
    const first = await focused();
    await page.keyboard.press("ArrowRight");
    assert.notEqual(await focused(), first);
    assert.equal(await stops(), 1);
    await page.keyboard.press("End");
    const last = await focused();
    await page.keyboard.press("ArrowRight");
    assert.equal(await focused(), last);
    await page.keyboard.press("Home");
    assert.equal(await focused(), first);
    await page.keyboard.press("Enter");
    assert.equal(await article(page).locator(".card").count(), 1);
    await page.keyboard.press("Escape");
    assert.equal(await article(page).locator(".card").count(), 0);
    assert.equal(await focused(), first);
    await article(page).getByRole("tab", { name: "Who said what" }).focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await article(page).getByRole("tab", { selected: true }).innerText(), "Names");
    assert.match(await article(page).getByRole("tabpanel").innerText(), /Theo Brandt/);
  }));

  test("go from a panel's row to the text", () => visit("/", async (page) => {
    await article(page).getByRole("tab", { name: "Dates" }).click();
    await article(page).getByRole("tabpanel").getByRole("button", { name: "Friday" }).click();
    assert.equal(await page.evaluate(() => heard.at(-1)[1].kind), "date");
    assert.match(await article(page).locator("mark.chosen").innerText(), /Friday/);
  }));

  test("switch layers on and off, and nothing moves", () => visit("/", async (page) => {
    const boxes = () => page.evaluate(() => [...document.querySelector("copydesk-article").shadowRoot.querySelectorAll(".block, mark, .chip")].map((one) => JSON.stringify(one.getBoundingClientRect())).join());
    const before = await boxes();
    for (const name of ["Quotes", "Names", "Dates", "Hard sentences"]) {
      const toggle = article(page).getByRole("button", { name, exact: true });
      await toggle.click();
      assert.equal(await toggle.getAttribute("aria-pressed"), "false");
      assert.equal(await boxes(), before, name);
    }
    assert.equal(await page.evaluate(() => document.querySelector("copydesk-article").getAttribute("layers")), "");
    // Without its layer a mark is neither clicked nor a stop.
    await article(page).locator("mark.person").first().click();
    assert.equal(await page.evaluate(() => heard.filter(([type]) => type === "mark-select").length), 0);
    assert.equal(await page.evaluate(() => document.querySelector("copydesk-article").shadowRoot.querySelectorAll('.article [tabindex="0"]').length), 0);
  }));

  test("see the panels and layers that the page asks for", () => visit("/", async (page) => {
    await page.evaluate(() => {
      const one = document.querySelector("copydesk-article");
      one.setAttribute("panels", "dates names unknown");
      one.setAttribute("layers", "names");
    });
    assert.deepEqual(await article(page).getByRole("tab").allInnerTexts(), ["Names", "Dates"]);
    assert.deepEqual(await article(page).locator(".toggle[aria-pressed=true]").allInnerTexts(), ["Names"]);
    await page.evaluate(() => document.querySelector("copydesk-article").setAttribute("panels", ""));
    assert.equal(await article(page).getByRole("tab").count(), 0);
  }));
});

describe("whatever happens", () => {
  test("two elements share one worker, which ends with the last", () => visit("/two", async (page) => {
    assert.equal(page.workers().length, 1);
    await page.evaluate(() => document.querySelector("copydesk-article").remove());
    await page.waitForTimeout(100);
    assert.equal(page.workers().length, 1);
    await page.evaluate(() => document.querySelector("copydesk-article").remove());
    await page.waitForFunction(() => true);
    for (let i = 0; i < 50 && page.workers().length > 0; i++) await page.waitForTimeout(20);
    assert.equal(page.workers().length, 0);
  }));

  test("removed while it is read, an element says nothing more; put back, it is read", () => visit("/none", async (page) => {
    await page.evaluate((text) => {
      globalThis.one = document.createElement("copydesk-article");
      one.text = text;
      document.querySelector("main").append(one);
    }, HUGE);
    await page.waitForFunction(() => one.matches(":state(loading)"));
    await page.evaluate(() => one.remove());
    for (let i = 0; i < 50 && page.workers().length > 0; i++) await page.waitForTimeout(20);
    await page.waitForTimeout(200);
    assert.deepEqual(await page.evaluate(() => [heard.length, one.matches(":state(loading)"), one.analysis]), [0, false, null]);
    assert.equal(page.workers().length, 0);
    await page.evaluate(() => {
      one.text = "“Back,” said Ada Finch.";
      document.querySelector("main").append(one);
    });
    await page.waitForFunction(() => one.analysis);
    assert.deepEqual(await page.evaluate(() => heard.map(([type]) => type)), ["analysis"]);
  }));

  test("elements that are gone leave nothing behind", () => visit("/none", async (page) => {
    await page.evaluate(async (text) => {
      globalThis.gone = [];
      for (const abandoned of [false, true]) {
        const one = document.createElement("copydesk-article");
        one.text = text;
        document.querySelector("main").append(one);
        if (!abandoned) await new Promise((done) => one.addEventListener("analysis", done, { once: true }));
        one.remove();
        gone.push(new WeakRef(one));
      }
      await new Promise((done) => setTimeout(done, 100));
      heard.length = 0;
    }, ARTICLE);
    const session = await page.context().newCDPSession(page);
    for (let i = 0; i < 20 && (await page.evaluate(() => gone.some((one) => one.deref()))); i++) {
      await session.send("HeapProfiler.collectGarbage");
      await page.waitForTimeout(50);
    }
    assert.deepEqual(await page.evaluate(() => gone.map((one) => one.deref() === undefined)), [true, true]);
    assert.equal(page.workers().length, 0);
  }));

  test("moved in the page, an element keeps what it has", () => visit("/", async (page) => {
    const [same, count] = await page.evaluate(async () => {
      const one = document.querySelector("copydesk-article");
      const before = one.analysis;
      document.body.append(one);
      await new Promise((done) => setTimeout(done, 200));
      return [one.analysis === before, heard.length];
    });
    assert.deepEqual([same, count], [true, 1]);
    assert.equal(page.workers().length, 1);
  }));

  test("of texts that follow each other the newest wins", () => visit("/none", async (page) => {
    const told = await page.evaluate(async (long) => {
      const one = document.createElement("copydesk-article");
      document.querySelector("main").append(one);
      one.text = long;
      await new Promise((done) => setTimeout(done, 30));
      for (const name of ["first", "second", "newest"]) one.text = `“Yes,” said the ${name}.`;
      await new Promise((done) => one.addEventListener("analysis", done, { once: true }));
      await new Promise((done) => setTimeout(done, 300));
      return heard.map(([type, { analysis }]) => [type, analysis?.text]);
    }, HUGE);
    assert.deepEqual(told, [["analysis", "“Yes,” said the newest."]]);
  }));

  test("a stored analysis is shown without an engine, and null goes back to the text", () => visit("/", async (page) => {
    const asked = server.requests.filter((path) => path.endsWith(".wasm")).length;
    await page.evaluate((analysis) => {
      const one = document.createElement("copydesk-article");
      one.id = "stored";
      one.analysis = analysis;
      document.querySelector("copydesk-article").replaceWith(one);
    }, node.analyze("“Stored,” said Ada Finch."));
    assert.match(await page.locator("#stored .article").innerText(), /Stored/);
    assert.equal(server.requests.filter((path) => path.endsWith(".wasm")).length, asked);
    await page.evaluate(() => {
      stored.text = "“Read,” said Ada Finch.";
      stored.analysis = null;
    });
    await page.waitForFunction(() => document.querySelector("#stored").analysis?.text.includes("Read"));
  }));

  test("what was set before the element was defined holds", () => visit("/later", async (page) => {
    await page.evaluate(() => {
      document.querySelector("#early").text = "“Early,” said Ada Finch.";
      define();
    });
    await page.waitForFunction(() => document.querySelector("#early").analysis?.text.includes("Early"));
  }, { wait: false }));

  test("hostile texts stay text", () => visit("/none", async (page) => {
    for (const [name, text] of HOSTILE) {
      if (text.trim() === "" || text.length > 50_000) continue;
      const [elements, shown] = await page.evaluate(async (words) => {
        document.querySelector("copydesk-article")?.remove();
        const one = document.createElement("copydesk-article");
        one.setAttribute("format", "text");
        one.text = words;
        document.querySelector("main").append(one);
        await new Promise((done) => one.addEventListener("analysis", done, { once: true }));
        return [one.shadowRoot.querySelectorAll("script, img, svg, iframe, a, [onclick], [style]").length, one.analysis.text === words];
      }, text);
      assert.deepEqual([elements, shown], [0, true], name);
    }
  }));

  test("a long article stands to its end", () => visit("/none", async (page) => {
    await page.evaluate((text) => {
      const one = document.createElement("copydesk-article");
      one.text = text;
      document.querySelector("main").append(one);
    }, LONG);
    await page.waitForFunction(() => document.querySelector("copydesk-article").analysis);
    await settled(page);
    assert.equal(await article(page).locator(".block").count(), 600);
    assert.equal(await article(page).locator(".chip").count(), 600);
  }));
});

describe("errors", () => {
  const shown = (page) => page.evaluate(() => {
    const one = document.querySelector("copydesk-article");
    return { state: one.matches(":state(error)"), code: heard.at(-1)?.[1].error?.code, note: one.shadowRoot.querySelector(".note.alert")?.innerText ?? "", text: one.innerText };
  });

  test("an engine that does not load leaves the article readable, says so, and may be tried again", async () => {
    fault = { status: 404, body: "no" };
    await visit("/", async (page) => {
      const { state, code, note, text } = await shown(page);
      assert.deepEqual([state, code], [true, "not-initialized"]);
      assert.match(note, /could not be loaded\. The article stands without marks\./);
      assert.match(text, /harbour bridge will close/);
      assert.ok(await page.locator("copydesk-article > p").first().isVisible());
      fault = null;
      await article(page).getByRole("button", { name: "Try again" }).click();
      await page.waitForFunction(() => document.querySelector("copydesk-article").analysis);
      assert.equal((await shown(page)).state, false);
    }, { complaints: true }).finally(() => { fault = null; });
  });

  for (const [name, set, code] of [
    ["a text too long", { options: { maxLength: 5 }, text: "“Yes,” said Ada Finch." }, "too-long"],
    ["a day that is none", { options: { published: "yesterday" }, text: "“Yes,” said Ada Finch." }, "bad-input"],
    ["a text that is none", { text: 5 }, "bad-input"],
    ["an analysis that is none", { analysis: { quotes: 5 } }, "bad-input"],
    ["half an analysis", { analysis: { text: "x", quotes: [], blocks: [{}] } }, "bad-input"],
  ]) {
    test(`${name} is told, the text kept`, () => visit("/none", async (page) => {
      await page.evaluate((properties) => {
        const one = document.querySelector("main").appendChild(document.createElement("copydesk-article"));
        Object.assign(one, properties);
      }, set);
      await page.waitForFunction(() => document.querySelector("copydesk-article").matches(":state(error)"));
      const said = await shown(page);
      assert.equal(said.code, code);
      assert.notEqual(said.note, "");
      if (set.text) assert.match(await article(page).locator(".article").innerText(), new RegExp(String(set.text).slice(0, 5)));
    }));
  }

  test("browsers without custom states get an attribute", () => visit("/later", async (page) => {
    await page.evaluate(() => {
      delete HTMLElement.prototype.attachInternals;
      define();
      early.text = 5;
    });
    await page.waitForFunction(() => document.querySelector("#early").dataset.state === "error");
  }, { wait: false }));
});

describe("names", () => {
  test("the element is defined once a name; a name that is taken or none is told", () => visit("/none", async (page) => {
    const said = await page.evaluate(() => {
      const code = (work) => { try { work(); } catch (error) { return error.code; } };
      customElements.define("some-other", class extends HTMLElement {});
      return [define() === customElements.get("copydesk-article"), define("my-article") === customElements.get("my-article"), code(() => define("some-other")), code(() => define("none"))];
    });
    assert.deepEqual(said, [true, true, "bad-input", "bad-input"]);
  }));

  test("a server imports and defines, and nothing happens", async () => {
    const program = `import { defineCopydeskArticle } from "copydesk/element"; process.stdout.write(JSON.stringify(defineCopydeskArticle()));`;
    const { stdout } = await exec(process.execPath, ["--input-type=module", "-e", program], { cwd: await project() });
    assert.equal(stdout, "null");
  });
});

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
