/** Builds elements. Words of the article only ever become text nodes, so nothing pasted can become markup. */

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
    else if (name === "vars") for (const [key, v] of Object.entries(value)) element.style.setProperty(key, v);
    else if (name === "data") Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An HTML element: `h("p", { class: "note", on: { click } }, "words")`. */
export const h = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);

/** The same for SVG. */
export const svg = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

/** One of the icons drawn once in the page. */
export const icon = (name) =>
  svg("svg", { class: "icon", "aria-hidden": "true", viewBox: "0 0 20 20" }, svg("use", { href: `#i-${name}` }));

/** The element of the page with this id. */
export const byId = (id) => document.getElementById(id);

/** A button that does one thing. */
export const button = (attributes, ...children) => h("button", { type: "button", ...attributes }, ...children);

/** Whether the reader asked for less motion. */
export const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Lets the page answer the reader before a long piece of work goes on. */
export const breath = () => new Promise((done) => setTimeout(done));

/** Whether the page is laid out for a phone. */
export const isNarrow = () => matchMedia("(max-width: 55.99rem)").matches;

/** Whether typing goes to this element. */
export const isField = (target) =>
  target instanceof Element && target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;
