//! Seventh room: who said what.

use crate::analysis::{OtherQuoted, Quote, Speaker};
use crate::entity::Entities;
use crate::name::Names;
use crate::reading::Reading;
use crate::rule::rules;

rules! {
    /// The sieve that found the speaker.
    pub enum Rule {
        /// The words, then the verb, then the name: "…," said Marlow.
        QuoteVerbName = "quote-verb-name",
    }
}

rules! {
    /// Why quotation marks hold no speech.
    pub enum OtherRule {
        /// One or two words without a speaker nearby.
        FewWordsNoSpeaker = "few-words-no-speaker",
    }
}

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
pub fn attribute(_reading: &Reading<'_>, _names: &Names, _people: &Entities) -> Said {
    Said::default()
}
