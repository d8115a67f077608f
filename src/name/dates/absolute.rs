//! Dates that name their month, year, decade or century.

use super::cursor::Cursor;
use super::resolve::{self, Context};
use super::value::Value;
use super::words::Atom;
use super::{DateRule, Found, eras, numeric, periods, recurring};
use crate::analysis::Basis;
use crate::calendar::Day;
use crate::tag::Pos;

/// Words after which a four-digit number is a year.
const YEAR_LEADS: [&str; 29] = [
    "in",
    "since",
    "by",
    "until",
    "till",
    "of",
    "from",
    "to",
    "during",
    "before",
    "after",
    "between",
    "and",
    "late",
    "early",
    "mid",
    "around",
    "about",
    "circa",
    "c.",
    "through",
    "throughout",
    "as",
    "for",
    "fall",
    "spring",
    "summer",
    "winter",
    "or",
];
/// Words after which a month stands, even one that is also a verb or a person's name.
const MONTH_LEADS: [&str; 27] = [
    "in",
    "of",
    "since",
    "until",
    "till",
    "by",
    "last",
    "next",
    "this",
    "early",
    "late",
    "mid",
    "through",
    "from",
    "to",
    "between",
    "during",
    "before",
    "after",
    "each",
    "every",
    "past",
    "late-",
    "early-",
    "for",
    "previous",
    "following",
];
/// Nouns that make a number an amount: "2000 people", "1999 dollars".
const AMOUNTS: [&str; 15] = [
    "people",
    "percent",
    "miles",
    "kilometers",
    "kilometres",
    "meters",
    "metres",
    "feet",
    "tons",
    "tonnes",
    "dollars",
    "euros",
    "pounds",
    "men",
    "women",
];

/// Reads an absolute date at token `at`.
pub fn read(cursor: &Cursor<'_>, at: usize, context: &Context) -> Option<Found> {
    match cursor.atom(at) {
        Atom::Weekday(_) => after_weekday(cursor, at, context),
        Atom::Month(month) => month_first(cursor, at, at, month, context),
        Atom::Digits(value, digits) => in_figures(cursor, at)
            .or_else(|| day_first(cursor, at, at, value, context))
            .or_else(|| year(cursor, at, value, digits)),
        Atom::Ordinal(value) => day_first(cursor, at, at, value, context)
            .or_else(|| periods::century(cursor, at, value))
            .or_else(|| periods::quarter_in_words(cursor, at, value, context)),
        Atom::Decade(first) => Some(periods::decade(at, at + 1, first)),
        _ if cursor.word(at).starts_with(|c: char| c.is_ascii_digit()) => {
            in_figures(cursor, at).or_else(|| periods::written_decade(cursor, at))
        }
        _ => periods::written_decade(cursor, at)
            .or_else(|| periods::quarter_in_figures(cursor, at, context))
            .or_else(|| periods::middle(cursor, at, context)),
    }
}

/// "Friday, April 11" and "Friday 11 April": one date, not two.
fn after_weekday(cursor: &Cursor<'_>, at: usize, context: &Context) -> Option<Found> {
    let mut next = at + 1;
    if cursor.is(next, &[","]) {
        next += 1;
    }
    match cursor.atom(next) {
        Atom::Month(month) => month_first(cursor, at, next, month, context).filter(|found| found.end > next + 1),
        Atom::Digits(day, _) | Atom::Ordinal(day) => day_first(cursor, at, next, day, context),
        _ => None,
    }
}

/// "April 11, 2025", "April 11", "April 11-13", "April 2025", "April".
fn month_first(cursor: &Cursor<'_>, start: usize, at: usize, month: u32, context: &Context) -> Option<Found> {
    if let Some((day, next)) = day_after_month(cursor, at + 1) {
        return Some(with_year(cursor, start, next, (month, day, None), context));
    }
    let mut next = at + 1;
    if cursor.is(next, &[",", "of"]) {
        next += 1;
    }
    if let Some(year) = plain_year(cursor, next) {
        return Some(Found::explicit(start, next + 1, Some(Value::Month(year, month)), DateRule::MonthYear));
    }
    if let Some(year) = eras::early_year(cursor, next).filter(|_| next > at + 1) {
        return Some(Found::explicit(start, next + 1, Some(Value::Month(year, month)), DateRule::MonthYear));
    }
    is_month(cursor, at, month).then(|| {
        if recurring::speaks_of_every_year(cursor, at) {
            return Found::explicit(start, at + 1, Some(Value::EachMonth(month)), DateRule::NoYear);
        }
        let value = match year_behind_range(cursor, at + 1) {
            Some(year) => (Some(Value::Month(year, month)), Basis::Context),
            None => resolve::month_of_year(cursor, at, month, context),
        };
        Found::resolved(start, at + 1, value, DateRule::MonthOfYear)
    })
}

/// "from March to August 2011", "January 23 to March 9, 2014": the first takes the year of the second.
fn year_behind_range(cursor: &Cursor<'_>, at: usize) -> Option<i32> {
    let linked = cursor.is(at, &["to", "and", "through", "until", "-", "–", "or"]);
    match cursor.atom(at + 1) {
        Atom::Month(_) if linked => {}
        _ => return None,
    }
    let day = usize::from(matches!(cursor.atom(at + 2), Atom::Digits(_, 1..=2) | Atom::Ordinal(_)));
    let next = at + 2 + day;
    let next = if cursor.is(next, &[",", "in", "of"]) { next + 1 } else { next };
    plain_year(cursor, next)
}

fn day_after_month(cursor: &Cursor<'_>, at: usize) -> Option<(u32, usize)> {
    match cursor.atom(at) {
        Atom::Digits(day, 1..=2) | Atom::Ordinal(day) if (1..=31).contains(&day) && !is_amount(cursor, at) => {
            Some((day, at + 1))
        }
        _ => None,
    }
}

/// "11 April 2025", "11th of April", "5–6 September 2019".
fn day_first(cursor: &Cursor<'_>, start: usize, at: usize, day: u32, context: &Context) -> Option<Found> {
    if !(1..=31).contains(&day) {
        return None;
    }
    let mut next = at + 1;
    let mut last = None;
    if cursor.is(next, &["-", "–", "to", "and"]) {
        if let Atom::Digits(to, 1..=2) | Atom::Ordinal(to) = cursor.atom(next + 1) {
            last = Some(to);
            next += 2;
        }
    }
    // "The 24th day of November".
    if cursor.is(next, &["day"]) && cursor.is(next + 1, &["of"]) {
        next += 1;
    }
    if cursor.is(next, &["of"]) {
        next += 1;
    }
    let Atom::Month(month) = cursor.atom(next) else {
        return None;
    };
    if let Some(year) = eras::early_year(cursor, next + 1).filter(|_| last.is_none()) {
        let value = Day::new(year, month, day).map(Value::Day);
        return Some(Found::explicit(start, next + 2, value, DateRule::FullDate));
    }
    Some(with_year(cursor, start, next + 1, (month, day, last), context))
}

/// Adds the second day of a range and the year, where they follow.
fn with_year(
    cursor: &Cursor<'_>,
    start: usize,
    at: usize,
    (month, day, last): (u32, u32, Option<u32>),
    context: &Context,
) -> Found {
    let (last, at) = match last {
        None => second_day(cursor, at, day),
        known => (known, at),
    };
    let comma = usize::from(cursor.is(at, &[","]));
    let build = |year: i32| {
        let first = Day::new(year, month, day)?;
        match last {
            Some(last) => Day::new(year, month, last).filter(|last| *last > first).map(|last| Value::Days(first, last)),
            None => Some(Value::Day(first)),
        }
    };
    let rule = if last.is_some() { DateRule::Span } else { DateRule::FullDate };
    if let Some(year) = plain_year(cursor, at + comma) {
        return Found::explicit(start, at + comma + 1, build(year), rule);
    }
    if let Some(year) = year_behind_range(cursor, at).filter(|_| last.is_none()) {
        return Found::resolved(start, at, (build(year), Basis::Context), DateRule::DayOfYear);
    }
    let (value, basis) = resolve::day_of_year(cursor, start, month, day, context);
    let value = match (value, last) {
        (Some(Value::Day(first)), Some(_)) => build(first.year),
        (value, _) => value,
    };
    let rule = if last.is_some() { DateRule::Span } else { DateRule::DayOfYear };
    Found::resolved(start, at, (value, basis), rule)
}

/// The second day of "April 11-13", "April 9 through 15", "May 9 and 10".
fn second_day(cursor: &Cursor<'_>, at: usize, first: u32) -> (Option<u32>, usize) {
    let linked = cursor.is(at, &["-", "–", "—", "to", "through", "and"]);
    match cursor.atom(at + 1) {
        Atom::Digits(day, 1..=2) | Atom::Ordinal(day)
            if linked && day > first && day <= 31 && !is_amount(cursor, at + 1) =>
        {
            (Some(day), at + 2)
        }
        _ => (None, at),
    }
}

/// "2025-04-11", "4/11/2025", "11.04.2025".
fn in_figures(cursor: &Cursor<'_>, at: usize) -> Option<Found> {
    if cursor.is_glued(at) {
        return None;
    }
    let (day, length) = numeric::day(cursor.rest(at))?;
    Some(Found::explicit(at, cursor.skip(at, length), Some(Value::Day(day)), DateRule::NumericDate))
}

/// A four-digit number that can only be a year, where a date goes on.
pub fn plain_year(cursor: &Cursor<'_>, at: usize) -> Option<i32> {
    match cursor.atom(at) {
        Atom::Digits(year @ 1000..=2999, 4) if !is_amount(cursor, at) => i32::try_from(year).ok(),
        _ => None,
    }
}

/// A year on its own, a span of years, or a decade in figures.
fn year(cursor: &Cursor<'_>, at: usize, value: u32, digits: u8) -> Option<Found> {
    let year = i32::try_from(value).ok()?;
    if let Some((first, end)) = periods::decade_in_figures(cursor, at, year, digits) {
        return Some(periods::decade(at, end, first));
    }
    if digits == 2 {
        let year = second_apart(cursor, at, year)?;
        return Some(Found::explicit(at, at + 1, Some(Value::Year(year)), DateRule::Year));
    }
    if digits != 4 || !is_year(cursor, at, year) {
        return None;
    }
    if let Some((last, end)) = second_year(cursor, at + 1, year) {
        return Some(Found::explicit(at, end, Some(Value::Span(year, last)), DateRule::Span));
    }
    Some(Found::explicit(at, at + 1, Some(Value::Year(year)), DateRule::Year))
}

/// "2016-2019", "2016–19".
fn second_year(cursor: &Cursor<'_>, at: usize, first: i32) -> Option<(i32, usize)> {
    // With blanks around the dash the two years stand for themselves, as in "(1892 – 1961)".
    if !cursor.is(at, &["-", "–"]) || cursor.is_apart(at) {
        return None;
    }
    let last = match cursor.atom(at + 1) {
        Atom::Digits(last, 4) => i32::try_from(last).ok()?,
        Atom::Digits(last, 2) => first.div_euclid(100) * 100 + i32::try_from(last).ok()?,
        _ => return None,
    };
    (last > first && last - first < 200).then_some((last, at + 2))
}

/// "(1892 – 94)": the second year of a range whose dash stands apart.
fn second_apart(cursor: &Cursor<'_>, at: usize, last: i32) -> Option<i32> {
    let first = at.checked_sub(2).map(|first| cursor.atom(first))?;
    let Atom::Digits(first @ 1000..=2099, 4) = first else { return None };
    let first = i32::try_from(first).ok()?;
    let ranged = cursor.after(at, &["-", "–"]) && cursor.is_apart(at - 1) && is_year(cursor, at - 2, first);
    (ranged && last > first % 100).then_some(first - first % 100 + last)
}

fn is_year(cursor: &Cursor<'_>, at: usize, year: i32) -> bool {
    if is_amount(cursor, at) || cursor.after(at, &["$", "€", "£", "¥", "No.", "#", "."]) {
        return false;
    }
    // A number tied to letters or figures is part of a name: "F-1999", "2000-word".
    if cursor.is_glued(at) && !cursor.after(at, &["-", "–", "/"]) {
        return false;
    }
    let led = cursor.after(at, &YEAR_LEADS);
    let enclosed = cursor.after(at, &["(", "["]) || cursor.is(at + 1, &[")", "]"]);
    let ranged = cursor.after(at, &["-", "–", "—"]) || cursor.is(at + 1, &["-", "–", "—"]);
    match year {
        1900..=2049 => !cursor.is_glued(at + 1) || cursor.is(at + 1, &["-", "–", "'s", "’s", "/"]),
        1000..=1899 => {
            let opens = at == cursor.first() && cursor.is(at + 1, &[",", ":"]);
            led || enclosed || ranged || opens || cursor.after(at, &[",", "the"])
        }
        2050..=2100 => ranged || cursor.after(at, &["in", "by", "until", "since", "of", "to"]),
        _ => false,
    }
}

/// Whether the number at `at` counts something.
fn is_amount(cursor: &Cursor<'_>, at: usize) -> bool {
    if cursor.is(at + 1, &AMOUNTS) || cursor.is(at + 1, &["%", "°", ":"]) && cursor.is_glued(at + 1) {
        return true;
    }
    // A number that is not round is rarely an amount of anything when it could be a year of our time.
    if matches!(cursor.atom(at), Atom::Digits(1900..=2049, 4)) && !cursor.word(at).ends_with("00") {
        return false;
    }
    // "2000 workers" counts workers; "the 2000 workers' strike" and "in 2000 workers walked out" do not.
    let plural = cursor.tag(at + 1) == Some(Pos::Noun) && cursor.word(at + 1).ends_with('s');
    plural && !cursor.after(at, &["the", "in", "since", "of", "by", "'s", "’s", "his", "her", "its", "their"])
}

/// Whether a month name on its own is the month: "May" and "March" are verbs, "April" and "June" are women.
fn is_month(cursor: &Cursor<'_>, at: usize, month: u32) -> bool {
    let led = cursor.after(at, &MONTH_LEADS) || cursor.after(at, &["-"]);
    // "the June summit", "the May elections", but not "the March on the capital".
    if cursor.after(at, &["the"]) && matches!(cursor.tag(at + 1), Some(Pos::Noun | Pos::Propn)) {
        return true;
    }
    let word = cursor.word(at);
    let possessive = cursor.is(at + 1, &["'s", "’s"]);
    if led {
        // "for April Hayes", "to March Hall": a capital after the month begins a name, unless the month is only one.
        return !(matches!(month, 4..=6 | 8) && names_a_person(cursor, at + 1))
            || cursor.after(at, &["in", "since", "until"]);
    }
    let ambiguous = matches!(month, 3 | 5) || word.len() <= 4 && month != 6 && month != 7;
    if ambiguous {
        let listed =
            matches!(cursor.atom(at + 2), Atom::Month(_)) || at >= 2 && matches!(cursor.atom(at - 2), Atom::Month(_));
        return !cursor.begins_sentence(at) && (listed || possessive && word.len() > 3);
    }
    !(names_a_person(cursor, at + 1) || possessive && matches!(month, 4 | 6) && cursor.begins_sentence(at))
        && !(matches!(month, 4 | 6 | 8)
            && at > cursor.first()
            && cursor.is_capital(at - 1)
            && !cursor.begins_sentence(at - 1))
}

fn names_a_person(cursor: &Cursor<'_>, at: usize) -> bool {
    cursor.is_capital(at) && cursor.tag(at) == Some(Pos::Propn) && matches!(cursor.atom(at), Atom::Other)
}
