/** The help: what the page can and cannot do, its keys, and the switch for them that WCAG 2.1.4 asks for. */

import { byId, h } from "./dom.js";
import { late } from "./messages-late.js";
import { set, state } from "./state.js";

function draw() {
  byId("help-body").replaceChildren(
    h("p", {}, late.help.limits),
    h("dl", { class: "keys" }, late.help.keys.map(([keys, words]) => h("div", {}, h("dt", {}, keys.map((key) => h("kbd", {}, key))), h("dd", {}, words)))),
    ...["shortcuts", "spokenMarks"].map((option) => h("label", { class: "check" },
      h("input", { type: "checkbox", checked: state[option], on: { change: ({ target }) => set({ [option]: target.checked }) } }), late.help[option])));
}

export function showHelp() {
  draw();
  byId("help").showModal();
}
