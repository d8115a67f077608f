/** Out of the page: copies and files, only where the reader asks for them. */

import { plainText } from "./derive.js";
import { h } from "./dom.js";
import { toJSON } from "./engine.js";
import { dateWords } from "./format.js";
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

/** A file name from the headline and the date. */
export function fileName(analysis, extension) {
  const words = titleOf(analysis) ?? "article";
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
