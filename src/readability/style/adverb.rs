//! Adverbs that add force only, and adverbs of manner beside a verb that a stronger one could replace.

use super::{Place, Spot, denies};
use crate::analysis::FindingKind;
use crate::lexicon::{INTENSIFIER, MANNER, WEAK};
use crate::readability::Rule;
use crate::tag::Pos;

pub(super) fn look(place: &Place<'_>) -> Option<Spot> {
    if matches!(place.tag(), Some(Pos::Adj | Pos::Noun | Pos::Verb | Pos::Propn)) {
        return None;
    }
    if INTENSIFIER.contains(place.folded) {
        let note = "It adds force, not meaning.".into();
        return adds_force_only(place).then(|| place.spot(FindingKind::Adverb, Rule::Intensifier, note, None));
    }
    let manner = MANNER.contains(place.folded) && beside_weak_verb(place);
    manner.then(|| {
        let note = "A stronger verb may do without it.".into();
        place.spot(FindingKind::Adverb, Rule::MannerAdverb, note, None)
    })
}

/// Without it the sentence says the same: not so after a denial, in a comparison, or in "the very day".
fn adds_force_only(place: &Place<'_>) -> bool {
    let denied = (0..2).any(|n| denies(place.word_at(place.before(n))));
    let measured = matches!(place.previous(), "how" | "as" | "so" | "too" | "however")
        || matches!(place.next(), "much" | "few" | "little" | "same" | "or" | "well");
    let points = matches!(place.previous(), "the" | "this" | "that" | "its" | "their" | "his" | "her")
        && matches!(place.next_tag(), Some(Pos::Noun));
    !denied && !measured && !points
}

/// Directly after the verb, or directly before it; of two adverbs joined by "and" each counts.
fn beside_weak_verb(place: &Place<'_>) -> bool {
    let weak = |at: Option<usize>| WEAK.contains(place.word_at(at)) && place.tag_at(at) == Some(Pos::Verb);
    // An adverb after it tells the verb from the noun: "the price rose sharply".
    let weak_before =
        |at: Option<usize>| WEAK.contains(place.word_at(at)) && matches!(place.tag_at(at), Some(Pos::Verb | Pos::Noun));
    let joined = |at: Option<usize>| matches!(place.word_at(at), "and" | "but");
    let manner = |at: Option<usize>| MANNER.contains(place.word_at(at));
    // "a closely held secret": the participle describes.
    let describes = matches!(place.tag_at(place.before(0)), Some(Pos::Det | Pos::Adp | Pos::Adj));
    let measured = matches!(place.previous(), "how" | "as" | "so" | "too" | "not" | "n't");
    let before = weak(place.after(0)) && !describes;
    let first = joined(place.after(0)) && manner(place.after(1)) && weak(place.after(2));
    let second = joined(place.before(0)) && manner(place.before(1)) && weak(place.after(0));
    let after =
        weak_before(place.before(0)) || (matches!(place.previous(), "more" | "very") && weak_before(place.before(1)));
    let after_second = joined(place.before(0)) && manner(place.before(1)) && weak_before(place.before(2));
    !measured && (before || first || second || after || after_second)
}
