/** The share dialog: a link that carries the article, how long it is, and a file where it is too long. */

import { button, byId, h, icon } from "./dom.js";
import { saveAs } from "./export.js";
import { canLink, pack, packView } from "./link.js";
import { t } from "./messages.js";
import { late } from "./messages-late.js";
import { state } from "./state.js";
import { toClipboard } from "./transfer.js";

const FINE = 2_000;
const LONG = 4_000;
let withView = true;

/** [class, words] for a link's length: fine, long, too-long. */
function verdict(length) {
  if (length <= FINE) return ["fine", late.share.fine(length)];
  return length <= LONG ? ["long", late.share.long(length)] : ["too-long", late.share.tooLong(length)];
}

const close = () => byId("share").close();

function saveFile() {
  close();
  saveAs("html");
}

const fileButton = (look) => button({ class: look, autofocus: look === "primary", disabled: !state.analysis, on: { click: saveFile } }, icon("save"), late.share.file);
const actions = (...buttons) => h("div", { class: "dialog-actions" }, buttons, button({ class: "quiet dialog-close", on: { click: close } }, t.card.close));

/** The link, ready to be copied, with its length told in words, in colour and as a bar. */
function offer(link) {
  const [how, words] = verdict(link.length);
  const said = h("p", { role: "status" });
  const field = h("textarea", { class: "link-field", readonly: true, rows: 2, "aria-label": late.share.field, on: { focus: ({ target }) => target.select() } });
  field.value = link;
  const copyLink = button({ class: how === "too-long" ? "quiet" : "primary", autofocus: how !== "too-long", on: { click: async () => {
    said.textContent = await toClipboard(link) ? late.share.copied : late.share.refused;
  } } }, icon("copy"), late.share.copy);
  return [
    field,
    h("div", { class: `length ${how}` },
      h("div", { class: "length-bar", "aria-hidden": "true" }, h("span", { vars: { "--share": Math.min(1, link.length / LONG) } })),
      h("p", {}, words)),
    h("label", { class: "check" }, h("input", { type: "checkbox", id: "share-view", checked: withView, on: { change: async ({ target }) => {
      withView = target.checked;
      await draw();
      byId("share-view").focus();
    } } }), late.share.view),
    state.analysis?.quotes.some(({ edited }) => edited) && h("p", { class: "soft" }, late.share.corrections),
    h("p", { class: "soft" }, late.share.careful),
    how === "too-long" ? actions(fileButton("primary"), copyLink) : actions(copyLink, how === "long" && fileButton("quiet")),
    said,
  ];
}

const instead = (words) => [h("p", {}, words), actions(fileButton("primary"))];

async function body() {
  if (!canLink()) return instead(late.share.unsupported);
  const hash = await pack(state.text, withView ? packView(state) : "");
  return hash === null ? instead(late.share.endless) : offer(location.href.split("#")[0] + hash);
}

async function draw() {
  byId("share-body").replaceChildren(...(await body()).filter(Boolean));
}

function build() {
  const dialog = h("dialog", { id: "share", class: "sheet-dialog", "aria-labelledby": "share-title", on: { click: ({ target }) => target === dialog && close() } },
    h("h2", { id: "share-title" }, late.share.title),
    h("p", {}, late.share.how),
    h("div", { id: "share-body", class: "share-body" }));
  document.body.append(dialog);
  return dialog;
}

/** Opens the dialog for the article that is shown. */
export async function openShare() {
  if (state.text.trim() === "") return;
  const dialog = byId("share") ?? build();
  await draw();
  dialog.showModal();
}
