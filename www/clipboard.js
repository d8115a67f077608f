/** Reading the clipboard where the browser lets a button do it. */

import { readPaste } from "./input.js";

/** The words of the clipboard; null when the browser or the reader refuses, or nothing to read is on it. */
export async function readClipboard() {
  try {
    const held = new Map();
    for (const item of await navigator.clipboard.read()) {
      for (const type of ["text/plain", "text/html"]) {
        if (item.types.includes(type)) held.set(type, await (await item.getType(type)).text());
      }
    }
    const found = readPaste({ getData: (type) => held.get(type) ?? "" });
    return found.text.trim() === "" ? null : found;
  } catch {
    return null;
  }
}

/** The keys that paste on this platform. */
export const pasteKeys = () => (/Mac|iP(hone|ad)/.test(navigator.platform) ? "⌘V" : "Ctrl+V");
