/** Tables, in the open and behind a summary. */

import { h } from "./dom.js";
import { grown } from "./more.js";

/**
 * A table that can be scrolled sideways; the first column names the row.
 * @param first how many rows stand there at once
 * @param {(left: number) => string} more label of the button for the next ones
 */
export function plainTable(label, heads, rows, first = rows.length, more = null) {
  // Numbers stand at the end of their column, words at its start.
  const looks = heads.map((_, i) => (i > 0 && /^[–−+\d]/.test(rows[0]?.[i].textContent ?? rows[0]?.[i]) ? null : "wordy"));
  const [body, button] = grown(h("tbody", {}), rows, (cells) =>
    h("tr", {}, cells.map((cell, i) => (i === 0 ? h("th", { scope: "row" }, cell) : h("td", { class: looks[i] }, cell)))), first, more);
  return h("div", { class: "table-box", tabindex: 0, role: "region", "aria-label": label }, h("table", {},
    h("thead", {}, h("tr", {}, heads.map((name, i) => h("th", { scope: "col", class: looks[i] }, name)))),
    body), button);
}

/** The same behind a summary, built when it is first opened. */
export function dataTable(title, heads, rows) {
  const details = h("details", {}, h("summary", {}, title));
  details.addEventListener("toggle", () => details.append(plainTable(title, heads, rows())), { once: true });
  return details;
}
