// The package in browsers, workers and bundlers.
export * from "./core.js";
export * from "./export.js";
