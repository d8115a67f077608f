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

/// Gives every feature of the first pass to `add`: its name and two values. `words` is a sentence with `REACH` empty
/// words before and behind it; `i` counts from the first of these.
#[inline]
pub(crate) fn first(words: &[Glance], i: usize, run: Run, add: &mut impl FnMut(&'static str, u32, u32)) {
    let none = Glance::default();
    let at = |i: usize| words.get(i).unwrap_or(&none);
    let (back2, back, here, next, next2) = (at(i - 2), at(i - 1), at(i), at(i + 1), at(i + 2));
    add("word", here.word, 0);
    add("word before", back.word, 0);
    add("word behind", next.word, 0);
    add("second word before", back2.word, 0);
    add("second word behind", next2.word, 0);
    add("two last letters", here.ends[0], here.shape & 15);
    add("three last letters", here.ends[1], here.shape & 15);
    add("four last letters", here.ends[2], 0);
    add("three first letters", here.start, 0);
    add("shape", here.shape, 0);
    add("shapes of three", here.shape & 15, mix(0, back.shape & 0xF0F, next.shape & 0xF0F));
    add("part of speech", here.pos, 0);
    add("part of speech, and before", here.pos, back.pos);
    add("part of speech, and behind", here.pos, next.pos);
    add("parts of speech of three", mix(1, back.pos, next.pos), here.pos);

    add("lexicons", here.lexicon, 0);
    add("lexicons and casing", here.lexicon, here.casing);
    add("casing", here.casing, 0);
    add("lexicons, and before", back.lexicon, here.lexicon);
    add("lexicons, and behind", next.lexicon, here.lexicon);
    add("lexicons before", back.lexicon, u32::from(back.capital));
    add("lexicons behind", next.lexicon, u32::from(next.capital));

    add("proposal", here.proposal, 0);
    add("proposal and its rule", here.proposal, here.rule);
    add("proposals of three", here.proposal, mix(2, back.proposal, next.proposal));
    add("proposal and lexicons", here.proposal, here.lexicon);

    add("gazetteer", here.listed, 0);
    add("gazetteer and proposal", here.listed, here.proposal);
    add("gazetteer of three", here.listed, mix(3, back.listed, next.listed));
    add("gazetteer and capitals", here.listed, u32::from(back.capital) * 2 + u32::from(next.capital));
    add("gazetteer before", back.listed, 1);
    add("gazetteer behind", next.listed, 1);
    add("part of names", here.part, 0);
    add("part of names of three", here.part, mix(4, back.part, next.part));
    add("part of names, and before", here.part, back.part);
    add("part of names, and behind", here.part, next.part);
    add("part of names and proposal", here.part, here.proposal);

    add("clues elsewhere", here.clues, 0);
    add("clues of persons elsewhere", here.clues & clue::PERSONS, 0);
    add("clues of places elsewhere", here.clues & clue::PLACES, here.casing);
    add("clues elsewhere, and proposal", here.clues & (clue::PERSONS | clue::PLACES), here.proposal);
    add("clues elsewhere, and lexicons", here.clues & (clue::PERSONS | clue::PLACES), here.lexicon);

    around(words, i, run, add);
}

/// The features that look at the whole run of capitals.
#[inline]
fn around(words: &[Glance], i: usize, run: Run, add: &mut impl FnMut(&'static str, u32, u32)) {
    let here = &words[i];
    let (first, last) = (&words[run.start], &words[run.end - 1]);
    let word = |i: usize| words.get(i).map_or(0, |glance| glance.word);
    let (before, behind) = (word(run.start - 1), word(run.end));
    let length = (run.end - run.start).min(5) as u32;
    let place = run.place(i);
    add("place in the run", length, place);
    add("last of the run", last.word, 0);
    add("last of the run, its letters", last.ends[1], length);
    add("first of the run", first.word, 0);
    add("before the run", before, length);
    add("behind the run", behind, length);
    add("last of the run in lexicons", last.lexicon, place);
    add("first of the run in lexicons", first.lexicon, place);
    add("last of the run in names", last.part, last.lexicon);
    add("first of the run in names", first.part, length);
    add("before the run, and lexicons", mix(5, before, length), here.lexicon & PLACES);
    add("last of the run and place", last.word, place);
    let ahead = run.end..(run.end + AHEAD).min(words.len());
    let verb = words[ahead].iter().find(|glance| glance.verb).map_or(0, |glance| glance.word);
    add("verb behind the run", verb, 0);
    add("first and last of the run, and proposal", mix(6, last.lexicon, first.lexicon), here.proposal);
    add("first of the run and place", first.word, place);
    add("first and last of the run", first.word, last.word);
    add("gazetteer of first and last", mix(7, first.listed, last.listed), place);
    add("proposals of first and last", mix(8, first.proposal, last.proposal), place);
    add("three last letters and proposal", here.ends[1], here.proposal);
    add("clues of the run's last elsewhere", last.clues, place);
    add("clues of the run's first elsewhere", first.clues, place);
}

/// The bits of [`Glance::lexicon`] that speak of places.
const PLACES: u32 = 31;

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

/// Gives every feature of the second pass to `add`.
#[inline]
pub(crate) fn second(
    echoes: Echoes,
    proposal: u32,
    listed: u32,
    place: u32,
    add: &mut impl FnMut(&'static str, u32, u32),
) {
    add("named elsewhere", echoes.here, 0);
    add("named elsewhere, and proposal", echoes.here, proposal);
    add("named elsewhere, and gazetteer", echoes.here, listed);
    add("named elsewhere, and before", echoes.before, echoes.here);
    add("named elsewhere, and behind", echoes.behind, echoes.here);
    add("last of the run named elsewhere", echoes.last, place);
    add("first of the run named elsewhere", echoes.first, place);
}

/// The features of a word, in their order.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hashes<const N: usize> {
    first: [u32; N],
    second: [u32; N],
    count: usize,
    offset: u32,
}

impl<const N: usize> Hashes<N> {
    /// None yet; the number of the first will be `offset`.
    pub(crate) fn new(offset: usize) -> Self {
        Self { first: [0; N], second: [0; N], count: 0, offset: offset as u32 }
    }

    /// Adds one.
    #[inline]
    pub(crate) fn add(&mut self, first: u32, second: u32) {
        if let (Some(a), Some(b)) = (self.first.get_mut(self.count), self.second.get_mut(self.count)) {
            (*a, *b) = (first, second);
            self.count += 1;
        }
    }

    /// Their hashes.
    #[inline]
    pub(crate) fn all(&self) -> [u32; N] {
        mix_all(self.offset + 1, &self.first, &self.second)
    }
}
