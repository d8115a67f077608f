//! What has the shape of a passive and tells of a state, or of something done to an object.

use std::ops::Range;

use crate::reading::Reading;
use crate::tag::Pos;
use crate::token::Kind;

/// "too focused", "very targeted", "well attended": what has degrees is a state.
pub fn is_degree(word: &str) -> bool {
    matches!(word, "very" | "too" | "so" | "more" | "less" | "quite" | "rather" | "pretty" | "well")
}

/// "there are broken windows" says that they are there, not that somebody breaks them.
pub fn exists(reading: &Reading<'_>, auxiliary: usize, after: usize) -> bool {
    auxiliary.checked_sub(1).is_some_and(|before| reading.folded(before) == "there")
        && matches!(reading.tags.get(after), Some(Pos::Noun | Pos::Adj))
}

/// "was dedicated in 1966", "were outlined years ago": a state has no date.
pub fn is_dated(reading: &Reading<'_>, after: usize, end: usize) -> bool {
    (after..end.min(after + 5)).any(|at| {
        let year = reading.tokens.get(at).is_some_and(|token| token.kind == Kind::Number)
            && at.checked_sub(1).is_some_and(|before| reading.folded(before) == "in")
            && reading.word(at).len() == 4;
        year || reading.folded(at) == "ago"
    })
}

/// "is set to open" and "is made up of" tell of a state; "could not be reached for comment" and
/// "was not authorized to speak" are said of everybody.
pub fn is_set_phrase(reading: &Reading<'_>, participle: usize, tokens: &Range<usize>) -> bool {
    let after = |n: usize| if participle + n < tokens.end { reading.folded(participle + n) } else { "" };
    matches!(
        (reading.folded(participle), after(1), after(2)),
        ("set", "to", _)
            | ("authorized" | "authorised", "to", "speak" | "discuss" | "comment" | "reveal")
            | ("made", "up", "of")
            | ("reached", "for", "comment")
    )
}

/// "was born", "is called", "was elected": so it is said, and nobody asks who did it.
pub fn is_custom(participle: &str) -> bool {
    matches!(
        participle,
        "arrested"
            | "based"
            | "born"
            | "called"
            | "elected"
            | "held"
            | "injured"
            | "killed"
            | "known"
            | "located"
            | "named"
            | "published"
            | "re-elected"
            | "reelected"
            | "situated"
            | "supposed"
            | "wounded"
    )
}

/// What a verb is done to comes next: "opened a shop".
pub fn opens_object(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "my"
            | "your"
            | "his"
            | "her"
            | "its"
            | "our"
            | "their"
            | "this"
            | "that"
            | "these"
            | "those"
            | "me"
            | "him"
            | "it"
            | "us"
            | "them"
            | "myself"
            | "himself"
            | "herself"
            | "itself"
            | "all"
            | "some"
            | "up"
    )
}
