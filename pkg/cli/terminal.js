// What a terminal shows: colours where they are wanted, the width of words, and nothing of an article that commands it.

const STYLES = { bold: [1, 22], dim: [2, 22], red: [31, 39], yellow: [33, 39], cyan: [36, 39] };
// Line ends and tabs of data stay; a carriage return alone would write over the line.
const COMMANDS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]|\r(?!\n)/g;
const WIDE = /^(?:\p{Emoji_Presentation}|.*\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}])/u;
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

const graphemes = new Intl.Segmenter("en");

function shown(sign) {
  const code = sign.codePointAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}

/** Words with every sign made visible that a terminal would obey, or that would turn the order of what is shown. */
export const tame = (words) => words.replace(COMMANDS, shown);

/** Whether to colour. As Node itself has it: FORCE_COLOR goes before NO_COLOR, both before what the terminal is. */
export function wantsColour(stream, env) {
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return !env.NO_COLOR && env.TERM !== "dumb" && Boolean(stream.isTTY);
}

/** A function for each style, which does nothing without colours. */
export const painter = (coloured) => Object.fromEntries(Object.entries(STYLES).map(([name, [on, off]]) =>
  [name, (words) => (coloured && words !== "" ? `\x1b[${on}m${words}\x1b[${off}m` : words)]));

const widthOf = (grapheme) => (NO_WIDTH.test(grapheme) ? 0 : WIDE.test(grapheme) ? 2 : 1);

/** [grapheme, columns] of tame words. */
function* measuredGraphemes(words) {
  for (const { segment } of graphemes.segment(words)) yield [segment, widthOf(segment)];
}

/** Columns that tame words take. */
export function width(words) {
  if (/^[\x20-\x7e]*$/.test(words)) return words.length;
  let sum = 0;
  for (const [, columns] of measuredGraphemes(words)) sum += columns;
  return sum;
}

/** The words cut to some columns, with an ellipsis when they were longer. */
export function clip(words, most) {
  if (width(words) <= most) return words;
  let kept = "";
  let sum = 1;
  for (const [grapheme, columns] of measuredGraphemes(words)) {
    if ((sum += columns) > most) break;
    kept += grapheme;
  }
  return `${kept}…`;
}

export const pad = (words, columns) => words + " ".repeat(Math.max(0, columns - width(words)));

/** A word in pieces of at most some columns. */
function pieces(word, most) {
  if (width(word) <= most) return [word];
  const all = [""];
  let sum = 0;
  for (const [grapheme, columns] of measuredGraphemes(word)) {
    if ((sum += columns) > most) {
      all.push("");
      sum = columns;
    }
    all[all.length - 1] += grapheme;
  }
  return all;
}

/** Words on lines of at most some columns. */
export function wrap(words, most) {
  const lines = [];
  let line = "";
  let taken = 0;
  for (const piece of words.split(" ").flatMap((word) => pieces(word, most))) {
    const columns = width(piece);
    if (line !== "" && taken + 1 + columns > most) {
      lines.push(line);
      line = "";
    }
    taken = line === "" ? columns : taken + 1 + columns;
    line = line === "" ? piece : `${line} ${piece}`;
  }
  return [...lines, line];
}
