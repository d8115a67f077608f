// The version of the project: the one place that has it, and the files that must say the same.
// usage: node tools/versions.mjs VERSION      whether the files hold a release of this version
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { main, Missing } from "./run.mjs";
import { ROOT } from "./serve.mjs";

// In each the first group is what stands before the version, the second the version. Cargo.toml comes first: the others follow it.
const PLACES = [
  ["Cargo.toml", /^(version = ")([^"]+)(?=")/m],
  ["Cargo.lock", /(name = "copydesk"\nversion = ")([^"]+)(?=")/],
  ["pkg/package.json", /^( {2}"version": ")([^"]+)(?=")/m],
  ["pkg/version.js", /^(export const version = ")([^"]+)(?=")/m],
];
const CHANGELOG = "CHANGELOG.md";
const VERSION = /^(\d+)\.(\d+)\.(\d+)$/;
const UNRELEASED = "## [Unreleased]\n";

/** [file, version] of every place. */
export const versions = (root) => PLACES.map(([path, pattern]) => [path, pattern.exec(readFileSync(join(root, path), "utf8"))?.[2]]);

/** The version, when all places agree on it. */
export function agreedVersion(root) {
  const all = versions(root);
  if (new Set(all.map(([, version]) => version)).size !== 1) throw new Missing(`the versions differ: ${all.map((pair) => pair.join(" ")).join(", ")}.`);
  return all[0][1];
}

function isBelow(version, other) {
  const [a, b] = [version, other].map((text) => VERSION.exec(text).slice(1).map(Number));
  const at = a.findIndex((part, i) => part !== b[i]);
  return at >= 0 && a[at] < b[at];
}

/** The changelog with what is unreleased under a version; the first release may keep the version that the files have. */
function released(changelog, version, day) {
  const start = changelog.indexOf(UNRELEASED);
  if (start < 0) throw new Missing(`${CHANGELOG} has no "## [Unreleased]".`);
  if (changelog.includes(`\n## [${version}]`)) throw new Missing(`${CHANGELOG} has ${version} already.`);
  const rest = changelog.slice(start + UNRELEASED.length);
  const own = rest.split(/^## \[/m)[0];
  if (!/^- /m.test(own)) throw new Missing(`${CHANGELOG} says nothing under "## [Unreleased]".`);
  return `${changelog.slice(0, start)}${UNRELEASED}\n## [${version}] - ${day}\n${rest}`;
}

/** Stops when git knows of a change that is not committed. */
export function refuseDirty(root) {
  const changed = execFileSync("git", ["status", "--porcelain"], { cwd: root, encoding: "utf8" }).trimEnd();
  if (changed) throw new Missing(`there are changes that are not committed:\n${changed}`);
}

/** Writes a version everywhere, and what is new under it. */
export function raise(root, version, day) {
  if (!VERSION.test(version ?? "")) throw new Missing("a release needs a version such as 1.2.3.");
  const before = agreedVersion(root);
  if (isBelow(version, before)) throw new Missing(`${version} is below ${before}.`);
  const changelog = released(readFileSync(join(root, CHANGELOG), "utf8"), version, day);
  for (const [path, pattern] of PLACES) {
    const text = readFileSync(join(root, path), "utf8");
    writeFileSync(join(root, path), text.replace(pattern, `$1${version}`));
  }
  writeFileSync(join(root, CHANGELOG), changelog);
}

/** Stops unless the files hold a release of this version, changelog and all. */
export function refuseUnreleased(root, version) {
  const own = agreedVersion(root);
  if (version !== own) throw new Missing(`the files hold ${own}, not ${version}.`);
  if (!readFileSync(join(root, CHANGELOG), "utf8").includes(`\n## [${own}] - `)) throw new Missing(`${CHANGELOG} has no ${own}.`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main(async () => refuseUnreleased(ROOT, process.argv[2]));
}
