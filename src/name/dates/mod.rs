//! Dates: a grammar over tokens, and a calendar to resolve what it reads.
//!
//! A date is read where it begins, at the earliest token and as far as it goes. Absolute dates are tried first, then
//! dates relative to the day of publication, then dates relative to another date of the article. Without a day of
//! publication a relative date stays unresolved; no clock is ever asked.

mod absolute;
mod cursor;
mod eras;
mod numeric;
mod periods;
mod published;
mod recurring;
mod relative;
mod resolve;
mod value;
mod words;

#[cfg(test)]
mod tests;

use crate::analysis::{Basis, DateMention, Precision, Published};
use crate::calendar::Day;
use crate::reading::Reading;
use crate::rule::rules;
use crate::span::Span;
use crate::token::Memo;
use cursor::Cursor;
use resolve::Context;
use value::Value;
use words::Meaning;

rules! {
    /// How a date was read.
    pub enum DateRule {
        /// Day, month and year are written out.
        FullDate = "full-date",
        /// The date is written in figures; where day and month could be swapped, the month is taken to come first.
        NumericDate = "numeric-date",
        /// A month with its year.
        MonthYear = "month-year",
        /// A year, standing where years stand.
        Year = "year",
        /// Two years or two days with a dash or "to" between them.
        Span = "span",
        /// A decade or a part of it.
        Decade = "decade",
        /// A century or a part of it.
        Century = "century",
        /// A quarter or half of a year.
        Quarter = "quarter",
        /// A season; its months are those of the northern half of the world.
        Season = "season",
        /// A season, or a month of every year: its months are told and its year is not.
        NoYear = "no-year",
        /// A year with its era, or one so early that "c." or "the year" must tell it from a number.
        Era = "era",
        /// A stretch of time that has a name: "World War II".
        NamedPeriod = "named-period",
        /// A day without its year: the nearest such day, unless the article is speaking of another year.
        DayOfYear = "day-of-year",
        /// A month without its year: the latest such month, or the next one where the sentence speaks of the future.
        MonthOfYear = "month-of-year",
        /// A weekday: the latest one, or the next one where the sentence speaks of the future.
        Weekday = "weekday",
        /// A weekday that comes round every week, so no single date.
        EveryWeek = "every-week",
        /// Yesterday, today or tomorrow, counted from the day of publication.
        NearDay = "near-day",
        /// The last, this or the next week, month, year …, counted from the day of publication.
        Turn = "turn",
        /// So many days, weeks or years before or after the day of publication.
        Counted = "counted",
        /// A stretch of time that ends on the day of publication.
        Stretch = "stretch",
        /// The beginning, middle or end of a month or year.
        Part = "part",
        /// Counted from the date mentioned before it.
        FromContext = "from-context",
        /// A time of day, on the date beside it or else on the day of publication.
        Clock = "clock",
    }
}

/// A date as the grammar read it.
#[derive(Clone, Copy, Debug)]
struct Found {
    /// First token.
    start: usize,
    /// One past its last token.
    end: usize,
    /// What it says; `None` when it cannot be resolved.
    value: Option<Value>,
    /// Set for a time of day, which stands beside `value`.
    clock: Option<numeric::Clock>,
    basis: Basis,
    rule: DateRule,
}

impl Found {
    fn explicit(start: usize, end: usize, value: Option<Value>, rule: DateRule) -> Self {
        Self { start, end, value, clock: None, basis: Basis::Explicit, rule }
    }

    fn resolved(start: usize, end: usize, (value, basis): (Option<Value>, Basis), rule: DateRule) -> Self {
        let basis = if value.is_none() { Basis::Unresolved } else { basis };
        Self { start, end, value, clock: None, basis, rule }
    }
}

/// How far behind an article a word of a date must stand.
const AHEAD: usize = 6;

thread_local! {
    static MEANINGS: Memo<Meaning> = const { Memo::new() };
}

/// Finds every date. `published` overrides the article's own date line.
pub fn find(reading: &Reading<'_>, published: Option<Day>) -> (Vec<DateMention>, Option<Published>) {
    // Nearly every word of an article means nothing to a calendar; each different one is asked once.
    let meanings = MEANINGS.with(|memo| memo.of(reading.vocabulary, Meaning::of));
    let published = match published {
        Some(day) => Some((None, day)),
        None => published::find(reading, &meanings),
    };
    let meaning = |at: usize| reading.vocabulary.id(at).and_then(|id| meanings.get(id as usize));
    let alone = |at: usize| meaning(at).is_some_and(|meaning| meaning.begins && !meaning.article);
    let may_begin =
        |at: usize| alone(at) || meaning(at).is_some_and(|meaning| meaning.begins) && (at + 1..=at + AHEAD).any(alone);
    let mut context = Context::new(published.map(|(_, day)| day));
    let mut dates: Vec<DateMention> = Vec::new();
    let mut at = 0;
    while let Some(begin) = (at..reading.tokens.len()).find(|&at| may_begin(at)) {
        at = begin + 1;
        let cursor = Cursor::new(reading, &meanings, begin);
        let article = meaning(begin).is_some_and(|meaning| meaning.article);
        let Some(found) = read(&cursor, begin, article, &context) else { continue };
        let sentence = reading.sentence_of(begin);
        context.remember(&found, sentence, reading.sentences.get(sentence).map_or(0, |sentence| sentence.block));
        let span = reading.span_of(found.start..found.end);
        // A modifier in front may reach back into a date already read.
        if dates.last().is_none_or(|last| last.span.end <= span.start) {
            dates.push(mention(span, &found));
        }
        at = found.end.max(at);
    }
    let published = published.map(|(span, day)| Published { span, value: day.to_string() });
    (dates, published)
}

fn read(cursor: &Cursor<'_>, at: usize, article: bool, context: &Context) -> Option<Found> {
    if !cursor.may_begin(at) {
        return None;
    }
    if article {
        // "The year before" is a date, and nothing but a relative one begins so.
        return relative::the(cursor, at, context).map(|found| resolve::part_of(cursor, found));
    }
    let found = eras::read(cursor, at)
        .or_else(|| absolute::read(cursor, at, context))
        .or_else(|| relative::read(cursor, at, context))
        .or_else(|| recurring::season(cursor, at))?;
    Some(resolve::part_of(cursor, found))
}

fn mention(span: Span, found: &Found) -> DateMention {
    let Some((iso, precision)) = found.value.and_then(Value::iso) else {
        let clock = found.clock.map(numeric::Clock::iso);
        let precision = if clock.is_some() { Precision::Time } else { Precision::None };
        let basis = if clock.is_some() || found.rule == DateRule::EveryWeek { found.basis } else { Basis::Unresolved };
        return DateMention { span, value: clock, precision, basis, rule: found.rule };
    };
    let (value, precision) = match found.clock {
        Some(clock) => (format!("{iso}{}", clock.iso()), Precision::Time),
        None => (iso, precision),
    };
    DateMention { span, value: Some(value), precision, basis: found.basis, rule: found.rule }
}
