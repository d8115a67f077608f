// `npm start`: sets up what is missing, builds, and serves the page.
// usage: npm start [-- PORT]
import { build } from "./build.mjs";
import { main, Missing } from "./run.mjs";
import { serve } from "./serve.mjs";
import { setUpBuild } from "./setup.mjs";

await main(async () => {
  const port = Number(process.argv[2] ?? process.env.PORT ?? 4173);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Missing(`${process.argv[2] ?? process.env.PORT} is no port.`);
  await setUpBuild();
  await build();
  const { url } = await serve({ port });
  console.log(`Copydesk is at ${url}  (Ctrl+C stops it)`);
});
