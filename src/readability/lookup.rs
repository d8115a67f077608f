//! What the word lists and the syllable model say of each different word of the article, asked once a word.

use super::familiar::{self, Familiarity};
use super::{long, passive, style, syllable};
use crate::reading::Reading;
use crate::token::Memo;

/// What is known of a word wherever it stands.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Letters and digits.
    pub letters: u32,
    /// Syllables as running text has it, at least one.
    pub syllables: u32,
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
}

impl Entry {
    /// Asks everything about a word.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let syllables = syllable::in_text(word).max(1);
        Self {
            letters: letters(word),
            syllables,
            familiarity: familiar::of(word),
            key: fingerprint(word),
            style: style::may_look(word),
            clause: long::may_open_clause(word),
            auxiliary: passive::may_be_auxiliary(word),
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
fn fingerprint(text: &str) -> u64 {
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
        let entry = self.entries.get(self.reading.vocabulary.id(i)? as usize)?;
        (!self.reading.folded(i).is_empty()).then_some(entry)
    }
}
