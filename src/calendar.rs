//! The civil calendar: days, months, weekdays, ISO weeks. Arithmetic only; finding dates in text is the `name`
//! room's work.
//!
//! Day numbers follow Howard Hinnant's "chrono-compatible low-level date algorithms" (public domain).

use std::fmt;

/// One day of the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// Year, 1 to 9999.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month, 1 to 31.
    pub day: u32,
}

/// Months in English, January first.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Weekdays in English, Monday first as in ISO 8601.
pub const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Abbreviations of the weekdays, Monday first.
const WEEKDAYS_SHORT: [&[&str]; 7] =
    [&["mon"], &["tue", "tues"], &["wed", "weds"], &["thu", "thur", "thurs"], &["fri"], &["sat"], &["sun"]];

impl Day {
    /// A day, or `None` when the calendar has no such day.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let exists =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= month_days(year, month);
        exists.then_some(Self { year, month, day })
    }

    /// Reads an ISO 8601 day, `2025-04-11`, and nothing else.
    #[must_use]
    pub fn parse(iso: &str) -> Option<Self> {
        let bytes = iso.as_bytes();
        let shaped = bytes.len() == 10
            && bytes.iter().enumerate().all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() });
        if !shaped {
            return None;
        }
        Self::new(iso[..4].parse().ok()?, iso[5..7].parse().ok()?, iso[8..].parse().ok()?)
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub fn number(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// The day that is `number` days after 1970-01-01; `None` outside the years 1 to 9999.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        let shifted = number.checked_add(719_468)?;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self::new(i32::try_from(year).ok()?, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
    }

    /// The day `days` later, or earlier when negative.
    #[must_use]
    pub fn plus(self, days: i64) -> Option<Self> {
        Self::from_number(self.number().checked_add(days)?)
    }

    /// Day of the week, 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn weekday(self) -> u32 {
        u32::try_from((self.number() + 3).rem_euclid(7)).unwrap_or(0)
    }

    /// ISO 8601 week: the year it belongs to and its number, 1 to 53.
    #[must_use]
    pub fn iso_week(self) -> (i32, u32) {
        let thursday = self.plus(3 - i64::from(self.weekday())).unwrap_or(self);
        let first = Self { year: thursday.year, month: 1, day: 1 };
        let week = u32::try_from((thursday.number() - first.number()) / 7 + 1).unwrap_or(1);
        (thursday.year, week)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// How many days a month has; 0 for a month that does not exist.
#[must_use]
pub fn month_days(year: i32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

/// The number of a month by its English name or usual abbreviation, in any case, with or without a full stop.
#[inline]
#[must_use]
pub fn month(name: &str) -> Option<u32> {
    if begins_as(name, &MONTH_BEGINNINGS) { month_of(name) } else { None }
}

/// The number of a weekday (0 Monday to 6 Sunday) by its English name or usual abbreviation, in any case.
#[inline]
#[must_use]
pub fn weekday(name: &str) -> Option<u32> {
    if begins_as(name, &WEEKDAY_BEGINNINGS) { weekday_of(name) } else { None }
}

/// For each first letter, the letters that may come second.
type Beginnings = [u32; 26];

const MONTH_BEGINNINGS: Beginnings = beginnings(&MONTHS);
const WEEKDAY_BEGINNINGS: Beginnings = beginnings(&WEEKDAYS);

const fn beginnings(names: &[&str]) -> Beginnings {
    let mut all = [0; 26];
    let mut i = 0;
    while i < names.len() {
        let name = names[i].as_bytes();
        all[(name[0] - b'a') as usize] |= 1 << (name[1] - b'a');
        i += 1;
    }
    all
}

/// Whether a word begins with two letters as one of the names does; most words are none, and it takes little to see.
#[inline]
fn begins_as(word: &str, names: &Beginnings) -> bool {
    let &[first, second, _, ..] = word.as_bytes() else { return false };
    let letter = |byte: u8| byte.to_ascii_lowercase().wrapping_sub(b'a');
    names
        .get(usize::from(letter(first)))
        .is_some_and(|seconds| letter(second) < 26 && seconds >> letter(second) & 1 == 1)
}

#[inline(never)]
fn month_of(name: &str) -> Option<u32> {
    let name = name.trim_end_matches('.');
    if name.len() < 3 || !name.is_ascii() {
        return None;
    }
    let short = name.len() == 3 || name.eq_ignore_ascii_case("sept");
    let begins = |full: &str| full.get(..name.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(name));
    MONTHS.iter().position(|full| (short || full.len() == name.len()) && begins(full)).map(|i| i as u32 + 1)
}

#[inline(never)]
fn weekday_of(name: &str) -> Option<u32> {
    let name = name.trim_end_matches('.');
    if !(3..=9).contains(&name.len()) || !name.is_ascii() {
        return None;
    }
    WEEKDAYS
        .iter()
        .zip(WEEKDAYS_SHORT)
        .position(|(full, short)| full.eq_ignore_ascii_case(name) || short.iter().any(|s| s.eq_ignore_ascii_case(name)))
        .map(|i| i as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_both_ways() {
        for number in (-719_162..=2_932_896).step_by(997) {
            let day = Day::from_number(number).unwrap();
            assert_eq!(day.number(), number, "{day}");
        }
        assert_eq!(Day::parse("1970-01-01").unwrap().number(), 0);
    }

    #[test]
    fn weekdays_and_weeks_follow_iso_8601() {
        let day = Day::parse("2025-04-11").unwrap();
        assert_eq!((day.weekday(), day.iso_week()), (4, (2025, 15)));
        assert_eq!(Day::parse("2021-01-03").unwrap().iso_week(), (2020, 53));
        assert_eq!(Day::parse("2024-12-30").unwrap().iso_week(), (2025, 1));
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for wrong in
            ["2025-02-29", "2025-13-01", "2025-00-10", "0000-01-01", "2025-4-11", "11 April 2025", "２０２５-04-11"]
        {
            assert_eq!(Day::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn names_and_abbreviations_are_known() {
        assert_eq!((month("Sept."), month("MAY"), month("Mayor"), month("ma")), (Some(9), Some(5), None, None));
        assert_eq!((weekday("Thurs."), weekday("sunday"), weekday("sundae")), (Some(3), Some(6), None));
    }
}
