//! Dates that are counted from the day of publication, or from another date of the article.

use super::cursor::Cursor;
use super::resolve::{self, Context};
use super::value::{Unit, Value, month_plus, season_months, year_plus};
use super::words::Atom;
use super::{DateRule, Found, numeric};
use crate::analysis::Basis;
use crate::calendar::Day;

/// Reads a relative date at token `at`.
pub fn read(cursor: &Cursor<'_>, at: usize, context: &Context) -> Option<Found> {
    match cursor.atom(at) {
        Atom::Weekday(day) => weekday(cursor, at, day, context),
        Atom::Weekdays => Some(Found::explicit(at, at + 1, None, DateRule::EveryWeek)),
        Atom::Near(days) => Some(near(cursor, at, days, context)),
        Atom::Turn(step) => turn(cursor, at, step, context),
        Atom::Count(_) | Atom::Digits(..) => counted(cursor, at, context).or_else(|| clock(cursor, at, context)),
        Atom::Unit(Unit::Season(season)) => season_of_year(cursor, at, season),
        Atom::Unit(_) => year_end(cursor, at, context),
        _ if cursor.word(at).starts_with(|c: char| c.is_ascii_digit()) => clock(cursor, at, context),
        _ => the(cursor, at, context),
    }
}

fn from_published(context: &Context, value: impl FnOnce(Day) -> Option<Value>) -> (Option<Value>, Basis) {
    (context.published.and_then(value), Basis::Published)
}

fn weekday(cursor: &Cursor<'_>, at: usize, day: u32, context: &Context) -> Option<Found> {
    // "Sun" and "Sat" are also a star and a verb, and both are names.
    let word = cursor.word(at);
    if word.len() <= 4 && !word.ends_with('.') && !cursor.after(at, &["on", "last", "next", "this", "by", "since"]) {
        return None;
    }
    Some(Found::resolved(at, at + 1, resolve::weekday(cursor, at, day, context), DateRule::Weekday))
}

fn near(cursor: &Cursor<'_>, at: usize, days: i64, context: &Context) -> Found {
    let value = from_published(context, |day| day.plus(days).map(Value::Day));
    let end = at + 1 + usize::from(cursor.is(at + 1, &["morning", "afternoon", "evening", "night"]));
    Found::resolved(at, end, value, DateRule::NearDay)
}

/// "last week", "this year", "next month", "the past three days", "last summer", "last night". The month of "last April"
/// and the weekday of "next Friday" are read on their own and look back at the word before them.
fn turn(cursor: &Cursor<'_>, at: usize, step: i64, context: &Context) -> Option<Found> {
    let past = cursor.is(at, &["past", "last", "previous"]);
    match cursor.atom(at + 1) {
        Atom::Unit(Unit::Day) => part_of_day(cursor, at, step, context),
        // "This past week" is the last one.
        Atom::Turn(-1) if step == 0 => turn(cursor, at + 1, -1, context).map(|found| Found { start: at, ..found }),
        Atom::Unit(unit) if cursor.is(at, &["past"]) && matches!(unit, Unit::Year | Unit::Decade | Unit::Century) => {
            Some(stretch(at, at + 2, Some(1), unit, context))
        }
        // "The past week" may be any seven days, but it is scored and read as the week before.
        Atom::Unit(Unit::Season(season)) => Some(season_turn(at, step, season, context)),
        Atom::Unit(Unit::Weekend) if step == 0 => Some(this_weekend(cursor, at, at + 2, context)),
        Atom::Unit(unit) if !(cursor.is(at, &["previous"]) && cursor.is(at + 1, &["years", "months", "days"])) => {
            let value = from_published(context, |day| Value::moved(day, step, unit));
            Some(Found::resolved(at, at + 2, value, DateRule::Turn))
        }
        Atom::Count(count) if past => stretch_of(cursor, at, at + 2, count, context),
        Atom::Digits(count, _) if past => stretch_of(cursor, at, at + 2, Some(count), context),
        _ => None,
    }
}

fn part_of_day(cursor: &Cursor<'_>, at: usize, step: i64, context: &Context) -> Option<Found> {
    let night = cursor.is(at + 1, &["night"]);
    let hours = cursor.is(at + 1, &["morning", "afternoon", "evening"]);
    let counted_from_now = night && step == -1 || (hours || night) && step == 0;
    if counted_from_now {
        let value = from_published(context, |day| day.plus(step).map(Value::Day));
        return Some(Found::resolved(at, at + 2, value, DateRule::NearDay));
    }
    // "The next day" is counted from the day the story is at.
    (cursor.is(at, &["next", "previous"]) && cursor.after(at, &["the"]) && !cursor.is(at + 1, &["days", "nights"]))
        .then(|| from_anchor(cursor, at, at + 2, step, Unit::Day, context))
}

fn season_turn(at: usize, step: i64, season: u32, context: &Context) -> Found {
    let value = from_published(context, |day| {
        // The season of this year counts as the last one once it is over, as the next one until it begins.
        let over = day.month > 5 + 3 * season;
        let ahead = day.month < 3 + 3 * season;
        let year = match step {
            -1 => day.year - i32::from(!over),
            1 => day.year + i32::from(!ahead),
            _ if season == 3 && day.month < 3 => day.year - 1,
            _ => day.year,
        };
        Some(Value::Season(year, season))
    });
    Found::resolved(at, at + 2, value, DateRule::Season)
}

/// "summer 2010", "the summer of 2010".
fn season_of_year(cursor: &Cursor<'_>, at: usize, season: u32) -> Option<Found> {
    let next = if cursor.is(at + 1, &["of"]) { at + 2 } else { at + 1 };
    match cursor.atom(next) {
        Atom::Digits(year @ 1000..=2100, 4) => {
            let value = season_months(i32::try_from(year).ok()?, season);
            // "The winter of 1776-77" is one winter.
            let two = season == 3 && cursor.is(next + 1, &["-", "–", "/"]);
            let end = match cursor.atom(next + 2) {
                Atom::Digits(second, 2 | 4) if two && second % 100 == (year + 1) % 100 => next + 3,
                _ => next + 1,
            };
            Some(Found::explicit(at, end, Some(value), DateRule::Season))
        }
        _ => None,
    }
}

fn stretch_of(cursor: &Cursor<'_>, at: usize, unit_at: usize, count: Option<u32>, context: &Context) -> Option<Found> {
    let Atom::Unit(unit) = cursor.atom(unit_at) else {
        return None;
    };
    Some(stretch(at, unit_at + 1, count, unit, context))
}

/// "the last five years": from that many years ago up to the day of publication.
fn stretch(at: usize, end: usize, count: Option<u32>, unit: Unit, context: &Context) -> Found {
    let value = from_published(context, |day| {
        let first = back(day, i64::from(count?), unit)?.plus(1)?;
        Some(Value::Days(first, day))
    });
    Found::resolved(at, end, value, DateRule::Stretch)
}

fn back(day: Day, count: i64, unit: Unit) -> Option<Day> {
    let same_day = |year: i32, month: u32| (0..3).find_map(|less| Day::new(year, month, day.day.checked_sub(less)?));
    match unit {
        Unit::Day | Unit::Weekend => day.plus(-count),
        Unit::Week => day.plus(-7 * count),
        Unit::Month | Unit::Quarter => {
            let months = if unit == Unit::Quarter { 3 * count } else { count };
            let (year, month) = month_plus(day.year, day.month, -months)?;
            same_day(year, month)
        }
        Unit::Year | Unit::Season(_) => same_day(year_plus(day.year, -count)?, day.month),
        Unit::Decade => same_day(year_plus(day.year, -10 * count)?, day.month),
        Unit::Century => same_day(year_plus(day.year, -100 * count)?, day.month),
    }
}

/// "two years ago", "a day later", "three weeks earlier", "a couple of days ago".
fn counted(cursor: &Cursor<'_>, at: usize, context: &Context) -> Option<Found> {
    let (mut count, mut next) = match cursor.atom(at) {
        Atom::Count(count) => (count, at + 1),
        Atom::Digits(count, _) => (Some(count), at + 1),
        _ => return None,
    };
    // "a few", "a couple of", "a dozen".
    if let Atom::Count(more) = cursor.atom(next) {
        (count, next) = (more, next + 1);
    }
    if cursor.is(next, &["of"]) {
        next += 1;
    }
    if cursor.word(next) == "-" {
        return None;
    }
    if cursor.is(next, &["more", "full", "whole"]) {
        next += 1;
    }
    let Atom::Unit(unit) = cursor.atom(next) else {
        return None;
    };
    let end = next + 2;
    let direction = cursor.word(next + 1);
    let step = |sign: i64| count.map(|count| sign * i64::from(count));
    match direction.to_ascii_lowercase().as_str() {
        "ago" => {
            let value = from_published(context, |day| Value::moved(day, step(-1)?, unit));
            Some(Found::resolved(at, end, value, DateRule::Counted))
        }
        "later" | "afterward" | "afterwards" => Some(from_anchor(cursor, at, end, step(1)?, unit, context)),
        "earlier" | "before" if !before_something(cursor, end) => {
            Some(from_anchor(cursor, at, end, step(-1)?, unit, context))
        }
        _ => None,
    }
}

/// "two days before the vote" is counted from the vote, which is no date.
fn before_something(cursor: &Cursor<'_>, at: usize) -> bool {
    cursor.is(at.saturating_sub(1), &["before"]) && at < cursor.last() && !cursor.is(at, &[",", ".", ";", ")"])
}

fn from_anchor(cursor: &Cursor<'_>, at: usize, end: usize, step: i64, unit: Unit, context: &Context) -> Found {
    let anchor = context.anchor(cursor.reading.sentence_of(at));
    let value = anchor.and_then(|value| {
        // A day cannot be counted from a year.
        let exact = matches!(value, Value::Day(_) | Value::Days(..) | Value::Week(_) | Value::Weekend(_));
        let monthly = exact || matches!(value, Value::Month(..));
        let fits = match unit {
            Unit::Day | Unit::Week | Unit::Weekend => exact,
            Unit::Month | Unit::Quarter | Unit::Season(_) => monthly,
            Unit::Year | Unit::Decade | Unit::Century => true,
        };
        Value::moved(value.anchor().filter(|_| fits)?, step, unit)
    });
    Found::resolved(at, end, (value, Basis::Context), DateRule::FromContext)
}

/// "that year", "the same month", "the following day", "the weekend", "the end of the year".
pub fn the(cursor: &Cursor<'_>, at: usize, context: &Context) -> Option<Found> {
    // Behind each of these words stands what is counted.
    let Atom::Unit(_) = cursor.atom(at + 1) else { return None };
    if cursor.is(at, &["that", "same"]) {
        return match cursor.atom(at + 1) {
            Atom::Unit(unit @ (Unit::Year | Unit::Month | Unit::Day | Unit::Week)) => {
                Some(from_anchor(cursor, at, at + 2, 0, unit, context)).filter(|found| found.value.is_some())
            }
            _ => None,
        };
    }
    if cursor.is(at, &["following"]) && cursor.after(at, &["the"]) {
        return match cursor.atom(at + 1) {
            Atom::Unit(unit) => {
                let found = from_anchor(cursor, at, at + 2, 1, unit, context);
                // Which year's is not known; the months are.
                let Unit::Season(season) = unit else { return Some(found) };
                let unknown = || Found::explicit(at, at + 2, Some(Value::EachSeason(season)), DateRule::Season);
                Some(if found.value.is_none() { unknown() } else { found })
            }
            _ => None,
        };
    }
    if !cursor.is(at, &["the"]) {
        return None;
    }
    if cursor.is(at + 1, &["day"]) && cursor.is(at + 2, &["before", "after"]) {
        let step = if cursor.is(at + 2, &["before"]) { -1 } else { 1 };
        let counted_from_text = at + 3 < cursor.last() && !cursor.is(at + 3, &[",", ".", ";", ")"]);
        return match cursor.atom(at + 3) {
            Atom::Near(days) => {
                let value = from_published(context, |day| day.plus(step + days).map(Value::Day));
                Some(Found::resolved(at, at + 4, value, DateRule::NearDay))
            }
            _ if counted_from_text => None,
            _ => Some(from_anchor(cursor, at, at + 3, step, Unit::Day, context)),
        };
    }
    if cursor.is(at + 1, &["weekend"]) && cursor.after(at, &["over", "at", "on", "during", "throughout"]) {
        return Some(this_weekend(cursor, at, at + 2, context));
    }
    let step = ["before", "after"].iter().position(|word| cursor.is(at + 2, &[word]))?;
    match cursor.atom(at + 1) {
        // "The year before the war" is counted from the war.
        Atom::Unit(unit @ (Unit::Year | Unit::Month | Unit::Week)) if cursor.is(at + 3, &[",", ".", ";", ")"]) => {
            Some(from_anchor(cursor, at, at + 3, if step == 0 { -1 } else { 1 }, unit, context))
        }
        _ => None,
    }
}

/// The weekend just over, from Monday to Thursday; later in the week, or where the sentence looks ahead, the one to come.
fn this_weekend(cursor: &Cursor<'_>, at: usize, end: usize, context: &Context) -> Found {
    let ahead = resolve::is_future(cursor, at);
    let value =
        from_published(context, |day| Value::moved(day, -i64::from(!ahead && day.weekday() < 4), Unit::Weekend));
    Found::resolved(at, end, value, DateRule::Turn)
}

/// "by the end of the year", "by year end".
fn year_end(cursor: &Cursor<'_>, at: usize, context: &Context) -> Option<Found> {
    let Atom::Unit(unit @ (Unit::Year | Unit::Month)) = cursor.atom(at) else {
        return None;
    };
    let edge = cursor.after(at, &["the"])
        && at >= 3
        && cursor.is(at - 2, &["of"])
        && cursor.is(at - 3, &["end", "start", "beginning"]);
    if edge {
        let value = from_published(context, |day| Value::moved(day, 0, unit));
        return Some(Found::resolved(at, at + 1, value, DateRule::Turn));
    }
    let closed = if cursor.word(at + 1) == "-" { at + 2 } else { at + 1 };
    let end = unit == Unit::Year && cursor.is(closed, &["end"]) && cursor.after(at, &["by", "at", "before", "until"]);
    end.then(|| {
        let value = from_published(context, |day| Day::new(day.year, 12, 31).map(Value::Day));
        Found::resolved(at, closed + 1, value, DateRule::Part)
    })
}

/// A time of day; its date is the one beside it, else the day of publication.
fn clock(cursor: &Cursor<'_>, at: usize, context: &Context) -> Option<Found> {
    if cursor.is_glued(at)
        || !matches!(cursor.atom(at), Atom::Digits(_, 1..=2)) && !cursor.word(at).contains([':', '.'])
    {
        return None;
    }
    let (clock, length) = numeric::clock(cursor.rest(at))?;
    let end = cursor.skip(at, length);
    let day = match context.anchor(cursor.reading.sentence_of(at)) {
        Some(Value::Day(day)) => Some(day),
        _ => context.published,
    };
    let basis = if day.is_some() { Basis::Published } else { Basis::Explicit };
    Some(Found { start: at, end, value: day.map(Value::Day), clock: Some(clock), basis, rule: DateRule::Clock })
}
