//! What the trained namer sees of a word: the word, its neighbours, the run of capitals it stands in, what the lexicons,
//! the gazetteer and the rules say of them.
//!
//! The trainer and the namer both call the functions of this file, of `group` and of `lone`, so they cannot drift apart.
//! A feature is a hash: its number in the order below mixed with what it looks at. Whoever changes them raises
//! [`REVISION`], which makes every file trained before void.

#[cfg(any(test, feature = "train"))]
use super::group::{self, Sight};
#[cfg(any(test, feature = "train"))]
use super::lone::{self, Lone};
use crate::model::hash::{mix, mix_all};
use crate::model::key;
use crate::name::Rule;

/// The state of this file that a model file was trained with.
pub(crate) const REVISION: u32 = 1;

/// How many features a word has at the first pass.
#[cfg(any(test, feature = "train"))]
pub(crate) const FIRST: usize = 63;
/// How many more it has at the second.
pub(crate) const SECOND: usize = 7;

/// Words looked at on each side.
pub(crate) const REACH: usize = 2;
/// How far a run of capitals is followed to each side.
const RUN: usize = 8;

/// What can be said of a word wherever it stands.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Form {
    /// Hash of the lower-cased word.
    pub word: u32,
    /// Hashes of its last two, three and four bytes.
    pub ends: [u32; 3],
    /// Hash of its first three bytes.
    pub start: u32,
    /// Its part of the shape: whether it has a point, a hyphen.
    pub signs: u32,
}

/// One word, looked at once and used by itself and its neighbours.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Glance {
    /// The word; `None` before and behind the sentence.
    pub id: Option<u32>,
    /// Its form.
    pub form: Form,
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
    pub rule: Option<Rule>,
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

/// The hashes of the first pass, in the order of their numbers.
#[cfg(any(test, feature = "train"))]
pub(crate) fn first(words: &[Glance], i: usize, run: Run) -> [u32; FIRST] {
    let sight = Sight::new(words, i, run);
    let lone = [sight.here, sight.back, sight.next, sight.back2, sight.next2].map(|glance| Lone::of(&glance.form));
    let mut all = [0; FIRST];
    let mut put = |numbers: &[u32], hashes: &[u32]| {
        numbers.iter().zip(hashes).for_each(|(&number, &hash)| all[number as usize - 1] = hash);
    };
    put(&lone::HERE, &lone[0].here);
    put(&lone::BACK, &lone[1].back);
    put(&lone::NEXT, &lone[2].next);
    put(&lone::BACK2, &lone[3].back2);
    put(&lone::NEXT2, &lone[4].next2);
    put(&group::POS, &sight.pos());
    put(&group::LISTS, &sight.lists());
    put(&group::LEXICON, &sight.lexicon());
    put(&group::PARTS, &sight.parts());
    put(&group::CLUES, &sight.clues());
    put(&group::RUN_WORDS, &group::run_words(&sight.start.form, &sight.end.form, sight.length, sight.place));
    put(&group::RUN_LISTS, &sight.run_lists());
    put(&group::OTHERS, &sight.others());
    all
}

/// The numbers of the second pass.
const SECONDS: [u32; SECOND] = [64, 65, 66, 67, 68, 69, 70];

/// What the second pass asks about: what the first found elsewhere in the document.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Echoes {
    /// Of the word, its neighbours, and the first and last word of its run: numbers of [`Echoes::number`].
    pub here: u32,
    pub before: u32,
    pub behind: u32,
    pub first: u32,
    pub last: u32,
    /// As in [`Glance`].
    pub proposal: u32,
    pub listed: u32,
    /// Where the word stands in its run.
    pub place: u32,
}

impl Echoes {
    /// A number for the sort that a word has elsewhere, how surely (0 to 2), and whether more than once; 0 stands for a
    /// word that is nowhere else.
    pub fn number(sort: u32, sure: u32, several: bool) -> u32 {
        1 + sort * 6 + sure * 2 + u32::from(several)
    }

    /// What the features know such a number by.
    fn hash(number: u32) -> u32 {
        number.checked_sub(1).map_or(0, |number| mix(number / 6, number % 6 / 2, number % 2))
    }

    /// Two words with the same key have the same features of the second pass.
    pub fn key(&self) -> u64 {
        let run = [(self.first, 6), (self.last, 6), (self.place, 3)];
        let words = [(self.here, 6), (self.before, 6), (self.behind, 6), (self.proposal, 5), (self.listed, 11)];
        key(&words) << 15 | key(&run)
    }

    /// The hashes of the second pass.
    pub fn hashes(&self) -> [u32; SECOND] {
        let here = Self::hash(self.here);
        let pairs = [
            [here, 0],
            [here, self.proposal],
            [here, self.listed],
            [Self::hash(self.before), here],
            [Self::hash(self.behind), here],
            [Self::hash(self.last), self.place],
            [Self::hash(self.first), self.place],
        ];
        mix_all(&SECONDS, &pairs)
    }
}
