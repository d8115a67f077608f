//! What the trained namer sees of a word: the word, its neighbours, the run of capitals it stands in, what the lexicons,
//! the gazetteer and the rules say of them.
//!
//! The trainer and the namer both call this file and nothing else, so they cannot drift apart. A feature is a hash: its
//! number in the order below mixed with what it looks at. Whoever changes them raises [`REVISION`], which makes every file
//! trained before void.

use super::clue;
use crate::model::hash::{mix, mix_all};

/// The state of this file that a model file was trained with.
pub(crate) const REVISION: u32 = 1;

/// How many features a word has at the first pass, and how many more at the second.
pub(crate) const FIRST: usize = 63;
pub(crate) const SECOND: usize = 7;

/// Words looked at on each side.
pub(crate) const REACH: usize = 2;
/// How far a run of capitals is followed to each side.
const RUN: usize = 8;
/// How far behind a run its verb is looked for.
const AHEAD: usize = 4;

/// One word, looked at once and used by itself and its neighbours.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Glance {
    /// Hash of the lower-cased word.
    pub word: u32,
    /// Hashes of its last two, three and four bytes.
    pub ends: [u32; 3],
    /// Hash of its first three bytes.
    pub start: u32,
    /// Case, length, point, hyphen, and whether it is a word, a number, a mark.
    pub shape: u32,
    /// Its part of speech.
    pub pos: u32,
    /// Whether it is a verb.
    pub verb: bool,
    /// What the lexicons know of it.
    pub lexicon: u32,
    /// How the sentence and the rest of the document write it.
    pub casing: u32,
    /// What it is in longer names of the gazetteer.
    pub part: u32,
    /// The kind the rules propose, and whether the word is the first of the name; 0 for no name.
    pub proposal: u32,
    /// The rule that proposes it.
    pub rule: u32,
    /// The kind of the gazetteer's name it belongs to, and where in that name it stands; 0 for none.
    pub listed: u32,
    /// What stands beside the same word elsewhere in the article: bits of [`clue`].
    pub clues: u32,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether it may belong to a name at all.
    pub open: bool,
}

/// The capitals that stand in a row around a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    /// Its first word.
    pub start: usize,
    /// One past its last word.
    pub end: usize,
}

impl Run {
    /// The run around `i` among the words from `REACH` to `len - REACH`.
    pub(crate) fn around(words: &[Glance], i: usize) -> Self {
        let mut start = i;
        while start > i.saturating_sub(RUN) && words[start - 1].capital {
            start -= 1;
        }
        let mut end = i + 1;
        while end < (i + RUN).min(words.len()) && words[end].capital {
            end += 1;
        }
        Self { start, end }
    }

    /// Where word `i` stands in the run.
    pub(crate) fn place(self, i: usize) -> u32 {
        (i - self.start).min(4) as u32
    }
}

/// What the features of the first pass are called, in their order.
#[cfg(feature = "train")]
pub(crate) const TITLES: [&str; FIRST] = [
    "word",
    "word before",
    "word behind",
    "second word before",
    "second word behind",
    "two last letters",
    "three last letters",
    "four last letters",
    "three first letters",
    "shape",
    "shapes of three",
    "part of speech",
    "part of speech, and before",
    "part of speech, and behind",
    "parts of speech of three",
    "lexicons",
    "lexicons and casing",
    "casing",
    "lexicons, and before",
    "lexicons, and behind",
    "lexicons before",
    "lexicons behind",
    "proposal",
    "proposal and its rule",
    "proposals of three",
    "proposal and lexicons",
    "gazetteer",
    "gazetteer and proposal",
    "gazetteer of three",
    "gazetteer and capitals",
    "gazetteer before",
    "gazetteer behind",
    "part of names",
    "part of names of three",
    "part of names, and before",
    "part of names, and behind",
    "part of names and proposal",
    "clues elsewhere",
    "clues of persons elsewhere",
    "clues of places elsewhere",
    "clues elsewhere, and proposal",
    "clues elsewhere, and lexicons",
    "place in the run",
    "last of the run",
    "last of the run, its letters",
    "first of the run",
    "before the run",
    "behind the run",
    "last of the run in lexicons",
    "first of the run in lexicons",
    "last of the run in names",
    "first of the run in names",
    "before the run, and lexicons",
    "last of the run and place",
    "verb behind the run",
    "first and last of the run, and proposal",
    "first of the run and place",
    "first and last of the run",
    "gazetteer of first and last",
    "proposals of first and last",
    "three last letters and proposal",
    "clues of the run's last elsewhere",
    "clues of the run's first elsewhere",
];

/// The hashes of the first pass. `words` is a sentence with `REACH` empty words before and behind it; `i` counts from the
/// first of these.
#[inline]
pub(crate) fn first(words: &[Glance], i: usize, run: Run) -> [u32; FIRST] {
    let none = Glance::default();
    let at = |i: usize| words.get(i).unwrap_or(&none);
    let (back2, back, here, next, next2) = (at(i - 2), at(i - 1), at(i), at(i + 1), at(i + 2));
    let (start, end) = (&words[run.start], &words[run.end - 1]);
    let (before, behind) = (at(run.start - 1).word, at(run.end).word);
    let length = (run.end - run.start).min(5) as u32;
    let place = run.place(i);
    let ahead = run.end..(run.end + AHEAD).min(words.len());
    let verb = words[ahead].iter().find(|glance| glance.verb).map_or(0, |glance| glance.word);
    let clues = here.clues & (clue::PERSONS | clue::PLACES);
    let pairs = [
        [here.word, 0],
        [back.word, 0],
        [next.word, 0],
        [back2.word, 0],
        [next2.word, 0],
        [here.ends[0], here.shape & 15],
        [here.ends[1], here.shape & 15],
        [here.ends[2], 0],
        [here.start, 0],
        [here.shape, 0],
        [here.shape & 15, mix(0, back.shape & 0xF0F, next.shape & 0xF0F)],
        [here.pos, 0],
        [here.pos, back.pos],
        [here.pos, next.pos],
        [mix(1, back.pos, next.pos), here.pos],
        [here.lexicon, 0],
        [here.lexicon, here.casing],
        [here.casing, 0],
        [back.lexicon, here.lexicon],
        [next.lexicon, here.lexicon],
        [back.lexicon, u32::from(back.capital)],
        [next.lexicon, u32::from(next.capital)],
        [here.proposal, 0],
        [here.proposal, here.rule],
        [here.proposal, mix(2, back.proposal, next.proposal)],
        [here.proposal, here.lexicon],
        [here.listed, 0],
        [here.listed, here.proposal],
        [here.listed, mix(3, back.listed, next.listed)],
        [here.listed, u32::from(back.capital) * 2 + u32::from(next.capital)],
        [back.listed, 1],
        [next.listed, 1],
        [here.part, 0],
        [here.part, mix(4, back.part, next.part)],
        [here.part, back.part],
        [here.part, next.part],
        [here.part, here.proposal],
        [here.clues, 0],
        [here.clues & clue::PERSONS, 0],
        [here.clues & clue::PLACES, here.casing],
        [clues, here.proposal],
        [clues, here.lexicon],
        [length, place],
        [end.word, 0],
        [end.ends[1], length],
        [start.word, 0],
        [before, length],
        [behind, length],
        [end.lexicon, place],
        [start.lexicon, place],
        [end.part, end.lexicon],
        [start.part, length],
        [mix(5, before, length), here.lexicon & PLACES],
        [end.word, place],
        [verb, 0],
        [mix(6, end.lexicon, start.lexicon), here.proposal],
        [start.word, place],
        [start.word, end.word],
        [mix(7, start.listed, end.listed), place],
        [mix(8, start.proposal, end.proposal), place],
        [here.ends[1], here.proposal],
        [end.clues, place],
        [start.clues, place],
    ];
    hashes(1, &pairs)
}

/// The bits of [`Glance::lexicon`] that speak of places.
const PLACES: u32 = 31;

/// The hashes of features numbered from `number` on.
#[inline]
fn hashes<const N: usize>(number: u32, pairs: &[[u32; 2]; N]) -> [u32; N] {
    mix_all(number, &pairs.map(|pair| pair[0]), &pairs.map(|pair| pair[1]))
}

/// What the second pass asks about: what the first found elsewhere in the document.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Echoes {
    /// Of the word, its neighbours, and the first and last word of its run.
    pub here: u32,
    pub before: u32,
    pub behind: u32,
    pub first: u32,
    pub last: u32,
}

/// The hashes of the second pass.
#[inline]
pub(crate) fn second(echoes: Echoes, proposal: u32, listed: u32, place: u32) -> [u32; SECOND] {
    let pairs = [
        [echoes.here, 0],
        [echoes.here, proposal],
        [echoes.here, listed],
        [echoes.before, echoes.here],
        [echoes.behind, echoes.here],
        [echoes.last, place],
        [echoes.first, place],
    ];
    hashes(1 + FIRST as u32, &pairs)
}
