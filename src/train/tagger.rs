//! Trains the part-of-speech tagger.
//!
//! 1. The lexicon: frequent words get a class, their set of tags; words with one tag only are settled by it.
//! 2. A first perceptron learns over all features in a table so large that they hardly meet.
//! 3. Of the features that fall into one slot of the shipped table, the one that matters most stays.
//! 4. Several perceptrons learn with these alone, exactly as the tagger will look them up, each in another order of
//!    the sentences; their average is shipped.

use std::collections::BTreeMap;

use super::corpus::Sentence;
use super::perceptron::{self, Perceptron, Slots};
use super::random::Random;
use crate::model::{self, Kept, Words, hash};
use crate::tag::Pos;
use crate::tag::features::{LANES, START};
use crate::tag::trained::{self, Desk, Known, REACH, Shares, Tagger};

/// What can be turned.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// The shipped table has `1 << bits` slots.
    pub bits: u32,
    /// Rounds of the first and of the second perceptron.
    pub epochs: usize,
    /// By how many steps the right tag must lead.
    pub margin: i32,
    /// How often a feature must occur to be learned.
    pub feature_count: u32,
    /// How often a word must occur to have a class.
    pub word_count: u32,
    /// How many learners, each in another order, are averaged.
    pub runs: i32,
    /// How much of an averaged weight is one of a shipped weight.
    pub unit: i32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { bits: 15, epochs: 6, runs: 5, margin: 3, feature_count: 2, word_count: 4, unit: 384 }
    }
}

/// Where every training run starts.
const SEED: u64 = 0x5EED;
/// Rows of the first perceptron, as a power of two.
const WIDE: u32 = 22;

/// The features of one word and its tag's lane; `None` where there is nothing to learn.
struct Sight {
    desk: Desk,
    known: Vec<Known>,
    right: Vec<Option<usize>>,
}

/// Trains on `sentences` and gives the bytes of the model file.
///
/// # Errors
///
/// When the lexicon it just built cannot be read back.
pub fn train(sentences: &[Sentence], settings: Settings) -> Result<Vec<u8>, model::Error> {
    let (guards, classes, sure) = lexicon(sentences, settings);
    let empty = finish(&guards, &classes, &sure, &[0; 2], &[128; 32]);
    let reader = Tagger::new(&empty)?;
    let sights: Vec<Sight> = sentences.iter().map(|sentence| look(&reader, sentence)).collect();
    let frequent = frequent_features(&sights, settings.feature_count);

    let mut wide = Perceptron::<16>::new(Slots::Shared(WIDE));
    rounds(&mut wide, &sights, settings, SEED, |feature| frequent.contains_key(&feature));
    let marks = perceptron::choose::<16>(&frequent, &wide.averaged(), &Slots::Shared(WIDE), settings.bits);
    let mut total = vec![0; 16 << settings.bits];
    for run in 0..settings.runs {
        let mut narrow = Perceptron::<16>::new(Slots::Held(marks.clone()));
        rounds(&mut narrow, &sights, settings, SEED + u64::from(run.unsigned_abs()), |_| true);
        for (sum, weight) in total.iter_mut().zip(narrow.averaged()) {
            *sum += weight;
        }
    }
    let rows = perceptron::quantise(&total, settings.unit * settings.runs);
    Ok(finish(&guards, &classes, &sure, &marks, &rows))
}

fn finish(guards: &[u8], classes: &[u8], sure: &[u8], marks: &[u8], rows: &[u8]) -> Vec<u8> {
    model::assemble(&[(b"GUAR", guards), (b"CLAS", classes), (b"SURE", sure), (b"MARK", marks), (b"ROWS", rows)])
}

fn words_of(sentence: &Sentence) -> Vec<&str> {
    sentence.words.iter().map(String::as_str).collect()
}

/// Looks at words as the tagger does, each on its own, and gives what is known of them.
fn look_at(tagger: &Tagger<'_>, words: &[&str], glued: impl Fn(usize) -> bool, desk: &mut Desk) -> Vec<Known> {
    let known: Vec<Known> = words.iter().copied().chain([""]).map(|word| tagger.known(word)).collect();
    let edge = words.len() as u32;
    desk.seat(0..edge, edge);
    trained::look(|i| words[i], &known, |i| !words[i].contains(char::is_uppercase), glued, desk);
    known
}

/// Looks at a sentence as the tagger does.
fn look(tagger: &Tagger<'_>, sentence: &Sentence) -> Sight {
    let mut desk = Desk::default();
    let known = look_at(tagger, &words_of(sentence), |i| sentence.glued[i], &mut desk);
    let right = sentence.tags.iter().map(|tag| LANES.iter().position(|lane| Some(*lane) == *tag)).collect();
    Sight { desk, known, right }
}

/// Classes of words: the most frequent tag, every other that is more than a slip, and whether it is the only one.
fn lexicon(sentences: &[Sentence], settings: Settings) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
    let mut counts: BTreeMap<u32, BTreeMap<u8, u32>> = BTreeMap::new();
    for sentence in sentences {
        for (word, tag) in sentence.words.iter().zip(&sentence.tags) {
            let word = hash::bytes(hash::fold(word, &mut [0; 64]));
            if let Some(tag) = tag {
                *counts.entry(word).or_default().entry(*tag as u8).or_default() += 1;
            }
        }
    }
    let mut classes: BTreeMap<(u8, u32, bool), u8> = BTreeMap::new();
    let mut sure = vec![0];
    let mut words = Vec::new();
    for (word, tags) in counts {
        let total: u32 = tags.values().sum();
        let Some((&main, &most)) = tags.iter().max_by_key(|&(tag, count)| (count, u8::MAX - tag)) else { continue };
        if total < settings.word_count {
            continue;
        }
        let several = tags.iter().filter(|&(_, &count)| count * 50 >= total).fold(0, |set, (tag, _)| set | 1 << tag);
        let only = total >= 20 && most * 400 >= total * 399;
        let next = sure.len();
        // A byte holds 255 classes; the rare ones that come later share that of their main tag.
        let key = if next > 255 { (main, 1 << main, false) } else { (main, several, only) };
        let class = *classes.entry(key).or_insert(next.min(255) as u8);
        if class as usize == next {
            sure.push(if only { main + 1 } else { 0 });
        }
        words.push((word, class));
    }
    let (guards, classes) = Words::<REACH>::lay_out(&words);
    (guards, classes, sure)
}

/// How often every feature occurs, with the right tags before it; the rare ones are left out.
fn frequent_features(sights: &[Sight], least: u32) -> BTreeMap<u32, u32> {
    let mut all = Vec::new();
    for sight in sights {
        let mut before = [START, START];
        for (i, right) in sight.right.iter().enumerate() {
            let settled = sight.desk.settled(i);
            if settled.is_none() {
                all.extend(sight.desk.hashes(&sight.known, i, before).into_iter().flatten());
            }
            let tag = right.map(|lane| LANES[lane]).or(settled).unwrap_or(Pos::X);
            before = [before[1], tag as u8];
        }
    }
    perceptron::frequent(all, least)
}

/// Goes over all sentences several times, each time in another order. The tags before a word are the learner's own,
/// so it learns to live with its mistakes.
fn rounds(learner: &mut Perceptron<16>, sights: &[Sight], settings: Settings, seed: u64, counts: impl Fn(u32) -> bool) {
    let mut random = Random::new(seed);
    let mut order: Vec<usize> = (0..sights.len()).collect();
    for _ in 0..settings.epochs {
        random.shuffle(&mut order);
        for &sight in &order {
            let Sight { desk, known, right } = &sights[sight];
            let mut before = [START, START];
            for (i, &right) in right.iter().enumerate() {
                let tag = desk.settled(i).unwrap_or_else(|| {
                    let hashes = desk.hashes(known, i, before).unwrap_or_default();
                    let guess = perceptron::best(&learner.scores(&hashes), None);
                    if let Some(right) = right {
                        learner.learn(&hashes, right, settings.margin, &counts);
                    }
                    LANES[guess]
                });
                before = [before[1], tag as u8];
            }
        }
    }
}

/// How many tags of `sentences` the model in `bytes` gets right, and how many there are; then each confusion as
/// (right, given) with its count.
///
/// # Errors
///
/// When the model cannot be read.
pub fn score(bytes: &[u8], sentences: &[Sentence]) -> Result<Score, model::Error> {
    let tagger = Tagger::new(bytes)?;
    let mut score = Score::default();
    let (mut desk, mut tags, mut classes) = (Desk::default(), Vec::new(), Kept::new());
    for sentence in sentences {
        tags.clear();
        let words = look_at(&tagger, &words_of(sentence), |i| sentence.glued[i], &mut desk);
        tagger.decode(&desk, &mut Shares { words, classes: &mut classes }, &mut tags);
        for (right, given) in sentence.tags.iter().zip(&tags) {
            let Some(right) = right else { continue };
            score.all += 1;
            score.right += usize::from(right == given);
            if right != given {
                *score.confusions.entry((right.name(), given.name())).or_default() += 1;
            }
        }
    }
    Ok(score)
}

/// What a model got right.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// Words tagged right.
    pub right: usize,
    /// Words with a known tag.
    pub all: usize,
    /// (right tag, given tag) and how often.
    pub confusions: BTreeMap<(&'static str, &'static str), usize>,
}

impl Score {
    /// Share of right tags in hundredths of a percent.
    #[must_use]
    pub fn accuracy(&self) -> usize {
        self.right * 10_000 / self.all.max(1)
    }
}

/// One line a word: its tag and the tags that come next, with their distance.
///
/// # Errors
///
/// When the model cannot be read.
pub fn explain(bytes: &[u8], words: &[&str]) -> Result<Vec<String>, model::Error> {
    let tagger = Tagger::new(bytes)?;
    let (mut desk, mut tags) = (Desk::default(), Vec::new());
    let words = look_at(&tagger, words, |_| false, &mut desk);
    let mut shares = Shares { words, classes: &mut Kept::new() };
    tagger.decode(&desk, &mut shares, &mut tags);
    let mut before = [START, START];
    let mut lines = Vec::new();
    for (i, tag) in tags.iter().enumerate() {
        let mut line = tag.name().to_owned();
        if desk.settled(i).is_some() {
            line += "\tsettled";
        } else {
            for (rival, score) in tagger.weigh(&desk, &mut shares, i, before) {
                line.extend(["\t", rival.name(), " ", &score.to_string()]);
            }
        }
        lines.push(line);
        before = [before[1], *tag as u8];
    }
    Ok(lines)
}
