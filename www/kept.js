/** The article that is kept on this device, where the reader asked for it. */

export const KEY = "copydesk.article";

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
