// The crate as it would be published: what is in it, how large it is, that it builds by itself.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../tools/serve.mjs";
import { agreedVersion } from "../../tools/versions.mjs";

// The registry takes ten megabytes.
const MOST = 2_000_000;
const TOP = ["CHANGELOG.md", "Cargo.lock", "Cargo.toml", "Cargo.toml.orig", "LICENSE-APACHE", "LICENSE-MIT", "README.md"];

const cargo = (...args) => execFileSync("cargo", args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

test("the crate holds its sources, models and texts for people, and no corpus", () => {
  const files = cargo("package", "--list", "--allow-dirty").trim().split("\n").filter((path) => path !== ".cargo_vcs_info.json");
  assert.deepEqual(files.filter((path) => !path.startsWith("src/")), TOP);
  assert.deepEqual(files.filter((path) => /^src\/train\/(facts|texts|quotations)\//.test(path)), []);
  for (const path of ["src/lib.rs", "src/model/tag.bin", "src/model/names.bin", "src/model/quotes.bin", "src/model/syllables.bin", "src/lexicon/LICENCES.md"]) {
    assert.ok(files.includes(path), path);
  }
});

test("it builds from what is in it, and is small enough", () => {
  const { target_directory: target } = JSON.parse(cargo("metadata", "--no-deps", "--format-version", "1"));
  cargo("package", "--allow-dirty", "--offline", "--quiet");
  const { size } = statSync(join(target, "package", `copydesk-${agreedVersion(ROOT)}.crate`));
  assert.ok(size <= MOST, `${size} bytes, at most ${MOST}`);
});
