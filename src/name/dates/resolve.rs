//! What a date without its year, a weekday or a part of a month stands for.

use super::cursor::Cursor;
use super::value::{Value, month_end};
use super::words::Atom;
use super::{DateRule, Found};
use crate::analysis::{Basis, Precision};
use crate::calendar::{Day, month_days};

/// For how many sentences a date that the article speaks of stays in force.
const MEMORY: usize = 3;
/// A day without its year may lie this many days ahead before it is taken to be a year back.
const AHEAD: i64 = 120;
/// How many tokens on either side of a date are searched for words about the future.
const WINDOW: usize = 14;

/// What is known while the article is read.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    pub published: Option<Day>,
    /// The last resolved date and its sentence.
    last: Option<(Value, usize)>,
    /// The last year that was written out, and its block.
    year: Option<(i32, u32)>,
    /// How many years were written out that are, and that are not, about the year of publication.
    near: u32,
    far: u32,
}

impl Context {
    pub fn new(published: Option<Day>) -> Self {
        Self { published, last: None, year: None, near: 0, far: 0 }
    }

    /// Keeps what later dates may lean on.
    pub fn remember(&mut self, found: &Found, sentence: usize, block: u32) {
        let Some(value) = found.value else { return };
        self.last = Some((value, sentence));
        let year = match value {
            Value::Day(day) | Value::Days(_, day) => Some(day.year),
            Value::Month(year, _) | Value::Year(year) | Value::Season(year, _) => Some(year),
            _ => None,
        };
        if let Some(year) = year.filter(|_| matches!(found.basis, Basis::Explicit | Basis::Context)) {
            self.year = Some((year, block));
            if found.basis == Basis::Explicit {
                let near = self.published.is_some_and(|day| (day.year - year).abs() <= 1);
                self.near += u32::from(near);
                self.far += u32::from(!near);
            }
        }
    }

    /// The day that "a year later" or "the next day" is counted from.
    pub fn anchor(&self, sentence: usize) -> Option<Value> {
        self.last.filter(|(_, at)| sentence.saturating_sub(*at) <= MEMORY).map(|(value, _)| value)
    }

    /// The year the article is speaking of, when it is not the year of publication.
    fn year(&self, cursor: &Cursor<'_>, token: usize) -> Option<i32> {
        let (year, at) = self.year?;
        // A life or a history speaks of other years throughout, a news story only in passing.
        let history = self.far >= 4 && self.far > 3 * self.near;
        let sentence = cursor.reading.sentence_of(token);
        let recent = history || cursor.reading.sentences.get(sentence).is_some_and(|sentence| sentence.block == at);
        // A year still to come is a plan, not what the article is about.
        let other = self.published.is_none_or(|day| day.year - year > 1);
        (recent && other).then_some(year)
    }
}

/// Words of sentences about what is to come.
const AHEAD_WORDS: [&str; 23] = [
    "will",
    "would",
    "wo",
    "'ll",
    "’ll",
    "shall",
    "scheduled",
    "due",
    "upcoming",
    "expected",
    "plans",
    "planned",
    "planning",
    "slated",
    "poised",
    "hopes",
    "deadline",
    "begins",
    "starts",
    "opens",
    "expires",
    "until",
    "takes",
];

/// Whether a word, given in lower case, may tell that its sentence speaks of what is to come: "to" stands in "to be".
pub fn may_look_ahead(folded: &str) -> bool {
    folded == "to" || AHEAD_WORDS.contains(&folded)
}

/// Whether the sentence speaks of what is to come, near token `at`.
pub fn is_future(cursor: &Cursor<'_>, at: usize) -> bool {
    let from = at.saturating_sub(WINDOW).max(cursor.first());
    let to = (at + WINDOW).min(cursor.last());
    let mut near = (from..to).filter(|&i| cursor.may_look_ahead(i));
    near.any(|i| cursor.is(i, &AHEAD_WORDS) || cursor.is(i, &["to"]) && cursor.is(i + 1, &["be"]))
}

/// The day a weekday means: today counts, then back, or forward where the sentence looks ahead.
pub fn weekday(cursor: &Cursor<'_>, at: usize, weekday: u32, context: &Context) -> (Option<Value>, Basis) {
    let Some(published) = context.published else {
        return (None, Basis::Unresolved);
    };
    let back = (7 + i64::from(published.weekday()) - i64::from(weekday)) % 7;
    let turn = at.checked_sub(1).map(|before| cursor.atom(before));
    let days = match turn {
        Some(Atom::Turn(-1)) if back == 0 => -7,
        Some(Atom::Turn(1)) => 7 - back,
        Some(Atom::Turn(-1)) => -back,
        _ if back > 0 && is_future(cursor, at) => 7 - back,
        _ => -back,
    };
    (published.plus(days).map(Value::Day), Basis::Published)
}

/// The year of a day that comes without one.
pub fn day_of_year(cursor: &Cursor<'_>, at: usize, month: u32, day: u32, context: &Context) -> (Option<Value>, Basis) {
    if let Some(year) = context.year(cursor, at) {
        return (Day::new(year, month, day).map(Value::Day), Basis::Context);
    }
    let Some(published) = context.published else {
        return (None, Basis::Unresolved);
    };
    let year = |year: i32| Day::new(year, month, day);
    let ahead = |candidate: Day| candidate.number() - published.number();
    let this = year(published.year);
    let value = match this {
        Some(this) if ahead(this) > AHEAD && !is_future(cursor, at) => year(published.year - 1),
        Some(this) if ahead(this) < 0 && is_future(cursor, at) && ahead(this) < -AHEAD => year(published.year + 1),
        // 29 February may exist only in a neighbouring year.
        None => year(published.year - 1).or_else(|| year(published.year + 1)),
        this => this,
    };
    (value.map(Value::Day), Basis::Published)
}

/// The year of a month that comes without one.
pub fn month_of_year(cursor: &Cursor<'_>, at: usize, month: u32, context: &Context) -> (Option<Value>, Basis) {
    if let Some(year) = context.year(cursor, at) {
        return (Some(Value::Month(year, month)), Basis::Context);
    }
    let Some(published) = context.published else {
        return (None, Basis::Unresolved);
    };
    let before = at.checked_sub(1).map(|before| cursor.atom(before));
    let year = match before {
        Some(Atom::Turn(-1)) if month >= published.month => published.year - 1,
        Some(Atom::Turn(1)) if month <= published.month => published.year + 1,
        Some(Atom::Turn(_)) => published.year,
        _ if month < published.month && is_future(cursor, at) && published.month - month > 3 => published.year + 1,
        _ if month > published.month && (is_future(cursor, at) || until(cursor, at)) => published.year,
        _ if month > published.month + 1 => published.year - 1,
        _ => published.year,
    };
    (Some(Value::Month(year, month)), Basis::Published)
}

/// "by the end of June", "until September" look ahead without a verb that says so.
fn until(cursor: &Cursor<'_>, at: usize) -> bool {
    (at.saturating_sub(4).max(cursor.first())..at).any(|i| cursor.is(i, &["by", "until", "till", "before"]))
}

/// Widens a month, decade or century by the words in front of it: "early", "mid-", "the end of".
pub fn part_of(cursor: &Cursor<'_>, found: Found) -> Found {
    let Some(value) = found.value else { return found };
    adjective_part(cursor, found, value).or_else(|| edge(cursor, found, value)).unwrap_or(found)
}

fn adjective_part(cursor: &Cursor<'_>, found: Found, value: Value) -> Option<Found> {
    let mut word = found.start.checked_sub(1)?;
    if cursor.word(word) == "-" {
        word = word.checked_sub(1)?;
    }
    let third = ["early", "mid", "late"].iter().position(|part| cursor.is(word, &[part]))?;
    let value = third_of(value, third)?;
    Some(Found { start: word, value: Some(value), rule: DateRule::Part, ..found })
}

/// The early (0), middle (1) or late (2) part of a month, decade or century; `None` of anything else.
pub fn third_of(value: Value, third: usize) -> Option<Value> {
    Some(match value {
        Value::Month(year, month) => {
            let (from, to) = [(1, 15), (11, 20), (16, month_days(year, month))][third];
            Value::Days(Day::new(year, month, from)?, Day::new(year, month, to)?)
        }
        Value::Years(first, last, Precision::Decade) if last == first + 9 => {
            let (from, to) = [(0, 4), (4, 6), (5, 9)][third];
            Value::Years(first + from, first + to, Precision::Range)
        }
        Value::Years(first, last, precision) if last == first + 99 => {
            let (from, to) = [(0, 24), (40, 59), (75, 99)][third];
            Value::Years(first + from, first + to, precision)
        }
        _ => return None,
    })
}

/// "the end of April" is its last day; so are the first and the middle.
fn edge(cursor: &Cursor<'_>, found: Found, value: Value) -> Option<Found> {
    let mut word = found.start.checked_sub(1)?;
    if cursor.is(word, &["the"]) {
        word = word.checked_sub(1)?;
    }
    if !cursor.is(word, &["of"]) {
        return None;
    }
    word = word.checked_sub(1)?;
    let at_end = cursor.is(word, &["end"]);
    if !at_end && !cursor.is(word, &["beginning", "start"]) {
        return None;
    }
    let day = match value {
        Value::Month(year, month) if at_end => month_end(year, month)?,
        Value::Month(year, month) => Day::new(year, month, 1)?,
        // A written year says less than its last day would claim; only "the end of the year" means that day.
        Value::Year(year) if found.basis == Basis::Published && at_end => Day::new(year, 12, 31)?,
        Value::Year(year) if found.basis == Basis::Published => Day::new(year, 1, 1)?,
        _ => return None,
    };
    let start = if cursor.after(word, &["the"]) { word - 1 } else { word };
    Some(Found { start, value: Some(Value::Day(day)), rule: DateRule::Part, ..found })
}
