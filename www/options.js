/** What the reader set about the analysis, as the package takes it. */

import { countedOptions } from "./counted.js";
import { LIMIT } from "./input.js";
import { state } from "./state.js";

export function options() {
  const { published, readAloud } = state;
  return { ...(published && { published }), ...countedOptions(), readAloud, maxLength: LIMIT };
}
