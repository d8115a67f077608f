// Lists who said what below an article. The folder copydesk/ beside the page is the package, as npm installs it.
import { analyze, init } from "./copydesk/core.js";

const list = document.getElementById("quotes");

/** Words of the article go in as text, never as markup. */
function entry(words) {
  const item = document.createElement("li");
  item.textContent = words;
  return item;
}

try {
  await init();
  const { quotes, text } = analyze(document.getElementById("article").innerText, { published: "2024-10-14" });
  list.replaceChildren(...quotes.map(({ span, speaker }) => entry(`${speaker?.name ?? "Nobody named"}: ${text.slice(span.start, span.end)}`)));
} catch (error) {
  list.replaceChildren(entry(`The article could not be read: ${error.message}`));
}
