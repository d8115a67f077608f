// How far a batch is, on a terminal; nothing elsewhere.

const EVERY_MS = 100;
const CLEAR = "\r\x1b[K";
const CELLS = 20;

/** Draws nothing where nobody looks, or where what is drawn would run into data on the same terminal. */
export function createProgress({ stderr, stdout, env }, totalBytes) {
  if (!stderr.isTTY || stdout.isTTY || env.TERM === "dumb") return { tell() {}, clear() {} };
  const start = performance.now();
  let last = 0;
  let drawn = false;

  function bar(bytes) {
    if (!totalBytes) return "";
    const share = Math.min(1, bytes / totalBytes);
    const full = Math.round(share * CELLS);
    return `${"█".repeat(full)}${"░".repeat(CELLS - full)} ${Math.floor(share * 100)} %  `;
  }

  return {
    /** @param {{ done: number, bad: number, bytes: number }} state lines written, bad ones among them, bytes read */
    tell({ done, bad, bytes }) {
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      drawn = true;
      const rate = Math.round((done * 1000) / (now - start));
      stderr.write(`${CLEAR}${bar(bytes)}${done.toLocaleString("en-US")} articles, ${rate.toLocaleString("en-US")} a second${bad > 0 ? `, ${bad} bad` : ""}`);
    },
    /** Takes the bar away, for something else to be written in its place. */
    clear() {
      if (drawn) stderr.write(CLEAR);
      drawn = false;
    },
  };
}
