/** Names: who and what is named, how often and where. */

import { sparkline } from "../charts.js";
import { button, h, icon } from "../dom.js";
import { count, t } from "../messages.js";
import { choose, goTo } from "../select.js";

const AT_FIRST = 120;
const ORDER = ["person", "organization", "place", "facility", "group", "event", "product", "work", "law", "other"];

/** What the reader set in this panel; it outlives the article. */
const view = { kinds: new Set(), search: "", sort: "mentions", all: false };
const steps = new Map();

const SORTS = {
  mentions: { name: "Most mentioned", by: (a, b) => b.mentions.length - a.mentions.length || a.id - b.id },
  order: { name: "In order", by: (a, b) => a.mentions[0] - b.mentions[0] },
  name: { name: "A–Z", by: (a, b) => a.name.localeCompare(b.name, "en") },
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
  const output = h("span", { class: "soft step-count" }, count(entity.mentions.length, "mention"));
  return h("li", { class: "name-row", data: { entity: entity.id } },
    h("div", { class: "name-main" },
      button({ class: "name-button", on: { click: () => { choose("entity", entity.id); stepTo(entity, 1, output); } } },
        h("span", { class: `swatch ${entity.kind}`, dir: "auto" }, entity.name)),
      entity.role && h("p", { class: "role" }, entity.role),
      aliases.length > 0 && h("p", { class: "soft aliases" }, `also ${aliases.map((alias) => `“${alias}”`).join(", ")}${entity.aliases.length > 5 ? " …" : ""}`)),
    h("div", { class: "name-side" },
      sparkline(positions, `Where ${entity.name} is mentioned`),
      h("span", { class: "stepper" },
        button({ class: "round small", "aria-label": `Previous mention of ${entity.name}`, on: { click: () => stepTo(entity, -1, output) } }, icon("prev")),
        output,
        button({ class: "round small", "aria-label": `Next mention of ${entity.name}`, on: { click: () => stepTo(entity, 1, output) } }, icon("next")))));
}

function listing(shown, from) {
  const found = shown.filter(matches).sort(SORTS[view.sort].by);
  if (found.length === 0) return [h("p", { class: "nothing" }, "No name matches.")];
  const limit = view.all ? Infinity : AT_FIRST;
  const parts = view.sort === "mentions" ? ORDER.map((kind) => [kind, found.filter((entity) => entity.kind === kind)]).filter(([, list]) => list.length > 0) : [[null, found]];
  let left = limit;
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
  if (entities.length === 0) {
    root.append(h("p", { class: "nothing" }, "No names were found in this article."));
    return;
  }
  const results = h("div", {});
  const refresh = () => {
    results.replaceChildren(...listing(entities, from).flat().filter(Boolean));
    const found = entities.filter(matches).length;
    if (!view.all && found > AT_FIRST) results.append(button({ class: "link more", on: { click: () => { view.all = true; refresh(); } } }, `Show all ${count(found, "name")}`));
  };
  const toggles = ORDER.map((kind) => [kind, entities.filter((entity) => entity.kind === kind).length]).filter(([, n]) => n > 0).map(([kind, n]) =>
    button({ class: `toggle kind-${kind}`, "aria-pressed": String(view.kinds.has(kind)), on: { click: ({ currentTarget }) => {
      view.kinds.has(kind) ? view.kinds.delete(kind) : view.kinds.add(kind);
      currentTarget.setAttribute("aria-pressed", String(view.kinds.has(kind)));
      refresh();
    } } }, h("span", { class: `swatch ${kind}` }, t.kindsMany[kind]), h("span", { class: "soft" }, String(n))));
  root.append(
    h("div", { class: "toggles", role: "group", "aria-label": "Show only" }, toggles),
    h("div", { class: "searching" },
      h("label", { class: "search" }, h("span", { class: "hidden" }, "Search names"), icon("search"),
        h("input", { type: "search", id: "name-search", placeholder: "Search names", value: view.search, autocomplete: "off", on: { input: ({ target }) => { view.search = target.value; refresh(); } } })),
      h("label", { class: "sorting" }, h("span", { class: "hidden" }, "Sort names"),
        h("select", { on: { change: ({ target }) => { view.sort = target.value; refresh(); } } },
          Object.entries(SORTS).map(([value, { name }]) => h("option", { value, selected: value === view.sort }, name))))),
    results);
  refresh();
}

/** Puts the cursor into the search box; the panel must be showing. */
export const searchNames = () => document.getElementById("name-search")?.focus();
