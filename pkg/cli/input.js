// From an argument to the text of an article.
import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { MAX_LENGTH } from "../check.js";

/** Nothing that holds more bytes can be short enough: UTF-8 takes at most three for a UTF-16 unit. */
const MOST_BYTES = 3 * MAX_LENGTH;
const NO_TEXT = [["%PDF-", "a PDF"], ["PK\x03\x04", "an Office document or ZIP archive"], ["\xd0\xcf\x11\xe0", "an Office document"], ["{\\rtf", "RTF"]];
const REASONS = new Map([["ENOENT", "there is no such file"], ["EISDIR", "it is a folder"], ["EACCES", "it may not be read"], ["ENOSPC", "there is no room left"]]);

const MARKS = new Map([["255,254", "utf-16le"], ["254,255", "utf-16be"]]);
// Node 20 takes "windows-1252" for Latin-1, which has controls where Windows has these.
const WINDOWS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** An input cannot be read; the message says why, without its name. */
export class Unreadable extends Error {}

/** Why the system gave an error, in words. */
export const reasonOf = (error) => REASONS.get(error.code) ?? error.message;

async function collect(stream) {
  const parts = [];
  let length = 0;
  for await (const part of stream) {
    if ((length += part.length) > MOST_BYTES) throw new Unreadable(`it has more than ${MOST_BYTES / 1e6} MB, more than any article`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Text from bytes: by their byte order mark, as UTF-8, or, when they are none, as Windows wrote it before. */
function decode(bytes) {
  const encoding = MARKS.get(bytes.subarray(0, 2).join()) ?? (isUtf8(bytes) ? "utf-8" : null);
  if (encoding) return { text: new TextDecoder(encoding).decode(bytes), guessed: false };
  const text = bytes.toString("latin1").replace(/[\x80-\x9f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80]);
  return { text, guessed: true };
}

/**
 * The text of a file, or of `stdin` for "-". `guessed`: it is no UTF-8 and was read as Windows-1252.
 * @returns {Promise<{ text: string, guessed: boolean }>} rejects with `Unreadable`
 */
export async function readText(path, stdin) {
  let bytes;
  try {
    bytes = await collect(path === "-" ? stdin : createReadStream(path));
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(reasonOf(error));
  }
  const [, kind] = NO_TEXT.find(([start]) => bytes.toString("latin1", 0, start.length) === start) ?? [];
  if (kind) throw new Unreadable(`it is ${kind}; save its text first`);
  return decode(bytes);
}
