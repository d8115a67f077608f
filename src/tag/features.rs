//! What the trained tagger sees of a word and its neighbours.
//!
//! The trainer and the tagger both call this file and nothing else, so they cannot drift apart. Features are hashes:
//! a template's number mixed with what it looks at.

use super::Pos;
use crate::model::hash::{self, mix, mix_all};

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

/// What can be said of a word wherever it stands.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Form {
    /// Hash of the lower-cased word, every digit a zero.
    pub word: u32,
    /// Hashes of its last one to four bytes; the whole word where it is no longer.
    pub ends: [u32; 4],
    /// Hashes of its first two, three bytes.
    pub starts: [u32; 2],
    /// What the lexicon knows of it, 0 for nothing.
    pub class: u32,
}

/// One word in its place, looked at once and used by itself and its four neighbours.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Glance {
    /// The word.
    pub form: Form,
    /// Capitals, digits, hyphens and points, and whether the sentence is a headline.
    pub shape: u32,
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

impl Form {
    /// Looks at `word`; the lexicon is asked by its hash.
    pub fn new(word: &str, class: impl FnOnce(u32) -> u8) -> Self {
        let mut buffer = [0; 64];
        let folded = hash::fold(word, &mut buffer);
        let tail = |n: usize| hash::bytes(&folded[folded.len().saturating_sub(n)..]);
        let head = |n: usize| hash::bytes(&folded[..folded.len().min(n)]);
        let word = hash::bytes(folded);
        Self { word, ends: [tail(1), tail(2), tail(3), tail(4)], starts: [head(2), head(3)], class: class(word).into() }
    }
}

/// Packs what the letters look like into a few bits.
pub(crate) fn shape(word: &[u8], first: bool, casing: Casing) -> u32 {
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
    let pairs = [
        [here.form.word, 0],
        [here.form.ends[0], here.shape],
        [here.form.ends[1], here.shape & 7],
        [here.form.ends[2], here.shape & 7],
        [here.form.ends[3], 0],
        [here.form.starts[0], 0],
        [here.form.starts[1], 0],
        [here.shape, 0],
        [tag, 0],
        [tags, 0],
        [tag, here.form.word],
        [tag, here.form.ends[2]],
        [tags, here.form.class],
        [back.form.word, 0],
        [back2.form.word, 0],
        [next.form.word, 0],
        [next2.form.word, 0],
        [back.form.word, here.form.word],
        [here.form.word, next.form.word],
        [next.form.ends[2], 0],
        [next.form.ends[1], tag],
        [back.form.ends[2], 0],
        [here.form.class, next.form.class],
        [mix(0, next.form.class, next2.form.class), here.form.class],
        [here.shape, mix(0, back.shape & 7, next.shape & 7)],
        [tag, mix(0, next.form.class, here.form.class)],
    ];
    mix_all(1, &pairs.map(|pair| pair[0]), &pairs.map(|pair| pair[1]))
}
