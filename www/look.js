/** How the article is set: size of its letters, room between lines, width of the column, tags that say what a name is. */

import { button, byId, h } from "./dom.js";
import { LOOK } from "./kept.js";
import { late } from "./messages-late.js";
import { on, set, state } from "./state.js";

const SET_HERE = ["size", "lines", "column", "tags"];

function group(what) {
  const choose = (value) => () => set({ look: { ...state.look, [what]: value } });
  return h("div", { class: "look-row" }, h("span", { id: `look-${what}` }, late.look[what]),
    h("div", { class: "pair", role: "group", "aria-labelledby": `look-${what}` }, LOOK[what].map((value) =>
      button({ "aria-pressed": String(state.look[what] === value), data: { value }, on: { click: choose(value) } }, late.look.values[value]))));
}

function draw() {
  for (const what of SET_HERE) {
    document.documentElement.dataset[what] = state.look[what];
    for (const choice of byId(`look-${what}`).nextElementSibling.children) {
      choice.setAttribute("aria-pressed", String(choice.dataset.value === state.look[what]));
    }
  }
}

export function startLook() {
  byId("look-list").append(...SET_HERE.map(group));
  on(["look"], draw);
}
