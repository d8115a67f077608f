//! A block as its reader sees it: marks gone, white space evened out.

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
}

impl Seen {
    /// Reads a block.
    pub fn read(&mut self, text: &str, span: Span, residue: &[Span]) {
        self.plain.clear();
        self.fold.clear();
        self.long = false;
        let block = span.of(text);
        if residue.is_empty() && block.len() <= LONGEST && is_even(block) {
            self.plain.push_str(block);
            self.fold.push_str(block);
            self.fold.make_ascii_lowercase();
        } else {
            self.read_marked(text, span, residue);
        }
        self.count();
        let end = if self.long { last_visible(text, span, residue) } else { last_of(self.plain.chars().rev()) };
        self.last = end.unwrap_or(' ');
        self.stop = matches!(self.last, '.' | '!' | '?' | '…');
    }

    fn read_marked(&mut self, text: &str, span: Span, residue: &[Span]) {
        for (_, c) in characters(text, span, residue) {
            if self.plain.len() >= LONGEST {
                self.long = true;
                break;
            }
            self.plain.push(c);
            match c {
                '’' => self.fold.push('\''),
                _ if c.is_ascii() => self.fold.push(c.to_ascii_lowercase()),
                _ => self.fold.extend(c.to_lowercase()),
            }
        }
        if self.plain.ends_with(' ') {
            self.plain.pop();
            self.fold.pop();
        }
    }

    fn count(&mut self) {
        self.words = 0;
        self.capitalised = (0, 0);
        let (mut first, mut letters) = (' ', 0_u32);
        for c in self.plain.chars().chain([' ']) {
            if c.is_alphanumeric() {
                first = if letters == 0 { c } else { first };
                letters += 1;
            } else if c == ' ' && letters > 0 {
                self.words += 1;
                if first.is_alphabetic() && letters > 3 {
                    self.capitalised.0 += u32::from(first.is_uppercase());
                    self.capitalised.1 += 1;
                }
                letters = 0;
            }
        }
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

/// Whether a block is plain ASCII with single spaces, so that it is seen as it is written.
fn is_even(block: &str) -> bool {
    let mut before = b' ';
    block.bytes().all(|b| {
        let even = (b' '..=b'~').contains(&b) && (b != b' ' || before != b' ');
        before = b;
        even
    })
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
