// Makes a release ready: version, changelog, build, tests, what the two packages hold. It publishes nothing and commits nothing.
// usage: npm run release -- VERSION
import { join } from "node:path";
import { main, must } from "./run.mjs";
import { ROOT } from "./serve.mjs";
import { raise, refuseDirty } from "./versions.mjs";

/** Runs one step in sight. */
async function step(what, program, ...args) {
  console.log(`copydesk: ${what}`);
  return must(program, args, { show: true });
}

/** What `npm pack` would send, a line each. */
async function contents() {
  const output = await must("npm", ["pack", "--dry-run", "--json", "--silent"], { cwd: join(ROOT, "pkg") });
  const [{ files, size, unpackedSize }] = [JSON.parse(output)].flat();
  const kB = (bytes) => `${(bytes / 1000).toFixed(1).padStart(8)} kB`;
  return [...files.map(({ path, size: own }) => `${kB(own)}  ${path}`), `${kB(unpackedSize)}  in all, ${kB(size).trim()} packed`].join("\n");
}

await main(async () => {
  const version = process.argv[2];
  refuseDirty(ROOT);
  raise(ROOT, version, new Date().toISOString().slice(0, 10));
  try {
    const node = process.execPath;
    await step("building", node, join("tools", "build.mjs"));
    await step("drawing the sample anew", node, join("tools", "prerender.mjs"));
    await step("testing", node, join("tools", "test.mjs"));
    await step("packing the crate", "cargo", "publish", "--dry-run", "--allow-dirty");
  } catch (error) {
    console.error('copydesk: the files hold the new version; "git restore ." takes it back.');
    throw error;
  }
  console.log(await contents());
  console.log(`copydesk: ${version} is ready. Look at "git diff", then:
  git commit -am "Version ${version}" && git tag -s v${version} && git push --follow-tags
The tag starts .github/workflows/release.yml, which builds again and publishes with provenance.`);
});
