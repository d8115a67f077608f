// Builds the package's wasm/ twice, in two folders with two names, and compares every byte. It takes as long as two builds.
// usage: npm run reproduce
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isFresh } from "./build.mjs";
import { main, Missing, must } from "./run.mjs";
import { ROOT } from "./serve.mjs";

/** A copy of the sources, as they are, in a folder of a name of its own. */
async function copyTo(folder) {
  const listed = await must("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"]);
  for (const path of listed.split("\0").filter(Boolean)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(ROOT, path), join(folder, path));
  }
}

/** [file, digest] of everything that was built; the build's own stamp is hidden. */
function digests(root) {
  const folder = join(root, "pkg", "wasm");
  const names = readdirSync(folder).filter((name) => !name.startsWith(".")).sort();
  return names.map((name) => [name, createHash("sha256").update(readFileSync(join(folder, name))).digest("hex")]);
}

/** What a build in a fresh copy gives. */
async function build(name) {
  const folder = mkdtempSync(join(tmpdir(), name));
  try {
    await copyTo(folder);
    console.log(`copydesk: building in ${folder}`);
    // Each with a target folder of its own: nothing compiled once may serve twice.
    await must(process.execPath, [join(folder, "tools", "build.mjs")], { cwd: folder, env: { CARGO_TARGET_DIR: join(folder, "target") } });
    return digests(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main(async () => {
  const builds = [await build("copydesk-one-"), await build("another-copy-of-it-")];
  if (await isFresh()) builds.push(digests(ROOT));
  const [first, ...others] = builds;
  const differing = first.filter(([name, digest]) => others.some((other) => new Map(other).get(name) !== digest)).map(([name]) => name);
  if (differing.length > 0) throw new Missing(`builds differ in ${differing.join(", ")}.`);
  console.log(`copydesk: ${builds.length} builds gave the same bytes.\n${first.map(([path, digest]) => `${digest}  ${path}`).join("\n")}`);
});
