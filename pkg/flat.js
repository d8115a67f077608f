// Builds plain objects from the flat form in which the engine sends an analysis; src/wire/flat.rs describes it.

/** Records that come by the thousand, made at once: many times as fast and half as large as key by key. Others are made key by key. */
const MAKERS = new Map([
  (read) => ({ start: read(), end: read() }),
  (read) => ({ span: read(), kind: read(), prose: read(), rule: read() }),
  (read) => ({ span: read(), block: read(), prose: read(), words: read(), syllables: read(), letters: read(), polysyllables: read(), grade: read(), difficulty: read() }),
  (read) => ({ span: read(), sentence: read(), kind: read(), rule: read(), note: read(), suggestion: read(), insideQuote: read() }),
  (read) => ({ id: read(), kind: read(), name: read(), aliases: read(), role: read(), mentions: read(), salience: read() }),
  (read) => ({ id: read(), span: read(), entity: read(), form: read(), rule: read() }),
  (read) => ({ span: read(), value: read(), precision: read(), basis: read(), rule: read() }),
  (read) => ({ id: read(), span: read(), parts: read(), kind: read(), group: read(), speaker: read(), cue: read() }),
  (read) => ({ mention: read(), entity: read(), name: read(), anonymous: read(), via: read(), confidence: read(), rule: read() }),
  (read) => ({ span: read(), name: read(), entity: read() }),
  (read) => ({ span: read(), lemma: read() }),
  (read) => ({ entity: read(), name: read(), anonymous: read(), quotes: read(), words: read(), cues: read() }),
  (read) => ({ lemma: read(), count: read() }),
  (read) => ({ span: read(), sentence: read(), pos: read(), word: read(), syllables: read() }),
].map((make) => [Object.keys(make(() => null)).join(), make]));

const maker = (keys) => (read) => {
  const record = {};
  for (const key of keys) record[key] = read();
  return record;
};

/** How long the objects of a long text may keep the caller's thread from anything else. */
const SLICE_MS = 8;

/**
 * Reads the tables and returns what reads the values before them.
 * @param {Uint32Array} words values and tables
 * @param {string} text every different string, one after another
 */
function open(words, text) {
  let at = words[0];
  const strings = new Array(words[at++]);
  for (let i = 0, from = 0; i < strings.length; i++) strings[i] = text.slice(from, (from = words[at++]));
  const shapes = new Array(words[at++]);
  for (let i = 0; i < shapes.length; i++) shapes[i] = strings[words[at++]];
  const makers = shapes.map((keys) => MAKERS.get(keys) ?? maker(keys.split(",")));
  at = 1;
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
  /** Steps into the list that comes next and returns its length; null when something else comes. */
  const enter = () => ((words[at] & 15) === 5 ? words[at++] >>> 4 : null);
  /** Steps into the record that comes next and returns its keys. */
  const enterRecord = () => shapes[words[at++] >>> 4].split(",");
  return { read, enter, enterRecord };
}

/** @param {Uint32Array} words @param {string} text */
export const unflatten = (words, text) => open(words, text).read();

/** The same with a pause wherever the thread has been held for some milliseconds. */
export async function unflattenInSlices(words, text) {
  const { read, enter, enterRecord } = open(words, text);
  const analysis = {};
  let until = performance.now() + SLICE_MS;
  for (const key of enterRecord()) {
    const length = enter();
    if (length === null) {
      analysis[key] = read();
      continue;
    }
    const row = (analysis[key] = new Array(length));
    for (let i = 0; i < length; i++) {
      row[i] = read();
      if (i % 32 === 0 && performance.now() > until) {
        await new Promise((done) => setTimeout(done));
        until = performance.now() + SLICE_MS;
      }
    }
  }
  return analysis;
}
