// Runs the packed command, in a process of its own or with streams that only seem to be a terminal.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import { installed, project } from "./scratch.mjs";

const PLAIN = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, COLUMNS: undefined, TERM: "xterm" };

/** Starts the command as a shell would, by the name that npm gave it. */
export async function start(args, { cwd, env = {}, root } = {}) {
  const bin = join(root ?? (await project()), "node_modules", ".bin", "copydesk");
  const given = Object.entries({ ...PLAIN, ...env }).filter(([, value]) => value !== undefined);
  return spawn(bin, args, { cwd: cwd ?? (await project()), env: Object.fromEntries(given), stdio: "pipe" });
}

/** Waits for the end of a started command. */
export async function ended(child) {
  const parts = { stdout: [], stderr: [] };
  for (const name of ["stdout", "stderr"]) child[name].on("data", (part) => parts[name].push(part));
  const [code, signal] = await once(child, "close");
  return { code, signal, stdout: Buffer.concat(parts.stdout).toString(), stderr: Buffer.concat(parts.stderr).toString() };
}

/** Runs the command to its end. */
export async function run(args, { input = "", ...options } = {}) {
  const child = await start(args, options);
  // A command that is not interested in its input closes it.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  return ended(child);
}

/** A stream that keeps what is written, and may say that it is a terminal; with a fault it fails instead. */
function kept(terminal, fault) {
  const parts = [];
  const stream = new Writable({ write(part, _, done) { parts.push(part); done(fault); } });
  return Object.assign(stream, terminal, { text: () => Buffer.concat(parts).toString() });
}

/** Runs the command in this process with terminals where `on` names them. */
export async function onTerminal(args, { input = "", on = ["stdout"], columns = 80, env = {}, fault } = {}) {
  const { main } = await import(pathToFileURL(join(await installed(), "cli", "main.js")));
  const terminal = { isTTY: true, columns };
  const stdin = new PassThrough();
  if (on.includes("stdin")) stdin.isTTY = true;
  stdin.end(input);
  const platform = {
    stdin, env, on() {}, off() {},
    stdout: kept(on.includes("stdout") ? terminal : {}, fault),
    stderr: kept(on.includes("stderr") ? terminal : {}),
  };
  const code = await main(args, platform);
  return { code, stdout: platform.stdout.text(), stderr: platform.stderr.text() };
}
