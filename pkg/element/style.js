// How the element looks. One channel for each layer: the band for quotes, underlines for names and dates, the gutter for hard
// sentences. Every colour may be set by the page as `--copydesk-NAME`.
import { PALETTE } from "../export/palette.js";

/** Beside the colours of every annotated article: of the focus, and the faint grounds of names, which decorate; the underline tells. */
const MORE = [
  ["accent", "#1f4fd8", "#9db8ff"], ["person-tint", "#e3effc", "#12324f"], ["organization-tint", "#fdeedd", "#46300f"],
  ["place-tint", "#e1f5e9", "#10402a"], ["date-tint", "#f8e6f8", "#43204a"],
];
const colours = [...PALETTE, ...MORE].map(([name, light, dark]) => `--${name}: var(--copydesk-${name}, light-dark(${light}, ${dark}));`).join(" ");

const STYLE = `
:host { display: block; }
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
:host([theme="auto"]) { color-scheme: light dark; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.base { ${colours}
  --sans: var(--copydesk-interface-font, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
  --serif: var(--copydesk-text-font, Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Georgia, Cambria, "Liberation Serif", serif);
  --sunken: color-mix(in srgb, var(--ink) 4%, var(--page));
  container-type: inline-size; overflow-wrap: anywhere; color: var(--ink); font: 400 0.9375rem/1.5 var(--sans); text-align: start; }
.base.marked, .base:has(.alert) { border: 1px solid var(--line); border-radius: 0.625rem; background: var(--page); }
h2, h3, p, ul, blockquote { margin: 0; padding: 0; }
ul { list-style: none; }
button { font: inherit; color: inherit; cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.soft { color: var(--soft); }
.small { font-size: 0.8125rem; }
.text { min-width: 0; }

.toolbar { display: flex; flex-wrap: wrap; gap: 0.375rem; padding: 0.625rem 1.25rem; border-bottom: 1px solid var(--line); }
.toggle { display: inline-flex; align-items: center; gap: 0.5rem; min-height: 1.875rem; padding: 0 0.75rem 0 0.625rem; border: 1px solid var(--soft); border-radius: 1rem; background: none; font-size: 0.8125rem; font-weight: 500; }
.toggle:hover { background: var(--sunken); }
.toggle[aria-pressed="false"] { color: var(--soft); border-style: dashed; }
.toggle[aria-pressed="false"] .legend { opacity: 0.3; }
.legend { width: 1.25rem; height: 0.875rem; }
.legend.quotes { border-radius: 2px; background: var(--quote); box-shadow: inset 0 0 0 1px var(--quote-edge); }
.legend.names { border-bottom: 2px solid var(--person); background: var(--person-tint); }
.legend.dates { border-bottom: 2px dashed var(--date); background: var(--date-tint); }
.legend.readability { width: 0.5rem; margin-inline-start: 0.125rem; border-inline-start: 4px double var(--very-hard); }

.notes:not(:empty) { display: grid; gap: 0.5rem; padding: 0.75rem 1.25rem 0; }
.note { padding: 0.625rem 0.875rem; border-radius: 0.5rem; background: var(--sunken); font-size: 0.875rem; }
.note.alert { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.75rem; background: color-mix(in srgb, var(--hard) 12%, var(--page)); }
.alert p { flex: 1 1 16rem; }
.alert .soft { color: inherit; }
.retry, .more { min-height: 2rem; padding: 0 0.75rem; border: 1px solid var(--soft); border-radius: 0.5rem; background: var(--page); font-size: 0.875rem; font-weight: 500; }
.base:has(.alert) .plain { padding: 0.5rem 1.25rem 1rem; }

.article { --gutter: 5rem; max-width: 48rem; margin-inline: auto; padding: 1.25rem 2rem 1.5rem 0; font: 400 1.125rem/1.72 var(--serif); }
.base.stale .article, .base.stale .panels { opacity: 0.55; }
.block { position: relative; margin-bottom: 0.9em; padding-inline-start: var(--gutter); white-space: pre-line; content-visibility: auto; contain-intrinsic-size: auto 7em; }
.block:is(.aside, .headline, .subheading) { content-visibility: visible; }
.headline { margin-bottom: 0.45em; font: 700 1.75rem/1.22 var(--serif); letter-spacing: -0.012em; text-wrap: balance; }
.subheading { margin-top: 1.6em; font: 700 1.125rem/1.4 var(--serif); }
blockquote { font-style: italic; }
.aside:not(.headline, .subheading) { color: var(--soft); font: 400 0.875rem/1.6 var(--sans); }
.listItem::before { content: "• "; color: var(--soft); }
.kind { position: absolute; inset-inline-start: 0; top: 0.2rem; width: calc(var(--gutter) - 1rem); color: var(--soft); font: 500 0.6875rem/1.25 var(--sans); text-align: end; user-select: none; }

mark { padding: 0.09em 0; border-radius: 1px; background: var(--band, var(--tint, none)); color: inherit; cursor: pointer; }
mark.quote { --band: var(--quote); }
mark.reported { --band: var(--reported); }
mark.person { --tint: var(--person-tint); border-bottom: 2px solid var(--person); }
mark.organization { --tint: var(--organization-tint); border-bottom: 4px double var(--organization); }
mark.place { --tint: var(--place-tint); border-bottom: 2px dotted var(--place); }
mark.thing { border-bottom: 1px solid var(--thing); }
mark.date { --tint: var(--date-tint); border-bottom: 2px dashed var(--date); }
.aside mark { background: none; }
.opens::before { content: "❝"; content: "❝" / ""; margin-inline-end: 0.1em; color: var(--quote-edge); font: 700 0.8em/1 var(--sans); }
.glue { white-space: nowrap; }
.chip { margin-inline: 0.3em 0.1em; padding: 0 0.55rem; min-height: 1.5rem; border: 1px solid var(--quote-edge); border-radius: 0.75rem; background: var(--page); color: var(--ink); font: 600 0.75rem/1.375rem var(--sans); vertical-align: 0.09em; white-space: nowrap; user-select: none; }
.chip:hover { background: var(--quote); }
.chip.unsure { border-style: dashed; }
.chip-name { display: inline-block; max-width: 11rem; overflow: hidden; text-overflow: ellipsis; vertical-align: bottom; }

.gutter { position: absolute; inset-inline-start: calc(var(--gutter) - 0.875rem); inset-block: 0.2em; width: 0; border-inline-start: 3px dashed var(--colour); cursor: pointer; --colour: var(--hard);
  .veryHard > & { border-inline-start: 5px double var(--colour); --colour: var(--very-hard); }
  &::before { content: ""; position: absolute; inset-block: 0; inset-inline: -1rem -0.5rem; }
  &::after { content: attr(data-label); content: attr(data-label) / ""; position: absolute; inset-inline-end: 0.5rem; top: 0.1rem; width: 3.2rem; color: var(--colour); font: 600 0.6875rem/1.25 var(--sans); text-align: end; white-space: normal; }
  /* Beside exactly the lines of its sentence where the browser can anchor it, else beside the block. */
  @supports (anchor-scope: --sentence) { position-anchor: --sentence; inset-block: auto; top: calc(anchor(top) + 0.15em); bottom: calc(anchor(bottom) + 0.15em); }
}
.sentence { anchor-name: --sentence; anchor-scope: --sentence; }

mark.chosen { outline: 2px solid var(--ink); outline-offset: 1px; border-radius: 2px; }
.chosen-quote mark.chosen { outline: none; border-radius: 0; box-shadow: 0 -2px 0 var(--ink), 0 2px 0 var(--ink); }
.chosen-quote mark:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.sentence.chosen { outline: 1px solid var(--soft); outline-offset: 2px; background: var(--sunken); }

/* Without its layer a mark keeps its place: borders below words and hidden chips move nothing. */
.no-quotes mark { --band: initial; }
.no-quotes .opens::before, .no-quotes .chip, .no-readability .gutter { visibility: hidden; }
.no-names mark:is(.person, .organization, .place, .thing):not(.date), .no-dates mark.date:not(.person, .organization, .place, .thing), .no-names.no-dates mark { --tint: initial; border-bottom-color: #0000; }

.card-place { position: sticky; bottom: 0.75rem; z-index: 1; padding-inline: 1rem; }
.card { max-width: 34rem; margin: 0 auto 0.75rem; padding: 0.625rem 0.875rem; border: 1px solid var(--soft); border-radius: 0.625rem; background: var(--page); box-shadow: 0 8px 28px light-dark(#1b1d2126, #000000a6); }
.card-head { display: flex; align-items: baseline; gap: 0.5rem; }
.card-head b { flex: 1; }
.close { align-self: start; min-width: 1.5rem; min-height: 1.5rem; padding: 0; border: 0; border-radius: 50%; background: none; font-size: 1.25rem; line-height: 1; }
.outer { min-height: 1.5rem; margin-inline-end: 0.75rem; padding: 0; border: 0; background: none; color: var(--accent); text-decoration: underline; text-underline-offset: 0.15em; }

.panels { border-top: 1px solid var(--line); min-width: 0; }
.tabs { display: flex; flex-wrap: wrap; padding: 0.25rem 0.75rem 0; border-bottom: 1px solid var(--line); }
.tab { min-height: 2.5rem; padding: 0 0.5rem; border: 0; border-bottom: 2px solid #0000; background: none; color: var(--soft); font-size: 0.8125rem; font-weight: 500; }
.tab:hover { color: var(--ink); }
.tab[aria-selected="true"] { border-bottom-color: var(--accent); color: var(--ink); font-weight: 600; }
.panel { padding: 0.75rem 1.25rem 1.25rem; }
.panel:focus-visible { outline-offset: -2px; }
.panel > * + * { margin-top: 0.75rem; }
.title { margin-bottom: 0.125rem; font: 600 0.9375rem/1.4 var(--sans); }
.count { white-space: nowrap; color: var(--soft); font-size: 0.8125rem; font-weight: 400; font-variant-numeric: tabular-nums; }
.row { display: grid; width: calc(100% + 1rem); margin-inline: -0.5rem; padding: 0.3125rem 0.5rem; border: 0; border-radius: 0.375rem; background: none; text-align: start; }
.row:hover { background: var(--sunken); }
.said { font: 400 0.9375rem/1.45 var(--serif); display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
.grade { font-weight: 600; }
.swatch { border-bottom: 1px solid var(--thing); font-weight: 500; }
.swatch.person { border-bottom: 2px solid var(--person); }
.swatch.organization { border-bottom: 4px double var(--organization); }
.swatch:is(.place, .facility) { border-bottom: 2px dotted var(--place); }
.swatch.date { border-bottom: 2px dashed var(--date); }
.more { margin-top: 0.5rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; }
th, td { padding: 0.3125rem 0; border-bottom: 1px solid var(--line); text-align: start; font-weight: 400; }
thead th { color: var(--soft); font-weight: 600; }
td, th:last-child { text-align: end; font-variant-numeric: tabular-nums; }

@container (min-width: 56rem) {
  .marked .columns { display: grid; grid-template-columns: minmax(0, 1fr) 23rem; }
  .marked .columns:has(> .panels[hidden]) { display: block; }
  .panels { position: sticky; top: 0; align-self: start; max-height: 100dvh; display: flex; flex-direction: column; border-top: 0; border-inline-start: 1px solid var(--line); min-height: 100%; }
  .panel { flex: 1; overflow-y: auto; }
  .tabs { padding-top: 0.625rem; }
}
@container (max-width: 32rem) {
  .article { --gutter: 1.25rem; padding-inline-end: 1.25rem; font-size: 1.0625rem; }
  .headline { font-size: 1.5rem; }
  .kind { position: static; display: block; width: auto; text-align: start; }
  .gutter::after { display: none; }
  .toolbar { padding-inline: 1rem; }
  .panel { padding-inline: 1rem; }
}
@media (prefers-contrast: more) {
  .base { --soft: var(--ink); }
  mark.quote { box-shadow: 0 0 0 1px var(--quote-edge); }
}
@media (forced-colors: active) {
  mark { background: Canvas; color: CanvasText; }
  mark.quote { background: Mark; color: MarkText; }
  .legend { forced-color-adjust: none; }
  .no-names mark:not(.date), .no-dates mark.date, .tab { border-bottom: none; }
  .tab[aria-selected="true"] { border-bottom: 2px solid Highlight; }
}
@media print {
  .toolbar, .card-place, .tabs { display: none; }
  .block { content-visibility: visible; }
}`;

let made = null;

/** The sheet, one for all elements. Made as an object, since a policy may forbid styles in markup. */
export function sheet() {
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(STYLE);
  }
  return made;
}
