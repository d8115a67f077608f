/** The text box: a real one, so that undo, spell check, input methods and screen readers work in it as anywhere. */

import { byId } from "./dom.js";
import { remember } from "./history.js";
import { t } from "./messages.js";
import { on, set, state } from "./state.js";

const PAUSE_MS = 300;
let timer = 0;

function commit() {
  clearTimeout(timer);
  const editor = byId("editor");
  if (editor.value === state.text) return;
  set({ text: editor.value, origin: editor.value.trim() === "" ? "empty" : "typed", fileName: null, flavours: null });
}

function drawMode() {
  const editing = state.mode === "edit";
  const editor = byId("editor");
  if (editing && editor.hidden) {
    remember();
    editor.value = state.text;
  }
  if (!editing && !editor.hidden) commit();
  editor.hidden = !editing;
  byId("article").hidden = editing;
  document.documentElement.classList.toggle("editing", editing);
  if (editing) editor.focus({ preventScroll: true });
}

export function startEditor() {
  const editor = byId("editor");
  editor.placeholder = t.pasteHere;
  editor.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(commit, PAUSE_MS);
  });
  on(["mode"], drawMode);
  on(["text"], () => {
    if (state.mode === "edit" && editor.value !== state.text) editor.value = state.text;
  });
}
