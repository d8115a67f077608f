/** What the first view does not need, behind it: one module that comes when the engine is there, or as soon as it is asked for. */

import { t } from "./messages.js";
import { toast } from "./toast.js";

let parts = null;
let coming = null;

async function load() {
  const late = await import("./late.js");
  await late.start();
  parts = late;
  return late;
}

/** Fetches the late parts; a failed try is not the last. */
export const loadLate = () => (coming ??= load().catch((error) => {
  coming = null;
  throw error;
}));

/** Hands the late parts to `act`: at once when they are there, else when they come. Says so when they cannot be had. */
export function withLate(act) {
  if (parts) act(parts);
  else loadLate().then(act, () => toast(t.save.missing));
}
