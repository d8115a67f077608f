// Runs before `npm pack` and `npm publish` in pkg/: what goes out must be a release build of these sources, whole.
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isFresh } from "./build.mjs";
import { main, Missing } from "./run.mjs";
import { ROOT } from "./serve.mjs";

await main(async () => {
  if (!(await isFresh())) throw new Missing('pkg/wasm is missing or not the release build of these sources: run "npm run build" first.');
  const version = /^version = "(.+)"$/m.exec(readFileSync(join(ROOT, "Cargo.toml"), "utf8"))[1];
  const manifest = JSON.parse(readFileSync(join(ROOT, "pkg", "package.json"), "utf8"));
  const said = /version = "(.+)"/.exec(readFileSync(join(ROOT, "pkg", "version.js"), "utf8"))[1];
  if (new Set([version, manifest.version, said]).size !== 1) {
    throw new Missing(`the versions differ: Cargo.toml ${version}, pkg/package.json ${manifest.version}, pkg/version.js ${said}.`);
  }
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(join(ROOT, name), join(ROOT, "pkg", name));
});
