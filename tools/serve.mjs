// Serves www/ at / and pkg/ at /pkg/ on localhost, with the headers that keep a pasted text on the device.
// usage: node tools/serve.mjs [PORT]      (default 4173, the next free one when it is taken)
import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { serviceWorker, siteFiles } from "./offline.mjs";

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");

// Sent with every file: a worker loaded from the network obeys its own headers, not those of its page.
export const CSP = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "img-src 'self' data:",
  "font-src 'self'",
  "manifest-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types copydesk copydesk-inert copydesk-offline",
].join("; ");

/** The same in the page itself, for hosts that send no headers; who may frame it can be told by a header only. */
export const META_CSP = CSP.replace(" frame-ancestors 'none';", "");

export const HEADERS = {
  "Content-Security-Policy": CSP,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "no-cache",
};

const MIME = new Map([
  [".html", "text/html; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".mjs", "text/javascript; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".webmanifest", "application/manifest+json; charset=utf-8"],
  [".wasm", "application/wasm"],
  [".svg", "image/svg+xml; charset=utf-8"],
  [".png", "image/png"],
  [".ico", "image/x-icon"],
  [".woff2", "font/woff2"],
  [".txt", "text/plain; charset=utf-8"],
  [".md", "text/markdown; charset=utf-8"],
  [".map", "application/json; charset=utf-8"],
]);

/** The folder that answers a path: the longest mount that begins it. */
function mounted(mounts, path) {
  const [prefix, folder] = [...mounts].filter(([prefix]) => path.startsWith(prefix)).sort((a, b) => b[0].length - a[0].length)[0] ?? [];
  return folder === undefined ? null : { folder: resolve(folder), rest: path.slice(prefix.length) };
}

/** The file a URL path names, or null. Links are followed, but never out of the mounted folder. */
async function locate(mounts, urlPath) {
  let path;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  const place = path.includes("\0") ? null : mounted(mounts, path);
  if (!place) return null;
  try {
    const base = await realpath(place.folder);
    let file = await realpath(join(base, place.rest));
    if ((await stat(file)).isDirectory()) file = await realpath(join(file, "index.html"));
    const info = await stat(file);
    return file.startsWith(base + sep) && info.isFile() ? { file, size: info.size } : null;
  } catch {
    return null;
  }
}

function listen(server, port, host) {
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, host, () => {
      server.off("error", fail);
      done();
    });
  });
}

/** Listens on the first free port from `port` on; port 0 takes any. */
async function listenSomewhere(server, port, host) {
  for (let tried = 0; ; tried++) {
    try {
      return await listen(server, port === 0 ? 0 : port + tried, host);
    } catch (error) {
      if (error.code !== "EADDRINUSE" || tried === 20) throw error;
    }
  }
}

/**
 * Starts the server.
 * @param {object} [options]
 * @param {number} [options.port] first port tried; 0 for any. Default 0.
 * @param {Record<string, string>} [options.mounts] URL prefix → folder. Default `/` → www, `/pkg/` → pkg.
 * @param {Record<string, string>} [options.headers] added to, or replacing, the usual ones; an empty value removes one.
 * @param {(path: string) => {status?: number, headers?: object, body?: string | Buffer} | undefined} [options.intercept]
 *   answers instead of the file; tests use it to serve faults.
 * @returns {Promise<{url: string, port: number, requests: string[], close(): Promise<void>}>} `url` ends with a slash.
 */
export async function serve({ port = 0, host = "127.0.0.1", mounts, headers = {}, intercept } = {}) {
  const folders = new Map(Object.entries(mounts ?? { "/": join(ROOT, "www"), "/pkg/": join(ROOT, "pkg") }));
  const always = Object.fromEntries(Object.entries({ ...HEADERS, ...headers }).filter(([, value]) => value !== ""));
  const requests = [];
  const server = createServer(async (request, response) => {
    // Not parsed as a URL: that would resolve ".." before it can be refused.
    const path = (request.url ?? "/").split(/[?#]/, 1)[0];
    requests.push(path);
    const answer = intercept?.(path) ?? (path === "/sw.js" && !mounts ? { body: serviceWorker(ROOT, siteFiles(ROOT), true) } : undefined);
    if (answer) {
      const type = MIME.get(extname(path)) ?? "text/html; charset=utf-8";
      response.writeHead(answer.status ?? 200, { "Content-Type": type, ...always, ...answer.headers });
      return void response.end(answer.body ?? "");
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { ...always, Allow: "GET, HEAD", "Content-Type": "text/plain" });
      return void response.end("Only GET and HEAD.\n");
    }
    const found = await locate(folders, path);
    if (!found) {
      response.writeHead(404, { ...always, "Content-Type": "text/plain; charset=utf-8" });
      return void response.end(`Nothing at ${path}\n`);
    }
    const type = MIME.get(extname(found.file)) ?? "application/octet-stream";
    response.writeHead(200, { ...always, "Content-Type": type, "Content-Length": found.size });
    if (request.method === "HEAD") return void response.end();
    createReadStream(found.file).on("error", () => response.destroy()).pipe(response);
  });
  await listenSomewhere(server, port, host);
  const actual = server.address().port;
  return {
    url: `http://localhost:${actual}/`,
    port: actual,
    requests,
    close: () => new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { url } = await serve({ port: Number(process.argv[2] ?? 4173) });
  console.log(`Copydesk is at ${url}  (Ctrl+C stops it)`);
}
