//! Words that soften a claim.

use super::{Place, Spot, denies};
use crate::analysis::FindingKind;
use crate::lexicon::HEDGE;
use crate::readability::Rule;
use crate::tag::Pos;

/// Whether a word softens only with the word after it or before it: "seems to", "kind of".
pub(super) fn softens_with_its_neighbour(folded: &str) -> bool {
    matches!(
        folded,
        "rather" | "seem" | "seems" | "seemed" | "appear" | "appears" | "appeared" | "tend" | "tends" | "sort" | "kind"
    )
}

pub(super) fn look(place: &Place<'_>) -> Option<Spot> {
    let next = place.next();
    let softened = match place.folded {
        "rather" => {
            place.before(0).is_some() && next != "than" && !matches!(place.previous(), "or" | "would" | "but" | "'d")
        }
        "fairly" => matches!(place.next_tag(), Some(Pos::Adj | Pos::Adv)),
        "seem" | "seems" | "seemed" | "appear" | "appears" | "appeared" | "tend" | "tends" => next == "to",
        "sort" | "kind" => next == "of" && place.before(0).is_some() && !determines(place.previous()),
        _ => HEDGE.contains(place.folded) && !denies(place.previous()) && !guesses_number(place),
    };
    softened.then(|| {
        let note = "It softens the claim: say it, or say who does.".into();
        let mut found = place.spot(FindingKind::Hedge, Rule::Hedge, note, None);
        if place.after(0).is_some() && (matches!(place.folded, "sort" | "kind") || next == "to") {
            found.tokens.end += 1;
        }
        found
    })
}

/// "perhaps 20 boats", "maybe as many as 300": a number that nobody has counted is rightly guessed.
fn guesses_number(place: &Place<'_>) -> bool {
    place.before_number()
        || matches!(
            place.next(),
            "half" | "a" | "as" | "about" | "around" | "dozens" | "hundreds" | "thousands" | "two"
        ) && (1..5).any(|n| {
            place.tag_at(place.after(n)) == Some(Pos::Num)
                || matches!(
                    place.word_at(place.after(n)),
                    "dozen" | "hundred" | "thousand" | "third" | "quarter" | "half"
                )
        })
}

/// "a kind of", "what sort of", "this kind of" mean kinds.
fn determines(word: &str) -> bool {
    matches!(
        word,
        "a" | "the"
            | "this"
            | "that"
            | "some"
            | "any"
            | "no"
            | "what"
            | "which"
            | "every"
            | "each"
            | "one"
            | "another"
            | "same"
            | "different"
            | "new"
            | "certain"
            | "first"
            | "only"
            | "other"
            | "is"
            | "its"
            | "their"
            | "his"
            | "her"
            | "my"
            | "your"
            | "our"
            | "right"
            | "wrong"
            | "special"
            | "rare"
            | "own"
    )
}
