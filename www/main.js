/** Puts the parts together: what changes the article asks the engine, what the engine says is drawn. */

import { closeCard, cardOf, openCard } from "./cards.js";
import { derive } from "./derive.js";
import { button, byId, h, icon } from "./dom.js";
import * as engine from "./engine.js";
import { garbledKind, LIMIT, startInput } from "./input.js";
import { pickFile, showSample, startToolbar } from "./toolbar.js";
import { startKeys } from "./keys.js";
import { t } from "./messages.js";
import { startPanels } from "./panels.js";
import { draw, drawPlain } from "./reader.js";
import { startSelection } from "./select.js";
import { on, set, state } from "./state.js";
import { startSummary } from "./summary.js";
import { startTheme } from "./theme.js";
import { announce, toast } from "./toast.js";
import { startEditor } from "./editor.js";
import { arrive } from "./arrive.js";
import { options } from "./options.js";
import { startPrint } from "./print.js";
import { startRemember } from "./remember.js";

let ready = null;
let turn = 0;

/** What must be said about a text before any engine sees it. */
function problemWith(text) {
  if (text.trim() === "") return { phase: "empty" };
  const kind = garbledKind(text);
  if (kind) return { phase: "garbled", problem: kind };
  return text.length > LIMIT ? { phase: "too-long" } : null;
}

async function analyse() {
  document.documentElement.dataset.turn = String(++turn);
  const problem = problemWith(state.text);
  if (problem) {
    engine.cancel();
    set({ problem: null, ...problem, analysis: null, index: null });
    return;
  }
  set({ phase: state.phase === "loading" ? "loading" : "working", problem: null });
  try {
    await ready;
  } catch {
    set({ phase: "no-engine", analysis: null, index: null });
    return;
  }
  try {
    const analysis = await engine.read(state.text, options());
    if (!analysis) return;
    set({ analysis, index: derive(analysis), phase: "done", selection: null, speaker: null });
    const { grade, tooShort } = analysis.readability;
    announce(t.finished(analysis.quotes.length, analysis.entities.length, tooShort ? null : grade.median));
  } catch (error) {
    console.warn(error);
    set({ phase: error?.code === "too-long" ? "too-long" : "failed", problem: error?.code ?? "unknown", analysis: null, index: null });
  }
}

function drawEmpty(root) {
  const key = /Mac|iP(hone|ad)/.test(navigator.platform) ? "⌘V" : "Ctrl+V";
  root.replaceChildren(h("div", { class: "empty" },
    icon("paste"),
    h("h2", {}, t.empty.title),
    h("p", {}, t.empty.how(key)),
    h("div", { class: "empty-actions" },
      button({ class: "primary", on: { click: () => set({ mode: "edit" }) } }, icon("edit"), t.empty.paste),
      button({ class: "quiet", on: { click: pickFile } }, icon("file"), t.empty.open),
      button({ class: "quiet", on: { click: showSample } }, t.empty.sample))));
}

function drawArticle() {
  const root = byId("article");
  const stale = state.phase === "working";
  root.classList.toggle("stale", stale && state.analysis !== null);
  if (state.phase === "empty") drawEmpty(root);
  else if (state.phase === "garbled") root.replaceChildren();
  else if (state.analysis && !stale) draw(root, state.analysis, state.index);
  else if (!state.analysis && state.phase !== "loading") drawPlain(root, state.text.slice(0, LIMIT));
}

function startReading() {
  const article = byId("article");
  article.addEventListener("click", ({ target }) => {
    const found = getSelection().isCollapsed ? cardOf(target) : null;
    if (found) openCard(found.what, found.mark);
    else closeCard(false);
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!target.closest("#card, #article, #panel")) closeCard(false);
    for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(target)) menu.open = false;
  });
}

function startDialogs() {
  byId("privacy-open").addEventListener("click", () => byId("privacy").showModal());
  byId("help-open").addEventListener("click", () => byId("help").showModal());
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.addEventListener("click", (event) => (event.target === dialog || event.target.closest("[data-close]")) && dialog.close());
  }
}

/** Where style sheets and tests can see it. */
const showPhase = () => {
  document.documentElement.dataset.phase = state.phase;
};

ready = engine.start();
on(["analysis", "phase"], drawArticle);
on(["phase"], showPhase);
startTheme();
startPanels();
startSelection();
startSummary();
startToolbar();
startReading();
startInput();
startEditor();
startKeys();
startDialogs();
on(["text", "published", "includeFurniture", "readAloud", "attempt"], analyse);
startPrint();
startRemember();
arrive();
