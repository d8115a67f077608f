/** How far the reading of a long article has come, and the way to stop it. */

import { button, byId, h } from "./dom.js";
import { t } from "./messages.js";
import { on, set, state } from "./state.js";
import { announce } from "./toast.js";

/** From this length on a reader waits long enough to be told. */
export const LONG = 200_000;
/** The engine passes as many rooms; it tells the share done after each. */
const STEPS = 8;
const ANNOUNCED_MS = 3000;

let announced = 0;

function draw() {
  const box = byId("progress");
  const shown = state.phase === "working" && state.progress !== null;
  if (!shown) {
    box.hidden = true;
    return;
  }
  const words = t.progress.reading(Math.min(STEPS, Math.round(state.progress * STEPS) + 1), STEPS);
  if (box.hidden) {
    announced = performance.now();
    box.replaceChildren(
      h("span", { id: "progress-words" }),
      h("progress", { max: STEPS, "aria-labelledby": "progress-words" }),
      button({ class: "quiet", on: { click: () => set({ cancelled: state.cancelled + 1 }) } }, t.progress.cancel));
    box.hidden = false;
  }
  byId("progress-words").textContent = words;
  box.querySelector("progress").value = state.progress * STEPS;
  if (performance.now() - announced > ANNOUNCED_MS) {
    announced = performance.now();
    announce(words);
  }
}

export const startProgress = () => on(["progress", "phase"], draw);
