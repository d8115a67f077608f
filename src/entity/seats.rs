//! "Washington" is a city, and a government that sits there.

use crate::name::NameMention;
use crate::reading::Reading;
use crate::tag::Pos;

/// Towns whose names stand for the government that sits there. Facts of common knowledge.
const SEATS: [&str; 48] = [
    "abuja",
    "algiers",
    "amman",
    "ankara",
    "athens",
    "baghdad",
    "baku",
    "beijing",
    "belgrade",
    "berlin",
    "bern",
    "brussels",
    "bucharest",
    "budapest",
    "cairo",
    "canberra",
    "caracas",
    "damascus",
    "delhi",
    "doha",
    "dublin",
    "hanoi",
    "havana",
    "islamabad",
    "jakarta",
    "kabul",
    "khartoum",
    "kiev",
    "kyiv",
    "lisbon",
    "london",
    "madrid",
    "manila",
    "minsk",
    "moscow",
    "nairobi",
    "ottawa",
    "paris",
    "prague",
    "pretoria",
    "pyongyang",
    "riyadh",
    "rome",
    "seoul",
    "taipei",
    "tehran",
    "tokyo",
    "washington",
];

/// What a mention of such a town speaks of, as far as the words around it tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    Town,
    Government,
}

/// Ends the key of a name that stands for a government.
pub const GOVERNMENT: &str = "(government)";

/// Whether the key of a name is that of such a town.
pub fn is_seat(words: &[String]) -> bool {
    matches!(words, [word] if SEATS.binary_search(&word.as_str()).is_ok())
}

/// What a mention of such a town speaks of; `None` where nothing tells.
pub fn sense(reading: &Reading<'_>, mention: &NameMention) -> Option<Sense> {
    let (start, end) = (mention.tokens.start as usize, mention.tokens.end as usize);
    let before = start.checked_sub(1).map_or("", |before| reading.folded(before));
    if matches!(before, "in" | "at" | "near" | "outside" | "around" | "across" | "through" | "downtown" | "central") {
        return Some(Sense::Town);
    }
    // "Washington's approach to", "Washington has warned", "ties with Washington".
    let policy = matches!(reading.word(end), "'s" | "’s") && is_policy(reading.folded(end + 1));
    let acts = matches!(reading.tags.get(end), Some(Pos::Verb | Pos::Aux)) && !preposition(reading, start);
    let dealt_with = matches!(before, "with" | "against" | "between");
    (policy || acts || dealt_with).then_some(Sense::Government)
}

fn preposition(reading: &Reading<'_>, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|before| reading.tags.get(before) == Some(&Pos::Adp))
}

/// What governments have and towns have not.
fn is_policy(noun: &str) -> bool {
    matches!(
        noun,
        "aid"
            | "allies"
            | "ally"
            | "ambassador"
            | "approach"
            | "backing"
            | "claim"
            | "claims"
            | "decision"
            | "demand"
            | "demands"
            | "envoy"
            | "foreign"
            | "government"
            | "interests"
            | "military"
            | "move"
            | "offer"
            | "plan"
            | "plans"
            | "policies"
            | "policy"
            | "position"
            | "proposal"
            | "refusal"
            | "relations"
            | "relationship"
            | "response"
            | "role"
            | "sanctions"
            | "stance"
            | "strategy"
            | "support"
            | "tariffs"
            | "threats"
            | "troops"
            | "war"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_are_sorted_for_their_search() {
        assert!(SEATS.is_sorted());
    }
}
