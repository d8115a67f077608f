//! The words of the article as readability counts them, each with what the formulas ask of it.

use std::ops::Range;

use super::aloud;
use super::familiar;
use super::syllable;
use crate::name::Names;
use crate::reading::Reading;
use crate::span::Span;
use crate::tag::Pos;
use crate::token::{Kind, Shape};

/// One counted word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// From its first to its last character.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Index of its sentence.
    pub sentence: u32,
    /// Letters and digits.
    pub letters: u32,
    /// Spoken syllables.
    pub syllables: u32,
    /// Whether it names somebody or something.
    pub name: bool,
    /// One of Gunning's hard words.
    pub fog_complex: bool,
    /// Off the Dale list.
    pub difficult: bool,
    /// Off the Spache list.
    pub unfamiliar: bool,
    /// Stands for the word in lower case where different words are counted.
    pub key: u64,
}

/// Every counted word of the article in text order, whether its sentence is prose or not.
#[must_use]
pub fn read(reading: &Reading<'_>, names: &Names, aloud: bool) -> Vec<Word> {
    let mut words = Vec::with_capacity(reading.tokens.len());
    let mut spans = NamedSpans { names, next: 0 };
    for s in 0..reading.sentences.len() {
        let tokens = reading.tokens_of(s);
        let spoken = |t: usize| reading.tokens.get(t).is_some_and(|t| matches!(t.shape, Shape::Lower | Shape::Title));
        let shouted = !tokens.clone().any(spoken);
        let mut at = tokens.start;
        let mut opens = true;
        while at < tokens.end {
            let begins = reading.tokens.get(at).is_some_and(crate::token::Token::begins_word);
            let mut end = at + 1;
            while begins && end < tokens.end && reading.tokens.get(end).is_some_and(|t| t.glued) {
                end += 1;
            }
            if begins {
                let span = reading.span_of(at..end);
                let name = spans.covers(span) || looks_like_name(reading, at, opens);
                words.push(measure(reading, at..end, s, name, &Voice { shouted, aloud }));
                opens = false;
            }
            at = end;
        }
    }
    words
}

/// Walks the names in step with the words.
struct NamedSpans<'a> {
    names: &'a Names,
    next: usize,
}

impl NamedSpans<'_> {
    fn covers(&mut self, word: Span) -> bool {
        let mentions = &self.names.mentions;
        while mentions.get(self.next).is_some_and(|m| m.span.end <= word.start) {
            self.next += 1;
        }
        mentions.get(self.next).is_some_and(|m| m.span.overlaps(word))
    }
}

/// A capital inside a sentence marks a name; at its start only the tagger can tell.
fn looks_like_name(reading: &Reading<'_>, token: usize, opens: bool) -> bool {
    let Some(first) = reading.tokens.get(token) else { return false };
    if reading.tags.get(token) == Some(&Pos::Propn) {
        return true;
    }
    let capital = matches!(first.shape, Shape::Title | Shape::Upper | Shape::Mixed);
    capital && !opens && first.kind == Kind::Word && reading.word(token) != "I"
}

/// How the words of a sentence are to be read.
struct Voice {
    /// The sentence is all capitals, so they tell no initials.
    shouted: bool,
    /// Figures, signs and initials count what is spoken instead of one.
    aloud: bool,
}

fn measure(reading: &Reading<'_>, tokens: Range<usize>, sentence: usize, name: bool, voice: &Voice) -> Word {
    let span = reading.span_of(tokens.clone());
    let text = span.of(reading.text);
    let kind = reading.tokens.get(tokens.start).map_or(Kind::Word, |t| t.kind);
    let letters = tokens.clone().map(|t| reading.word(t).chars().filter(|c| c.is_alphanumeric()).count() as u32).sum();
    let syllables = if voice.aloud {
        aloud::count(reading, &tokens, voice.shouted)
    } else if is_sign(reading, &tokens, voice.shouted) {
        1
    } else {
        syllable::in_text(text).max(1)
    };
    let plain = kind == Kind::Word && !name;
    let familiarity = if plain { familiar::of(text) } else { familiar::Familiarity::KNOWN };
    Word {
        span,
        tokens,
        sentence: sentence as u32,
        letters,
        syllables,
        name,
        fog_complex: plain && syllables >= 3 && !familiar::fog_exempt(text, syllables),
        difficult: !familiarity.dale,
        unfamiliar: !familiarity.spache,
        key: fingerprint(text),
    }
}

/// So many capitals in a row are initials, not a word: "NATO", "UNHCR".
const INITIALS: u32 = 5;

/// Addresses and initialisms count one syllable, as figures do, whatever their letters.
fn is_sign(reading: &Reading<'_>, tokens: &Range<usize>, shouted: bool) -> bool {
    let Some(first) = reading.tokens.get(tokens.start) else { return false };
    match first.kind {
        Kind::Url | Kind::Email | Kind::Handle => true,
        Kind::Word => {
            let possessive = tokens.len() == 2 && reading.word(tokens.start + 1).ends_with(['s', '’', '\'']);
            !shouted && first.shape == Shape::Upper && first.span.len() <= INITIALS && (tokens.len() == 1 || possessive)
        }
        _ => false,
    }
}

/// FNV-1a over the lower-case characters: the same on every machine.
fn fingerprint(text: &str) -> u64 {
    text.chars()
        .flat_map(char::to_lowercase)
        .fold(0xcbf2_9ce4_8422_2325, |hash, c| (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3))
}
