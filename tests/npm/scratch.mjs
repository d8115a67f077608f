// What the package tests share: the packed package, installed in a project of its own.
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { buildCrashing } from "../../tools/build.mjs";
import { finishGlue } from "../../tools/glue.mjs";
import { ROOT } from "../../tools/serve.mjs";

const exec = promisify(execFile);

/** A few lines that use most of what the engine reads. */
export const ARTICLE = `Harbour Bridge to Close for Repairs

March 3, 2024

By Ines Marlow

The harbour bridge will close on Monday for three weeks, the city of Larkhaven said. “We cannot wait any longer 🦊,” \
Mayor Theo Brandt told reporters on Friday. “The cables are older than I am.”

Critics called the plan “rushed”. According to Zoë Quill, who runs a café on the quay, nobody had been asked.
`;

/** Texts that break careless programs, by name. */
export const HOSTILE = new Map([
  ["empty", ""],
  ["white space", " \t\r\n\u00a0\u2028\u3000"],
  ["a megabyte of quotation marks", '"'.repeat(1_000_000)],
  ["mixed quotation marks", "“”‘’«»\"'".repeat(4_000)],
  ["one long token", "a".repeat(1_000_000)],
  ["lone surrogates", "\ud800 He said \udc00“no\ud83d”. \udfff"],
  ["NUL", "\0 The \0mayor\0 left.\0"],
  ["right to left", "אמר ראש העיר: \u202e“no”\u202c. \u2067קפה\u2069 مرحبا."],
  ["tags", "<script>alert(1)</script><p onclick=x>“Yes,” <b>said</b> Ann Lee.</p><!-- "],
  ["deep tags", "<div>".repeat(100_000)],
  ["binary", Array.from({ length: 20_000 }, (_, i) => String.fromCharCode((i * 7919) % 65_536)).join("")],
  ["combining marks", `Z${"\u0301".repeat(10_000)} said.`],
  ["names of objects", "__proto__ told constructor. “toString,” said hasOwnProperty."],
  ["line ends", "One.\r\nTwo.\rThree.\n\n\n\nFour.\u2029Five."],
]);

const folders = [];
process.on("exit", () => folders.forEach((path) => rmSync(path, { recursive: true, force: true })));

/** A folder that goes when the process does. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), "copydesk-"));
  folders.push(path);
  return path;
}

/** Packs pkg/ and installs the tarball, offline, in an empty project. */
export async function prepare() {
  const root = folder();
  const { stdout } = await exec("npm", ["pack", "--json", "--pack-destination", root], { cwd: join(ROOT, "pkg") });
  const [packed] = [JSON.parse(stdout.slice(stdout.indexOf("[")))].flat();
  const project = join(root, "project");
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "scratch", private: true, type: "module" }));
  const install = ["install", "--offline", "--no-audit", "--no-fund", "--silent", join(root, packed.filename)];
  await exec("npm", install, { cwd: project });
  writeFileSync(join(project, "packed.json"), JSON.stringify({ ...packed, path: join(root, packed.filename) }));
  return project;
}

let ours;

/** The project with the package installed; `npm test` prepares one for all files. */
export const project = () => (ours ??= process.env.COPYDESK_PROJECT ? Promise.resolve(process.env.COPYDESK_PROJECT) : prepare());

/** What `npm pack` said of the tarball. */
export const packed = async () => JSON.parse(readFileSync(join(await project(), "packed.json"), "utf8"));

/** The folder of the installed package. */
export const installed = async () => join(await project(), "node_modules", "copydesk");

/** A second project whose engine traps on "\u0001crash" and hangs on "\u0001hang". */
export async function crashingProject() {
  const root = folder();
  // The command is a link into the package, and must lead into this one.
  cpSync(await project(), root, { recursive: true, verbatimSymlinks: true });
  const pkg = join(root, "node_modules", "copydesk");
  const built = process.env.COPYDESK_CRASHING || (await buildCrashing());
  for (const name of ["copydesk.js", "copydesk.d.ts", "copydesk_bg.wasm"]) cpSync(join(built, "wasm", name), join(pkg, "wasm", name));
  await finishGlue(pkg);
  return root;
}

/**
 * Runs a module in a Node process of its own, in `cwd`. `source` is the body of an async function that gets `api`,
 * the package; what it returns comes back. The engine loads once a process, so what loading does needs its own.
 */
export async function inNode(cwd, source, { args = [], env = {}, input = "" } = {}) {
  const program = `import * as api from "copydesk";
    const print = async () => { ${source} };
    const value = await print().catch((error) => ({ threw: error.code ?? error.name, message: error.message }));
    process.stdout.write(JSON.stringify(value ?? null));`;
  const running = exec(process.execPath, [...args, "--input-type=module", "-e", program], { cwd, env: { ...process.env, ...env }, timeout: 60_000, maxBuffer: 1e8 });
  running.child.stdin.end(input);
  const { stdout } = await running;
  return JSON.parse(stdout);
}

export { exec };
