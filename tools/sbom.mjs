// The bill of materials, from both lock files: CycloneDX 1.5, the same bytes for the same locks.
// usage: node tools/sbom.mjs > copydesk.cdx.json
// Scope "required" is what stands in the package that people install; "excluded" is what builds and tests it.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { main, must } from "./run.mjs";
import { ROOT } from "./serve.mjs";

const read = (name) => readFileSync(join(ROOT, name), "utf8");

/** What a manifest says of its licence: one name of SPDX, or several that are joined. Old crates join with a stroke. */
const licences = (said) => (said ? [{ expression: said.replaceAll("/", " OR ") }] : []);

/** Checksums of crates by "name version", as the lock file has them. */
function checksums() {
  const entry = /\[\[package\]\]\nname = "(.+)"\nversion = "(.+)"\nsource = ".+"\nchecksum = "(.+)"/g;
  return new Map([...read("Cargo.lock").matchAll(entry)].map(([, name, version, sum]) => [`${name} ${version}`, sum]));
}

/** Ids of the crates that the engine is built of: reached from it without development and build dependencies. */
function shipped({ resolve: { nodes, root } }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found = new Set();
  const open = [root];
  while (open.length > 0) {
    const id = open.pop();
    if (found.has(id)) continue;
    found.add(id);
    for (const { pkg, dep_kinds } of byId.get(id).deps) if (dep_kinds.some(({ kind }) => kind === null)) open.push(pkg);
  }
  return found;
}

async function crates() {
  const ask = async (...args) => JSON.parse(await must("cargo", ["metadata", "--quiet", "--locked", "--format-version", "1", ...args]));
  const [all, wasm] = [await ask("--all-features"), await ask("--filter-platform", "wasm32-unknown-unknown")];
  const sums = checksums();
  const inside = shipped(wasm);
  return all.packages.filter(({ source }) => source).map(({ id, name, version, license }) => {
    const purl = `pkg:cargo/${name}@${version}`;
    const sum = sums.get(`${name} ${version}`);
    return { type: "library", "bom-ref": purl, name, version, scope: inside.has(id) ? "required" : "excluded", hashes: [{ alg: "SHA-256", content: sum }], licenses: licences(license), purl };
  });
}

/** Development packages of the workspace; the published package has none. */
function packages() {
  const seen = new Map();
  for (const [path, { version, integrity, license }] of Object.entries(JSON.parse(read("package-lock.json")).packages)) {
    if (path === "") continue;
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
    const [, alg, sum] = /^sha(\d+)-(.+)$/.exec(integrity);
    const hashes = [{ alg: `SHA-${alg}`, content: Buffer.from(sum, "base64").toString("hex") }];
    seen.set(purl, { type: "library", "bom-ref": purl, name, version, scope: "excluded", hashes, licenses: licences(license), purl });
  }
  return [...seen.values()];
}

/** The whole document. */
export async function sbom() {
  const { name, version, license } = JSON.parse(read("pkg/package.json"));
  const components = [...(await crates()), ...packages()].sort((a, b) => (a.purl < b.purl ? -1 : 1));
  const purl = `pkg:npm/${name}@${version}`;
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: { component: { type: "library", "bom-ref": purl, name, version, licenses: licences(license), purl } },
    components,
  };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main(async () => process.stdout.write(`${JSON.stringify(await sbom(), null, 2)}\n`));
}
