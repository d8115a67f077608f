// The command on a stream of lines, one article each.
import assert from "node:assert/strict";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { ended, onTerminal, run, start } from "./command.mjs";
import { ARTICLE, crashingProject, folder, HOSTILE, installed } from "./scratch.mjs";

const api = await import(pathToFileURL(join(await installed(), "node.js")));

const json = (values) => values.map((value) => `${JSON.stringify(value)}\n`).join("");
const parsed = (stdout) => stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
const SHORT = Array.from({ length: 2_000 }, (_, i) => ({ id: `n${i}`, text: `“We waited ${i} hours at the quay,” said Ruth Calloway of Norsund. ${"The ferry was late. ".repeat(i % 20)}` }));

test("a line in is a line out, in order, whatever its length and the threads", async () => {
  const lines = SHORT.slice(0, 300).flatMap((line, i) => (i % 50 === 0 ? [line, { id: i, text: ARTICLE.repeat(40) }] : [line]));
  for (const jobs of ["1", "3"]) {
    const { code, stdout, stderr } = await run(["--jsonl", "--jobs", jobs], { input: json(lines) });
    assert.deepEqual([code, stderr], [0, ""]);
    const out = parsed(stdout);
    assert.deepEqual(out.map(({ id }) => id), lines.map(({ id }) => id));
    assert.deepEqual(out.map(({ line }) => line), lines.map((_, i) => i + 1));
    for (const [i, { analysis }] of out.entries()) assert.equal(analysis.text, lines[i].text);
    assert.deepEqual(out[7].analysis, api.analyze(lines[7].text));
  }
});

test("strings, ids, options of a line and of the command", async () => {
  const text = "They met on Friday.";
  const input = `${JSON.stringify(text)}\r\n${json([
    { id: 0, text }, { id: null, text, published: "2024-03-02" }, { id: { a: [1] }, text, published: null, format: "html", title: "ignored" },
  ])}\n  \n${JSON.stringify({ text })}`;
  const { code, stdout } = await run(["--jsonl", "--published", "2023-01-04", "-"], { input });
  assert.equal(code, 0);
  const out = parsed(stdout);
  assert.deepEqual(out.map(({ line }) => line), [1, 2, 3, 4, 7]);
  assert.deepEqual(out.map((entry) => ("id" in entry ? entry.id : "none")), ["none", 0, null, { a: [1] }, "none"]);
  assert.deepEqual(out.map(({ analysis }) => analysis.published.value), ["2023-01-04", "2023-01-04", "2024-03-02", "2023-01-04", "2023-01-04"]);
});

test("a bad line is told in its place and on the standard error; the others are done; the code is 1", async () => {
  const bad = ["{", "5", "null", "[]", '{"id":7}', '{"id":8,"text":5}', '{"text":"x","format":"pdf"}', '{"text":"x","published":"2024-02-30"}', "\xff".repeat(3)];
  const input = Buffer.concat([Buffer.from(json([{ id: "a", text: ARTICLE }])), Buffer.from(`${bad.join("\n")}\n`, "latin1"), Buffer.from(json([{ id: "z", text: ARTICLE }]))]);
  const { code, stdout, stderr } = await run(["--jsonl"], { input });
  assert.equal(code, 1);
  const out = parsed(stdout);
  assert.deepEqual(out.map(({ line }) => line), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  assert.deepEqual(out.map(({ id }) => id), ["a", undefined, undefined, undefined, undefined, 7, 8, undefined, undefined, undefined, "z"]);
  for (const [i, { error, analysis }] of out.entries()) {
    const right = i === 0 || i === 10;
    assert.equal(analysis !== undefined, right);
    assert.equal(error?.code, right ? undefined : "bad-input");
    if (!right) assert.ok(stderr.includes(`copydesk: line ${i + 1}: `) && error.message.length > 0);
  }
  assert.equal(stderr.trimEnd().split("\n").length, bad.length);
});

test("a line that is too long is refused without being held", async () => {
  const input = `${JSON.stringify("a ".repeat(1_000_001))}\n${" ".repeat(13_000_000)}x\n${JSON.stringify("He left.")}\n`;
  const { code, stdout } = await run(["--jsonl"], { input });
  assert.equal(code, 1);
  assert.deepEqual(parsed(stdout).map(({ error, analysis }) => error?.code ?? analysis.text), ["too-long", "too-long", "He left."]);
});

test("hostile texts pass", async () => {
  const texts = [...HOSTILE.values()];
  const { code, stdout } = await run(["--jsonl", "--jobs", "2"], { input: json(texts) });
  assert.equal(code, 0);
  assert.deepEqual(parsed(stdout).map(({ line }) => line), texts.map((_, i) => i + 1));
});

test("limits are told by line and end with 1", async () => {
  const { code, stdout, stderr } = await run(["--jsonl", "--fail-above", "check=-1", "--fail-above", "grade=0"], { input: json(["He left.", "She left."]) });
  assert.equal(code, 1);
  assert.equal(parsed(stdout).length, 2);
  assert.match(stderr, /^copydesk: line 1: check 0 is above -1\ncopydesk: line 1: grade is not known/);
});

test("a file serves as well; one that is not there is told with 2", async () => {
  const cwd = folder();
  writeFileSync(join(cwd, "in.jsonl"), json(["He left.", "She left."]));
  assert.equal(parsed((await run(["--jsonl", "in.jsonl"], { cwd })).stdout).length, 2);
  const { code, stdout, stderr } = await run(["--jsonl", "absent.jsonl"], { cwd });
  assert.deepEqual([code, stdout, stderr], [2, "", "copydesk: absent.jsonl: there is no such file\n"]);
  assert.deepEqual(await run(["--jsonl"], { input: "" }), { code: 0, signal: null, stdout: "", stderr: "" });
});

test("a line is answered before the next one comes", async () => {
  const child = await start(["--jsonl"]);
  for (const text of ["He left.", "She left."]) {
    child.stdin.write(`${JSON.stringify(text)}\n`);
    const [answer] = await once(child.stdout, "data");
    assert.equal(JSON.parse(answer).analysis.text, text);
  }
  child.stdin.end();
  assert.equal((await once(child, "exit"))[0], 0);
});

test("who does not read is not written for: reading stops, and goes on later without a loss", async () => {
  const child = await start(["--jsonl", "--jobs", "2"]);
  const padded = SHORT.map((line) => ({ ...line, more: "x".repeat(600) }));
  const input = Buffer.from(json(padded));
  let sent = 0;
  const feeding = (async () => {
    for (let at = 0; at < input.length; at += 4096) {
      const part = input.subarray(at, at + 4096);
      if (!child.stdin.write(part)) await once(child.stdin, "drain");
      sent += part.length;
    }
    child.stdin.end();
  })();
  let before = -1;
  while (sent !== before) {
    before = sent;
    await wait(1_000);
  }
  // Two pipes, the streams' own buffers and the lines under way.
  assert.ok(sent < 600_000, `${sent} of ${input.length} bytes were taken`);
  const [{ code, stdout }] = await Promise.all([ended(child), feeding]);
  assert.equal(code, 0);
  assert.deepEqual(parsed(stdout).map(({ id }) => id), padded.map(({ id }) => id));
});

test("Ctrl-C leaves whole lines and ends with 130", async () => {
  const child = await start(["--jsonl", "--jobs", "2"]);
  child.stdin.on("error", () => {});
  // More than it can do before it is stopped, and no end.
  child.stdin.write(json(SHORT));
  const end = ended(child);
  await once(child.stdout, "data");
  child.kill("SIGINT");
  const { code, signal, stdout, stderr } = await end;
  assert.deepEqual([code, signal], [130, null]);
  assert.match(stderr, /^copydesk: stopped after \d+ articles\n$/);
  assert.ok(stdout.endsWith("\n"));
  const out = parsed(stdout);
  assert.deepEqual(out.map(({ id }) => id), SHORT.slice(0, out.length).map(({ id }) => id));
  assert.ok(out.length < SHORT.length);
});

test("Ctrl-C also ends a batch that waits for its input", async () => {
  const child = await start(["--jsonl"]);
  child.stdin.write('"He left."\n');
  const end = ended(child);
  await once(child.stdout, "data");
  child.kill("SIGINT");
  assert.equal((await end).code, 130);
});

test("a reader that goes away ends the command without a word", async () => {
  for (const args of [["--jsonl"], ["--json", ...Array(400).fill("a.txt")], [...Array(400).fill("a.txt")]]) {
    const cwd = folder();
    writeFileSync(join(cwd, "a.txt"), ARTICLE);
    const child = await start(args, { cwd });
    child.stdin.on("error", () => {});
    child.stdin.write(json(SHORT));
    await once(child.stdout, "data");
    child.stdout.destroy();
    const said = [];
    child.stderr.on("data", (part) => said.push(part));
    const [code, signal] = await once(child, "close");
    assert.deepEqual([code, signal, Buffer.concat(said).toString()], [0, null, ""], args.slice(0, 2).join(" "));
  }
});

test("a thread that crashes or hangs fails its line and is replaced", async () => {
  const root = await crashingProject();
  const texts = ["One.", "\u0001crash", "Two.", "\u0001hang", "Three.", "\u0001crash", "Four."];
  for (const jobs of ["1", "2"]) {
    const { code, stdout } = await run(["--jsonl", "--jobs", jobs, "--timeout", "4"], { input: json(texts), root });
    assert.equal(code, 1);
    assert.deepEqual(
      parsed(stdout).map(({ line, error, analysis }) => [line, error?.code ?? analysis.text]),
      [[1, "One."], [2, "engine-crashed"], [3, "Two."], [4, "engine-crashed"], [5, "Three."], [6, "engine-crashed"], [7, "Four."]],
    );
  }
});

test("the bar is for a terminal, and not where the data is", async () => {
  const input = json(SHORT.slice(0, 400));
  const { stderr, stdout } = await onTerminal(["--jsonl", "--jobs", "1"], { input, on: ["stderr"] });
  assert.match(stderr, /\r\x1b\[K[\d,]+ articles, [\d,]+ a second/);
  assert.ok(stderr.endsWith("\r\x1b[K"), "it goes away at the end");
  assert.equal(parsed(stdout).length, 400);
  for (const on of [["stdout", "stderr"], []]) assert.equal((await onTerminal(["--jsonl", "--jobs", "1"], { input, on })).stderr, "");
  assert.equal((await onTerminal(["--jsonl", "--jobs", "1"], { input, on: ["stderr"], env: { TERM: "dumb" } })).stderr, "");
  const file = join(folder(), "in.jsonl");
  writeFileSync(file, input);
  assert.match((await onTerminal(["--jsonl", "--jobs", "1", file], { on: ["stderr"] })).stderr, /█.* \d+ %/);
});
