//! The trained tagger: from left to right, each word by its features and the two tags before it.

use std::ops::Range;
use std::sync::OnceLock;

use super::features::{self, Casing, Classes, Form, Glance, LANES, LOWER, Lone, START};
use super::{Pos, symbols};
use crate::model::{self, Error, Kept, Model, Rows, Sums, Words, hash};
use crate::token::{Shape, Token, Tokens};

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
    /// Whether it has nothing but letters from A to Z.
    plain: bool,
    /// Whether it has no letter or digit, so that its tag is a matter of the sign.
    sign: bool,
    /// Its tag if it has only one.
    sure: Option<Pos>,
    here: Sums<2>,
    /// In its own place, in small letters.
    small: Sums<2>,
    back: Sums<2>,
    back2: Sums<2>,
    next: Sums<2>,
    next2: Sums<2>,
}

/// What words and groups of features add to scores.
pub(crate) struct Shares<'k> {
    /// Of the words at hand.
    pub words: Vec<Known>,
    /// Of classes of words, remembered from article to article.
    pub classes: &'k mut Kept<2>,
}

/// What a sentence needs, kept from sentence to sentence so that nothing is allocated or looked up twice.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    /// Where what is known of each word stands, with two words more before and behind the sentence.
    known: Vec<u32>,
    /// The shape of each of these.
    shapes: Vec<u32>,
    settled: Vec<Option<Pos>>,
}

impl Desk {
    /// Seats the words of a sentence: `numbers` tell where what is known of them stands, `edge` what is known of none.
    pub(crate) fn seat(&mut self, numbers: impl Iterator<Item = u32>, edge: u32) {
        self.known.clear();
        self.known.extend([edge; 2].into_iter().chain(numbers).chain([edge; 2]));
    }

    /// What is known of the word at `i` and its two neighbours on each side.
    #[inline]
    fn around<'k>(&self, words: &'k [Known], i: usize) -> Option<[&'k Known; 5]> {
        let &[back2, back, here, next, next2] = self.known.get(i..i + 5)? else { return None };
        let known = |number: u32| words.get(number as usize);
        Some([known(back2)?, known(back)?, known(here)?, known(next)?, known(next2)?])
    }

    /// The same words as they are written.
    #[inline]
    fn window<'k>(&self, around: [&'k Known; 5], i: usize) -> [Glance<'k>; 5] {
        let shape = |place: usize| self.shapes.get(i + place).copied().unwrap_or(0);
        std::array::from_fn(|place| Glance { form: &around[place].form, shape: shape(place) })
    }

    /// All features of the word at `i`.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn hashes(&self, words: &[Known], i: usize, before: [u8; 2]) -> Option<[u32; features::TEMPLATES]> {
        let around = self.around(words, i)?;
        Some(features::hashes(&self.window(around, i), before))
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

    /// Tags the tokens `range`, appending to `out`; `shares` begin with the article's words, and longer ones are added.
    pub(crate) fn tag_run(
        &self,
        text: &str,
        tokens: &Tokens,
        shares: &mut Shares<'_>,
        range: Range<usize>,
        desk: &mut Desk,
        out: &mut Vec<Pos>,
    ) {
        let Some(run) = tokens.tokens.get(range.clone()) else { return };
        let word = |i: usize| run.get(i).map_or("", |token| token.span.of(text));
        let small = |i: usize| run.get(i).is_some_and(|token| token.shape == Shape::Lower);
        let glued = |i: usize| run.get(i).is_some_and(|token| !token.space_before);
        let known = &mut shares.words;
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
        look(word, known, small, glued, desk);
        self.decode(desk, shares, out);
    }

    /// What is known of `word` wherever it stands; of the empty word, what is known of the edge of a sentence.
    pub(crate) fn known(&self, word: &str) -> Known {
        let form = if word.is_empty() { Form::default() } else { Form::new(word, |word| self.words.class(word)) };
        let lone = Lone::of(&form);
        let here = self.rows.sum(&lone.here);
        let mut small = self.rows.sum(&features::spelled(&form, LOWER));
        model::add(&mut small, &here);
        Known {
            form,
            whole: word.len() <= hash::WHOLE,
            plain: word.bytes().all(|byte| byte.is_ascii_alphabetic()),
            sign: symbols::is_sign(word),
            sure: self.sure(form.class),
            here,
            small,
            back: self.rows.sum(&lone.back),
            back2: self.rows.sum(&lone.back2),
            next: self.rows.sum(&lone.next),
            next2: self.rows.sum(&lone.next2),
        }
    }

    /// The one tag of a class of words, if it has only one.
    fn sure(&self, class: u32) -> Option<Pos> {
        let number = self.sure.get(class as usize)?.checked_sub(1)?;
        Pos::ALL.get(number as usize).copied()
    }

    /// Tags what was looked at.
    pub(crate) fn decode(&self, desk: &Desk, shares: &mut Shares<'_>, out: &mut Vec<Pos>) {
        let mut before = [START, START];
        for i in 0..desk.settled.len() {
            let tag = desk.settled(i).unwrap_or_else(|| {
                let sums = self.score(desk, shares, i, before);
                LANES.get(model::best(&sums)).copied().unwrap_or(Pos::X)
            });
            out.push(tag);
            before = [before[1], tag as u8];
        }
    }

    /// The scores of the word at `i`: what its place weighs, and what each word around it adds.
    pub(super) fn score(&self, desk: &Desk, shares: &mut Shares<'_>, i: usize, before: [u8; 2]) -> Sums<2> {
        let Some(around) = desk.around(&shares.words, i) else { return Sums::default() };
        let window = desk.window(around, i);
        let mut sums = self.rows.sum(&features::placed(&window, before));
        let mut add = |more: &Sums<2>| model::add(&mut sums, more);
        let [back2, back, here, next, next2] = around;
        let [_, _, Glance { form, shape }, _, _] = window;
        if shape == LOWER {
            add(&here.small);
        } else {
            add(&here.here);
            add(&self.rows.sum(&features::spelled(form, shape)));
        }
        add(&back2.back2);
        add(&back.back);
        add(&next.next);
        add(&next2.next2);
        let classes = Classes::of(&window, before);
        add(shares.classes.of(classes.key(), || self.rows.sum(&classes.hashes())));
        sums
    }

    /// Every tag of the word at `i` with its score, the best first.
    #[cfg(feature = "train")]
    pub(crate) fn weigh(&self, desk: &Desk, shares: &mut Shares<'_>, i: usize, before: [u8; 2]) -> Vec<(Pos, u32)> {
        let sums = self.score(desk, shares, i, before);
        let mut all: Vec<(Pos, u32)> =
            LANES.iter().enumerate().map(|(lane, &tag)| (tag, model::score(&sums, lane))).collect();
        all.sort_by_key(|&(_, score)| std::cmp::Reverse(score));
        all
    }
}

/// Looks once at each word that was seated; `small` tells of a word that it has no capital, `glued` that no space parts
/// it from the one before.
pub(crate) fn look<'w>(
    word: impl Fn(usize) -> &'w str + Copy,
    known: &[Known],
    small: impl Fn(usize) -> bool,
    glued: impl Fn(usize) -> bool,
    desk: &mut Desk,
) {
    let count = desk.known.len().saturating_sub(4);
    let casing = Casing::of((0..count).map(word));
    desk.settled.clear();
    desk.shapes.clear();
    desk.shapes.resize(2, 0);
    for i in 0..count {
        let Some(known) = known.get(desk.known[i + 2] as usize) else { return };
        let lower = known.plain && small(i);
        desk.shapes.push(if lower { LOWER } else { features::shape(word(i).as_bytes(), i == 0, casing) });
        desk.settled.push(if known.sign { Some(sign(word, count, i, glued(i))) } else { known.sure });
    }
    desk.shapes.resize(count + 4, 0);
}

/// The tag of the sign at `i` of a sentence of `count` words.
fn sign<'w>(word: impl Fn(usize) -> &'w str, count: usize, i: usize, glued: bool) -> Pos {
    let before = || i.checked_sub(1).map_or("", &word);
    let after = || if i + 1 == count { "" } else { word(i + 1) };
    symbols::tag(word(i), before, after, glued)
}
