/** Names: who and what is named, how often and where. */

import { sparkline } from "../charts.js";
import { button, h, icon } from "../dom.js";
import { t } from "../messages.js";
import { choose, goTo } from "../select.js";

const AT_FIRST = 100;
const ORDER = ["person", "organization", "place", "facility", "group", "event", "product", "work", "law", "other"];

/** What the reader set in this panel; it outlives the article. */
const view = { kinds: new Set(), search: "", sort: "mentions", limit: AT_FIRST };
const steps = new Map();

const SORTS = {
  mentions: (a, b) => b.mentions.length - a.mentions.length || a.id - b.id,
  order: (a, b) => a.mentions[0] - b.mentions[0],
  name: (a, b) => a.name.localeCompare(b.name, "en"),
};

function matches(entity) {
  if (view.kinds.size > 0 && !view.kinds.has(entity.kind)) return false;
  const wanted = view.search.trim().toLowerCase();
  return wanted === "" || [entity.name, ...entity.aliases, entity.role ?? ""].some((name) => name.toLowerCase().includes(wanted));
}

function stepTo(entity, by, output) {
  const at = ((steps.get(entity.id) ?? (by > 0 ? -1 : 0)) + by + entity.mentions.length) % entity.mentions.length;
  steps.set(entity.id, at);
  output.textContent = t.of(at + 1, entity.mentions.length);
  goTo("entity", entity.id, entity.mentions[at]);
}

function entityRow(entity, { analysis }) {
  const total = Math.max(1, analysis.text.length);
  const positions = entity.mentions.map((id) => analysis.mentions[id].span.start / total);
  const aliases = entity.aliases.slice(0, 5);
  const output = h("span", { class: "soft step-count" }, t.names.mentions(entity.mentions.length));
  return h("li", { class: "name-row", data: { entity: entity.id } },
    h("div", { class: "name-main" },
      button({ class: "name-button", on: { click: () => { choose("entity", entity.id); stepTo(entity, 1, output); } } },
        h("span", { class: `swatch ${entity.kind}`, dir: "auto" }, entity.name)),
      entity.role && h("p", { class: "role" }, entity.role),
      aliases.length > 0 && h("p", { class: "soft aliases" }, t.names.also(aliases, entity.aliases.length > aliases.length))),
    h("div", { class: "name-side" },
      sparkline(positions, t.names.where(entity.name)),
      h("span", { class: "stepper" },
        button({ class: "round small", "aria-label": t.names.previous(entity.name), on: { click: () => stepTo(entity, -1, output) } }, icon("prev")),
        output,
        button({ class: "round small", "aria-label": t.names.next(entity.name), on: { click: () => stepTo(entity, 1, output) } }, icon("next")))));
}

function listing(shown, from) {
  const found = shown.filter(matches).sort(SORTS[view.sort]);
  if (found.length === 0) return [h("p", { class: "nothing" }, t.names.noMatch)];
  const parts = view.sort === "mentions" ? ORDER.map((kind) => [kind, found.filter((entity) => entity.kind === kind)]).filter(([, list]) => list.length > 0) : [[null, found]];
  let left = view.limit;
  return parts.map(([kind, list]) => {
    const part = list.slice(0, left);
    left -= part.length;
    return part.length > 0 && h("section", { class: "sub" },
      kind && h("h3", {}, t.kindsMany[kind], " ", h("span", { class: "soft" }, String(list.length))),
      h("ul", { class: "name-list" }, part.map((entity) => entityRow(entity, from))));
  });
}

export function drawNames(root, from) {
  const entities = from.analysis.entities.filter((entity) => entity.mentions.length > 0);
  steps.clear();
  view.limit = AT_FIRST;
  if (entities.length === 0) {
    root.append(h("p", { class: "nothing" }, t.names.none));
    return;
  }
  const results = h("div", {});
  const refresh = () => {
    results.replaceChildren(...listing(entities, from).flat().filter(Boolean));
    const found = entities.filter(matches).length;
    if (found > view.limit) results.append(button({ class: "link more", on: { click: () => { view.limit += AT_FIRST; refresh(); } } }, t.names.more(found - view.limit)));
  };
  const toggles = ORDER.map((kind) => [kind, entities.filter((entity) => entity.kind === kind).length]).filter(([, n]) => n > 0).map(([kind, n]) =>
    button({ class: `toggle kind-${kind}`, "aria-pressed": String(view.kinds.has(kind)), on: { click: ({ currentTarget }) => {
      view.kinds.has(kind) ? view.kinds.delete(kind) : view.kinds.add(kind);
      currentTarget.setAttribute("aria-pressed", String(view.kinds.has(kind)));
      refresh();
    } } }, h("span", { class: `swatch ${kind}` }, t.kindsMany[kind]), h("span", { class: "soft" }, String(n))));
  root.append(
    h("div", { class: "toggles", role: "group", "aria-label": t.names.only }, toggles),
    h("div", { class: "searching" },
      h("label", { class: "search" }, h("span", { class: "hidden" }, t.names.search), icon("search"),
        h("input", { type: "search", id: "name-search", placeholder: t.names.search, value: view.search, autocomplete: "off", on: { input: ({ target }) => { view.search = target.value; refresh(); } } })),
      h("label", { class: "sorting" }, h("span", { class: "hidden" }, t.names.sort),
        h("select", { on: { change: ({ target }) => { view.sort = target.value; refresh(); } } },
          Object.keys(SORTS).map((value) => h("option", { value, selected: value === view.sort }, t.names.sorts[value]))))),
    results);
  refresh();
}

/** Puts the cursor into the search box; the panel must be showing. */
export const searchNames = () => document.getElementById("name-search")?.focus();
