/** Cards on hover: after a moment, for as long as the pointer is on the mark or on the card, gone with Escape. */

import { cardOf, endPeek, peekCard, pinCard } from "./cards.js";
import { byId } from "./dom.js";

const OPENS_MS = 150;
/** Time to cross from the mark to its card. */
const CLOSES_MS = 300;

export function startHover() {
  const [article, card] = [byId("article"), byId("card")];
  let timer = 0;
  const after = (ms, act) => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };
  article.addEventListener("pointerover", ({ target, pointerType, buttons }) => {
    // A finger does not hover, and a pressed pointer is selecting text.
    if (pointerType !== "mouse" || buttons !== 0) return;
    const found = cardOf(target);
    if (found) after(OPENS_MS, () => found.mark.isConnected && peekCard(found.what, found.mark));
    else after(CLOSES_MS, endPeek);
  });
  article.addEventListener("pointerleave", () => after(CLOSES_MS, endPeek));
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", () => after(CLOSES_MS, endPeek));
  card.addEventListener("focusin", pinCard);
  addEventListener("pointerdown", () => clearTimeout(timer));
}
