//! The conditional random field: what the corpus allows is made more probable, everything else less, in small steps
//! (AdaGrad), with features left out at random.
//!
//! Corpora draw the borders of names differently. So every weight may have an offset for each corpus, learned beside it
//! and then forgotten: the offsets take up what one corpus alone believes, and the weights keep what all agree on.
//!
//! Only sums, products, quotients and square roots of fixed width are used, so that every machine learns the same.

use super::learn::{Passes, features, order};
use super::page::{ANY, Page};
use crate::model::hash::mix;
use crate::name::trained::label::{LABELS, goes_on};
use crate::train::perceptron::Slots;
use crate::train::power::exp;
use crate::train::random::Random;

/// One number a label.
type Lanes = [f32; LABELS];
/// One number for every label behind every other; the last row is the start of a stretch.
type Edges = [Lanes; LABELS + 1];

/// The length of the first steps.
const RATE: f32 = 0.1;
/// How strongly a weight is drawn to 0 whenever its feature is seen.
const DECAY: f32 = 1e-4;
/// A word whose labels are as probable as they should be teaches nothing.
const LEAST: f32 = 0.002;

/// Where offsets are kept: shared, since most features never occur in most corpora.
const OFFSETS: Slots = Slots::Shared(21);

/// Weights while they are learned.
pub(super) struct Field {
    slots: Slots,
    weights: Table,
    offsets: Table,
    /// The length of a step of an offset, as a share of one of a weight, and how strongly an offset is drawn to 0;
    /// without these no offset is learned.
    pace: Option<(f32, f32)>,
    edges: Edges,
    edge_squares: Edges,
    /// The sums of all weights after every round but the first, and how many rounds these are.
    sums: Vec<f64>,
    edge_sums: [[f64; LABELS]; LABELS + 1],
    rounds: u32,
}

impl Field {
    pub(super) fn new(slots: Slots, pace: Option<(f32, f32)>) -> Self {
        let count = slots.count() * LABELS;
        Self {
            slots,
            weights: Table::new(count),
            offsets: Table::new(OFFSETS.count() * LABELS),
            pace,
            edges: Edges::default(),
            edge_squares: Edges::default(),
            sums: vec![0.0; count],
            edge_sums: [[0.0; LABELS]; LABELS + 1],
            rounds: 0,
        }
    }

    /// Goes over all pages several times, each time in another order. `dropped` of a hundred features are left out at
    /// random, and always those that `counts` denies.
    pub(super) fn rounds(
        &mut self,
        pages: &[&Page],
        (epochs, dropped, seed): (usize, usize, u64),
        passes: Passes,
        counts: impl Fn(u32) -> bool,
    ) {
        let mut random = Random::new(seed);
        let mut order = order(pages);
        for epoch in 0..epochs {
            random.shuffle(&mut order);
            for (number, stretch) in &order {
                let page = pages[*number];
                let echoed = passes.echoes(&mut random);
                let row = |feature: u32, random: &mut Random| {
                    let kept = counts(feature) && random.below(100) >= dropped;
                    let row = self.slots.row(feature).filter(|_| kept)?;
                    Some([row, OFFSETS.row(mix(page.corpus, feature, 0))?].map(|row| row * LABELS))
                };
                let rows: Vec<Vec<[usize; 2]>> = stretch
                    .clone()
                    .map(|i| features(page, i, stretch, echoed).iter().filter_map(|&f| row(f, &mut random)).collect())
                    .collect();
                self.learn(&rows, &page.allowed[stretch.clone()]);
            }
            if epoch > 0 {
                self.note();
            }
        }
    }

    /// Adds the weights to what will be averaged.
    fn note(&mut self) {
        self.rounds += 1;
        self.sums.iter_mut().zip(&self.weights.values).for_each(|(sum, &weight)| *sum += f64::from(weight));
        let edges = self.edges.as_flattened();
        self.edge_sums.as_flattened_mut().iter_mut().zip(edges).for_each(|(sum, &edge)| *sum += f64::from(edge));
    }

    /// Learns from a stretch; each feature has a row of weights and one of offsets.
    fn learn(&mut self, rows: &[Vec<[usize; 2]>], allowed: &[u8]) {
        let scores: Vec<Lanes> = rows.iter().map(|rows| self.score(rows)).collect();
        let edges = std::array::from_fn(|before| {
            std::array::from_fn(|label| if may_follow(before, label) { exp(self.edges[before][label]) } else { 0.0 })
        });
        let mut gains = Gains { spots: vec![Lanes::default(); rows.len()], edges: Edges::default() };
        if !(gains.add(&scores, &edges, |i| allowed[i], 1.0) && gains.add(&scores, &edges, |_| ANY, -1.0)) {
            return;
        }
        for (rows, gains) in rows.iter().zip(&gains.spots) {
            if gains.iter().all(|gain| gain.abs() < LEAST) {
                continue;
            }
            for &[row, own] in rows {
                self.weights.climb(row, gains, (1.0, DECAY));
                if let Some(pace) = self.pace {
                    self.offsets.climb(own, gains, pace);
                }
            }
        }
        for (before, gains) in gains.edges.iter().enumerate() {
            for (label, &gain) in gains.iter().enumerate().filter(|(_, gain)| **gain != 0.0) {
                climb(&mut self.edges[before][label], &mut self.edge_squares[before][label], gain);
            }
        }
    }

    fn score(&self, rows: &[[usize; 2]]) -> Lanes {
        let mut scores = Lanes::default();
        for &[row, own] in rows {
            let both = self.weights.row(row).iter().zip(self.offsets.row(own));
            scores.iter_mut().zip(both).for_each(|(score, (weight, offset))| *score += weight + offset);
        }
        scores
    }

    /// The averaged weights, each row around 0, and those of the steps from label to label, as whole numbers: `nat` is
    /// what makes a label e times as probable.
    pub(super) fn averaged(&self, nat: f64) -> (Vec<i32>, Vec<i32>) {
        let whole = |sum: f64| (sum / f64::from(self.rounds.max(1)) * nat).round() as i32;
        let row = |row: &[f64]| {
            let mean = row.iter().sum::<f64>() / LABELS as f64;
            std::array::from_fn::<i32, LABELS, _>(|lane| whole(row[lane] - mean))
        };
        let weights = self.sums.chunks_exact(LABELS).flat_map(row).collect();
        (weights, self.edge_sums.as_flattened().iter().map(|&sum| whole(sum)).collect())
    }
}

/// Whether `label` may stand behind `before`, or at the start of a stretch.
fn may_follow(before: usize, label: usize) -> bool {
    !matches!(label, 2 | 4) || before < LABELS && goes_on(before, label)
}

/// Numbers to learn, `LABELS` to a row.
struct Table {
    values: Vec<f32>,
    /// The sum of the squares of all steps of a value: the larger, the shorter its next ones.
    squares: Vec<f32>,
}

impl Table {
    fn new(count: usize) -> Self {
        Self { values: vec![0.0; count], squares: vec![0.0; count] }
    }

    fn row(&self, row: usize) -> &[f32] {
        &self.values[row..row + LABELS]
    }

    /// One step of every value of a row: a share of `gains`, and back to 0 by a share of the value.
    fn climb(&mut self, row: usize, gains: &Lanes, (share, decay): (f32, f32)) {
        let cells = self.values[row..row + LABELS].iter_mut().zip(&mut self.squares[row..row + LABELS]);
        for ((value, squares), gain) in cells.zip(gains) {
            climb(value, squares, share * gain - decay * *value);
        }
    }
}

/// One step of a weight.
fn climb(weight: &mut f32, squares: &mut f32, gain: f32) {
    *squares += gain * gain;
    *weight += RATE * gain / (*squares + 1.0).sqrt();
}

/// How much more probable every label, and every label behind another, should be.
struct Gains {
    spots: Vec<Lanes>,
    edges: Edges,
}

impl Gains {
    /// Adds `sign` times the probabilities of labels among those that `mask` allows (forward-backward). Tells whether any
    /// sequence is possible.
    fn add(&mut self, scores: &[Lanes], edges: &Edges, mask: impl Fn(usize) -> u8, sign: f32) -> bool {
        let count = scores.len();
        let mut likely = vec![Lanes::default(); count];
        let mut ahead = vec![Lanes::default(); count];
        let mut scale = vec![0.0; count];
        for i in 0..count {
            let top = scores[i].iter().copied().fold(f32::MIN, f32::max);
            for label in (0..LABELS).filter(|label| mask(i) >> label & 1 == 1) {
                likely[i][label] = exp(scores[i][label] - top);
                let reached = match i.checked_sub(1) {
                    None => edges[LABELS][label],
                    Some(before) => ahead[before].iter().zip(edges).map(|(ahead, edges)| ahead * edges[label]).sum(),
                };
                ahead[i][label] = reached * likely[i][label];
            }
            let sum: f32 = ahead[i].iter().sum();
            if sum <= 0.0 {
                return false;
            }
            scale[i] = 1.0 / sum;
            ahead[i].iter_mut().for_each(|ahead| *ahead *= scale[i]);
        }
        let mut behind = [1.0; LABELS];
        for i in (0..count).rev() {
            for label in 0..LABELS {
                self.spots[i][label] += sign * ahead[i][label] * behind[label];
            }
            let Some(before) = i.checked_sub(1) else {
                for label in 0..LABELS {
                    self.edges[LABELS][label] += sign * ahead[0][label] * behind[label];
                }
                break;
            };
            let mut next = Lanes::default();
            for from in 0..LABELS {
                for label in 0..LABELS {
                    let part = edges[from][label] * likely[i][label] * behind[label] * scale[i];
                    next[from] += part;
                    self.edges[from][label] += sign * ahead[before][from] * part;
                }
            }
            behind = next;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every sequence of two labels counted one by one gives the same probabilities.
    #[test]
    fn probabilities_of_two_words() {
        let scores = [[0.3, 1.0, 0.2, -0.4, 0.0, 0.9, 0.1, -1.0], [0.0, 0.5, 1.5, 0.2, 0.7, -0.3, 0.4, 0.6]];
        let weight = |before: usize, label: usize| (before as f32 - label as f32) / 10.0;
        let edges: Edges = std::array::from_fn(|before| {
            std::array::from_fn(|label| if may_follow(before, label) { exp(weight(before, label)) } else { 0.0 })
        });
        let masks = [0b0010_0011_u8, 0b1111_1111];
        let mut gains = Gains { spots: vec![Lanes::default(); 2], edges: Edges::default() };
        assert!(gains.add(&scores, &edges, |i| masks[i], 1.0));

        let (mut expected, mut all) = ([Lanes::default(); 2], 0.0);
        for first in (0..LABELS).filter(|first| masks[0] >> first & 1 == 1) {
            for second in 0..LABELS {
                let likely = edges[LABELS][first] * edges[first][second] * exp(scores[0][first] + scores[1][second]);
                expected[0][first] += likely;
                expected[1][second] += likely;
                all += likely;
            }
        }
        for (found, expected) in gains.spots.as_flattened().iter().zip(expected.as_flattened()) {
            assert!((found - expected / all).abs() < 1e-5, "{found} for {}", expected / all);
        }
    }

    #[test]
    fn nothing_possible_teaches_nothing() {
        let mut gains = Gains { spots: vec![Lanes::default()], edges: Edges::default() };
        let edges =
            std::array::from_fn(|before| std::array::from_fn(|label| f32::from(u8::from(may_follow(before, label)))));
        // A later word of a person cannot begin a stretch.
        assert!(!gains.add(&[Lanes::default()], &edges, |_| 1 << 2, 1.0));
    }
}
