import { readFileSync } from "node:fs";
import * as engine from "./wasm/copydesk.js";

engine.initSync({ module: readFileSync(new URL("./wasm/copydesk_bg.wasm", import.meta.url)) });

export const init = async () => {};
export const { analyze, syllables, scores } = engine;
