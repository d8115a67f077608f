//! Eighth room: how hard it reads.

use serde::{Deserialize, Serialize};

use crate::analysis::{self, Finding, Language, Sentence, Warning};
use crate::name::Names;
use crate::quote::Said;
use crate::reading::Reading;
use crate::rule::rules;

rules! {
    /// Why a place is worth a second look.
    pub enum Rule {
        /// More words than most readers hold in mind.
        ManyWords = "many-words",
    }
}

/// What every formula counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// Words.
    pub words: u32,
    /// Sentences with at least one word.
    pub sentences: u32,
    /// Spoken syllables.
    pub syllables: u32,
    /// Letters and digits.
    pub letters: u32,
    /// All characters but white space.
    pub strokes: u32,
    /// Words of three or more syllables.
    pub polysyllables: u32,
    /// Words of one syllable.
    pub monosyllables: u32,
    /// Words of more than six letters.
    pub long_words: u32,
    /// Words of three letters or fewer.
    pub miniwords: u32,
    /// Gunning's hard words.
    pub fog_complex: u32,
    /// Words off the Dale list.
    pub difficult_dale_chall: u32,
    /// Different words off the Spache list.
    pub unfamiliar_spache_unique: u32,
}

/// Every formula by name; `None` where it is undefined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Scores {
    /// Flesch 1948.
    pub flesch_reading_ease: Option<f64>,
}

/// The median school grade and its range.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Grade {
    /// Median over the formulas named in `from`.
    pub median: Option<f64>,
    /// Lowest of them.
    pub low: Option<f64>,
    /// Highest of them.
    pub high: Option<f64>,
    /// Names of the formulas.
    pub from: Vec<&'static str>,
}

/// Counts and scores of one selection of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Measure {
    /// What was counted.
    pub counts: Counts,
    /// What follows from it.
    pub scores: Scores,
}

/// How hard the article is to read.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Readability {
    /// What was counted.
    pub counts: Counts,
    /// What follows from it.
    pub scores: Scores,
    /// The same without words in quotation marks.
    pub without_quotes: Measure,
    /// One grade from several formulas.
    pub grade: Grade,
    /// Silent reading time.
    pub reading_seconds: f64,
    /// Reading aloud.
    pub speaking_seconds: f64,
    /// Under 100 words of prose.
    pub too_short: bool,
}

/// What this room writes.
#[derive(Clone, Debug)]
pub struct Measured {
    /// The language the article seems to be in.
    pub language: Language,
    /// Every sentence with its numbers.
    pub sentences: Vec<Sentence>,
    /// Places worth a second look, in text order.
    pub findings: Vec<Finding>,
    /// Counts, formulas, grade, times.
    pub readability: Readability,
    /// What a reader should know before trusting the rest.
    pub warnings: Vec<Warning>,
}

/// Measures the article.
#[must_use]
pub fn measure(reading: &Reading<'_>, _names: &Names, _said: &Said, _include_furniture: bool) -> Measured {
    let sentences = reading
        .sentences
        .iter()
        .map(|s| Sentence {
            span: s.span,
            block: s.block,
            prose: s.prose,
            words: 0,
            syllables: 0,
            letters: 0,
            polysyllables: 0,
            grade: None,
            difficulty: analysis::Difficulty::Plain,
        })
        .collect();
    Measured {
        language: Language { code: "en", confidence: 1.0 },
        sentences,
        findings: Vec::new(),
        readability: Readability::default(),
        warnings: Vec::new(),
    }
}

/// Every token as it leaves the core.
#[must_use]
pub fn export_tokens(reading: &Reading<'_>) -> Vec<analysis::Token> {
    reading
        .tokens
        .iter()
        .zip(reading.tags)
        .map(|(token, pos)| analysis::Token {
            span: token.span,
            sentence: token.sentence,
            pos: pos.name(),
            word: token.begins_word(),
            syllables: 0,
        })
        .collect()
}

/// Spoken syllables of one English word; 0 for no word at all.
#[must_use]
pub fn syllables(word: &str) -> u32 {
    u32::from(!word.is_empty())
}

/// Every formula from given counts.
#[must_use]
pub fn scores(_counts: &Counts) -> Scores {
    Scores::default()
}
