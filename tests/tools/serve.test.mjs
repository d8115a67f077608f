// The static server: what it gives, with which headers, and what it never gives.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { CSP, serve } from "../../tools/serve.mjs";

let root;
let server;

before(async () => {
  root = mkdtempSync(join(tmpdir(), "copydesk-serve-"));
  mkdirSync(join(root, "www", "deep"), { recursive: true });
  mkdirSync(join(root, "pkg"));
  writeFileSync(join(root, "secret.txt"), "classified");
  writeFileSync(join(root, "www", "index.html"), "<p>home");
  writeFileSync(join(root, "www", "deep", "index.html"), "<p>deep");
  writeFileSync(join(root, "www", "a b.txt"), "spaced");
  for (const name of ["worker.js", "engine.wasm", "style.css"]) writeFileSync(join(root, "pkg", name), "x");
  symlinkSync(join(root, "secret.txt"), join(root, "www", "link.txt"));
  server = await serve({ mounts: { "/": join(root, "www"), "/pkg/": join(root, "pkg") } });
});
after(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

/** Asks for a path as it stands: `fetch` would tidy it first. */
function ask(path, method = "GET") {
  return new Promise((done, fail) => {
    let answer = "";
    const socket = connect(server.port, "127.0.0.1", () => socket.write(`${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`));
    socket.on("data", (part) => (answer += part)).on("end", () => {
      const [head, ...body] = answer.split("\r\n\r\n");
      done({ status: Number(head.split(" ")[1]), head, body: body.join("\r\n\r\n") });
    });
    socket.on("error", fail);
  });
}

test("folders have their index, files their names", async () => {
  assert.match((await ask("/")).body, /home/);
  assert.match((await ask("/deep/")).body, /deep/);
  assert.match((await ask("/a%20b.txt?x#y")).body, /spaced/);
});

test("each kind of file has its type", async () => {
  for (const [path, type] of [["/pkg/engine.wasm", "application/wasm"], ["/pkg/worker.js", "text/javascript"], ["/pkg/style.css", "text/css"], ["/", "text/html"]]) {
    assert.match((await ask(path)).head, new RegExp(`Content-Type: ${type}`), path);
  }
});

test("every answer has the policy, a worker's file and a fault too", async () => {
  for (const path of ["/", "/pkg/worker.js", "/nothing"]) assert.ok((await ask(path)).head.includes(`Content-Security-Policy: ${CSP}`), path);
  assert.match(CSP, /connect-src 'self'/);
  assert.doesNotMatch(CSP, /'unsafe-inline'|'unsafe-eval'|\*/);
});

test("nothing outside the folders is given", async () => {
  const paths = ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/pkg/../../secret.txt", "/pkg/%2e%2e/%2e%2e/secret.txt", "/..\\secret.txt", "//../secret.txt", "/link.txt", "/%00", "/%ff", "/%"];
  for (const path of paths) {
    const { status, body } = await ask(path);
    assert.equal(status, 404, path);
    assert.ok(!body.includes("classified"), path);
  }
});

test("only GET and HEAD are answered", async () => {
  assert.equal((await ask("/", "POST")).status, 405);
  const { status, body } = await ask("/", "HEAD");
  assert.deepEqual([status, body], [200, ""]);
});

test("a taken port is passed over", async () => {
  const other = await serve({ port: server.port, mounts: { "/": root } });
  assert.notEqual(other.port, server.port);
  await other.close();
});
