// What would let words become markup or programs is nowhere in what browsers load.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../tools/serve.mjs";

const SINKS = /\b(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|srcdoc|document\.write(?:ln)?|eval\(|new Function\b|javascript:)/g;
/** Trusted code of others, or made by our tools from files that are looked at here. */
const LEFT_OUT = ["node_modules", "wasm", "pkg/pkg"];

/** Scripts and pages below a folder, without what tools made. */
function* sources(folder) {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && !LEFT_OUT.includes(entry.name)) yield* sources(path);
    else if (/\.(?:js|mjs|jsx|html)$/.test(entry.name)) yield path;
  }
}

test("no script of the page or the package makes markup of words", () => {
  const paths = [...sources("www"), ...sources("pkg")];
  assert.ok(paths.length > 60 && paths.includes("www/main.js") && paths.includes("pkg/api.js"), `${paths.length} files`);
  for (const path of paths) assert.deepEqual(readFileSync(join(ROOT, path), "utf8").match(SINKS), null, path);
});

test("no page runs what stands in its attributes or between its tags", () => {
  for (const path of [...sources("www")].filter((path) => path.endsWith(".html"))) {
    const html = readFileSync(join(ROOT, path), "utf8");
    assert.doesNotMatch(html, /<[a-z][^>]*\son[a-z]+=/i, path);
    for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) assert.match(tag, /\ssrc=|type="application\/(?:json|ld\+json)"/, `${path}: ${tag}`);
  }
});

test("every test of the page looks at what was reported", () => {
  const journey = readFileSync(join(ROOT, "tests/page/journey.mjs"), "utf8");
  const open = readFileSync(join(ROOT, "tools/browser.mjs"), "utf8");
  assert.match(open, /securitypolicyviolation/);
  assert.match(journey, /assert\.deepEqual\(problems, \[\]\)/);
  assert.ok(existsSync(join(ROOT, "tests/page/page.test.mjs")));
});
