//! The words of the article as readability counts them, each with what the formulas ask of it.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::aloud;
use super::familiar::Familiarity;
use super::lookup::{self, Entry, Lookup};
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
pub fn read(reading: &Reading<'_>, lookup: &Lookup<'_>, names: &Names, aloud: bool) -> Vec<Word> {
    let mut words = Vec::with_capacity(reading.tokens.len());
    let mut joined = Joined::default();
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
                words.push(measure(reading, lookup, &mut joined, at..end, s, name, &Voice { shouted, aloud }));
                opens = false;
            }
            at = end;
        }
    }
    words
}

/// Splits the words of sentence `s` off those that begin with it.
#[must_use]
pub fn split_sentence(words: &[Word], s: usize) -> (&[Word], &[Word]) {
    // The words are walked in order anyway; a binary search would touch all of a long article for every sentence.
    words.split_at(words.iter().take_while(|word| word.sentence as usize <= s).count())
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

/// What is known of words of several tokens, each different one asked about once.
type Joined<'a> = FxHashMap<&'a str, Entry>;

fn measure<'a>(
    reading: &Reading<'a>,
    lookup: &Lookup<'_>,
    joined: &mut Joined<'a>,
    tokens: Range<usize>,
    sentence: usize,
    name: bool,
    voice: &Voice,
) -> Word {
    let span = reading.span_of(tokens.clone());
    let kind = reading.tokens.get(tokens.start).map_or(Kind::Word, |t| t.kind);
    let text = span.of(reading.text);
    let known = if tokens.len() == 1 { lookup.token(tokens.start).copied() } else { None };
    // Between the tokens of a word markup may stand, which has letters of its own.
    let letters_of = |t: usize| lookup.token(t).map_or_else(|| lookup::letters(reading.word(t)), |part| part.letters);
    let letters = tokens.clone().map(letters_of).sum();
    let entry = known.unwrap_or_else(|| *joined.entry(text).or_insert_with(|| Entry::of(text)));
    let syllables = if voice.aloud {
        aloud::count(reading, &tokens, voice.shouted)
    } else if is_sign(reading, &tokens, voice.shouted) {
        1
    } else {
        entry.syllables
    };
    let plain = kind == Kind::Word && !name;
    let familiarity = if plain { entry.familiarity } else { Familiarity::KNOWN };
    Word {
        span,
        tokens,
        sentence: sentence as u32,
        letters,
        syllables,
        name,
        fog_complex: plain && lookup::fog_complex(text, syllables),
        difficult: !familiarity.dale,
        unfamiliar: !familiarity.spache,
        key: entry.key,
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
