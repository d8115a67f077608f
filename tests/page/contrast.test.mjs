// Contrast in numbers: axe does not measure underlines, pseudo-elements or what is painted under nested marks.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start } from "./journey.mjs";

let desk;
before(async () => { desk = await start(); });
after(() => desk.stop());

/** Every combination of layers on one segment, drawn into the article and measured as the browser computes it. */
function measure() {
  const article = document.querySelector("#article");
  const parse = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
    return [r, g, b, a];
  };
  const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a), 1];
  const ground = (element) => {
    const layers = [];
    for (let node = element; node; node = node.parentElement) layers.push(parse(getComputedStyle(node).backgroundColor));
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
  };
  const channel = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const texts = [];
  const cues = [];
  const page = ground(article);
  const note = (list, name, colour, element) => list.push({ name, ratio: ratio(over(parse(colour), ground(element)), ground(element)) });

  const quotes = ["", "quote", "reported"];
  const kinds = ["", "entity person name", "entity organization name", "entity place name", "entity thing name", "entity person nominal", "entity organization nominal"];
  const rest = ["", "when", "other", "chosen"];
  const block = document.createElement("p");
  const sentence = document.createElement("span");
  block.append(sentence);
  article.append(block);
  for (const off of ["", "no-quotes", "no-names", "no-dates"]) {
    if (off) article.classList.add(off);
    for (const blockClass of ["block paragraph", "block paragraph aside"]) {
      for (const sentenceClass of ["sentence", "sentence chosen"]) {
        block.className = blockClass;
        sentence.className = sentenceClass;
        for (const quote of quotes) {
          for (const kind of kinds) {
            for (const more of rest) {
              const mark = document.createElement("mark");
              mark.className = [quote, kind, more].filter(Boolean).join(" ");
              mark.textContent = "word";
              sentence.append(mark);
              const name = [off, blockClass, sentenceClass, mark.className].join(" / ");
              const style = getComputedStyle(mark);
              note(texts, name, style.color, mark);
              const owned = (kind && off !== "no-names") || (more === "when" && off !== "no-dates");
              if (owned) {
                const line = over(parse(style.borderBottomColor), page);
                cues.push({ name: `${name} underline`, ratio: Math.min(ratio(line, page), ratio(line, ground(mark))) });
              }
              mark.remove();
            }
          }
        }
      }
    }
    if (off) article.classList.remove(off);
  }
  block.remove();
  // Difficulty alone colours the text, and the tags of names stand on the page's ground.
  article.classList.add("no-quotes", "no-names", "no-dates");
  for (const sentence of article.querySelectorAll(".sentence.hard, .sentence.veryHard")) note(texts, " / block paragraph / difficulty alone", getComputedStyle(sentence).color, sentence);
  article.classList.remove("no-quotes", "no-names", "no-dates");
  document.documentElement.dataset.tags = "on";
  for (const mark of article.querySelectorAll(".introduced")) {
    const { color, backgroundColor } = getComputedStyle(mark, "::after");
    texts.push({ name: "tag", ratio: ratio(parse(color), over(parse(backgroundColor), page)) });
  }
  document.documentElement.dataset.tags = "off";
  for (const selector of [".chip", ".chip.unnamed", ".kind", ".confidence", ".said-words", ".cue", ".wrong", ".role", ".panel-note", ".fact span", ".tab", ".soft"]) {
    for (const element of [...document.querySelectorAll(selector)].slice(0, 40)) note(texts, selector, getComputedStyle(element).color, element);
  }
  for (const gutter of document.querySelectorAll(".gutter")) {
    note(texts, "gutter words", getComputedStyle(gutter, "::after").color, gutter);
    note(cues, "gutter bar", getComputedStyle(gutter).borderInlineStartColor, gutter);
  }
  for (const chip of document.querySelectorAll(".chip")) note(cues, "chip border", getComputedStyle(chip).borderTopColor, chip.parentElement);
  for (const line of document.querySelectorAll(".quote.opens")) note(cues, "quote sign", getComputedStyle(line, "::before").color, line);
  return { texts, cues };
}

for (const colorScheme of ["light", "dark"]) {
  test(`text and cues keep their contrast in every combination of layers, ${colorScheme}`, async () => {
    const { page, context } = await desk.visit({ colorScheme });
    const { texts, cues } = await page.evaluate(measure);
    assert.ok(texts.length > 1000 && cues.length > 800, `${texts.length} texts, ${cues.length} cues`);
    assert.deepEqual(texts.filter(({ ratio }) => ratio < 4.5).slice(0, 5), []);
    assert.deepEqual(cues.filter(({ ratio }) => ratio < 3).slice(0, 5), []);
    assert.ok(texts.filter(({ name }) => name === "tag").length >= 10 && texts.some(({ name }) => name.endsWith("difficulty alone")));
    const prose = texts.filter(({ name }) => / \/ block paragraph \/ /.test(name));
    assert.ok(Math.min(...prose.map(({ ratio }) => ratio)) >= 9, `running text keeps at least 9:1, found ${Math.min(...prose.map(({ ratio }) => ratio)).toFixed(2)}`);
    await context.close();
  });

  test(`charts keep their contrast, ${colorScheme}`, async () => {
    const { page, context } = await desk.visit({ colorScheme });
    for (const [tab, parts] of [["quotes", { ".share-part.named": "fill" }], ["readability", { ".strip .veryHard .bar-body": "fill", ".pattern-line": "stroke", ".scale .median": "fill" }],
      ["timeline", { ".time-chart .dot": "stroke" }], ["names", { ".spark line:not(.axis)": "stroke" }]]) {
      await page.locator(`#tab-${tab}`).click();
      const found = await page.evaluate((wanted) => {
        const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
        const channel = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
        const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
        const ground = light(numbers(getComputedStyle(document.querySelector(".findings")).backgroundColor));
        return Object.entries(wanted).map(([selector, property]) => {
          const colour = light(numbers(getComputedStyle(document.querySelector(selector))[property]));
          return [selector, (Math.max(colour, ground) + 0.05) / (Math.min(colour, ground) + 0.05)];
        });
      }, parts);
      for (const [selector, ratio] of found) assert.ok(ratio >= 3, `${selector} ${ratio.toFixed(2)}`);
    }
    await context.close();
  });
}
