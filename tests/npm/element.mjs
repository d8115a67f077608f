// What the tests of <copydesk-article> share: a static server with the strict policy, pages that hold the element, and a visit
// that ends with a look at what went wrong.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, open } from "../../tools/browser.mjs";
import { serve } from "../../tools/serve.mjs";
import { ARTICLE, installed } from "./scratch.mjs";

export const pkg = await installed();
export const node = await import(pathToFileURL(join(pkg, "node.js")));

const SLOT = ARTICLE.trim().split(/\n\n/).map((part, i) => `<${i === 0 ? "h2" : "p"}>${part}</${i === 0 ? "h2" : "p"}>`).join("\n");
const PAGE = (inside) => `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>t</title>
<link rel="stylesheet" href="/page.css"><script type="module" src="/main.js"></script><main><h1>Larkhaven Gazette</h1>${inside}</main>`;
const ONE = `<copydesk-article>${SLOT}</copydesk-article>`;
const PARAGRAPH = "\"The hedge is the last one,\" said Edith Varrow of Ambleford on Monday.\n\n";
export const LONG = PARAGRAPH.repeat(600);
/** Takes the engine longer than any step of a test. */
export const HUGE = PARAGRAPH.repeat(15_000);

const PAGES = { "/": ONE, "/two": ONE + ONE, "/none": "", "/later": `<copydesk-article id="early"></copydesk-article>` };

/** `fault` is set by a test, and reset by it: how the engine's file is answered. `requests` are the paths asked for. */
export const serving = { fault: null, requests: null };
let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([
    launch(),
    serve({
      mounts: { "/pkg/": pkg },
      intercept(path) {
        if (path in PAGES) return { body: PAGE(PAGES[path]) };
        if (path === "/page.css") return { body: ":root { color-scheme: light dark; } body { margin: 0; }" };
        if (path === "/main.js") {
          return { body: `import { defineCopydeskArticle } from "/pkg/element.js";
            globalThis.heard = [];
            for (const type of ["analysis", "analysis-error", "mark-select"]) addEventListener(type, (event) => heard.push([type, event.detail, event.composed]));
            globalThis.define = defineCopydeskArticle;
            if (location.pathname !== "/later") define();` };
        }
        return path === "/pkg/wasm/copydesk_bg.wasm" && serving.fault ? serving.fault : undefined;
      },
    }),
  ]);
  serving.requests = server.requests;
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens a page, waits until every element has an answer, and checks at the end that the page has no complaint. */
export async function visit(path, work, { complaints = false, wait = true, ...options } = {}) {
  const { context, page, problems } = await open(browser, server.url.slice(0, -1) + path, { viewport: { width: 1280, height: 800 }, ...options });
  await page.waitForFunction(() => globalThis.define);
  if (wait) await page.waitForFunction(() => [...document.querySelectorAll("copydesk-article")].every((one) => one.analysis || one.matches(":state(error)")));
  const result = await work(page);
  await context.close();
  if (!complaints) assert.deepEqual(problems, []);
  return result;
}
/** The element has an answer and stands to its end. */
export const settled = (page) => page.waitForFunction(() => !document.querySelector("copydesk-article:state(loading)") && !document.querySelector("copydesk-article").shadowRoot.querySelector("[aria-busy=true]"));
export const article = (page) => page.locator("copydesk-article");
