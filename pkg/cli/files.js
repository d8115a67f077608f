// Articles from files and the standard input, one after another.
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { linesOf, MARK, tableOf } from "../export/csv.js";
import { analyze, rules, toCSV, toHTML, toJSON, toMarkdown, toQuoteSheet } from "../node.js";
import { Usage } from "./args.js";
import { FAILED, FOUND, OK } from "./codes.js";
import { readText, reasonOf, Unreadable } from "./input.js";
import { measured } from "./limits.js";
import { report } from "./report.js";
import { painter, wantsColour } from "./terminal.js";

const ENDINGS = { json: "json", csv: "csv", html: "html", md: "md", sheet: "txt" };
const NARROWEST = 40;
const WIDEST = 100;

const nameOf = (path) => (path === "-" ? "standard input" : path);

/** How an analysis looks in a file of its own. */
function alone(analysis, { form, table }) {
  switch (form) {
    case "json":
      return `${toJSON(analysis)}\n`;
    case "csv":
      return toCSV(analysis, table);
    case "html":
      return toHTML(analysis);
    case "md":
      return toMarkdown(analysis);
    default:
      return toQuoteSheet(analysis);
  }
}

/** How it looks behind others on the standard output: told apart by the name of its file, where programs read it. */
function among(analysis, path, first, settings) {
  const { form, table } = settings;
  if (form === "json") return `{"file":${JSON.stringify(path)},"analysis":${toJSON(analysis)}}\n`;
  if (form === "csv") {
    const [heads, ...rows] = tableOf(analysis, table);
    const named = rows.map((row) => [path, ...row]);
    return first ? MARK + linesOf([["file", ...heads], ...named]) : linesOf(named);
  }
  return (first ? "" : "\n") + alone(analysis, settings);
}

/** What makes two names the same file; undefined for what is not there. */
function idOf(path) {
  try {
    const { dev, ino } = statSync(path);
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}

/** Where each article goes in the folder `output`. Refuses what would write over an input or over another article. */
function placesIn(output, files, form) {
  const places = files.map((path) => join(output, `${path === "-" ? "stdin" : basename(path, extname(path))}.${ENDINGS[form]}`));
  const inputs = new Set(files.map(idOf));
  const taken = new Map();
  for (const [i, place] of places.entries()) {
    const id = idOf(place);
    if (id && inputs.has(id)) throw new Usage(`${place} is one of the articles; choose another folder for --output.`);
    // Systems that do not tell "A.txt" from "a.txt" would lose one of them.
    const key = place.toLowerCase();
    if (taken.has(key)) throw new Usage(`${taken.get(key)} and ${files[i]} would both be written to ${place}.`);
    taken.set(key, files[i]);
  }
  try {
    mkdirSync(output, { recursive: true });
  } catch (error) {
    throw new Usage(`--output ${output}: ${reasonOf(error)}.`);
  }
  return places;
}

/** Writes the analyses where they belong. */
function destination(settings, files, { out, stdout, env }) {
  const { form, output } = settings;
  if (form === "report") {
    const how = {
      room: Math.min(WIDEST, Math.max(NARROWEST, stdout.columns ?? (Number(env.COLUMNS) || 80))),
      paint: painter(wantsColour(stdout, env)),
      whys: new Map(rules().filter(({ room }) => room === "block").map(({ name, why }) => [name, why])),
    };
    return (analysis, i) => out.shown(`${i > 0 ? "\n" : ""}${report(analysis, { ...how, name: nameOf(files[i]) })}`);
  }
  if (output !== undefined) {
    const places = placesIn(output, files, form);
    return (analysis, i) => writeFileSync(places[i], alone(analysis, settings));
  }
  if (files.length === 1) return (analysis) => out.data(alone(analysis, settings));
  let first = true;
  return (analysis, i) => {
    const content = among(analysis, files[i], first, settings);
    first = false;
    return out.data(content);
  };
}

/** Reads every file and writes what is asked of it. Resolves to the exit code. */
export async function readFiles(settings, platform) {
  const { tell, out, stdin } = platform;
  const files = settings.files.length > 0 ? settings.files : ["-"];
  const write = destination(settings, files, platform);
  let code = OK;
  for (const [i, path] of files.entries()) {
    if (out.closed.aborted) break;
    try {
      const { text, guessed } = await readText(path, stdin);
      if (guessed) tell(`${nameOf(path)} is not UTF-8; it was read as Windows-1252.`);
      const analysis = analyze(text, settings.options);
      await write(analysis, i);
      for (const { words, fails } of measured(analysis, settings.limits)) {
        tell(`${nameOf(path)}: ${words}`);
        if (fails) code = Math.max(code, FOUND);
      }
    } catch (error) {
      // A fault of the system or of the engine has a code; anything else is a fault of this program.
      if (!(error instanceof Unreadable) && !error.code) throw error;
      tell(`${nameOf(path)}: ${reasonOf(error)}`);
      code = FAILED;
    }
  }
  return code;
}
