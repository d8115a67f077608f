// The page as the site sends it: scripts and styles joined and made small by esbuild, the rest as it is. Names of late parts
// carry a hash of what is in them; www/ itself works unbundled.
import { basename, extname, join } from "node:path";
import { buildSync } from "esbuild";
import { siteFiles } from "./offline.mjs";

const ENTRY = "main.js";
/** What the pages load before they are painted; no part of the entry, which would come too late. */
const EARLY = "early.js";
const STYLE = "style.css";
const FIRST_STYLES = /(?: *<link rel="stylesheet" href="([\w-]+\.css)">\n)+/;
const COMMON = { bundle: true, minify: true, write: false, legalComments: "none", logLevel: "warning" };

/** Scripts as [{ path, bytes }], and the names of those that the entry needs at once. */
function scripts(www) {
  const { outputFiles, metafile } = buildSync({
    ...COMMON, entryPoints: [ENTRY, EARLY].map((name) => join(www, name)), format: "esm", splitting: true, outdir: www, absWorkingDir: www, metafile: true,
    // The package stays as it is published: the page uses it as any embedder would.
    external: ["./pkg/*"],
  });
  const files = outputFiles.map(({ path, contents }) => ({ path: basename(path), bytes: Buffer.from(contents) }));
  const first = metafile.outputs[ENTRY].imports.filter(({ kind, external }) => kind === "import-statement" && !external).map(({ path }) => path);
  return { files, first };
}

/** Several style sheets as one. */
function style(www, names) {
  const contents = names.map((name) => `@import "./${name}";`).join("\n");
  return Buffer.from(buildSync({ ...COMMON, stdin: { contents, resolveDir: www, loader: "css" } }).outputFiles[0].contents);
}

const sheetsOf = (page) => [...page.matchAll(/<link rel="stylesheet" href="([\w-]+\.css)">/g)].map(([, name]) => name);

/** A page that links the joined sheet instead of its parts, and asks early for scripts that its entry needs. */
function linked(page, joined, first) {
  const own = sheetsOf(page).filter((name) => !joined.includes(name));
  const early = page.includes(`src="${ENTRY}"`) ? first : [];
  return page
    .replace(FIRST_STYLES, [STYLE, ...own].map((name) => `  <link rel="stylesheet" href="${name}">\n`).join(""))
    .replace(`<script type="module" src="${ENTRY}"></script>\n`, (line) => line + early.map((name) => `  <link rel="modulepreload" href="${name}">\n`).join(""));
}

/** Every file of the site as { path, bytes }, and which scripts and styles the first view needs. */
export function builtSite(root) {
  const www = join(root, "www");
  const files = siteFiles(root);
  const joined = sheetsOf(String(files.find(({ path }) => path === "index.html").bytes));
  const { files: made, first } = scripts(www);
  const rest = files.flatMap(({ path, bytes }) => {
    if (path.startsWith("pkg/")) return [{ path, bytes }];
    if (extname(path) === ".js" || joined.includes(path)) return [];
    if (extname(path) === ".css") return [{ path, bytes: style(www, [path]) }];
    return [{ path, bytes: extname(path) === ".html" ? Buffer.from(linked(String(bytes), joined, first)) : bytes }];
  });
  return { files: [...rest, { path: STYLE, bytes: style(www, joined) }, ...made], first: [ENTRY, EARLY, STYLE, ...first] };
}
