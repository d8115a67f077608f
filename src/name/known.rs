//! What the lexicons know of one word.

use crate::lexicon::{self, CLASSES, COMMON, FIRST, GROUPS, ORGANIZATIONS, PLACES, TITLES};

/// Bits of what is known; one word may have many.
pub(super) mod bit {
    pub const COUNTRY: u64 = 1;
    pub const REGION: u64 = 1 << 1;
    pub const TOWN: u64 = 1 << 2;
    pub const LAND: u64 = 1 << 3;
    /// A place, but a common word or first name as well.
    pub const MAYBE_PLACE: u64 = 1 << 4;
    pub const GROUP: u64 = 1 << 5;
    pub const FIRST: u64 = 1 << 6;
    pub const MALE: u64 = 1 << 7;
    pub const FEMALE: u64 = 1 << 8;
    /// A body, event, work … that is known by this one word.
    pub const KNOWN: u64 = 1 << 9;
    pub const BODY: u64 = 1 << 10;
    pub const FACILITY: u64 = 1 << 11;
    pub const PLACE: u64 = 1 << 12;
    pub const EVENT: u64 = 1 << 13;
    pub const LAW: u64 = 1 << 14;
    pub const BEFORE_PLACE: u64 = 1 << 15;
    pub const HONORIFIC: u64 = 1 << 16;
    pub const TITLE: u64 = 1 << 17;
    pub const MODIFIER: u64 = 1 << 18;
    pub const COMMON: u64 = 1 << 19;
    pub const CALENDAR: u64 = 1 << 20;
    pub const FUNCTION: u64 = 1 << 21;
    pub const PARTICLE: u64 = 1 << 22;
    pub const PERSONAL: u64 = 1 << 23;
    /// Begins with a capital.
    pub const CAPITAL: u64 = 1 << 25;
    /// Stands where any word has a capital: at the start of a sentence or quotation.
    pub const OPEN: u64 = 1 << 26;
    /// Stands in a heading that capitalises every word.
    pub const HEADING: u64 = 1 << 27;
    /// Also written in lower case in this document.
    pub const LOWER_TOO: u64 = 1 << 28;
    /// Also written with a capital inside a sentence of this document.
    pub const CAPITAL_TOO: u64 = 1 << 29;

    /// A common word with an ending: "frees", "jailed".
    pub const INFLECTED: u64 = 1 << 32;

    pub const ANY_PLACE: u64 = COUNTRY | REGION | TOWN | LAND;
    pub const HEAD: u64 = BODY | FACILITY | PLACE | EVENT | LAW;
    pub const OFFICE: u64 = HONORIFIC | TITLE;
}
use bit::{
    BEFORE_PLACE, BODY, CALENDAR, COUNTRY, EVENT, FACILITY, FEMALE, FUNCTION, GROUP, HONORIFIC, KNOWN, LAND, LAW, MALE,
    MAYBE_PLACE, MODIFIER, PARTICLE, PERSONAL, PLACE, REGION, TITLE, TOWN,
};

/// How many words the longest known name has that begins with a word, in each of the lists; 0 where none does.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    pub organizations: u32,
    pub groups: u32,
    pub places: u32,
}

impl Reach {
    /// Where it stands among the bits of a word, in each list so many of them.
    const ORGANIZATIONS: u32 = 36;
    const GROUPS: u32 = 40;
    const PLACES: u32 = 44;
    const BITS: u32 = 4;

    /// The lists' own digit as bits.
    fn bits(digit: char, shift: u32) -> u64 {
        u64::from(digit.to_digit(10).unwrap_or(0)) << shift
    }

    /// That of a word of which `bits` are known.
    pub fn of(bits: u64) -> Self {
        let words = |shift: u32| (bits >> shift) as u32 & ((1 << Self::BITS) - 1);
        Self { organizations: words(Self::ORGANIZATIONS), groups: words(Self::GROUPS), places: words(Self::PLACES) }
    }

    /// In whichever list it has most.
    pub fn most(self) -> u32 {
        self.organizations.max(self.groups).max(self.places)
    }
}

/// What the lexicons say of a word, wherever it stands.
pub(super) fn of(word: &str) -> u64 {
    let mut buffer = [0; 64];
    let word = lexicon::fold(word, &mut buffer);
    if word.is_empty() {
        return 0;
    }
    let mut bits = 0;
    for c in PLACES.find(word).unwrap_or("").chars() {
        bits |= match c {
            'c' => COUNTRY,
            'r' => REGION,
            't' => TOWN,
            'g' => LAND,
            'w' => MAYBE_PLACE,
            '!' => CAPITALS_ONLY_PLACE,
            '1'..='9' => Reach::bits(c, Reach::PLACES),
            _ => 0,
        };
    }
    for c in GROUPS.find(word).unwrap_or("").chars() {
        bits |= if c.is_ascii_digit() { Reach::bits(c, Reach::GROUPS) } else { GROUP };
    }
    for c in ORGANIZATIONS.find(word).unwrap_or("").chars() {
        bits |= match c {
            '!' => CAPITALS_ONLY_BODY,
            '1'..='9' => Reach::bits(c, Reach::ORGANIZATIONS),
            _ => KNOWN,
        };
    }
    if let Some(gender) = FIRST.find(word) {
        bits |= bit::FIRST;
        bits |= gender_bits(gender);
    }
    if let Some(code) = TITLES.find(word) {
        bits |= match code.as_bytes().first() {
            Some(b'h') => HONORIFIC,
            Some(b't') => TITLE,
            _ => MODIFIER,
        };
        bits |= gender_bits(code.get(1..).unwrap_or(""));
    }
    if COMMON.contains(word) {
        bits |= bit::COMMON;
    } else if inflected(word) {
        bits |= bit::INFLECTED;
    }
    for c in CLASSES.find(word).unwrap_or("").chars() {
        bits |= match c {
            'b' => BODY,
            'c' => CALENDAR,
            'e' => EVENT,
            'f' => FUNCTION,
            'h' => FACILITY,
            'l' => PLACE,
            'n' => BEFORE_PLACE,
            'p' => PARTICLE,
            't' => LAW,
            'v' => PERSONAL,
            _ => 0,
        };
    }
    bits
}

/// Whether a common word with the ending of a verb or plural is spelled like this.
fn inflected(word: &str) -> bool {
    ["s", "es", "d", "ed", "ing"]
        .into_iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .any(|stem| stem.len() >= 3 && COMMON.contains(stem))
}

/// The place is one only when written in capitals: "US", "UK".
const CAPITALS_ONLY_PLACE: u64 = 1 << 30;
/// The body is one only when written in capitals: "WHO", "IRA".
const CAPITALS_ONLY_BODY: u64 = 1 << 31;

/// What is known of a word as it is written; `upper` tells whether it is all capitals.
pub(super) fn for_case(known: u64, upper: impl FnOnce() -> bool) -> u64 {
    let mut bits = known & !(CAPITALS_ONLY_PLACE | CAPITALS_ONLY_BODY);
    if bits == known {
        return known;
    }
    let upper = upper();
    if !upper && known & CAPITALS_ONLY_PLACE != 0 {
        bits &= !bit::ANY_PLACE;
    }
    if !upper && known & CAPITALS_ONLY_BODY != 0 {
        bits &= !KNOWN;
    }
    if upper && known & (CAPITALS_ONLY_PLACE | CAPITALS_ONLY_BODY) != 0 {
        bits &= !FUNCTION;
    }
    bits
}

fn gender_bits(code: &str) -> u64 {
    match code {
        "m" => MALE,
        "f" => FEMALE,
        _ => 0,
    }
}
