// What crosses the boundary. The shapes themselves have one home, the package's index.d.ts.
import type { Analysis, AnalyzeOptions, Counts, Scores } from "../index.js";

/** An analysis as the engine sends it: `text` is null where it is the input itself. */
export type WireAnalysis = Omit<Analysis, "text"> & { text: string | null };

/** A rule as `[room, name, reason]`. */
export type WireRule = [room: string, name: string, why: string];
