// The command on files and the standard input.
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { onTerminal, run } from "./command.mjs";
import { ARTICLE, folder, HOSTILE, installed } from "./scratch.mjs";

const pkg = await installed();
const api = await import(pathToFileURL(join(pkg, "node.js")));
const { width } = await import(pathToFileURL(join(pkg, "cli", "terminal.js")));

const OTHER = `Ferry Fares to Rise\n\nApril 2, 2024\n\n“Nobody asked the islands,” said Ruth Calloway, who runs the ferry office in Norsund.\n`;

/** A folder with two articles. */
function desk() {
  const cwd = folder();
  writeFileSync(join(cwd, "bridge.txt"), ARTICLE);
  writeFileSync(join(cwd, "ferry.txt"), OTHER);
  return cwd;
}

// Whatever a terminal could obey: controls but the line end and tab, and signs that turn the order of words.
const COMMANDS = /[\0-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const ESCAPES = /\x1b\[\d+m/g;

describe("the report", () => {
  test("tells who said what, names, dates, readability and what is left out", async () => {
    const { code, stdout, stderr } = await run(["bridge.txt"], { cwd: desk() });
    assert.equal(code, 0);
    assert.equal(stderr, "");
    for (const part of [
      "Harbour Bridge to Close for Repairs", "bridge.txt · published 2024-03-03", "Who said what", "Theo Brandt, Mayor", "“The cables are older than I am.”", "Names",
      "Zoë Quill", "Dates", "2024-03-04", "Readability", "Not graded", "Left out of the grade", "By Ines Marlow", "Machine attribution makes mistakes",
    ]) {
      assert.ok(stdout.includes(part), part);
    }
  });

  test("says so where there is nothing, and warns", async () => {
    const { code, stdout } = await run(["-"], { input: "" });
    assert.equal(code, 0);
    for (const part of ["Nobody is quoted.", "Nobody and nothing is named.", "No dates."]) assert.ok(stdout.includes(part), part);
    const german = "Der Bürgermeister sagte am Freitag, dass die Brücke über den Fluss für drei Wochen gesperrt wird und niemand gefragt worden sei. ";
    const { stdout: foreign } = await run([], { input: german.repeat(4) });
    const { warnings } = api.analyze(german.repeat(4));
    assert.ok(warnings.length > 0);
    for (const { message } of warnings) assert.ok(foreign.replace(/\s+/g, " ").includes(message), message);
  });

  test("has colours on a terminal, and where they are forced", async () => {
    const coloured = async (env, on) => ESCAPES.test((await onTerminal(["-"], { input: ARTICLE, env, on })).stdout);
    assert.equal(await coloured({}, ["stdout"]), true);
    assert.equal(await coloured({}, []), false);
    assert.equal(await coloured({ NO_COLOR: "1" }, ["stdout"]), false);
    assert.equal(await coloured({ NO_COLOR: "" }, ["stdout"]), true);
    assert.equal(await coloured({ TERM: "dumb" }, ["stdout"]), false);
    assert.equal(await coloured({ FORCE_COLOR: "1" }, []), true);
    assert.equal(await coloured({ FORCE_COLOR: "1", NO_COLOR: "1" }, []), true);
    assert.equal(await coloured({ FORCE_COLOR: "0" }, ["stdout"]), false);
    const { stdout: piped } = await run(["-"], { input: ARTICLE });
    const { stdout: forced } = await run(["-"], { input: ARTICLE, env: { FORCE_COLOR: "1" } });
    assert.doesNotMatch(piped, ESCAPES);
    assert.equal(forced.replace(ESCAPES, ""), piped);
  });

  test("keeps to the width of the terminal, whatever the script", async () => {
    const wide = `港口大桥将于周一关闭三周 ${"港口".repeat(80)}\n\nPhoto: 港口大桥 👩‍👩‍👧 🇳🇴 ${"x".repeat(300)} / Norsund Press\n\n“${"Zu\u0308rich ".repeat(40)}🦊🦊,” said Ann Lee.`;
    for (const input of [ARTICLE, wide, readFileSync(new URL("../articles/wire.txt", import.meta.url), "utf8")]) {
      for (const columns of [40, 57, 80, 300]) {
        const { stdout } = await onTerminal(["-"], { input, columns, env: { NO_COLOR: "1" } });
        for (const line of stdout.split("\n")) assert.ok(width(line) <= Math.min(columns, 100), `${columns}: ${line}`);
      }
    }
  });

  test("counts columns as terminals do", () => {
    for (const [words, columns] of [["abc", 3], ["é", 1], ["e\u0301", 1], ["港口", 4], ["🦊", 2], ["👩‍👩‍👧", 2], ["🇳🇴", 2], ["❤️", 2], ["ｆｕ", 4], ["\u200b", 0], ["“–…", 3]]) {
      assert.equal(width(words), columns, words);
    }
  });

  test("says how much it does not show", async () => {
    const many = Array.from({ length: 60 }, (_, i) => `Ann ${String.fromCharCode(65 + (i % 26))}${"aeiou"[i % 5]}lson${"kmt"[i % 3]} left.`).join(" ");
    const { stdout } = await run(["-"], { input: many });
    const names = api.analyze(many).entities.length;
    assert.ok(names > 25);
    assert.ok(stdout.includes(`… and ${names - 25} more; --json has all`));
  });
});

describe("forms", () => {
  const analysis = api.analyze(ARTICLE);
  const FORMS = [
    [["--json"], `${api.toJSON(analysis)}\n`, "json"],
    [["--html"], api.toHTML(analysis), "html"],
    [["--md"], api.toMarkdown(analysis), "md"],
    [["--sheet"], api.toQuoteSheet(analysis), "txt"],
    ...["quotes", "entities", "dates", "sentences"].map((table) => [["--csv", table], api.toCSV(analysis, table), "csv"]),
  ];

  test("are what the package writes", async () => {
    const cwd = desk();
    for (const [args, content] of FORMS) assert.deepEqual(await run([...args, "bridge.txt"], { cwd }), { code: 0, signal: null, stdout: content, stderr: "" }, args.join(" "));
  });

  test("go into files of a folder that is made where it is missing", async () => {
    const cwd = desk();
    for (const [args, content, ending] of FORMS) {
      assert.deepEqual(await run([...args, "--output", "out/deep", "bridge.txt", "ferry.txt"], { cwd }), { code: 0, signal: null, stdout: "", stderr: "" });
      assert.equal(readFileSync(join(cwd, "out/deep", `bridge.${ending}`), "utf8"), content);
      assert.ok(readFileSync(join(cwd, "out/deep", `ferry.${ending}`), "utf8").includes(ending === "csv" ? "start" : "Copydesk") || ending !== "html");
    }
    await run(["--json", "--output", "out", "-"], { cwd, input: OTHER });
    assert.equal(JSON.parse(readFileSync(join(cwd, "out/stdin.json"), "utf8")).text, OTHER);
  });

  test("of several files are told apart", async () => {
    const cwd = desk();
    const { stdout: lines } = await run(["--json", "bridge.txt", "ferry.txt"], { cwd });
    const read = lines.trimEnd().split("\n").map((line) => JSON.parse(line));
    assert.deepEqual(read.map(({ file }) => file), ["bridge.txt", "ferry.txt"]);
    assert.deepEqual(read.map(({ analysis: { text } }) => text), [ARTICLE, OTHER]);
    const { stdout: table } = await run(["--csv", "quotes", "bridge.txt", "ferry.txt"], { cwd });
    const rows = table.trimEnd().split("\r\n");
    assert.ok(rows[0].startsWith("\ufefffile,quote,"));
    assert.equal(rows.filter((row) => row.includes("file,quote")).length, 1);
    assert.ok(rows.some((row) => row.startsWith("bridge.txt,1,")) && rows.at(-1).startsWith("ferry.txt,1,"));
    for (const args of [[], ["--md"], ["--sheet"]]) {
      const { stdout } = await run([...args, "bridge.txt", "ferry.txt"], { cwd });
      assert.ok(stdout.indexOf("Harbour Bridge") < stdout.indexOf("Ferry Fares"), args.join(" "));
    }
  });

  test("never overwrite an article, nor one another", async () => {
    const cwd = desk();
    mkdirSync(join(cwd, "more"));
    writeFileSync(join(cwd, "more", "Bridge.txt"), OTHER);
    for (const [args, why] of [
      [["--sheet", "--output", ".", "bridge.txt"], /bridge\.txt is one of the articles/],
      [["--json", "--output", "out", "bridge.txt", "more/Bridge.txt"], /would both be written to out.Bridge\.json/],
      [["--json", "--output", "ferry.txt", "bridge.txt"], /--output ferry\.txt:/],
    ]) {
      const { code, stderr } = await run(args, { cwd });
      assert.equal(code, 2);
      assert.match(stderr, why);
    }
    assert.equal(readFileSync(join(cwd, "bridge.txt"), "utf8"), ARTICLE);
    assert.deepEqual(readdirSync(cwd).sort(), ["bridge.txt", "ferry.txt", "more"]);
  });
});

describe("reading", () => {
  test("the standard input serves with - and with no name at all", async () => {
    for (const args of [["--json"], ["--json", "-"]]) assert.equal(JSON.parse((await run(args, { input: ARTICLE })).stdout).text, ARTICLE);
  });

  test("options reach the engine", async () => {
    const read = async (...args) => JSON.parse((await run(["--json", ...args, "-"], { input: "<p>On Friday 2025 people &amp; more came.</p>" })).stdout);
    const plain = await read("--format", "text");
    assert.ok(plain.text.includes("<p>"));
    assert.equal((await read("--format", "html")).text.trim(), "On Friday 2025 people & more came.");
    assert.equal((await read("--published", "2025-04-09")).published.value, "2025-04-09");
    assert.ok((await read("--format=text", "--read-aloud")).readability.counts.syllables > plain.readability.counts.syllables);
    assert.ok((await read("--tokens")).tokens.length > 0);
    const furniture = "Photo: Ola Ferrier / Norsund Press";
    const counted = async (...args) => JSON.parse((await run(["--json", ...args], { input: furniture })).stdout).readability.counts.words;
    assert.equal(await counted(), api.analyze(furniture).readability.counts.words);
    assert.equal(await counted("--include-furniture"), api.analyze(furniture, { includeFurniture: true }).readability.counts.words);
    assert.notEqual(await counted(), await counted("--include-furniture"));
  });

  test("files of other encodings are read", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "utf16.txt"), `\ufeff${ARTICLE}`, "utf16le");
    writeFileSync(join(cwd, "utf8.txt"), `\ufeff${ARTICLE}`);
    writeFileSync(join(cwd, "old.txt"), Buffer.from("Zo\xeb Quill said \x93no\x94.", "latin1"));
    const text = async (name) => {
      const { stdout, stderr } = await run(["--json", name], { cwd });
      return [JSON.parse(stdout).text, stderr];
    };
    assert.deepEqual(await text("utf16.txt"), [ARTICLE, ""]);
    assert.deepEqual(await text("utf8.txt"), [ARTICLE, ""]);
    assert.deepEqual(await text("old.txt"), ["Zoë Quill said “no”.", "copydesk: old.txt is not UTF-8; it was read as Windows-1252.\n"]);
  });

  test("what cannot be read is told with 2, and the others are read", async () => {
    const cwd = desk();
    mkdirSync(join(cwd, "folder"));
    writeFileSync(join(cwd, "paper.pdf"), "%PDF-1.7\n");
    writeFileSync(join(cwd, "large.txt"), "a".repeat(6_000_001));
    writeFileSync(join(cwd, "long.txt"), "a ".repeat(1_000_001));
    for (const [name, why] of [
      ["absent.txt", "there is no such file"], ["*.text", "there is no such file"], ["folder", "it is a folder"], ["paper.pdf", "it is a PDF"],
      ["large.txt", "it has more than 6 MB"], ["long.txt", "the limit is 2,000,000"],
    ]) {
      const { code, stdout, stderr } = await run(["--json", name, "ferry.txt"], { cwd });
      assert.equal(code, 2, name);
      assert.ok(stderr.startsWith(`copydesk: ${name}: `) && stderr.includes(why), stderr);
      assert.equal(JSON.parse(stdout).file, "ferry.txt");
    }
  });
});

describe("checks", () => {
  const cwd = folder();
  const long = readFileSync(new URL("../articles/wire.txt", import.meta.url), "utf8");
  writeFileSync(join(cwd, "wire.txt"), long);
  writeFileSync(join(cwd, "short.txt"), "“Yes,” said Ann Lee. “No.”");
  const analysis = api.analyze(long);
  const grade = analysis.readability.grade.median;
  const check = analysis.quotes.filter(({ speaker }) => speaker?.confidence === "check").length;

  test("end with 1 above a limit and with 0 at it", async () => {
    const nobody = analysis.quotes.filter(({ speaker }) => !speaker).length;
    for (const [limits, code] of [
      [[`grade=${Math.ceil(grade)}`], 0], [[`grade=${Math.floor(grade)}`], 1], [[`check=${check}`], 0], [[`check=${check - 1}`], 1],
      [[`unattributed=${nobody}`], 0], [[`unattributed=${nobody - 1}`], 1], [[`grade=99`, `check=${check - 1}`], 1],
    ]) {
      const result = await run(["--sheet", ...limits.map((limit) => `--fail-above=${limit}`), "wire.txt"], { cwd });
      assert.equal(result.code, code, limits.join());
      assert.equal(result.stdout, api.toQuoteSheet(analysis));
      assert.equal(result.stderr !== "", code === 1);
    }
    const { stderr } = await run(["--fail-above", "grade=1", "wire.txt"], { cwd });
    assert.match(stderr, /^copydesk: wire\.txt: grade [\d.]+ is above 1\n$/);
  });

  test("a text without a grade is told and not failed; something unreadable goes before a finding", async () => {
    const short = await run(["--fail-above", "grade=0", "short.txt"], { cwd });
    assert.equal(short.code, 0);
    assert.match(short.stderr, /short\.txt: grade is not known\. Not graded/);
    assert.equal((await run(["--fail-above", "grade=0", "absent.txt", "wire.txt"], { cwd })).code, 2);
  });
});

describe("usage", () => {
  test("help and version", async () => {
    const { version } = JSON.parse(readFileSync(join(pkg, "package.json"), "utf8"));
    assert.equal((await run(["--version"])).stdout, `${version}\n`);
    const { code, stdout, stderr } = await run(["--help"]);
    assert.deepEqual([code, stderr], [0, ""]);
    for (const line of stdout.split("\n")) assert.ok(line.length <= 110, line);
    for (const option of ["--json", "--csv", "--html", "--md", "--sheet", "--output", "--published", "--fail-above", "--jsonl", "--jobs", "Exit codes"]) assert.ok(stdout.includes(option), option);
  });

  test("what is wrong is said in a sentence, with 2 and no data", async () => {
    for (const [args, why] of [
      [["--nonsense"], /Unknown option '--nonsense'/],
      [["--csv"], /--csv/],
      [["--csv", "names", "x"], /--csv takes one of quotes, entities, dates, sentences/],
      [["--json", "--md", "x"], /--json and --md exclude each other/],
      [["--format", "pdf", "x"], /--format must be one of auto, text, markdown, html, not "pdf"/],
      [["--published", "Friday", "x"], /--published must be a day such as/],
      [["--fail-above", "grade", "x"], /--fail-above takes grade=N/],
      [["--fail-above", "toString=1", "x"], /--fail-above takes grade=N/],
      [["--html", "x", "y"], /needs --output/],
      [["--output", "out", "x"], /--output needs a form/],
      [["--jobs", "2", "x"], /goes with --jsonl/],
      [["--jsonl", "--jobs", "0"], /--jobs takes a number above 0/],
      [["--jsonl", "--jobs", "1.5"], /--jobs takes a number above 0/],
      [["--jsonl", "--timeout", ""], /--timeout takes a number above 0/],
      [["--jsonl", "--md"], /does not go with --md/],
      [["--jsonl", "a", "b"], /one file/],
      [["-", "-"], /only once/],
    ]) {
      const { code, stdout, stderr } = await run(args);
      assert.equal(code, 2, args.join(" "));
      assert.equal(stdout, "");
      assert.match(stderr, why);
      assert.match(stderr, /^copydesk: [^\n]*--help" tells more\.\n$/);
    }
  });

  test("what cannot be written is told with 2", async () => {
    const fault = Object.assign(new Error("no space"), { code: "ENOSPC" });
    for (const args of [["--json", "-"], ["-"], ["--jsonl"], ["--help"]]) {
      const { code, stderr } = await onTerminal(args, { input: '"He left."\n', on: [], fault });
      assert.deepEqual([code, stderr], [2, "copydesk: standard output: there is no room left\n"], args.join(" "));
    }
  });

  test("nothing to read on a terminal is a wrong use", async () => {
    const { code, stderr } = await onTerminal([], { on: ["stdin", "stdout"] });
    assert.equal(code, 2);
    assert.match(stderr, /there is nothing to read/);
  });
});

describe("an article cannot command the terminal", () => {
  const EVIL = `\x1b]0;owned\x07Breaking\x1b[2J\x9b31m News\u202e txet\r\n\n“Yes\x1b[8m,” said \x1b]8;;http://x\x1b\\Ann\u2066 Lee\x7f. \x08\x08 It was on March 3\x1b, 2024.\rOver.`;

  test("by the report", async () => {
    for (const [name, input] of [...HOSTILE, ["escapes", EVIL]]) {
      const { code, stdout, stderr } = await run(["-"], { input });
      assert.equal(code, 0, name);
      assert.doesNotMatch(stdout + stderr, COMMANDS, name);
    }
    const { stdout } = await onTerminal(["-"], { input: EVIL });
    assert.doesNotMatch(stdout.replace(ESCAPES, ""), COMMANDS);
    assert.ok(stdout.includes("␛"));
  });

  test("by any other form on a terminal; elsewhere data stays as it is", async () => {
    for (const args of [["--json"], ["--html"], ["--md"], ["--sheet"], ["--csv", "quotes"]]) {
      const { stdout } = await onTerminal([...args, "-"], { input: EVIL });
      assert.doesNotMatch(stdout.replaceAll("\r\n", "\n"), COMMANDS, args.join(" "));
    }
    assert.equal((await run(["--sheet", "-"], { input: EVIL })).stdout, api.toQuoteSheet(api.analyze(EVIL)));
    const lines = await onTerminal(["--jsonl"], { input: `${JSON.stringify(EVIL)}\n{"\x1b[2J` });
    assert.doesNotMatch(lines.stdout + lines.stderr, COMMANDS);
    assert.equal(JSON.parse(lines.stdout.split("\n")[0]).line, 1);
  });

  test("nor can the name of a file", async () => {
    const { code, stderr } = await run(["\x1b[2Jno\u202efile\nname"]);
    assert.equal(code, 2);
    assert.doesNotMatch(stderr.slice(0, -1), /[\x1b\u202e\n]/);
  });
});
