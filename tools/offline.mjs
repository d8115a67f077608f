// Which files the page is made of, and the service worker that keeps them: versioned by what is in them.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

const OWN_WORKER = "sw.js";
const BUILD_LINE = /^const BUILD = .*;$/m;
const NEIGHBOURS = /(?:from\s+|import\(|new URL\()"(\.{1,2}\/[^"]+)"/g;

function* walk(folder, inside = "") {
  for (const entry of readdirSync(join(folder, inside), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = posix.join(inside, entry.name);
    if (entry.isDirectory()) yield* walk(folder, path);
    else yield path;
  }
}

/** What the page asks the package for: first the reading half, then, behind it, the writers. */
const ENTRIES = ["core.js", "export.js"];

/** The files of the package that a browser asks for: the entries and whatever they name, one after another. */
export function packageFiles(pkg, entries = ENTRIES) {
  const found = new Set(entries);
  for (const file of found) {
    if (!file.endsWith(".js") || file.startsWith("wasm/worker-source")) continue;
    const source = readFileSync(join(pkg, file), "utf8");
    for (const [, neighbour] of source.matchAll(NEIGHBOURS)) found.add(posix.join(dirname(file), neighbour));
  }
  return [...found].sort();
}

/** Every file of the page as { path, bytes }: its address from the page on, and what is in it. The worker is not among them. */
export function siteFiles(root) {
  const of = (folder, prefix, names) => names.map((name) => ({ path: prefix + name, bytes: readFileSync(join(root, folder, name)) }));
  const page = [...walk(join(root, "www"))].filter((name) => name !== OWN_WORKER);
  return [...of("www", "", page), ...of("pkg", "pkg/", packageFiles(join(root, "pkg")))];
}

/**
 * Source of the service worker that keeps these files.
 * @param {boolean} networkFirst whether the network is asked first, as on a desk where files change all the time
 */
export function serviceWorker(root, files, networkFirst) {
  const template = readFileSync(join(root, "www", OWN_WORKER), "utf8");
  const hash = createHash("sha256").update(template);
  for (const { path, bytes } of files) hash.update(`\0${path}\0`).update(bytes);
  const build = {
    version: hash.digest("hex").slice(0, 12),
    // A folder's address: hosts redirect from its index.
    files: files.map(({ path }) => (path === "index.html" ? "./" : path)),
    networkFirst,
  };
  if (!BUILD_LINE.test(template)) throw new Error("www/sw.js has no line for the list of files");
  return template.replace(BUILD_LINE, () => `const BUILD = ${JSON.stringify(build)};`);
}
