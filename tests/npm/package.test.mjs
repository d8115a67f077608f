// What is in the tarball, and how large it is.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { packageFiles } from "../../tools/offline.mjs";
import { ROOT } from "../../tools/serve.mjs";
import { agreedVersion } from "../../tools/versions.mjs";
import { inNode, installed, packed, project } from "./scratch.mjs";

const BUDGET = 1_000_000;
const TARBALL_BUDGET = 1_600_000;

const pkg = await installed();
const manifest = JSON.parse(readFileSync(join(pkg, "package.json"), "utf8"));

test("the tarball holds the package and nothing else", async () => {
  const { files } = await packed();
  assert.deepEqual(
    files.map(({ path }) => path).sort(),
    [
      "LICENSE-APACHE", "LICENSE-MIT", "README.md", "analyzer.js", "api.js", "check.js", "cli.js", "cli/args.js",
      "cli/codes.js", "cli/files.js", "cli/help.js", "cli/input.js", "cli/jsonl.js", "cli/limits.js", "cli/line-worker.js",
      "cli/line.js", "cli/lines.js", "cli/main.js", "cli/output.js", "cli/pool.js", "cli/progress.js", "cli/report.js",
      "cli/terminal.js", "core.d.ts", "core.js", "custom-elements.json", "element.d.ts", "element.js", "element/article.js",
      "element/dom.js", "element/draw.js", "element/layers.js", "element/panels.js", "element/reader.js", "element/states.js",
      "element/style.js", "element/surface.js", "element/words.js", "engine.js", "errors.js", "export.d.ts", "export.js",
      "export/csv.js", "export/flatten.js", "export/html.js", "export/json.js", "export/markdown.js", "export/marks.js",
      "export/palette.js", "export/sha256.js", "export/sheet.js", "export/style.js", "export/view.js", "flat.js", "index.d.ts",
      "index.js", "inline.d.ts", "inline.js", "node-worker.js", "node.bundle.js", "node.js", "package.json", "react.d.ts", "react.js",
      "schema.json", "source.js", "version.js", "wasm/copydesk.d.ts", "wasm/copydesk.js", "wasm/copydesk_bg.wasm",
      "wasm/worker-source.js", "worker.d.ts", "worker.js",
    ],
  );
});

// What <script type=module> makes a browser ask for; React comes from elsewhere, and the engine of ./inline from the bundler.
for (const entry of ["index.js", "core.js", "element.js"]) {
  test(`what a page loads of ${entry} stays within its budget, brotli`, () => {
    const sum = packageFiles(pkg, [entry]).reduce((all, name) => all + brotliCompressSync(readFileSync(join(pkg, name))).length, 0);
    assert.ok(sum > BUDGET / 2 && sum <= BUDGET, `${sum} bytes, budget ${BUDGET}`);
  });
}

test("the tarball stays within its budget", async () => {
  const { size } = await packed();
  assert.ok(size <= TARBALL_BUDGET, `${size} bytes, budget ${TARBALL_BUDGET}`);
});

test("nothing is installed beside it", () => {
  assert.equal(manifest.dependencies, undefined);
  // React is asked for by who imports copydesk/react, and by nobody else.
  for (const name of Object.keys(manifest.peerDependencies)) assert.equal(manifest.peerDependenciesMeta[name].optional, true, name);
});

test("every export leads to a file, types first", () => {
  for (const [name, target] of Object.entries(manifest.exports)) {
    if (typeof target === "object") assert.equal(Object.keys(target)[0], "types", name);
    for (const path of typeof target === "string" ? [target] : Object.values(target)) assert.ok(existsSync(join(pkg, path)), `${name}: ${path}`);
  }
});

test("all versions are one", async () => {
  const crate = agreedVersion(ROOT);
  const said = await inNode(await project(), `return [api.version, api.analyze("A line.").version, api.schemaVersion, api.analyze("").schema]`);
  assert.deepEqual(said, [crate, crate, 1, 1]);
  assert.equal(manifest.version, crate);
});

test("the engine tells nothing of the machine that built it", () => {
  const engine = readFileSync(join(pkg, "wasm", "copydesk_bg.wasm")).toString("latin1");
  assert.deepEqual(engine.match(/\/(?:root|home|Users)\/[\w./-]+/g), null);
});

test("the release has no words that crash it", () => {
  const engine = readFileSync(join(pkg, "wasm", "copydesk_bg.wasm")).toString("latin1");
  assert.ok(!engine.includes("crash-test"));
});
