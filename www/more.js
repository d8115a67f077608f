/** Long lists: the first rows at once, the rest a hundred at a time. */

import { button, h } from "./dom.js";

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
    const row = list.children[at];
    const next = row.querySelector("button");
    if (!next) row.tabIndex = -1;
    (next ?? row).focus();
    if (shown >= items.length) more.remove();
    else more.textContent = label(items.length - shown);
  } } }, label(items.length - first));
  return [list, more];
}

/** The same for a few words in a line, with commas between them. */
export const grownWords = (words, first, label) =>
  grown(h("span", {}), words.map((word, at) => ({ word, at })), ({ word, at }) => h("span", {}, at > 0 && ", ", word), first, label).flatMap((part) => [part, " "]);
