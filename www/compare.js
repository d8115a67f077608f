/** Two articles side by side: what both have, what only one has, and which reads harder. */

import { compareArticles, MOST_CUT } from "./alike.js";
import { derive } from "./derive.js";
import { button, byId, h, icon } from "./dom.js";
import { readBeside } from "./engine.js";
import { number } from "./format.js";
import { garbledKind, LIMIT, readFile, readPaste } from "./input.js";
import { t } from "./messages.js";
import { late } from "./messages-late.js";
import { state } from "./state.js";
import { plainTable } from "./tables.js";
import { announce, toast } from "./toast.js";
import { titleOf } from "./transfer.js";

const PAUSE_MS = 300;
const ROWS = 100;
const words = late.compare;

/** The second article's reading, kept while the page is open, so that the view can be left and come back to. */
let second = null;
let running = null;
let timer = 0;

const text = () => byId("second-text");
const say = (problem) => { byId("compare-status").textContent = problem; };

function problemOf(given) {
  const kind = garbledKind(given);
  if (kind) return t.garbled(t.garbledKinds[kind]);
  return given.length > LIMIT ? t.tooLong(given.length, LIMIT) : null;
}

async function read() {
  clearTimeout(timer);
  running?.abort();
  second = null;
  const given = text().value;
  const problem = given.trim() === "" ? "" : problemOf(given);
  if (problem !== null) {
    say(problem);
    draw();
    return;
  }
  say(t.waiting);
  const mine = new AbortController();
  running = mine;
  try {
    const { includeFurniture, readAloud } = state;
    const analysis = await readBeside(given, { includeFurniture, readAloud, maxLength: LIMIT, signal: mine.signal });
    second = { analysis, index: derive(analysis, ({ prose }) => prose || includeFurniture) };
    say("");
    announce(words.read);
    draw();
  } catch (error) {
    if (running === mine && error?.code !== "aborted") say(t.failed);
  }
}

function take(given) {
  text().value = given;
  text().scrollTop = 0;
  read();
}

async function open(file) {
  const found = file && (await readFile(file));
  if (found) take(found.text);
  if (found?.guessed) toast(t.decoded);
}

const amount = (value, digits = 0) => (value === null ? "–" : number(value, digits));
const DIGITS = { grade: 1, perSentence: 1 };

function difference(a, b, digits) {
  if (a === null || b === null) return "–";
  const by = b - a;
  return Math.abs(by) < 0.05 ? "0" : `${by > 0 ? "+" : "−"}${number(Math.abs(by), digits)}`;
}

function figureTable([a, b]) {
  return plainTable(words.figures, words.figureHeads, Object.keys(words.figure).map((key) =>
    [words.figure[key], amount(a[key], DIGITS[key]), amount(b[key], DIGITS[key]), difference(a[key], b[key], DIGITS[key])]));
}

/** One list of names or speakers, as a table under its heading; the empty one says so. */
function part(whole, title, heads, rows, none) {
  return h("section", { class: "compare-part" }, h("h4", {}, title, " ", h("span", { class: "soft" }, number(rows.length))),
    rows.length === 0 ? h("p", { class: "soft" }, none) : plainTable(`${whole}: ${title}`, heads, rows, ROWS, words.more));
}

/** Names repeat their underline; a speaker is not marked by one. */
const swatch = ({ name, kind }) => h("span", { class: kind === "speaker" ? null : `swatch ${kind}`, dir: "auto" }, name);

function shared({ both, first, second: other }, title, unit) {
  const alone = (list) => list.map((item) => [swatch(item), number(item.amount)]);
  return h("section", {}, h("h3", {}, title), h("div", { class: "compare-parts" },
    part(title, words.both, [words.name, words.first, words.second], both.map((item) => [swatch(item), number(item.first), number(item.second)]), words.none),
    part(title, words.onlyFirst, [words.name, unit], alone(first), words.none),
    part(title, words.onlySecond, [words.name, unit], alone(other), words.none)));
}

function draw() {
  const root = byId("compare-result");
  if (!second || !state.analysis) {
    root.replaceChildren();
    return;
  }
  const { figures, names, speakers, quotes } = compareArticles(state, second);
  root.replaceChildren(
    h("p", { class: "compare-gist" }, words.gist(names.both.length, speakers.both.length, quotes.length, figures)),
    h("section", {}, h("h3", {}, words.figures), figureTable(figures)),
    shared(speakers, words.speakers, words.quotedWords),
    h("section", {}, h("h3", {}, words.quotes, " ", h("span", { class: "soft" }, number(quotes.length))),
      quotes.length === 0 ? h("p", { class: "soft" }, words.noQuotes)
        : plainTable(words.quotes, words.quoteHeads, quotes.map((quote) => [`“${quote.words}”`, quote.first ?? t.noSpeakerFound, quote.second ?? t.noSpeakerFound]), ROWS, words.more),
      Math.max(state.analysis.quotes.length, second.analysis.quotes.length) > MOST_CUT && h("p", { class: "soft" }, words.cutAmong(MOST_CUT))),
    shared(names, words.names, words.mentions));
}

function build(dialog) {
  const file = h("input", { type: "file", hidden: true, accept: byId("file").accept, "aria-label": words.file, on: { change: ({ target }) => {
    open(target.files[0]);
    target.value = "";
  } } });
  dialog.replaceChildren(
    h("div", { class: "compare-head" }, h("h2", { id: "compare-title" }, t.compareHow),
      button({ class: "round", "aria-label": t.card.close, on: { click: () => dialog.close() } }, icon("close"))),
    h("div", { class: "compare-sides" },
      h("section", {}, h("h3", {}, words.first), h("p", { class: "compare-name", id: "first-title" }), h("p", { class: "compare-excerpt", id: "first-text", dir: "auto" })),
      h("section", {}, h("h3", {}, h("label", { for: "second-text" }, words.second)),
        h("textarea", { id: "second-text", placeholder: words.paste, dir: "auto", spellcheck: "false", autocomplete: "off", on: { input: () => {
          clearTimeout(timer);
          timer = setTimeout(read, PAUSE_MS);
        } } }),
        h("div", { class: "compare-acts" }, button({ class: "quiet", on: { click: () => file.click() } }, icon("file"), t.openFile), file,
          h("p", { id: "compare-status", class: "soft", role: "status" })))),
    h("div", { id: "compare-result" }));
  // What is pasted or dropped here is the second article, never a new first one.
  dialog.addEventListener("paste", (event) => {
    const { text: given } = readPaste(event.clipboardData);
    event.stopPropagation();
    if (given === "" || (event.target === text() && text().value !== "")) return;
    event.preventDefault();
    take(given);
  });
  dialog.addEventListener("dragover", (event) => event.preventDefault());
  dialog.addEventListener("drop", (event) => {
    event.preventDefault();
    event.stopPropagation();
    open(event.dataTransfer.files[0]);
  });
}

/** Opens the view; a second article read before is still there. */
export function openCompare() {
  const { analysis } = state;
  if (!analysis) return;
  const dialog = byId("compare");
  if (!dialog.firstChild) build(dialog);
  byId("first-title").textContent = titleOf(analysis) ?? t.origins[state.origin];
  const body = analysis.blocks.find(({ prose }) => prose)?.span.start ?? 0;
  byId("first-text").textContent = analysis.text.slice(body, body + 600);
  draw();
  dialog.showModal();
  text().focus();
}
