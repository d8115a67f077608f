//! Learns choices: the right options are made more probable, the others less, in small steps (AdaGrad).
//!
//! Only sums, products, quotients and square roots of fixed width are used, so that every machine learns the same.

use super::recorder::{Kind, Sample};
use crate::train::perceptron::Slots;
use crate::train::power::exp;
use crate::train::random::Random;

/// The length of the first steps.
const RATE: f32 = 0.1;
/// An option whose probability is as it should be teaches nothing.
const LEAST: f32 = 0.002;

/// How a kind of choice is learned.
#[derive(Clone, Copy, Debug)]
pub(super) struct Course {
    /// How often all samples are gone over.
    pub rounds: usize,
    /// How strongly a weight is drawn to 0 whenever its feature is seen.
    pub decay: f32,
}

/// Weights while they are learned.
pub(super) struct Learner {
    pub slots: Slots,
    pub weights: Vec<f32>,
    /// The sum of the squares of all steps of a weight: the larger, the shorter its next ones.
    squares: Vec<f32>,
}

impl Learner {
    pub fn new(slots: Slots) -> Self {
        let count = slots.count();
        Self { slots, weights: vec![0.0; count], squares: vec![0.0; count] }
    }

    /// The sum of what two learned.
    pub fn plus(mut self, other: Self) -> Self {
        self.weights.iter_mut().zip(other.weights).for_each(|(sum, weight)| *sum += weight);
        self
    }

    pub fn divided(mut self, by: f32) -> Self {
        self.weights.iter_mut().for_each(|weight| *weight /= by);
        self
    }

    /// What some features weigh together.
    pub fn weigh(&self, features: &[u32]) -> f32 {
        self.rows(features).map(|row| self.weights[row]).sum()
    }

    fn rows<'f>(&'f self, features: &'f [u32]) -> impl Iterator<Item = usize> + 'f {
        features.iter().filter_map(|&feature| self.slots.row(feature))
    }

    /// Goes over the samples of one kind in random order.
    pub fn learn(&mut self, samples: &[&Sample], kind: Kind, course: Course, seed: u64) {
        let teaches =
            |sample: &&&Sample| sample.kind == kind && sample.right.contains(&true) && sample.right.contains(&false);
        let mut order: Vec<&Sample> = samples.iter().filter(teaches).copied().collect();
        let mut random = Random::new(seed);
        for _ in 0..course.rounds {
            random.shuffle(&mut order);
            for sample in &order {
                self.step(sample, course.decay);
            }
        }
    }

    fn step(&mut self, sample: &Sample, decay: f32) {
        let weights: Vec<f32> = sample.options.iter().map(|option| self.weigh(option)).collect();
        let top = weights.iter().copied().fold(f32::MIN, f32::max);
        let likely: Vec<f32> = weights.iter().map(|weight| exp(weight - top)).collect();
        let all: f32 = likely.iter().sum();
        let right: f32 = likely.iter().zip(&sample.right).filter(|(_, right)| **right).map(|(likely, _)| likely).sum();
        for ((option, &likely), &is_right) in sample.options.iter().zip(&likely).zip(&sample.right) {
            let share = if is_right && right > 0.0 { likely / right } else { 0.0 };
            let gain = share - likely / all;
            if gain.abs() < LEAST {
                continue;
            }
            for &feature in option {
                let Some(row) = self.slots.row(feature) else { continue };
                let (weight, squares) = (&mut self.weights[row], &mut self.squares[row]);
                let gain = gain - decay * *weight;
                *squares += gain * gain;
                *weight += RATE * gain / (*squares + 1.0).sqrt();
            }
        }
    }
}
