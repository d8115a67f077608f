//! Seasons without a year, and months of every year.

use super::cursor::Cursor;
use super::value::{Unit, Value};
use super::words::Atom;
use super::{DateRule, Found};
use crate::tag::Pos;

/// Words of sentences that tell what is so every year.
const EVERY_YEAR: [&str; 15] = [
    "annually",
    "average",
    "averages",
    "climate",
    "humid",
    "monsoon",
    "normally",
    "often",
    "rainfall",
    "seasonal",
    "temperature",
    "temperatures",
    "typically",
    "usually",
    "yearly",
];

/// A season on its own: "in the summer", "winters are mild".
pub fn season(cursor: &Cursor<'_>, at: usize) -> Option<Found> {
    let Atom::Unit(Unit::Season(season)) = cursor.atom(at) else { return None };
    let ambiguous = matches!(season, 0 | 2) && !cursor.is(at, &["autumn", "autumns"]);
    let noun = match cursor.tag(at) {
        Some(Pos::Noun) => true,
        Some(Pos::Propn) => !ambiguous || at == cursor.first(),
        _ => false,
    };
    // "Winter Olympics" is a name, "spring water" and "a spring" are no time.
    let named = cursor.is_capital(at) && cursor.is_capital(at + 1) && !cursor.is(at + 1, &["I"]);
    let led = cursor.after(at, &["in", "during", "the", "every", "each", "late", "early", "through", "until", "and"]);
    let opens = cursor.begins_sentence(at);
    let timed = !ambiguous || (led && !cursor.after(at, &["and"]) || opens) && cursor.tag(at + 1) != Some(Pos::Noun);
    (noun && !named && timed && !cursor.is_glued(at + 1))
        .then(|| Found::explicit(at, at + 1, Some(Value::EachSeason(season)), DateRule::NoYear))
}

/// Whether a word, given in lower case, may tell what is so in every year.
pub fn may_tell_of_every_year(folded: &str) -> bool {
    folded == "every" || EVERY_YEAR.contains(&folded)
}

/// Whether the sentence of token `at` tells what is so in every year.
pub fn speaks_of_every_year(cursor: &Cursor<'_>, at: usize) -> bool {
    let window = at.saturating_sub(20).max(cursor.first())..(at + 20).min(cursor.last());
    let every = |i: usize| cursor.is(i, &EVERY_YEAR) || cursor.is(i, &["every"]) && cursor.is(i + 1, &["year"]);
    let past = |i: usize| cursor.is(i, &["was", "were", "had", "said", "last", "this", "will", "ago", "fell", "rose"]);
    window.clone().any(|i| cursor.may_tell_of_every_year(i) && every(i)) && !window.clone().any(past)
}
