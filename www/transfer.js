/** Out of the page: copies and files, only where the reader asks for them. */

import { h } from "./dom.js";
import { t } from "./messages.js";
import { toast } from "./toast.js";

/** Puts words on the clipboard; false when the browser refuses. */
export async function toClipboard(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}

/** The same, and says how it went. */
export async function copy(words) {
  toast(await toClipboard(words) ? t.copied : t.copyRefused);
}

const LONGEST_NAME = 6;

/** A file name from the headline and the date. */
export function fileName(analysis, ending) {
  const headline = analysis.blocks.find((block) => block.kind === "headline");
  const words = headline ? analysis.text.slice(headline.span.start, headline.span.end) : "";
  const slug = words.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").split(/[^a-z0-9]+/).filter(Boolean).slice(0, LONGEST_NAME).join("-") || "article";
  return [analysis.published?.value, slug].filter(Boolean).join("-") + ending;
}

/** Saves words as a file. */
export function save(words, name, type) {
  const address = URL.createObjectURL(new Blob([words], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
