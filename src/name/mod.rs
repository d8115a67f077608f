//! Fifth room: names and dates.

mod dates;

use std::ops::Range;

use crate::analysis::{DateMention, EntityKind, Gender, Published};
use crate::calendar::Day;
use crate::reading::Reading;
use crate::rule::rules;
use crate::span::Span;

rules! {
    /// Why some words are a name.
    pub enum Rule {
        /// Two or more capitalised words in a row.
        CapitalRun = "capital-run",
    }
}

rules! {
    /// How a date was read.
    pub enum DateRule {
        /// Day, month and year are written out.
        FullDate = "full-date",
    }
}

/// What this room writes.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Names, in text order, without overlap.
    pub mentions: Vec<NameMention>,
    /// Dates, in text order, without overlap among themselves.
    pub dates: Vec<DateMention>,
    /// The day of publication, from the options or from the date line.
    pub published: Option<Published>,
}

/// One name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameMention {
    /// Its characters: no honorific, no possessive.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<u32>,
    /// What kind of thing bears it.
    pub kind: EntityKind,
    /// Why it is a name.
    pub rule: Rule,
    /// The office written before or after it: "U.S. special envoy", "Kremlin spokesman".
    pub role: Option<Span>,
    /// What title, first name or role tell of the pronoun.
    pub gender: Gender,
}

/// Finds names and dates. `published` overrides the article's own date line.
#[must_use]
pub fn find(reading: &Reading<'_>, published: Option<Day>) -> Names {
    let (dates, published) = dates::find(reading, published);
    Names { mentions: Vec::new(), dates, published }
}
