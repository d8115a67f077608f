/** Out of the page: copies and files, only where the reader asks for them. */

import { h } from "./dom.js";
import { toJSON } from "./engine.js";
import { t } from "./messages.js";
import { state } from "./state.js";
import { toast } from "./toast.js";

/** Puts words on the clipboard. */
export async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    toast(t.copied);
  } catch {
    toast(t.copyRefused);
  }
}

/** A file name from the headline and the date. */
export function fileName(analysis, extension) {
  const headline = analysis.blocks.find((block) => block.kind === "headline");
  const words = headline ? analysis.text.slice(headline.span.start, headline.span.end) : "article";
  const slug = words.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "-").split("-").filter(Boolean).slice(0, 6).join("-") || "article";
  return [analysis.published?.value, slug].filter(Boolean).join("-") + extension;
}

function save(words, name, type) {
  const address = URL.createObjectURL(new Blob([words], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export const copyJSON = () => copy(toJSON(state.analysis));
export const saveJSON = () => save(toJSON(state.analysis), fileName(state.analysis, ".json"), "application/json");
