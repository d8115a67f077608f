/**
 * The package with its engine inside the JavaScript: the same functions, nothing is fetched, and `init` is not needed. For
 * bundlers that know `import … with { type: "bytes" }` (esbuild, webpack 5); in Node it is the package itself.
 */
export * from "./index.js";
