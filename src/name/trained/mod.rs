//! The trained namer: labels words by weighed features, twice. The second pass knows what the first found elsewhere in
//! the article. What the rules propose is among the features, so that the weights say where to trust them.

mod clue;
mod echo;
pub(crate) mod features;
mod first;
pub(crate) mod gazetteer;
mod group;
pub(crate) mod label;
mod lone;
pub(crate) mod shares;
pub(crate) mod sheet;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::OnceLock;

use self::first::{Decoder, First, Reader};
use self::gazetteer::Gazetteer;
use self::label::{LABELS, Sort, Steps, goes_on};
use self::shares::Shares;
use self::sheet::{Look, Sheet};
use super::Proposal;
use super::facts::Facts;
use crate::model::{self, Error, Model, Rows, Sums};

/// Weights and gazetteer, read where they lie.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Namer<'m> {
    pub rows: Rows<'m, 1>,
    pub gazetteer: Gazetteer<'m>,
    steps: Steps,
}

/// A name that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What bears it.
    pub sort: Sort,
}

impl Namer<'static> {
    /// The namer that is shipped; `None` if its file is damaged, and then the rules name alone.
    pub(crate) fn shipped() -> Option<&'static Self> {
        static SHIPPED: OnceLock<Option<Namer<'static>>> = OnceLock::new();
        SHIPPED.get_or_init(|| Namer::new(model::NAMES).ok()).as_ref()
    }
}

impl<'m> Namer<'m> {
    /// Reads a model file.
    pub(crate) fn new(bytes: &'m [u8]) -> Result<Self, Error> {
        let model = Model::parse(bytes)?;
        model.expect_revision(features::REVISION)?;
        let steps = model.section(b"STEP")?;
        let count = (LABELS + 1) * LABELS;
        if steps.len() != count * 2 {
            return Err(Error::Size { name: *b"STEP", length: steps.len(), unit: count * 2 });
        }
        let mut table = [[0; LABELS]; LABELS + 1];
        for (weight, two) in table.iter_mut().flatten().zip(steps.chunks_exact(2)) {
            *weight = two.try_into().map_or(0, i16::from_le_bytes).into();
        }
        Ok(Self {
            rows: Rows::new(&model, b"MARK", b"ROWS")?,
            gazetteer: Gazetteer::new(&model)?,
            steps: Steps::new(table),
        })
    }

    /// Finds every name, in text order.
    ///
    /// `shares` may hold what these weights added in other articles, and nothing else.
    pub(crate) fn find(&self, facts: &Facts<'_>, proposals: &[Proposal], shares: &Shares) -> Vec<Found> {
        let vocabulary = facts.reading.vocabulary;
        let (mut reader, mut first) = (Reader::new(self, shares, vocabulary), First::with_room(facts.usual_spots()));
        let look = Look::new(facts, &self.gazetteer, proposals);
        let sheet = shares.with_recent(|recent| look.sheet(|row| reader.add(row, recent, &mut first)));
        let First { mut sums, labels } = first;
        let echoes = sheet.echoes(&labels, vocabulary.len());
        for stretch in &sheet.stretches {
            let spots = stretch.start as usize..stretch.end as usize;
            for (i, sums) in spots.clone().zip(&mut sums[spots]) {
                shares.add_second(&sheet.second(&echoes, i, stretch), &self.rows, sums);
            }
        }
        let mut labels = Vec::with_capacity(sums.len());
        Decoder::default().labels(self, sheet.stretches(), &sums, &mut labels);
        names(&sheet, &labels)
    }
}

/// The score of every label against that of no name, so that sums over long stretches stay small.
pub(crate) fn relative(sums: &Sums<1>) -> [i32; LABELS] {
    // A score fits sixteen bits.
    let score = |lane| i32::try_from(model::score(sums, lane)).unwrap_or(0);
    let outside = score(label::OUTSIDE);
    std::array::from_fn(|lane| score(lane) - outside)
}

/// The names that the labels tell of.
fn names(sheet: &Sheet, labels: &[u8]) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    for stretch in sheet.stretches() {
        let mut before = label::OUTSIDE;
        for i in stretch {
            let (Some(spot), Some(&label)) = (sheet.spots.get(i), labels.get(i)) else { continue };
            let (token, label) = (spot.token as usize, label as usize);
            match (Sort::of_label(label), out.last_mut()) {
                (Some(_), Some(name)) if goes_on(before, label) => name.tokens.end = token + 1,
                (Some(sort), _) => out.push(Found { tokens: token..token + 1, sort }),
                (None, _) => {}
            }
            before = label;
        }
    }
    out
}
