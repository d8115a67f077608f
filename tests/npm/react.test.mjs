// copydesk/react in Chromium under StrictMode, and on a server.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { build } from "esbuild";
import { launch, open } from "../../tools/browser.mjs";
import { serve } from "../../tools/serve.mjs";
import { ARTICLE, exec, installed } from "./scratch.mjs";
import { projectWith } from "./matrix.mjs";

const REACT = ["react", "react-dom", "scheduler"];
const LONG = "\"The hedge is the last one,\" said Edith Varrow of Ambleford on Monday.\n\n".repeat(15_000);
const APP = `
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { defineCopydeskArticle } from "copydesk/element";
import { useAnalysis } from "copydesk/react";

globalThis.renders = [];
function Reader({ text, options }) {
  const { analysis, error, pending } = useAnalysis(text, options);
  renders.push([text, analysis?.text ?? null, error?.code ?? null, pending]);
  return <p>{pending ? "reading" : error ? error.message : (analysis?.quotes.length ?? "nothing")}</p>;
}
function App() {
  const [view, setView] = useState({ readers: [] });
  globalThis.show = setView;
  globalThis.element ??= [];
  return <>
    {view.readers.map((props, i) => <Reader key={i} {...props} />)}
    {view.analysis && <copydesk-article analysis={view.analysis} layers="names" onmark-select={({ detail }) => element.push(detail.kind)} onanalysis={() => element.push("analysis")} />}
    {view.text && <copydesk-article text={view.text} options={{ published: "2024-03-02" }} onanalysis={({ detail }) => element.push(detail.analysis.published.value)} />}
  </>;
}
defineCopydeskArticle();
createRoot(document.querySelector("main")).render(<StrictMode><App /></StrictMode>);
`;

let root;
let browser;
let server;
before(async () => {
  root = await projectWith({ "main.jsx": APP }, REACT);
  await build({
    entryPoints: [join(root, "main.jsx")], bundle: true, format: "esm", outfile: join(root, "dist", "main.js"), absWorkingDir: root, jsx: "automatic",
    // React says what it thinks of a component only in development.
    define: { "process.env.NODE_ENV": '"development"' }, logLevel: "error",
  });
  writeFileSync(join(root, "dist", "index.html"), `<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><main></main><script type="module" src="./main.js"></script>`);
  const wasm = join(await installed(), "wasm");
  [browser, server] = await Promise.all([launch(), serve({ mounts: { "/": join(root, "dist"), "/wasm/": wasm } })]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

async function visit(work) {
  const { context, page, problems } = await open(browser, server.url);
  await page.waitForFunction(() => globalThis.show);
  await work(page);
  assert.deepEqual(problems, []);
  await context.close();
}
const show = (page, view) => page.evaluate((next) => show(next), view);
const said = (page, words) => page.waitForFunction((wanted) => [...document.querySelectorAll("p")].map((one) => one.textContent).join() === wanted, words);
const noWorker = async (page) => {
  for (let i = 0; i < 100 && page.workers().length > 0; i++) await page.waitForTimeout(20);
  assert.equal(page.workers().length, 0);
};

test("a text is read off the main thread, pending until it is", () => visit(async (page) => {
  await show(page, { readers: [{ text: "“Yes,” said Ada Finch." }] });
  await said(page, "1");
  const renders = await page.evaluate(() => renders);
  assert.deepEqual(renders[0], ["“Yes,” said Ada Finch.", null, null, true]);
  assert.deepEqual(renders.at(-1), ["“Yes,” said Ada Finch.", "“Yes,” said Ada Finch.", null, false]);
  assert.equal(page.workers().length, 1);
}));

test("options written in the call do not read anew; changed ones do", () => visit(async (page) => {
  const text = "“Yes,” said Ada Finch.";
  await show(page, { readers: [{ text, options: { format: "text" } }] });
  await said(page, "1");
  const count = await page.evaluate(() => renders.length);
  await show(page, { readers: [{ text, options: { format: "text" } }] });
  await page.waitForTimeout(100);
  assert.ok(!(await page.evaluate((from) => renders.slice(from).some(([, , , pending]) => pending), count)));
  await show(page, { readers: [{ text, options: { maxLength: 3 } }] });
  await page.waitForFunction(() => renders.at(-1)[2] === "too-long");
  assert.deepEqual(await page.evaluate(() => renders.at(-1)), [text, null, "too-long", false]);
}));

test("of texts that follow each other the newest wins, the last analysis standing meanwhile", () => visit(async (page) => {
  await show(page, { readers: [{ text: "“First,” said Ada Finch." }] });
  await said(page, "1");
  for (const text of [LONG, "A second.", "“Newest,” said Ada Finch. “Yes,” she said."]) {
    await show(page, { readers: [{ text }] });
    await page.waitForTimeout(20);
  }
  await said(page, "2");
  const renders = await page.evaluate(() => renders);
  assert.ok(renders.some(([text, analysis, , pending]) => text.startsWith("\"The hedge") && analysis === "“First,” said Ada Finch." && pending));
  assert.ok(!renders.some(([, analysis]) => analysis?.startsWith("\"The hedge")));
}));

test("null reads nothing; unmounted, nothing is left", () => visit(async (page) => {
  await show(page, { readers: [{ text: null }, { text: LONG }] });
  await page.waitForFunction(() => renders.some(([text]) => text !== null));
  assert.deepEqual(await page.evaluate(() => renders.find(([text]) => text === null)), [null, null, null, false]);
  await show(page, { readers: [] });
  await noWorker(page);
  await page.waitForTimeout(200);
  assert.ok(!(await page.evaluate(() => renders.some(([, analysis]) => analysis))));
  await show(page, { readers: [{ text: "“Again,” said Ada Finch." }] });
  await said(page, "1");
}));

test("the element takes properties, attributes and events from JSX", () => visit(async (page) => {
  await show(page, { readers: [], text: "“Yes,” said Ada Finch." });
  await page.waitForFunction(() => element.length === 1);
  const analysis = await page.evaluate(() => document.querySelector("copydesk-article").analysis);
  await show(page, { readers: [], analysis });
  await page.locator("copydesk-article mark.person").first().click();
  assert.deepEqual(await page.evaluate(() => [element, document.querySelector("copydesk-article").getAttribute("layers")]), [["2024-03-02", "mention"], "names"]);
  await show(page, { readers: [] });
  await noWorker(page);
}));

test("on a server the hook waits and the element is plain markup", async () => {
  const program = `
    import { createElement as h } from "react";
    import { renderToString } from "react-dom/server";
    import { defineCopydeskArticle } from "copydesk/element";
    import { useAnalysis } from "copydesk/react";
    defineCopydeskArticle();
    const Reader = ({ text }) => JSON.stringify(useAnalysis(text));
    process.stdout.write(JSON.stringify([renderToString(h(Reader, { text: ${JSON.stringify(ARTICLE)} })), renderToString(h(Reader, { text: null })), renderToString(h("copydesk-article", { layers: "names" }, h("p", null, "Words.")))]));`;
  const { stdout } = await exec(process.execPath, ["--input-type=module", "-e", program], { cwd: root });
  const [reading, idle, element] = JSON.parse(stdout).map((html) => html.replaceAll("&quot;", '"'));
  assert.equal(reading, '{"analysis":null,"error":null,"pending":true}');
  assert.equal(idle, '{"analysis":null,"error":null,"pending":false}');
  assert.equal(element, '<copydesk-article layers="names"><p>Words.</p></copydesk-article>');
});
