// The analysis as JSON: itself, and on request how it was made.
import { sha256 } from "./sha256.js";
import { checked } from "./view.js";

/** Without options the JSON is the analysis and parses back to it; with them it says what made it, and of which text. */
export function toJSON(analysis, options) {
  checked(analysis);
  if (options == null) return JSON.stringify(analysis);
  const { schema, version, ...rest } = analysis;
  return JSON.stringify({
    schema,
    version,
    provenance: { options, offsets: "utf-16", textHash: `sha-256:${sha256(analysis.text)}` },
    ...rest,
  });
}
