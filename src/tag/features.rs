//! What the trained tagger sees of a word and its neighbours.
//!
//! The trainer and the tagger both call this file and nothing else, so they cannot drift apart. Features are hashes:
//! a template's number mixed with what it looks at.

use super::Pos;
use crate::model::hash::{self, mix};

/// How many features a token has.
pub(crate) const TEMPLATES: usize = 26;

/// The tag in front of the first word of a sentence.
pub(crate) const START: u8 = 17;

/// The tag of each lane of a row of weights. Punctuation has none: tokens without letters or digits go by rule.
pub(crate) const LANES: [Pos; 16] = [
    Pos::Adj,
    Pos::Adp,
    Pos::Adv,
    Pos::Aux,
    Pos::Cconj,
    Pos::Det,
    Pos::Intj,
    Pos::Noun,
    Pos::Num,
    Pos::Part,
    Pos::Pron,
    Pos::Propn,
    Pos::Sconj,
    Pos::Sym,
    Pos::Verb,
    Pos::X,
];

/// One word, looked at once and used by itself and its four neighbours.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Glance {
    /// Hash of the lower-cased word, every digit a zero.
    pub word: u32,
    /// Hashes of its last one to four bytes; the whole word where it is no longer.
    pub ends: [u32; 4],
    /// Hashes of its first two, three bytes.
    pub starts: [u32; 2],
    /// Capitals, digits, hyphens and points, and whether the sentence is a headline.
    pub shape: u32,
    /// What the lexicon knows of it, 0 for nothing.
    pub class: u32,
}

/// What a sentence does with capitals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Casing {
    /// Capitals mean what they usually mean.
    #[default]
    Sentence,
    /// Most words begin with a capital, as in a headline.
    Title,
    /// Hardly a small letter.
    Upper,
}

impl Casing {
    /// Judges by the words after the first; short words are small in headlines too.
    pub fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let (mut counted, mut capital, mut upper) = (0, 0, 0);
        for word in words.skip(1) {
            let bytes = word.as_bytes();
            if bytes.len() < 4 || !bytes[0].is_ascii_alphabetic() {
                continue;
            }
            counted += 1;
            if bytes[0].is_ascii_uppercase() {
                capital += 1;
                upper += u32::from(bytes[1].is_ascii_uppercase());
            }
        }
        if counted < 3 || capital * 4 < counted * 3 {
            Self::Sentence
        } else if upper * 4 >= counted * 3 {
            Self::Upper
        } else {
            Self::Title
        }
    }
}

impl Glance {
    /// Looks at `word`.
    pub fn at(word: &str, first: bool, casing: Casing) -> Self {
        let mut buffer = [0; 64];
        let folded = hash::fold(word, &mut buffer);
        let tail = |n: usize| hash::bytes(&folded[folded.len().saturating_sub(n)..]);
        let head = |n: usize| hash::bytes(&folded[..folded.len().min(n)]);
        Self {
            word: hash::bytes(folded),
            ends: [tail(1), tail(2), tail(3), tail(4)],
            starts: [head(2), head(3)],
            shape: shape(word.as_bytes(), first, casing),
            class: 0,
        }
    }
}

/// Packs what the letters look like into a few bits.
fn shape(word: &[u8], first: bool, casing: Casing) -> u32 {
    let (mut upper, mut lower, mut digit, mut hyphen, mut point) = (0_u32, 0_u32, 0_u32, 0_u32, 0_u32);
    for &byte in word.iter().take(64) {
        match byte {
            b'A'..=b'Z' => upper += 1,
            b'a'..=b'z' | 0x80.. => lower += 1,
            b'0'..=b'9' => digit += 1,
            b'-' => hyphen = 1,
            b'.' | b'@' | b'/' => point = 1,
            _ => {}
        }
    }
    let initial = word.first().is_some_and(u8::is_ascii_uppercase);
    let case = match (initial, upper, lower) {
        (_, 0, 0) => 0,
        (_, 0, _) => 1,
        (true, 1, 0) => 2,
        (true, 1, _) => 3,
        (_, _, 0) => 4,
        _ => 5,
    };
    let digits = match (digit, upper + lower) {
        (0, _) => 0,
        (4, 0) => 1,
        (_, 0) => 2,
        _ => 3,
    };
    let casing = if case > 1 { casing as u32 } else { 0 };
    case | digits << 3 | hyphen << 5 | point << 6 | u32::from(first && case > 1) << 7 | casing << 8
}

/// The features of the middle one of five words, given the tags of the two before it.
pub(crate) fn hashes(window: &[Glance; 5], before: [u8; 2]) -> [u32; TEMPLATES] {
    let [back2, back, here, next, next2] = window;
    let tag = u32::from(before[1]) + 1;
    let tags = tag * 32 + u32::from(before[0]) + 1;
    [
        mix(1, here.word, 0),
        mix(2, here.ends[0], here.shape),
        mix(3, here.ends[1], here.shape & 7),
        mix(4, here.ends[2], here.shape & 7),
        mix(5, here.ends[3], 0),
        mix(6, here.starts[0], 0),
        mix(7, here.starts[1], 0),
        mix(8, here.shape, 0),
        mix(9, tag, 0),
        mix(10, tags, 0),
        mix(11, tag, here.word),
        mix(12, tag, here.ends[2]),
        mix(13, tags, here.class),
        mix(14, back.word, 0),
        mix(15, back2.word, 0),
        mix(16, next.word, 0),
        mix(17, next2.word, 0),
        mix(18, back.word, here.word),
        mix(19, here.word, next.word),
        mix(20, next.ends[2], 0),
        mix(21, next.ends[1], tag),
        mix(22, back.ends[2], 0),
        mix(23, here.class, next.class),
        mix(24, mix(0, next.class, next2.class), here.class),
        mix(25, here.shape, mix(0, back.shape & 7, next.shape & 7)),
        mix(26, tag, mix(0, next.class, here.class)),
    ]
}
