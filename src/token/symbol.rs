//! Tokens that begin with no ASCII letter or digit: marks, symbols, emoji, other scripts.

use unicode_segmentation::UnicodeSegmentation;

use super::scan::Cutter;
use super::{Kind, class, number, word};

impl Cutter<'_, '_> {
    /// Cuts the token that begins with the ASCII mark `byte` at `at` and says where it ends.
    pub(super) fn ascii(&mut self, at: usize, byte: u8) -> usize {
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

    /// Cuts the token that begins with a character beyond ASCII at `at` and says where it ends.
    pub(super) fn high(&mut self, at: usize) -> usize {
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
    pub(super) fn grapheme(&mut self, at: usize, kind: Kind) -> usize {
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
}
