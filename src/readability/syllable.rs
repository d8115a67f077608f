//! Spoken syllables of English words.
//!
//! A small model tells at which letters a syllable sounds; the words it gets wrong stand beside it. Signs, figures
//! and initials are counted by rule.

use super::familiar;
use super::nuclei::{LONGEST, Letters};
use crate::lexicon::{COMMON, fold};
use crate::model::syllables::Model;

/// Counts the syllables of one word, the parts of a compound together; 0 for no word at all.
#[must_use]
pub fn count(word: &str) -> u32 {
    count_with(&Model::shipped(), word)
}

/// The same with any model; the trainer asks what a model still gets wrong.
#[must_use]
pub fn count_with(model: &Model<'_>, word: &str) -> u32 {
    if is_figure(word) { 1 } else { parts(model, word) }
}

/// What separates the digits of a figure does not end it: "1,500", "10:30", "1/2".
fn is_figure(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.' | b':' | b'/'))
}

/// The parts of a compound together, figures aside.
fn parts(model: &Model<'_>, word: &str) -> u32 {
    // Most words are.
    if !word.is_empty() && word.len() <= LONGEST && word.bytes().all(|b| b.is_ascii_alphabetic()) {
        return Spelled::plain(word).without_signs(model);
    }
    of_compound(model, word)
}

#[inline(never)]
fn of_compound(model: &Model<'_>, word: &str) -> u32 {
    let belongs = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '.');
    word.split(|c: char| !belongs(c)).map(|part| one(model, part)).sum()
}

/// Words of one syllable in their shorter reading that the dictionary often gives two within a compound.
const SHORT: [&str; 3] = ["fire", "hour", "wire"];

/// Counts the syllables of a word as running text has it.
///
/// Flesch takes the shorter of two readings, and a compound has the readings of its parts. The dictionary gives many
/// compounds of "fire", "hour" and "wire" in the longer one only; in a text "ceasefire" counts as "cease-fire" does.
#[must_use]
pub fn in_text(word: &str) -> u32 {
    let model = Model::shipped();
    let counted = count_with(&model, word);
    if counted < 3 {
        return counted;
    }
    // Of most parts both readings are the same, and they are counted already.
    let mut apart = counted;
    for part in word.split('-') {
        let other = of_parts(part).or_else(|| is_figure(part).then_some(1));
        if let Some(other) = other {
            apart = apart + other - parts(&model, part);
        }
    }
    counted.min(apart)
}

/// The syllables of "Marlow's" as running text has it, given those of "Marlow" and that word in lower case; `None` of any
/// other word and of those that the model keeps an exception for.
#[must_use]
pub fn of_owner(word: &str, owner: &str, syllables: u32) -> Option<u32> {
    let mut buffer = [0; 64];
    let folded = fold(word, &mut buffer);
    let (stem, extra) = possessive(folded);
    let possessed = stem.len() < folded.len() && folded.len() <= LONGEST;
    let plain = possessed && stem == owner && stem.bytes().all(|b| b.is_ascii_lowercase());
    (plain && Model::shipped().exception(folded.as_bytes()).is_none()).then_some(syllables + extra)
}

/// The syllables of a closed compound of such a word and another known one.
fn of_parts(compound: &str) -> Option<u32> {
    let mut buffer = [0; 64];
    let (folded, extra) = possessive(fold(compound, &mut buffer));
    let known = |part: &str| part.len() > 2 && (familiar::of(part).dale || COMMON.contains(part));
    SHORT.iter().find_map(|short| {
        let singular = folded.strip_suffix(['s', 'd']).unwrap_or(folded);
        let ahead = [folded, singular].iter().find_map(|word| word.strip_suffix(short));
        let other = ahead.or_else(|| folded.strip_prefix(short)).filter(|part| known(part))?;
        Some(count(other) + 1 + extra)
    })
}

/// One word between hyphens, slashes and the like.
fn one(model: &Model<'_>, part: &str) -> u32 {
    if !part.contains(char::is_alphanumeric) {
        return 0;
    }
    // A figure, with letters or without, or a dotted initialism counts one, as Flesch has it in 1979.
    if part.contains(char::is_numeric) || is_dotted(part) {
        return 1;
    }
    let mut spelled = Spelled::default();
    let mut total = 0;
    let mut chars = part.chars().filter(|c| *c != '.').flat_map(char::to_lowercase).peekable();
    while chars.peek().is_some() {
        spelled.fill(&mut chars);
        total += spelled.count(model);
    }
    total.max(1)
}

/// "U.S.", "p.m.", "e.g.": letters one by one, each with its stop.
fn is_dotted(part: &str) -> bool {
    let mut chars = part.chars();
    let first = chars.next().is_some_and(char::is_alphabetic);
    first && chars.next() == Some('.') && chars.next().is_some_and(char::is_alphabetic)
}

/// At most [`LONGEST`] letters of a word, without accents and in lower case.
struct Spelled {
    bytes: [u8; LONGEST],
    len: usize,
    /// Which letters bear a sign that they are spoken: the e of "café", the i of "naïve".
    spoken: u64,
}

impl Default for Spelled {
    fn default() -> Self {
        Self { bytes: [0; LONGEST], len: 0, spoken: 0 }
    }
}

impl Spelled {
    /// A word of letters of ASCII that is not too long.
    fn plain(word: &str) -> Self {
        let mut spelled = Self { len: word.len().min(LONGEST), ..Self::default() };
        for (place, byte) in spelled.bytes.iter_mut().zip(word.bytes()) {
            *place = byte.to_ascii_lowercase();
        }
        spelled
    }

    fn fill(&mut self, chars: &mut impl Iterator<Item = char>) {
        self.len = 0;
        self.spoken = 0;
        while self.len < LONGEST {
            let Some(c) = chars.next() else { return };
            let (letter, spoken) = if c.is_ascii() { (c as u8, false) } else { plain(c) };
            self.spoken |= u64::from(spoken) << self.len;
            self.bytes[self.len] = letter;
            self.len += 1;
        }
    }

    /// The syllables of a word that has neither apostrophe nor accent.
    fn without_signs(&self, model: &Model<'_>) -> u32 {
        let word = self.bytes.get(..self.len).unwrap_or(&[]);
        model.exception(word).unwrap_or_else(|| self.sounding(model, word)).max(1)
    }

    fn count(&self, model: &Model<'_>) -> u32 {
        let word = self.bytes.get(..self.len).unwrap_or(&[]);
        if let Some(count) = model.exception(word) {
            return count;
        }
        let (stem, extra) = std::str::from_utf8(word).map_or((word, 0), |word| {
            let (stem, extra) = possessive(word);
            (stem.as_bytes(), extra)
        });
        let known = if extra > 0 || stem.len() < word.len() { model.exception(stem) } else { None };
        extra + known.unwrap_or_else(|| self.sounding(model, stem))
    }

    fn sounding(&self, model: &Model<'_>, stem: &[u8]) -> u32 {
        if !stem.iter().any(|b| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')) {
            return letter_by_letter(stem);
        }
        let letters = Letters::new(stem);
        let mut count = 0;
        for i in 0..letters.len() {
            let Some(prior) = letters.prior(i) else { continue };
            count += u32::from(prior + learned(model, &letters, i) > 0 || self.spoken >> i & 1 == 1);
        }
        count.max(1)
    }
}

/// How much speaks for a syllable at letter `i` by what is learned.
#[inline(never)]
fn learned(model: &Model<'_>, letters: &Letters, i: usize) -> i32 {
    letters.features(i, model.bits()).map(|feature| model.weight(feature)).sum()
}

/// A word without vowels is spelled out: "pdf" is three, and the name of w alone has three.
fn letter_by_letter(word: &[u8]) -> u32 {
    let spoken = |b: &u8| if *b == b'w' { 3 } else { u32::from(b.is_ascii_alphabetic()) };
    word.iter().map(spoken).sum::<u32>().max(1)
}

/// Takes off "'s" or a last apostrophe and tells how many syllables that adds: one after a hissing sound.
#[must_use]
pub fn possessive(word: &str) -> (&str, u32) {
    const HISSING: [&str; 10] = ["s", "x", "z", "ch", "sh", "ce", "se", "ge", "ze", "che"];
    if let Some(stem) = word.strip_suffix("'s").filter(|stem| !stem.is_empty()) {
        return (stem, u32::from(HISSING.iter().any(|end| stem.ends_with(end))));
    }
    (word.strip_suffix('\'').unwrap_or(word), 0)
}

/// A letter that is not ASCII without its accent, and whether the accent says that it is spoken.
fn plain(c: char) -> (u8, bool) {
    match c {
        '’' | 'ʼ' => (b'\'', false),
        'à'..='å' | 'æ' | 'ā' | 'ă' | 'ą' => (b'a', false),
        'é' | 'ë' | 'ē' | 'ė' => (b'e', true),
        'è' | 'ê' | 'ę' | 'ě' => (b'e', false),
        'ï' | 'í' => (b'i', true),
        'ì' | 'î' | 'ī' | 'ı' => (b'i', false),
        'ò'..='ö' | 'ø' | 'ō' | 'ő' | 'œ' => (b'o', false),
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => (b'u', false),
        'ý' | 'ÿ' => (b'y', false),
        'ç' | 'ć' | 'č' => (b'c', false),
        'ñ' | 'ń' | 'ň' => (b'n', false),
        'š' | 'ś' | 'ş' | 'ș' | 'ß' => (b's', false),
        'ž' | 'ź' | 'ż' => (b'z', false),
        'ð' | 'ď' | 'đ' => (b'd', false),
        'þ' | 'ť' | 'ț' | 'ţ' => (b't', false),
        'ł' => (b'l', false),
        'ř' => (b'r', false),
        'ğ' => (b'g', false),
        _ => (b'?', false),
    }
}
