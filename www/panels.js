/** Tabs and the panel they show. */

import { button, byId, h, icon, isNarrow } from "./dom.js";
import { withLate } from "./later.js";
import { t } from "./messages.js";
import { drawQuotes } from "./panels/quotes.js";
import { lowerSheet } from "./sheet.js";
import { on, set, state } from "./state.js";

export const PANELS = [
  { id: "quotes", icon: "quotes" },
  { id: "names", icon: "names" },
  { id: "readability", icon: "reading" },
  { id: "timeline", icon: "timeline" },
];

/** Shows a panel; on a phone the same choice again puts the sheet away. */
export function showPanel(id, focus = false) {
  const findings = byId("findings");
  if (isNarrow()) findings.classList.toggle("raised", !(findings.classList.contains("raised") && state.panel === id));
  set({ panel: id, panelAsked: state.panelAsked + 1 });
  if (focus) byId(`tab-${id}`).focus();
}

function drawTabs() {
  for (const { id } of PANELS) {
    const tab = byId(`tab-${id}`);
    const chosen = state.panel === id;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    tab.classList.toggle("up", chosen && byId("findings").classList.contains("raised"));
  }
  byId("panel").setAttribute("aria-labelledby", `tab-${state.panel}`);
}

let drawn = null;
let turn = 0;

function drawPanel() {
  const mine = ++turn;
  drawTabs();
  const root = byId("panel");
  const kept = drawn === state.panel ? root.scrollTop : 0;
  const focused = root.contains(document.activeElement) && document.activeElement.id;
  drawn = state.panel;
  root.replaceChildren(h("div", { class: "sheet-head" }, h("h2", {}, t.panels[state.panel]),
    button({ class: "round", "aria-label": t.card.close, on: { click: () => { lowerSheet(); byId(`tab-${state.panel}`).focus(); } } }, icon("close"))));
  root.dataset.panel = state.panel;
  if (!state.analysis) {
    root.append(h("p", { class: "nothing" }, state.phase === "loading" || state.phase === "working" ? t.waiting : t.empty.panel));
    return;
  }
  const fill = (draw) => {
    if (mine !== turn) return;
    draw(root, state);
    root.scrollTop = kept;
    if (focused) byId(focused)?.focus({ preventScroll: true });
  };
  if (state.panel === "quotes") fill(drawQuotes);
  else withLate(({ DRAWN }) => fill(DRAWN[state.panel]));
}

/** Arrow keys move between tabs, as a tab list must. */
function onKey(event) {
  const at = PANELS.findIndex(({ id }) => id === state.panel);
  const move = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: PANELS.length - 1 }[event.key];
  if (move === undefined) return;
  event.preventDefault();
  const next = PANELS[(move + PANELS.length) % PANELS.length].id;
  set({ panel: next });
  byId(`tab-${next}`).focus();
}

/** Marks the rows of what is chosen in the text. */
function paintRows() {
  for (const row of byId("panel").querySelectorAll(".row-chosen")) row.classList.remove("row-chosen");
  if (!state.selection) return;
  const { kind, id } = state.selection;
  const row = byId("panel").querySelector(`[data-${kind}="${id}"]`);
  row?.classList.add("row-chosen");
}

export function startPanels() {
  const tabs = byId("tabs");
  // Those that stand in the page before it is alive give way.
  tabs.replaceChildren(...PANELS.map(({ id, icon: name }) =>
    button({ class: "tab", role: "tab", id: `tab-${id}`, "aria-controls": "panel", on: { click: () => showPanel(id) } }, icon(name), h("span", {}, t.panels[id]))));
  tabs.addEventListener("keydown", onKey);
  on(["panel", "panelAsked"], drawTabs);
  on(["analysis", "panel", "withQuotes", "speaker", "anywayFor", "includeFurniture", "lines"], drawPanel);
  on(["phase"], () => state.analysis === null && drawPanel());
  on(["selection", "analysis", "panel"], paintRows);
  drawTabs();
}
