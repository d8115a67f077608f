//! Words and phrases worth a second look.

mod adverb;
mod hedge;
mod nominal;
mod plain;

use std::ops::Range;

use super::Rule;
use super::words::Word;
use crate::analysis::FindingKind;
use crate::lexicon::{HEDGE, INTENSIFIER, MANNER, NOMINAL, PLAIN, fold};
use crate::reading::Reading;
use crate::tag::Pos;
use crate::token::Kind;

/// One such place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What is the matter.
    pub kind: FindingKind,
    /// The rule that found it.
    pub rule: Rule,
    /// One plain sentence.
    pub note: String,
    /// Words that would serve instead.
    pub suggestion: Option<&'static str>,
}

/// Whether [`look`] could find anything in a word, already in lower case, wherever it stands.
pub fn may_look(folded: &str) -> bool {
    hedge::softens_with_its_neighbour(folded)
        || HEDGE.contains(folded)
        || INTENSIFIER.contains(folded)
        || MANNER.contains(folded)
        || PLAIN.contains(folded)
        || NOMINAL.contains(folded)
}

/// Looks at one counted word; at most one thing is said about it.
pub fn look(reading: &Reading<'_>, word: &Word, sentence: &Range<usize>) -> Option<Spot> {
    if word.name {
        return None;
    }
    let mut buffer = [0; 64];
    let folded = fold(word.span.of(reading.text), &mut buffer);
    let place = Place { reading, word, folded, sentence };
    plain::look(&place)
        .or_else(|| hedge::look(&place))
        .or_else(|| adverb::look(&place))
        .or_else(|| nominal::look(&place))
}

/// A word among its neighbours.
struct Place<'a> {
    reading: &'a Reading<'a>,
    word: &'a Word,
    /// In lower case.
    folded: &'a str,
    /// The tokens of its sentence.
    sentence: &'a Range<usize>,
}

impl<'a> Place<'a> {
    /// The token so many places after the word, within the sentence.
    fn after(&self, n: usize) -> Option<usize> {
        Some(self.word.tokens.end + n).filter(|at| self.sentence.contains(at))
    }

    /// The token so many places before the word, within the sentence.
    fn before(&self, n: usize) -> Option<usize> {
        self.word.tokens.start.checked_sub(n + 1).filter(|at| self.sentence.contains(at))
    }

    /// In lower case; empty outside the sentence.
    fn word_at(&self, at: Option<usize>) -> &'a str {
        at.map_or("", |at| self.reading.folded(at))
    }

    fn tag_at(&self, at: Option<usize>) -> Option<Pos> {
        self.reading.tags.get(at?).copied()
    }

    fn kind_at(&self, at: Option<usize>) -> Option<Kind> {
        self.reading.tokens.get(at?).map(|token| token.kind)
    }

    fn next(&self) -> &'a str {
        self.word_at(self.after(0))
    }

    fn previous(&self) -> &'a str {
        self.word_at(self.before(0))
    }

    fn tag(&self) -> Option<Pos> {
        self.tag_at(Some(self.word.tokens.start))
    }

    fn next_tag(&self) -> Option<Pos> {
        self.tag_at(self.after(0))
    }

    fn before_number(&self) -> bool {
        self.kind_at(self.after(0)) == Some(Kind::Number) || self.next_tag() == Some(Pos::Num)
    }

    fn before_noun(&self) -> bool {
        matches!(self.next_tag(), Some(Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num))
            && self.kind_at(self.after(0)).is_some_and(|kind| matches!(kind, Kind::Word | Kind::Number))
    }

    fn spot(&self, kind: FindingKind, rule: Rule, note: String, suggestion: Option<&'static str>) -> Spot {
        Spot { tokens: self.word.tokens.clone(), kind, rule, note, suggestion }
    }
}

/// "not", "never" and what else turns the sense of the word after it.
fn denies(word: &str) -> bool {
    matches!(word, "not" | "n't" | "never" | "no" | "nor" | "without" | "hardly" | "cannot")
}
