// The packed package through bundlers, and without one, in Chromium: the same answer everywhere, in place and in a worker.
import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawn } from "node:child_process";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { launch, open } from "../../tools/browser.mjs";
import { CSP, ROOT, serve } from "../../tools/serve.mjs";
import { ARTICLE, exec, installed } from "./scratch.mjs";
import { inMatrix, matrix, projectWith, without } from "./matrix.mjs";

const node = await import(pathToFileURL(join(await installed(), "node.js")));
const WANTED = JSON.stringify(node.analyze(ARTICLE, { tokens: true }));
const HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><script type="module" src="./main.js"></script><copydesk-article><p>“Yes,” said Ada Finch.</p></copydesk-article>`;

/** A page that leaves what it read in place, in a worker and through the element in `globalThis.read`. */
const main = (from, ready) => `
import { analyze, createAnalyzer, ${/\w+/.exec(ready.replace("await", ""))?.[0] ?? "init"} } from "${from}";
import { defineCopydeskArticle } from "copydesk/element";
${ready}
const text = ${JSON.stringify(ARTICLE)};
const analyzer = await createAnalyzer();
const apart = await analyzer.analyze(text, { tokens: true });
defineCopydeskArticle();
const one = document.querySelector("copydesk-article");
const heard = new Promise((done) => one.addEventListener("analysis", ({ detail }) => done(detail.analysis.quotes.length)));
globalThis.read = [JSON.stringify(analyze(text, { tokens: true })), JSON.stringify(apart), analyzer.mode, await heard];
analyzer.terminate();
`;

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Opens a built page and checks what it read, and, where the engine is inside the script, that nobody asked for it. */
async function check(url, { inside = false, forgiven = /^$/ } = {}) {
  const { context, page, problems } = await open(browser, url);
  const asked = [];
  page.on("request", (request) => /\.wasm|^data:/.test(request.url()) && asked.push(request.url()));
  await page.reload();
  await page.waitForFunction(() => globalThis.read, null, { timeout: 20_000 }).catch(({ message }) => assert.fail(`${message} ${problems.join("; ")}`));
  const [here, apart, mode, quotes] = await page.evaluate(() => globalThis.read);
  assert.equal(here, WANTED);
  assert.equal(apart, WANTED);
  assert.deepEqual([mode, quotes], ["worker", 1]);
  assert.deepEqual(problems.filter((line) => !forgiven.test(line)), []);
  assert.equal(asked.length > 0, !inside, asked.join().slice(0, 200));
  await context.close();
}

async function served(folder, inside = false) {
  // The runtime of webpack names the addresses of its parts through a policy of its own.
  const policy = CSP.replace("trusted-types copydesk", "trusted-types webpack copydesk").replace("connect-src 'self'", inside ? "connect-src 'none'" : "$&");
  const server = await serve({ mounts: { "/": folder }, headers: { "Content-Security-Policy": policy } });
  try {
    await check(server.url, { inside });
  } finally {
    await server.close();
  }
}

const AWAIT = "await init();";

test("no bundler: a static folder with the package in it", async () => {
  const root = await projectWith({});
  const at = join(root, "page");
  cpSync(join(root, "node_modules", "copydesk"), join(at, "copydesk"), { recursive: true });
  writeFileSync(join(at, "index.html"), HTML);
  writeFileSync(join(at, "main.js"), main("./copydesk/core.js", AWAIT).replace('"copydesk/element"', '"./copydesk/element.js"'));
  await served(at);
});

test("no bundler: the package from another origin, as from a CDN", async () => {
  const cdn = await serve({ mounts: { "/": await installed() }, headers: { "Cross-Origin-Resource-Policy": "", "Access-Control-Allow-Origin": "*" } });
  const script = main(`${cdn.url}core.js`, AWAIT).replace("copydesk/element", `${cdn.url}element.js`);
  const policy = CSP.replace("script-src", `script-src ${cdn.url}`).replace("connect-src 'self'", `connect-src ${cdn.url}`);
  const server = await serve({ mounts: {}, headers: { "Content-Security-Policy": policy }, intercept: (path) => ({ "/": { body: HTML }, "/main.js": { body: script } })[path] });
  try {
    await check(server.url, { forgiven: new RegExp(`^request: ${cdn.url}`) });
  } finally {
    await Promise.all([server.close(), cdn.close()]);
  }
});

test("no bundler: a module worker that imports the package", async () => {
  const root = await projectWith({});
  const at = join(root, "page");
  cpSync(join(root, "node_modules", "copydesk"), join(at, "copydesk"), { recursive: true });
  writeFileSync(join(at, "index.html"), HTML);
  writeFileSync(join(at, "main.js"), `
    const policy = trustedTypes.createPolicy("copydesk", { createScriptURL: (url) => url });
    const worker = new Worker(policy.createScriptURL("./worker.js"), { type: "module" });
    worker.onmessage = ({ data }) => { globalThis.answer = data; };`);
  writeFileSync(join(at, "worker.js"), `
    import { analyze, init } from "./copydesk/core.js";
    await init();
    postMessage(JSON.stringify(analyze(${JSON.stringify(ARTICLE)}, { tokens: true })));`);
  const server = await serve({ mounts: { "/": at } });
  const { context, page, problems } = await open(browser, server.url);
  await page.waitForFunction(() => globalThis.answer);
  assert.equal(await page.evaluate(() => globalThis.answer), WANTED);
  assert.deepEqual(problems, []);
  await context.close();
  await server.close();
});

describe("esbuild", () => {
  const bundle = async (source, options) => {
    const root = await projectWith({ "main.js": source, "index.html": HTML });
    const outdir = join(root, "dist");
    await build({ entryPoints: [join(root, "main.js")], bundle: true, format: "esm", outdir, absWorkingDir: root, logLevel: "error", target: "es2022", ...options });
    writeFileSync(join(outdir, "index.html"), HTML);
    return outdir;
  };
  test("with the engine as a file that is handed over", async () => {
    const source = `import wasm from "copydesk/copydesk.wasm";\n${main("copydesk", "await init({ wasm });")}`;
    await served(await bundle(source, { loader: { ".wasm": "file" } }));
  });
  test("with copydesk/inline: the engine inside, no init, nothing fetched", async () => {
    await served(await bundle(main("copydesk/inline", ""), { minify: true }), true);
  });
  test("copydesk/inline as one file, by the command of the manual", async () => {
    const root = await projectWith({});
    const command = /`npx esbuild (copydesk\/inline [^`]*)`/.exec(readFileSync(join(await installed(), "README.md"), "utf8"))[1];
    await exec(join(ROOT, "node_modules", ".bin", "esbuild"), command.split(/\s+/), { cwd: root });
    const { stdout } = await exec(process.execPath, ["--input-type=module", "-e", `import { analyze } from "./copydesk.js"; process.stdout.write(JSON.stringify(analyze(${JSON.stringify(ARTICLE)}, { tokens: true })))`], { cwd: root });
    assert.equal(stdout, WANTED);
  });
});

describe("webpack", { skip: without("webpack") }, () => {
  const bundle = async (source) => {
    const root = await projectWith({ "main.js": source });
    const config = { mode: "production", context: root, entry: "./main.js", output: { path: join(root, "dist"), filename: "main.js", publicPath: "", trustedTypes: "webpack" }, performance: { hints: false } };
    const said = await inMatrix(`import webpack from "webpack";
      webpack(${JSON.stringify(config)}, (error, stats) => process.stdout.write(String(error ?? (stats.hasErrors() ? stats.toString("errors-only") : ""))));`);
    assert.equal(said, "");
    writeFileSync(join(root, "dist", "index.html"), HTML);
    return join(root, "dist");
  };
  test("carries the engine along", async () => served(await bundle(main("copydesk", AWAIT))));
  test("with copydesk/inline: the engine inside, no init, nothing fetched", async () => served(await bundle(main("copydesk/inline", "")), true));
});

describe("Vite", { skip: without("vite") }, () => {
  const bundle = async (source) => {
    const root = await projectWith({ "main.js": source, "index.html": HTML });
    await inMatrix(`import { build } from "vite"; await build({ root: ${JSON.stringify(root)}, logLevel: "error", build: { target: "es2022" } });`);
    return root;
  };
  /** Starts one of its servers, opens the page it gives, and ends it. */
  async function through(source, options) {
    const child = spawn(process.execPath, ["--input-type=module", "-e", `${source}; console.log(server.resolvedUrls.local[0]);`], { cwd: matrix, stdio: ["ignore", "pipe", "inherit"] });
    try {
      await check(await new Promise((done, fail) => {
        child.stdout.once("data", (data) => done(String(data).trim()));
        child.once("exit", (code) => fail(new Error(`vite ended with ${code}`)));
      }), options);
    } finally {
      child.kill();
    }
  }
  test("carries the engine along, built and previewed", async () => {
    const root = await bundle(main("copydesk", AWAIT));
    assert.ok(readdirSync(join(root, "dist", "assets")).some((name) => name.endsWith(".wasm")));
    await through(`import { preview } from "vite";
      const server = await preview({ root: ${JSON.stringify(root)}, logLevel: "error", preview: { port: 0, host: "127.0.0.1" } })`);
  });
  test("serves the engine while a page is developed", async () => {
    const root = await projectWith({ "main.js": main("copydesk", AWAIT), "index.html": HTML });
    // On any free port the socket that tells of changes finds no server; nothing changes here.
    await through(`import { createServer } from "vite";
      const server = await createServer({ root: ${JSON.stringify(root)}, logLevel: "error", server: { port: 0, host: "127.0.0.1" } });
      await server.listen()`, { forgiven: /WebSocket connection|failed to connect to websocket/ });
  });
  test("with ?url&inline: the engine inside, nothing fetched", async () => {
    const root = await bundle(`import wasm from "copydesk/copydesk.wasm?url&inline";\n${main("copydesk", "initSync(wasm);")}`);
    await served(join(root, "dist"), true);
  });
});
