// <copydesk-article> in Chromium: what it reads, what its readers do with it, what it says when it cannot.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { article, node, serving, settled, visit } from "./element.mjs";
import { ARTICLE, exec, project } from "./scratch.mjs";

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

describe("errors", () => {
  const shown = (page) => page.evaluate(() => {
    const one = document.querySelector("copydesk-article");
    return { state: one.matches(":state(error)"), code: heard.at(-1)?.[1].error?.code, note: one.shadowRoot.querySelector(".note.alert")?.innerText ?? "", text: one.innerText };
  });

  test("an engine that does not load leaves the article readable, says so, and may be tried again", async () => {
    serving.fault = { status: 404, body: "no" };
    await visit("/", async (page) => {
      const { state, code, note, text } = await shown(page);
      assert.deepEqual([state, code], [true, "not-initialized"]);
      assert.match(note, /could not be loaded\. The article stands without marks\./);
      assert.match(text, /harbour bridge will close/);
      assert.ok(await page.locator("copydesk-article > p").first().isVisible());
      serving.fault = null;
      await article(page).getByRole("button", { name: "Try again" }).click();
      await page.waitForFunction(() => document.querySelector("copydesk-article").analysis);
      assert.equal((await shown(page)).state, false);
    }, { complaints: true }).finally(() => { serving.fault = null; });
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
