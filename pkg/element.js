// <copydesk-article>: an article with its marks, and what was found in it. Importing this file does nothing, on a server either.
import { articleClass, ours } from "./element/article.js";
import { CopydeskError } from "./errors.js";

const NAME = "copydesk-article";

/** Registers the element under a name and returns its class; where there are no elements, on a server, does nothing and returns null. */
export function defineCopydeskArticle(name = NAME) {
  if (typeof customElements === "undefined" || typeof HTMLElement === "undefined") return null;
  const taken = customElements.get(name);
  if (taken) {
    if (ours.has(taken)) return taken;
    throw new CopydeskError("bad-input", `Another element already has the name <${name}>.`);
  }
  // A class can be registered once, so that each name gets its own.
  const made = articleClass(HTMLElement);
  try {
    customElements.define(name, made);
  } catch (error) {
    throw new CopydeskError("bad-input", `<${name}> is no name for an element: ${error.message}.`, { cause: error });
  }
  return made;
}
export { CopydeskError } from "./errors.js";
