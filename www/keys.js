/** The keyboard: single keys that can be switched off, and one tab stop for all marks of the article. */

import { cardOf, closeCard, openCard } from "./cards.js";
import { byId, isField, isNarrow } from "./dom.js";
import { withLate } from "./later.js";
import { PANELS, showPanel } from "./panels.js";
import { elementOf, goTo } from "./select.js";
import { isRaised, lowerSheet } from "./sheet.js";
import { set, state } from "./state.js";
import { toggleLayer, toggleMode } from "./toolbar.js";
import { goBack } from "./undo.js";

/** Which layer a mark belongs to; a quote stops at its chip, which is what can be pressed. */
const LAYER_OF = [[".chip", "quotes"], ["[data-d]", "dates"], [".entity", "names"], [".other", "quotes"], [".kind", null]];

/** Marks that the keys stop at, in order: those of the layers that are on. */
function stops() {
  const { layers } = state;
  const wanted = LAYER_OF.filter(([, layer]) => layer === null || layers[layer]).map(([selector]) => selector);
  return [...byId("article").querySelectorAll(wanted.join())];
}

/** The article is one tab stop: the mark visited last, or the whole before any was. */
function visit(mark) {
  const article = byId("article");
  for (const before of article.querySelectorAll("[tabindex='0']")) before.tabIndex = -1;
  mark.tabIndex = 0;
  article.tabIndex = -1;
  mark.focus({ preventScroll: true });
  mark.scrollIntoView({ block: "nearest" });
}

/** Whether a mark comes after an element in the text. */
const follows = (element, mark) => (element.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Moves to the next or previous mark, from wherever in the article the focus is. */
function step(by) {
  const marks = stops();
  if (marks.length === 0) return;
  const here = byId("article").contains(document.activeElement) && document.activeElement !== byId("article") ? document.activeElement : null;
  if (!here) return visit(by > 0 ? marks[0] : marks.at(-1));
  const next = by > 0 ? marks.find((mark) => follows(here, mark)) : marks.findLast((mark) => mark !== here && !follows(here, mark));
  visit(next ?? (by > 0 ? marks[0] : marks.at(-1)));
}

/** Steps through the mentions of the name that is chosen, or that has the focus. */
function stepChosen(by) {
  const { analysis, selection } = state;
  const focused = document.activeElement.dataset?.e;
  const id = focused !== undefined ? Number(focused) : selection?.kind === "entity" ? selection.id : null;
  if (!analysis || id === null) return;
  const all = analysis.entities[id].mentions;
  const at = all.indexOf(Number(document.activeElement.dataset?.m));
  const next = all[((at < 0 && by < 0 ? 0 : at) + by + all.length) % all.length];
  goTo("entity", id, next);
  const mark = elementOf("mention", next);
  if (mark) visit(mark);
}

const KEYS = {
  "?": () => withLate(({ showHelp }) => showHelp()),
  e: toggleMode,
  q: () => toggleLayer("quotes"),
  n: () => toggleLayer("names"),
  t: () => toggleLayer("dates"),
  r: () => toggleLayer("reading"),
  j: () => step(1),
  k: () => step(-1),
  s: () => withLate(({ openShare }) => openShare()),
  x: () => withLate(({ toggleExport }) => toggleExport()),
  "]": () => stepChosen(1),
  "[": () => stepChosen(-1),
  c: () => withLate(({ openCompare }) => openCompare()),
  "/": () => {
    if (state.panel !== "names" || (isNarrow() && !isRaised())) showPanel("names");
    withLate(({ searchNames }) => searchNames());
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
      openCard(found.what, found.mark, { focus: true });
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

export function startKeys() {
  document.addEventListener("keydown", onKey);
}
