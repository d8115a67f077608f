// Writes docs/api/, one page for each entry of the package, from the doc comments of its types.
// usage: npm run docs
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { main } from "./run.mjs";
import { ROOT } from "./serve.mjs";
import { withDeclarations } from "./types.mjs";

const OUT = join(ROOT, "docs", "api");
/** What a page of one entry is called: "" is the package itself. */
const pageOf = (entry) => `${entry || "index"}.md`;

/** [entry, file of its types] of every entry that programs import. */
export function entries() {
  const { exports } = JSON.parse(readFileSync(join(ROOT, "pkg", "package.json"), "utf8"));
  return Object.entries(exports).filter(([, target]) => target.types).map(([name, { types }]) => [name.replace(/^\.\/?/, ""), types.replace(/^\.\//, "")]);
}

const inTable = (words) => words.replaceAll("|", "\\|").replace(/\s+/g, " ");
/** A member without its comment. */
const signature = ({ source }) => source.replace(/^\/\*\*[^]*?\*\/\s*/, "").replace(/;$/, "");

function section({ name, kind, doc, source, members }) {
  const table = members.length > 0
    ? ["", "| member | |", "| --- | --- |", ...members.map((member) => `| \`${inTable(signature(member))}\` | ${inTable(member.doc)} |`)]
    : ["", "```ts", source.replace(/^export (declare )?/, ""), "```"];
  return [`## ${name}`, "", `*${kind}*${doc ? ` ${doc}` : ""}`, ...table, ""];
}

/** The page of one entry. */
const page = (entry, types) => withDeclarations(types, ({ declarations, passedOn }) => [
  `# ${entry ? `copydesk/${entry}` : "copydesk"}`, "",
  ...(passedOn.length > 0 ? [`Passed on from elsewhere in the package: ${passedOn.map((name) => `\`${name}\``).join(", ")}.`, ""] : []),
  ...declarations.flatMap(section),
].join("\n"));

/** Names and members that programs see and no comment describes. */
export const undescribed = () => entries().flatMap(([entry, types]) => withDeclarations(types, ({ declarations }) =>
  declarations.flatMap(({ name, doc, members }) => [
    ...(doc ? [] : [`${entry || "copydesk"}: ${name}`]),
    ...members.filter((member) => !member.doc).map((member) => `${entry || "copydesk"}: ${name}.${member.name}`),
  ])));

/** Every page as [name, content]. */
export const pages = () => entries().map(([entry, types]) => [pageOf(entry), page(entry, types)]);

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main(async () => {
    rmSync(OUT, { recursive: true, force: true });
    mkdirSync(OUT, { recursive: true });
    for (const [name, content] of pages()) writeFileSync(join(OUT, name), content);
    console.log(`copydesk: the package's functions and types are described in ${join("docs", "api")}`);
  });
}
