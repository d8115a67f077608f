/** The form that sets a speaker: kept on this page, undoable, and carried into exports. */

import { mentioned } from "./derive.js";
import { withChoice } from "./edits.js";
import { button, h } from "./dom.js";
import { remember } from "./history.js";
import { t } from "./messages.js";
import { grown } from "./more.js";
import { set, state } from "./state.js";
import { toast } from "./toast.js";
import { goBack } from "./undo.js";

const LISTED = 150;
const UNNAMED = { entity: null, name: t.reassign.unnamedSource, anonymous: true };
const asSpeaker = ({ id, name }) => ({ entity: id, name, anonymous: false });

/** A typed name is the entity that bears it, or a new speaker. */
function typed(name) {
  const wanted = name.trim().toLowerCase();
  const known = state.analysis.entities.find((entity) => [entity.name, ...entity.aliases].some((form) => form.toLowerCase() === wanted));
  return known ? asSpeaker(known) : { entity: null, name: name.trim(), anonymous: false };
}

function apply(id, choice) {
  remember();
  set({ edits: withChoice(state.edits, state.found, id, choice), speaker: null });
  toast(t.reassign.done(state.analysis.quotes[id].speaker?.name ?? null), { name: t.undo, run: goBack });
}

/** Whom the menu offers, and the buttons for those it has no room for at first. */
function choices({ speaker }) {
  const entities = mentioned(state.analysis);
  const list = (label, ...kinds) => {
    const named = entities.filter(({ id, kind }) => kinds.includes(kind) && id !== speaker?.entity);
    return named.length > 0 ? grown(h("optgroup", { label }), named, ({ id, name }) => h("option", { value: id }, name), LISTED, (left) => t.reassign.more(label, left)) : [];
  };
  const [people, morePeople] = list(t.kindsMany.person, "person");
  const [bodies, moreBodies] = list(t.kindsMany.organization, "organization", "group");
  const options = [
    h("option", { value: "" }, speaker ? t.reassign.now(speaker.name) : t.noSpeakerFound), people, bodies,
    h("optgroup", { label: t.reassign.else }, h("option", { value: "unnamed" }, t.reassign.unnamed),
      h("option", { value: "nobody" }, t.reassign.nobody), h("option", { value: "other" }, t.reassign.other)),
  ];
  return { options, more: [morePeople, moreBodies].filter(Boolean) };
}

/** What the form says, or undefined while it says nothing. */
function chosen(select, input) {
  if (select.value === "other") return input.value.trim() === "" ? undefined : typed(input.value);
  if (select.value === "") return undefined;
  if (select.value === "nobody") return null;
  return select.value === "unnamed" ? UNNAMED : asSpeaker(state.analysis.entities[select.value]);
}

/** Puts the form for one quote in the place of its button; `again` finds that button in what is drawn after a change. */
export function openForm(opener, quote, again) {
  const input = h("input", { type: "text", hidden: true, "aria-label": t.reassign.name, placeholder: t.reassign.name, maxlength: 120, autocomplete: "off" });
  const { options, more } = choices(quote);
  const select = h("select", { on: { change: () => { input.hidden = select.value !== "other"; } } }, options);
  // A name in a menu cannot have the focus that grown lists give to their first new row.
  for (const button of more) button.addEventListener("click", () => select.focus());
  const close = () => {
    form.replaceWith(opener);
    opener.focus();
  };
  const form = h("form", { class: "reassign", on: {
    submit: (event) => {
      event.preventDefault();
      const choice = chosen(select, input);
      if (choice === undefined) return (input.hidden ? select : input).focus();
      apply(quote.id, choice);
      again()?.focus();
    },
    keydown: (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      close();
    },
  } }, h("label", {}, t.reassign.who, select), more, input,
  h("span", { class: "reassign-acts" }, h("button", { class: "quiet" }, t.reassign.set), button({ class: "tool", on: { click: close } }, t.reassign.cancel)));
  opener.replaceWith(form);
  select.focus();
}
