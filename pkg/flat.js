// Builds plain objects from the flat form in which the engine sends an analysis; src/wire/flat.rs describes it.

/** Records that come by the thousand, made at once: many times as fast as key by key. Others are made key by key. */
const MAKERS = new Map(Object.entries({
  "start,end": (read) => ({ start: read(), end: read() }),
  "id,span,entity,form,rule": (read) => ({ id: read(), span: read(), entity: read(), form: read(), rule: read() }),
  "span,sentence,pos,word,syllables": (read) => ({ span: read(), sentence: read(), pos: read(), word: read(), syllables: read() }),
}));

const maker = (keys) => (read) => {
  const record = {};
  for (const key of keys) record[key] = read();
  return record;
};

/**
 * @param {Uint32Array} words tables and values
 * @param {string} text every different string, one after another
 */
export function unflatten(words, text) {
  let at = 0;
  const strings = new Array(words[at++]);
  for (let i = 0, from = 0; i < strings.length; i++) strings[i] = text.slice(from, (from = words[at++]));
  const makers = new Array(words[at++]);
  for (let i = 0; i < makers.length; i++) {
    const keys = Array.from({ length: words[at++] }, () => strings[words[at++]]);
    makers[i] = MAKERS.get(keys.join()) ?? maker(keys);
  }
  const double = new Float64Array(1);
  const halves = new Uint32Array(double.buffer);

  function read() {
    const word = words[at++];
    switch (word & 15) {
      case 0:
        return word >>> 4;
      case 1:
        return words[at++];
      case 2:
        halves[0] = words[at++];
        halves[1] = words[at++];
        return double[0];
      case 3:
        return strings[word >>> 4];
      case 4:
        return makers[word >>> 4](read);
      case 5: {
        const row = new Array(word >>> 4);
        for (let i = 0; i < row.length; i++) row[i] = read();
        return row;
      }
      case 6:
        return null;
      default:
        return (word & 15) === 8;
    }
  }
  return read();
}
