// Says which articles of a folder quote somebody without saying whom; ends with 1 when there are any.
// usage: node unattributed.mjs FOLDER
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze } from "copydesk";

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node unattributed.mjs FOLDER");
  process.exit(2);
}

let found = 0;
for (const name of readdirSync(folder).filter((name) => name.endsWith(".txt")).sort()) {
  const { quotes, text } = analyze(readFileSync(join(folder, name), "utf8"));
  for (const { span } of quotes.filter(({ speaker }) => !speaker)) {
    const line = text.slice(0, span.start).split("\n").length;
    console.log(`${name}:${line}: ${text.slice(span.start, span.end)}`);
    found++;
  }
}
console.log(found === 0 ? "Every quote has a speaker." : `${found} without a speaker`);
process.exitCode = found === 0 ? 0 : 1;
