// From the words of a command line to settings, or to a sentence that says what is wrong with them.
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { checkCall } from "../check.js";
import { parseLimit } from "./limits.js";
import { TABLES } from "../export/csv.js";

/** The command line is wrong; the message says how. */
export class Usage extends Error {}

const OPTIONS = {
  format: { type: "string" },
  published: { type: "string" },
  "include-furniture": { type: "boolean" },
  "read-aloud": { type: "boolean" },
  tokens: { type: "boolean" },
  json: { type: "boolean" },
  csv: { type: "string" },
  html: { type: "boolean" },
  md: { type: "boolean" },
  sheet: { type: "boolean" },
  output: { type: "string" },
  "fail-above": { type: "string", multiple: true },
  jsonl: { type: "boolean" },
  jobs: { type: "string" },
  timeout: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
};
const FORMS = ["json", "csv", "html", "md", "sheet"];
const MOST_JOBS = 256;

const refuse = (message) => {
  throw new Usage(message);
};

function split(argv) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // Node adds advice that would be wrong here after its first sentence.
    return refuse(error.message.split(/\. |\n/)[0].replace(/\.?$/, "."));
  }
}

/** The options of `analyze`, checked as it checks them. */
function reading(values) {
  const options = {
    format: values.format,
    published: values.published,
    includeFurniture: values["include-furniture"],
    readAloud: values["read-aloud"],
    tokens: values.tokens,
  };
  try {
    checkCall("", options);
  } catch (error) {
    refuse(error.message.replace(/^options\./, "--"));
  }
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function formOf(values) {
  const given = FORMS.filter((name) => values[name] !== undefined);
  if (given.length > 1) refuse(`--${given[0]} and --${given[1]} exclude each other.`);
  if (given[0] === "csv" && !TABLES.includes(values.csv)) refuse(`--csv takes one of ${TABLES.join(", ")}.`);
  return given[0] ?? (values.jsonl ? "json" : "report");
}

/** A number above 0 that an option was given, or what holds without it. */
function positive(name, given, otherwise, right) {
  if (given === undefined) return otherwise;
  const number = Number(given);
  return given.trim() !== "" && number > 0 && right(number) ? number : refuse(`--${name} takes a number above 0, not "${given}".`);
}

function checkTogether({ jsonl, files, form, output }, values) {
  if (!jsonl) {
    for (const name of ["jobs", "timeout"]) if (values[name] !== undefined) refuse(`--${name} goes with --jsonl.`);
    if (output !== undefined && form === "report") refuse(`--output needs a form: ${FORMS.map((name) => `--${name}`).join(", ")}.`);
    if (form === "html" && files.length > 1 && output === undefined) refuse("--html of several files needs --output DIR.");
    if (files.filter((path) => path === "-").length > 1) refuse("- can stand only once.");
    return;
  }
  if (form !== "json") refuse(`--jsonl writes JSON; it does not go with --${form}.`);
  if (output !== undefined) refuse("--jsonl writes to the standard output; it does not go with --output.");
  if (files.length > 1) refuse("--jsonl reads one file, or the standard input.");
}

/** What the command line asks for. Throws `Usage`. */
export function parse(argv) {
  const { values, positionals } = split(argv);
  if (values.help || values.version) return { asks: values.help ? "help" : "version" };
  const settings = {
    asks: values.jsonl ? "lines" : "files",
    jsonl: values.jsonl ?? false,
    files: positionals,
    form: formOf(values),
    table: values.csv,
    options: reading(values),
    output: values.output,
    limits: (values["fail-above"] ?? []).map((text) => parseLimit(text) ?? refuse(`--fail-above takes grade=N, unattributed=N or check=N, not "${text}".`)),
    jobs: positive("jobs", values.jobs, availableParallelism(), (n) => Number.isInteger(n) && n <= MOST_JOBS),
    // A timer holds at most 2^31 milliseconds.
    timeout: positive("timeout", values.timeout, null, (n) => n < 2_147_483),
  };
  checkTogether(settings, values);
  return settings;
}
