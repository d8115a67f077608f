//! Markdown residue: the marks that are seen through, and what they say about their block.
//!
//! Text that was copied out of a Markdown file keeps its stars, brackets and link targets. They are recorded, not
//! removed, so that spans go on indexing what the user gave.

use super::html::Hint;
use crate::span::Span;

mod inline;

/// What the marks of one block say about it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Marks {
    /// Level of the heading, 0 for none.
    pub heading: u8,
    /// It stands behind `>`.
    pub quote: bool,
    /// It begins with a bullet or a number.
    pub item: bool,
    /// It is a row of a table.
    pub row: bool,
    /// One link covers all of it.
    pub link: bool,
    /// It holds a picture.
    pub picture: bool,
    /// It stands in the margin of the page.
    pub margin: bool,
    /// Bold or italics cover all of it.
    pub styled: bool,
    /// Bold or italics begin here and go on to the end of the block.
    pub styled_tail: Option<u32>,
}

impl From<Hint> for Marks {
    fn from(hint: Hint) -> Self {
        Self {
            heading: hint.heading,
            quote: hint.quote,
            item: hint.item,
            row: hint.cell,
            link: hint.link,
            picture: hint.caption,
            margin: hint.margin,
            styled: hint.styled,
            styled_tail: None,
        }
    }
}

/// Finds the marks of the block `span`, adds them to `residue` in order, and tells what they mean. `strict` reads as
/// Markdown is defined; otherwise only marks that are hardly anything else are seen through.
pub fn find(text: &str, span: Span, strict: bool, residue: &mut Vec<Span>) -> Marks {
    let from = residue.len();
    let mut marks = Marks::default();
    let content = lead(text, span, &mut marks, residue);
    inline::find(text, content, strict, &mut marks, residue);
    let mut found = residue.split_off(from);
    found.sort_unstable();
    let mut end = span.start;
    for mark in found {
        if mark.start >= end && mark.end > mark.start {
            end = mark.end;
            residue.push(mark);
        }
    }
    marks
}

/// Reads the marks before the first word of a block; returns what follows them.
fn lead(text: &str, span: Span, marks: &mut Marks, residue: &mut Vec<Span>) -> Span {
    let mut rest = span;
    let block = span.of(text);
    let quote = quote_mark(block);
    if quote > 0 {
        marks.quote = true;
        advance(&mut rest, quote, residue);
        later_quote_marks(text, rest, residue);
    }
    let heading = heading_mark(rest.of(text));
    if heading > 0 {
        marks.heading = heading as u8;
        advance(&mut rest, heading, residue);
        close_heading(text, &mut rest, residue);
        return rest;
    }
    let list = list_mark(rest.of(text));
    if list > 0 {
        marks.item = true;
        advance(&mut rest, list, residue);
    }
    let inner = rest.of(text);
    if inner.len() > 1 && inner.starts_with('|') && inner.ends_with('|') {
        marks.row = true;
        residue.extend(
            inner.match_indices('|').map(|(i, _)| Span::at(rest.start as usize + i, rest.start as usize + i + 1)),
        );
    }
    rest
}

/// Sees through the first `len` bytes of `rest`, unless nothing would remain.
fn advance(rest: &mut Span, len: usize, residue: &mut Vec<Span>) {
    let end = rest.start + len as u32;
    if end < rest.end {
        residue.push(Span::new(rest.start, end));
        rest.start = end;
    }
}

/// The `>` in front of the further lines of a quotation.
fn later_quote_marks(text: &str, span: Span, residue: &mut Vec<Span>) {
    for (i, _) in span.of(text).match_indices('\n') {
        let start = span.start as usize + i + 1;
        let line = text.get(start..span.end as usize).unwrap_or("");
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let mark = quote_mark(line.get(indent..).unwrap_or(""));
        if mark > 0 {
            residue.push(Span::at(start + indent, start + indent + mark));
        }
    }
}

/// The `#` that close a heading.
fn close_heading(text: &str, rest: &mut Span, residue: &mut Vec<Span>) {
    let title = rest.of(text).trim_end_matches('#');
    let kept = title.trim_end();
    if kept.len() < title.len() && !kept.is_empty() {
        let end = rest.start + title.len() as u32;
        if end < rest.end {
            residue.push(Span::new(end, rest.end));
        }
        rest.end = rest.start + kept.len() as u32;
    }
}

/// Length of the `>` marks at the start, spaces between them included.
fn quote_mark(line: &str) -> usize {
    let mut end = 0;
    for (i, b) in line.bytes().enumerate() {
        match b {
            b'>' => end = i + 1,
            b' ' if end > 0 => {}
            _ => break,
        }
    }
    end
}

/// How many `#` begin a heading; 0 when none does.
#[must_use]
pub fn heading_mark(line: &str) -> usize {
    let marks = line.bytes().take(7).take_while(|&b| b == b'#').count();
    let spaced = line.as_bytes().get(marks).is_some_and(|b| matches!(b, b' ' | b'\t'));
    let worded = || line.bytes().skip(marks).any(|b| !matches!(b, b' ' | b'\t' | b'#'));
    if (1..=6).contains(&marks) && spaced && worded() { marks } else { 0 }
}

/// Length of the bullet or number that begins a list item, without the space behind it; 0 when none does.
#[must_use]
pub fn list_mark(line: &str) -> usize {
    let Some(first) = line.chars().next() else { return 0 };
    let len = match first {
        '-' | '*' | '+' => 1,
        '•' | '·' | '▪' | '◦' | '●' | '■' | '‣' | '⁃' | '►' | '▶' | '➤' | '✓' | '✔' | '➡' | '→' =>
        {
            return if line.len() > first.len_utf8() { first.len_utf8() } else { 0 };
        }
        '0'..='9' => {
            let digits = line.bytes().take(3).take_while(u8::is_ascii_digit).count();
            if !matches!(line.as_bytes().get(digits), Some(b'.' | b')')) {
                return 0;
            }
            digits + 1
        }
        _ => return 0,
    };
    let rest = line.get(len..).unwrap_or("");
    let spaced = rest.starts_with([' ', '\t', '\u{A0}']);
    // "* * *" and "- -" are rules across the page, not items.
    let worded = || rest.chars().any(|c| !matches!(c, ' ' | '\t' | '*' | '-' | '+' | '_'));
    if spaced && worded() { len } else { 0 }
}
