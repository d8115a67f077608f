// What crosses the boundary. The shapes themselves have one home, the package's index.d.ts.
import type { AnalyzeOptions, Counts, Scores } from "../index.js";

/**
 * An analysis as the engine lends it, for flat.js to build; `same` where its `text`, left empty, is the input itself.
 * The words are a view of the engine's memory.
 */
export type FlatAnalysis = [words: Uint32Array, text: string, same: boolean];

/** A rule as `[room, name, reason]`. */
export type WireRule = [room: string, name: string, why: string];
