/** What the reader set about the analysis, as the package takes it. */

import { LIMIT } from "./input.js";
import { state } from "./state.js";

export function options() {
  const { published, includeFurniture, readAloud } = state;
  return { ...(published && { published }), includeFurniture, readAloud, maxLength: LIMIT };
}
