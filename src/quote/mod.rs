//! Seventh room: who said what.
//!
//! Marks are paired (`marks`), sentences become lines in which a quotation is one step (`lines`), cues on those
//! lines become reports with a source and a statement (`report`, `phrase`, `content`); quoted words that no cue
//! claims are no speech (`speech`) or pass through the sieves (`sieves`); at last every source is given a name
//! (`who`) and every speaker a row (`speakers`).

mod attribute;
mod chunk;
mod content;
mod lines;
mod marks;
mod phrase;
mod report;
mod rules;
mod settle;
mod sieves;
mod speakers;
mod speech;
#[cfg(test)]
mod tests;
mod who;
mod words;

use crate::analysis::{OtherQuoted, Quote, Speaker};
use crate::entity::Entities;
use crate::name::Names;
use crate::reading::Reading;

pub use rules::{OtherRule, Rule};
pub use speakers::NO_SPEAKER;

/// What this room writes.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// Statements in text order; `quotes[i].id == i`.
    pub quotes: Vec<Quote>,
    /// Marks that hold no speech, in text order.
    pub other_quoted: Vec<OtherQuoted>,
    /// Who is quoted how much, most quoted words first.
    pub speakers: Vec<Speaker>,
}

/// Finds statements and their speakers.
#[must_use]
pub fn attribute(reading: &Reading<'_>, names: &Names, people: &Entities) -> Said {
    attribute::run(reading, names, people)
}
