// The package for React: an analysis that follows a text. Importing this file does nothing; on a server nothing is read.
import { useEffect, useState } from "react";
import { enter, read } from "./element/reader.js";

const NOTHING = { text: null, settings: "", analysis: null, error: null };
const IDLE = { analysis: null, error: null, pending: false };

/**
 * Reads `text` off the main thread whenever it or the options change; the newest wins.
 * Options are compared by what is in them, so that they may be written in the call.
 */
export function useAnalysis(text, options) {
  const [done, setDone] = useState(NOTHING);
  const settings = JSON.stringify(options ?? null);
  const wanted = text ?? null;
  useEffect(() => {
    if (wanted === null) return setDone(NOTHING);
    const stop = new AbortController();
    const leave = enter();
    const settle = (result) => stop.signal.aborted || setDone({ ...NOTHING, text: wanted, settings, ...result });
    read(wanted, { ...options, signal: stop.signal }).then((analysis) => settle({ analysis }), (error) => settle({ error }));
    return () => {
      stop.abort();
      leave();
    };
  }, [wanted, settings]);
  if (wanted === null) return IDLE;
  const pending = done.text !== wanted || done.settings !== settings;
  // While a newer text is read, the last analysis is still something to show.
  return { analysis: done.analysis, error: pending ? null : done.error, pending };
}
