//! Trains the namer.
//!
//! 1. The gazetteer: lists of facts become hashes.
//! 2. Two learners, each on half of the articles, tell what a first pass finds in the other half.
//! 3. A random field with a table so large that features hardly meet learns from everything.
//! 4. Of the features that fall into one slot of the shipped table, the one that matters most stays.
//! 5. Several perceptrons and random fields learn with these alone, exactly as the namer will look them up, each in
//!    another order; their average is shipped. The two go wrong in different ways.

mod corpora;
mod explain;
mod facts;
mod field;
mod learn;
mod page;
mod score;
mod texts;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use self::field::Field;
use self::learn::{Learner, Passes};
use self::page::Page;
use super::perceptron::{self, Slots};
use crate::model;
use crate::name::trained::Namer;
use crate::name::trained::features::REVISION;
use crate::name::trained::label::{LABELS, Sort};

pub use explain::explain;
pub use score::{Score, score};

/// What can be turned.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// The shipped table has `1 << bits` slots.
    pub bits: u32,
    /// Rounds of every perceptron.
    pub epochs: usize,
    /// Rounds of every random field.
    pub field_epochs: usize,
    /// How many features in a hundred a random field leaves out at random.
    pub dropped: usize,
    /// What makes a label e times as probable in a random field, measured in weights of a perceptron.
    pub nat: f64,
    /// By how many steps the right labels must lead, for each word that is wrong.
    pub margin: i32,
    /// The length of a step of an offset, which a random field learns for one corpus and forgets, as a share of a step of
    /// a weight; at 0 there are none.
    pub offset_share: f32,
    /// How strongly an offset is drawn to 0 whenever its feature is seen.
    pub offset_decay: f32,
    /// How often a feature must occur to be learned.
    pub feature_count: u32,
    /// How often news of our own is read for each time that a corpus is.
    pub own: usize,
    /// How many times in a hundred a stretch is shown with what the first pass found elsewhere.
    pub echoed: usize,
    /// How many perceptrons, and as many random fields, each in another order, are averaged.
    pub runs: i32,
    /// How much of an averaged weight is one of a shipped weight.
    pub unit: i32,
    /// By how many shipped weights a word must speak more for a place than for anything else.
    pub caution: i32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            bits: 15,
            epochs: 4,
            field_epochs: 6,
            dropped: 15,
            nat: 20_400.0,
            margin: 60,
            offset_share: 0.3,
            offset_decay: 1e-3,
            feature_count: 3,
            own: 2,
            echoed: 60,
            runs: 2,
            unit: 1700,
            caution: 10,
        }
    }
}

impl Settings {
    /// Sets one of them, named as the field.
    ///
    /// # Errors
    ///
    /// When there is none of that name or the value is no number.
    pub fn set(&mut self, name: &str, value: &str) -> io::Result<()> {
        fn number<T: std::str::FromStr>(place: &mut T, value: &str) -> Option<()> {
            *place = value.parse().ok()?;
            Some(())
        }
        let set = match name {
            "bits" => number(&mut self.bits, value),
            "epochs" => number(&mut self.epochs, value),
            "field_epochs" => number(&mut self.field_epochs, value),
            "dropped" => number(&mut self.dropped, value),
            "nat" => number(&mut self.nat, value),
            "caution" => number(&mut self.caution, value),
            "margin" => number(&mut self.margin, value),
            "offset_share" => number(&mut self.offset_share, value),
            "offset_decay" => number(&mut self.offset_decay, value),
            "feature_count" => number(&mut self.feature_count, value),
            "own" => number(&mut self.own, value),
            "echoed" => number(&mut self.echoed, value),
            "runs" => number(&mut self.runs, value),
            "unit" => number(&mut self.unit, value),
            _ => None,
        };
        set.ok_or_else(|| io::Error::other(format!("no setting {name}={value}")))
    }
}

/// Where every training run starts.
const SEED: u64 = 0x5EED;
/// Rows of the wide learners, as a power of two.
const WIDE: u32 = 21;
/// Parts of the articles that are left out in turn.
const FOLDS: usize = 2;

/// Trains on the corpora below `data`, on our own news and facts below `own`, and gives the bytes of the model file.
///
/// # Errors
///
/// When something to learn from cannot be read.
pub fn train(data: &Path, own: &Path, settings: Settings) -> io::Result<Vec<u8>> {
    let (guards, classes) = facts::read(&own.join("facts"))?;
    let empty = finish(&guards, &classes, &[0; LABELS * (LABELS + 1) * 2], &[0; 2], &[128; 2 * LABELS]);
    let reader = Namer::new(&empty).map_err(io::Error::other)?;
    let mut pages = corpora::read(&data.join("ner/train"), &reader.gazetteer)?;
    let mut news = texts::read(&own.join("texts"), &reader.gazetteer)?;
    hear(&mut pages, &mut news, settings);
    let all = everything(&pages, &news, settings.own);

    let frequent = frequent_features(&all, settings.feature_count);
    let passes = Passes::Both(settings.echoed);
    let field = |slots: Slots, run: u64| {
        // A slot that holds a feature answers to whatever looks like it, here as in the namer.
        let held = matches!(slots, Slots::Held(_));
        let known = |feature: u32| held || frequent.contains_key(&feature);
        // The wide field only tells which features matter.
        let pace = held.then_some((settings.offset_share, settings.offset_decay));
        let mut field = Field::new(slots, pace);
        field.rounds(&all, (settings.field_epochs, settings.dropped, SEED + run), passes, known);
        field.averaged(settings.nat)
    };
    let perceptron = |slots: Slots, run: u64| {
        let mut learner = Learner::new(slots);
        learner.rounds(&all, (settings.epochs, settings.margin, SEED + run), passes);
        learner.averaged()
    };
    let wide = field(Slots::Shared(WIDE), 0).0;
    let marks = perceptron::choose::<LABELS>(&frequent, &wide, &Slots::Shared(WIDE), settings.bits);

    let mut total = vec![0; LABELS << settings.bits];
    let mut steps = vec![0; LABELS * (LABELS + 1)];
    for run in (0..settings.runs).map(|run| u64::from(run.unsigned_abs())) {
        let slots = Slots::Held(marks.clone());
        for (weights, more) in [perceptron(slots.clone(), run), field(slots, run)] {
            total.iter_mut().zip(weights).chain(steps.iter_mut().zip(more)).for_each(|(sum, weight)| *sum += weight);
        }
    }
    let unit = settings.unit * settings.runs * 2;
    let rows = perceptron::quantise(&total, unit);
    let place = Sort::Place.label(true);
    let caution = |label: usize| if label == place { settings.caution } else { 0 };
    let step = |(i, step): (usize, &i32)| ((step / unit - caution(i % LABELS)) as i16).to_le_bytes();
    let steps: Vec<u8> = steps.iter().enumerate().flat_map(step).collect();
    Ok(finish(&guards, &classes, &steps, &marks, &rows))
}

fn finish(guards: &[u8], classes: &[u8], steps: &[u8], marks: &[u8], rows: &[u8]) -> Vec<u8> {
    let revision = REVISION.to_le_bytes();
    model::assemble(&[
        (b"FEAT", &revision),
        (b"GUAR", guards),
        (b"CLAS", classes),
        (b"STEP", steps),
        (b"MARK", marks),
        (b"ROWS", rows),
    ])
}

/// All pages, those of our own news `own` times.
fn everything<'p>(pages: &'p [Page], news: &'p [Page], own: usize) -> Vec<&'p Page> {
    pages.iter().chain(news.iter().flat_map(|page| vec![page; own])).collect()
}

/// Tells every page what a first pass finds in it that did not learn from it.
fn hear(pages: &mut [Page], news: &mut [Page], settings: Settings) {
    for fold in 0..FOLDS {
        let mut others = everything(pages, news, settings.own);
        others.retain(|page| page.fold % FOLDS != fold);
        let mut learner = Learner::new(Slots::Shared(WIDE));
        learner.rounds(&others, (settings.epochs - 1, settings.margin, SEED), Passes::First);
        learner.settle();
        for page in pages.iter_mut().chain(news.iter_mut()).filter(|page| page.fold % FOLDS == fold) {
            let labels = learner.label(page);
            page.echoes = page.sheet.echoes(&labels, page.words);
        }
    }
}

/// How often every feature occurs; the rare ones are left out.
fn frequent_features(pages: &[&Page], least: u32) -> BTreeMap<u32, u32> {
    let mut all = Vec::new();
    for page in pages {
        for stretch in page.stretches() {
            all.extend(stretch.clone().flat_map(|i| learn::features(page, i, &stretch, true)));
        }
    }
    perceptron::frequent(all, least)
}
