// Runs before `npm pack` and `npm publish` in pkg/: what goes out must be a release build of these sources, whole.
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { bundleNode, isFresh } from "./build.mjs";
import { main, Missing } from "./run.mjs";
import { ROOT } from "./serve.mjs";
import { agreedVersion } from "./versions.mjs";

await main(async () => {
  if (!(await isFresh())) throw new Missing('pkg/wasm is missing or not the release build of these sources: run "npm run build" first.');
  agreedVersion(ROOT);
  await bundleNode();
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(join(ROOT, name), join(ROOT, "pkg", name));
});
