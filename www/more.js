/** Long lists: the first rows at once, the rest a hundred at a time. */

import { button } from "./dom.js";

const STEP = 100;

/**
 * Fills `list` with the first rows of `items` and returns it with a button for the next ones.
 * @param {(item: object) => Element} draw one row
 * @param {(left: number) => string} label of the button
 */
export function grown(list, items, draw, first, label) {
  let shown = first;
  list.append(...items.slice(0, first).map(draw));
  if (items.length <= first) return [list];
  const more = button({ class: "link more", on: { click: () => {
    const at = list.childElementCount;
    list.append(...items.slice(shown, shown + STEP).map(draw));
    shown += STEP;
    list.children[at].querySelector("button")?.focus();
    if (shown >= items.length) more.remove();
    else more.textContent = label(items.length - shown);
  } } }, label(items.length - first));
  return [list, more];
}
