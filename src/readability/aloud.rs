//! What is spoken where figures, signs, initials and addresses are read aloud.
//!
//! McLaughlin counts what a reader says; Flesch's later rule counts one syllable for each such word and is the default.

use std::ops::Range;

use super::number;
use super::syllable;
use crate::lexicon::{FIRST, fold};
use crate::reading::Reading;
use crate::token::Kind;

/// Spoken syllables of one word of the article, with the signs that touch it: "$" before, "%" behind.
#[must_use]
pub fn count(reading: &Reading<'_>, tokens: &Range<usize>, shouted: bool) -> u32 {
    let text = reading.span_of(tokens.clone()).of(reading.text);
    match reading.tokens.get(tokens.start).map(|token| token.kind) {
        Some(Kind::Url) => return address(text),
        Some(Kind::Email | Kind::Handle) => return handle(text),
        _ => {}
    }
    let before = sign_before(reading, tokens.start);
    let behind = sign_behind(reading, tokens.end);
    let money = before.is_some() || behind.is_some_and(|sign| currency(sign).is_some());
    let signs = before.into_iter().chain(behind).map(spoken_sign).sum::<u32>();
    if let Some(n) = roman(text).filter(|_| !shouted) {
        let ruler = tokens.start.checked_sub(1).is_some_and(|before| is_first_name(reading.word(before)));
        return if ruler { 1 + number::ordinal(n) } else { number::cardinal(n) };
    }
    (signs + spoken(text, money, shouted)).max(1)
}

/// A currency right before the word.
fn sign_before(reading: &Reading<'_>, at: usize) -> Option<char> {
    let (word, sign) = (reading.tokens.get(at)?, reading.tokens.get(at.checked_sub(1)?)?);
    let text = sign.span.of(reading.text);
    text.chars()
        .next()
        .filter(|&c| sign.span.end == word.span.start && text.len() == c.len_utf8() && currency(c).is_some())
}

/// A sign right behind the word that is said.
fn sign_behind(reading: &Reading<'_>, end: usize) -> Option<char> {
    let (sign, word) = (reading.tokens.get(end)?, reading.tokens.get(end.checked_sub(1)?)?);
    let text = sign.span.of(reading.text);
    text.chars()
        .next()
        .filter(|&c| sign.span.start == word.span.end && text.len() == c.len_utf8() && spoken_sign(c) > 0)
}

/// Syllables of a currency's name in the plural.
const fn currency(sign: char) -> Option<u32> {
    match sign {
        '$' | '€' | '₹' | '₽' | '¢' => Some(2),
        '£' | '¥' | '₩' => Some(1),
        _ => None,
    }
}

/// Syllables of a sign between or beside words; a hyphen is silent.
const fn spoken_sign(sign: char) -> u32 {
    match sign {
        '%' | '°' => 2,
        '&' | '+' | '@' => 1,
        _ => match currency(sign) {
            Some(syllables) => syllables,
            None => 0,
        },
    }
}

fn spoken(text: &str, money: bool, shouted: bool) -> u32 {
    if let Some(count) = abbreviation(text) {
        return count;
    }
    if let Some(count) = number::by_digits(text) {
        return count;
    }
    let mut total = 0;
    let mut range = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = rest.find(|c: char| !belongs(c)).unwrap_or(rest.len());
        let (part, later) = rest.split_at(length.max(if length == 0 { c.len_utf8() } else { 0 }));
        if length == 0 {
            range = matches!(c, '-' | '–') && total > 0 && text.starts_with(|c: char| c.is_ascii_digit());
            total += spoken_sign(c);
        } else {
            // "10-15" is ten to fifteen, "15-year" has no such word.
            total += u32::from(range && part.bytes().all(|b| !b.is_ascii_alphabetic()));
            total += one(part, money, shouted);
            range = false;
        }
        rest = later;
    }
    total
}

fn belongs(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '’' | '.' | ',' | ':' | '/')
}

/// One part between hyphens and signs.
fn one(part: &str, money: bool, shouted: bool) -> u32 {
    let part = part.trim_end_matches(['.', ',', ':', '/']);
    if let Some(first) = part.find(|c: char| c.is_ascii_digit()) {
        let (letters, figure) = part.split_at(first);
        return initials(letters) + number::figure(figure, money);
    }
    if part.contains('.') && part.split('.').all(|letter| letter.chars().count() <= 2) {
        return part.split('.').map(initials).sum();
    }
    let (stem, _) = syllable::possessive(part);
    let stem = stem.strip_suffix("’s").unwrap_or(stem);
    let capitals = stem.strip_suffix('s').unwrap_or(stem);
    if !shouted && capitals.len() > 1 && capitals.bytes().all(|b| b.is_ascii_uppercase()) {
        return acronym(capitals);
    }
    if stem.len() == 1 { initials(stem) } else { syllable::in_text(part) }
}

/// Letters one by one: the name of w alone has three syllables.
pub fn initials(letters: &str) -> u32 {
    letters.chars().filter(|c| c.is_alphanumeric()).map(|c| if matches!(c, 'w' | 'W') { 3 } else { 1 }).sum()
}

/// Initials that are not read as their letters suggest, with the syllables they have.
const ACRONYMS: [(&str, u32); 30] = [
    ("AIDS", 1),
    ("ASEAN", 3),
    ("AUKUS", 2),
    ("BRICS", 1),
    ("CERN", 1),
    ("DOGE", 1),
    ("GIF", 1),
    ("ICE", 1),
    ("MERS", 1),
    ("NAACP", 6),
    ("NASDAQ", 2),
    ("OSCE", 4),
    ("OXFAM", 2),
    ("PAC", 1),
    ("PIN", 1),
    ("PTSD", 4),
    ("RAM", 1),
    ("SALT", 1),
    ("SARS", 1),
    ("SIM", 1),
    ("START", 1),
    ("SWIFT", 1),
    ("TASS", 1),
    ("UCLA", 4),
    ("UEFA", 3),
    ("UNICEF", 3),
    ("UNRWA", 2),
    ("USAID", 3),
    ("USDA", 4),
    ("USMCA", 5),
];

/// "NATO" is said as a word, "FBI" letter by letter.
fn acronym(capitals: &str) -> u32 {
    if let Ok(at) = ACRONYMS.binary_search_by_key(&capitals, |(known, _)| known) {
        return ACRONYMS[at].1;
    }
    if sounds(capitals.as_bytes()) { syllable::count(capitals) } else { initials(capitals) }
}

/// Whether four capitals and more can be said as a word: vowels one at a time, consonants two at most, one at the
/// end, and at the start two only where English words begin so.
fn sounds(capitals: &[u8]) -> bool {
    let vowel = |b: &u8| matches!(b, b'A' | b'E' | b'I' | b'O' | b'U');
    let run = |at: usize| capitals[at..].iter().take_while(|b| vowel(b) == vowel(&capitals[at])).count();
    let mut at = 0;
    while at < capitals.len() {
        let length = run(at);
        let last = at + length == capitals.len();
        let most = match (vowel(&capitals[at]), last) {
            (true, _) | (false, true) => 1,
            (false, false) => 2,
        };
        let onset = at > 0 || length < 2 || capitals[0] == b'S' || matches!(capitals[1], b'L' | b'R');
        if length > most || !onset {
            return false;
        }
        at += length;
    }
    capitals.len() >= 4
}

/// What stands for a longer word when it is read.
fn abbreviation(text: &str) -> Option<u32> {
    let mut buffer = [0; 64];
    Some(match fold(text, &mut buffer) {
        "mr." | "mrs." | "dr." | "col." | "capt." | "jr." | "sr." | "maj." | "ave." | "aug." | "no." | "vs." | "v."
        | "lb." | "lt.-col." => 2,
        "gov." | "sen." | "gen." | "lt." | "prof." | "sgt." | "sept." | "oct." | "nov." | "dec." | "blvd." | "adm."
        | "rev." | "cm" | "mph" | "co." => 3,
        "rep." | "jan." | "feb." | "corp." | "inc." | "etc." | "km" | "kg" | "kph" => 4,
        "st." | "mt." | "ft." | "rd." | "ft" | "lb" | "lbs" | "hr" => 1,
        _ => return None,
    })
}

/// A Roman numeral from II to XXXIX.
fn roman(text: &str) -> Option<u64> {
    if !(2..=7).contains(&text.len()) || text.bytes().any(|b| !matches!(b, b'I' | b'V' | b'X')) {
        return None;
    }
    let tens = text.len() - text.trim_start_matches('X').len();
    let (nine, rest) = match text.get(tens..)? {
        "X" | "IX" => (9, ""),
        rest => (0, rest),
    };
    let ones = match rest {
        "" => nine,
        "I" => 1,
        "II" => 2,
        "III" => 3,
        "IV" => 4,
        "V" => 5,
        "VI" => 6,
        "VII" => 7,
        "VIII" => 8,
        _ => return None,
    };
    (tens <= 3).then_some(tens as u64 * 10 + ones)
}

/// "Elizabeth II" is the second, "World War II" is two.
fn is_first_name(word: &str) -> bool {
    let mut buffer = [0; 64];
    FIRST.contains(fold(word, &mut buffer))
}

/// The host of a web address, its labels joined by "dot"; nobody reads the path.
fn address(url: &str) -> u32 {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or(host);
    let host = host.strip_prefix("www.").unwrap_or(host);
    let labels = host.split('.').filter(|label| !label.is_empty());
    labels.map(|label| 1 + name(label)).sum::<u32>().saturating_sub(1).max(1)
}

/// "@name" is at name, "#topic" is hashtag topic, and an address has its "at" within.
fn handle(text: &str) -> u32 {
    if let Some(topic) = text.strip_prefix('#') {
        return 2 + name(topic);
    }
    let (user, host) = text.split_once('@').unwrap_or((text, ""));
    let host = if host.contains('.') { address(host) } else { name(host) };
    (name(user) + 1 + host).max(1)
}

/// A label of an address: two letters are spelled, so is "edu".
fn name(label: &str) -> u32 {
    if label.len() <= 2 || label == "edu" { initials(label) } else { spoken(label, false, false) }
}
