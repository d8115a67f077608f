//! What the lexicons and the rest of the document know of each word.

use std::collections::HashMap;

use super::words::{self, Class};
use crate::analysis::BlockKind;
use crate::lexicon::{self, COMMON, FIRST, GROUPS, ORGANIZATIONS, PLACES, TITLES};
use crate::reading::Reading;
use crate::tag::Pos;
use crate::token::{Kind, Shape};

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
    /// The first word of a longer known name.
    pub const BEGINS: u64 = 1 << 24;
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
    BEFORE_PLACE, BEGINS, BODY, CALENDAR, CAPITAL, CAPITAL_TOO, COUNTRY, EVENT, FACILITY, FEMALE, FUNCTION, GROUP,
    HEADING, HONORIFIC, KNOWN, LAND, LAW, LOWER_TOO, MALE, MAYBE_PLACE, MODIFIER, OPEN, PARTICLE, PERSONAL, PLACE,
    REGION, TITLE, TOWN,
};

/// One distinct word of the document, letter case aside.
#[derive(Clone, Copy, Default)]
struct Seen {
    known: Option<u64>,
    lower: u32,
    inside: u32,
}

/// What is known of every token.
pub(super) struct Facts<'a> {
    /// The article as read so far.
    pub reading: Reading<'a>,
    of: Vec<u64>,
    ids: Vec<u32>,
}

impl<'a> Facts<'a> {
    /// Looks every word up, each distinct word once, and counts how the document writes it.
    pub fn new(reading: &Reading<'a>) -> Self {
        let count = reading.tokens.len();
        let mut facts = Self { reading: *reading, of: vec![0; count], ids: vec![0; count] };
        let mut seen: Vec<Seen> = Vec::new();
        let mut index: HashMap<u64, u32> = HashMap::new();
        for i in 0..count {
            let id = *index.entry(hash(reading.word(i))).or_insert_with(|| {
                seen.push(Seen::default());
                seen.len() as u32 - 1
            });
            facts.ids[i] = id;
        }
        for s in 0..reading.sentences.len() {
            facts.mark_sentence(s);
        }
        for i in 0..count {
            let word = &mut seen[facts.ids[i] as usize];
            let at = facts.of[i];
            word.lower += u32::from(at & CAPITAL == 0);
            word.inside += u32::from(at & CAPITAL != 0 && at & (OPEN | HEADING) == 0);
        }
        for i in 0..count {
            let word = &mut seen[facts.ids[i] as usize];
            let known = *word.known.get_or_insert_with(|| known(reading.word(i)));
            let upper = !reading.word(i).chars().any(char::is_lowercase);
            let at = &mut facts.of[i];
            *at |= for_case(known, upper);
            *at |= if word.lower > 0 { LOWER_TOO } else { 0 };
            let inside = word.inside - u32::from(*at & CAPITAL != 0 && *at & (OPEN | HEADING) == 0);
            *at |= if inside > 0 { CAPITAL_TOO } else { 0 };
        }
        facts
    }

    /// Whether token `i` has any of `bits`.
    pub fn has(&self, i: usize, bits: u64) -> bool {
        self.of.get(i).is_some_and(|of| of & bits != 0)
    }

    /// A number shared by all tokens that read the same, letter case aside.
    pub fn id(&self, i: usize) -> u32 {
        self.ids.get(i).copied().unwrap_or(0)
    }

    /// Whether token `i` is exactly `word`.
    pub fn is(&self, i: usize, word: &str) -> bool {
        self.reading.word(i) == word
    }

    /// Whether token `i` is a mark or sign that follows the one before without a space.
    pub fn joined(&self, i: usize) -> bool {
        self.reading.tokens.get(i).is_some_and(|token| !token.space_before)
    }

    /// The part of speech of token `i`.
    pub fn pos(&self, i: usize) -> Pos {
        self.reading.tags.get(i).copied().unwrap_or(Pos::X)
    }

    fn mark_sentence(&mut self, s: usize) {
        let range = self.reading.tokens_of(s);
        let (mut capitals, mut lower, mut upper) = (0_usize, 0_usize, 0_usize);
        let mut open = true;
        for i in range.clone() {
            let Some(token) = self.reading.tokens.get(i) else { continue };
            let word = self.reading.word(i);
            if token.kind == Kind::Word {
                let capital = word.starts_with(char::is_uppercase);
                let bits = if capital { CAPITAL } else { 0 } | if open { OPEN } else { 0 };
                self.of[i] = bits;
                // Short words stay small in headings, so they tell nothing.
                if word.len() >= 4 && !open {
                    capitals += usize::from(capital);
                    lower += usize::from(!capital && !token.glued);
                    upper += usize::from(token.shape == Shape::Upper && !word.contains('.'));
                }
                open = false;
            } else {
                // The apostrophe of a contraction opens nothing.
                open |= (token.kind == Kind::Mark && !token.glued)
                    || matches!(word, ":" | "•" | "*" | "–" | "—" | "-") && token.space_before;
                open |= token.kind == Kind::Number && i == range.start;
            }
        }
        let heading_block = self
            .reading
            .block_of(s)
            .is_some_and(|b| matches!(b.kind, BlockKind::Headline | BlockKind::Subheading | BlockKind::Related));
        // A heading has no full stop, and most of its words of some length are capitals.
        let stopped = range.end > range.start && self.reading.word(range.end - 1) == ".";
        let titled = if heading_block {
            capitals >= 2 && lower * 2 <= capitals
        } else {
            capitals >= 4 && lower * 5 <= capitals && !stopped
        };
        let shouted = upper >= 2 && upper * 10 >= (capitals + lower) * 7;
        if titled || shouted {
            for i in range {
                self.of[i] |= HEADING;
            }
        }
    }
}

/// What the lexicons say of a word, wherever it stands.
fn known(word: &str) -> u64 {
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
            '1'..='9' => BEGINS,
            _ => 0,
        };
    }
    for c in GROUPS.find(word).unwrap_or("").chars() {
        bits |= if c.is_ascii_digit() { BEGINS } else { GROUP };
    }
    for c in ORGANIZATIONS.find(word).unwrap_or("").chars() {
        bits |= match c {
            '!' => CAPITALS_ONLY_BODY,
            '1'..='9' => BEGINS,
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
    for (class, flag) in [
        (Class::Function, FUNCTION),
        (Class::Calendar, CALENDAR),
        (Class::Particle, PARTICLE),
        (Class::Personal, PERSONAL),
        (Class::BeforePlace, BEFORE_PLACE),
        (Class::Body, BODY),
        (Class::Facility, FACILITY),
        (Class::Place, PLACE),
        (Class::Event, EVENT),
        (Class::Law, LAW),
    ] {
        bits |= if words::is(class, word) { flag } else { 0 };
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

fn for_case(known: u64, upper: bool) -> u64 {
    let mut bits = known & !(CAPITALS_ONLY_PLACE | CAPITALS_ONLY_BODY);
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

/// One number for a word and for the same word in other letter case (FNV-1a over lower-cased characters).
pub(super) fn hash(word: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    if word.is_ascii() {
        word.bytes().for_each(|b| add(b.to_ascii_lowercase()));
    } else {
        let mut utf8 = [0; 4];
        for lower in word.chars().flat_map(char::to_lowercase) {
            lower.encode_utf8(&mut utf8).bytes().for_each(&mut add);
        }
    }
    hash
}
