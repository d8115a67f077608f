//! Counting a selection of words.

use serde::{Deserialize, Serialize};

use super::words::{self, Word};
use crate::reading::Reading;
use crate::span::Span;

/// What every formula counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// Words.
    pub words: u32,
    /// Sentences with at least one word.
    pub sentences: u32,
    /// Spoken syllables.
    pub syllables: u32,
    /// Letters and digits.
    pub letters: u32,
    /// All characters but white space.
    pub strokes: u32,
    /// Words of three or more syllables.
    pub polysyllables: u32,
    /// Words of one syllable.
    pub monosyllables: u32,
    /// Words of more than six letters.
    pub long_words: u32,
    /// Words of three letters or fewer.
    pub miniwords: u32,
    /// Gunning's hard words.
    pub fog_complex: u32,
    /// Words off the Dale list.
    pub difficult_dale_chall: u32,
    /// Different words off the Spache list.
    pub unfamiliar_spache_unique: u32,
}

impl Counts {
    fn add(&mut self, word: &Word) {
        self.words += 1;
        self.syllables += word.syllables;
        self.letters += word.letters;
        self.polysyllables += u32::from(word.syllables >= 3);
        self.monosyllables += u32::from(word.syllables == 1);
        self.long_words += u32::from(word.letters > 6);
        self.miniwords += u32::from(word.letters <= 3);
        self.fog_complex += u32::from(word.fog_complex);
        self.difficult_dale_chall += u32::from(word.difficult);
    }
}

/// What is counted: which sentences, and what inside them is left out.
pub struct Selection<'a> {
    /// Whether blocks that are not prose count too.
    pub furniture: bool,
    /// Spans that do not count, in text order, without overlap.
    pub without: &'a [Span],
}

/// Counts the words and strokes of a selection. A sentence of which no word is left does not count.
#[must_use]
pub fn count(reading: &Reading<'_>, words: &[Word], selection: &Selection<'_>) -> Counts {
    let mut counts = Counts::default();
    let mut unfamiliar = Vec::new();
    let mut without = Cursor { spans: selection.without, next: 0 };
    let mut rest = words;
    for (s, sentence) in reading.sentences.iter().enumerate() {
        let (own, later) = words::split_sentence(rest, s);
        rest = later;
        if !(sentence.prose || selection.furniture) {
            continue;
        }
        // A dateline stands in front of the prose, not in it.
        let from = if selection.furniture { 0 } else { reading.block_of(s).map_or(0, |b| b.dateline.end) };
        let before = counts.words;
        let mut strokes = 0;
        let mut own = own.iter().peekable();
        for t in reading.tokens_of(s) {
            let Some(token) = reading.tokens.get(t) else { continue };
            let counted = token.span.start >= from && !without.covers(token.span);
            strokes += if counted { strokes_of(token.span.of(reading.text)) } else { 0 };
            if let Some(begun) = own.next_if(|word| word.tokens.start == t).filter(|_| counted) {
                counts.add(begun);
                if begun.unfamiliar {
                    unfamiliar.push(begun.key);
                }
            }
        }
        if counts.words > before {
            counts.sentences += 1;
            counts.strokes += strokes;
        }
    }
    unfamiliar.sort_unstable();
    unfamiliar.dedup();
    counts.unfamiliar_spache_unique = unfamiliar.len() as u32;
    counts
}

fn strokes_of(token: &str) -> u32 {
    if token.is_ascii() {
        return token.bytes().filter(|b| !matches!(b, b' ' | 9..=13)).count() as u32;
    }
    token.chars().filter(|c| !c.is_whitespace()).count() as u32
}

/// Walks sorted spans in step with the tokens.
struct Cursor<'a> {
    spans: &'a [Span],
    next: usize,
}

impl Cursor<'_> {
    fn covers(&mut self, token: Span) -> bool {
        while self.spans.get(self.next).is_some_and(|span| span.end <= token.start) {
            self.next += 1;
        }
        self.spans.get(self.next).is_some_and(|span| span.contains(token))
    }
}
