//! Learns whom a pronoun stands for: an averaged perceptron that ranks the people in focus.

use std::fmt::Write as _;
use std::io;
use std::path::Path;

use serde::Deserialize;

use super::gold::{Places, Stretch, lines, words};
use super::random::Random;
use crate::entity::trace::{self, ANSWERS, Candidate, Choice, QUESTIONS, Weights};
use crate::name;
use crate::span::Span;

/// How often all documents are read.
const EPOCHS: usize = 8;
/// By how much the right one must lead.
const MARGIN: i64 = 200;
/// How often a name given by hand counts.
const BY_HAND: usize = 4;
/// A shipped weight of one is this part of a learned step.
const UNIT: i64 = 16;

/// Whom a pronoun stands for.
#[derive(Clone, Debug)]
enum Gold {
    /// Somebody with one of these names in the text.
    Names(Vec<Span>),
    /// Somebody of this name.
    Called(Vec<String>),
}

/// Who put the answer there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A person.
    Hand,
    /// A program, which is right in two cases of three.
    Program,
}

/// A document with the pronouns whose antecedent is known.
#[derive(Clone, Debug)]
pub struct Document {
    text: String,
    gold: Vec<(Span, Gold, Origin)>,
}

#[derive(Deserialize)]
struct Clusters {
    text: String,
    clusters: Vec<Vec<(usize, usize, String, String)>>,
}

#[derive(Deserialize)]
struct Quotes {
    text: String,
    quotes: Vec<Quote>,
}

#[derive(Deserialize)]
struct Quote {
    speaker: Option<Stretch>,
    speaker_type: Option<String>,
    speaker_name: Option<String>,
    speaker_name_silver: Option<String>,
}

/// Reads documents with clusters of mentions.
///
/// # Errors
///
/// When the file cannot be read or a line is no such document.
pub fn read_clusters(path: &Path) -> io::Result<Vec<Document>> {
    lines(path, |document: Clusters| {
        let places = Places::new(&document.text);
        let mut gold = Vec::new();
        for cluster in &document.clusters {
            let spans = |level: &str| -> Vec<Span> {
                cluster.iter().filter(|mention| mention.3 == level).map(|m| places.span(m.0, m.1)).collect()
            };
            let names = spans("name");
            if !names.is_empty() {
                gold.extend(spans("pronoun").into_iter().map(|span| (span, Gold::Names(names.clone()), Origin::Hand)));
            }
        }
        Document { text: document.text, gold }
    })
}

/// Reads documents with quotations whose speaker may be a pronoun.
///
/// # Errors
///
/// When the file cannot be read or a line is no such document.
pub fn read_quotes(path: &Path) -> io::Result<Vec<Document>> {
    lines(path, |document: Quotes| {
        let places = Places::new(&document.text);
        let mut gold: Vec<(Span, Gold, Origin)> = Vec::new();
        for quote in document.quotes.iter().filter(|quote| quote.speaker_type.as_deref() == Some("pronoun")) {
            let Some(speaker) = &quote.speaker else { continue };
            let span = places.of(speaker);
            let by_hand = quote.speaker_name.as_ref().map(|name| (name, Origin::Hand));
            let by_program = quote.speaker_name_silver.as_ref().map(|name| (name, Origin::Program));
            let Some((name, origin)) = by_hand.or(by_program) else { continue };
            if gold.iter().all(|known| known.0 != span) {
                gold.push((span, Gold::Called(words(name)), origin));
            }
        }
        Document { text: document.text, gold }
    })
}

/// Every choice in a document whose answer is known, made by `weights`: the choice, and which candidates are right.
fn judged(document: &Document, weights: &Weights) -> Vec<(Choice, Vec<bool>, Origin)> {
    super::read(&document.text, |reading| {
        if reading.text != document.text {
            return Vec::new();
        }
        let names = name::find(reading, None);
        let mut judged = Vec::new();
        for choice in trace::choices(reading, &names, weights) {
            let Some((_, gold, origin)) = document.gold.iter().find(|known| known.0 == choice.span) else { continue };
            let right = choice.candidates.iter().map(|candidate| is_right(candidate, gold)).collect();
            judged.push((choice, right, *origin));
        }
        judged
    })
}

fn is_right(candidate: &Candidate, gold: &Gold) -> bool {
    match gold {
        Gold::Names(spans) => candidate.names.iter().any(|name| spans.iter().any(|span| span.overlaps(*name))),
        Gold::Called(name) => trace::agree(&candidate.name, name),
    }
}

/// Sums while the weights are learned.
struct Sums {
    now: Vec<i64>,
    /// Every change times the step at which it was made; what averaging takes off.
    spent: Vec<i64>,
    step: i64,
}

impl Sums {
    fn score(&self, candidate: &Candidate) -> i64 {
        cells(candidate).map(|cell| self.now[cell]).sum()
    }

    fn shift(&mut self, candidate: &Candidate, by: i64) {
        for cell in cells(candidate) {
            self.now[cell] += by;
            self.spent[cell] += by * self.step;
        }
    }

    /// Learns from one pronoun: unless somebody right leads, the best of them goes up and the strongest rival down.
    fn learn(&mut self, choice: &Choice, right: &[bool]) {
        let best = |wanted: bool| {
            let of_kind = choice.candidates.iter().zip(right).filter(|(_, right)| **right == wanted);
            of_kind.map(|(candidate, _)| candidate).max_by_key(|candidate| self.score(candidate)).cloned()
        };
        if let (Some(right), Some(rival)) = (best(true), best(false)) {
            if self.score(&right) < self.score(&rival) + MARGIN {
                self.shift(&right, 1);
                self.shift(&rival, -1);
            }
        }
        self.step += 1;
    }

    fn weights(&self) -> Weights {
        let mut weights = [[0; ANSWERS]; QUESTIONS];
        for (cell, (&now, &spent)) in self.now.iter().zip(&self.spent).enumerate() {
            let average = (now * self.step - spent) * UNIT / self.step;
            weights[cell / ANSWERS][cell % ANSWERS] = average.clamp(-i64::from(i16::MAX), i64::from(i16::MAX)) as i16;
        }
        weights
    }
}

fn cells(candidate: &Candidate) -> impl Iterator<Item = usize> {
    candidate.answers.into_iter().enumerate().map(|(question, answer)| question * ANSWERS + usize::from(answer))
}

/// Learns the weights. Each reading of the documents is made with what was learned before it.
#[must_use]
pub fn train(documents: &[&Document]) -> Weights {
    let mut sums = Sums { now: vec![0; QUESTIONS * ANSWERS], spent: vec![0; QUESTIONS * ANSWERS], step: 1 };
    let mut random = Random::new(0x5EED);
    let mut weights = [[0; ANSWERS]; QUESTIONS];
    for _ in 0..EPOCHS {
        let mut all: Vec<_> = documents.iter().flat_map(|document| judged(document, &weights)).collect();
        random.shuffle(&mut all);
        for (choice, right, origin) in &all {
            for _ in 0..if *origin == Origin::Hand { BY_HAND } else { 1 } {
                sums.learn(choice, right);
            }
        }
        weights = sums.weights();
    }
    weights
}

/// How many pronouns are right, of how many whose answer is among the candidates, of how many.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    /// Right answers.
    pub right: usize,
    /// Pronouns with a right candidate.
    pub possible: usize,
    /// All pronouns with a known answer and at least one candidate or none.
    pub all: usize,
}

/// Counts right answers to the pronouns of one origin.
#[must_use]
pub fn score(documents: &[&Document], weights: &Weights, wanted: Origin) -> Score {
    let mut score = Score::default();
    for (choice, right, origin) in documents.iter().flat_map(|document| judged(document, weights)) {
        if origin != wanted {
            continue;
        }
        let scored = choice.candidates.iter().zip(&right);
        let best = scored.max_by_key(|(candidate, _)| trace::score(weights, &candidate.answers));
        score.all += 1;
        score.possible += usize::from(right.contains(&true));
        score.right += usize::from(best.is_some_and(|(_, right)| *right));
    }
    score
}

/// The weights as the source file that holds them.
#[must_use]
pub fn source(weights: &Weights) -> String {
    let mut source = String::from(
        "//! What `train pronouns` learned.\n\nuse super::ranker::Weights;\n\n/// Rows: questions; columns: answers.\n\
         pub const WEIGHTS: Weights = [\n",
    );
    for row in weights {
        let row: Vec<String> = row.iter().map(i16::to_string).collect();
        // A string cannot refuse what is written to it.
        let _ = writeln!(source, "    [{}],", row.join(", "));
    }
    source.push_str("];\n");
    source
}
