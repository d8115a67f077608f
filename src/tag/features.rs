//! What the trained tagger sees of a word and its neighbours.
//!
//! The trainer and the tagger both call this file and nothing else, so they cannot drift apart. Features are hashes:
//! a template's number mixed with what it looks at.

use super::Pos;
use crate::model::hash::{self, mix, mix_all};
use crate::model::key;

/// How many features a token has: those of the five words around it, and those of its place.
#[cfg(any(test, feature = "train"))]
pub(crate) const TEMPLATES: usize = 10 + SPELLED.len() + CLASSES.len() + PLACED.len();

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

/// One word in its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glance<'f> {
    /// The word.
    pub form: &'f Form,
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

/// The shape of a word of nothing but small letters.
pub(crate) const LOWER: u32 = 1;

/// Packs what the letters look like into a few bits.
// Apart: the walk over a sentence asks it about few words, and stays short.
#[inline(never)]
pub(crate) fn shape(word: &[u8], first: bool, casing: Casing) -> u32 {
    // Most words are nothing but small letters.
    if !word.is_empty() && word.iter().all(u8::is_ascii_lowercase) {
        return LOWER;
    }
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

/// The numbers of the features that look at one word and how it is written.
const SPELLED: [u32; 4] = [2, 3, 4, 8];
/// The numbers of the features that look at the classes of words and the tags before.
const CLASSES: [u32; 6] = [9, 10, 13, 23, 24, 26];
/// The numbers of the other features that depend on several words or on the tags before.
const PLACED: [u32; 6] = [11, 12, 18, 19, 21, 25];

/// The features of a word with letters of this shape.
pub(crate) fn spelled(form: &Form, shape: u32) -> [u32; SPELLED.len()] {
    let pairs = [[form.ends[0], shape], [form.ends[1], shape & 7], [form.ends[2], shape & 7], [shape, 0]];
    mix_all(&SPELLED, &pairs)
}

/// A word, the two behind it and the two tags before it, by the classes of the words.
pub(crate) struct Classes {
    here: u32,
    next: u32,
    next2: u32,
    before: [u8; 2],
}

impl Classes {
    /// Those of the middle one of five words.
    #[inline]
    pub fn of([_, _, here, next, next2]: &[Glance<'_>; 5], before: [u8; 2]) -> Self {
        Self { here: here.form.class, next: next.form.class, next2: next2.form.class, before }
    }

    /// Two words with the same key have the same features of this group.
    #[inline]
    pub fn key(&self) -> u64 {
        let [before2, before] = self.before.map(u32::from);
        key(&[(before2, 5), (before, 5), (self.here, 8), (self.next, 8), (self.next2, 8)])
    }

    pub fn hashes(&self) -> [u32; CLASSES.len()] {
        let &Self { here, next, next2, before } = self;
        let (tag, tags) = numbers(before);
        let pairs =
            [[tag, 0], [tags, 0], [tags, here], [here, next], [mix(0, next, next2), here], [tag, mix(0, next, here)]];
        mix_all(&CLASSES, &pairs)
    }
}

/// The tag before a word, and both tags before it, as features know them.
#[inline]
fn numbers(before: [u8; 2]) -> (u32, u32) {
    let tag = u32::from(before[1]) + 1;
    (tag, tag * 32 + u32::from(before[0]) + 1)
}

/// What else depends on several of five words, the middle one of which is tagged, or on the tag before it.
#[inline]
pub(crate) fn placed([_, back, here, next, _]: &[Glance<'_>; 5], before: [u8; 2]) -> [u32; PLACED.len()] {
    let (tag, _) = numbers(before);
    let pairs = [
        [tag, here.form.word],
        [tag, here.form.ends[2]],
        [back.form.word, here.form.word],
        [here.form.word, next.form.word],
        [next.form.ends[1], tag],
        [here.shape, mix(0, back.shape & 7, next.shape & 7)],
    ];
    mix_all(&PLACED, &pairs)
}

/// The features that look at nothing but one word, by where it stands beside the token that is tagged.
pub(crate) struct Lone {
    pub here: [u32; 4],
    pub back: [u32; 2],
    pub back2: [u32; 1],
    pub next: [u32; 2],
    pub next2: [u32; 1],
}

impl Lone {
    /// Those of `form`.
    pub fn of(form: &Form) -> Self {
        let Form { word, ends, starts, .. } = *form;
        Self {
            here: [mix(1, word, 0), mix(5, ends[3], 0), mix(6, starts[0], 0), mix(7, starts[1], 0)],
            back: [mix(14, word, 0), mix(22, ends[2], 0)],
            back2: [mix(15, word, 0)],
            next: [mix(16, word, 0), mix(20, ends[2], 0)],
            next2: [mix(17, word, 0)],
        }
    }
}

/// All features of the middle one of five words.
#[cfg(any(test, feature = "train"))]
pub(crate) fn hashes(window: &[Glance<'_>; 5], before: [u8; 2]) -> [u32; TEMPLATES] {
    let [back2, back, here, next, next2] = window.map(|glance| Lone::of(glance.form));
    let spelled = spelled(window[2].form, window[2].shape);
    let (classes, placed) = (Classes::of(window, before).hashes(), placed(window, before));
    let groups = [&here.here[..], &back.back, &back2.back2, &next.next, &next2.next2, &spelled, &classes, &placed];
    let mut all = groups.into_iter().flatten();
    std::array::from_fn(|_| all.next().copied().unwrap_or_default())
}
