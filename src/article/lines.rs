//! Lines, and which of them belong together.

use crate::options::Format;
use crate::span::Span;

/// One line that is not blank.
#[derive(Clone, Copy, Debug)]
struct Line {
    span: Span,
    /// A blank line or a paragraph separator stands before it.
    gap: bool,
    /// It begins with white space.
    indented: bool,
    /// Length in characters, as a column width.
    width: u32,
    /// Characters of its first word.
    first_word: u32,
    shape: Shape,
    /// It ends as a sentence may end.
    stops: bool,
    /// It ends in a lower-case letter or a comma, so its sentence goes on.
    goes_on: bool,
    /// It begins with a lower-case letter.
    lower_start: bool,
}

/// What the first characters of a line say about its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// Joins with others.
    Text,
    /// Begins with `>`.
    Quote,
    /// Begins something new, which may go on in the next line.
    Item,
    /// Stands alone.
    Alone,
}

/// Widest column that counts as hard-wrapped text.
const WIDEST: usize = 130;
/// Shortest line whose sentence is believed to go on in the next one.
const LONG_ENOUGH: u32 = 40;

/// White space, and what has no width and means nothing at the edge of a block.
#[must_use]
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
}

/// Cuts a text into the spans of its blocks: without surrounding white space, in order, none empty.
#[must_use]
pub fn blocks(text: &str, format: Format) -> Vec<Span> {
    let lines = lines(text);
    let width = wrap_width(&lines);
    let mut blocks: Vec<Span> = Vec::new();
    let mut before: Option<&Line> = None;
    for line in &lines {
        match (blocks.last_mut(), before) {
            (Some(block), Some(before)) if joins(before, line, width, format) => block.end = line.span.end,
            _ => blocks.push(line.span),
        }
        before = Some(line);
    }
    blocks
}

/// Whether `next` continues the block that `line` is in.
fn joins(line: &Line, next: &Line, width: Option<u32>, format: Format) -> bool {
    if next.gap || line.shape == Shape::Alone {
        return false;
    }
    let quoted = line.shape == Shape::Quote;
    if quoted != (next.shape == Shape::Quote) || !matches!(next.shape, Shape::Text | Shape::Quote) {
        return false;
    }
    if format == Format::Markdown {
        return true;
    }
    let unfinished = line.goes_on && next.lower_start;
    match width {
        // In wrapped text a line breaks where the next word would not have fitted.
        Some(width) => {
            let full = line.width + 1 + next.first_word > width;
            // Some wrap by hand, a word or two too early.
            let ragged = !line.stops && (line.width + 8) * 8 > width * 7;
            unfinished || (line.indented || !next.indented) && (full || ragged)
        }
        None => unfinished && line.width >= LONG_ENOUGH,
    }
}

/// The column at which the text was wrapped, when it was.
fn wrap_width(lines: &[Line]) -> Option<u32> {
    let unfinished = || {
        lines.iter().zip(lines.iter().skip(1)).filter(|(line, next)| {
            !next.gap && !line.stops && line.shape != Shape::Alone && matches!(next.shape, Shape::Text | Shape::Quote)
        })
    };
    let mut widths = [0_usize; WIDEST + 1];
    let mut total = 0;
    for (line, _) in unfinished() {
        if let Some(count) = widths.get_mut(line.width as usize) {
            *count += 1;
        }
        total += 1;
    }
    if total < 2 {
        return None;
    }
    // A few overlong lines, such as addresses, may stick out.
    let mut below = 0;
    let width = widths.iter().position(|count| {
        below += count;
        below * 100 >= total * 97
    })? as u32;
    let full = |(line, next): &(&Line, &Line)| line.width + 1 + next.first_word > width.saturating_sub(2);
    let full = unfinished().filter(full).count();
    let lower = unfinished().filter(|(_, next)| next.lower_start).count();
    (width >= 30 && full * 4 >= total * 3 && lower * 5 >= total * 2).then_some(width)
}

/// The lines that are not blank.
fn lines(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut lines = Vec::new();
    let (mut start, mut at, mut gap) = (0, 0, false);
    loop {
        // Nothing from the space on up to the first bytes of U+0085 and U+2028 ends a line.
        at += bytes[at..].iter().take_while(|&b| (b' '..0xC2).contains(b)).count();
        let Some(&byte) = bytes.get(at) else { break };
        let (ends, len) = match byte {
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => (true, 2),
            b'\n' | b'\r' | 0x0B | 0x0C => (true, 1),
            // U+0085, U+2028 and U+2029 end lines too.
            0xC2 => (bytes.get(at + 1) == Some(&0x85), 2),
            0xE2 => (bytes.get(at + 1) == Some(&0x80) && matches!(bytes.get(at + 2), Some(0xA8 | 0xA9)), 3),
            _ => (false, 1),
        };
        if ends {
            gap = !push(text, start, at, gap, &mut lines) || bytes[at + len - 1] == 0xA9;
            start = at + len;
        }
        at += len;
    }
    push(text, start, text.len(), gap, &mut lines);
    lines
}

/// Adds the line from `start` to `end` unless it is blank; says whether it did.
fn push(text: &str, start: usize, end: usize, gap: bool, lines: &mut Vec<Line>) -> bool {
    let whole = text.get(start..end).unwrap_or("");
    let ahead = whole.trim_start_matches(is_blank);
    let line = ahead.trim_end_matches(is_blank);
    if line.is_empty() {
        return false;
    }
    let start = end - ahead.len();
    let last = line.chars().next_back().unwrap_or(' ');
    lines.push(Line {
        span: Span::at(start, start + line.len()),
        gap,
        indented: whole.starts_with([' ', '\t']),
        width: width_of(line),
        first_word: line.chars().take(WIDEST).take_while(|c| !c.is_whitespace()).count() as u32,
        shape: shape(line),
        stops: matches!(last, '.' | '!' | '?' | '…' | ':' | '"' | '”' | '’' | ')'),
        goes_on: last.is_lowercase() || last == ',',
        lower_start: line.trim_start_matches(['>', ' ']).starts_with(char::is_lowercase),
    });
    true
}

/// Characters of a line; beyond the widest column it does not matter how many.
fn width_of(line: &str) -> u32 {
    if line.len() > WIDEST * 4 { line.len() as u32 } else { line.chars().count() as u32 }
}

fn shape(line: &str) -> Shape {
    let first = line.as_bytes().first().copied().unwrap_or(0);
    match first {
        b'>' => Shape::Quote,
        _ if super::marks::list_mark(line) > 0 => Shape::Item,
        _ if stands_alone(line, first) => Shape::Alone,
        _ => Shape::Text,
    }
}

fn stands_alone(line: &str, first: u8) -> bool {
    match first {
        b'#' => super::marks::heading_mark(line) > 0,
        b'|' => line.len() > 1 && line.ends_with('|'),
        b'<' => line.ends_with('>') && !line.contains(' '),
        b'h' | b'w' if (line.starts_with("http") || line.starts_with("www.")) && !line.contains(' ') => true,
        b'-' | b'=' | b'*' | b'_' | b'~' | b'`' => line.bytes().all(|b| b == first || b == b' '),
        _ => line.len() <= 80 && line.contains('@') && !line.contains(' '),
    }
}
