/**
 * An article as the fragment of an address, and back:
 * `#a1=LENGTH.CHECKSUM.DATA&v=VIEW`, where DATA is base64url(deflate-raw(UTF-8)), LENGTH its number of characters and CHECKSUM
 * the CRC-32 of the UTF-8. Browsers never send a fragment to a server.
 */

/** No text is packed or unpacked beyond this many bytes of UTF-8, whatever a link claims. */
const CAP = 2 * 1024 * 1024;
const PARTS = /^#a1=(\d{1,8})\.([0-9a-f]{8})\.([\w-]*)/;
const CHUNK = 8192;

/** Whether this browser can make and read links. */
export function canLink() {
  try {
    return Boolean(new CompressionStream("deflate-raw") && new DecompressionStream("deflate-raw"));
  } catch {
    return false;
  }
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** CRC-32 as in zip files, in hexadecimal. */
function checksum(bytes) {
  let crc = -1;
  for (const byte of bytes) crc = (crc >>> 8) ^ CRC[(crc ^ byte) & 255];
  return ((crc ^ -1) >>> 0).toString(16).padStart(8, "0");
}

/** The bytes that come out of a stream; null when there are more than the cap. */
async function through(bytes, stream) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks = [];
  let length = 0;
  for (let { value, done } = await reader.read(); !done; { value, done } = await reader.read()) {
    length += value.length;
    if (length > CAP) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function toBase64(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return btoa(parts.join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

const fromBase64 = (data) => Uint8Array.from(atob(data.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));

/** The fragment for a text; null when the text is too long for any link. */
export async function pack(text, view = "") {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > CAP) return null;
  const data = toBase64(await through(bytes, new CompressionStream("deflate-raw")));
  return `#a1=${data.length}.${checksum(bytes)}.${data}${view && `&v=${view}`}`;
}

/** The `{ text, view }` of a fragment, or `{ problem }`: cut (with `got` and `of`), damaged, too-large. */
export async function unpack(hash) {
  const [, length, sum, data] = PARTS.exec(hash) ?? [];
  if (data === undefined) return { problem: "damaged" };
  const of = Number(length);
  if (data.length < of) return { problem: "cut", got: data.length, of };
  if (of > CAP * 2) return { problem: "too-large" };
  try {
    const bytes = await through(fromBase64(data.slice(0, of)), new DecompressionStream("deflate-raw"));
    if (bytes === null) return { problem: "too-large" };
    if (checksum(bytes) !== sum) return { problem: "damaged" };
    return { text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), view: /&v=([\w.-]*)/.exec(hash)?.[1] ?? "" };
  } catch {
    return { problem: "damaged" };
  }
}

const PANELS = { q: "quotes", n: "names", r: "readability", t: "timeline" };
const LAYERS = { q: "quotes", n: "names", d: "dates", r: "reading" };
const CHOICES = { e: "entity", q: "quote", d: "date", o: "other", s: "sentence", b: "block" };
const letterOf = (letters, name) => Object.keys(letters).find((letter) => letters[letter] === name) ?? "";

/** How the article is looked at, as a short key: panel, layers, what is chosen, day of publication set by hand. */
export function packView({ panel, layers, selection, published }) {
  const shown = Object.keys(LAYERS).filter((letter) => layers[LAYERS[letter]]).join("");
  const chosen = selection ? letterOf(CHOICES, selection.kind) + selection.id : "";
  // No mark at the end: whatever turns words into links would leave it out.
  return [letterOf(PANELS, panel), shown, chosen, published ?? ""].join(".").replace(/\.+$/, "");
}

/** What such a key says; nothing for what is missing or makes no sense. */
export function unpackView(key) {
  const [, panel, shown = "", kind, id, published] = /^([qnrt])(?:\.([qndr]*))?(?:\.(?:([eqdosb])(\d{1,6}))?)?(?:\.(\d{4}-\d\d-\d\d))?$/.exec(key) ?? [];
  if (panel === undefined) return {};
  return {
    panel: PANELS[panel],
    layers: Object.fromEntries(Object.entries(LAYERS).map(([letter, layer]) => [layer, shown.includes(letter)])),
    ...(kind && { selection: { kind: CHOICES[kind], id: Number(id) } }),
    ...(published && { published }),
  };
}
