// Writes the sample as the page draws it into www/index.html, and its analysis into www/samples/ferries.json, so that both are
// there before the engine is.
// usage: node tools/prerender.mjs        (after every change of the engine, the page or the sample; a test compares)
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";
import { launch, open } from "./browser.mjs";
import { main } from "./run.mjs";
import { ROOT, serve } from "./serve.mjs";
import { setUpBuild } from "./setup.mjs";

const PAGE = join(ROOT, "www", "index.html");
const SAMPLE = join(ROOT, "www", "samples", "ferries.json");
/** Elements whose insides come drawn. */
const DRAWN = ["actions", "layers", "facts", "article", "summary", "gist", "tabs", "panel"];

const inside = (id) => new RegExp(`(<(\\w+) [^>]*id="${id}"[^>]*>)[^]*?(</\\2><!-- end of ${id} -->)`);

/** The page with other insides for the drawn elements. */
function filled(page, insides) {
  return DRAWN.reduce((text, id) => {
    if (!inside(id).test(text)) throw new Error(`www/index.html does not say where #${id} ends`);
    return text.replace(inside(id), (_, open, tag, close) => open + (insides[id] ?? "") + close);
  }, page);
}

/** What the page says with nothing drawn beforehand: it must do all by itself. */
async function drawn(page) {
  const bare = filled(page, {}).replace(" data-prerendered", "");
  const intercept = (path) => (path === "/" ? { body: bare } : path === "/samples/ferries.json" ? { status: 404 } : undefined);
  const server = await serve({ intercept });
  const browser = await launch();
  try {
    const visit = await open(browser, server.url, { viewport: { width: 1280, height: 800 }, serviceWorkers: "block", locale: "en-GB" });
    await visit.page.waitForFunction(() => document.documentElement.dataset.phase === "done" && document.querySelector("#article").ariaBusy !== "true");
    return await visit.page.evaluate(async (ids) => {
      const { state } = await import("/state.js");
      const { rules } = await import("/pkg/core.js");
      const lines = (id) => [...document.getElementById(id).childNodes].map((node) => node.outerHTML ?? node.data).join("\n");
      return { insides: Object.fromEntries(ids.map((id) => [id, lines(id)])), analysis: state.analysis, rules: rules() };
    }, DRAWN);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Names of rules that a value holds anywhere. */
function rulesIn(value, found = new Set()) {
  if (typeof value === "object" && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      if (key === "rule") found.add(part);
      else rulesIn(part, found);
    }
  }
  return found;
}

/** Both files as they should be: { page, sample }. */
export async function prerender() {
  const page = readFileSync(PAGE, "utf8");
  const { insides, analysis, rules } = await drawn(page);
  const used = rulesIn(analysis);
  const sample = JSON.stringify({ analysis, rules: rules.filter(({ name }) => used.has(name)) });
  return { page: filled(page, insides), sample: `${sample}\n` };
}

/** Both files as they are. */
export const committed = () => ({ page: readFileSync(PAGE, "utf8"), sample: readFileSync(SAMPLE, "utf8") });

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await setUpBuild();
    await build();
    const { page, sample } = await prerender();
    writeFileSync(PAGE, page);
    writeFileSync(SAMPLE, sample);
    console.log(`copydesk: the sample is drawn into www/index.html (${page.length} bytes), its analysis has ${sample.length}`);
  });
}
