/** Puts the parts together: what changes the article asks the engine, what the engine says is drawn. */

import { closeCard, cardOf, openCard, startCards } from "./cards.js";
import { derive } from "./derive.js";
import { edited } from "./edits.js";
import { button, byId, h, icon } from "./dom.js";
import { startFind } from "./find.js";
import { startHover } from "./hover.js";
import * as engine from "./engine.js";
import { garbledKind, LIMIT, startInput } from "./input.js";
import { pickFile, showSample, startToolbar } from "./toolbar.js";
import { startKeys } from "./keys.js";
import { t } from "./messages.js";
import { startPanels } from "./panels.js";
import { draw, drawPlain, redrawChips } from "./reader.js";
import { startScrollMarks } from "./scrollmarks.js";
import { startSelection } from "./select.js";
import { derived, on, set, state } from "./state.js";
import { startSummary } from "./summary.js";
import { startTheme } from "./theme.js";
import { announce, toast } from "./toast.js";
import { startEditor } from "./editor.js";
import { ferries } from "./samples/ferries.js";

let ready = null;
let turn = 0;

/** What must be said about a text before any engine sees it. */
function problemWith(text) {
  if (text.trim() === "") return { phase: "empty" };
  const kind = garbledKind(text);
  if (kind) return { phase: "garbled", problem: kind };
  return text.length > LIMIT ? { phase: "too-long" } : null;
}

function options() {
  const { published, includeFurniture, readAloud } = state;
  return { ...(published && { published }), includeFurniture, readAloud, maxLength: LIMIT };
}

/** The one place where the engine's answer and the reader's corrections become what is shown and exported. */
function present({ found, edits }) {
  if (!found) return { analysis: null, index: null };
  const analysis = edits.text === found.text && edits.choices.size > 0 ? edited(found, edits.choices) : found;
  return { analysis, index: derive(analysis) };
}

async function analyse() {
  document.documentElement.dataset.turn = String(++turn);
  const problem = problemWith(state.text);
  if (problem) {
    engine.cancel();
    set({ problem: null, ...problem, found: null });
    return;
  }
  set({ phase: state.phase === "loading" ? "loading" : "working", problem: null });
  try {
    await ready;
  } catch {
    set({ phase: "no-engine", found: null });
    return;
  }
  try {
    const found = await engine.read(state.text, options());
    if (!found) return;
    set({ found, phase: "done", selection: null, speaker: null });
    const { grade, tooShort } = found.readability;
    announce(t.finished(found.quotes.length, found.entities.length, tooShort ? null : grade.median));
  } catch (error) {
    console.warn(error);
    set({ phase: error?.code === "too-long" ? "too-long" : "failed", problem: error?.code ?? "unknown", found: null });
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

let drawn = null;

/** A corrected speaker changes chips alone; anything else draws the article anew. */
function drawMarks(root) {
  const { analysis, index, spokenMarks } = state;
  const kept = drawn?.analysis.sentences === analysis.sentences && drawn.spokenMarks === spokenMarks && root.contains(drawn.first);
  if (kept) redrawChips(root, drawn.analysis, analysis, index);
  else draw(root, analysis, index, spokenMarks);
  drawn = { analysis, spokenMarks, first: root.firstChild };
}

function drawArticle() {
  const root = byId("article");
  const stale = state.phase === "working";
  root.classList.toggle("stale", stale && state.analysis !== null);
  if (state.phase === "empty") drawEmpty(root);
  else if (state.phase === "garbled") root.replaceChildren();
  else if (state.analysis && !stale) drawMarks(root);
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
derived(["found", "edits"], present);
on(["analysis", "phase", "spokenMarks"], drawArticle);
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
startCards();
startHover();
startFind();
startScrollMarks();
on(["text", "published", "includeFurniture", "readAloud", "attempt"], analyse);
set({ text: ferries, origin: "sample" });
