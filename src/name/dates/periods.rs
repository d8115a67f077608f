//! Decades, centuries, quarters.

use super::absolute::plain_year;
use super::cursor::Cursor;
use super::resolve::{self, Context};
use super::value::Value;
use super::words::{Atom, atom};
use super::{DateRule, Found, numeric};
use crate::analysis::{Basis, Precision};
use crate::calendar::{Day, month_days};

/// First year and end of "1990s", "the 1990's", "'90s".
pub fn decade_in_figures(cursor: &Cursor<'_>, at: usize, year: i32, digits: u8) -> Option<(i32, usize)> {
    let ending = cursor.word(at + 1);
    let plural = cursor.is_glued(at + 1)
        && (ending == "s" || matches!(ending, "'s" | "’s") && cursor.after(at, &["the", "early", "late", "mid", "-"]));
    (plural && year % 10 == 0).then_some(())?;
    let first = if digits == 2 { numeric::century_of(year) } else { year };
    matches!(digits, 2 | 4).then_some((first, at + 2))
}

/// "1990s" and "’90s" where the tokenizer keeps them whole.
pub fn written_decade(cursor: &Cursor<'_>, at: usize) -> Option<Found> {
    let word = cursor.word(at);
    let (from, word) = match word.strip_prefix(['\'', '’', '‘']) {
        Some("") if matches!(cursor.atom(at + 1), Atom::Digits(_, 2)) || is_short_decade(cursor.word(at + 1)) => {
            (at + 1, cursor.word(at + 1))
        }
        Some(rest) => (at, rest),
        None => (at, word),
    };
    let figures = word.strip_suffix('s').map_or(word, |cut| cut.trim_end_matches(['\'', '’']));
    let whole = figures.len() < word.len();
    if !matches!(figures.len(), 2 | 4) || !figures.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let year: i32 = figures.parse().ok()?;
    if whole {
        let first = if figures.len() == 2 { numeric::century_of(year) } else { year };
        let plausible =
            year % 10 == 0 && (figures.len() == 4 || from > at || cursor.after(at, &["the", "early", "late"]));
        return plausible.then(|| decade(at, from + 1, first));
    }
    let (first, end) = decade_in_figures(cursor, from, year, figures.len() as u8)?;
    Some(decade(at, end, first))
}

fn is_short_decade(word: &str) -> bool {
    word.len() == 3 && word.ends_with("0s") && word.as_bytes().first().is_some_and(u8::is_ascii_digit)
}

/// A round hundred before this century names a hundred years, any other round number ten.
pub fn decade(at: usize, end: usize, first: i32) -> Found {
    let (last, precision, rule) = if first % 100 == 0 && first < 2000 {
        (first + 99, Precision::Range, DateRule::Century)
    } else {
        (first + 9, Precision::Decade, DateRule::Decade)
    };
    Found::explicit(at, end, Some(Value::Years(first, last, precision)), rule)
}

/// "the 19th century", "nineteenth-century".
pub fn century(cursor: &Cursor<'_>, at: usize, ordinal: u32) -> Option<Found> {
    let next = if cursor.word(at + 1) == "-" { at + 2 } else { at + 1 };
    if !cursor.is(next, &["century", "centuries"]) || !(2..=21).contains(&ordinal) {
        return None;
    }
    let first = (i32::try_from(ordinal).ok()? - 1) * 100;
    Some(Found::explicit(at, next + 1, Some(Value::Years(first, first + 99, Precision::Range)), DateRule::Century))
}

/// "the third quarter of 2024", "the first half of 2024".
pub fn quarter_in_words(cursor: &Cursor<'_>, at: usize, ordinal: u32, context: &Context) -> Option<Found> {
    let half = cursor.is(at + 1, &["half"]) && ordinal <= 2;
    if !(half || cursor.is(at + 1, &["quarter"]) && (1..=4).contains(&ordinal)) {
        return None;
    }
    let mut next = at + 2;
    if cursor.is(next, &["of"]) {
        next += 1;
    }
    let written = plain_year(cursor, next).filter(|_| next > at + 2);
    let (year, end, basis) = match (written, context.published) {
        (Some(year), _) => (year, next + 1, Basis::Explicit),
        // "Half" without a year is half of anything.
        (None, _) if half => return None,
        (None, Some(day)) => {
            // A quarter that has not begun is last year's, unless the sentence looks ahead.
            let begun = (ordinal - 1) * 3 < day.month;
            let back = i32::from(!begun && !resolve::is_future(cursor, at));
            (day.year - back, at + 2, Basis::Published)
        }
        (None, None) => return Some(Found::resolved(at, at + 2, (None, Basis::Unresolved), DateRule::Quarter)),
    };
    let value = if half {
        let from = Day::new(year, ordinal * 6 - 5, 1)?;
        let last = ordinal * 6;
        Value::Days(from, Day::new(year, last, month_days(year, last))?)
    } else {
        Value::Quarter(year, ordinal)
    };
    Some(Found::resolved(at, end, (Some(value), basis), DateRule::Quarter))
}

/// "mid-May", "mid-May 2019", "mid-1990s", "mid-2019".
pub fn middle(cursor: &Cursor<'_>, at: usize, context: &Context) -> Option<Found> {
    let word = cursor.word(at);
    let rest = word.get(..4).filter(|lead| lead.eq_ignore_ascii_case("mid-")).and_then(|_| word.get(4..))?;
    let (value, basis, end) = match atom(rest) {
        Atom::Month(month) => {
            let year = plain_year(cursor, at + 1);
            let (value, basis) = match year {
                Some(year) => (Some(Value::Month(year, month)), Basis::Explicit),
                None => resolve::month_of_year(cursor, at, month, context),
            };
            (value, basis, at + 1 + usize::from(year.is_some()))
        }
        Atom::Digits(year @ 1000..=2099, 4) => {
            let year = i32::try_from(year).ok()?;
            match decade_in_figures(cursor, at, year, 4) {
                Some((first, end)) => (decade(at, end, first).value, Basis::Explicit, end),
                None => (Some(Value::Year(year)), Basis::Explicit, at + 1),
            }
        }
        _ => {
            let year: i32 = rest.strip_suffix('s')?.parse().ok().filter(|year| (1000..=2099).contains(year))?;
            (decade(at, at + 1, year).value, Basis::Explicit, at + 1)
        }
    };
    let value = value.map(|value| resolve::third_of(value, 1).unwrap_or(value));
    Some(Found::resolved(at, end, (value, basis), DateRule::Part))
}

/// "Q3", "Q3 2024".
pub fn quarter_in_figures(cursor: &Cursor<'_>, at: usize, context: &Context) -> Option<Found> {
    let quarter = match cursor.word(at).as_bytes() {
        [b'Q', figure @ b'1'..=b'4'] => u32::from(figure - b'0'),
        _ => return None,
    };
    let written = plain_year(cursor, at + 1);
    let year = written.or(context.published.map(|day| day.year));
    let basis = if written.is_some() { Basis::Explicit } else { Basis::Published };
    let end = at + 1 + usize::from(written.is_some());
    let value = year.map(|year| Value::Quarter(year, quarter));
    Some(Found::resolved(at, end, (value, basis), DateRule::Quarter))
}
