// What stands in the page before any script: it must be what the package and the page say now.
import assert from "node:assert/strict";
import { test } from "node:test";
import { committed, prerender } from "../../tools/prerender.mjs";

const REMEDY = "www/index.html or www/samples/ferries.json is stale: run `npm run prerender` and look at what changed";

test("the drawn sample and its analysis are what the package says now", async () => {
  const [now, then] = [await prerender(), committed()];
  assert.deepEqual(JSON.parse(then.sample), JSON.parse(now.sample), REMEDY);
  assert.equal(then.page, now.page, REMEDY);
  assert.match(then.page, /<mark class="quote opens"/);
  assert.doesNotMatch(then.page, / style=/, "the page's policy refuses styles in attributes");
});
