// The package's functions, once for every platform. A platform says where its engine is and how it starts workers.
import { createAnalyzer } from "./analyzer.js";
import { checkCall, checkCounts, checkWord } from "./check.js";
import * as engine from "./engine.js";
import { compile, compileSync, unloaded } from "./source.js";

/**
 * @param {object} platform
 * @param {() => (URL | BufferSource)} platform.wasm where the engine is when the caller does not say
 * @param {(source: URL | string) => Promise<Response | BufferSource>} platform.fetchBytes
 * @param {(place: true | URL | object) => Promise<object>} platform.hire starts a worker
 * @param {boolean} platform.lazy whether the engine may load itself at once on first use
 */
export function createApi(platform) {
  /** @type {Promise<void> | null} */
  let starting = null;

  async function load(source) {
    const wasm = await compile(source ?? platform.wasm(), platform.fetchBytes);
    try {
      // Node has no rule against it, and loads its fetch, which takes longer than all of this, for the other way.
      if (platform.lazy) engine.startSync(wasm);
      else await engine.start(wasm);
    } catch (error) {
      throw unloaded(error);
    }
  }

  function init(options) {
    if (engine.module()) return Promise.resolve();
    // Forgotten when it fails, so that a later call may try again.
    starting ??= load(options?.wasm).finally(() => {
      starting = null;
    });
    return starting;
  }

  function initSync(source) {
    if (engine.module()) return;
    const wasm = compileSync(source);
    try {
      engine.startSync(wasm);
    } catch (error) {
      throw unloaded(error);
    }
  }

  const wake = () => {
    if (platform.lazy && !engine.module()) initSync(platform.wasm());
  };

  return {
    init,
    initSync,
    analyze(text, options) {
      const checked = checkCall(text, options);
      wake();
      return engine.read(text, checked);
    },
    syllables(word) {
      const checked = checkWord(word);
      wake();
      return engine.syllables(checked);
    },
    scores(counts) {
      const checked = checkCounts(counts);
      wake();
      return engine.scores(checked);
    },
    rules() {
      wake();
      return engine.rules();
    },
    async createAnalyzer(options) {
      return createAnalyzer(platform.hire, init, options);
    },
  };
}
