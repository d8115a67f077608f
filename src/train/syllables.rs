//! Trains the weights that count syllables, then lists the words they get wrong.
//!
//! The only thing known of a word is how many syllables it has, not where they are. So each place where a syllable
//! may sound is an independent yes or no, and what is made likely is that the yeses add up to an accepted count.

use std::fs;
use std::io;
use std::path::Path;

use super::random::Random;
use crate::model;
use crate::model::syllables::{Model, fingerprint};
use crate::readability::nuclei::Letters;
use crate::readability::syllable;

/// One word of the dictionary.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Spelling in lower case.
    pub word: String,
    /// Counts of all its pronunciations.
    pub accepted: Vec<u32>,
    /// How often it occurs in English text.
    pub frequency: u64,
}

/// What shapes the model.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// The table has `1 << bits` weights.
    pub bits: u32,
    /// So many of them are not zero.
    pub keep: usize,
    /// Passes over the words.
    pub epochs: usize,
    /// Speed of learning.
    pub rate: f32,
}

impl Default for Settings {
    /// What the shipped model was trained with.
    fn default() -> Self {
        Self { bits: 18, keep: 21_000, epochs: 24, rate: 0.07 }
    }
}

/// What one integer step of a weight is worth while learning.
const STEP: f32 = 0.5;
/// Weights are nibbles; a smaller range costs nothing and compresses better.
const LARGEST: f32 = 5.0;
/// More places than this only a made-up word has.
const MOST_PLACES: usize = 24;

/// Reads `word TAB count TAB accepted counts TAB frequency`.
///
/// # Errors
/// When the file cannot be read.
pub fn read(path: &Path) -> io::Result<Vec<Entry>> {
    let parse = |line: &str| {
        let mut fields = line.split('\t');
        let word = fields.next()?.to_owned();
        let accepted = fields.nth(1)?.split(',').filter_map(|n| n.parse().ok()).collect();
        Some(Entry { word, accepted, frequency: fields.next()?.parse().ok()? })
    };
    Ok(fs::read_to_string(path)?.lines().filter(|line| !line.starts_with('#')).filter_map(parse).collect())
}

/// One word to learn from.
struct Lesson {
    /// Of each place: its prior and its features.
    places: Vec<(f32, Vec<u32>)>,
    /// The least accepted count.
    count: usize,
}

fn lesson(entry: &Entry, bits: u32) -> Option<Lesson> {
    let (stem, extra) = syllable::possessive(&entry.word);
    let count = entry.accepted.iter().min()?.saturating_sub(extra).max(1) as usize;
    let letters = Letters::new(stem.as_bytes());
    let places: Vec<_> = (0..letters.len())
        .filter_map(|i| letters.prior(i).map(|prior| (prior as f32 * STEP, letters.features(i, bits).collect())))
        .collect();
    ((count..=MOST_PLACES).contains(&places.len())).then_some(Lesson { places, count })
}

/// Weights while they are learned.
struct Learner {
    weights: Vec<f32>,
    /// Sums of squared gradients: what has moved a lot moves less.
    moved: Vec<f32>,
    kept: Vec<bool>,
    /// Whether answers are given with rounded weights, as the finished model will.
    rounded: bool,
}

impl Learner {
    fn sounds(&self, prior: f32, features: &[u32]) -> f32 {
        let weight = |&f: &u32| {
            let weight = self.weights[f as usize];
            if self.rounded { STEP * round(weight) } else { weight }
        };
        let score = prior + features.iter().map(weight).sum::<f32>();
        1.0 / (1.0 + exp(-score))
    }

    /// Moves the weights so that the places of one word add up to its count more likely.
    fn learn(&mut self, lesson: &Lesson, rate: f32) {
        let places = lesson.places.len();
        let wide = places + 2;
        let sounds: Vec<f32> = lesson.places.iter().map(|(prior, features)| self.sounds(*prior, features)).collect();
        // `ahead[k][c]`: the first k places make c syllables. `after[k][c]`: with c made, the rest make the count.
        let mut ahead = vec![0.0_f32; (places + 1) * wide];
        let mut after = vec![0.0_f32; (places + 1) * wide];
        ahead[0] = 1.0;
        for (k, p) in sounds.iter().enumerate() {
            for c in 0..=k {
                let here = ahead[k * wide + c];
                ahead[(k + 1) * wide + c] += here * (1.0 - p);
                ahead[(k + 1) * wide + c + 1] += here * p;
            }
        }
        after[places * wide + lesson.count] = 1.0;
        for (k, p) in sounds.iter().enumerate().rev() {
            for c in 0..=k {
                after[k * wide + c] = after[(k + 1) * wide + c] * (1.0 - p) + after[(k + 1) * wide + c + 1] * p;
            }
        }
        let all = after[0];
        if all < 1e-9 {
            return;
        }
        for (k, p) in sounds.iter().enumerate() {
            let given: f32 = (0..=k).map(|c| ahead[k * wide + c] * p * after[(k + 1) * wide + c + 1]).sum();
            self.step(&lesson.places[k].1, given / all - p, rate);
        }
    }

    fn step(&mut self, features: &[u32], gradient: f32, rate: f32) {
        if gradient.abs() < 1e-3 {
            return;
        }
        let limit = STEP * (LARGEST + 0.49);
        for &feature in features {
            let f = feature as usize;
            if !self.kept[f] {
                continue;
            }
            self.moved[f] += gradient * gradient;
            let weight = self.weights[f] + rate * gradient / self.moved[f].sqrt();
            self.weights[f] = if self.rounded { weight.clamp(-limit, limit) } else { weight };
        }
    }

    /// Keeps the `count` weights that matter most: large ones that many words moved.
    fn prune(&mut self, count: usize) {
        let mut order: Vec<usize> = (0..self.weights.len()).collect();
        let worth: Vec<f32> =
            self.weights.iter().zip(&self.moved).map(|(weight, moved)| weight.abs() * moved.sqrt().sqrt()).collect();
        order.sort_by(|&a, &b| worth[b].total_cmp(&worth[a]).then(a.cmp(&b)));
        for &f in &order[count.min(order.len())..] {
            self.kept[f] = false;
            self.weights[f] = 0.0;
        }
    }
}

/// Learns from `entries` and gives the finished model's bytes, exceptions for `entries` included.
#[must_use]
pub fn train(entries: &[Entry], settings: &Settings) -> Vec<u8> {
    let size = 1_usize << settings.bits;
    let mut lessons: Vec<Lesson> = entries.iter().filter_map(|entry| lesson(entry, settings.bits)).collect();
    let mut learner =
        Learner { weights: vec![0.0; size], moved: vec![1e-6; size], kept: vec![true; size], rounded: false };
    let mut random = Random::new(12_345);
    let (from, to, last) = (settings.epochs / 6, settings.epochs / 2, settings.epochs * 2 / 3);
    for epoch in 0..settings.epochs {
        if (from..=to).contains(&epoch) {
            let used = learner.moved.iter().filter(|&&moved| moved > 1e-5).count();
            let excess = used.saturating_sub(settings.keep);
            learner.prune(settings.keep + excess * (to - epoch) / ((to - from).max(1) * 2));
        }
        if epoch == to {
            learner.prune(settings.keep);
        }
        learner.rounded = epoch >= last;
        let left = (settings.epochs - epoch) as f32 / (settings.epochs - last + 1) as f32;
        let rate = settings.rate * left.min(1.0);
        random.shuffle(&mut lessons);
        for lesson in &lessons {
            learner.learn(lesson, rate);
        }
    }
    let weights: Vec<i8> = learner.weights.iter().map(|&weight| round(weight) as i8).collect();
    with_exceptions(entries, &weights)
}

/// Adds the words that the weights alone get wrong, stems before what is derived from them.
fn with_exceptions(entries: &[Entry], weights: &[i8]) -> Vec<u8> {
    let mut order: Vec<&Entry> = entries.iter().collect();
    order.sort_by(|a, b| a.word.len().cmp(&b.word.len()).then(a.word.cmp(&b.word)));
    // A few seeds suffice: every third one or so keeps all fingerprints apart.
    for seed in 0..100 {
        let mut exceptions: Vec<(u32, u32)> = Vec::new();
        // What is derived from a word changes with its exception, so the second look sees other errors.
        for _ in 0..4 {
            let bytes = assemble(seed, &exceptions, weights);
            let missed: Vec<(u32, u32)> = Model::new(&bytes)
                .map_or(Vec::new(), |model| order.iter().filter_map(|entry| missed(&model, seed, entry)).collect());
            if missed.is_empty() {
                return bytes;
            }
            exceptions.extend(missed);
            exceptions.sort_unstable();
            exceptions.dedup_by_key(|(key, _)| *key);
        }
    }
    assemble(0, &[], weights)
}

/// What to write down for a word that the model gets wrong.
fn missed(model: &Model<'_>, seed: u32, entry: &Entry) -> Option<(u32, u32)> {
    let least = *entry.accepted.iter().min()?;
    let wrong = syllable::count_with(model, &entry.word) != least;
    wrong.then(|| (fingerprint(seed, entry.word.as_bytes()), least))
}

fn assemble(seed: u32, exceptions: &[(u32, u32)], weights: &[i8]) -> Vec<u8> {
    let exceptions: Vec<u8> =
        exceptions.iter().flat_map(|&(key, count)| ((key << 4) | count.min(15)).to_le_bytes()).collect();
    let pack = |pair: &[i8]| {
        let nibble = |i: usize| pair.get(i).map_or(0, |&weight| weight.to_ne_bytes()[0] & 15);
        nibble(0) | (nibble(1) << 4)
    };
    let weights: Vec<u8> = weights.chunks(2).map(pack).collect();
    model::assemble(&[(b"SEED", &seed.to_le_bytes()), (b"EXCP", &exceptions), (b"WGTS", &weights)])
}

fn round(weight: f32) -> f32 {
    (weight / STEP).round().clamp(-LARGEST, LARGEST)
}

/// e to the power of x out of exact operations only, so that every machine trains the same bytes.
fn exp(x: f32) -> f32 {
    let mut power = 1.0 + f64::from(x.clamp(-30.0, 30.0)) / 1024.0;
    for _ in 0..10 {
        power *= power;
    }
    power as f32
}

/// How well words of each list are counted that the model has never seen, a word's possessive left out together
/// with it.
#[must_use]
pub fn cross_validate(lists: &[(&str, Vec<Entry>)], settings: &Settings) -> String {
    const FOLDS: u32 = 5;
    let fold = |entry: &Entry| fingerprint(1, syllable::possessive(&entry.word).0.as_bytes()) % FOLDS;
    let mut tallies = vec![Tally::default(); lists.len()];
    for out in 0..FOLDS {
        let all = lists.iter().flat_map(|(_, entries)| entries);
        let kept: Vec<Entry> = all.filter(|entry| fold(entry) != out).cloned().collect();
        let bytes = train(&kept, settings);
        let Ok(model) = Model::new(&bytes) else { continue };
        for ((_, entries), tally) in lists.iter().zip(&mut tallies) {
            for entry in entries.iter().filter(|entry| fold(entry) == out) {
                tally.add(entry, syllable::count_with(&model, &entry.word));
            }
        }
    }
    let lines: Vec<String> =
        lists.iter().zip(&tallies).map(|((name, _), tally)| format!("{name}: {}", tally.report())).collect();
    lines.join("\n")
}

/// Words and uses, and how many of them were counted right.
#[derive(Clone, Default)]
struct Tally {
    words: u64,
    right: u64,
    uses: u64,
    right_uses: u64,
}

impl Tally {
    fn add(&mut self, entry: &Entry, counted: u32) {
        let right = u64::from(entry.accepted.contains(&counted));
        self.words += 1;
        self.right += right;
        self.uses += entry.frequency;
        self.right_uses += right * entry.frequency;
    }

    fn report(&self) -> String {
        let share = |part: u64, all: u64| 100.0 * part as f64 / all.max(1) as f64;
        let weighted = if self.uses == 0 {
            String::new()
        } else {
            format!(", {:.2} % weighted by use", share(self.right_uses, self.uses))
        };
        format!("unseen words right: {:.2} % of {}{weighted}", share(self.right, self.words), self.words)
    }
}
