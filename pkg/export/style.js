// How the annotated article looks, on a screen in light and dark and on paper. One channel for each kind of mark: a band for
// quotes, underlines for names and dates, a word in the margin for hard sentences.

import { colours } from "./palette.js";

export const STYLE = `:root { color-scheme: light dark; ${colours("light")} }
@media screen and (prefers-color-scheme: dark) {
  :root { ${colours("dark")} }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 52rem; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
article { padding-inline-start: 5rem; font: 1.125rem/1.7 Charter, Georgia, Cambria, serif; overflow-wrap: anywhere; }
.block { position: relative; margin: 0 0 1em; white-space: pre-line; }
h1 { margin: 1rem 0 0.5rem; font-size: 2rem; line-height: 1.2; text-wrap: balance; }
h2 { margin: 2.5rem 0 0.5rem; font-size: 1.25rem; line-height: 1.3; break-after: avoid; }
.aside:not(h1, h2), .facts, .legend, .note, footer { color: var(--soft); font: 0.875rem/1.6 system-ui, sans-serif; }
.kind, .tag { position: absolute; inset-inline-start: -5rem; width: 4.25rem; color: var(--soft); font: 600 0.6875rem/1.3 system-ui, sans-serif; text-align: end; white-space: normal; text-indent: 0; user-select: none; }
.tag { margin-top: 0.5em; padding-inline-end: 0.375rem; border-inline-end: 3px dashed; }
.hard { color: var(--hard); }
.veryHard { color: var(--very-hard); }
.tag.veryHard { border-inline-end: 4px double; }
mark { padding-block: 0.08em; background: none; color: inherit; }
.quote { background: var(--quote); }
.reported { background: var(--reported); }
.person { border-bottom: 2px solid var(--person); }
.organization { border-bottom: 4px double var(--organization); }
.place { border-bottom: 2px dotted var(--place); }
.thing { border-bottom: 1px solid var(--thing); }
mark.date { border-bottom: 2px dashed var(--date); }
.chip { margin-inline: 0.3em; white-space: nowrap; padding: 0.05em 0.55em; border: 1px solid var(--quote-edge); border-radius: 1em; background: var(--page); font: 600 0.75rem/1.3 system-ui, sans-serif; user-select: none; }
.chip b { color: var(--soft); font-weight: 400; }
.chip.doubt { border-style: dashed; }
.chip.doubt bdi::after { content: " ?"; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: baseline; padding-block: 0.5rem; border-block: 1px solid var(--line); }
.legend mark { color: var(--ink); }
.inline-tag { font-weight: 600; }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; }
th, td { padding: 0.375rem 0.75rem 0.375rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: break-word; }
thead th { color: var(--soft); white-space: nowrap; }
.byline { margin-top: -0.75em; }
tbody th { font-weight: 600; }
.number { font-variant-numeric: tabular-nums; }
section { overflow-x: auto; }
@media (max-width: 40rem) {
  article { padding-inline-start: 0; }
  .kind, .tag { position: static; display: inline-block; width: auto; margin: 0 0.5em 0 0; }
  .kind { display: block; text-align: start; }
  h1 { font-size: 1.625rem; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  article { font-size: 11pt; line-height: 1.55; }
  .quote, .reported { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .chip { margin-inline: 0.2em; padding: 0; border: 0; font-size: 0.8em; }
  .chip::before { content: "["; }
  .chip::after { content: "]"; }
  section { overflow: visible; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  p { orphans: 2; widows: 2; }
}
@media (forced-colors: active) {
  mark { background: Canvas; color: CanvasText; }
  .quote { background: Mark; color: MarkText; }
}`;
