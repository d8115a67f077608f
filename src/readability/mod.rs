//! Eighth room: how hard it reads.

mod aloud;
mod count;
mod counted;
mod familiar;
mod findings;
mod grade;
mod language;
mod long;
mod lookup;
pub(crate) mod nuclei;
mod number;
mod passive;
mod scores;
mod state;
mod style;
pub(crate) mod syllable;
mod unattributed;
mod words;

use serde::Serialize;

use self::count::Counter;
pub use self::count::Counts;
use self::counted::Counted;
use self::findings::{Finder, Speech};
use self::lookup::Lookup;
pub use self::scores::{FORMULAS, Formula, Scores};
use self::words::Word;
use crate::analysis::{self, Finding, Language, Sentence, Warning};
use crate::name::Names;
use crate::options::Options;
use crate::quote::Said;
use crate::reading::Reading;
use crate::rule::rules;

rules! {
    /// Why a place is worth a second look.
    pub enum Rule {
        /// The sentence has more than 30 words, or more than 25 in three clauses or more: much to hold in mind.
        ManyWords = "many-words",
        /// The sentence has more than 40 words; many readers lose the thread.
        TooManyWords = "too-many-words",
        /// A form of "be" with a past participle: something is done, and the doer comes last or not at all.
        PassiveBe = "passive-be",
        /// A form of "get" with a past participle: the passive of speech.
        PassiveGet = "passive-get",
        /// A passive that custom asks for, such as "was born" or "was elected": right where the doer does not matter.
        PassiveByCustom = "passive-by-custom",
        /// A shorter, more common word says the same.
        PlainerWord = "plainer-word",
        /// One of several adverbs in the sentence; it adds force rather than meaning.
        Intensifier = "intensifier",
        /// One of several adverbs in the sentence; a stronger verb may do without it.
        MannerAdverb = "manner-adverb",
        /// One of several words in the sentence that soften its claim.
        Hedge = "hedge",
        /// A weak verb with a noun that hides the real verb.
        HiddenVerb = "hidden-verb",
        /// Quoted words for which no speaker was found.
        NoSpeaker = "no-speaker",
    }
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

#[cfg(test)]
mod tests;

/// Silent reading of English non-fiction by adults, words a minute (M. Brysbaert, 2019).
const SILENT_WORDS_A_MINUTE: f64 = 238.0;
/// Reading aloud, words a minute (the same).
const ALOUD_WORDS_A_MINUTE: f64 = 183.0;
/// Formulas were made on samples of 100 words; below that they say little.
const SAMPLE_WORDS: u32 = 100;

/// Measures the article. Its steps stay functions of their own: together they are more than a browser compiles well.
#[must_use]
pub fn measure(reading: &Reading<'_>, names: &Names, said: &Said, options: &Options<'_>) -> Measured {
    let counted = Counted::new(reading, options);
    let lookup = Lookup::new(reading);
    let quoted = quoted_spans(said);
    let mut words = words::Reader::new(reading, &lookup, names, options.read_aloud);
    let mut sums = Counter::new(&quoted);
    let mut finder = Finder::new(reading, &lookup, Speech { names, said, quoted: &quoted });
    let mut sentences = Vec::with_capacity(reading.sentences.len());
    for s in 0..reading.sentences.len() {
        let own = words.of(s);
        let sentence = sentence(reading, s, own);
        if let Some(from) = counted.from(reading, s) {
            sums.add(reading, &lookup, s, own, from);
            finder.add(s, &sentence, own);
        }
        sentences.push(sentence);
    }
    let (counts, rest) = sums.finish();
    let scores = Scores::of(&counts);
    let language = language::detect(reading, &lookup);
    let minutes = f64::from(counts.words) * 60.0;
    Measured {
        language,
        findings: finder.finish(&counted),
        sentences,
        readability: Readability {
            counts,
            scores,
            without_quotes: Measure { counts: rest, scores: Scores::of(&rest) },
            grade: grade::of(&scores),
            reading_seconds: minutes / SILENT_WORDS_A_MINUTE,
            speaking_seconds: minutes / ALOUD_WORDS_A_MINUTE,
            too_short: counts.words < SAMPLE_WORDS,
        },
        warnings: language::warnings(language, counts.words),
    }
}

/// The spoken words of every statement, in text order, without overlap.
fn quoted_spans(said: &Said) -> Vec<crate::Span> {
    let mut spans: Vec<_> = said.quotes.iter().flat_map(|quote| quote.spoken().iter().copied()).collect();
    spans.sort_unstable();
    let mut merged: Vec<crate::Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start <= last.end => *last = last.to(span),
            _ => merged.push(span),
        }
    }
    merged
}

/// Sentence `s`, whose words are `own`, with its own numbers.
fn sentence(reading: &Reading<'_>, s: usize, own: &[Word]) -> Sentence {
    let from = reading.block_of(s).map_or(0, |block| block.dateline.end);
    grade::sentence(&reading.sentences[s], own.iter().filter(|word| word.span.start >= from))
}

/// Every token as it leaves the core.
#[must_use]
pub fn export_tokens(reading: &Reading<'_>, options: &Options<'_>) -> Vec<analysis::Token> {
    let mut out: Vec<_> = reading
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
        .collect();
    let (lookup, names) = (Lookup::new(reading), Names::default());
    let mut words = words::Reader::new(reading, &lookup, &names, options.read_aloud);
    for s in 0..reading.sentences.len() {
        for word in words.of(s) {
            if let Some(first) = out.get_mut(word.tokens.start) {
                first.syllables = word.syllables;
            }
        }
    }
    out
}

/// Spoken syllables of one English word; 0 for no word at all.
///
/// Of two accepted pronunciations the shorter one counts, as Flesch advises. The answer is always one that the
/// pronouncing dictionary accepts where it knows the word; in an article a compound of "fire", "hour" or "wire" counts
/// as its parts do, so "ceasefire" is three here and two there.
///
/// ```
/// use copydesk::readability::syllables;
/// assert_eq!(syllables("newspaper"), 3);
/// assert_eq!(syllables("well-known"), 2);
/// assert_eq!(syllables(""), 0);
/// ```
#[must_use]
pub fn syllables(word: &str) -> u32 {
    syllable::count(word)
}

/// Every formula from given counts.
///
/// ```
/// use copydesk::readability::{Counts, scores};
/// let counts = Counts { words: 6, sentences: 1, syllables: 6, ..Counts::default() };
/// assert!((scores(&counts).flesch_reading_ease.unwrap() - 116.145).abs() < 1e-9);
/// assert_eq!(scores(&Counts::default()).flesch_reading_ease, None);
/// ```
#[must_use]
pub fn scores(counts: &Counts) -> Scores {
    Scores::of(counts)
}
