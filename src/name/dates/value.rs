//! What a date says, before and after it is written as ISO 8601.

use crate::analysis::Precision;
use crate::calendar::{Day, month_days};

/// Units in which dates are counted and moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Season(u32),
    Year,
    Decade,
    Century,
}

/// A resolved date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    Day(Day),
    /// Any day of the ISO week.
    Week(Day),
    /// Saturday of the weekend.
    Weekend(Day),
    Month(i32, u32),
    Quarter(i32, u32),
    /// Season of the northern year: 0 spring, 1 summer, 2 autumn, 3 the winter that begins in that year.
    Season(i32, u32),
    Year(i32),
    /// The years from first to last, told as a decade or part of one.
    Years(i32, i32, Precision),
    /// From one day to another.
    Days(Day, Day),
    /// From one year to another, as "2016-2019" gives it.
    Span(i32, i32),
    /// From the first to the last of these months: year and month each.
    Months((i32, u32), (i32, u32)),
    /// A season of a year that is not told.
    EachSeason(u32),
    /// A month of every year.
    EachMonth(u32),
}

impl Value {
    /// ISO 8601 text and how exact it is; `None` when a part falls outside the calendar.
    pub fn iso(self) -> Option<(String, Precision)> {
        let interval = |from: Day, to: Day| format!("{from}/{to}");
        Some(match self {
            Self::Day(day) => (day.to_string(), Precision::Day),
            Self::Week(day) => {
                let (year, week) = day.iso_week();
                (format!("{year:04}-W{week:02}"), Precision::Week)
            }
            Self::Weekend(saturday) => (interval(saturday, saturday.plus(1)?), Precision::Range),
            Self::Month(year, month) => (format!("{year:04}-{month:02}"), Precision::Month),
            Self::Quarter(year, quarter) => {
                let first = Day::new(year, quarter * 3 - 2, 1)?;
                (interval(first, month_end(year, quarter * 3)?), Precision::Quarter)
            }
            Self::Season(year, season) => {
                let first = Day::new(year, 3 + 3 * season, 1)?;
                let (end_year, end_month) = if season == 3 { (year + 1, 2) } else { (year, 5 + 3 * season) };
                (interval(first, month_end(end_year, end_month)?), Precision::Season)
            }
            Self::Year(year) => (year_text(year), Precision::Year),
            Self::Years(first, last, precision) => {
                (interval(Day::new(first, 1, 1)?, Day::new(last, 12, 31)?), precision)
            }
            Self::Days(from, to) => (interval(from, to), Precision::Range),
            Self::Span(from, to) => (format!("{}/{}", year_text(from), year_text(to)), Precision::Range),
            Self::Months((year, month), (last_year, last_month)) => {
                (format!("{year:04}-{month:02}/{last_year:04}-{last_month:02}"), Precision::Season)
            }
            Self::EachSeason(season) => {
                (format!("--{:02}/--{:02}", 3 + 3 * season, (5 + 3 * season) % 12 + 1), Precision::Season)
            }
            Self::EachMonth(month) => (format!("--{month:02}"), Precision::Month),
        })
    }

    /// The day from which "a year later" or "the next day" is counted, when there is one.
    pub fn anchor(self) -> Option<Day> {
        match self {
            Self::Day(day) | Self::Week(day) | Self::Weekend(day) | Self::Days(_, day) => Some(day),
            Self::Month(year, month) | Self::Months((year, month), _) => Day::new(year, month, 1),
            Self::Quarter(year, quarter) => Day::new(year, quarter * 3 - 2, 1),
            Self::Season(year, season) => Day::new(year, 3 + 3 * season, 1),
            Self::Year(year) | Self::Years(year, ..) | Self::Span(_, year) => Day::new(year, 1, 1),
            Self::EachSeason(_) | Self::EachMonth(_) => None,
        }
    }

    /// The day, month or year that lies `count` units from `from`, as exact as the unit is.
    pub fn moved(from: Day, count: i64, unit: Unit) -> Option<Self> {
        Some(match unit {
            Unit::Day => Self::Day(from.plus(count)?),
            Unit::Week => Self::Week(from.plus(count.checked_mul(7)?)?),
            Unit::Weekend => {
                let saturday = from.plus(5 - i64::from(from.weekday()))?;
                Self::Weekend(saturday.plus(count.checked_mul(7)?)?)
            }
            Unit::Month => {
                let (year, month) = month_plus(from.year, from.month, count)?;
                Self::Month(year, month)
            }
            Unit::Quarter => {
                let (year, month) = month_plus(from.year, from.month, count.checked_mul(3)?)?;
                Self::Quarter(year, month.div_ceil(3))
            }
            Unit::Season(season) => Self::Season(year_plus(from.year, count)?, season),
            Unit::Year => Self::Year(distant_year(from.year, count)?),
            Unit::Decade => {
                let first = year_plus(from.year, count.checked_mul(10)?)?.div_euclid(10) * 10;
                Self::Years(first, first + 9, Precision::Decade)
            }
            Unit::Century => {
                let first = year_plus(from.year, count.checked_mul(100)?)?.div_euclid(100) * 100;
                Self::Years(first, first + 99, Precision::Range)
            }
        })
    }
}

/// A season of a year by the months that it touches: "the summer of 2010" begins in June and ends in September.
pub fn season_months(year: i32, season: u32) -> Value {
    let last = if season == 3 { (year + 1, 3) } else { (year, 6 + 3 * season) };
    Value::Months((year, 3 + 3 * season), last)
}

/// Four digits; years before our era have a minus in front and no year zero among them.
fn year_text(year: i32) -> String {
    if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") }
}

/// The year `count` years from `year`, before our era too: "5,000 years ago".
fn distant_year(year: i32, count: i64) -> Option<i32> {
    i32::try_from(i64::from(year).checked_add(count)?).ok().filter(|year| (-9999..=9999).contains(year) && *year != 0)
}

/// The last day of a month.
pub fn month_end(year: i32, month: u32) -> Option<Day> {
    Day::new(year, month, month_days(year, month))
}

/// The year `count` years from `year`, when the calendar has it.
pub fn year_plus(year: i32, count: i64) -> Option<i32> {
    i32::try_from(i64::from(year).checked_add(count)?).ok().filter(|year| (1..=9999).contains(year))
}

/// The month `count` months from a month.
pub fn month_plus(year: i32, month: u32, count: i64) -> Option<(i32, u32)> {
    let months = (i64::from(year) * 12 + i64::from(month) - 1).checked_add(count)?;
    let year = i32::try_from(months.div_euclid(12)).ok().filter(|year| (1..=9999).contains(year))?;
    Some((year, u32::try_from(months.rem_euclid(12)).ok()? + 1))
}
