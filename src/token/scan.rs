//! The cutter: one pass over a sentence, a run of non-space characters at a time.

use super::class::{self, ADDRESS, DIGIT, HIGH, LOWER, SPACE, UPPER};
use super::{Kind, Shape, Token, address, contraction, number, word};
use crate::sentence::visible::Visible;

/// Cuts one sentence. Positions are offsets into its visible words.
pub struct Cutter<'s, 't> {
    pub(super) seen: &'s Visible<'t>,
    pub(super) text: &'s str,
    pub(super) bytes: &'s [u8],
    out: &'s mut Vec<Token>,
    sentence: u32,
    /// The sentence's last stop, when nothing but closing marks follows it.
    pub(super) final_stop: usize,
    /// Where the current run of non-space characters begins and ends, and the classes in it.
    pub(super) run: (usize, usize),
    pub(super) classes: u8,
    /// Whether the last token is part of a word that goes on if the next token touches it.
    pub(super) open: bool,
    space: bool,
    /// Whether a single quotation mark has been opened in this block and not closed.
    pub(super) single: &'s mut bool,
}

impl<'s, 't> Cutter<'s, 't> {
    /// Makes ready to cut the sentence with index `sentence`.
    pub fn new(seen: &'s Visible<'t>, sentence: u32, single: &'s mut bool, out: &'s mut Vec<Token>) -> Self {
        let text: &'s str = &seen.text;
        Self {
            seen,
            text,
            bytes: text.as_bytes(),
            out,
            sentence,
            final_stop: final_stop(text),
            run: (0, 0),
            classes: 0,
            open: false,
            space: true,
            single,
        }
    }

    /// Cuts the whole sentence.
    pub fn cut(&mut self) {
        let mut at = 0;
        while let Some(start) = self.skip_space(at) {
            let end = self.run_end(start);
            self.run = (start, end);
            self.open = false;
            self.space = true;
            if self.classes & !(LOWER | UPPER) == 0 {
                self.letters(start, end);
            } else {
                let mut here = start;
                while here < end {
                    // Every step moves on by a character at least, so the loop ends.
                    here = self.step(here).max(here + 1);
                }
            }
            at = end;
        }
    }

    fn skip_space(&self, mut at: usize) -> Option<usize> {
        loop {
            let &byte = self.bytes.get(at)?;
            match class::of(byte) {
                SPACE => at += 1,
                HIGH => {
                    let c = self.char_at(at)?;
                    if !c.is_whitespace() {
                        return Some(at);
                    }
                    at += c.len_utf8();
                }
                _ => return Some(at),
            }
        }
    }

    /// Where the run that begins at `start` ends; notes the classes in it.
    fn run_end(&mut self, start: usize) -> usize {
        let mut classes = 0;
        let ends = |(at, &byte): (usize, &u8)| {
            let class = class::of(byte);
            if class & (SPACE | HIGH) != 0
                && (class == SPACE || byte >= 0xC0 && self.char_at(start + at).is_some_and(char::is_whitespace))
            {
                return true;
            }
            classes |= class;
            false
        };
        let rest = self.bytes.get(start..).unwrap_or(&[]);
        let len = rest.iter().enumerate().position(ends).unwrap_or(rest.len());
        self.classes = classes;
        start + len
    }

    /// Letters of ASCII and nothing else: nearly every word of a text.
    pub(super) fn letters(&mut self, at: usize, end: usize) {
        if contraction::may_cut(self.bytes.get(at..end).unwrap_or(&[])) {
            return self.emit_word(at, end);
        }
        let shape =
            if self.classes & UPPER == 0 { Shape::Lower } else { Shape::of(self.text.get(at..end).unwrap_or("")) };
        self.push(at, end, Kind::Word, shape, self.open);
        self.open = true;
    }

    /// Cuts the token at `at` and says where it ends.
    fn step(&mut self, at: usize) -> usize {
        let byte = self.byte(at);
        if self.classes & ADDRESS != 0 && class::is_alnum(byte) && !self.open {
            let run = self.bytes.get(..self.run.1).unwrap_or(&[]);
            if let Some((end, kind)) = address::find(run, at) {
                self.word(at, end, kind);
                return end;
            }
        }
        match class::of(byte) {
            LOWER | UPPER => word::cut(self, at),
            DIGIT => self.number(at),
            HIGH => self.high(at),
            _ => self.ascii(at, byte),
        }
    }

    fn number(&mut self, at: usize) -> usize {
        if self.bytes.get(at + 1..).is_some_and(|rest| rest.starts_with("\u{fe0f}".as_bytes())) {
            return self.grapheme(at, Kind::Emoji);
        }
        let figures = number::end(self.bytes, at);
        let end = word::end_from(self, at, figures);
        let letters = self.bytes.get(figures..end).unwrap_or(&[]);
        let money = self.out.last().is_some_and(|t| t.kind == Kind::Symbol) && at > self.run.0;
        if letters.is_empty() || number::is_unit(letters, money) || end == figures {
            self.word(at, figures, Kind::Number);
            return figures;
        }
        let decimal = self.bytes.get(at..figures).is_some_and(|f| f.contains(&b'.'));
        if decimal && !matches!(letters, b"s" | b"th") {
            self.word(at, figures, Kind::Number);
            return figures;
        }
        self.emit_word(at, end);
        end
    }

    /// A mark that no word reaches across.
    pub(super) fn close(&mut self, at: usize, end: usize, kind: Kind) -> usize {
        self.emit(at, end, kind, false);
        self.open = false;
        end
    }

    /// A word, cut before its clitics.
    pub(super) fn emit_word(&mut self, at: usize, end: usize) {
        let whole = self.text.get(at..end).unwrap_or("");
        match contraction::cut(whole) {
            Some(first) => {
                let head = whole.get(..first).and_then(contraction::cut);
                if let Some(second) = head {
                    self.piece(at, at + second);
                    self.piece(at + second, at + first);
                } else {
                    self.piece(at, at + first);
                }
                self.piece(at + first, end);
            }
            None => self.piece(at, end),
        }
    }

    /// A piece of a word; one without letters is a number.
    fn piece(&mut self, at: usize, end: usize) {
        let figures = !self.byte(at).is_ascii_alphabetic()
            && !self.text.get(at..end).is_some_and(|word| word.contains(char::is_alphabetic));
        self.word(at, end, if figures { Kind::Number } else { Kind::Word });
    }

    /// A token that is or continues a word.
    pub(super) fn word(&mut self, at: usize, end: usize, kind: Kind) {
        self.emit(at, end, kind, self.open);
        self.open = true;
    }

    /// Writes one token, or two where markup stands inside it.
    pub(super) fn emit(&mut self, at: usize, end: usize, kind: Kind, glued: bool) {
        let has_letters = matches!(kind, Kind::Word | Kind::Url | Kind::Email | Kind::Handle);
        let shape = if has_letters { Shape::of(self.text.get(at..end).unwrap_or("")) } else { Shape::None };
        self.push(at, end, kind, shape, glued);
    }

    fn push(&mut self, mut at: usize, end: usize, kind: Kind, shape: Shape, mut glued: bool) {
        while let Some(to) = self.seen.seam_between(at, end) {
            self.push_piece(at, to, kind, shape, glued);
            glued = true;
            at = to;
        }
        self.push_piece(at, end, kind, shape, glued);
    }

    fn push_piece(&mut self, at: usize, end: usize, kind: Kind, shape: Shape, glued: bool) {
        if at < end {
            let span = self.seen.span(at, end);
            self.out.push(Token { span, sentence: self.sentence, kind, shape, glued, space_before: self.space });
            self.space = false;
        }
    }

    /// The last character of the token before, when it touches.
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    pub(super) fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    pub(super) fn char_before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    pub(super) fn starts_word(&self, at: usize) -> bool {
        at < self.run.1 && self.char_at(at).is_some_and(char::is_alphanumeric)
    }
}

/// Where the last stop stands, when only closing marks and space follow it; otherwise the end.
fn final_stop(text: &str) -> usize {
    let end =
        text.trim_end_matches(|c: char| c.is_whitespace() || class::is_mark(c) || matches!(c, ')' | ']' | '}' | '*'));
    if end.ends_with('.') { end.len() - 1 } else { text.len() }
}
