/** Puts the parts together: what changes the article asks the engine, what the engine says is drawn. */

import { closeCard, cardOf, openCard, startCards } from "./cards.js";
import { pasteKeys } from "./clipboard.js";
import { counting } from "./counted.js";
import { derive, isForeign, ungraded } from "./derive.js";
import { breath, button, byId, h, icon } from "./dom.js";
import { edited } from "./edits.js";
import * as engine from "./engine.js";
import { garbledKind, LIMIT, startInput } from "./input.js";
import { pickFile, showSample, startToolbar } from "./toolbar.js";
import { startKeys } from "./keys.js";
import { loadLate, withLate } from "./later.js";
import { t } from "./messages.js";
import { drawRequests, startOffline } from "./offline.js";
import { startPanels } from "./panels.js";
import { LONG, startProgress } from "./progress.js";
import { draw, drawPlain, redrawChips } from "./reader.js";
import { isSample, readyMade } from "./readymade.js";
import { startSelection } from "./select.js";
import { derived, on, set, state } from "./state.js";
import { startSummary } from "./summary.js";
import { startTheme } from "./theme.js";
import { announce } from "./toast.js";
import { startEditor } from "./editor.js";
import { arrive } from "./arrive.js";
import { options } from "./options.js";

let ready = null;
/** Whether the engine could not be loaded. */
let broken = false;
let turn = 0;
/** A click on the sample that came before its cards could open. */
let early = null;

/** What must be said about a text before any engine sees it. */
function problemWith(text) {
  if (text.trim() === "") return { phase: "empty" };
  const kind = garbledKind(text);
  if (kind) return { phase: "garbled", problem: kind };
  return text.length > LIMIT ? { phase: "too-long" } : null;
}

/** The one place where the engine's answer and the reader's corrections become what is shown and exported. */
function present({ found, edits }) {
  if (!found) return { analysis: null, index: null };
  const analysis = edits.text === found.text && edits.choices.size > 0 ? edited(found, edits.choices) : found;
  return { analysis, index: derive(analysis, counting()) };
}

/** Draws a result; the sample's stays readable when the engine never comes. */
function show(found) {
  set({ found, phase: broken ? "no-engine" : "done", progress: null, selection: null, speaker: null });
  const reason = ungraded(state);
  announce(t.finished(found.quotes.length, found.entities.length, reason ? null : found.readability.grade.median));
}

const fail = (phase, problem = null) => set({ phase, problem, found: null, progress: null });

/** Asks the engine; the newest question alone is answered. */
async function ask(mine) {
  const long = state.text.length > LONG;
  set({ phase: "working", problem: null, progress: long ? 0 : null });
  try {
    await ready;
  } catch {
    if (mine === turn) fail("no-engine");
    return;
  }
  if (mine !== turn) return;
  try {
    const found = await engine.read(state.text, options(), long ? (progress) => mine === turn && set({ progress }) : undefined);
    if (!found || mine !== turn) return;
    if (long) {
      await breath();
      derive(found, counting());
      await breath();
    }
    if (mine === turn) show(found);
  } catch (error) {
    console.warn(error);
    fail(error?.code === "too-long" ? "too-long" : "failed", error?.code ?? "unknown");
  }
}

async function analyse() {
  const mine = ++turn;
  document.documentElement.dataset.turn = String(mine);
  const problem = problemWith(state.text);
  if (problem) {
    engine.cancel();
    fail(problem.phase, problem.problem);
    return;
  }
  const made = isSample(state) ? await readyMade() : null;
  if (mine !== turn) return;
  if (!made) return ask(mine);
  engine.cancel();
  show(made);
}

/** Stops a reading that takes too long. */
function stop() {
  turn++;
  engine.cancel();
  fail("stopped");
}

function drawEmpty(root) {
  root.replaceChildren(h("div", { class: "empty" },
    icon("paste"),
    h("h2", {}, t.empty.title),
    h("p", {}, t.empty.how(pasteKeys())),
    h("div", { class: "empty-actions" },
      button({ class: "primary", on: { click: () => set({ mode: "edit" }) } }, icon("edit"), t.empty.paste),
      button({ class: "quiet", on: { click: pickFile } }, icon("file"), t.empty.open),
      button({ class: "quiet", on: { click: showSample } }, t.empty.sample))));
}

/** What the article shows: the analysis, how its marks are spoken, and the first element by which it is known again. */
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
  const standing = "prerendered" in root.dataset && isSample(state);
  if (standing && state.phase !== "done") return;
  delete root.dataset.prerendered;
  if (standing && !state.spokenMarks) {
    drawn = { analysis: state.analysis, spokenMarks: false, first: root.firstChild };
    return;
  }
  if (state.phase === "empty") drawEmpty(root);
  else if (state.phase === "garbled") root.replaceChildren();
  else if (state.analysis && !stale) drawMarks(root);
  else if (!state.analysis) drawPlain(root, state.text.slice(0, LIMIT));
}

function startReading() {
  const article = byId("article");
  const click = (target) => {
    const found = getSelection().isCollapsed ? cardOf(target) : null;
    if (found) openCard(found.what, found.mark);
    else closeCard(false);
  };
  article.addEventListener("click", ({ target }) => {
    if (state.analysis) click(target);
    else early = target;
  });
  on(["analysis"], () => {
    if (state.analysis && early?.isConnected) click(early);
    early = null;
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!target.closest("#card, #article, #panel")) closeCard(false);
    for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(target)) menu.open = false;
  });
}

function startDialogs() {
  byId("privacy-open").addEventListener("click", () => {
    drawRequests();
    byId("privacy").showModal();
  });
  byId("help-open").addEventListener("click", () => withLate(({ showHelp }) => showHelp()));
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.addEventListener("click", (event) => (event.target === dialog || event.target.closest("[data-close]")) && dialog.close());
  }
}

/** Read aloud and hyphenated as what it is; English is the page's own language. */
function tellLanguage({ analysis }) {
  const lang = analysis && isForeign(analysis) ? analysis.language.code : "";
  for (const id of ["article", "editor"]) lang ? byId(id).setAttribute("lang", lang) : byId(id).removeAttribute("lang");
}

/** Where style sheets and tests can see it. */
const showPhase = () => {
  document.documentElement.dataset.phase = state.phase;
};

ready = engine.start();
derived(["found", "edits"], present);
ready.catch(() => {
  broken = true;
  if (isSample(state)) set({ phase: "no-engine" });
}).then(loadLate).catch((error) => console.warn(error)).then(() => { document.documentElement.dataset.engine = broken ? "missing" : "ready"; });
on(["analysis", "phase", "spokenMarks"], drawArticle);
on(["analysis"], tellLanguage);
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
startProgress();
startOffline(ready);
on(["cancelled"], stop);
on(["text", "published", "includeFurniture", "lines", "readAloud", "attempt"], analyse);
arrive();
