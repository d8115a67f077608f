//! Learns the choices about quotations from gold statements: structure and closed word classes only.

mod gold;
mod learn;
mod recorder;
mod texts;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;
use std::path::Path;

use self::learn::{Course, Learner};
pub use self::recorder::Sample;
use self::recorder::{Kind, samples};
use crate::model::{assemble, mark};
use crate::quote::learned::{Limits, NAT, REVISION, TASKS, Task};
use crate::train::perceptron::{Slots, quantise};

/// Settings of a run.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Slots of the table, as a power of two.
    pub bits: u32,
    /// How often a feature must occur.
    pub least: u32,
    /// How often the samples of our own news count.
    pub own: usize,
    /// By how many nats speech must be more probable than not, where the rules think so and where they do not.
    pub speech: [f32; 2],
    /// By how many nats another option must lead the one that the rules take, for every task.
    pub lead: [f32; TASKS],
}

impl Default for Settings {
    fn default() -> Self {
        Self { bits: 14, least: 2, own: 2, speech: [-0.5, 0.5], lead: [0.0, 1.0, 2.5, 0.1, 0.5] }
    }
}

const KINDS: [(Kind, Course); 4] = [
    (Kind::Speech, Course { rounds: 12, decay: 0.1 }),
    (Kind::Choice(Task::Speaker), Course { rounds: 10, decay: 0.0 }),
    (Kind::Choice(Task::Start), Course { rounds: 4, decay: 0.0 }),
    (Kind::Choice(Task::End), Course { rounds: 4, decay: 0.0 }),
];

/// Every fourth document is never learned from.
const TURNS: usize = 4;
/// The others are divided by so much to score them.
const FOLDS: usize = 5;
/// Rows of the first table, in which the features compete for slots, as a power of two.
const ROOMY: u32 = 20;
const SEED: u64 = 0x5EED;
/// In so many orders the samples are gone over; the mean of what is learned is less of an accident than any of it.
const ORDERS: u64 = 8;

/// The samples of every document: of the gold in `data`, then of the news of our own in `own`.
///
/// # Errors
///
/// When a file cannot be read or is not in its format.
pub fn read(data: &Path, own: &Path) -> io::Result<Vec<Vec<Sample>>> {
    let mut documents = gold::read(&data.join("quotes/dev.jsonl"))?;
    let borrowed = documents.len();
    for folder in ["texts", "quotations"] {
        documents.extend(texts::read(&own.join(folder))?);
    }
    let of = |(number, document): (usize, &gold::Document)| {
        let mut samples = samples(document);
        for sample in &mut samples {
            sample.own = number >= borrowed;
        }
        samples
    };
    Ok(documents.iter().enumerate().map(of).collect())
}

/// The samples of the documents that `keep` wants.
fn of(documents: &[Vec<Sample>], keep: impl Fn(usize) -> bool) -> Vec<&Sample> {
    let kept = documents.iter().enumerate().filter(|(number, _)| keep(*number));
    kept.flat_map(|(_, samples)| samples).collect()
}

fn is_learned(number: usize) -> bool {
    number % TURNS != TURNS - 1
}

/// Learns from three of four documents and gives the model file.
#[must_use]
pub fn train(documents: &[Vec<Sample>], settings: Settings) -> Vec<u8> {
    let learner = learn(&of(documents, is_learned), settings);
    let whole = |nats: f32| (nats * NAT as f32).round() as i32;
    let weights: Vec<i32> = learner.weights.iter().map(|&weight| whole(weight)).collect();
    let Slots::Held(marks) = &learner.slots else { return Vec::new() };
    let limits = Limits { speech: settings.speech.map(whole), lead: settings.lead.map(whole) };
    assemble(&[
        (b"FEAT", &REVISION.to_le_bytes()),
        (b"LIMS", &limits.bytes()),
        (b"MARK", marks),
        (b"COLU", &quantise(&weights, 1)),
    ])
}

/// Learns twice: in a roomy table, then with the worthiest feature in every slot.
fn learn(samples: &[&Sample], settings: Settings) -> Learner {
    let times = |sample: &Sample| if sample.own { settings.own } else { 1 };
    let samples: Vec<&Sample> = samples.iter().flat_map(|s| std::iter::repeat_n(*s, times(s))).collect();
    let mut roomy = Learner::new(Slots::Shared(ROOMY));
    run(&mut roomy, &samples, SEED);
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for feature in samples.iter().flat_map(|sample| sample.options.iter().flatten()) {
        *counts.entry(*feature).or_default() += 1;
    }
    let mut worth: Vec<(f32, u32)> = counts
        .into_iter()
        .filter(|&(_, count)| count >= settings.least)
        .map(|(feature, count)| (roomy.weigh(&[feature]).abs() * (count as f32).sqrt(), feature))
        .collect();
    worth.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut marks = vec![0; 1 << settings.bits];
    // From the least to the most worthy, so that the worthier overwrites.
    for (_, feature) in worth.into_iter().filter(|&(worth, _)| worth > 0.0) {
        marks[(feature >> (32 - settings.bits)) as usize] = mark(feature);
    }
    let learned = (0..ORDERS).map(|order| {
        let mut learner = Learner::new(Slots::Held(marks.clone()));
        run(&mut learner, &samples, SEED + order);
        learner
    });
    learned.reduce(Learner::plus).unwrap_or(roomy).divided(ORDERS as f32)
}

fn run(learner: &mut Learner, samples: &[&Sample], seed: u64) {
    for (kind, course) in KINDS {
        learner.learn(samples, kind, course, seed);
    }
}

/// How often weights and rules are right on documents that the weights did not learn from: the folds of those learned
/// from, then the untouched ones.
#[must_use]
pub fn score(documents: &[Vec<Sample>], settings: Settings) -> String {
    let mut judged = Vec::new();
    for fold in 0..FOLDS {
        let mine = |number: usize| is_learned(number) && number / TURNS % FOLDS == fold;
        let learner = learn(&of(documents, |number| is_learned(number) && !mine(number)), settings);
        judged.extend(of(documents, mine).into_iter().map(|sample| judge(&learner, sample)));
    }
    let learner = learn(&of(documents, is_learned), settings);
    let untouched: Vec<Judged<'_>> =
        of(documents, |number| !is_learned(number)).into_iter().map(|sample| judge(&learner, sample)).collect();
    let mut out = String::new();
    for (name, judged) in [("learned from, by folds", judged), ("untouched", untouched)] {
        for own in [false, true] {
            let judged: Vec<&Judged<'_>> = judged.iter().filter(|one| one.sample.own == own).collect();
            // A string cannot refuse what is written to it.
            let _ = writeln!(out, "{name}{}", if own { ", our own news" } else { "" });
            tell_speech(&judged, settings, &mut out);
            for (kind, _) in &KINDS[1..] {
                tell_choices(&judged, *kind, &mut out);
            }
        }
    }
    out
}

/// A sample with what the weights say of it.
struct Judged<'s> {
    sample: &'s Sample,
    /// The option that weighs most.
    best: Option<usize>,
    /// What every option weighs, in nats.
    weights: Vec<f32>,
    /// By how much the best leads the second; of speech, by how much it is more probable than not.
    lead: f32,
}

fn judge<'s>(learner: &Learner, sample: &'s Sample) -> Judged<'s> {
    let weights: Vec<f32> = sample.options.iter().map(|option| learner.weigh(option)).collect();
    let mut ranked: Vec<usize> = (0..weights.len()).collect();
    ranked.sort_by(|&a, &b| weights[b].total_cmp(&weights[a]).then(a.cmp(&b)));
    let lead = match (sample.kind, ranked.as_slice()) {
        (Kind::Speech, _) => weights[0],
        (_, &[first, second, ..]) => weights[first] - weights[second],
        _ => f32::MAX,
    };
    Judged { sample, best: ranked.first().copied(), weights, lead }
}

fn tell_speech(judged: &[&Judged<'_>], settings: Settings, out: &mut String) {
    let marks: Vec<_> = judged.iter().filter(|one| one.sample.kind == Kind::Speech).collect();
    let mut tell = |name: &str, speaks: &dyn Fn(&Judged<'_>) -> bool| {
        let count = |speech: bool, claimed: bool| {
            marks.iter().filter(|one| one.sample.right[0] == speech && speaks(one) == claimed).count()
        };
        let (right, missed, wrong, left) =
            (count(true, true), count(true, false), count(false, true), count(false, false));
        let f1 = 200.0 * right as f64 / (2 * right + missed + wrong) as f64;
        let alone = 100.0 * left as f64 / (left + wrong).max(1) as f64;
        let _ = writeln!(out, "  speech by {name}: F1 {f1:.2}, left alone {alone:.1}, missed {missed}, wrong {wrong}");
    };
    tell("rules", &|one| one.sample.usual == Some(0));
    for step in -2_i8..=3 {
        let [sure, doubt] = settings.speech.map(|least| least + f32::from(step) / 5.0);
        let least = |one: &Judged<'_>| if one.sample.usual == Some(0) { sure } else { doubt };
        tell(&format!("weights from {sure:.1} and {doubt:.1}"), &|one| one.lead >= least(one));
    }
}

fn tell_choices(judged: &[&Judged<'_>], kind: Kind, out: &mut String) {
    let asked: Vec<_> = judged.iter().filter(|one| one.sample.kind == kind).collect();
    if asked.is_empty() {
        return;
    }
    let right = |index: Option<usize>, one: &Judged<'_>| index.is_some_and(|index| one.sample.right[index]);
    let rules = asked.iter().filter(|one| right(one.sample.usual, one)).count();
    let weights = asked.iter().filter(|one| right(one.best, one)).count();
    let possible = asked.iter().filter(|one| one.sample.right.contains(&true)).count();
    let _ = writeln!(out, "  {kind:?}: rules {rules}, weights {weights}, possible {possible} of {}", asked.len());
    for lead in [0.5, 1.0, 1.5] {
        let held = |one: &Judged<'_>| match (one.best, one.sample.usual) {
            (Some(best), Some(usual)) if one.weights[best] - one.weights[usual] < lead => Some(usual),
            (best, _) => best,
        };
        let right = asked.iter().filter(|one| right(held(one), one)).count();
        let _ = writeln!(out, "    over the rules with a lead of {lead}: {right}");
    }
    for (from, to) in [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 8), (8, 1000)] {
        let near: Vec<_> = asked.iter().filter(|one| one.lead >= from as f32 && one.lead < to as f32).collect();
        let good = near.iter().filter(|one| right(one.best, one)).count();
        let _ = writeln!(out, "    lead {from} to {to}: {good} right of {}", near.len());
    }
}
