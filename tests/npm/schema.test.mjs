// The JSON Schema against the types, and against real values.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import Ajv from "ajv/dist/2020.js";
import { schemaFile } from "../../tools/schema.mjs";
import { fixtures } from "./fixtures.mjs";
import { ARTICLE, inNode, installed, project } from "./scratch.mjs";

const pkg = await installed();
const api = await import(pathToFileURL(join(pkg, "node.js")));
const file = readFileSync(join(pkg, "schema.json"), "utf8");
const validate = new Ajv({ strict: true, strictRequired: true, allowUnionTypes: true }).compile(JSON.parse(file));

const problems = (value) => (validate(value) ? [] : validate.errors.map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`));

test("the schema is what the types say", () => {
  assert.equal(file, schemaFile(), 'run "npm run schema"');
});

test("programs find it by its name", async () => {
  const { $schema, title } = await inNode(await project(), `return (await import("copydesk/schema.json", { with: { type: "json" } })).default`, { args: ["--no-warnings"] });
  assert.deepEqual([$schema, title], ["https://json-schema.org/draft/2020-12/schema", "Analysis"]);
});

test("every analysis keeps to it, also as JSON", () => {
  let count = 0;
  for (const [name, analysis] of fixtures(api)) {
    assert.deepEqual(problems(analysis), [], name);
    assert.deepEqual(problems(JSON.parse(api.toJSON(analysis))), [], name);
    count++;
  }
  assert.ok(count > 15);
});

/** Every object in a value, with its path. */
function* objects(value, path = []) {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield path;
  for (const [key, item] of Object.entries(value)) yield* objects(item, [...path, key]);
}
const at = (value, path) => path.reduce((inner, key) => inner[key], value);
const shape = (path) => path.map((key) => (/^\d+$/.test(key) ? "*" : key)).join("/");

test("a field too many, too few or of another type is refused, in every kind of object", () => {
  const analysis = api.analyze(readFileSync(new URL("../articles/wire.txt", import.meta.url), "utf8"), { tokens: true });
  const OPTIONAL = ["tokens"];
  const paths = new Map([...objects(analysis)].map((path) => [shape(path), path]));
  assert.ok(paths.size > 25, `${paths.size} kinds`);
  for (const [name, path] of paths) {
    const changed = (change) => {
      const copy = structuredClone(analysis);
      change(at(copy, path));
      return problems(copy);
    };
    assert.notDeepEqual(changed((object) => (object.unheardOf = 1)), [], `${name}: one more`);
    for (const key of Object.keys(at(analysis, path)).filter((key) => !OPTIONAL.includes(key))) {
      assert.notDeepEqual(changed((object) => delete object[key]), [], `${name}: no ${key}`);
      assert.notDeepEqual(changed((object) => (object[key] = { other: true })), [], `${name}: ${key} is something else`);
    }
  }
});

test("a value outside its list or range is refused", () => {
  const analysis = api.analyze(ARTICLE);
  for (const change of [
    (copy) => (copy.schema = 2),
    (copy) => (copy.blocks[0].kind = "footer"),
    (copy) => (copy.quotes[0].kind = "loud"),
    (copy) => (copy.quotes[0].edited = "yes"),
    (copy) => (copy.quotes[0].speaker.confidence = "certain"),
    (copy) => (copy.entities[0].kind = "animal"),
    (copy) => (copy.dates[0].precision = "minute"),
    (copy) => (copy.sentences[0].span.start = -1),
    (copy) => (copy.sentences[0].words = 1.5),
    (copy) => (copy.readability.scores.smog = "9"),
  ]) {
    const copy = structuredClone(analysis);
    change(copy);
    assert.notDeepEqual(problems(copy), [], change.toString());
  }
});
