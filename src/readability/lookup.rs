//! What the word lists and the syllable model say of each different word of the article, asked once a word.

use super::familiar::{self, Familiarity};
use super::language::Signs;
use super::{long, passive, style, syllable};
use crate::reading::Reading;
use crate::span::Span;
use crate::token::Memo;

/// What is known of a word wherever it stands.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Letters and digits.
    pub letters: u32,
    /// Syllables as running text has it, at least one.
    pub syllables: u32,
    /// One of Gunning's hard words.
    pub fog_complex: bool,
    /// Which lists know it.
    pub familiarity: Familiarity,
    /// Stands for the word where different words are counted.
    pub key: u64,
    /// May be worth a second look.
    pub style: bool,
    /// May open a clause.
    pub clause: bool,
    /// May be the auxiliary of a passive.
    pub auxiliary: bool,
    /// What it tells of the article's language.
    pub signs: Signs,
    /// False of the entry that words longer than any of a list share.
    known: bool,
    /// Its bytes, when each is a stroke: ASCII and no white space. Zero otherwise.
    strokes: u32,
}

impl Entry {
    /// Asks everything about a word.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let syllables = syllable::in_text(word).max(1);
        Self {
            letters: letters(word),
            syllables,
            fog_complex: fog_complex(word, syllables),
            familiarity: familiar::of(word),
            key: fingerprint(word),
            style: style::may_look(word),
            clause: long::may_open_clause(word),
            auxiliary: passive::may_be_auxiliary(word),
            signs: Signs::of(word),
            known: !word.is_empty(),
            strokes: if word.bytes().all(|b| b.is_ascii_graphic()) { word.len() as u32 } else { 0 },
        }
    }
}

/// Letters and digits of a word or of a part of it.
#[must_use]
pub fn letters(word: &str) -> u32 {
    word.chars().filter(|c| c.is_alphanumeric()).count() as u32
}

/// One of Gunning's hard words, names aside.
#[must_use]
pub fn fog_complex(word: &str, syllables: u32) -> bool {
    syllables >= 3 && !familiar::fog_exempt(word, syllables)
}

/// FNV-1a over the lower-case characters: the same on every machine.
pub fn fingerprint(text: &str) -> u64 {
    text.chars()
        .flat_map(char::to_lowercase)
        .fold(0xcbf2_9ce4_8422_2325, |hash, c| (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3))
}

thread_local! {
    static ENTRIES: Memo<Entry> = const { Memo::new() };
}

/// The entries of an article's words, by the numbers of its vocabulary.
#[derive(Debug)]
pub struct Lookup<'a> {
    reading: &'a Reading<'a>,
    entries: Vec<Entry>,
}

impl<'a> Lookup<'a> {
    /// Asks about every word of the article.
    #[must_use]
    pub fn new(reading: &'a Reading<'a>) -> Self {
        Self { reading, entries: ENTRIES.with(|memo| memo.of(reading.vocabulary, Entry::of)) }
    }

    /// What is known of token `i`; `None` when it is longer than any word, and when there is no such token.
    #[must_use]
    pub fn token(&self, i: usize) -> Option<&Entry> {
        self.shared(i).filter(|entry| entry.known)
    }

    /// What is known of the word that token `i` is, the one of all words that are too long included.
    #[must_use]
    pub fn shared(&self, i: usize) -> Option<&Entry> {
        self.entries.get(self.reading.vocabulary.id(i)? as usize)
    }

    /// All characters of token `i` but white space; `span` is where it stands.
    #[must_use]
    pub fn strokes(&self, i: usize, span: Span) -> u32 {
        match self.shared(i) {
            // In lower case it is ASCII; of the same length, it is so as it stands.
            Some(entry) if entry.strokes == span.len() => entry.strokes,
            _ => span.of(self.reading.text).chars().filter(|c| !c.is_whitespace()).count() as u32,
        }
    }
}
