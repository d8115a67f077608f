// Elements of the shadow tree. What the article says only ever becomes text, so that nothing in it is markup.

/**
 * Makes an element. `on` names listeners; every other property is an attribute, left out when null or false.
 * Nothing among the children that is null or false is kept.
 */
export function make(tag, { on = {}, ...attributes } = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== false) element.setAttribute(name, value);
  for (const [type, listener] of Object.entries(on)) element.addEventListener(type, listener);
  element.append(...children.flat(2).filter((child) => child !== null && child !== false));
  return element;
}

export const pressable = (attributes, ...children) => make("button", { type: "button", ...attributes }, ...children);

/** Moves the one tab stop of a group to an element of it. */
export function moveStop(all, to, focus) {
  for (const element of all) if (element.tabIndex === 0 && element !== to) element.tabIndex = -1;
  to.tabIndex = 0;
  if (focus) to.focus();
}

/** Where an arrow key, Home or End leads from a place in a group of so many; null for any other key. */
export function step(key, at, count) {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key === "ArrowRight" || key === "ArrowDown") return Math.min(at + 1, count - 1);
  if (key === "ArrowLeft" || key === "ArrowUp") return Math.max(at - 1, 0);
  return null;
}
