// The workflows: what they run and whose programs they trust.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../tools/serve.mjs";

const FOLDER = join(ROOT, ".github", "workflows");
const read = (path) => readFileSync(join(ROOT, path), "utf8");
const ci = read(".github/workflows/ci.yml");

/** The steps of `npm test`, which it lists when it is asked for one that it has not. */
const steps = () => new Promise((done) => {
  execFile(process.execPath, [join(ROOT, "tools", "test.mjs"), "no-such-step"], (_, stdout, stderr) => done(/the steps are (.+)\./.exec(stderr)[1].split(", ")));
});

test("it runs every step of npm test, and names no other", async () => {
  const [, list] = /steps:\n((?:\s+- [a-z -]+\n)+)/.exec(ci);
  const named = list.trim().split("\n").flatMap((line) => line.replace(/^\s*- /, "").split(" "));
  assert.deepEqual(named.sort(), (await steps()).sort());
});

test("it fuzzes every target that there is", () => {
  const [, list] = /target: \[(.+)\]/.exec(ci);
  const targets = readdirSync(join(ROOT, "fuzz", "fuzz_targets")).map((name) => name.replace(/\.rs$/, ""));
  assert.deepEqual(list.split(", "), targets.sort());
  for (const name of targets) assert.match(read("fuzz/Cargo.toml"), new RegExp(`name = "${name}"\\npath = "fuzz_targets/${name}.rs"`));
});

test("every action is pinned to a commit, and no job may more than it needs", () => {
  for (const name of readdirSync(FOLDER)) {
    const text = readFileSync(join(FOLDER, name), "utf8");
    const uses = [...text.matchAll(/uses: (.+)/g)].map(([, what]) => what);
    assert.ok(uses.length > 0, name);
    for (const what of uses) assert.match(what, /^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, `${name}: ${what}`);
    assert.match(text, /^permissions: \{\}$/m, name);
    assert.doesNotMatch(text, /pull_request_target|secrets\./, name);
  }
  assert.doesNotMatch(ci, /: write$/m);
});
