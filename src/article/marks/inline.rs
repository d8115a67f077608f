//! Marks between words: links, emphasis, code, escapes, addresses in angle brackets, single tags.

use super::Marks;
use crate::article::bytes;
use crate::span::Span;

/// Brackets that may wait for their partner at one time.
const DEEPEST: usize = 64;
/// Longest single tag that is seen through.
const LONGEST_TAG: usize = 512;

/// One pass over a block. Every search ends before the next one of its kind can begin, so the whole is linear.
struct Scan<'a> {
    text: &'a str,
    bytes: &'a [u8],
    start: usize,
    end: usize,
    strict: bool,
    /// Positions of `[` still open, latest last.
    brackets: Vec<usize>,
    /// Where emphasis is open: by mark (`*`, `_`, `~`, backtick) and length of the run.
    open: [[Option<usize>; 4]; 4],
}

/// Adds the marks inside `span` to `residue`, not yet in order.
pub fn find(text: &str, span: Span, strict: bool, marks: &mut Marks, residue: &mut Vec<Span>) {
    let end = span.end as usize;
    let mut pass = Scan {
        text,
        bytes: text.as_bytes(),
        start: span.start as usize + span.of(text).len() - span.of(text).trim_start().len(),
        end,
        strict,
        brackets: Vec::new(),
        open: [[None; 4]; 4],
    };
    let mut at = span.start as usize;
    loop {
        // Hardly any byte is part of markup.
        at += pass.bytes[at..end].iter().take_while(|&&b| bytes::of(b) & bytes::MARKUP == 0).count();
        if at >= end {
            break;
        }
        at = match pass.bytes[at] {
            b'*' | b'_' | b'~' | b'`' => pass.emphasis(at, marks, residue),
            b'[' => pass.bracket(at),
            b']' => pass.link(at, marks, residue),
            b'<' => pass.angle(at, residue),
            b'\\' => pass.escape(at, residue),
            _ => at + 1,
        };
    }
}

/// What may stand before an opening mark.
fn opens_after(c: Option<char>) -> bool {
    c.is_none_or(|c| c.is_whitespace() || "([{\"'“‘—–-*_~>.,:;¿¡".contains(c))
}

/// What may stand behind a closing mark.
fn closes_before(c: Option<char>) -> bool {
    c.is_none_or(|c| c.is_whitespace() || ".,;:!?)]}\"'”’—–-*_~<…".contains(c))
}

impl Scan<'_> {
    fn before(&self, at: usize) -> Option<char> {
        self.text.get(self.start..at)?.chars().next_back()
    }

    fn after(&self, at: usize) -> Option<char> {
        self.text.get(at..self.end)?.chars().next()
    }

    fn emphasis(&mut self, at: usize, marks: &mut Marks, residue: &mut Vec<Span>) -> usize {
        let mark = self.bytes[at];
        let run = self.bytes[at..self.end].iter().take_while(|&&b| b == mark).count();
        let next = at + run;
        let kind = match mark {
            b'*' => 0,
            b'_' => 1,
            b'~' => 2,
            _ => 3,
        };
        if run > 3 || (kind == 2 && run != 2) {
            return next;
        }
        let (before, after) = (self.before(at), self.after(next));
        let touches_left = before.is_some_and(|c| !c.is_whitespace());
        let touches_right = after.is_some_and(|c| !c.is_whitespace());
        let inside_words = self.strict && kind == 0;
        // "__init__.py" is a name.
        let dotted = after == Some('.') && self.after(next + 1).is_some_and(char::is_alphanumeric);
        let may_close =
            touches_left && !(dotted && kind == 1) && (inside_words || closes_before(after) || (kind == 0 && run == 2));
        let may_open = touches_right && (inside_words || opens_after(before));
        if may_close && self.close(kind, run, at, marks, residue) {
            return next;
        }
        if may_open {
            self.open[kind][run] = Some(at);
        }
        next
    }

    /// Closes what is open with the same mark; says whether anything was.
    fn close(&mut self, kind: usize, run: usize, at: usize, marks: &mut Marks, residue: &mut Vec<Span>) -> bool {
        let open = &mut self.open[kind];
        let opened = match open[run].take() {
            Some(start) => [Some((start, run)), None],
            // `***` may close a `**` and a `*` at once.
            None if run == 3 && open[1].is_some() && open[2].is_some() => {
                [open[1].take().map(|start| (start, 1)), open[2].take().map(|start| (start, 2))]
            }
            None => return false,
        };
        let mut first = at;
        for (start, len) in opened.into_iter().flatten() {
            residue.push(Span::at(start, start + len));
            first = first.min(start);
        }
        residue.push(Span::at(at, at + run));
        if kind < 2 && at + run == self.end {
            marks.styled |= first == self.start;
            marks.styled_tail = (first > self.start).then_some(first as u32);
        }
        true
    }

    fn bracket(&mut self, at: usize) -> usize {
        if self.brackets.len() == DEEPEST {
            self.brackets.remove(0);
        }
        self.brackets.push(at);
        at + 1
    }

    fn link(&mut self, at: usize, marks: &mut Marks, residue: &mut Vec<Span>) -> usize {
        let Some(open) = self.brackets.pop() else { return at + 1 };
        let close = match self.bytes.get(at + 1) {
            Some(b'(') if at + 1 < self.end => self.target(at + 2),
            Some(b'[') if at + 1 < self.end => self.reference(at + 2),
            _ => None,
        };
        let Some(close) = close else { return at + 1 };
        let picture = open > self.start && self.bytes[open - 1] == b'!';
        let first = if picture { open - 1 } else { open };
        residue.push(Span::at(first, open + 1));
        residue.push(Span::at(at, close));
        marks.picture |= picture;
        marks.link |= first == self.start && close == self.end;
        close
    }

    /// Where the target that begins at `from` ends, its `)` included.
    fn target(&self, from: usize) -> Option<usize> {
        let mut depth = 0_u32;
        let mut at = from;
        let mut titled = false;
        while at < self.end {
            match self.bytes[at] {
                b'(' => depth += 1,
                b')' if depth == 0 => {
                    let target = self.text.get(from..at)?;
                    return (self.strict || plausible(target)).then_some(at + 1);
                }
                b')' => depth -= 1,
                b'[' | b']' | b'\n' if !titled => return None,
                // A bracket ends the search even in a title, so that no stretch is searched twice.
                b']' => return None,
                b' ' if !titled => {
                    titled = matches!(self.bytes.get(at + 1), Some(b'"' | b'\'' | b'('));
                    if !titled {
                        return None;
                    }
                }
                _ => {}
            }
            at += 1;
        }
        None
    }

    /// Where the label of a reference that begins at `from` ends, its `]` included.
    fn reference(&self, from: usize) -> Option<usize> {
        let label = self.bytes.get(from..self.end)?.iter().take(40);
        let len = label
            .take_while(|b| b.is_ascii_alphanumeric() || (self.strict && matches!(b, b' ' | b'-' | b'_' | b'.')))
            .count();
        let label = self.bytes.get(from..from + len)?;
        let plausible = self.strict || (len > 0 && label.iter().all(u8::is_ascii_digit));
        (plausible && from + len < self.end && self.bytes[from + len] == b']').then_some(from + len + 1)
    }

    /// An address in angle brackets, or a single tag of HTML.
    fn angle(&self, at: usize, residue: &mut Vec<Span>) -> usize {
        let inner = self.bytes.get(at + 1..self.end).unwrap_or(&[]);
        let len = inner.iter().take(LONGEST_TAG).take_while(|&&b| !matches!(b, b'<' | b'>' | b'\n')).count();
        if inner.get(len) != Some(&b'>') {
            return at + 1;
        }
        let close = at + 1 + len;
        let content = self.text.get(at + 1..close).unwrap_or("");
        if super::super::signs::url::is_address(content) || content.starts_with("mailto:") {
            // Plain-text mail puts the target of a link right behind its words.
            let glued = self.before(at).is_some_and(char::is_alphanumeric);
            if glued {
                residue.push(Span::at(at, close + 1));
            } else {
                residue.extend([Span::at(at, at + 1), Span::at(close, close + 1)]);
            }
            return close + 1;
        }
        if super::super::html::is_known_tag(content) {
            residue.push(Span::at(at, close + 1));
            return close + 1;
        }
        at + 1
    }

    fn escape(&self, at: usize, residue: &mut Vec<Span>) -> usize {
        let next = self.bytes.get(at + 1).copied().filter(|_| at + 1 < self.end);
        let marked = next.is_some_and(|b| b"\\`*_{}[]()#+-.!>~|\"'<&".contains(&b));
        let plain_backslash = next == Some(b'\\') && !self.strict;
        if !marked || plain_backslash {
            return at + 1 + usize::from(plain_backslash);
        }
        residue.push(Span::at(at, at + 1));
        at + 2
    }
}

/// Whether what stands in round brackets behind square ones is the target of a link rather than an aside.
fn plausible(target: &str) -> bool {
    let address = target.split(' ').next().unwrap_or("");
    address.is_empty() || address.contains(['/', '#', '.', ':', '?'])
}
