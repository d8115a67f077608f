// What a release writes, and when it refuses.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { ROOT } from "../../tools/serve.mjs";
import { agreedVersion, raise, refuseDirty, refuseUnreleased, versions } from "../../tools/versions.mjs";

const FILES = ["Cargo.toml", "Cargo.lock", "pkg/package.json", "pkg/version.js"];
const CHANGELOG = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Something.\n\n## [0.0.1] - 2024-01-01\n\n- The first.\n";
const NOW = agreedVersion(ROOT);

const folders = [];
after(() => folders.forEach((path) => rmSync(path, { recursive: true, force: true })));

/** A repository with the files that hold the version. */
function repository(changelog = CHANGELOG) {
  const root = mkdtempSync(join(tmpdir(), "copydesk-release-"));
  folders.push(root);
  for (const path of FILES) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    cpSync(join(ROOT, path), join(root, path));
  }
  writeFileSync(join(root, "CHANGELOG.md"), changelog);
  const git = (...args) => execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main", ...args], { cwd: root });
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "-m", "x");
  return root;
}
const text = (root, path) => readFileSync(join(root, path), "utf8");

test("a version is written everywhere, and nothing else is changed", () => {
  const root = repository();
  raise(root, "7.8.9", "2024-03-02");
  assert.deepEqual(versions(root), FILES.map((path) => [path, "7.8.9"]));
  for (const path of FILES) assert.equal(text(root, path).replace("7.8.9", NOW), text(ROOT, path));
  assert.equal(text(root, "CHANGELOG.md"), CHANGELOG.replace("## [Unreleased]\n", "## [Unreleased]\n\n## [7.8.9] - 2024-03-02\n"));
});

test("the first release keeps the version that is there", () => {
  const root = repository();
  raise(root, NOW, "2024-03-02");
  assert.equal(agreedVersion(root), NOW);
  assert.ok(text(root, "CHANGELOG.md").includes(`## [${NOW}] - 2024-03-02`));
});

test("what makes no release is refused, and nothing is written", () => {
  for (const [version, changelog, why] of [
    [undefined, CHANGELOG, /needs a version/],
    ["v1.0.0", CHANGELOG, /needs a version/],
    ["0.0.2", CHANGELOG, /0\.0\.2 is below/],
    ["1.0.0", "# Changelog\n", /has no "## \[Unreleased\]"/],
    ["1.0.0", "# Changelog\n\n## [Unreleased]\n\n## [0.0.1] - 2024-01-01\n\n- The first.\n", /says nothing/],
    ["1.0.0", `${CHANGELOG}\n## [1.0.0] - 2024-01-02\n`, /has 1\.0\.0 already/],
  ]) {
    const root = repository(changelog);
    assert.throws(() => raise(root, version, "2024-03-02"), why);
    refuseDirty(root);
  }
});

test("versions that differ are told with their files", () => {
  const root = repository();
  writeFileSync(join(root, "pkg/version.js"), text(root, "pkg/version.js").replace(NOW, "9.9.9"));
  assert.throws(() => agreedVersion(root), /the versions differ: .*pkg\/version\.js 9\.9\.9/);
});

test("a tree with changes is refused", () => {
  const root = repository();
  refuseDirty(root);
  writeFileSync(join(root, "new.txt"), "x");
  assert.throws(() => refuseDirty(root), /not committed:\n.*new\.txt/);
});

test("a tag must be the version of the files, with a changelog", () => {
  const root = repository();
  assert.throws(() => refuseUnreleased(root, "7.8.9"), /the files hold/);
  assert.throws(() => refuseUnreleased(root, NOW), /CHANGELOG\.md has no/);
  raise(root, "7.8.9", "2024-03-02");
  refuseUnreleased(root, "7.8.9");
});

test("the workflow runs what is there, and only actions that cannot change under it", () => {
  const workflow = text(ROOT, ".github/workflows/release.yml");
  const { scripts } = JSON.parse(text(ROOT, "package.json"));
  const uses = [...workflow.matchAll(/uses: (.+)/g)].map(([, action]) => action);
  assert.ok(uses.length >= 5);
  for (const action of uses) assert.match(action, /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  for (const [, script] of workflow.matchAll(/npm run ([\w:]+)/g)) assert.ok(scripts[script], script);
  for (const [, tool] of workflow.matchAll(/node (tools\/\S+)/g)) assert.ok(text(ROOT, tool).length > 0);
  assert.doesNotMatch(workflow, /secrets\./);
});
