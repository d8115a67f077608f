/** How the article is set: size of its letters, room between lines, width of the column. It lasts as long as the tab. */

import { button, byId, h } from "./dom.js";
import { t } from "./messages.js";
import { on, set, state } from "./state.js";

const CHOICES = { size: ["small", "normal", "large", "larger"], lines: ["tight", "normal", "loose"], column: ["narrow", "normal", "wide"] };

function group(what) {
  const choose = (value) => () => set({ look: { ...state.look, [what]: value } });
  return h("div", { class: "look-row" }, h("span", { id: `look-${what}` }, t.look[what]),
    h("div", { class: "pair", role: "group", "aria-labelledby": `look-${what}` }, CHOICES[what].map((value) =>
      button({ "aria-pressed": String(state.look[what] === value), data: { value }, on: { click: choose(value) } }, t.look.values[value]))));
}

function draw() {
  for (const what of Object.keys(CHOICES)) {
    document.documentElement.dataset[what] = state.look[what];
    for (const choice of byId(`look-${what}`).nextElementSibling.children) {
      choice.setAttribute("aria-pressed", String(choice.dataset.value === state.look[what]));
    }
  }
}

export function startLook() {
  byId("look-list").append(...Object.keys(CHOICES).map(group));
  on(["look"], draw);
}
