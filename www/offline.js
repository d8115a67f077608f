/** The page kept on this device: the service worker, and what the reader sees of it. */

import { byId } from "./dom.js";
import { t } from "./messages.js";
import { on, state } from "./state.js";

/** A page that the service worker gave is kept already. */
let kept = Boolean(navigator.serviceWorker?.controller);
/** When the article came, on the clock that the browser gives its requests. */
let arrived = 0;

/** What went out, as the browser itself counts it. */
function requests() {
  const all = performance.getEntriesByType("resource").filter(({ name }) => !/^(?:blob|data):/.test(name));
  const outside = all.filter(({ name }) => new URL(name).origin !== location.origin);
  return { all: all.length + 1, outside: outside.length, since: all.filter(({ startTime }) => startTime > arrived).length };
}

function drawState() {
  const off = !navigator.onLine;
  byId("offline").hidden = !off;
  document.documentElement.dataset.offline = kept ? "kept" : "";
  byId("offline-state").textContent = kept ? t.offline.kept : t.offline.notKept;
}

export function drawRequests() {
  const { all, outside, since } = requests();
  const own = state.origin === "sample" ? "" : t.offline.since(since);
  byId("requests").textContent = `${t.offline.requests(all, outside, location.host)} ${own}`;
}

/** A newer version that waits comes in while the reader has not begun; later it would take the text away. */
function takeOver(waiting) {
  navigator.serviceWorker.addEventListener("controllerchange", () => state.origin === "sample" && location.reload(), { once: true });
  waiting.postMessage("take over");
}

async function register() {
  const address = new URL("sw.js", import.meta.url).href;
  // The page's policy lets scripts in by name only; this one knows a single address.
  const policy = globalThis.trustedTypes?.createPolicy("copydesk-offline", { createScriptURL: () => address });
  const registration = await navigator.serviceWorker.register(policy?.createScriptURL("") ?? address);
  if (registration.waiting && navigator.serviceWorker.controller) takeOver(registration.waiting);
  await navigator.serviceWorker.ready;
  kept = true;
  drawState();
}

/** Starts once everything else is there: keeping the files must not hold up the first view. */
export function startOffline(ready) {
  byId("offline").querySelector("span").textContent = t.offline.fine;
  for (const change of ["online", "offline"]) addEventListener(change, drawState);
  on(["text"], () => { arrived = performance.now(); });
  drawState();
  if ("serviceWorker" in navigator) ready.then(register).catch((error) => console.warn(error));
}
