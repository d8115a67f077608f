/**
 * Cuts blocks into flat segments: every boundary of every layer is a cut, so nothing is nested and each layer can
 * own its channel. One pass over the sorted spans, whatever their number.
 */

/** Every span that can be drawn, as { start, end, layer, ref }, sorted by start and outermost first. */
function drawable(analysis) {
  const items = [];
  const add = (span, layer, ref) => span.end > span.start && items.push({ start: span.start, end: span.end, layer, ref });
  analysis.residue?.forEach((span) => add(span, "residue", 0));
  analysis.sentences.forEach((sentence, id) => add(sentence.span, "sentence", id));
  for (const quote of analysis.quotes) {
    add(quote.span, "quote", quote.id);
    // The marks belong to the spoken words as a reader sees them.
    for (const part of quote.parts) add(widen(part, quote.span), "spoken", quote.id);
  }
  analysis.mentions.forEach((mention) => add(mention.span, "mention", mention.id));
  analysis.dates.forEach((date, id) => add(date.span, "date", id));
  analysis.otherQuoted.forEach((other, id) => add(other.span, "other", id));
  return items.sort((a, b) => a.start - b.start || b.end - a.end);
}

const widen = (part, whole) => ({ start: Math.max(part.start - 1, whole.start), end: Math.min(part.end + 1, whole.end) });

/** The innermost open span of a layer. */
function innermost(open, layer, position) {
  const stack = open.get(layer);
  if (!stack) return null;
  while (stack.length > 0 && stack.at(-1).end <= position) stack.pop();
  return stack.at(-1) ?? null;
}

const LAYERS = ["residue", "sentence", "quote", "spoken", "mention", "date", "other"];

function cutBlock({ start, end }, items, open) {
  const cuts = new Set([start, end]);
  for (const item of items) {
    if (item.start > start && item.start < end) cuts.add(item.start);
    if (item.end > start && item.end < end) cuts.add(item.end);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  const segments = [];
  let next = 0;
  for (let i = 0; i + 1 < sorted.length; i++) {
    const segment = { start: sorted[i], end: sorted[i + 1] };
    for (; next < items.length && items[next].start <= segment.start; next++) {
      const item = items[next];
      if (!open.has(item.layer)) open.set(item.layer, []);
      open.get(item.layer).push(item);
    }
    for (const layer of LAYERS) segment[layer] = innermost(open, layer, segment.start);
    segments.push(segment);
  }
  return segments;
}

/**
 * Segments for every block, in order.
 * @returns {Iterable<{block: number, segments: object[]}>}
 */
export function* segment(analysis) {
  const items = drawable(analysis);
  let next = 0;
  let carried = [];
  for (const [block, { span }] of analysis.blocks.entries()) {
    const here = carried.filter((item) => item.end > span.start);
    for (; next < items.length && items[next].start < span.end; next++) {
      if (items[next].end > span.start) here.push(items[next]);
    }
    carried = here.filter((item) => item.end > span.end);
    yield { block, segments: cutBlock(span, here, new Map()) };
  }
}
