// Runs programs for the other tools, and stops with one plain line where something is missing.
import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { ROOT } from "./serve.mjs";

/** Something the person at the keyboard must do; told without a stack. */
export class Missing extends Error {}

/** Programs of the project come first, then those this project installed for itself, then the machine's. */
export function extendPath(...folders) {
  process.env.PATH = [...folders, process.env.PATH ?? ""].join(delimiter);
}
extendPath(join(ROOT, "node_modules", ".bin"));

/**
 * Runs a program and waits.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, cwd?: string, show?: boolean }} [options] `show`: pass its output on as it comes
 * @returns {Promise<{ code: number, output: string }>} `code` is 127 when there is no such program
 */
export function run(program, args, { env = {}, cwd = ROOT, show = false } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    const parts = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (part) => {
        parts.push(part);
        if (show) process.stdout.write(part);
      });
    }
    child.on("error", (error) => done({ code: 127, output: error.message }));
    child.on("close", (code, signal) => done({ code: code ?? 1, output: Buffer.concat(parts).toString() + (signal ? `\nended by ${signal}` : "") }));
  });
}

/** Runs a program that must succeed; its output is shown when it does not. */
export async function must(program, args, options) {
  const { code, output } = await run(program, args, options);
  if (code === 0) return output;
  if (!options?.show) process.stdout.write(output);
  throw new Missing(`${program} ${args.join(" ")} failed (code ${code}); its output is above.`);
}

/** Runs a command of ours as the program's main: a missing thing is one line, anything else is a fault of ours. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Missing ? `copydesk: ${error.message}` : error);
    process.exitCode = 1;
  }
}
