/** The keyboard: single keys that can be switched off, and one tab stop for all marks of the article. */

import { cardOf, closeCard, openCard } from "./cards.js";
import { byId, h, isField } from "./dom.js";
import { toggleExport } from "./export.js";
import { t } from "./messages.js";
import { lowerSheet, PANELS, showPanel } from "./panels.js";
import { searchNames } from "./panels/names.js";
import { finish } from "./reader.js";
import { set, state } from "./state.js";
import { openShare } from "./share.js";
import { toggleLayer, toggleMode } from "./toolbar.js";
import { goBack } from "./undo.js";

/** Moves to the next or previous mark that can be seen. */
function step(by) {
  finish();
  const marks = [...byId("article").querySelectorAll("[data-mark]")].filter((mark) => mark.checkVisibility?.() ?? true);
  if (marks.length === 0) return;
  const here = marks.indexOf(document.activeElement);
  const next = marks[here < 0 ? (by > 0 ? 0 : marks.length - 1) : (here + by + marks.length) % marks.length];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

/** Steps through the mentions of what is chosen. */
function stepChosen(by) {
  if (state.selection?.kind !== "entity") return;
  const marks = [...byId("article").querySelectorAll(`[data-e="${state.selection.id}"]`)];
  const next = marks[(marks.indexOf(document.activeElement) + by + marks.length) % marks.length];
  next?.focus();
}

const KEYS = {
  "?": () => byId("help").showModal(),
  e: toggleMode,
  q: () => toggleLayer("quotes"),
  n: () => toggleLayer("names"),
  t: () => toggleLayer("dates"),
  r: () => toggleLayer("reading"),
  j: () => step(1),
  k: () => step(-1),
  s: openShare,
  x: toggleExport,
  "]": () => stepChosen(1),
  "[": () => stepChosen(-1),
  "/": () => {
    set({ panel: "names" });
    searchNames();
  },
};
PANELS.forEach(({ id }, place) => { KEYS[place + 1] = () => showPanel(id, true); });

function onKey(event) {
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "Escape") {
    if (closeCard(true) || lowerSheet()) event.preventDefault();
    else if (state.mode === "edit") set({ mode: "read" });
    else if (state.speaker !== null) set({ speaker: null });
    return;
  }
  if (isField(event.target)) return;
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z") {
    event.preventDefault();
    goBack();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const inArticle = byId("article").contains(event.target);
  if (inArticle && event.key === "Enter") {
    const found = cardOf(event.target);
    if (found) {
      event.preventDefault();
      openCard(found.what, found.mark);
      byId("card").querySelector("button")?.focus();
    }
    return;
  }
  if (inArticle && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
    event.preventDefault();
    step(event.key === "ArrowRight" ? 1 : -1);
    return;
  }
  const act = state.shortcuts ? KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key] : undefined;
  if (!act) return;
  event.preventDefault();
  act();
}

/** What the help says, with the switch that WCAG 2.1.4 asks for. */
function drawHelp() {
  byId("help-body").replaceChildren(
    h("p", {}, t.help.limits),
    h("dl", { class: "keys" }, t.help.keys.map(([keys, words]) => h("div", {}, h("dt", {}, keys.map((key) => h("kbd", {}, key))), h("dd", {}, words)))),
    h("label", { class: "check" }, h("input", { type: "checkbox", checked: state.shortcuts, on: { change: ({ target }) => set({ shortcuts: target.checked }) } }), t.help.shortcuts));
}

export function startKeys() {
  document.addEventListener("keydown", onKey);
  drawHelp();
}
