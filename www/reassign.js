/** "Wrong speaker?": the way to the reader's own answer for a quote, and the badge that tells of it. */

import { button, byId, h } from "./dom.js";
import { withLate } from "./later.js";
import { t } from "./messages.js";

/**
 * The control for one quote: a button until it is wanted, then a form, since a list that acts while arrow keys walk it
 * would choose the first name met. `again` finds the same control in what is drawn after a change, for the focus.
 */
export function wrongSpeaker(quote, again) {
  const opener = button({ class: "wrong", data: { wrong: quote.id } }, quote.edited ? t.reassign.again : t.reassign.wrong);
  opener.addEventListener("click", () => withLate(({ openForm }) => openForm(opener, quote, again)));
  return opener;
}

/** The badge that says in words that the reader set this speaker. */
export const editedBadge = (quote) => quote.edited && h("span", { class: "edited" }, t.reassign.edited);

/** The control of a quote where it stands now: in the card when that is open, else in the panel. */
export const controlIn = (root, id) => byId(root).querySelector(`[data-wrong="${id}"]`);
