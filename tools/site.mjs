// `npm run site`: assembles dist/, a folder that any static host can serve, at its root or below it.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "./build.mjs";
import { builtSite } from "./bundle.mjs";
import { serviceWorker } from "./offline.mjs";
import { main } from "./run.mjs";
import { HEADERS, ROOT } from "./serve.mjs";
import { setUpBuild } from "./setup.mjs";

const PACKED = new Set([".html", ".css", ".js", ".json", ".wasm", ".svg", ".webmanifest"]);

/** Headers for hosts that read them from a file, as Netlify and Cloudflare Pages do. */
export const headersFile = () => `/*\n${Object.entries(HEADERS).map(([name, value]) => `  ${name}: ${value}\n`).join("")}`;

/** Beside the file, for hosts that send what is already packed. */
function pack(file, quality) {
  const bytes = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}

/**
 * Writes the whole site into `folder`, which is emptied first, and returns the paths of its files.
 * @param {number} quality of brotli: 11 packs best, in seconds
 */
export function assemble(folder, quality = constants.BROTLI_MAX_QUALITY) {
  rmSync(folder, { recursive: true, force: true });
  const { files } = builtSite(ROOT);
  const paths = files.map(({ path, bytes }) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
    return path;
  });
  writeFileSync(join(folder, "sw.js"), serviceWorker(ROOT, files, false));
  writeFileSync(join(folder, "_headers"), headersFile());
  // Without it GitHub Pages leaves out what begins with an underscore.
  writeFileSync(join(folder, ".nojekyll"), "");
  for (const path of [...paths, "sw.js"]) if (PACKED.has(extname(path))) pack(join(folder, path), quality);
  return [...paths, "sw.js"];
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await setUpBuild();
    await build();
    const paths = assemble(join(ROOT, "dist"));
    const sent = paths.filter((path) => PACKED.has(extname(path))).reduce((sum, path) => sum + readFileSync(join(ROOT, "dist", `${path}.br`)).length, 0);
    console.log(`copydesk: dist/ has ${paths.length} files, ${Math.round(sent / 1000)} kB as sent (brotli)`);
  });
}
