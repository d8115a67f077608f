// What the tests of bundlers and runtimes share: a project that has the package and React, and programs run in it.
import { cpSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../tools/serve.mjs";
import { setUpMatrix } from "../../tools/setup.mjs";
import { exec, folder, project } from "./scratch.mjs";

/** The folder with bundlers and runtimes; null where they could not be installed. `npm test` installs them before all files. */
export const matrix = process.env.COPYDESK_MATRIX === undefined ? await setUpMatrix() : process.env.COPYDESK_MATRIX || null;

/** For a test's `skip`: false, or the reason why something of the matrix is not here. */
export const without = (...names) => {
  if (!matrix) return "bundlers and runtimes could not be installed (no network?)";
  const missing = names.find((name) => !existsSync(join(matrix, "node_modules", name)));
  return missing ? `${missing} could not be installed` : false;
};

/** The path of a program of the matrix. */
export const program = (name) => join(matrix, "node_modules", ".bin", name);

/** A project of its own with the package, packages of the workspace that it names, and files by name. */
export async function projectWith(files, packages = []) {
  const root = folder();
  cpSync(await project(), root, { recursive: true });
  for (const name of packages) cpSync(join(ROOT, "node_modules", name), join(root, "node_modules", name), { recursive: true });
  for (const [name, source] of Object.entries(files)) writeFileSync(join(root, name), source);
  return root;
}

/** Runs a module that may import what the matrix has. */
export async function inMatrix(source) {
  const { stdout } = await exec(process.execPath, ["--input-type=module", "-e", source], { cwd: matrix, timeout: 120_000, maxBuffer: 1e7 });
  return stdout;
}
