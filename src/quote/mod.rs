//! Seventh room: who said what.
//!
//! Marks are paired (`marks`), sentences become lines in which a quotation is one step (`lines`), cues on those
//! lines become reports with a source and a statement (`report`, `phrase`, `content`). Pair by pair it is decided whether
//! the marks hold speech and who spoke (`verdicts`, with what `speech` and the `sieves` think), then reports and pairs
//! become statements (`drafts`), and so do the turns of a conversation without marks (`turns`) and words quoted within
//! quoted words (`nested`); where the rules leave a choice, learned weights make it (`learned`). At last every
//! source is given a name (`who`) and every speaker a row (`speakers`).

mod attribute;
mod beside;
mod chunk;
mod content;
mod drafts;
pub(crate) mod learned;
mod lines;
mod marks;
mod nested;
mod phrase;
mod report;
mod rules;
mod settle;
mod sieves;
mod speakers;
mod speech;
#[cfg(test)]
mod tests;
mod turns;
mod verdicts;
mod who;
mod words;

use self::learned::{ByRule, Learned};
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
    match Learned::shipped() {
        Some(learned) => attribute::run(reading, names, people, &mut { *learned }),
        None => attribute::run(reading, names, people, &mut ByRule),
    }
}

/// The same, decided by somebody else than the weights that are shipped.
#[cfg(feature = "train")]
pub(crate) fn attribute_by(
    reading: &Reading<'_>,
    names: &Names,
    people: &Entities,
    judge: &mut dyn learned::Judge,
) -> Said {
    attribute::run(reading, names, people, judge)
}
