/** What is kept on this device, where the reader asked for it: the article and how the page looks. */

export const KEY = "copydesk.article";

/** What can be set about the look, each with its values; the style sheets know them by these names. */
export const LOOK = {
  theme: ["system", "light", "dark"],
  size: ["small", "normal", "large", "larger"],
  lines: ["tight", "normal", "loose"],
  column: ["narrow", "normal", "wide"],
  tags: ["off", "on"],
};

/** What is stored; null when nothing is, or when the browser does not let the page look. */
export function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/** The article kept here as a patch of the page's state; null when there is none. */
export function remembered() {
  const { text, published = null, fileName = null } = stored() ?? {};
  return typeof text === "string" && text !== "" ? { text, published, fileName, origin: "kept" } : null;
}

/** The look kept here, as far as it is known. */
export function rememberedLook() {
  const { look } = stored() ?? {};
  return Object.fromEntries(Object.entries(LOOK).filter(([name, values]) => values.includes(look?.[name])).map(([name]) => [name, look[name]]));
}
