//! Third room: sentences become tokens.
//!
//! There are two granularities in one list. Tokens are fine, as taggers want them: "don't" is `do` + `n't`,
//! "Russia's" is `Russia` + `'s`, "U.S.-made" is `U.S.` + `-` + `made`. Words are what readability counts: a token
//! that is not `glued` begins a new word, a glued one continues it, so each of the three above is one word.

use crate::article::Article;
use crate::sentence::Sentence;
use crate::span::Span;

/// What kind of token it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Has at least one letter: "mayor", "U.S.", "G20", "n't", "'s".
    Word,
    /// Digits with their separators: "3.5", "1,200", "2025", "10:30".
    Number,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// `@name` or `#topic`.
    Handle,
    /// A quotation mark, straight or curly, double or single, guillemet. An apostrophe inside a word is no mark.
    Mark,
    /// Any other punctuation, one token a character except `...` and `--`.
    Punct,
    /// Currency, percent and other symbols.
    Symbol,
    /// Emoji, joined sequences whole.
    Emoji,
}

/// How the letters of a token are cased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// No letters with case.
    None,
    /// "mayor".
    Lower,
    /// "Mayor"; also a single capital such as "A" or "I".
    Title,
    /// "NATO", "U.S.": two capitals or more, no lower case.
    Upper,
    /// "McDonald", "iPhone".
    Mixed,
}

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its characters.
    pub span: Span,
    /// Index of its sentence.
    pub sentence: u32,
    /// What it is.
    pub kind: Kind,
    /// How it is cased.
    pub shape: Shape,
    /// Whether it belongs to the same word as the token before.
    pub glued: bool,
    /// Whether white space (or the block's start) stands before it, markup aside.
    pub space_before: bool,
}

impl Token {
    /// Whether a counted word begins here: a letter or digit, and not the rest of a word already begun.
    #[must_use]
    pub fn begins_word(&self) -> bool {
        !self.glued && matches!(self.kind, Kind::Word | Kind::Number | Kind::Url | Kind::Email | Kind::Handle)
    }
}

/// What this room writes.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// All tokens, in order. Within a sentence they tile everything but white space and markup.
    pub tokens: Vec<Token>,
    /// Index of each sentence's first token, and at last the number of tokens.
    pub first: Vec<u32>,
}

/// Cuts every sentence into tokens.
#[must_use]
pub fn split(text: &str, _article: &Article<'_>, sentences: &[Sentence]) -> Tokens {
    let mut out = Tokens::default();
    for (index, sentence) in sentences.iter().enumerate() {
        out.first.push(out.tokens.len() as u32);
        let mut at = sentence.span.start;
        for piece in sentence.span.of(text).split_inclusive(char::is_whitespace) {
            let word = piece.trim_end();
            if !word.is_empty() {
                out.tokens.push(Token {
                    span: Span::new(at, at + word.len() as u32),
                    sentence: index as u32,
                    kind: Kind::Word,
                    shape: Shape::Lower,
                    glued: false,
                    space_before: true,
                });
            }
            at += piece.len() as u32;
        }
    }
    out.first.push(out.tokens.len() as u32);
    out
}
