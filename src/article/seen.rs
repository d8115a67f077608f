//! A block as its reader sees it: marks gone, white space evened out.

use super::bytes;
use super::lines::is_blank;
use crate::span::Span;

/// Longest block, in bytes, whose words are looked at one by one. Longer blocks are running text.
pub const LONGEST: usize = 800;

/// The visible characters of a block with the offset of each; runs of white space become one space.
pub fn characters<'a>(text: &'a str, span: Span, residue: &'a [Span]) -> impl Iterator<Item = (u32, char)> + 'a {
    let mut marks = residue.iter().peekable();
    let mut spaced = true;
    span.of(text).char_indices().filter_map(move |(i, c)| {
        let at = span.start + i as u32;
        while marks.next_if(|mark| mark.end <= at).is_some() {}
        if marks.peek().is_some_and(|mark| mark.start <= at) {
            return None;
        }
        if c.is_whitespace() {
            let first = !spaced;
            spaced = true;
            return first.then_some((at, ' '));
        }
        if is_blank(c) {
            return None;
        }
        spaced = false;
        Some((at, c))
    })
}

/// The words of one block; the buffers are used again for the next.
#[derive(Debug, Default)]
pub struct Seen {
    /// The words as written, one space between them.
    pub plain: String,
    /// The same in lower case with straight apostrophes.
    pub fold: String,
    /// How many words.
    pub words: u32,
    /// Longer than [`LONGEST`]: only its beginning is here.
    pub long: bool,
    /// It ends as a sentence ends, closing marks aside.
    pub stop: bool,
    /// Its last character, closing quotation marks and brackets aside.
    pub last: char,
    /// Words of four letters and more that are capitalised, and all words of four letters and more.
    pub capitalised: (u32, u32),
    marks: Bytes,
}

/// Which bytes stand in a text, letters and digits of ASCII aside.
#[derive(Debug)]
struct Bytes([bool; 256]);

impl Default for Bytes {
    fn default() -> Self {
        Self([false; 256])
    }
}

impl Seen {
    /// Reads a block.
    pub fn read(&mut self, text: &str, span: Span, residue: &[Span]) {
        self.plain.clear();
        self.fold.clear();
        self.long = false;
        let mut at = span.start;
        for mark in residue {
            self.read_runs(Span::new(at, mark.start.clamp(at, span.end)).of(text));
            at = at.max(mark.end.min(span.end));
        }
        self.read_runs(Span::new(at, span.end).of(text));
        if self.plain.ends_with(' ') {
            self.plain.pop();
            self.fold.pop();
        }
        self.count();
        let end = if self.long { last_visible(text, span, residue) } else { last_of(self.plain.chars().rev()) };
        self.last = end.unwrap_or(' ');
        self.stop = matches!(self.last, '.' | '!' | '?' | '…');
    }

    /// Goes on with text that has no markup: what is plain ASCII in whole runs, the rest by character.
    fn read_runs(&mut self, mut rest: &str) {
        while !rest.is_empty() {
            let Some(room) = LONGEST.checked_sub(self.plain.len()).filter(|&room| room > 0) else {
                self.long |= rest.chars().any(|c| !is_blank(c));
                return;
            };
            let before = self.plain.bytes().next_back().unwrap_or(b' ');
            let run = even(&rest.as_bytes()[..rest.len().min(room)], before);
            if run > 0 {
                self.plain.push_str(&rest[..run]);
                let start = self.fold.len();
                self.fold.push_str(&rest[..run]);
                self.fold[start..].make_ascii_lowercase();
                rest = &rest[run..];
                continue;
            }
            let Some(c) = rest.chars().next() else { return };
            rest = &rest[c.len_utf8()..];
            if c.is_whitespace() {
                if !self.plain.is_empty() && !self.plain.ends_with(' ') {
                    self.push(' ');
                }
            } else if !is_blank(c) {
                self.push(c);
            }
        }
    }

    fn push(&mut self, c: char) {
        self.plain.push(c);
        match c {
            '’' => self.fold.push('\''),
            _ if c.is_ascii() => self.fold.push(c.to_ascii_lowercase()),
            _ => self.fold.extend(c.to_lowercase()),
        }
    }

    /// Counts words and notes which marks there are.
    fn count(&mut self) {
        let (mut words, mut capitalised, mut all) = (0, 0, 0);
        let mut count = |word: &str, letters: u32| {
            words += u32::from(letters > 0);
            if letters > 3 {
                // Most words begin with a letter of ASCII.
                let begins = word.as_bytes().first().filter(|byte| byte.is_ascii_alphabetic());
                let (capital, letter) = if let Some(first) = begins {
                    (first.is_ascii_uppercase(), true)
                } else {
                    let first = word.chars().find(|c| c.is_alphanumeric()).filter(|c| c.is_alphabetic());
                    (first.is_some_and(char::is_uppercase), first.is_some())
                };
                capitalised += u32::from(capital);
                all += u32::from(letter);
            }
        };
        let mut marks = Bytes::default();
        let (mut start, mut letters) = (0, 0);
        for (at, byte) in self.plain.bytes().enumerate() {
            let class = bytes::of(byte);
            if class == bytes::WORD {
                letters += 1;
                continue;
            }
            marks.0[byte as usize] = true;
            if class == bytes::HIGH {
                // Only the first byte of a character begins one.
                letters += u32::from(self.plain.get(at..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric)));
            } else if byte == b' ' {
                count(&self.plain[start..at], letters);
                (start, letters) = (at + 1, 0);
            }
        }
        count(&self.plain[start..], letters);
        (self.words, self.capitalised, self.marks) = (words, (capitalised, all), marks);
    }

    /// Whether a byte stands in it that is no letter or digit of ASCII.
    pub fn has(&self, byte: u8) -> bool {
        self.marks.0[byte as usize]
    }

    /// Whether a double quotation mark stands in it, straight or curly.
    pub fn quoted(&self) -> bool {
        // The first byte of a curly one.
        self.has(b'"') || self.has(0xE2) && self.plain.contains(['“', '”'])
    }

    /// Most of its longer words are capitalised, as in a title.
    pub fn title_case(&self) -> bool {
        let (capitalised, all) = self.capitalised;
        all >= 2 && capitalised * 5 >= all * 4
    }

    /// No letter is in lower case.
    pub fn upper_case(&self) -> bool {
        self.plain.chars().any(char::is_uppercase) && !self.plain.chars().any(char::is_lowercase)
    }
}

/// How many bytes behind `before` are plain ASCII with single spaces, so that they are seen as they are written.
fn even(bytes: &[u8], before: u8) -> usize {
    let spaced = |at: usize| at.checked_sub(1).map_or(before, |at| bytes[at]) == b' ';
    let odd = |(at, &byte): (usize, &u8)| match bytes::of(byte) & (bytes::SPACE | bytes::HIGH) {
        0 => false,
        bytes::SPACE => spaced(at),
        _ => true,
    };
    bytes.iter().enumerate().position(odd).unwrap_or(bytes.len())
}

fn closes(c: char) -> bool {
    matches!(c, '"' | '”' | '’' | '\'' | ')' | ']' | '»' | ' ')
}

fn last_of(mut characters: impl Iterator<Item = char>) -> Option<char> {
    characters.find(|&c| !closes(c))
}

/// The last visible character of a long block, looked for near its end only.
fn last_visible(text: &str, span: Span, residue: &[Span]) -> Option<char> {
    let hidden = |at: u32| {
        let i = residue.partition_point(|mark| mark.end <= at);
        residue.get(i).is_some_and(|mark| mark.start <= at)
    };
    let from_end = span.of(text).char_indices().rev().take(LONGEST);
    from_end.filter(|&(i, c)| !is_blank(c) && !closes(c) && !hidden(span.start + i as u32)).map(|(_, c)| c).next()
}
