/** Keeps the reader's own article and the page's look on this device, only where asked; all else goes with its tab. */

import { button, byId, h } from "./dom.js";
import { KEY, stored } from "./kept.js";
import { late } from "./messages-late.js";
import { on, state } from "./state.js";
import { toast } from "./toast.js";

/** Articles that are not the reader's own are not kept. */
const FOREIGN = new Set(["sample", "link"]);

function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // What cannot be reached was never stored.
  }
}

/** The article as it is to be kept: another's leaves the one that is kept already. */
function ownArticle() {
  const { text, published, fileName, origin } = state;
  return FOREIGN.has(origin) ? (stored() ?? { text: "" }) : { text, published, fileName };
}

/** Stores article and look as they are; what went wrong, in words, or null. */
function keep() {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...ownArticle(), look: state.look }));
    return null;
  } catch (error) {
    forget();
    return error.name === "QuotaExceededError" ? late.remember.full : late.remember.refused;
  }
}

function draw(said = null) {
  const kept = stored() !== null;
  const choose = ({ target }) => {
    const problem = target.checked ? keep() : forget();
    draw(problem ?? (target.checked ? late.remember.on : late.remember.off));
    byId("remember").querySelector("input").focus();
  };
  byId("remember").replaceChildren(
    h("label", { class: "check" }, h("input", { type: "checkbox", checked: kept, on: { change: choose } }), late.remember.offer),
    kept ? button({ class: "quiet", on: { click: () => { forget(); draw(late.remember.off); byId("remember").querySelector("input").focus(); } } }, late.remember.forget) : "",
    h("p", { class: "soft", role: "status" }, said ?? late.remember.how));
}

/** Keeps up with article and look; what goes wrong is said once whoever changed the article has said that. */
function follow() {
  if (stored() === null) return;
  const problem = keep();
  if (!problem) return;
  queueMicrotask(() => toast(problem));
  draw();
}

export function startRemember() {
  on(["text", "published", "look"], follow);
  // An article may have come before this did.
  follow();
  draw();
}
