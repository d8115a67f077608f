/** Out of the page: copies and files, only where the reader asks for them. */

import { plainText } from "./derive.js";
import { h } from "./dom.js";
import { dateWords } from "./format.js";
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

/** The headline, or null. */
export const titleOf = (analysis) => {
  const headline = analysis.blocks.find((block) => block.kind === "headline");
  return headline ? plainText(analysis, headline.span) : null;
};

/** A quote to paste elsewhere: the words, who said them, and where they stood. */
export function cited(analysis, { span, speaker, edited }) {
  const headline = titleOf(analysis);
  return t.cited({
    words: plainText(analysis, span),
    name: speaker?.name ?? t.noSpeakerFound,
    edited,
    via: speaker?.via?.name,
    source: [headline && `“${headline}”`, analysis.published && dateWords(analysis.published.value)].filter(Boolean).join(", "),
  });
}

const LONGEST_NAME = 6;

/** A file name from the headline and the date. */
export function fileName(analysis, ending) {
  const words = titleOf(analysis) ?? "";
  const slug = words.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").split(/[^a-z0-9]+/).filter(Boolean).slice(0, LONGEST_NAME).join("-") || "article";
  return [analysis.published?.value, slug].filter(Boolean).join("-") + ending;
}

/** Saves words as a file. */
export function save(words, name, type) {
  const address = URL.createObjectURL(new Blob([words], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
