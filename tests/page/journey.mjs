// What page tests share: one server and one browser, a paste as the clipboard would do it, articles written for the tests.
import assert from "node:assert/strict";
import { test } from "node:test";
import { launch, open } from "../../tools/browser.mjs";
import { serve } from "../../tools/serve.mjs";
import { pack } from "../../www/link.js";

/** Starts server and browser; `visit` opens the page and waits until it has an answer. */
export async function start(serving = {}) {
  const server = await serve(serving);
  const browser = await launch();
  return {
    url: server.url,
    server,
    async visit(options = {}, path = "") {
      // Keeping the page for later would load every file twice and disturb what is measured; who tests that allows it.
      const visit = await open(browser, server.url + path, { viewport: { width: 1280, height: 800 }, serviceWorkers: "block", ...options });
      if (options.settle !== false) {
        await whole(visit.page);
      }
      return visit;
    },
    async stop() {
      await browser.close();
      await server.close();
    },
  };
}

/** Makes tests that run with a page of their own; at the end nothing may have gone wrong in it or left the origin. */
export const pages = (desk) => (name, options, act) => test(name, async () => {
  const { page, context, problems } = await desk().visit(options);
  await act(page, context);
  assert.deepEqual(problems, []);
  await context.close();
});

/** The analysis that the page shows and exports, with the reader's corrections in it. */
export const analysed = (page) => page.evaluate(async () => (await import(new URL("state.js", document.querySelector("script[src$='main.js']").src))).state.analysis);

/** Waits until the page has finished with the text it was given, and drawn it to its end. */
export const settled = (page, phase = "done") =>
  page.waitForFunction(
    (wanted) => document.documentElement.dataset.phase === wanted && document.querySelector("#article").ariaBusy !== "true",
    phase,
    { timeout: 20_000 },
  );

/** Waits as well for what comes after the first view: the engine, which the sample does without, and the late parts. */
export async function whole(page) {
  await settled(page);
  await page.waitForFunction(() => document.documentElement.dataset.engine === "ready");
  await page.evaluate(async () => (await import(new URL("later.js", document.querySelector("script[src$='main.js']").src))).loadLate());
}

/** Pastes outside every field, as Ctrl+V would. */
export async function paste(page, text, html = null, phase = "done") {
  const before = await page.evaluate(() => document.documentElement.dataset.turn);
  await page.evaluate(([plain, markup]) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", plain);
    if (markup !== null) clipboardData.setData("text/html", markup);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, [text, html]);
  await page.waitForFunction((turn) => document.documentElement.dataset.turn !== turn, before);
  await settled(page, phase);
}

/** Opens the link of an article in the page, as following it would. */
export async function arrive(page, text, view = "") {
  const hash = await pack(text, view);
  await page.evaluate((to) => { location.hash = to; }, hash);
  await page.waitForFunction(() => document.querySelector("#origin").textContent === "Article from a link");
  await settled(page);
}

/** Text of the panel that is showing, after choosing its tab. */
export async function panel(page, name) {
  await page.getByRole("tab", { name }).click();
  return page.locator("#panel").innerText();
}

export const orchard = `Village votes to keep its last orchard

2 May 2033

By Nora Fielding

The council of Ambleford voted on Monday to buy the last orchard in the village for 1.2 million crowns, ending a dispute that had divided neighbours for six years and twice reached the regional court in Sallow Bridge.

"These trees were here before the road," said Councillor Edith Varrow. "We are only giving them back their fence."

Varrow said the village would open the orchard to schools in September.

The developer, Brightwell Homes, had planned 48 houses on the land. Its spokesman, Colm Tarrant, called the vote "a gift to nostalgia" and said the company would study the decision.

"Nobody here can afford a house, and nobody asked us," said Jun Averill, who rents a room above the bakery. She said she had written to the council three times since 2031.

The orchard was planted in 1902. Work on the fence begins next week.
`;

/** A second paper's account of what the sample tells: some names, one quote and one source are the same. */
export const tides = `Island left without a night boat

15 March 2031

By Ruben Falk

Greyling Island lost its night ferry on Friday when Transport Minister Helen Ashdown stopped all crossings after dark. The decision followed the second grounding of the Kestrel within four weeks and came as a surprise to the harbour staff, who learned of it from a notice on the door.

"Nobody should have to wonder whether the last boat home will arrive," Ashdown said. "I will not sign for another winter like this one."

Norvane Lines said it would refund every ticket. Its chief executive, Tobias Renn, said the order was a blow.

"We have seen tides like these before," said Orla Quist, who kept the island's lighthouse for thirty years. "The sand moves, and then it moves back."

The islanders meet on Sunday. The council of Port Marrow has offered beds to nurses who cannot get home.
`;

/** Sets the speaker of the first quote of the panel to someone the article names. */
export async function correct(page, name = "Tobias Renn") {
  await page.locator("#panel").getByRole("button", { name: "Wrong speaker?" }).first().click();
  await page.locator("#panel .reassign select").selectOption({ label: name });
  await page.locator("#panel .reassign").getByRole("button", { name: "Set" }).click();
}

/** Opens the comparison and gives it a second article. */
export async function compareWith(page, text) {
  await page.getByRole("button", { name: "Compare" }).click();
  await page.locator("#second-text").fill(text);
  await page.locator(".compare-gist").waitFor();
}

export const words = (n) => Array.from({ length: n }, (_, i) => (i % 12 === 11 ? "tree." : "green")).join(" ");

/** A long article: the same village, many meetings. */
export const longArticle = (bytes) => {
  let text = "Minutes of a long year in Ambleford\n\n";
  for (let n = 1; text.length < bytes; n++) {
    text += `At meeting ${n} Councillor Edith Varrow said the hedge between plot ${n} and the lane, which nobody had trimmed since the autumn of 2029 and which now hid the signpost from drivers coming down from Sallow Bridge, would be cut. "Number ${n} is the last one," she said. Colm Tarrant of Brightwell Homes said the company "had no view on hedge ${n}."\n\n`;
  }
  return text;
};

/** Letters that hardly pack: links of them are about as long as they are. The same ones every time. */
export function noise(length) {
  let seed = 1;
  const next = () => (seed = (seed * 48_271) % 2_147_483_647);
  return Array.from({ length }, (_, i) => (i % 9 === 8 ? " " : String.fromCharCode(97 + (next() % 26)))).join("");
}
