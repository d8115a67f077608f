// Reads an article in a worker, tells how far it is, and gives up after ten seconds.
// usage: node worker.mjs FILE
import { readFileSync } from "node:fs";
import { createAnalyzer } from "copydesk";

const text = readFileSync(process.argv[2], "utf8");
const analyzer = await createAnalyzer();
try {
  const { speakers } = await analyzer.analyze(text, {
    signal: AbortSignal.timeout(10_000),
    onProgress: (done) => console.error(`${Math.round(done * 100)} %`),
  });
  for (const { name, quotes, words } of speakers) console.log(`${name}: ${quotes.length} quotes, ${words} words in quotation marks`);
} catch (error) {
  // "aborted" when it took too long, "too-long", "engine-crashed": the message is a sentence for people.
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
} finally {
  analyzer.terminate();
}
