// Cuts blocks at every edge of every mark, so that marks which overlap need no nesting.

/** What of the marks lies in one block, as pieces that no edge divides; each knows the marks over it. */
function* pieces({ start, end }, marks) {
  const edges = new Set([start, end]);
  for (const mark of marks) for (const edge of [mark.start, mark.end]) if (edge > start && edge < end) edges.add(edge);
  const sorted = [...edges].sort((a, b) => a - b);
  let over = [];
  let next = 0;
  for (let i = 0; i + 1 < sorted.length; i++) {
    const [from, to] = [sorted[i], sorted[i + 1]];
    // A new array for each piece: the one before belongs to the piece before.
    over = over.filter((mark) => mark.end > from);
    for (; next < marks.length && marks[next].start <= from; next++) if (marks[next].end > from) over.push(marks[next]);
    yield { start: from, end: to, over };
  }
}

/**
 * [block, its pieces] in text order, in time linear in text and marks.
 * @param {readonly { span: { start: number, end: number } }[]} blocks
 * @param {{ start: number, end: number }[]} marks sorted by start
 */
export function* flatten(blocks, marks) {
  let open = [];
  let next = 0;
  for (const block of blocks) {
    const here = open.filter((mark) => mark.end > block.span.start);
    for (; next < marks.length && marks[next].start < block.span.end; next++) if (marks[next].end > block.span.start) here.push(marks[next]);
    open = here.filter((mark) => mark.end > block.span.end);
    yield [block, pieces(block.span, here)];
  }
}
