/** Going one article back, and saying so. */

import { undo } from "./history.js";
import { t } from "./messages.js";
import { toast } from "./toast.js";

export function goBack() {
  if (undo()) toast(t.undone);
}
