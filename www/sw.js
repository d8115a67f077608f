/**
 * Keeps the page itself on the device, so that it opens without a network. Only the files on the list are ever kept: nothing
 * that is pasted is sent, so nothing of it passes here. The tools write the list and its version into the next line.
 */
const BUILD = { version: "", files: [], networkFirst: true };

const home = self.registration.scope;
const ours = `copydesk ${home} `;
const NAME = ours + BUILD.version;

/** A file as it will be given again: an answer that was redirected may not serve a page. */
async function keep(cache, file) {
  const address = new URL(file, home).href;
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  await cache.put(address, answer.redirected ? new Response(await answer.blob(), { headers: answer.headers }) : answer);
}

/** All files or none: a version is kept whole. */
async function keepAll() {
  const cache = await caches.open(NAME);
  await Promise.all(BUILD.files.map((file) => keep(cache, file)));
}

async function dropOld() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(ours) && name !== NAME).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** What is kept for a request; hosts may show a page without its ending. */
async function kept({ url }) {
  const cache = await caches.open(NAME);
  const plain = url.split(/[?#]/, 1)[0];
  return (await cache.match(plain)) ?? (await cache.match(`${plain}.html`));
}

async function answer(request) {
  if (BUILD.networkFirst) return fetch(request).catch(async () => (await kept(request)) ?? Response.error());
  return (await kept(request)) ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(dropOld()));
// The page asks for this when it opens and the reader has not begun yet.
self.addEventListener("message", ({ data }) => data === "take over" && self.skipWaiting());
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(home)) event.respondWith(answer(request));
});
