/** Ways in: paste, typing, files, drops. Whatever comes, it leaves here as plain text or as a named problem. */

import { byId, isField } from "./dom.js";
import { remember } from "./history.js";
import { htmlToText } from "./webpage.js";
import { t } from "./messages.js";
import { set, state } from "./state.js";
import { toast } from "./toast.js";
import { goBack } from "./undo.js";

export const LIMIT = 2_000_000;
const FILE_LIMIT = 2 * 1024 * 1024;
const PROBE = 65_536;
const GARBLED_SHARE = 0.01;
const SIGNATURES = [["%PDF", "pdf"], ["PK\u0003\u0004", "zip"], ["\u0089PNG", "image"], ["GIF8", "image"], ["\u00ff\u00d8\u00ff", "image"], ["\u00d0\u00cf\u0011\u00e0", "office"]];
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\ufffd]/g;

/** What a text looks like when it is no text, or null. */
export function garbledKind(text) {
  const signature = SIGNATURES.find(([start]) => text.startsWith(start));
  if (signature) return signature[1];
  const probe = text.slice(0, PROBE);
  const odd = probe.match(CONTROL)?.length ?? 0;
  return odd > probe.length * GARBLED_SHARE ? "binary" : null;
}

/** One canonical text: the line ends of this platform's text boxes. */
const canonical = (text) => text.replace(/\r\n?/g, "\n");

/** Replaces the article and says how to get the old one back. */
export function replaceArticle(text, { origin, fileName = null, flavours = null, quiet = false }) {
  const had = state.text.trim() !== "";
  remember();
  set({
    text: canonical(text), origin: text.trim() === "" ? "empty" : origin, fileName, flavours,
    published: null, mode: "read", selection: null, speaker: null,
  });
  scrollTo({ top: 0 });
  if (had && !quiet) toast(text.trim() === "" ? t.cleared : t.replaced, { name: t.undo, run: goBack });
}

/** Reads a paste in whichever flavour says more. */
export function readPaste(data) {
  const plain = data.getData("text/plain");
  const page = data.getData("text/html");
  const web = page ? htmlToText(page) : null;
  if (web?.hasBlocks && web.text.trim() !== "") return { text: web.text, flavours: { web: web.text, plain, using: "web" } };
  return { text: plain || web?.text || "", flavours: null };
}

/** The reading of a pasted web page that is not shown. */
export const otherFlavour = () => (state.flavours.using === "web" ? "plain" : "web");

/** Swaps the two readings of a pasted web page. */
export function swapFlavour() {
  const using = otherFlavour();
  set({ flavours: { ...state.flavours, using }, text: canonical(state.flavours[using]), selection: null, speaker: null });
}

function decode(bytes) {
  const mark = bytes.subarray(0, 2).join();
  if (mark === "255,254") return { text: new TextDecoder("utf-16le").decode(bytes), guessed: false };
  if (mark === "254,255") return { text: new TextDecoder("utf-16be").decode(bytes), guessed: false };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), guessed: false };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), guessed: true };
  }
}

/** The text of a file and whether its encoding was guessed; too large ones are refused before a byte is read: null. */
export async function readFile(file) {
  if (file.size > FILE_LIMIT) {
    toast(t.bigFile(file.size, FILE_LIMIT));
    return null;
  }
  const { text, guessed } = decode(new Uint8Array(await file.arrayBuffer()));
  const isPage = /\.html?$/i.test(file.name) || file.type === "text/html";
  return { text: isPage ? htmlToText(text).text : text, guessed: guessed && garbledKind(text) === null };
}

/** Opens one file as the article; of several the first, and says so. */
export async function openFile([file, ...others]) {
  const read = file && (await readFile(file));
  if (!read) return;
  const told = read.guessed ? t.decoded : others.length > 0 ? t.onlyFirst(file.name, others.length) : null;
  replaceArticle(read.text, { origin: "file", fileName: file.name, quiet: told !== null });
  if (told) toast(told, { name: t.undo, run: goBack });
}

function onPaste(event) {
  if (isField(event.target) && event.target !== byId("editor")) return;
  const intoEditor = event.target === byId("editor");
  if (intoEditor && event.target.value !== "") return;
  const { text, flavours } = readPaste(event.clipboardData);
  if (text === "") return;
  event.preventDefault();
  replaceArticle(text, { origin: "paste", flavours });
}

function listenForDrops() {
  const hint = byId("drop");
  let depth = 0;
  const holdsFile = (event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragenter", (event) => {
    if (!holdsFile(event)) return;
    depth++;
    hint.hidden = false;
  });
  addEventListener("dragleave", () => {
    depth = Math.max(0, depth - 1);
    if (depth === 0) hint.hidden = true;
  });
  addEventListener("dragover", (event) => holdsFile(event) && event.preventDefault());
  addEventListener("drop", (event) => {
    depth = 0;
    hint.hidden = true;
    if (!holdsFile(event)) return;
    event.preventDefault();
    openFile(event.dataTransfer.files);
  });
}

export function startInput() {
  document.addEventListener("paste", onPaste);
  byId("file").addEventListener("change", (event) => {
    openFile([...event.target.files]);
    event.target.value = "";
  });
  listenForDrops();
}
