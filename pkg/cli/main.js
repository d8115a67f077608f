// The command: which of its works is asked for, and the code with which it ends.
import { version } from "../version.js";
import { parse, Usage } from "./args.js";
import { FAILED, OK } from "./codes.js";
import { readFiles } from "./files.js";
import { HELP } from "./help.js";
import { reasonOf } from "./input.js";
import { readLines } from "./jsonl.js";
import { sink, teller } from "./output.js";

/**
 * Runs the command and resolves to its exit code.
 * @param {string[]} argv words behind the name of the command
 * @param {Pick<NodeJS.Process, "stdin" | "stdout" | "stderr" | "env" | "on" | "off">} platform
 */
export async function main(argv, platform) {
  const tell = teller(platform.stderr);
  const out = sink(platform.stdout);
  try {
    const settings = parse(argv);
    let code = OK;
    if (settings.asks === "help") await out.shown(HELP);
    else if (settings.asks === "version") await out.shown(`${version}\n`);
    else if (settings.files.length === 0 && platform.stdin.isTTY) throw new Usage("there is nothing to read: name a file, or - for the standard input.");
    else code = await (settings.asks === "lines" ? readLines : readFiles)(settings, { ...streams(platform), out, tell });
    if (!out.fault()) return code;
    tell(`standard output: ${reasonOf(out.fault())}`);
    return FAILED;
  } catch (error) {
    if (!(error instanceof Usage)) throw error;
    tell(`${error.message} "copydesk --help" tells more.`);
    return FAILED;
  }
}

/** What of the process the works may touch; a process is not copied by spreading it. */
const streams = (platform) => ({
  stdin: platform.stdin,
  stdout: platform.stdout,
  stderr: platform.stderr,
  env: platform.env,
  onInterrupt(act) {
    platform.on("SIGINT", act);
    return () => platform.off("SIGINT", act);
  },
});
