/** What the page shows first: the article of a link, the one kept on this device, or the sample. */

import { byId } from "./dom.js";
import * as history from "./history.js";
import { remembered } from "./kept.js";
import { t } from "./messages.js";
import { drawPlain } from "./reader.js";
import { goTo } from "./select.js";
import { on, set, state } from "./state.js";
import { ferries } from "./samples/ferries.js";

const isLink = (hash) => hash.startsWith("#a1=");

/** The text that the address carries; null when it carries none. */
let carried = null;
/** What the link wants chosen once its article is read. */
let wanted = null;

/** Opens the link of the address. A broken one leaves an empty page that says so, never another article. */
async function openLink() {
  const { hash } = location;
  const { canLink, unpack, unpackView } = await import("./link.js");
  const { text = "", view = "", ...broken } = canLink() ? await unpack(hash) : { problem: "unsupported" };
  // A newer link came while this one was unpacked.
  if (location.hash !== hash) return;
  if (state.text !== "") history.remember();
  carried = text;
  const { selection = null, ...look } = unpackView(view);
  wanted = selection;
  set({
    fileName: null, flavours: null, published: null, mode: "read", selection: null, speaker: null, ...look,
    text, origin: broken.problem ? "empty" : "link", brokenLink: broken.problem ? broken : null, attempt: state.attempt + 1,
  });
  if (state.phase === "working" && !state.analysis) drawPlain(byId("article"), text);
}

/** The address stops carrying an article as soon as another one is shown. */
function dropLink() {
  if (carried === null || state.text === carried) return;
  carried = null;
  globalThis.history.replaceState(null, "", location.pathname + location.search);
  set({ brokenLink: null });
}

function chooseWanted() {
  if (!state.analysis || !wanted) return;
  const { kind, id } = wanted;
  wanted = null;
  const { entities, quotes, dates, otherQuoted, sentences, blocks } = state.analysis;
  const known = { entity: entities, quote: quotes, date: dates, other: otherQuoted, sentence: sentences, block: blocks }[kind];
  if (id < known.length) goTo(kind, id);
}

/** What must be said about where the article came from: [kind, words]. */
export function arrivalNote() {
  const { brokenLink, origin } = state;
  if (brokenLink) return ["alert", t.link[brokenLink.problem](brokenLink)];
  return origin === "link" && state.phase !== "empty" ? ["info", t.link.opened] : null;
}

export function arrive() {
  on(["text"], dropLink);
  on(["analysis"], chooseWanted);
  addEventListener("hashchange", () => isLink(location.hash) && openLink());
  if (isLink(location.hash)) {
    // The sample that stands in the page gives way at once.
    set({ phase: "working" });
    openLink();
    return;
  }
  set(remembered() ?? { text: ferries, origin: "sample" });
}
