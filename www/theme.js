/** Light, dark or as the system has it. */

import { LOOK } from "./kept.js";
import { on, set, state } from "./state.js";

const choices = [...document.querySelectorAll("[data-theme-choice]")];

function draw() {
  document.documentElement.dataset.theme = state.look.theme;
  for (const choice of choices) choice.setAttribute("aria-pressed", String(choice.dataset.themeChoice === state.look.theme));
}

export function startTheme() {
  on(["look"], draw);
  for (const choice of choices) choice.addEventListener("click", () => set({ look: { ...state.look, theme: choice.dataset.themeChoice } }));
  // What was remembered stands on the page before anything else does.
  const { dataset } = document.documentElement;
  set({ look: Object.fromEntries(Object.keys(LOOK).map((name) => [name, dataset[name] ?? state.look[name]])) });
}
