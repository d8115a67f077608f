// The types against real values, as a strict project sees them.
import assert from "node:assert/strict";
import { cpSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { ROOT } from "../../tools/serve.mjs";
import { fixtures } from "./fixtures.mjs";
import { ARTICLE, exec, folder, installed, project } from "./scratch.mjs";

const pkg = await installed();
const api = await import(pathToFileURL(join(pkg, "node.js")));
const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");

const OPTIONS = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--target", "es2022", "--lib", "es2022,dom,esnext.disposable", "--skipLibCheck", "false", "--types", "", "--jsx", "react-jsx"];

/** What the compiler says of a program in a project that has the package. */
async function compile(source, ...flags) {
  const root = folder();
  cpSync(await project(), root, { recursive: true });
  for (const name of ["@types/react", "csstype"]) cpSync(join(ROOT, "node_modules", name), join(root, "node_modules", name), { recursive: true });
  writeFileSync(join(root, "main.tsx"), source);
  return exec(process.execPath, [tsc, ...OPTIONS, ...flags, "main.tsx"], { cwd: root }).then(() => "", ({ stdout, stderr, message }) => stdout || stderr || message);
}
const BUNDLER = ["--module", "esnext", "--moduleResolution", "bundler"];
const NODE = ["--module", "nodenext", "--moduleResolution", "nodenext"];
const NODE16 = ["--module", "node16", "--moduleResolution", "node16"];

const USES = `
import { analyze, CopydeskError, createAnalyzer, init, initSync, rules, schemaVersion, scores, syllables, toJSON, version } from "copydesk";
import { analyze as read, type Analysis as Same } from "copydesk/core";
import { toCSV, toHTML, toMarkdown, toQuoteSheet, type ExportTable } from "copydesk/export";
import type { Analysis, AnalyzeOptions, Analyzer, Counts, Entity, Quote, Rule, Scores, Span } from "copydesk";
import "copydesk/worker";
export async function use(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  await init();
  await init({ wasm: new URL("https://example.org/copydesk.wasm") });
  await init({ wasm: fetch("copydesk.wasm") });
  initSync(bytes);
  const options: AnalyzeOptions = { format: "text", published: "2024-03-03", tokens: true };
  const analysis: Analysis = analyze("x", options);
  const span: Span | undefined = analysis.quotes[0]?.speaker?.via?.span;
  const ease: number | null = scores(analysis.readability.counts).fleschReadingEase;
  const analyzer: Analyzer = await createAnalyzer({ worker: false, timeout: 5 });
  await analyzer.analyze("x", { signal: AbortSignal.timeout(5), onProgress: (done: number) => void done });
  { using own = await createAnalyzer(); void own; }
  try { analyze("x"); } catch (error) { if (error instanceof CopydeskError && error.code === "too-long") return error.message; }
  const all: Rule[] = rules();
  const one: 1 = schemaVersion;
  const table: ExportTable = "dates";
  const same: Same = read("x");
  const corrected: Analysis = { ...same, quotes: same.quotes.map((quote) => ({ ...quote, edited: true })) };
  const files: string[] = [toJSON(analysis), toJSON(analysis, options), toCSV(corrected, table), toHTML(analysis), toMarkdown(analysis), toQuoteSheet(analysis)];
  return [version, syllables("x"), ease, span?.start, all[0]?.why, one, ...files].join();
}
export type Unused = [Counts, Entity, Quote, Scores];
`;

test("a program that uses everything compiles, for Node and for bundlers", async () => {
  assert.equal(await compile(USES, ...BUNDLER), "");
  assert.equal(await compile(USES, ...NODE), "");
  assert.equal(await compile(USES, ...NODE16), "");
});

const PAGE = `
import { analyze } from "copydesk/inline";
import { defineCopydeskArticle, type CopydeskArticleElement, type MarkSelection } from "copydesk/element";
import { useAnalysis, type AnalysisState } from "copydesk/react";
defineCopydeskArticle("my-article");
const made: CopydeskArticleElement = document.createElement("copydesk-article");
made.text = "x";
made.analysis = analyze("x");
made.analysis = null;
made.options = { published: "2024-03-02" };
made.addEventListener("mark-select", ({ detail }) => {
  const chosen: MarkSelection = detail;
  if (chosen.kind === "quote") console.log(chosen.record.speaker?.name);
  if (chosen.kind === "date") console.log(chosen.record.value);
});
made.addEventListener("analysis-error", ({ detail }) => console.log(detail.error.code));
made.addEventListener("click", ({ clientX }) => console.log(clientX));
export function Reader({ text }: { text: string | null }) {
  const state: AnalysisState = useAnalysis(text, { format: "text" });
  return <copydesk-article layers="quotes" theme="dark" analysis={state.analysis} className="x" onmark-select={({ detail }) => console.log(detail.id)}>{state.error?.message}</copydesk-article>;
}
`;

test("the element and the hook are typed, in JSX too", async () => {
  assert.equal(await compile(PAGE, ...BUNDLER), "");
  assert.equal(await compile(PAGE, ...NODE), "");
});

test("a wrong use does not compile", async () => {
  for (const wrong of [
    `import { analyze } from "copydesk"; analyze(5);`,
    `import { analyze } from "copydesk"; analyze("x", { format: "pdf" });`,
    `import { analyze } from "copydesk"; analyze("x").entities = [];`,
    `import { analyze } from "copydesk"; const grade: number = analyze("x").readability.grade.median;`,
    `import { CopydeskError } from "copydesk"; new CopydeskError("no-code", "x");`,
    `import { analyze, toCSV } from "copydesk"; toCSV(analyze("x"), "names");`,
    `import { toHTML } from "copydesk/core";`,
    `import "copydesk/engine.js";`,
    `import { useAnalysis } from "copydesk/react"; useAnalysis(5);`,
    `import "copydesk/react"; export const x = <copydesk-article theme="blue" />;`,
    `import "copydesk/react"; export const x = <copydesk-article onmark-select={({ detail }) => detail.nothing} />;`,
    `import "copydesk/element"; document.createElement("copydesk-article").text = 5;`,
  ]) {
    assert.match(await compile(wrong, ...BUNDLER), /error TS/, wrong);
  }
});

// A literal is checked for missing and for unknown fields alike.
test("what analyze returns is an Analysis, field by field", async () => {
  const values = [...fixtures(api)].map(([, value]) => value);
  assert.ok(values.some(({ tokens }) => tokens) && values.some(({ quotes }) => quotes.some(({ edited }) => edited)));
  const source = values.map((value, i) => `export const value${i} = ${JSON.stringify(value)} as const satisfies Analysis;`).join("\n");
  assert.equal(await compile(`import type { Analysis } from "copydesk";\n${source}`, ...BUNDLER), "");
});

test("every formula the types name is given, and no other", async () => {
  const names = Object.keys(api.analyze(ARTICLE).readability.scores);
  const source = `import type { Scores } from "copydesk";
    const names = ${JSON.stringify(names)} as const;
    type Given = (typeof names)[number];
    export const missing: Exclude<keyof Scores, Given> extends never ? true : false = true;
    export const unknown: Exclude<Given, keyof Scores> extends never ? true : false = true;`;
  assert.equal(await compile(source, ...BUNDLER), "");
});

test("the engine's own types resolve", async () => {
  const source = `import { analyze, type FlatAnalysis } from "./node_modules/copydesk/wasm/copydesk.js";
    export const given: unknown = analyze(0, (bytes) => ({ read: 0, written: bytes.length }), { format: "text" }, null, (...flat) => (flat satisfies FlatAnalysis)[0]);`;
  assert.equal(await compile(source, ...BUNDLER), "");
});
