// The examples, run as their README says.
import assert from "node:assert/strict";
import { cpSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { launch, open } from "../../tools/browser.mjs";
import { ROOT, serve } from "../../tools/serve.mjs";
import { exec, folder, installed, project } from "./scratch.mjs";

const EXAMPLES = join(ROOT, "examples");

/** A project with the package and the examples. */
async function tried() {
  const cwd = folder();
  cpSync(await project(), cwd, { recursive: true });
  cpSync(EXAMPLES, cwd, { recursive: true });
  return cwd;
}

/** Runs a program to its end. */
const node = (cwd, ...args) =>
  exec(process.execPath, args, { cwd }).then((result) => ({ code: 0, ...result }), ({ code, stdout, stderr }) => ({ code, stdout, stderr }));

test("quotes without a speaker are found in a folder", async () => {
  const cwd = await tried();
  const { code, stdout } = await node(cwd, "unattributed.mjs", "articles");
  assert.equal(stdout, 'library.txt:7: "They promised us the garden would stay, and now they come with machines. Nobody asked the children."\n1 without a speaker\n');
  assert.equal(code, 1);
  assert.equal((await node(cwd, "unattributed.mjs")).code, 2);
});

test("a worker reads, and tells how far it is", async () => {
  const { code, stdout, stderr } = await node(await tried(), "worker.mjs", "articles/ferry.txt");
  assert.equal(code, 0);
  assert.match(stdout, /^Sefa Oduya: 2 quotes, \d+ words in quotation marks$/m);
  assert.ok(stderr.endsWith("100 %\n"));
});

test("a static page lists who said what, under its own policy", async () => {
  const server = await serve({ mounts: { "/": join(EXAMPLES, "page"), "/copydesk/": await installed() } });
  const browser = await launch();
  try {
    const { page, problems } = await open(browser, server.url);
    await page.waitForFunction(() => !document.getElementById("quotes").textContent.includes("Reading"));
    const items = await page.evaluate(() => [...document.querySelectorAll("#quotes li")].map((item) => item.textContent));
    assert.ok(items.includes("Petra Holm: “We carried eleven people a night, and nine of them were crew,”"), items.join("\n"));
    assert.ok(items.includes("Sefa Oduya: “My mother is in hospital over there,”"), items.join("\n"));
    assert.deepEqual(problems, []);
  } finally {
    await browser.close();
    await server.close();
  }
});

test("the README names every example", () => {
  const readme = readFileSync(join(EXAMPLES, "README.md"), "utf8");
  for (const name of readdirSync(EXAMPLES).filter((name) => name !== "README.md")) assert.ok(readme.includes(name), name);
});
