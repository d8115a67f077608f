//! Lines that are a date, a time or the label of one.

use super::Sign;
use crate::analysis::BlockKind;
use crate::article::rules::Rule;
use crate::article::seen::Seen;
use crate::calendar;

/// What the words of a line add up to.
#[derive(Default)]
struct Found {
    month: bool,
    weekday: bool,
    /// A number that may be a day of the month.
    day: bool,
    year: bool,
    /// "2025-04-11", "11/04/2025".
    whole: bool,
    clock: bool,
    /// "3 hours ago", "yesterday".
    ago: bool,
    label: bool,
    number: bool,
}

const LABELS: &[&str] = &[
    "broadcast",
    "created",
    "date",
    "dated",
    "edited",
    "first",
    "issue",
    "issued",
    "last",
    "modified",
    "originally",
    "posted",
    "publication",
    "published",
    "release",
    "released",
    "revised",
    "updated",
    "uploaded",
];
/// Words that may stand in a date line and add nothing.
const FILLERS: &[&str] = &[
    "and", "at", "by", "from", "in", "of", "on", "the", "to", "time", "local", "moscow", "eastern", "min", "mins",
    "minute", "read", "reading",
];
const ZONES: &[&str] = &[
    "acst", "adt", "aedt", "aest", "akdt", "akst", "ast", "awst", "bst", "cat", "cdt", "cest", "cet", "cst", "ct",
    "eat", "edt", "eest", "eet", "est", "et", "gmt", "hkt", "hst", "ist", "jst", "kst", "mdt", "mdt.", "msk", "mst",
    "mt", "nzdt", "nzst", "nst", "pdt", "pht", "pkt", "pst", "pt", "sast", "sgt", "utc", "wat", "wib", "z",
];
const UNITS: &[&str] = &[
    "d", "day", "days", "h", "hour", "hours", "hr", "hrs", "m", "minutes", "month", "months", "week", "weeks", "w",
    "year", "years",
];

/// A line that is only a date, or only a time of day.
#[must_use]
pub fn sign(seen: &Seen) -> Option<Sign> {
    if seen.words > 24 {
        return None;
    }
    let found = read(&seen.fold).or_else(|| read(behind_place(seen)?))?;
    if found.is_day() {
        let rule = if found.label { Rule::DateLabel } else { Rule::DateAlone };
        return Some((BlockKind::Date, rule));
    }
    if found.label && (found.clock || found.ago || found.weekday) {
        return Some((BlockKind::Date, Rule::DateLabel));
    }
    if found.ago && found.number {
        return Some((BlockKind::Date, Rule::DateAlone));
    }
    (found.clock && !found.label).then_some((BlockKind::Date, Rule::TimeStamp))
}

/// "Sarnapur, July 14, 2020": what stands behind a place in front of a date.
fn behind_place(seen: &Seen) -> Option<&str> {
    let at = seen.plain.as_bytes().windows(2).take(31).position(|two| two == b", ")?;
    let place = seen.plain[..at].split(' ').all(|word| word.starts_with(char::is_uppercase));
    seen.fold.get(at + 2..).filter(|_| place && seen.plain.len() == seen.fold.len())
}

/// Whether all of `text`, in lower case, is a date.
#[must_use]
pub fn is_date(text: &str) -> bool {
    read(text).is_some_and(|found| found.is_day())
}

impl Found {
    fn is_day(&self) -> bool {
        self.whole || (self.month && (self.day || self.year))
    }
}

/// Reads every word; `None` when one of them has no place in a date.
fn read(fold: &str) -> Option<Found> {
    let mut found = Found::default();
    let words = fold.split([' ', ',', '|', '•', '·', '–', '—', '/', '(', ')', ';', '\t']);
    for word in words {
        let word = word.trim_matches(['.', ':', '-', '[', ']', '"', '\'']);
        if !word.is_empty() && !found.take(word) {
            return None;
        }
    }
    // Slashes also join the parts of one date.
    let mut parts = fold.split(' ').map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    found.whole |= parts.any(|word| !word.is_empty() && is_whole(word));
    Some(found)
}

impl Found {
    /// Finds the place of one word; `false` when it has none.
    fn take(&mut self, word: &str) -> bool {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            return self.take_number(word, digits);
        }
        if calendar::month(word).is_some() {
            self.month = true;
        } else if calendar::weekday(word).is_some() {
            self.weekday = true;
        } else if LABELS.contains(&word) {
            self.label = true;
        } else if matches!(word, "ago" | "today" | "yesterday" | "just" | "now") {
            self.ago = true;
        } else if matches!(word, "noon" | "midnight") {
            self.clock = true;
        } else {
            return matches!(word, "am" | "pm" | "a.m" | "p.m" | "h" | "hrs" | "an" | "a" | "utc+1" | "gmt+1")
                || ZONES.contains(&word)
                || FILLERS.contains(&word)
                || UNITS.contains(&word)
                || is_offset(word);
        }
        true
    }

    fn take_number(&mut self, word: &str, digits: usize) -> bool {
        let (number, rest) = word.split_at(digits);
        match rest {
            "" | "st" | "nd" | "rd" | "th" => {
                self.day |= digits <= 2;
                self.year |= digits == 4;
                self.number = true;
                digits <= 4
            }
            "am" | "pm" | "a.m" | "p.m" => {
                self.clock = true;
                digits <= 2
            }
            _ if UNITS.contains(&rest) || rest == "-minute" || rest == "-min" => {
                self.number = true;
                true
            }
            _ if is_whole(word) => {
                self.whole = true;
                true
            }
            _ => {
                self.clock = true;
                number.len() <= 4 && is_clock(word)
            }
        }
    }
}

/// "2025-04-11", "2025-04-11t10:30:00z", "11.04.2025", "4/11/25".
fn is_whole(word: &str) -> bool {
    let day = word.split(['t', ' ']).next().unwrap_or("");
    let mut parts = [0_usize; 3];
    let mut count = 0;
    for part in day.split(['-', '.', '/']) {
        let Some(slot) = parts.get_mut(count) else { return false };
        if part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit()) {
            return false;
        }
        *slot = part.len();
        count += 1;
    }
    count == 3 && matches!(parts, [4, 1..=2, 1..=2] | [1..=2, 1..=2, 2 | 4])
}

/// "10:30", "10.30am", "14h30", "10:30:05".
fn is_clock(word: &str) -> bool {
    let word = word.trim_end_matches(['a', 'p', 'm', '.', 'z']);
    let separated = word.split([':', '.', 'h']);
    word.len() <= 12
        && separated.clone().count() >= 2
        && separated.clone().all(|part| part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit()))
}

/// "utc+3", "gmt-5", "+0300".
fn is_offset(word: &str) -> bool {
    let rest = word.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let zone = &word[..word.len() - rest.len()];
    matches!(zone, "" | "utc" | "gmt")
        && rest.starts_with(['+', '-'])
        && rest.len() <= 6
        && rest.bytes().skip(1).all(|b| b.is_ascii_digit() || b == b':')
}
