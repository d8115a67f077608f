// Lines of a stream, and work on them in order, with a bound on everything that is held.

const LINE_FEED = 10;

/**
 * Lines of a byte stream as { number, bytes, end }, counted from 1; `end` is how many bytes have been read with it.
 * `bytes` is null for a line of more than `most` bytes, which is passed over without being held.
 */
export async function* linesOf(stream, most) {
  let number = 0;
  let end = 0;
  let parts = [];
  let length = 0;
  const add = (part) => {
    end += part.length;
    length += part.length;
    if (length <= most) parts.push(part);
    else parts = [];
  };
  const finish = () => {
    // A copy of its own, for the bytes are handed to another thread.
    const bytes = length <= most ? new Uint8Array(length) : null;
    for (let i = 0, at = 0; bytes && i < parts.length; at += parts[i++].length) bytes.set(parts[i], at);
    parts = [];
    length = 0;
    return { number: ++number, bytes, end };
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let to; (to = chunk.indexOf(LINE_FEED, from)) >= 0; from = to + 1) {
      add(chunk.subarray(from, to));
      end++;
      yield finish();
    }
    add(chunk.subarray(from));
  }
  if (length > 0) yield finish();
}

/**
 * The results of `work` on every item, objects, in order. At most `most` items are read and not yet passed on: a slow reader
 * of the results thereby stops the reading of items. Ends early when `signal` aborts.
 */
export async function* inOrder(items, work, most, signal) {
  const iterator = items[Symbol.asyncIterator]();
  /** Items read and not yet passed on, in order, as { result? }. */
  const waiting = [];
  let wake = () => {};
  let ended = false;
  let failure = null;

  function fail(error) {
    failure ??= error;
    ended = true;
    wake();
  }

  function take({ done, value }) {
    ended ||= done;
    if (!done) {
      const slot = {};
      waiting.push(slot);
      work(value).then((result) => {
        slot.result = result;
        wake();
      }, fail);
      read();
    }
    wake();
  }

  let reading = false;
  function read() {
    if (reading || ended || waiting.length >= most) return;
    reading = true;
    iterator.next().finally(() => (reading = false)).then(take, fail);
  }

  const stop = () => wake();
  signal.addEventListener("abort", stop, { once: true });
  try {
    while (!signal.aborted) {
      read();
      if (waiting[0]?.result) yield waiting.shift().result;
      else if (ended && (failure || waiting.length === 0)) break;
      else await new Promise((done) => (wake = done));
    }
  } finally {
    signal.removeEventListener("abort", stop);
  }
  if (failure && !signal.aborted) throw failure;
}
