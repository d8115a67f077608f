//! Names and words of names that the model file knows: hashes only, with a byte that says of what kind.

use crate::model::hash::mix;
use crate::model::{Error, Model, Words};

/// What a byte of the gazetteer says; a name may be several things.
#[cfg(feature = "train")]
pub(crate) mod kind {
    pub(crate) const BODY: u8 = 1;
    pub(crate) const PLACE: u8 = 1 << 1;
    pub(crate) const GROUP: u8 = 1 << 2;
    pub(crate) const FACILITY: u8 = 1 << 3;
    pub(crate) const EVENT: u8 = 1 << 4;
    pub(crate) const WORK: u8 = 1 << 5;
    pub(crate) const PERSON: u8 = 1 << 6;
    /// The words may be something else or nothing at all.
    pub(crate) const DOUBTFUL: u8 = 1 << 7;
}

/// What a byte says of a single word of longer names.
#[cfg(feature = "train")]
pub(crate) mod part {
    pub(crate) const SURNAME: u8 = 1;
    pub(crate) const GIVEN: u8 = 1 << 1;
    /// The last word of a body.
    pub(crate) const BODY: u8 = 1 << 2;
}

/// How far a name may lie behind its slot: few misses are looked up, so the table may be full.
pub(crate) const REACH: usize = 16;

/// Longest name that is looked for, in tokens.
pub(crate) const LONGEST: usize = 8;

/// Marks the hashes of single words, so that they differ from those of whole names.
const PART: u32 = 0x50A7;

/// The names and words that the model file knows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Gazetteer<'m> {
    words: Words<'m, REACH>,
}

impl<'m> Gazetteer<'m> {
    /// Takes the gazetteer from a model file.
    pub(crate) fn new(model: &Model<'m>) -> Result<Self, Error> {
        Ok(Self { words: Words::new(model, b"GUAR", b"CLAS")? })
    }

    /// What the word with this hash is in longer names.
    pub(crate) fn part(&self, word: u32) -> u8 {
        self.words.class(part_hash(word))
    }

    /// How many of `words` make the longest known name that begins with the first of them, and what it is.
    pub(crate) fn longest(&self, words: impl Iterator<Item = u32>) -> Option<(usize, u8)> {
        let mut hash = 0;
        let mut best = None;
        for (n, word) in words.take(LONGEST).enumerate() {
            hash = extend(hash, word);
            match self.words.class(hash) {
                0 => {}
                class => best = Some((n + 1, class)),
            }
        }
        best
    }
}

/// The hash of a name, one word longer.
pub(crate) fn extend(name: u32, word: u32) -> u32 {
    mix(1, name, word)
}

/// The hash under which a single word of longer names is kept.
pub(crate) fn part_hash(word: u32) -> u32 {
    mix(2, PART, word)
}
