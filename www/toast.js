/** One short message at a time, with at most one thing to do about it. */

import { button, byId, h } from "./dom.js";

const SHOWN_MS = 8000;
let timer = 0;

export function hideToast() {
  clearTimeout(timer);
  byId("toast").hidden = true;
}

/** Says something; with an action it stays long enough to be used. */
export function toast(words, action = null) {
  const box = byId("toast");
  clearTimeout(timer);
  box.replaceChildren(h("span", { role: "status" }, words));
  if (action) {
    box.append(button({ on: { click: () => { hideToast(); action.run(); } } }, action.name));
  }
  box.hidden = false;
  timer = setTimeout(hideToast, SHOWN_MS);
}

/** Tells a screen reader, in words, without showing anything. */
export function announce(words) {
  byId("status").textContent = words;
}
