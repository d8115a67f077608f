//! The cutter: one pass over a sentence, a run of non-space characters at a time.

use unicode_segmentation::UnicodeSegmentation;

use super::class::{self, ADDRESS, DIGIT, HIGH, LOWER, SPACE, UPPER};
use super::{Kind, Shape, Token, address, contraction, number, word};
use crate::sentence::visible::Visible;
use crate::span::Span;

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
                self.emit_word(start, end);
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
        let mut at = start;
        self.classes = 0;
        while let Some(&byte) = self.bytes.get(at) {
            let class = class::of(byte);
            if class == SPACE {
                break;
            }
            self.classes |= class;
            if byte >= 0xC0 {
                match self.char_at(at) {
                    Some(c) if !c.is_whitespace() => at += c.len_utf8(),
                    _ => break,
                }
            } else {
                at += 1;
            }
        }
        at
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

    fn ascii(&mut self, at: usize, byte: u8) -> usize {
        let next = self.byte(at + 1);
        match byte {
            b'.' if next.is_ascii_digit() && !self.open => {
                let end = number::end(self.bytes, at + 1);
                self.word(at, end, Kind::Number);
                end
            }
            b':' | b';' | b'=' if !self.open && self.emoticon(at) > 0 => {
                self.close(at, at + self.emoticon(at), Kind::Emoji)
            }
            b'.' | b'!' | b'?' | b'*' | b'=' | b'_' | b'~' | b'<' | b'>' => {
                let same = |b: &&u8| if byte == b'!' || byte == b'?' { matches!(b, b'!' | b'?') } else { **b == byte };
                let len = self.bytes.get(at..self.run.1).unwrap_or(&[]).iter().take_while(same).count();
                self.close(
                    at,
                    at + len,
                    if matches!(byte, b'=' | b'~' | b'<' | b'>') { Kind::Symbol } else { Kind::Punct },
                )
            }
            b'"' => self.close(at, at + 1, Kind::Mark),
            b'`' => self.close(at, at + 1 + usize::from(next == b'`'), Kind::Mark),
            b'\'' => word::apostrophe(self, at, 1),
            b'-' => {
                let len = self.bytes.get(at..self.run.1).unwrap_or(&[]).iter().take_while(|&&b| b == b'-').count();
                if len > 1 { self.close(at, at + len, Kind::Punct) } else { self.joiner(at, at + 1, Kind::Punct) }
            }
            b'/' => self.joiner(at, at + 1, Kind::Punct),
            b'&' | b'$' | b'%' | b'+' => self.joiner(at, at + 1, Kind::Symbol),
            b'@' | b'#' if !self.open && (next.is_ascii_alphabetic() || next >= 0x80) => {
                let end = word::end(self, at + 1);
                self.word(at, end.max(at + 1), Kind::Handle);
                end
            }
            b'(' | b'[' if self.open => self.bracket(at),
            b']' | b')' if self.open && self.starts_word(at + 1) => self.joiner(at, at + 1, Kind::Punct),
            _ => {
                let symbol = class::is_symbol(char::from(byte));
                self.close(at, at + 1, if symbol { Kind::Symbol } else { Kind::Punct })
            }
        }
    }

    /// Length of ":)", ";-D" and their like, when nothing else touches them.
    fn emoticon(&self, at: usize) -> usize {
        let nose = usize::from(self.byte(at + 1) == b'-');
        let mouth = matches!(self.byte(at + 1 + nose), b')' | b'(' | b'D' | b'P' | b'p');
        let end = at + 2 + nose;
        if mouth && at == self.run.0 && end == self.run.1 { 2 + nose } else { 0 }
    }

    /// "book(s)" and "organi[z]e" are one word; "word[note" is not.
    fn bracket(&mut self, at: usize) -> usize {
        let inside =
            self.bytes.get(at + 1..).unwrap_or(&[]).iter().take(5).take_while(|b| b.is_ascii_alphabetic()).count();
        let closes = matches!(self.byte(at + 1 + inside), b')' | b']');
        if !(1..=4).contains(&inside) || !closes {
            return self.close(at, at + 1, Kind::Punct);
        }
        self.emit(at, at + 1, Kind::Punct, true);
        self.word(at + 1, at + 1 + inside, Kind::Word);
        let end = at + 2 + inside;
        self.emit(end - 1, end, Kind::Punct, true);
        end
    }

    fn high(&mut self, at: usize) -> usize {
        let Some(c) = self.char_at(at) else { return at + 1 };
        let end = at + c.len_utf8();
        match c {
            '‐' | '‑' | '–' => self.joiner(at, end, Kind::Punct),
            '—' | '―' | '…' => self.close(at, end, Kind::Punct),
            _ if class::is_apostrophe(c) => word::apostrophe(self, at, end - at),
            _ if class::is_mark(c) => self.close(at, end, Kind::Mark),
            _ if class::is_unspaced(c) => {
                let rest = self.text.get(at..self.run.1).unwrap_or("");
                let end = at + rest.split_word_bounds().next().map_or(1, str::len);
                self.open = false;
                self.word(at, end, if c.is_alphanumeric() { Kind::Word } else { Kind::Punct });
                self.open = false;
                end
            }
            _ if class::is_emoji(c) => self.grapheme(at, Kind::Emoji),
            _ if c.is_numeric() || c.is_alphabetic() || class::is_invisible(c) => word::cut(self, at),
            '°' | '′' | '″' | '‰' => self.joiner(at, end, Kind::Symbol),
            _ if class::is_currency(c) => self.joiner(at, end, Kind::Symbol),
            _ if class::is_symbol(c) => self.grapheme(at, Kind::Symbol),
            _ => self.grapheme(at, Kind::Punct),
        }
    }

    /// A whole grapheme cluster as one token: joined emoji, flags, a mark with its accents.
    fn grapheme(&mut self, at: usize, kind: Kind) -> usize {
        let rest = self.text.get(at..self.run.1).unwrap_or("");
        let len = rest.graphemes(true).next().map_or(1, str::len);
        self.close(at, at + len, kind)
    }

    /// A mark that belongs to the word before it when a word follows ("well-known", "and/or", "US$3") or when it
    /// measures it ("5%", "24°").
    fn joiner(&mut self, at: usize, end: usize, kind: Kind) -> usize {
        let ends_word = kind == Kind::Symbol && self.byte(at) != b'&';
        let money = self.char_at(end).is_some_and(class::is_currency);
        let glued = self.open && (ends_word || money || self.starts_word(end));
        self.emit(at, end, kind, glued);
        self.open = glued;
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
        let figures =
            self.byte(at).is_ascii_digit() && !self.text.get(at..end).is_some_and(|w| w.contains(char::is_alphabetic));
        self.word(at, end, if figures { Kind::Number } else { Kind::Word });
    }

    /// A token that is or continues a word.
    pub(super) fn word(&mut self, at: usize, end: usize, kind: Kind) {
        self.emit(at, end, kind, self.open);
        self.open = true;
    }

    /// Writes one token, or two where markup stands inside it.
    pub(super) fn emit(&mut self, mut at: usize, end: usize, kind: Kind, mut glued: bool) {
        while at < end {
            let to = self.seen.seam_between(at, end).unwrap_or(end);
            let shape = Shape::of(self.text.get(at..to).unwrap_or(""));
            let span = Span::new(self.seen.start(at), self.seen.end(to));
            self.out.push(Token { span, sentence: self.sentence, kind, shape, glued, space_before: self.space });
            self.space = false;
            glued = true;
            at = to;
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
