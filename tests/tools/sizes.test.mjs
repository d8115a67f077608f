// The reader of a module's sections, on a module made by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sections } from "../../tools/sizes.mjs";

test("every byte behind the head lies in a section with its name", () => {
  const note = [0, 6, 4, ...Buffer.from("note"), 7];
  const memory = [5, 3, 1, 0, 1];
  const data = [11, 0x83, 0x02, ...new Array(259).fill(0)];
  const found = sections(Buffer.from([0, 97, 115, 109, 1, 0, 0, 0, ...note, ...memory, ...data]));
  assert.deepEqual(found.map(([name, bytes]) => [name, bytes.length]), [["custom: note", note.length], ["memory", memory.length], ["data", data.length]]);
});
