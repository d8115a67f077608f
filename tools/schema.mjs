// Writes pkg/schema.json, the JSON Schema of what `analyze` returns, from the types. A test compares.
// usage: npm run schema
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { SyntaxKind } from "typescript/unstable/ast";
import { main } from "./run.mjs";
import { ROOT } from "./serve.mjs";
import { docOf, withDeclarations } from "./types.mjs";

const ROOT_TYPE = "Analysis";
// The types know one kind of number. All others are counts, indices and offsets.
const FRACTIONS = ["confidence", "grade", "low", "median", "high", "readingSeconds", "speakingSeconds", "salience", "Scores"];

const WORDS = new Map([[SyntaxKind.StringKeyword, "string"], [SyntaxKind.BooleanKeyword, "boolean"], [SyntaxKind.NumberKeyword, "number"]]);
const NULL = { type: "null" };

function literal({ literal: { kind, text } }) {
  switch (kind) {
    case SyntaxKind.StringLiteral:
      return { const: text };
    case SyntaxKind.NumericLiteral:
      return { const: Number(text) };
    case SyntaxKind.NullKeyword:
      return NULL;
    default:
      throw new Error(`a literal of kind ${SyntaxKind[kind]} has no schema yet`);
  }
}

/** A union as the closest thing that JSON Schema has: a list of values, a type or null, or alternatives. */
function union(parts) {
  if (parts.every((part) => "const" in part)) return { enum: parts.map((part) => part.const) };
  const [first, ...rest] = parts;
  if (typeof first.type === "string" && rest.length === 1 && rest[0] === NULL) return { ...first, type: [first.type, "null"] };
  return { anyOf: parts };
}

/** A number by the names it stands under, the type's and the field's. */
const number = (names) => (names.some((name) => FRACTIONS.includes(name)) ? { type: "number" } : { type: "integer", minimum: 0 });

/** @param {string[]} names the type's and the field's @param {(name: string) => object} refer */
function schemaOf(type, names, refer) {
  const again = (inner) => schemaOf(inner, names, refer);
  switch (type.kind) {
    case SyntaxKind.NumberKeyword:
      return number(names);
    case SyntaxKind.LiteralType:
      return literal(type);
    case SyntaxKind.UnionType:
      return union(type.types.map(again));
    case SyntaxKind.TypeOperator:
      return again(type.type);
    case SyntaxKind.ArrayType:
      return { type: "array", items: again(type.elementType) };
    case SyntaxKind.TypeReference:
      return refer(type.typeName.text);
    case SyntaxKind.TypeLiteral:
      return record(type.members, names, refer);
    default:
      if (!WORDS.has(type.kind)) throw new Error(`a type of kind ${SyntaxKind[type.kind]} has no schema yet`);
      return { type: WORDS.get(type.kind) };
  }
}

/** An object with these fields and no others. */
function record(members, [owner], refer) {
  const properties = members.map((member) => {
    const name = member.name.text;
    const doc = docOf(member);
    return [name, { ...(doc && { description: doc }), ...schemaOf(member.type, [owner, name], refer) }];
  });
  const required = members.filter(({ questionToken, postfixToken }) => !(questionToken ?? postfixToken)).map(({ name }) => name.text);
  return { type: "object", additionalProperties: false, required, properties: Object.fromEntries(properties) };
}

/** The schema of `Analysis` and of every type it leads to. */
export const schema = () => withDeclarations("index.d.ts", ({ declarations }) => {
  const byName = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  const defs = new Map();
  function described(name) {
    const { doc, node } = byName.get(name);
    return { ...(doc && { description: doc }), ...record(node.members, [name], refer) };
  }
  function refer(name) {
    if (!defs.has(name)) {
      // Noted before it is written, for types that lead back to themselves.
      defs.set(name, null);
      defs.set(name, described(name));
    }
    return { $ref: `#/$defs/${name}` };
  }
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:copydesk:schema:1",
    title: ROOT_TYPE,
    ...described(ROOT_TYPE),
    $defs: Object.fromEntries([...defs].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
});

/** The file as it is written. */
export const schemaFile = () => `${JSON.stringify(schema(), null, 2)}\n`;

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main(async () => writeFileSync(join(ROOT, "pkg", "schema.json"), schemaFile()));
}
