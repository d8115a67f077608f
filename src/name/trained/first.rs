//! The first pass, sentence by sentence: what each word that may belong to a name scores, and which labels go best
//! together. It depends on nothing but what was looked at, so it is kept for the next reading of an edited article.

use std::cell::OnceCell;
use std::ops::Range;

use super::Namer;
use super::features::{Glance, REACH};
use super::group::Sight;
use super::label::{LABELS, Search};
use super::lone::Added;
use super::shares::Shares;
use super::sheet::Row;
use crate::model::Sums;
use crate::recent::Recent;
use crate::token::Vocabulary;

/// What the first pass makes of words, in their order.
#[derive(Debug, Default)]
pub(crate) struct First {
    pub sums: Vec<Sums<1>>,
    pub labels: Vec<u8>,
}

impl First {
    /// Nothing yet, with room for so many words.
    pub fn with_room(words: usize) -> Self {
        Self { sums: Vec::with_capacity(words), labels: Vec::with_capacity(words) }
    }
}

/// Reads the sentences of an article.
pub(super) struct Reader<'r> {
    namer: &'r Namer<'r>,
    shares: &'r Shares,
    vocabulary: &'r Vocabulary,
    /// What each word adds, asked for when a sentence is read that is not kept.
    words: OnceCell<Vec<Added>>,
    decoder: Decoder,
}

impl<'r> Reader<'r> {
    pub fn new(namer: &'r Namer<'_>, shares: &'r Shares, vocabulary: &'r Vocabulary) -> Self {
        Self { namer, shares, vocabulary, words: OnceCell::new(), decoder: Decoder::default() }
    }

    /// Adds what is made of a sentence to `out`.
    pub fn add(&mut self, row: &Row<'_>, recent: &mut Recent<First>, out: &mut First) {
        if !recent.keeps(row.length as usize) {
            self.read(row, out);
            return;
        }
        let read = || {
            let mut own = First::default();
            self.read(row, &mut own);
            own
        };
        let First { sums, labels } = recent.of(|written| write(row.words, written), read);
        out.sums.extend_from_slice(sums);
        out.labels.extend_from_slice(labels);
    }

    fn read(&mut self, row: &Row<'_>, out: &mut First) {
        let rows = &self.namer.rows;
        let words = self.words.get_or_init(|| self.shares.words(self.vocabulary, rows));
        let score = |(i, run)| self.shares.score(&Sight::new(row.words, i, run), words, rows);
        let start = out.sums.len();
        out.sums.extend(row.places().map(score));
        self.decoder.labels(self.namer, row.stretches(), &out.sums[start..], &mut out.labels);
    }
}

/// Finds the best labels, with the same buffers for every stretch.
#[derive(Default)]
pub(super) struct Decoder {
    search: Search,
    scores: Vec<[i32; LABELS]>,
    stretch: Vec<u8>,
}

impl Decoder {
    /// Adds the best label of each word of `stretches` to `out`.
    pub fn labels(
        &mut self,
        namer: &Namer<'_>,
        stretches: impl Iterator<Item = Range<usize>>,
        sums: &[Sums<1>],
        out: &mut Vec<u8>,
    ) {
        for stretch in stretches {
            self.scores.clear();
            self.scores.extend(sums[stretch].iter().map(super::relative));
            self.search.best(&self.scores, &namer.steps, |_| u8::MAX, &mut self.stretch);
            out.extend_from_slice(&self.stretch);
        }
    }
}

/// Writes down all that the first pass sees of a sentence.
fn write(words: &[Glance], written: &mut Vec<u8>) {
    for glance in &words[REACH..words.len() - REACH] {
        let form = &glance.form;
        let flags = u32::from(glance.capital) | u32::from(glance.open) << 1;
        let rule = glance.rule.map_or(0, |rule| rule as u32 + 1);
        let seen = [
            [form.word, form.start],
            [form.ends[0], form.ends[1]],
            [form.ends[2], glance.lexicon],
            [glance.shape, glance.casing << 16 | glance.part << 8 | glance.pos],
            [glance.clues << 16 | glance.listed, glance.proposal << 16 | rule << 8 | flags],
        ];
        for [low, high] in seen {
            written.extend_from_slice(&(u64::from(high) << 32 | u64::from(low)).to_le_bytes());
        }
    }
}
