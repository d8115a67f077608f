// The package with its engine inside the JavaScript: nothing is fetched and no init is needed. A bundler that knows
// `import … with { type: "bytes" }` puts the engine in, so that the package need not carry it twice.
import engine from "./wasm/copydesk_bg.wasm" with { type: "bytes" };
import * as core from "./core.js";

/** A function of the package, before which the engine is there. */
const awake = (name) => (...given) => {
  core.initSync(engine);
  return core[name](...given);
};

export const init = (options) => core.init({ wasm: options?.wasm ?? engine });
export const initSync = (source = engine) => core.initSync(source);
export const analyze = /* @__PURE__ */ awake("analyze");
export const syllables = /* @__PURE__ */ awake("syllables");
export const scores = /* @__PURE__ */ awake("scores");
export const rules = /* @__PURE__ */ awake("rules");
export const createAnalyzer = /* @__PURE__ */ awake("createAnalyzer");
export { CopydeskError, schemaVersion, version } from "./core.js";
export * from "./export.js";
