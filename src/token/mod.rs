//! Third room: sentences become tokens.
//!
//! There are two granularities in one list. Tokens are fine, as taggers want them: "don't" is `do` + `n't`,
//! "Russia's" is `Russia` + `'s`, "U.S.-made" is `U.S.` + `-` + `made`. Words are what readability counts: a token
//! that is not `glued` begins a new word, a glued one continues it, so each of the three above is one word.

mod address;
mod class;
mod contraction;
mod distinct;
mod memo;
mod number;
mod scan;
mod symbol;
#[cfg(test)]
mod tests;
mod vocabulary;
mod word;

pub use self::memo::Memo;
use self::scan::Cutter;
pub use self::vocabulary::Vocabulary;
use crate::article::Article;
use crate::sentence::Sentence;
use crate::sentence::visible::Visible;
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
    /// A quotation mark, straight or curly, double or single, guillemet; two single marks in a row are one. An
    /// apostrophe inside a word is no mark. A single mark after a word in s may be a possessive: while another single
    /// mark is open in the block it is a mark all the same, but a glued one, and no other mark is glued.
    Mark,
    /// Any other punctuation: one token a character, but runs of one mark (`...`, `--`, `?!`) whole. Also the
    /// apostrophe of a possessive, "bosses'", which is glued.
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

impl Shape {
    /// How the letters of `word` are cased.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let (mut upper, mut classes) = (0, 0);
        for class in word.bytes().map(class::of) {
            upper += usize::from(class == class::UPPER);
            classes |= class;
        }
        let mut lower = classes & class::LOWER != 0;
        if classes & class::HIGH != 0 {
            upper = word.chars().filter(|c| c.is_uppercase()).count();
            lower = word.chars().any(char::is_lowercase);
        }
        let first = || word.chars().find(|c| c.is_uppercase() || c.is_lowercase());
        match (upper, lower) {
            (0, false) => Self::None,
            (0, true) => Self::Lower,
            (1, _) if first().is_some_and(char::is_uppercase) => Self::Title,
            (_, false) => Self::Upper,
            _ => Self::Mixed,
        }
    }
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
    /// The different words.
    pub vocabulary: Vocabulary,
}

/// Cuts every sentence into tokens.
#[must_use]
pub fn split(text: &str, article: &Article<'_>, sentences: &[Sentence]) -> Tokens {
    let mut out = Tokens {
        tokens: Vec::with_capacity(text.len() / 5),
        first: Vec::with_capacity(sentences.len() + 1),
        ..Tokens::default()
    };
    let mut single = false;
    let mut block = u32::MAX;
    for (index, sentence) in sentences.iter().enumerate() {
        if sentence.block != block {
            block = sentence.block;
            single = false;
        }
        out.first.push(out.tokens.len() as u32);
        let seen = Visible::new(text, &article.residue, sentence.span);
        Cutter::new(&seen, index as u32, &mut single, &mut out.tokens).cut();
    }
    out.first.push(out.tokens.len() as u32);
    out.vocabulary = Vocabulary::new(text, &out.tokens);
    out
}
