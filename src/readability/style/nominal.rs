//! "made a decision": a weak verb with a noun that is the real verb.

use super::{Place, Spot};
use crate::analysis::FindingKind;
use crate::lexicon::NOMINAL;
use crate::readability::Rule;
use crate::tag::Pos;
use crate::token::Kind;

pub(super) fn look(place: &Place<'_>) -> Option<Spot> {
    let verb = NOMINAL.find(place.folded)?;
    let first = place.word.tokens.start;
    // Only an article stands between: an adjective says something of the noun that the verb could not say.
    let from = first.saturating_sub(3).max(place.sentence.start);
    let start = (from..first).rev().find(|&at| is_weak_verb(place.reading.folded(at)))?;
    let joined = (start + 1..first).enumerate().all(|(n, at)| match place.reading.folded(at) {
        "a" | "an" | "no" => at + 1 == first,
        // "made the decision to go" says which; "made the decision" points at one that is known.
        "the" => at + 1 == first && matches!(place.next(), "to" | "that" | "not"),
        "out" => n == 0 && place.reading.folded(start).starts_with("carr"),
        _ => false,
    });
    (joined && stands_for_verb(place)).then(|| {
        let note = format!("The verb is hidden in the noun: “{verb}”.");
        let mut found = place.spot(FindingKind::Nominalization, Rule::HiddenVerb, note, Some(verb));
        found.tokens.start = start;
        found
    })
}

/// "gave the estimate a name", "made the choice harder", "made payment systems": there the noun is a thing.
fn stands_for_verb(place: &Place<'_>) -> bool {
    let compound = place.kind_at(place.after(0)) == Some(Kind::Word)
        && matches!(place.next_tag(), Some(Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Pron | Pos::Verb));
    // "made a prediction who would win" has a clause for its object.
    let clause =
        matches!(place.next(), "that" | "who" | "what" | "which" | "whether" | "how" | "not" | "this" | "last");
    let harder = matches!(place.next(), "even" | "more" | "so" | "very" | "too" | "much" | "less" | "far");
    (clause || !compound) && !harder
}

fn is_weak_verb(word: &str) -> bool {
    matches!(
        word,
        "make"
            | "makes"
            | "made"
            | "making"
            | "conduct"
            | "conducts"
            | "conducted"
            | "conducting"
            | "perform"
            | "performs"
            | "performed"
            | "performing"
            | "undertake"
            | "undertakes"
            | "undertook"
            | "undertaking"
            | "reach"
            | "reaches"
            | "reached"
            | "reaching"
            | "give"
            | "gives"
            | "gave"
            | "giving"
            | "provide"
            | "provides"
            | "provided"
            | "providing"
            | "effect"
            | "effected"
            | "carry"
            | "carried"
            | "carrying"
    )
}
