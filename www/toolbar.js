/** Above the article: where it came from, what can be done with it, the marks' legend, and what to know first. */

import { arrivalNote } from "./arrive.js";
import { button, byId, h, icon } from "./dom.js";
import { exportMenu } from "./export.js";
import { LIMIT, replaceArticle, swapFlavour } from "./input.js";
import { canUndo } from "./history.js";
import { languageName } from "./format.js";
import { t } from "./messages.js";
import { on, set, state } from "./state.js";
import { openShare } from "./share.js";
import { copy } from "./transfer.js";
import { toast } from "./toast.js";
import { goBack } from "./undo.js";
import { ferries } from "./samples/ferries.js";

export const showSample = () => replaceArticle(ferries, { origin: "sample" });
export const clear = () => replaceArticle("", { origin: "empty" });
export const pickFile = () => byId("file").click();

/** Opens an empty page to paste into; the article before it stays one undo away. */
export function pasteYourOwn() {
  replaceArticle("", { origin: "empty", quiet: true });
  set({ mode: "edit" });
}

export const toggleMode = () => set({ mode: state.mode === "edit" ? "read" : "edit" });

const tool = (name, words, act, extra = {}) => button({ class: "tool", title: words, ...extra, on: { click: act } }, icon(name), h("span", {}, words));

function drawActions() {
  const editing = state.mode === "edit";
  byId("origin").textContent = state.fileName ?? t.origins[state.origin];
  byId("origin").className = `origin from-${state.origin}`;
  byId("actions").replaceChildren(
    button({ class: "primary", on: { click: pasteYourOwn } }, icon("paste"), h("span", {}, t.pasteOwn)),
    tool("file", t.openFile, pickFile),
    tool(editing ? "read" : "edit", editing ? t.read : t.edit, toggleMode, { "aria-pressed": String(editing), id: "mode" }),
    exportMenu(openShare),
    tool("share", t.share.name, openShare, { disabled: state.text === "", class: "tool roomy" }),
    tool("trash", t.clear, clear, { disabled: state.text === "", class: "tool minor" }),
    tool("undo", t.undo, goBack, { disabled: !canUndo(), class: "tool minor" }));
}

const LAYERS = ["quotes", "names", "dates", "reading"];

export function toggleLayer(layer) {
  set({ layers: { ...state.layers, [layer]: !state.layers[layer] } });
}

function drawLayers() {
  const article = byId("article");
  byId("layers").replaceChildren(...LAYERS.map((layer) =>
    button({ class: "layer", id: `layer-${layer}`, "aria-pressed": String(state.layers[layer]), on: { click: () => { toggleLayer(layer); byId(`layer-${layer}`).focus(); } } },
      h("span", { class: `legend legend-${layer}`, "aria-hidden": "true" }), t.layers[layer])));
  for (const layer of LAYERS) article.classList.toggle(`no-${layer}`, !state.layers[layer]);
}

/** Facts the article states about itself, and what was left out of the grade. */
function drawFacts() {
  const { analysis, index } = state;
  if (!analysis) {
    byId("facts").replaceChildren();
    return;
  }
  const value = state.published ?? analysis.published?.value ?? "";
  const whence = state.published ? t.facts.setByYou : analysis.published ? (analysis.published.span ? t.facts.fromArticle : "") : t.facts.notFound;
  const input = h("input", { type: "date", id: "published", value, max: "9999-12-31", on: { change: ({ target }) => (target.value === "" || target.validity.valid) && set({ published: target.value || null }) } });
  byId("facts").replaceChildren(...[
    h("label", { class: "published" }, t.facts.published, input, h("span", { class: "soft" }, whence)),
    state.published && button({ class: "link", on: { click: () => set({ published: null }) } }, t.facts.reset),
    h("span", { class: "soft" }, t.facts.size(analysis.readability.counts.words, t.minutes(analysis.readability.readingSeconds))),
    index.leftOut.length > 0 && !state.includeFurniture && h("span", { class: "soft", title: t.facts.leftOutHow }, t.facts.leftOut(index.leftOut.length)),
    state.flavours && h("span", { class: "soft" }, t.pastedAs[state.flavours.using], ": ", button({ class: "link", on: { click: swapFlavour } }, t.pasteInstead[state.flavours.using])),
  ].filter(Boolean));
}

const note = (kind, words, ...actions) => h("div", { class: `note ${kind}` }, icon(kind === "info" ? "info" : "alert"), h("p", {}, words), ...actions);

/** Keeps as much as the engine takes, never half a character. */
function shorten() {
  replaceArticle(state.text.slice(0, LIMIT).replace(/[\ud800-\udbff]$/, ""), { origin: state.origin, quiet: true });
  toast(t.shortened(LIMIT), { name: t.undo, run: goBack });
}

/** The states that a reader must know about, each with a way out. */
function notesNow() {
  const { phase, problem, analysis } = state;
  const retry = button({ class: "quiet", on: { click: () => set({ attempt: state.attempt + 1 }) } }, t.retry);
  if (phase === "too-long") {
    return [note("alert", t.tooLong(state.text.length, LIMIT),
      button({ class: "quiet", on: { click: shorten } }, t.tooLongAction))];
  }
  if (phase === "garbled") return [note("alert", t.garbled(t.garbledKinds[problem]))];
  if (phase === "failed") return [note("alert", `${t.failed} ${t.failedHow}`, retry, button({ class: "quiet", on: { click: () => copy(state.text) } }, t.copyText))];
  if (phase === "no-engine") return [note("alert", `${t.noEngine} ${t.noEngineHow}`)];
  if (!analysis) return [];
  const notes = [];
  if (analysis.language.code !== "en") {
    const language = languageName(analysis.language.code);
    notes.push(note("alert", language ? t.notEnglish(language) : t.unsureLanguage));
  } else if (analysis.readability.tooShort) notes.push(note("info", t.tooShort));
  for (const warning of analysis.warnings.slice(0, 4)) {
    if (!["not-english", "unknown-language", "too-short"].includes(warning.code)) notes.push(note("info", warning.message));
  }
  return notes;
}

function drawNotes() {
  const arrival = arrivalNote();
  byId("notes").replaceChildren(...(arrival ? [note(...arrival)] : []), ...notesNow());
}

export function startToolbar() {
  on(["text", "origin", "fileName", "mode", "analysis"], drawActions);
  on(["layers"], drawLayers);
  on(["analysis", "published", "flavours", "includeFurniture"], drawFacts);
  on(["phase", "analysis", "problem", "origin", "brokenLink"], drawNotes);
  drawActions();
  drawLayers();
}
