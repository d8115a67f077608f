/** The export menu: every form the package writes, as a file, and on the clipboard where that serves. */

import { button, byId, h, icon } from "./dom.js";
import { writers } from "./engine.js";
import { withLate } from "./later.js";
import { t } from "./messages.js";
import { options } from "./options.js";
import { state } from "./state.js";
import { toast } from "./toast.js";
import { copy, fileName, save } from "./transfer.js";

const table = (name) => ({ ending: `-${name === "entities" ? "names" : name}.csv`, type: "text/csv", write: ({ toCSV }, analysis) => toCSV(analysis, name) });

/** How each form is written, and what its file is. */
const FORMS = {
  html: { ending: ".html", type: "text/html", write: ({ toHTML }, analysis) => toHTML(analysis) },
  markdown: { ending: ".md", type: "text/markdown", write: ({ toMarkdown }, analysis) => toMarkdown(analysis) },
  sheet: { ending: "-quotes.txt", type: "text/plain", write: ({ toQuoteSheet }, analysis) => toQuoteSheet(analysis) },
  json: { ending: ".json", type: "application/json", write: ({ toJSON }, analysis) => toJSON(analysis, options()) },
  quotes: table("quotes"),
  names: table("entities"),
  dates: table("dates"),
  sentences: table("sentences"),
};

/** Writes the analysis that is shown in one form and hands it on; says so when the writers cannot be had. */
async function written(form, hand) {
  const { analysis } = state;
  const { write, ending, type } = FORMS[form];
  let module;
  try {
    module = await writers();
  } catch {
    toast(t.save.missing);
    return;
  }
  await hand(write(module, analysis), fileName(analysis, ending), `${type};charset=utf-8`);
}

/** Saves one form as a file. */
export const saveAs = (form) => written(form, save);

/** One line of the menu: its name saves, the small button copies. */
function line(form, copies) {
  const off = { disabled: !state.analysis };
  const { name, ending } = t.save.forms[form];
  return h("div", { class: "menu-line" },
    button({ ...off, on: { click: () => saveAs(form) } }, icon("save"), name, h("span", { class: "soft" }, ending)),
    copies && button({ ...off, class: "menu-copy", "aria-label": t.save.copy(name), title: t.save.copy(name), on: { click: () => written(form, copy) } }, icon("copy")));
}

const group = (title, id, ...lines) => h("div", { role: "group", "aria-labelledby": id }, h("p", { class: "menu-title", id }, title), lines);

function closeOnEscape(event) {
  if (event.key !== "Escape" || !event.currentTarget.open) return;
  event.stopPropagation();
  event.currentTarget.open = false;
  event.currentTarget.querySelector("summary").focus();
}

/** Puts the lines into the menu, unless they are there. */
export function fillMenu(menu) {
  const list = menu.querySelector(".menu-list");
  if (list.firstChild) return;
  menu.addEventListener("keydown", closeOnEscape);
  list.append(
    group(t.save.whole, "export-whole", line("html"), line("markdown", true), line("sheet", true), line("json", true)),
    group(t.save.tables, "export-tables", h("div", { class: "menu-pairs" }, ["quotes", "names", "dates", "sentences"].map((form) => line(form)))),
    h("div", { class: "menu-last" },
      button({ disabled: state.text === "", on: { click: () => withLate(({ openShare }) => openShare()) } }, icon("share"), t.save.link),
      button({ disabled: !state.analysis, on: { click: () => print() } }, icon("print"), t.save.print),
      button({ disabled: state.text === "", on: { click: () => copy(state.text) } }, icon("copy"), t.copyText)));
}

/** Opens the menu, or closes it, by key. */
export function toggleExport() {
  const menu = byId("export-menu");
  fillMenu(menu);
  menu.open = !menu.open;
  menu.querySelector(menu.open ? ".menu-list button:enabled" : "summary")?.focus();
}
