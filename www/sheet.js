/** On a phone the panels are a sheet over the article; here it is put away. */

import { byId } from "./dom.js";
import { set, state } from "./state.js";

export const isRaised = () => byId("findings").classList.contains("raised");

/** Puts the sheet away; true when it was up. */
export function lowerSheet() {
  const up = isRaised();
  byId("findings").classList.remove("raised");
  if (up) set({ panelAsked: state.panelAsked + 1 });
  return up;
}
