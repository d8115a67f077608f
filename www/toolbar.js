/** Above the article: where it came from, what can be done with it, the marks' legend, and what to know first. */

import { button, byId, h, icon } from "./dom.js";
import { pasteKeys, readClipboard } from "./clipboard.js";
import { otherFlavour, replaceArticle, swapFlavour } from "./input.js";
import { withLate } from "./later.js";
import { leftOutLines } from "./leftout.js";
import { canUndo } from "./history.js";
import { t } from "./messages.js";
import { startNotes } from "./notes.js";
import { on, set, state } from "./state.js";
import { toast } from "./toast.js";
import { goBack } from "./undo.js";
import { ferries } from "./samples/ferries.js";

export const showSample = () => replaceArticle(ferries, { origin: "sample" });
export const clear = () => replaceArticle("", { origin: "empty" });
export const pickFile = () => byId("file").click();

/** Takes what is on the clipboard; where that is refused, opens an empty page to paste into. The article before stays one undo away. */
export async function pasteYourOwn() {
  const held = await readClipboard();
  if (held) {
    replaceArticle(held.text, { origin: "paste", flavours: held.flavours });
    return;
  }
  replaceArticle("", { origin: "empty", quiet: true });
  set({ mode: "edit" });
  toast(t.pasteByKeys(pasteKeys()));
}

export const toggleMode = () => set({ mode: state.mode === "edit" ? "read" : "edit" });

const tool = (name, words, act, extra = {}) => button({ class: "tool", title: words, ...extra, on: { click: act } }, icon(name), h("span", {}, words));

/** The menu of ways out; its lines come when it is opened. */
function exportMenu() {
  const menu = h("details", { class: "menu", id: "export-menu", on: { toggle: () => menu.open && withLate(({ fillMenu }) => fillMenu(menu)) } },
    h("summary", { class: "tool", title: t.exportHow }, icon("save"), h("span", {}, t.export)),
    h("div", { class: "menu-list" }));
  return menu;
}

function drawActions() {
  const editing = state.mode === "edit";
  byId("origin").textContent = state.fileName ?? t.origins[state.origin];
  byId("origin").className = `origin from-${state.origin}`;
  byId("actions").replaceChildren(
    button({ class: "primary", on: { click: pasteYourOwn } }, icon("paste"), h("span", {}, t.pasteOwn)),
    tool("file", t.openFile, pickFile, { class: "tool slim" }),
    tool(editing ? "read" : "edit", editing ? t.read : t.edit, toggleMode, { "aria-pressed": String(editing), id: "mode" }),
    exportMenu(),
    tool("share", t.share, () => withLate(({ openShare }) => openShare()), { disabled: state.text === "", class: "tool slim roomy" }),
    tool("compare", t.compare, () => withLate(({ openCompare }) => openCompare()), { disabled: !state.analysis, title: t.compareHow }),
    tool("trash", t.clear, clear, { class: "tool slim", disabled: state.text === "" }),
    tool("undo", t.undo, goBack, { class: "tool slim", disabled: !canUndo() }));
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

/** Who wrote it, as the article says; nothing where it does not. */
function bylineOf({ analysis, index }) {
  const byline = analysis.blocks.find(({ kind }) => kind === "byline");
  return byline && h("span", { class: "byline-fact", dir: "auto" }, index.words(byline.span));
}

/** Facts the article states about itself. */
function drawFacts() {
  const { analysis } = state;
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
    bylineOf(state),
    h("span", { class: "soft" }, t.facts.size(analysis.readability.counts.words, t.minutes(analysis.readability.readingSeconds))),
    leftOutLines(),
    state.flavours && h("span", { class: "soft" }, t.pastedAs[state.flavours.using], ": ", button({ class: "link", on: { click: swapFlavour } }, t.pasteInstead[otherFlavour()])),
  ].filter(Boolean));
}

export function startToolbar() {
  on(["text", "origin", "fileName", "mode", "analysis"], drawActions);
  on(["layers"], drawLayers);
  on(["analysis", "published", "flavours", "includeFurniture", "lines"], drawFacts);
  startNotes();
  drawActions();
  drawLayers();
}
