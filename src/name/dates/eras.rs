//! Years before our era or early in it, and stretches of time that have a name.

use super::cursor::Cursor;
use super::value::Value;
use super::words::Atom;
use super::{DateRule, Found};
use crate::calendar::Day;

const BEFORE: [&str; 4] = ["BC", "BCE", "B.C.", "B.C.E."];
const AFTER: [&str; 4] = ["AD", "CE", "A.D.", "C.E."];
/// Words that make a number of three figures a year.
const ABOUT: [&str; 3] = ["c.", "ca.", "circa"];

/// Reads a year with its era or a named period at token `at`.
pub fn read(cursor: &Cursor<'_>, at: usize) -> Option<Found> {
    match cursor.atom(at) {
        Atom::Digits(year @ 1..=9999, 1..=4) => {
            let year = i32::try_from(year).ok()?;
            with_era(cursor, at, year).or_else(|| {
                let early = early_year(cursor, at).filter(|_| tells_early(cursor, at))?;
                Some(Found::explicit(at, at + 1, Some(Value::Year(early)), DateRule::Era))
            })
        }
        Atom::Other | Atom::Ordinal(_) => era_first(cursor, at).or_else(|| world_war(cursor, at)),
        _ => None,
    }
}

fn with_era(cursor: &Cursor<'_>, at: usize, year: i32) -> Option<Found> {
    let word = cursor.word(at + 1);
    let year = if BEFORE.contains(&word) {
        -year
    } else if AFTER.contains(&word) {
        year
    } else {
        return None;
    };
    Some(Found::explicit(at, at + 2, Some(Value::Year(year)), DateRule::Era))
}

/// "AD 842", "AD842".
fn era_first(cursor: &Cursor<'_>, at: usize) -> Option<Found> {
    let rest = cursor.word(at).strip_prefix("AD").or_else(|| cursor.word(at).strip_prefix("A.D."))?;
    let (year, end) = match (rest, cursor.atom(at + 1)) {
        ("", Atom::Digits(year @ 1..=2099, 1..=4)) => (i32::try_from(year).ok()?, at + 2),
        ("", _) => return None,
        (figures, _) => (figures.parse().ok().filter(|year| (1..=2099).contains(year))?, at + 1),
    };
    Some(Found::explicit(at, end, Some(Value::Year(year)), DateRule::Era))
}

/// A year of three figures, where nothing is counted.
pub fn early_year(cursor: &Cursor<'_>, at: usize) -> Option<i32> {
    let Atom::Digits(year @ 100..=999, 3) = cursor.atom(at) else { return None };
    let ends = at + 1 >= cursor.last() || cursor.is(at + 1, &[")", ",", ".", ";", ":", "–", "-", "—"]);
    ends.then(|| i32::try_from(year).ok()).flatten()
}

/// "c. 314 – 368", "in the year 410".
fn tells_early(cursor: &Cursor<'_>, at: usize) -> bool {
    let about = |at: usize| cursor.after(at, &ABOUT) || cursor.after(at, &["."]) && cursor.after(at - 1, &["c", "ca"]);
    let second = cursor.after(at, &["-", "–"])
        && at >= 3
        && matches!(cursor.atom(at - 2), Atom::Digits(100..=999, 3))
        && about(at - 2);
    about(at) || second || cursor.after(at, &["year"]) && cursor.after(at - 1, &["the"])
}

/// "World War II", "the Second World War".
fn world_war(cursor: &Cursor<'_>, at: usize) -> Option<Found> {
    let war = |at: usize| cursor.word(at) == "World" && cursor.word(at + 1) == "War";
    let number = |word: &str| match word {
        "I" | "One" | "1" => Some(1),
        "II" | "Two" | "2" => Some(2),
        _ => None,
    };
    let (which, end) = match cursor.word(at) {
        "WWI" | "WW1" => (1, at + 1),
        "WWII" | "WW2" => (2, at + 1),
        "First" if war(at + 1) => (1, at + 3),
        "Second" if war(at + 1) => (2, at + 3),
        "World" if war(at) => (number(cursor.word(at + 2))?, at + 3),
        _ => return None,
    };
    let (first, last) = if which == 1 { ((1914, 7, 28), (1918, 11, 11)) } else { ((1939, 9, 1), (1945, 9, 2)) };
    let day = |(year, month, day)| Day::new(year, month, day);
    Some(Found::explicit(at, end, Some(Value::Days(day(first)?, day(last)?)), DateRule::NamedPeriod))
}
