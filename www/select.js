/** One selection, seen in the text and in the panels. */

import { breath, byId, isNarrow, still } from "./dom.js";
import { drawn, isGrowing } from "./reader.js";
import { isRaised } from "./sheet.js";
import { on, set, state } from "./state.js";

const SELECTORS = {
  entity: (id) => `[data-e="${id}"]`,
  quote: (id) => `mark[data-q="${id}"]`,
  date: (id) => `[data-d="${id}"]`,
  other: (id) => `[data-o="${id}"]`,
  sentence: (id) => `[data-s="${id}"]`,
  block: (id) => `[data-b="${id}"].block`,
};

/** How long what was gone to stays framed where nothing may glow. */
const STILL_MS = 1500;

/** Chooses something; the same choice again leaves it chosen. */
export function choose(kind, id) {
  if (kind !== null && state.selection?.kind === kind && state.selection.id === id) return;
  set({ selection: kind === null ? null : { kind, id } });
}

/** The first element of a choice, or the one of a given mention; null when it is not drawn yet. */
export function elementOf(kind, id) {
  return byId("article").querySelector(kind === "mention" ? `[data-m="${id}"]` : SELECTORS[kind](id));
}

/** Scrolls to an element of the article and makes it glow once. */
export function reveal(element) {
  if (!element) return;
  // A sheet may cover the lower part of a phone.
  element.scrollIntoView({ block: isNarrow() && isRaised() ? "start" : "center", behavior: still() ? "auto" : "smooth" });
  element.classList.remove("pulse");
  requestAnimationFrame(() => element.classList.add("pulse"));
  const end = () => element.classList.remove("pulse");
  element.addEventListener("animationend", end, { once: true });
  if (still()) setTimeout(end, STILL_MS);
}

/** Chooses something and goes to it in the text, once it is drawn. */
export function goTo(kind, id, mention = null) {
  choose(kind, id);
  const find = () => (mention === null ? elementOf(kind, id) : elementOf("mention", mention));
  if (find()) reveal(find());
  else drawn().then(() => state.selection?.id === id && reveal(find()));
}

/** Paints now what is drawn, and the rest when it is. */
function paintAll(paint) {
  paint();
  if (isGrowing()) drawn().then(paint);
}

function paint() {
  const article = byId("article");
  for (const element of article.querySelectorAll(".chosen")) element.classList.remove("chosen");
  article.dataset.chosen = state.selection?.kind ?? "";
  if (!state.selection) return;
  const { kind, id } = state.selection;
  for (const element of article.querySelectorAll(SELECTORS[kind](id))) element.classList.add("chosen");
}

/** Marks looked at before the page may answer the reader. */
const AT_ONCE = 2000;
let lighting = 0;

/** Lights only the quotes of one speaker and, at first, goes to the first of them. */
async function light(first) {
  const mine = ++lighting;
  const article = byId("article");
  const quotes = state.speaker === null ? null : new Set(state.analysis?.speakers[state.speaker]?.quotes ?? []);
  article.classList.toggle("filtered", quotes !== null);
  if (first) for (const element of article.querySelectorAll(".lit")) element.classList.remove("lit");
  if (quotes === null) return;
  let shown = !first;
  let seen = 0;
  for (const element of article.querySelectorAll("[data-q]")) {
    if (quotes.has(Number(element.dataset.q))) {
      element.classList.add("lit");
      if (!shown) reveal(element);
      shown = true;
    }
    if (++seen % AT_ONCE > 0) continue;
    await breath();
    if (mine !== lighting) return;
  }
}

function paintSpeaker() {
  light(true);
  if (state.speaker !== null && isGrowing()) drawn().then(() => light(false));
}

export function startSelection() {
  on(["selection", "analysis"], () => paintAll(paint));
  on(["speaker", "analysis"], paintSpeaker);
}
