// What the package weighs, by section of the engine, by what is embedded in it, and by script.
// usage: node tools/sizes.mjs
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { main, Missing } from "./run.mjs";
import { ROOT } from "./serve.mjs";

const SECTIONS = ["custom", "type", "import", "function", "table", "memory", "global", "export", "start", "element", "code", "data", "data count", "tag"];

/** Name and bytes of every section of a module. */
export function sections(wasm) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  const found = [];
  while (at < wasm.length) {
    const start = at;
    const id = wasm[at++];
    const end = number() + at;
    const length = id === 0 ? number() : 0;
    const name = id === 0 ? `custom: ${wasm.subarray(at, at + length)}` : SECTIONS[id];
    found.push([name, wasm.subarray(start, end)]);
    at = end;
  }
  return found;
}

/** Files of a folder by their ends, with their bytes. */
const files = (folder, end) => readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(end)).sort()
  .map((name) => [`${folder}/${name}`, readFileSync(join(ROOT, folder, name))]);

function table(title, parts) {
  const sent = (bytes) => brotliCompressSync(bytes).length;
  const row = (name, raw, brotli) => console.log(`| ${name} | ${(raw / 1000).toFixed(1)} | ${(brotli / 1000).toFixed(1)} |`);
  console.log(`\n| ${title} | raw, kB | brotli, kB |\n| --- | --- | --- |`);
  const measured = parts.map(([name, bytes]) => [name, bytes.length, sent(bytes)]).sort((a, b) => b[2] - a[2]);
  for (const [name, raw, brotli] of measured) row(name, raw, brotli);
  row("in all", ...[1, 2].map((column) => measured.reduce((sum, each) => sum + each[column], 0)));
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const engine = join(ROOT, "pkg", "wasm", "copydesk_bg.wasm");
    if (!existsSync(engine)) throw new Missing('pkg/wasm is missing: run "npm run build" first.');
    table("section of the engine", sections(readFileSync(engine)));
    table("embedded in its data", [...files("src/model", ".bin"), ...files("src/lexicon", ".txt")]);
    table("script", [...files("pkg", ".js"), ...files("pkg/export", ".js"), ...files("pkg/wasm", ".js")]);
  });
}
