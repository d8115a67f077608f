/** Before the first paint: the look that the reader had this device remember, so that nothing flashes in another one. */

import { rememberedLook } from "./kept.js";

Object.assign(document.documentElement.dataset, rememberedLook());
