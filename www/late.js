/** The late parts of the page together, so that they are one fetch: panels behind the first, dialogs, ways out, comforts. */

import { startFind } from "./find.js";
import { startHover } from "./hover.js";
import { startLook } from "./look.js";
import { startPrint } from "./print.js";
import { startRemember } from "./remember.js";
import { startScrollMarks } from "./scrollmarks.js";
import { h } from "./dom.js";
import { drawNames } from "./panels/names.js";
import { drawReadability } from "./panels/readability.js";
import { drawTimeline } from "./panels/timeline.js";

export { openCompare } from "./compare.js";
export { fillMenu, toggleExport } from "./export.js";
export { showHelp } from "./help.js";
export { searchNames } from "./panels/names.js";
export { openForm } from "./reassignform.js";
export { openShare } from "./share.js";

export const DRAWN = { names: drawNames, readability: drawReadability, timeline: drawTimeline };

/** Their style; a page without it still works. */
const styled = () => new Promise((done) => {
  document.head.append(h("link", { rel: "stylesheet", href: new URL("late.css", import.meta.url).href, on: { load: done, error: done } }));
});

let started = null;

/** Begins what runs by itself, once. */
export function start() {
  started ??= (() => {
    for (const begin of [startFind, startHover, startLook, startPrint, startRemember, startScrollMarks]) begin();
    return styled();
  })();
  return started;
}
