/** The words of a web page. The markup is parsed into an inert document, read, and thrown away. */

const BLOCKS = new Set(["P", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "BLOCKQUOTE", "FIGCAPTION", "DIV", "SECTION", "ARTICLE", "TR", "PRE", "DT", "DD", "ADDRESS", "HEADER", "FOOTER", "FIGURE", "MAIN", "ASIDE", "UL", "OL", "TABLE"]);
const TELLING = "p, h1, h2, h3, li, blockquote, figcaption, div + div";
const UNSEEN = "script, style, noscript, template, svg, math, iframe, object, nav, form, button, select, [hidden], [aria-hidden=true]";

/** Text of a page in reading order, a blank line between blocks. */
export function htmlToText(markup) {
  const page = new DOMParser().parseFromString(markup, "text/html");
  for (const element of page.querySelectorAll(UNSEEN)) element.remove();
  const parts = [];
  // A walker, not recursion: pages nest as deep as they like.
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
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
  return { text, hasBlocks: page.body.querySelector(TELLING) !== null };
}

function nearestBlock(node) {
  let element = node.parentElement;
  while (element && !BLOCKS.has(element.tagName)) element = element.parentElement;
  return element;
}
