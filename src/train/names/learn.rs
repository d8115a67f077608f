//! The structured perceptron: the best labels of a whole stretch against the best that the corpus allows.

use std::ops::Range;

use super::page::{ANY, Page};
use crate::name::trained::label::{LABELS, Search, Steps};
use crate::train::perceptron::{Perceptron, STEP, Slots};
use crate::train::random::Random;

/// Whether a stretch is shown with what the first pass found elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Passes {
    /// Never: these weights are for the first pass only.
    First,
    /// So many times in a hundred, so that the same weights serve both passes.
    Both(usize),
}

impl Passes {
    /// Whether the stretch at hand is shown so.
    pub(super) fn echoes(self, random: &mut Random) -> bool {
        matches!(self, Self::Both(percent) if random.below(100) < percent)
    }
}

/// Every stretch that the corpora say something of, with the number of its page.
pub(super) fn order(pages: &[&Page]) -> Vec<(usize, Range<usize>)> {
    pages
        .iter()
        .enumerate()
        .flat_map(|(number, page)| page.stretches().map(move |stretch| (number, stretch)))
        .filter(|(number, stretch)| pages[*number].allowed[stretch.clone()].iter().any(|&mask| mask != ANY))
        .collect()
}

/// Weights while they are learned.
pub(super) struct Learner {
    weights: Perceptron<LABELS>,
    steps: Perceptron<LABELS>,
    search: Search,
}

/// The row of what it is worth to follow `before`.
const fn step(before: usize) -> u32 {
    (before as u32) << 28
}

impl Learner {
    pub(super) fn new(slots: Slots) -> Self {
        Self { weights: Perceptron::new(slots), steps: Perceptron::new(Slots::Shared(4)), search: Search::default() }
    }

    /// Goes over all pages several times, each time in another order.
    pub(super) fn rounds(&mut self, pages: &[&Page], (epochs, margin, seed): (usize, i32, u64), passes: Passes) {
        let mut random = Random::new(seed);
        let mut order = order(pages);
        for _ in 0..epochs {
            random.shuffle(&mut order);
            for (number, stretch) in &order {
                let echoed = passes.echoes(&mut random);
                self.learn(pages[*number], stretch, echoed, margin);
            }
        }
    }

    fn learn(&mut self, page: &Page, stretch: &Range<usize>, echoed: bool, margin: i32) {
        let features: Vec<Vec<u32>> = stretch.clone().map(|i| features(page, i, stretch, echoed)).collect();
        let mut scores: Vec<[i32; LABELS]> = features.iter().map(|all| self.weights.scores(all)).collect();
        let steps = self.steps();
        let allowed = &page.allowed[stretch.clone()];
        let (mut right, mut wrong) = (Vec::new(), Vec::new());
        self.weights.tick();
        self.steps.tick();
        if !self.search.best(&scores, &steps, |i| allowed[i], &mut right) {
            return;
        }
        for ((scores, &right), &mask) in scores.iter_mut().zip(&right).zip(allowed) {
            // Where nobody knows, whatever is chosen is right.
            for (_, score) in scores.iter_mut().enumerate().filter(|&(label, _)| mask != ANY && label != right as usize)
            {
                *score += margin * STEP;
            }
        }
        self.search.best(&scores, &steps, |_| ANY, &mut wrong);
        let mut before = [LABELS, LABELS];
        for ((all, &right), &wrong) in features.iter().zip(&right).zip(&wrong) {
            let now = [right as usize, wrong as usize];
            if now[0] != now[1] {
                self.weights.correct(all, now[0], now[1], |_| true);
            }
            if (before[0], now[0]) != (before[1], now[1]) {
                self.steps.shift(step(before[0]), now[0], 1);
                self.steps.shift(step(before[1]), now[1], -1);
            }
            before = now;
        }
    }

    fn steps(&self) -> Steps {
        Steps::new(std::array::from_fn(|before| self.steps.scores(&[step(before)])))
    }

    /// The averaged weights, and those of the steps from label to label.
    pub(super) fn averaged(&self) -> (Vec<i32>, Vec<i32>) {
        (self.weights.averaged(), self.steps.averaged()[..(LABELS + 1) * LABELS].to_vec())
    }

    /// Replaces the weights by their averages, to label with them.
    pub(super) fn settle(&mut self) {
        self.weights.settle();
        self.steps.settle();
    }

    /// The labels of the first pass.
    pub(super) fn label(&mut self, page: &Page) -> Vec<u8> {
        let steps = self.steps();
        let (mut out, mut labels) = (Vec::new(), Vec::new());
        for stretch in page.stretches() {
            let scores: Vec<[i32; LABELS]> = stretch.map(|i| self.weights.scores(&page.hashes[i])).collect();
            self.search.best(&scores, &steps, |_| ANY, &mut labels);
            out.extend_from_slice(&labels);
        }
        out
    }
}

/// All features of a spot.
pub(super) fn features(page: &Page, i: usize, stretch: &Range<usize>, echoed: bool) -> Vec<u32> {
    let mut all = page.hashes[i].to_vec();
    if echoed {
        let stretch = stretch.start as u32..stretch.end as u32;
        all.extend(page.sheet.second(&page.echoes, i, &stretch).hashes());
    }
    all
}
