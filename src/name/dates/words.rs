//! What a token means to a calendar.

use super::value::Unit;
use super::{recurring, resolve};
use crate::calendar::{month, weekday};
use crate::lexicon::fold;

/// What a token means to a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Atom {
    Month(u32),
    Weekday(u32),
    /// "Mondays": every week, so no date at all.
    Weekdays,
    /// Digits: the value and how many there are.
    Digits(u32, u8),
    /// "11th", "third".
    Ordinal(u32),
    /// "two", "a", "couple"; `None` for "several" and "few".
    Count(Option<u32>),
    Unit(Unit),
    /// "the sixties": first year of the decade.
    Decade(i32),
    /// "last": -1, "this": 0, "next": 1.
    Turn(i64),
    /// "yesterday": -1, "today": 0, "tomorrow": 1.
    Near(i64),
    Other,
}

/// Words that count, and what they count.
const COUNTS: [(&str, Option<u32>); 28] = [
    ("a", Some(1)),
    ("an", Some(1)),
    ("couple", Some(2)),
    ("dozen", Some(12)),
    ("eight", Some(8)),
    ("eighteen", Some(18)),
    ("eleven", Some(11)),
    ("few", None),
    ("fifteen", Some(15)),
    ("five", Some(5)),
    ("forty", Some(40)),
    ("four", Some(4)),
    ("fourteen", Some(14)),
    ("many", None),
    ("nine", Some(9)),
    ("nineteen", Some(19)),
    ("one", Some(1)),
    ("seven", Some(7)),
    ("seventeen", Some(17)),
    ("several", None),
    ("six", Some(6)),
    ("sixteen", Some(16)),
    ("ten", Some(10)),
    ("thirty", Some(30)),
    ("three", Some(3)),
    ("twelve", Some(12)),
    ("twenty", Some(20)),
    ("two", Some(2)),
];

/// Ordinals in words, as quarters and centuries use them.
const ORDINALS: [&str; 21] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
];

/// What a word, given in lower case, is to a calendar wherever it stands.
#[derive(Clone, Copy, Debug)]
pub struct Meaning {
    pub atom: Atom,
    /// What it means with a capital; `None` when it does not begin with a letter that could be one.
    pub capital: Option<Atom>,
    /// Bytes of the word.
    pub length: u32,
    /// Whether a date may begin with it.
    pub begins: bool,
    /// Whether it tells nothing of a date by itself, so that another word must follow.
    pub article: bool,
    /// Whether it may tell that the sentence speaks of what is to come.
    pub ahead: bool,
    /// Whether it may tell that the sentence speaks of every year.
    pub yearly: bool,
}

impl Meaning {
    pub fn of(folded: &str) -> Self {
        let atom = atom(folded);
        let letter = folded.starts_with(|c: char| c.is_ascii_lowercase());
        Self {
            atom,
            capital: letter.then(|| calendar_name(folded).filter(|_| folded.len() <= LONGEST).unwrap_or(atom)),
            length: folded.len() as u32,
            begins: may_begin(folded, atom),
            article: is_article(folded),
            ahead: resolve::may_look_ahead(folded),
            yearly: recurring::may_tell_of_every_year(folded),
        }
    }
}

/// The longest word with a meaning.
const LONGEST: usize = 12;

/// What `word` means to a calendar.
pub fn atom(word: &str) -> Atom {
    let bytes = word.as_bytes();
    match bytes.first() {
        Some(b'0'..=b'9') => number(word),
        Some(b) if b.is_ascii_alphabetic() && bytes.len() <= LONGEST => named(word),
        _ => Atom::Other,
    }
}

/// Whether a date may begin with a word, given in lower case, and what it means; an empty one was too long to be kept, so it may.
fn may_begin(folded: &str, meaning: Atom) -> bool {
    let bytes = folded.as_bytes();
    match bytes.first() {
        None | Some(b'0'..=b'9' | b'\'') => true,
        Some(0x80..) => folded.starts_with(['’', '‘']),
        Some(b'q') if bytes.len() == 2 => true,
        Some(_) => {
            matches!(
                folded,
                "the" | "that" | "same" | "following" | "world" | "second" | "wwi" | "wwii" | "ww2" | "ww1"
            ) || folded.starts_with("ad")
                || folded == "a.d."
                || folded.starts_with("mid-")
                || month(folded).is_some()
                || weekday(folded.strip_suffix('s').unwrap_or(folded)).is_some()
                || weekday(folded).is_some()
                || meaning != Atom::Other
        }
    }
}

/// Whether a word stands before dates but tells nothing of them, so that another must follow.
fn is_article(folded: &str) -> bool {
    matches!(folded, "the" | "that")
}

fn number(word: &str) -> Atom {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let Ok(value) = word[..digits].parse::<u32>() else {
        return Atom::Other;
    };
    match &word[digits..] {
        "" => Atom::Digits(value, digits as u8),
        // "5,000" counts, and is no year.
        rest if digits <= 3 && rest.len() == 4 && rest.starts_with(',') => {
            rest[1..].parse().map_or(Atom::Other, |low: u32| Atom::Digits(value * 1000 + low, 5))
        }
        "st" | "nd" | "rd" | "th" if digits <= 2 => Atom::Ordinal(value),
        _ => Atom::Other,
    }
}

fn named(word: &str) -> Atom {
    // Months and weekdays are names: a lower-case "may" or "march" is a verb.
    let name = if word.starts_with(|c: char| c.is_ascii_uppercase()) { calendar_name(word) } else { None };
    if let Some(name) = name {
        return name;
    }
    let mut buffer = [0; 64];
    let word = fold(word, &mut buffer);
    if let Ok(found) = COUNTS.binary_search_by_key(&word, |entry| entry.0) {
        return Atom::Count(COUNTS[found].1);
    }
    match word {
        "last" | "past" | "previous" => Atom::Turn(-1),
        "this" | "current" => Atom::Turn(0),
        "next" | "coming" | "upcoming" => Atom::Turn(1),
        "yesterday" => Atom::Near(-1),
        "today" | "tonight" => Atom::Near(0),
        "tomorrow" => Atom::Near(1),
        "twenties" => Atom::Decade(1920),
        "thirties" => Atom::Decade(1930),
        "forties" => Atom::Decade(1940),
        "fifties" => Atom::Decade(1950),
        "sixties" => Atom::Decade(1960),
        "seventies" => Atom::Decade(1970),
        "eighties" => Atom::Decade(1980),
        "nineties" => Atom::Decade(1990),
        _ => unit(word).map_or_else(|| ordinal(word), Atom::Unit),
    }
}

/// A month or weekday, in any case.
fn calendar_name(word: &str) -> Option<Atom> {
    let weekdays = || word.strip_suffix(['s', 'S']).is_some_and(|one| one.len() > 5 && weekday(one).is_some());
    let day = || weekday(word).map(Atom::Weekday).or_else(|| weekdays().then_some(Atom::Weekdays));
    month(word).map(Atom::Month).or_else(day)
}

fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "day" | "days" | "night" | "nights" | "morning" | "afternoon" | "evening" => Unit::Day,
        "week" | "weeks" => Unit::Week,
        "weekend" | "weekends" => Unit::Weekend,
        "month" | "months" => Unit::Month,
        "quarter" | "quarters" => Unit::Quarter,
        "spring" | "springs" => Unit::Season(0),
        "summer" | "summers" => Unit::Season(1),
        "autumn" | "autumns" | "fall" => Unit::Season(2),
        "winter" | "winters" => Unit::Season(3),
        "year" | "years" => Unit::Year,
        "decade" | "decades" => Unit::Decade,
        "century" | "centuries" => Unit::Century,
        _ => return None,
    })
}

fn ordinal(word: &str) -> Atom {
    let place = ORDINALS.iter().position(|ordinal| *ordinal == word);
    place.map_or(Atom::Other, |i| Atom::Ordinal(i as u32 + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_sorted_for_their_search() {
        assert!(COUNTS.is_sorted_by_key(|entry| entry.0));
        assert_eq!((atom("Two"), atom("31st"), atom("may")), (Atom::Count(Some(2)), Atom::Ordinal(31), Atom::Other));
    }
}
