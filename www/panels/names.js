/** Names: who and what is named, how often and where. */

import { sparkline } from "../charts.js";
import { openAt } from "../cards.js";
import { mentioned } from "../derive.js";
import { button, h, icon } from "../dom.js";
import { find } from "../find.js";
import { t } from "../messages.js";
import { late } from "../messages-late.js";
import { grown, grownWords } from "../more.js";
import { choose, goTo } from "../select.js";

const AT_FIRST = 100;
const MENTIONS_AT_FIRST = 20;
const ALIASES_AT_FIRST = 5;
const AROUND = 44;
const KINDS = ["person", "organization", "place", "facility", "group", "event", "product", "work", "law", "other"];

/** What the reader set in this panel; it outlives the article. */
const view = { kinds: new Set(), search: "", sort: "mentions", grouping: "type" };
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

/** A mention with the words around it, cut between words. */
function inContext(mention, { analysis, index }) {
  const { text } = analysis;
  const { start, end } = mention.span;
  const block = analysis.blocks[index.blockAt(start)]?.span ?? { start: 0, end: text.length };
  const from = Math.max(block.start, start - AROUND);
  const to = Math.min(block.end, end + AROUND);
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  return h("li", {}, button({ class: "entry context", dir: "auto", on: { click: (event) => openAt({ kind: "entity", id: mention.entity, mention: mention.id }, event) } },
    h("span", {}, from > block.start ? `… ${before.replace(/^\S*\s/, "")}` : before, h("b", {}, index.words(mention.span)),
      to < block.end ? `${after.replace(/\s\S*$/, "")} …` : after),
    h("span", { class: "soft" }, t.paragraph(index.paragraphAt(start)))));
}

/** The mentions in their sentences, made when they are asked for. */
function mentionList(entity, from) {
  const details = h("details", { class: "mentions" }, h("summary", {}, late.names.inContext(entity.mentions.length)));
  details.addEventListener("toggle", () => {
    details.append(...grown(h("ul", { class: "plain-list" }), from.index.namedMentions(entity), (mention) => inContext(mention, from), MENTIONS_AT_FIRST, late.names.moreMentions));
  }, { once: true });
  return details;
}

function entityRow(entity, from) {
  const { analysis } = from;
  const total = Math.max(1, analysis.text.length);
  const positions = entity.mentions.map((id) => analysis.mentions[id].span.start / total);
  const output = h("span", { class: "soft step-count" }, late.names.mentions(entity.mentions.length));
  return h("li", { class: "name-row", data: { entity: entity.id } },
    h("div", { class: "name-main" },
      button({ class: "name-button", on: { click: () => { choose("entity", entity.id); stepTo(entity, 1, output); } } },
        h("span", { class: `swatch ${entity.kind}`, dir: "auto" }, entity.name)),
      entity.role && h("p", { class: "role" }, entity.role),
      entity.aliases.length > 0 && h("p", { class: "soft aliases" }, late.names.also, grownWords(entity.aliases.map(late.names.alias), ALIASES_AT_FIRST, t.more))),
    h("div", { class: "name-side" },
      sparkline(positions, late.names.where(entity.name)),
      h("span", { class: "stepper" },
        button({ class: "round small", "aria-label": late.names.previous(entity.name), on: { click: () => stepTo(entity, -1, output) } }, icon("prev")),
        output,
        button({ class: "round small", "aria-label": late.names.next(entity.name), on: { click: () => stepTo(entity, 1, output) } }, icon("next")))),
    mentionList(entity, from));
}

/** Heading and entities of each group. */
const GROUPINGS = {
  type: (found) => KINDS.map((kind) => [t.kindsMany[kind], found.filter((entity) => entity.kind === kind)]),
  position: (found, { analysis }) => late.names.thirds.map((title, third) => [title, found.filter((entity) =>
    Math.min(2, Math.floor((analysis.mentions[entity.mentions[0]].span.start / Math.max(1, analysis.text.length)) * 3)) === third)]),
  paragraph: (found, { analysis, index }) => {
    const groups = new Map();
    for (const entity of found) {
      for (const mention of entity.mentions) {
        const place = index.blockAt(analysis.mentions[mention].span.start);
        if (!groups.has(place)) groups.set(place, new Set());
        groups.get(place).add(entity);
      }
    }
    return [...groups].sort(([a], [b]) => a - b).map(([place, entities]) =>
      [index.paragraphs[place] ? late.names.paragraph(index.paragraphs[place]) : t.blocks[analysis.blocks[place].kind], [...entities]]);
  },
};

function section([title, list], from) {
  return h("section", { class: "sub" },
    h("h3", {}, title, " ", h("span", { class: "soft" }, String(list.length))),
    grown(h("ul", { class: "name-list" }), list, (entity) => entityRow(entity, from), AT_FIRST, late.names.more));
}

/** Under each paragraph its names alone: their rows would be there over and over. */
function paragraphSection([title, list]) {
  return h("section", { class: "sub" }, h("h3", {}, title),
    h("p", { class: "toggles" }, list.map(({ id, kind, name }) =>
      button({ class: "toggle", data: { entity: id }, on: { click: (event) => openAt({ kind: "entity", id }, event) } }, h("span", { class: `swatch ${kind}` }, name)))));
}

function listing(entities, from) {
  const found = entities.filter(matches).sort(SORTS[view.sort]);
  if (found.length === 0) return [h("p", { class: "nothing" }, late.names.noMatch)];
  const groups = GROUPINGS[view.grouping](found, from).filter(([, list]) => list.length > 0);
  if (view.grouping !== "paragraph") return groups.map((group) => section(group, from));
  return grown(h("div", {}), groups, paragraphSection, AT_FIRST, late.names.moreParagraphs);
}

const choice = (label, key, options, refresh) => h("label", { class: "sorting" }, h("span", {}, label),
  h("select", { on: { change: ({ target }) => { view[key] = target.value; refresh(); } } },
    Object.entries(options).map(([value, name]) => h("option", { value, selected: value === view[key] }, name))));

export function drawNames(root, from) {
  const entities = mentioned(from.analysis);
  steps.clear();
  if (entities.length === 0) {
    root.append(h("p", { class: "nothing" }, late.names.none));
    return;
  }
  const results = h("div", {});
  const refresh = () => results.replaceChildren(...listing(entities, from));
  const toggles = KINDS.map((kind) => [kind, entities.filter((entity) => entity.kind === kind).length]).filter(([, n]) => n > 0).map(([kind, n]) =>
    button({ class: `toggle kind-${kind}`, "aria-pressed": String(view.kinds.has(kind)), on: { click: ({ currentTarget }) => {
      view.kinds.has(kind) ? view.kinds.delete(kind) : view.kinds.add(kind);
      currentTarget.setAttribute("aria-pressed", String(view.kinds.has(kind)));
      refresh();
    } } }, h("span", { class: `swatch ${kind}` }, t.kindsMany[kind]), h("span", { class: "soft" }, String(n))));
  const search = ({ target }) => {
    view.search = target.value;
    find(target.value);
    refresh();
  };
  root.append(
    h("div", { class: "toggles", role: "group", "aria-label": late.names.only }, toggles),
    h("label", { class: "search" }, h("span", { class: "hidden" }, late.names.search), icon("search"),
      h("input", { type: "search", id: "name-search", placeholder: late.names.search, value: view.search, autocomplete: "off", on: { input: search } })),
    h("div", { class: "searching" }, choice(late.names.sort, "sort", late.names.sorts, refresh), choice(late.names.group, "grouping", late.names.groupings, refresh)),
    results);
  find(view.search);
  refresh();
}

/** Puts the cursor into the search box; the panel must be showing. */
export const searchNames = () => document.getElementById("name-search")?.focus();
