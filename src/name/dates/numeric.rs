//! Dates and times in figures, read from the characters: tokenizers disagree on what "11/04/2025" is.

use std::sync::LazyLock;

use regex::Regex;

use crate::calendar::Day;

/// How many bytes are looked at: the longest form, "11:30:00 p.m. GMT", is shorter.
const WINDOW: usize = 32;

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    hour: u32,
    minute: u32,
    zone: Option<Zone>,
}

/// A time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Zone {
    /// Minutes east of Greenwich.
    Fixed(i32),
    /// Its offset changes with the season, so it is left unsaid.
    Seasonal,
}

impl Clock {
    /// ISO 8601 time with its leading `T`.
    pub fn iso(self) -> String {
        let zone = match self.zone {
            None | Some(Zone::Seasonal) => String::new(),
            Some(Zone::Fixed(0)) => "Z".to_owned(),
            Some(Zone::Fixed(minutes)) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
        };
        format!("T{:02}:{:02}{zone}", self.hour, self.minute)
    }
}

// `[0-9]`, not `\d`: without the tables of Unicode, as the engine is shipped, the latter is no pattern at all.
static DAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?:([0-9]{4})-([0-9]{2})-([0-9]{2})|([0-9]{1,2})([/.])([0-9]{1,2})([/.])([0-9]{4}|[0-9]{2}))(?-u:\b)")
        .ok()
});
static TIME: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^([0-9]{1,2})(?:[:.]([0-9]{2}))?(?::[0-9]{2})? ?([AaPp])?(?:\.?[Mm](?:\.|(?-u:\b)))?(?: ?\(?([A-Z]{2,4})(?-u:\b)\)?)?",
    )
    .ok()
});

/// Cuts the window without splitting a character.
fn window(text: &str) -> &str {
    let mut end = text.len().min(WINDOW);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// How many digits stand at the start.
fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|b| b.is_ascii_digit()).count()
}

/// Whether figures begin as a day does. Nearly none do, and compiling the pattern costs more than a whole article.
fn may_be_day(text: &[u8]) -> bool {
    let (first, rest) = text.split_at(digits(text));
    match (first.len(), rest) {
        (4, [b'-', _, _, b'-', ..]) => true,
        (1 | 2, [mark @ (b'.' | b'/'), rest @ ..]) => {
            let second = digits(rest);
            second > 0 && rest.get(second) == Some(mark)
        }
        _ => false,
    }
}

/// Whether minutes or a half of the day follow figures, as they do in every time of day.
fn may_be_clock(text: &[u8]) -> bool {
    let rest = &text[digits(text)..];
    let half = rest.strip_prefix(b" ").unwrap_or(rest);
    matches!(rest, [b':' | b'.', b'0'..=b'9', ..])
        || matches!(half, [b'A' | b'a' | b'P' | b'p', b'M' | b'm' | b'.', ..])
}

/// A day in figures at the start of `text`, and how many bytes it takes.
pub fn day(text: &str) -> Option<(Day, usize)> {
    let text = window(text);
    if !may_be_day(text.as_bytes()) {
        return None;
    }
    let found = DAY.as_ref()?.captures(text)?;
    let figure = |i: usize| found.get(i).and_then(|m| m.as_str().parse::<u32>().ok());
    let length = found.get(0)?.len();
    if let (Some(year), Some(month), Some(day)) = (figure(1), figure(2), figure(3)) {
        return Some((Day::new(i32::try_from(year).ok()?, month, day)?, length));
    }
    if found.get(5)?.as_str() != found.get(7)?.as_str() {
        return None;
    }
    let (first, second, year) = (figure(4)?, figure(6)?, i32::try_from(figure(8)?).ok()?);
    let year = if found.get(8)?.len() == 4 { year } else { century_of(year) };
    // Dots are the continental way, day first; slashes are taken as American unless that gives no month.
    let day_first = found.get(5)?.as_str() == ".";
    let (month, day) = if day_first || first > 12 { (second, first) } else { (first, second) };
    Some((Day::new(year, month, day)?, length))
}

/// Two figures of a year: up to 49 this century, from 50 the last.
pub fn century_of(year: i32) -> i32 {
    if year < 50 { 2000 + year } else { 1900 + year }
}

/// A time of day at the start of `text`, and how many bytes it takes. Bare figures are no time: "10:30" may be a
/// score or a verse, so a half of the day or a zone must follow.
pub fn clock(text: &str) -> Option<(Clock, usize)> {
    let text = window(text);
    if !may_be_clock(text.as_bytes()) {
        return None;
    }
    let found = TIME.as_ref()?.captures(text)?;
    let hour: u32 = found.get(1)?.as_str().parse().ok()?;
    let minute: u32 = found.get(2).map_or(Some(0), |m| m.as_str().parse().ok())?;
    let half = found.get(3).map(|m| m.as_str());
    let written_half = half.is_some() && found.get(0)?.as_str().contains(['m', 'M']);
    let zone = found.get(4).and_then(|m| zone(m.as_str()));
    let hour = match half {
        Some(half) if written_half && (1..=12).contains(&hour) => {
            hour % 12 + if half.eq_ignore_ascii_case("p") { 12 } else { 0 }
        }
        None if zone.is_some() && found.get(2).is_some() && hour < 24 => hour,
        _ => return None,
    };
    let end = if zone.is_some() || found.get(4).is_none() { found.get(0)?.end() } else { found.get(4)?.start() };
    let end = text[..end].trim_end_matches([' ', '(']).len();
    (minute < 60).then_some((Clock { hour, minute, zone }, end))
}

/// The zone of an abbreviation.
fn zone(name: &str) -> Option<Zone> {
    Some(match name {
        "GMT" | "UTC" => Zone::Fixed(0),
        "BST" | "CET" | "WAT" => Zone::Fixed(60),
        "CEST" | "EET" | "SAST" => Zone::Fixed(120),
        "MSK" | "EEST" | "EAT" => Zone::Fixed(180),
        "IST" => Zone::Fixed(330),
        "JST" | "KST" => Zone::Fixed(540),
        "EST" | "CDT" => Zone::Fixed(-300),
        "EDT" => Zone::Fixed(-240),
        "CST" | "MDT" => Zone::Fixed(-360),
        "MST" | "PDT" => Zone::Fixed(-420),
        "PST" => Zone::Fixed(-480),
        "ET" | "CT" | "MT" | "PT" => Zone::Seasonal,
        _ => return None,
    })
}
