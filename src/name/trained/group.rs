//! The features of the first pass by what they look at. What looks at few different things has a key: two words with the
//! same key have the same features of that group.

use super::clue;
use super::features::{Form, Glance, REACH, Run};
use crate::model::hash::{self, mix, mix_all};
use crate::model::key;

pub(super) const POS: [u32; 4] = [12, 13, 14, 15];
pub(super) const LEXICON: [u32; 4] = [16, 17, 18, 26];
pub(super) const LISTS: [u32; 9] = [23, 24, 25, 27, 28, 29, 30, 31, 32];
pub(super) const PARTS: [u32; 5] = [33, 34, 35, 36, 37];
pub(super) const CLUES: [u32; 5] = [38, 39, 40, 41, 42];
pub(super) const RUN_WORDS: [u32; 6] = [44, 45, 46, 54, 57, 58];
pub(super) const RUN_LISTS: [u32; 7] = [49, 50, 51, 52, 56, 59, 60];
pub(super) const OTHERS: [u32; 16] = [6, 7, 10, 11, 19, 20, 21, 22, 43, 47, 48, 53, 55, 61, 62, 63];

/// How far behind a run its verb is looked for.
const AHEAD: usize = 4;

/// The bits of [`Glance::lexicon`] that speak of places.
const PLACES: u32 = 31;

/// A word among its neighbours.
pub(crate) struct Sight<'w> {
    pub back2: &'w Glance,
    pub back: &'w Glance,
    pub here: &'w Glance,
    pub next: &'w Glance,
    pub next2: &'w Glance,
    /// The first and the last word of its run.
    pub start: &'w Glance,
    pub end: &'w Glance,
    /// The words beside the run.
    before: u32,
    behind: u32,
    /// The verb behind the run.
    verb: u32,
    /// How long the run is, as far as it matters, and where in it the word stands.
    pub length: u32,
    pub place: u32,
}

impl<'w> Sight<'w> {
    /// `words` is a sentence with `REACH` empty words before and behind it; `i` counts from the first of these.
    pub fn new(words: &'w [Glance], i: usize, run: Run) -> Self {
        let ahead = &words[run.end..(run.end + AHEAD).min(words.len())];
        Self {
            back2: &words[i - REACH],
            back: &words[i - 1],
            here: &words[i],
            next: &words[i + 1],
            next2: &words[i + REACH],
            start: &words[run.start],
            end: &words[run.end - 1],
            before: words[run.start - 1].form.word,
            behind: words[run.end].form.word,
            verb: ahead.iter().find(|glance| glance.verb).map_or(0, |glance| glance.form.word),
            length: (run.end - run.start).min(5) as u32,
            place: run.place(i),
        }
    }

    /// The parts of speech of three words.
    pub fn pos_key(&self) -> u64 {
        key(&[(self.here.pos, 5), (self.back.pos, 5), (self.next.pos, 5)])
    }

    pub fn pos(&self) -> [u32; POS.len()] {
        let (here, back, next) = (self.here.pos, self.back.pos, self.next.pos);
        mix_all(&POS, &[[here, 0], [here, back], [here, next], [mix(1, back, next), here]])
    }

    /// What the lexicons know of the word, how it is written, and what the rules propose.
    pub fn lexicon_key(&self) -> u64 {
        let here = self.here;
        key(&[(here.lexicon, 32), (here.casing, 8), (here.proposal, 5)])
    }

    pub fn lexicon(&self) -> [u32; LEXICON.len()] {
        let here = self.here;
        let pairs = [[here.lexicon, 0], [here.lexicon, here.casing], [here.casing, 0], [here.proposal, here.lexicon]];
        mix_all(&LEXICON, &pairs)
    }

    /// What the rules propose and what the gazetteer knows, of three words.
    pub fn lists_key(&self) -> u64 {
        let (here, back, next) = (self.here, self.back, self.next);
        let rule = here.rule.map_or(0, |rule| rule as u32 + 1);
        let proposals = [(here.proposal, 5), (back.proposal, 5), (next.proposal, 5), (rule, 6)];
        let capitals = [(u32::from(back.capital), 1), (u32::from(next.capital), 1)];
        key(&proposals) << 35
            | key(&[(here.listed, 11), (back.listed, 11), (next.listed, 11), capitals[0], capitals[1]])
    }

    pub fn lists(&self) -> [u32; LISTS.len()] {
        let (here, back, next) = (self.here, self.back, self.next);
        let rule = here.rule.map_or(0, |rule| hash::bytes(rule.name().as_bytes()));
        let pairs = [
            [here.proposal, 0],
            [here.proposal, rule],
            [here.proposal, mix(2, back.proposal, next.proposal)],
            [here.listed, 0],
            [here.listed, here.proposal],
            [here.listed, mix(3, back.listed, next.listed)],
            [here.listed, u32::from(back.capital) * 2 + u32::from(next.capital)],
            [back.listed, 1],
            [next.listed, 1],
        ];
        mix_all(&LISTS, &pairs)
    }

    /// What three words are in longer names.
    pub fn parts_key(&self) -> u64 {
        let (here, back, next) = (self.here, self.back, self.next);
        key(&[(here.part, 8), (back.part, 8), (next.part, 8), (here.proposal, 5)])
    }

    pub fn parts(&self) -> [u32; PARTS.len()] {
        let (here, back, next) = (self.here, self.back.part, self.next.part);
        let pairs = [
            [here.part, 0],
            [here.part, mix(4, back, next)],
            [here.part, back],
            [here.part, next],
            [here.part, here.proposal],
        ];
        mix_all(&PARTS, &pairs)
    }

    /// What stands beside the word elsewhere, with what else is known of it.
    pub fn clues_key(&self) -> u64 {
        let here = self.here;
        key(&[(here.clues, 16), (here.casing, 8), (here.proposal, 5), (here.lexicon, 32)])
    }

    pub fn clues(&self) -> [u32; CLUES.len()] {
        let here = self.here;
        let clues = here.clues & (clue::PERSONS | clue::PLACES);
        let pairs = [
            [here.clues, 0],
            [here.clues & clue::PERSONS, 0],
            [here.clues & clue::PLACES, here.casing],
            [clues, here.proposal],
            [clues, here.lexicon],
        ];
        mix_all(&CLUES, &pairs)
    }

    /// What is known of the ends of the run, when both are this word.
    pub fn alone_key(&self) -> u64 {
        let here = self.here;
        key(&[(here.lexicon, 32), (here.part, 8), (here.listed, 11), (here.proposal, 5)])
    }

    pub fn run_lists(&self) -> [u32; RUN_LISTS.len()] {
        let (start, end, place) = (self.start, self.end, self.place);
        let pairs = [
            [end.lexicon, place],
            [start.lexicon, place],
            [end.part, end.lexicon],
            [start.part, self.length],
            [mix(6, end.lexicon, start.lexicon), self.here.proposal],
            [mix(7, start.listed, end.listed), place],
            [mix(8, start.proposal, end.proposal), place],
        ];
        mix_all(&RUN_LISTS, &pairs)
    }

    /// What looks at too many different things to be remembered.
    pub fn others(&self) -> [u32; OTHERS.len()] {
        let Self { back, here, next, start, end, place, .. } = *self;
        let pairs = [
            [here.form.ends[0], here.shape & 15],
            [here.form.ends[1], here.shape & 15],
            [here.shape, 0],
            [here.shape & 15, mix(0, back.shape & 0xF0F, next.shape & 0xF0F)],
            [back.lexicon, here.lexicon],
            [next.lexicon, here.lexicon],
            [back.lexicon, u32::from(back.capital)],
            [next.lexicon, u32::from(next.capital)],
            [self.length, place],
            [self.before, self.length],
            [self.behind, self.length],
            [mix(5, self.before, self.length), here.lexicon & PLACES],
            [self.verb, 0],
            [here.form.ends[1], here.proposal],
            [end.clues, place],
            [start.clues, place],
        ];
        mix_all(&OTHERS, &pairs)
    }
}

/// The features of the first and the last word of a run.
pub(super) fn run_words(start: &Form, end: &Form, length: u32, place: u32) -> [u32; RUN_WORDS.len()] {
    let pairs = [
        [end.word, 0],
        [end.ends[1], length],
        [start.word, 0],
        [end.word, place],
        [start.word, place],
        [start.word, end.word],
    ];
    mix_all(&RUN_WORDS, &pairs)
}
