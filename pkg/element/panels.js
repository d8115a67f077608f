// What was found, beside the text: who said what, who and what is named, how hard it reads, when it is.
import { BASES, CAUTION, DIFFICULTIES, formulas, gradeLine, KINDS, named, round } from "../export/view.js";
import { make, moveStop, pressable, step } from "./dom.js";
import { PANELS } from "./layers.js";
import { many } from "./words.js";

/** Rows shown at first, of any list. */
const AT_FIRST = 60;

/** A list that grows on request: a long article has thousands of rows. */
function list(label, rows, draw) {
  const element = make("ul", { "aria-label": label }, rows.slice(0, AT_FIRST).map(draw));
  const rest = rows.length - AT_FIRST;
  if (rest <= 0) return [element];
  const more = pressable({ class: "more", on: { click() {
    element.append(...rows.slice(AT_FIRST).map(draw));
    more.remove();
  } } }, `${many(rest, "more row")}`);
  return [element, more];
}

/** A list under its title, which is no heading: what headings surround the element only its page knows. */
const titled = (title, count, rows, draw) =>
  make("div", {}, make("p", { class: "title", dir: "auto" }, title, count && [" ", make("span", { class: "count" }, count)]), list(title, rows, draw));

const nothing = (what) => make("p", { class: "soft" }, `No ${what} were found.`);
const row = (choose, mark, ...children) => make("li", {}, pressable({ class: "row", on: { click: () => choose(mark) } }, ...children));

function quotes(analysis, seen, choose) {
  if (analysis.quotes.length === 0) return nothing("quotes");
  const quoteRow = (quote) => row(choose, { layer: "quote", item: quote },
    make("span", { class: `said ${quote.kind}`, dir: "auto" }, seen.words(quote.span)),
    make("span", { class: "soft small" }, seen.factsOf(quote).join(" · ")));
  const groups = seen.bySpeaker().map((own) => titled(seen.speakerLine(own[0]), many(own.length, "quote"), own, quoteRow));
  return [groups, make("p", { class: "soft small" }, CAUTION)];
}

function names(analysis, seen, choose) {
  const all = named(analysis);
  if (all.length === 0) return nothing("names");
  const nameRow = ({ kind, name, role, mentions }) => row(choose, { layer: "name", item: analysis.mentions[mentions[0]] },
    make("span", {}, make("span", { class: `swatch ${kind}`, dir: "auto" }, name), " ", make("span", { class: "count" }, `× ${mentions.length}`)),
    role && make("span", { class: "soft small", dir: "auto" }, role));
  return [...KINDS].map(([kind, title]) => [title, all.filter((entity) => entity.kind === kind)]).filter(([, own]) => own.length > 0)
    .map(([title, own]) => titled(title, String(own.length), own, nameRow));
}

function readability(analysis, seen, choose) {
  const { readability: all } = analysis;
  const { counts, readingSeconds, tooShort } = all;
  const facts = `${many(counts.words, "word")}, ${many(counts.sentences, "sentence")}, about ${many(Math.max(1, Math.round(readingSeconds / 60)), "minute")} to read`;
  const hardest = seen.hardest(5);
  return [
    make("p", { class: "grade" }, gradeLine(all)),
    make("p", { class: "soft" }, facts),
    !tooShort && make("table", {}, make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Formula"), make("th", { scope: "col" }, "Value"))),
      make("tbody", {}, formulas(all).map(([name, value]) => make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, String(value)))))),
    hardest.length > 0 && titled("Hardest sentences", null, hardest, ([, sentence]) => row(choose, { layer: "sentence", item: sentence },
      make("span", { class: "said", dir: "auto" }, seen.words(sentence.span)),
      make("span", { class: "soft small" }, `${DIFFICULTIES.get(sentence.difficulty)} · ${many(sentence.words, "word")} · grade ${round(sentence.grade)}`))),
  ];
}

function dates(analysis, seen, choose) {
  const when = analysis.published && make("p", { class: "soft" }, `Published ${analysis.published.value}.`);
  if (analysis.dates.length === 0) return [when, nothing("dates")];
  return [when, list(PANELS.get("dates"), analysis.dates, (date) => row(choose, { layer: "date", item: date },
    make("span", {}, make("span", { class: "swatch date", dir: "auto" }, seen.words(date.span)), ...(date.value ? [" → ", make("b", {}, date.value)] : [])),
    make("span", { class: "soft small" }, BASES.get(date.basis))))];
}

const DRAW = { quotes, names, readability, dates };

/** Tabs and the panel of the chosen one; `shown` is remembered by whoever owns the panels. */
export function drawPanels(root, { panels, analysis, seen, choose, shown, remember }) {
  root.hidden = panels.length === 0;
  if (root.hidden) return root.replaceChildren();
  const current = panels.includes(shown) ? shown : panels[0];
  const content = (name) => [DRAW[name](analysis, seen, choose)].flat(2).filter(Boolean);
  const panel = make("div", { id: "panel", class: "panel", part: "panel", role: "tabpanel", tabindex: 0, "aria-labelledby": `tab-${current}` }, content(current));
  const tabs = panels.map((name) => pressable({
    id: `tab-${name}`, class: "tab", part: "tab", role: "tab", "aria-selected": String(name === current), "aria-controls": "panel", tabindex: name === current ? 0 : -1,
    on: { click: () => open(name) },
  }, PANELS.get(name)));
  function open(name, focus = false) {
    tabs.forEach((tab, i) => tab.setAttribute("aria-selected", String(panels[i] === name)));
    moveStop(tabs, tabs[panels.indexOf(name)], focus);
    panel.setAttribute("aria-labelledby", `tab-${name}`);
    panel.replaceChildren(...content(name));
    panel.scrollTop = 0;
    remember(name);
  }
  const keydown = (event) => {
    const next = step(event.key, tabs.indexOf(event.target), tabs.length);
    if (next === null) return;
    event.preventDefault();
    open(panels[next], true);
  };
  root.replaceChildren(make("div", { class: "tabs", role: "tablist", "aria-label": "What was found", on: { keydown } }, tabs), panel);
}
