/** The sentences of an article as bars; in a long one, runs of sentences share a bar. */

import { goTo } from "../select.js";
import { sentenceStrip } from "../charts.js";
import { button, h } from "../dom.js";
import { number } from "../format.js";
import { t } from "../messages.js";
import { dataTable } from "../tables.js";

/** As many sentences as still have a bar each, and how many bars there are at most beyond that. */
const SINGLE = 200;
const BARS = 100;
/** A run is called hard when this share of its sentences is. */
const SHARE = 0.25;

const share = (run, ...difficulties) => run.filter(({ sentence }) => difficulties.includes(sentence.difficulty)).length / run.length;

function barOf(run) {
  const [{ id, sentence }] = run;
  if (run.length === 1) {
    const { words, grade, difficulty } = sentence;
    return { id, words, grade, difficulty, place: number(id + 1), name: t.reading.bar(id + 1, words, t.difficulty[difficulty]) };
  }
  const words = run.reduce((sum, item) => sum + item.sentence.words, 0) / run.length;
  const grade = run.reduce((sum, item) => sum + (item.sentence.grade ?? 0), 0) / run.length;
  const hard = run.filter((item) => item.sentence.difficulty !== "plain").length;
  const difficulty = share(run, "veryHard") >= SHARE ? "veryHard" : share(run, "hard", "veryHard") >= SHARE ? "hard" : "plain";
  const last = run.at(-1).id;
  return { id, words, grade, difficulty, place: t.reading.run(id + 1, last + 1), name: t.reading.runBar(id + 1, last + 1, words, hard) };
}

/** The bars of an article: { id of the first sentence, words, grade, difficulty, place, name } each, and how many sentences a bar has. */
function barsOf({ sentences }, { inGrade }) {
  const prose = sentences.map((sentence, id) => ({ sentence, id })).filter(({ sentence }) => inGrade(sentence) && sentence.words > 0);
  const size = prose.length <= SINGLE ? 1 : Math.ceil(prose.length / BARS);
  const bars = [];
  for (let i = 0; i < prose.length; i += size) bars.push(barOf(prose.slice(i, i + size)));
  return { bars, size, sentences: prose.length, hard: prose.filter(({ sentence }) => sentence.difficulty !== "plain").length };
}

/** Arrow keys walk the bars, as on a slider; Enter goes to the sentence. */
function walkable(chart, bars, label, how) {
  const caption = h("p", { class: "soft strip-caption" }, how);
  const box = h("div", {
    class: "strip-box", tabindex: 0, role: "slider", "aria-label": label, "aria-valuemin": 1, "aria-valuemax": bars.length, "aria-valuenow": 1, "aria-valuetext": bars[0].name,
  }, chart);
  let at = -1;
  const show = (next) => {
    chart.querySelector(".current")?.classList.remove("current");
    at = Math.max(0, Math.min(bars.length - 1, next));
    const bar = chart.querySelectorAll(".strip-bar")[at];
    bar.classList.add("current");
    bar.scrollIntoView({ block: "nearest", inline: "nearest" });
    box.setAttribute("aria-valuenow", at + 1);
    box.setAttribute("aria-valuetext", bars[at].name);
    caption.textContent = bars[at].name;
  };
  const moves = { ArrowRight: () => at + 1, ArrowUp: () => at + 1, ArrowLeft: () => at - 1, ArrowDown: () => at - 1, Home: () => 0, End: () => bars.length - 1 };
  box.addEventListener("keydown", (event) => {
    if (moves[event.key]) show(moves[event.key]());
    else if (event.key === "Enter" && at >= 0) goTo("sentence", bars[at].id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  box.addEventListener("click", ({ target }) => {
    const bar = target.closest(".strip-bar");
    if (!bar) return;
    show(Number(bar.dataset.bar));
    goTo("sentence", bars[at].id);
  });
  return [box, caption];
}

export function strip({ analysis, index }) {
  const { bars, size, sentences, hard } = barsOf(analysis, index);
  if (bars.length === 0) return null;
  const digits = size > 1 ? 1 : 0;
  return h("section", { class: "sub" }, h("h3", {}, t.reading.bySentence),
    walkable(sentenceStrip(bars), bars, t.reading.strip(sentences, hard), size > 1 ? t.reading.runHow(size) : t.reading.stripHow),
    h("p", { class: "key" }, h("span", { class: "key-plain" }, t.difficulty.plain), h("span", { class: "key-hard" }, t.difficulty.hard), h("span", { class: "key-very" }, t.difficulty.veryHard)),
    dataTable(t.reading.table, t.reading.tableHeads, () => bars.map(({ id, place, words, grade, difficulty }) => [
      button({ class: "link", on: { click: () => goTo("sentence", id) } }, place), number(words, digits),
      grade === null ? "–" : number(grade, 1), t.difficulty[difficulty]])));
}
