//! The averaged perceptron over hashed rows of small weights, in integers throughout.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::mark;

/// One step of a weight that was never moved before.
pub const STEP: i32 = 1024;

/// Which row a feature has.
#[derive(Clone, Debug)]
pub enum Slots {
    /// One of `1 << bits`, whatever else may have it.
    Shared(u32),
    /// The slot that holds the feature, as in the finished model: one mark a slot, 0 where it is empty.
    Held(Vec<u8>),
}

impl Slots {
    /// How many rows there are.
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            Self::Shared(bits) => 1 << bits,
            Self::Held(marks) => marks.len(),
        }
    }

    /// The row of a feature.
    #[must_use]
    pub fn row(&self, hash: u32) -> Option<usize> {
        match self {
            Self::Shared(bits) => Some((hash >> (32 - bits)) as usize),
            Self::Held(marks) => {
                let slot = (hash >> (32 - marks.len().trailing_zeros())) as usize;
                (marks.get(slot) == Some(&mark(hash))).then_some(slot)
            }
        }
    }
}

/// Weights while they are learned, `LANES` to a row.
#[derive(Clone, Debug)]
pub struct Perceptron<const LANES: usize> {
    slots: Slots,
    weights: Vec<i32>,
    /// The sum of every change times the step at which it was made; what averaging takes off.
    spent: Vec<i64>,
    /// How often a weight was moved; the more often, the smaller its steps.
    moves: Vec<u16>,
    step: i64,
}

impl<const LANES: usize> Perceptron<LANES> {
    /// All weights zero.
    #[must_use]
    pub fn new(slots: Slots) -> Self {
        let cells = slots.count() * LANES;
        Self { slots, weights: vec![0; cells], spent: vec![0; cells], moves: vec![0; cells], step: 1 }
    }

    /// The score of every answer.
    #[must_use]
    pub fn scores(&self, features: &[u32]) -> [i32; LANES] {
        let mut scores = [0; LANES];
        for row in features.iter().filter_map(|&feature| self.slots.row(feature)) {
            for (score, weight) in scores.iter_mut().zip(&self.weights[row * LANES..(row + 1) * LANES]) {
                *score += weight;
            }
        }
        scores
    }

    /// Learns from one example: unless `right` leads by `margin` steps, its weights go up and its strongest rival's
    /// down. Features that `counts` denies are only looked at.
    pub fn learn(&mut self, features: &[u32], right: usize, margin: i32, counts: impl Fn(u32) -> bool) {
        let scores = self.scores(features);
        let rival = best(&scores, Some(right));
        if scores[rival] + margin * STEP >= scores[right] {
            self.correct(features, right, rival, counts);
        }
        self.tick();
    }

    /// One example more was seen.
    pub fn tick(&mut self) {
        self.step += 1;
    }

    /// Moves every feature that `counts` one step from the wrong answer to the right one.
    pub fn correct(&mut self, features: &[u32], right: usize, wrong: usize, counts: impl Fn(u32) -> bool) {
        for &feature in features.iter().filter(|&&feature| counts(feature)) {
            self.shift(feature, right, 1);
            self.shift(feature, wrong, -1);
        }
    }

    /// Moves one weight of a feature one step up or down.
    pub fn shift(&mut self, feature: u32, lane: usize, direction: i32) {
        let Some(cell) = self.slots.row(feature).map(|row| row * LANES + lane) else { return };
        self.moves[cell] = self.moves[cell].saturating_add(1);
        let change = direction * (STEP * STEP / i32::from(self.moves[cell])).isqrt();
        self.weights[cell] += change;
        self.spent[cell] += i64::from(change) * self.step;
    }

    /// Replaces every weight by its average, to answer with it; what is learned after that would be wrong.
    pub fn settle(&mut self) {
        self.weights = self.averaged();
    }

    /// The average of every weight over all steps.
    #[must_use]
    pub fn averaged(&self) -> Vec<i32> {
        let average = |(&weight, &spent): (&i32, &i64)| (i64::from(weight) - spent / self.step) as i32;
        self.weights.iter().zip(&self.spent).map(average).collect()
    }
}

/// How often every feature occurs; those that occur less than `least` times are left out.
#[must_use]
pub fn frequent(mut all: Vec<u32>, least: u32) -> BTreeMap<u32, u32> {
    all.sort_unstable();
    let runs = all.chunk_by(|a, b| a == b).map(|run| (run[0], run.len() as u32));
    runs.filter(|&(_, count)| count >= least).collect()
}

/// The mark of every slot of a table of `1 << bits`: its feature with the widest spread of weights, the more so the more
/// often it occurs. The weights are those of a learner whose rows are `table`.
#[must_use]
pub fn choose<const LANES: usize>(
    frequent: &BTreeMap<u32, u32>,
    averaged: &[i32],
    table: &Slots,
    bits: u32,
) -> Vec<u8> {
    let worth = |hash: u32, count: u32| {
        let row = table.row(hash).unwrap_or(0) * LANES;
        let weights = &averaged[row..row + LANES];
        let spread = weights.iter().max().unwrap_or(&0) - weights.iter().min().unwrap_or(&0);
        i64::from(spread) * i64::from(count * 256).isqrt()
    };
    let ranked: BTreeSet<(i64, u32)> = frequent.iter().map(|(&hash, &count)| (worth(hash, count), hash)).collect();
    let mut marks = vec![0; 1 << bits];
    // From the least to the most worthy, so that the worthier overwrites.
    for (worth, hash) in ranked {
        if worth > 0 {
            marks[(hash >> (32 - bits)) as usize] = mark(hash);
        }
    }
    marks
}

/// The first of the highest scores, lane `except` left out.
#[must_use]
pub fn best<const LANES: usize>(scores: &[i32; LANES], except: Option<usize>) -> usize {
    let mut best = usize::from(except == Some(0));
    for lane in 0..LANES {
        if Some(lane) != except && scores[lane] > scores[best] {
            best = lane;
        }
    }
    best
}

/// Weights as bytes, 128 more than their value, each `unit` of the average one; what is nearer to 0 than half a unit
/// goes.
#[must_use]
pub fn quantise(averaged: &[i32], unit: i32) -> Vec<u8> {
    averaged
        .iter()
        .map(|&weight| {
            u8::try_from(((weight + weight.signum() * unit / 2) / unit).clamp(-127, 127) + 128).unwrap_or(128)
        })
        .collect()
}
