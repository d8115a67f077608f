/** What a reader must know about a text before trusting what is shown, each with a way out. */

import { arrivalNote } from "./arrive.js";
import { isForeign } from "./derive.js";
import { button, byId, h, icon } from "./dom.js";
import { version } from "./engine.js";
import { languageName } from "./format.js";
import { goBack } from "./undo.js";
import { LIMIT, replaceArticle } from "./input.js";
import { t } from "./messages.js";
import { options } from "./options.js";
import { shapeOf, TRANSCRIPT } from "./shape.js";
import { on, set, state } from "./state.js";
import { toast } from "./toast.js";
import { copy } from "./transfer.js";

const note = (kind, words, ...actions) => h("div", { class: `note ${kind}` }, icon(kind === "info" ? "info" : "alert"), h("p", {}, words), ...actions);
const action = (name, act) => button({ class: "quiet", on: { click: act } }, name);

/** Keeps as much as the engine takes, never half a character. */
function shorten() {
  replaceArticle(state.text.slice(0, LIMIT).replace(/[\ud800-\udbff]$/, ""), { origin: state.origin, quiet: true });
  toast(t.shortened(LIMIT), { name: t.undo, run: goBack });
}

/** What helps to find a fault, without a word of the text: its size and make, the engine, the browser. */
function diagnostic() {
  const { text, problem } = state;
  const { published, ...asked } = options();
  return JSON.stringify({
    problem, engine: version(), browser: navigator.userAgent,
    text: { length: text.length, lines: text.split("\n").length, notAscii: text.replace(/[\0-\x7f]+/g, "").length },
    options: { published: published !== undefined, ...asked },
  }, null, 2);
}

const again = () => set({ attempt: state.attempt + 1 });

/** Notes of the phases in which nothing can be shown, or not all of it. */
const OF_PHASE = {
  "too-long": () => note("alert", t.tooLong(state.text.length, LIMIT), action(t.tooLongAction, shorten)),
  garbled: () => note("alert", t.garbled(t.garbledKinds[state.problem])),
  stopped: () => note("info", t.stopped, action(t.readIt, again)),
  failed: () => note("alert", `${t.failed} ${t.failedHow}`, action(t.retry, again),
    action(t.copyText, () => copy(state.text)), action(t.copyDiagnostic, () => copy(diagnostic()))),
  "no-engine": () => note("alert", `${state.analysis ? t.noEngineSample : t.noEngine} ${t.noEngineHow}`),
};

/** Codes of warnings that the page says in its own words. */
const OWN_WORDS = new Set(["not-english", "unknown-language", "too-short", TRANSCRIPT]);

function ofResult(analysis) {
  const notes = [];
  const { code } = analysis.language;
  if (isForeign(analysis)) {
    notes.push(note("alert", t.notEnglish(languageName(code) ?? code),
      state.anywayFor !== state.text && action(t.anyway, () => set({ anywayFor: state.text }))));
  } else if (code !== "en") notes.push(note("alert", t.unsureLanguage));
  else if (analysis.readability.tooShort) notes.push(note("info", t.tooShort));
  const shape = shapeOf(analysis);
  if (shape) notes.push(note("info", t.shapes[shape]));
  for (const warning of analysis.warnings) if (!OWN_WORDS.has(warning.code)) notes.push(note("info", warning.message));
  return notes;
}

function draw() {
  const { phase, analysis } = state;
  const told = OF_PHASE[phase]?.();
  const arrival = arrivalNote();
  byId("notes").replaceChildren(...(arrival ? [note(...arrival)] : []), ...(told ? [told] : analysis ? ofResult(analysis) : []));
}

export const startNotes = () => on(["phase", "analysis", "problem", "anywayFor", "origin", "brokenLink"], draw);
