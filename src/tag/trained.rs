//! The trained tagger: from left to right, each word by its features and the two tags before it.

use std::ops::Range;
use std::sync::OnceLock;

use super::features::{self, Casing, Form, Glance, LANES, Lone, START};
use super::{Pos, symbols};
use crate::model::{self, Error, Model, Rows, Sums, Words, hash};
use crate::token::{Token, Tokens};

/// How far a word of the lexicon may lie behind its slot.
pub(crate) const REACH: usize = 8;

/// Weights and lexicon, read where they lie.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tagger<'m> {
    pub(super) rows: Rows<'m, 2>,
    words: Words<'m, REACH>,
    /// For every class of words the tag it always has, plus one; 0 when it has several.
    sure: &'m [u8],
}

/// A word, and what it adds to the scores of a token from where it stands beside it, whatever else stands there.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Known {
    form: Form,
    /// Whether the form is that of the whole word; a longer one is looked at by its end.
    whole: bool,
    here: Sums<2>,
    back: Sums<2>,
    back2: Sums<2>,
    next: Sums<2>,
    next2: Sums<2>,
}

/// What a sentence needs, kept from sentence to sentence so that nothing is allocated or looked up twice.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    glances: Vec<Glance>,
    /// Where what is known of each of them stands.
    known: Vec<u32>,
    settled: Vec<Option<Pos>>,
}

impl Desk {
    /// Seats the words of a sentence: `numbers` tell where what is known of them stands, `edge` what is known of none.
    pub(crate) fn seat(&mut self, numbers: impl Iterator<Item = u32>, edge: u32) {
        self.known.clear();
        self.known.extend([edge; 2].into_iter().chain(numbers).chain([edge; 2]));
    }

    /// The word at `i` with two neighbours on each side.
    pub(crate) fn window(&self, i: usize) -> [Glance; 5] {
        self.glances.get(i..i + 5).and_then(|five| five.try_into().ok()).unwrap_or_default()
    }

    /// The tag of the word at `i` when nothing has to be weighed.
    pub(crate) fn settled(&self, i: usize) -> Option<Pos> {
        self.settled.get(i).copied().flatten()
    }
}

impl Tagger<'static> {
    /// The tagger that is shipped; `None` if its file is damaged, and then rules tag instead.
    pub(crate) fn shipped() -> Option<&'static Self> {
        static SHIPPED: OnceLock<Option<Tagger<'static>>> = OnceLock::new();
        SHIPPED.get_or_init(|| Tagger::new(model::TAG).ok()).as_ref()
    }
}

impl<'m> Tagger<'m> {
    /// Reads a model file.
    pub(crate) fn new(bytes: &'m [u8]) -> Result<Self, Error> {
        let model = Model::parse(bytes)?;
        Ok(Self {
            rows: Rows::new(&model, b"MARK", b"ROWS")?,
            words: Words::new(&model, b"GUAR", b"CLAS")?,
            sure: model.section(b"SURE")?,
        })
    }

    /// Tags the tokens `range`, appending to `out`; `known` begins with the article's words, and longer ones are added.
    pub(crate) fn tag_run(
        &self,
        text: &str,
        tokens: &Tokens,
        known: &mut Vec<Known>,
        range: Range<usize>,
        desk: &mut Desk,
        out: &mut Vec<Pos>,
    ) {
        let Some(run) = tokens.tokens.get(range.clone()) else { return };
        let word = |i: usize| run.get(i).map_or("", |token| token.span.of(text));
        let glued = |i: usize| run.get(i).is_some_and(|token| !token.space_before);
        let number = |(i, token): (usize, &Token)| {
            // The end of a longer word may be written in other letters than the vocabulary's.
            let id = tokens.vocabulary.id(range.start + i).filter(|_| token.span.len() as usize <= hash::WHOLE);
            id.filter(|&id| known.get(id as usize).is_some_and(|known| known.whole)).unwrap_or_else(|| {
                known.push(self.known(word(i)));
                known.len() as u32 - 1
            })
        };
        let edge = tokens.vocabulary.len() as u32;
        desk.seat(run.iter().enumerate().map(number), edge);
        self.look(word, known, glued, desk);
        self.decode(desk, known, out);
    }

    /// What is known of `word` wherever it stands; of the empty word, what is known of the edge of a sentence.
    pub(crate) fn known(&self, word: &str) -> Known {
        let form = if word.is_empty() { Form::default() } else { Form::new(word, |word| self.words.class(word)) };
        let lone = Lone::of(&form);
        Known {
            form,
            whole: word.len() <= hash::WHOLE,
            here: self.rows.sum(&lone.here),
            back: self.rows.sum(&lone.back),
            back2: self.rows.sum(&lone.back2),
            next: self.rows.sum(&lone.next),
            next2: self.rows.sum(&lone.next2),
        }
    }

    /// Looks once at each word that was seated.
    pub(crate) fn look<'w>(
        &self,
        word: impl Fn(usize) -> &'w str + Copy,
        known: &[Known],
        glued: impl Fn(usize) -> bool,
        desk: &mut Desk,
    ) {
        let count = desk.known.len().saturating_sub(4);
        let casing = Casing::of((0..count).map(word));
        desk.settled.clear();
        desk.glances.clear();
        desk.glances.resize(2, Glance::default());
        for i in 0..count {
            let here = word(i);
            let form = known.get(desk.known[i + 2] as usize).map(|known| known.form).unwrap_or_default();
            let glance = Glance { form, shape: features::shape(here.as_bytes(), i == 0, casing) };
            let before = || i.checked_sub(1).map_or("", word);
            let after = || if i + 1 == count { "" } else { word(i + 1) };
            desk.settled.push(symbols::tag(here, before, after, glued(i)).or_else(|| self.sure(glance.form.class)));
            desk.glances.push(glance);
        }
        desk.glances.resize(count + 4, Glance::default());
    }

    /// The one tag of a class of words, if it has only one.
    fn sure(&self, class: u32) -> Option<Pos> {
        let number = self.sure.get(class as usize)?.checked_sub(1)?;
        Pos::ALL.get(number as usize).copied()
    }

    /// Tags what was looked at.
    pub(crate) fn decode(&self, desk: &Desk, known: &[Known], out: &mut Vec<Pos>) {
        let mut before = [START, START];
        for i in 0..desk.settled.len() {
            let tag = desk.settled(i).unwrap_or_else(|| {
                let sums = self.score(desk, known, i, before);
                LANES.get(model::best(&sums)).copied().unwrap_or(Pos::X)
            });
            out.push(tag);
            before = [before[1], tag as u8];
        }
    }

    /// The scores of the word at `i`: what its place weighs, and what each word around it adds.
    pub(super) fn score(&self, desk: &Desk, known: &[Known], i: usize, before: [u8; 2]) -> Sums<2> {
        let mut sums = self.rows.sum(&features::placed(&desk.window(i), before));
        let around = |place: usize| desk.known.get(i + place).and_then(|&number| known.get(number as usize));
        let [back2, back, here, next, next2] = std::array::from_fn(around);
        let shares = [
            back2.map(|known| &known.back2),
            back.map(|known| &known.back),
            here.map(|known| &known.here),
            next.map(|known| &known.next),
            next2.map(|known| &known.next2),
        ];
        shares.into_iter().flatten().for_each(|share| model::add(&mut sums, share));
        sums
    }

    /// Every tag of the word at `i` with its score, the best first.
    #[cfg(feature = "train")]
    pub(crate) fn weigh(&self, desk: &Desk, known: &[Known], i: usize, before: [u8; 2]) -> Vec<(Pos, u32)> {
        let sums = self.score(desk, known, i, before);
        let mut all: Vec<(Pos, u32)> =
            LANES.iter().enumerate().map(|(lane, &tag)| (tag, model::score(&sums, lane))).collect();
        all.sort_by_key(|&(_, score)| std::cmp::Reverse(score));
        all
    }
}
