/** The words of a web page. The markup is parsed into an inert document, read, and thrown away. */

const BLOCKS = new Set(["P", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "BLOCKQUOTE", "FIGCAPTION", "DIV", "SECTION", "ARTICLE", "TR", "PRE", "DT", "DD", "ADDRESS", "HEADER", "FOOTER", "FIGURE", "MAIN", "ASIDE", "UL", "OL", "TABLE"]);
const TELLING = "p, h1, h2, h3, li, blockquote, figcaption, div + div";
const UNSEEN = "script, style, noscript, template, svg, math, iframe, object, nav, form, button, select, [hidden]";

const HIDDEN = /\shidden(?=[\s=/>]|$)|\saria-hidden\s*=\s*["']?true/i;

/** Where a tag that starts at `from` ends, quoted values seen as a browser sees them; -1 when it never does. */
function tagEnd(markup, from) {
  let quote = null;
  for (let at = from; at < markup.length; at++) {
    const char = markup[at];
    if (quote !== null) {
      if (char === quote) quote = null;
    } else if (char === ">") return at;
    else if ((char === '"' || char === "'") && /[=\s]/.test(markup[at - 1])) quote = char;
  }
  return -1;
}

/** How a page begins that this one exported, and what stands in its article that is no word of it. */
const OURS = '<meta name="generator" content="Copydesk ';
const ADDED = /^ class="(?:chip|tag|kind)\b/;

/** The markup without attributes: nothing in it names an address or a handler any more. */
function bare(markup, ours) {
  const parts = [];
  let done = 0;
  for (let at = markup.indexOf("<"); at >= 0; at = markup.indexOf("<", done)) {
    parts.push(markup.slice(done, at));
    const name = /^<\/?[a-z][a-z0-9-]*/i.exec(markup.slice(at, at + 40))?.[0];
    if (!name) {
      parts.push("<");
      done = at + 1;
      continue;
    }
    const end = tagEnd(markup, at + name.length);
    if (end < 0) return parts.join("");
    const rest = markup.slice(at + name.length, end);
    // As a script a style sheet is never read, so the page's policy has nothing to refuse.
    parts.push(name.replace(/^(<\/?)style$/i, "$1script"), HIDDEN.test(rest) || (ours && ADDED.test(rest)) ? " hidden>" : ">");
    done = end + 1;
  }
  parts.push(markup.slice(done));
  return parts.join("");
}

let inert = null;

/** The page's policy lets markup through here alone: it goes to a parser whose document never runs, loads or shows. */
function parse(markup, ours) {
  inert ??= globalThis.trustedTypes?.createPolicy("copydesk-inert", { createHTML: (given) => given }) ?? { createHTML: (given) => given };
  return new DOMParser().parseFromString(inert.createHTML(bare(markup, ours)), "text/html");
}

/** Text of a page in reading order, a blank line between blocks; of an article that was exported from here, its own words. */
export function htmlToText(markup) {
  const ours = markup.includes(OURS);
  const page = parse(markup, ours);
  const root = (ours && page.querySelector("article")) || page.body;
  for (const element of page.querySelectorAll(UNSEEN)) element.remove();
  const parts = [];
  // A walker, not recursion: pages nest as deep as they like.
  const walker = page.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let inside = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      const block = nearestBlock(node);
      if (block !== inside) parts.push("\n\n");
      inside = block;
      parts.push(node.data.replace(/\s+/g, " "));
    } else if (node.tagName === "BR") parts.push("\n");
  }
  const text = parts.join("").replace(/[ \t]*\n[ \t]*/g, "\n").replace(/\n{3,}/g, "\n\n").replace(/ {2,}/g, " ").trim();
  return { text, hasBlocks: root.querySelector(TELLING) !== null };
}

function nearestBlock(node) {
  let element = node.parentElement;
  while (element && !BLOCKS.has(element.tagName)) element = element.parentElement;
  return element;
}
