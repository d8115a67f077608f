//! Counting a selection of words.

use serde::{Deserialize, Serialize};

use super::counted::Counted;
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

/// The counts of a text while it is walked through.
#[derive(Default)]
struct Tally {
    counts: Counts,
    /// The words off the Spache list.
    unfamiliar: Vec<u64>,
    /// The words and strokes before the sentence at hand.
    before: (u32, u32),
}

impl Tally {
    fn add(&mut self, strokes: u32, begun: Option<&Word>) {
        self.counts.strokes += strokes;
        if let Some(word) = begun {
            self.counts.add(word);
            if word.unfamiliar {
                self.unfamiliar.push(word.key);
            }
        }
    }

    /// A sentence of which no word is left does not count.
    fn end_sentence(&mut self) {
        let (words, strokes) = self.before;
        if self.counts.words > words {
            self.counts.sentences += 1;
        } else {
            self.counts.strokes = strokes;
        }
        self.before = (self.counts.words, self.counts.strokes);
    }

    fn finish(mut self) -> Counts {
        self.unfamiliar.sort_unstable();
        self.unfamiliar.dedup();
        self.counts.unfamiliar_spache_unique = self.unfamiliar.len() as u32;
        self.counts
    }
}

/// Counts words and strokes of what is `counted`: all of them, and those outside `quoted` (in text order, without
/// overlap).
#[must_use]
pub fn count(reading: &Reading<'_>, words: &[Word], counted: &Counted, quoted: &[Span]) -> (Counts, Counts) {
    let (mut all, mut outside) = (Tally::default(), Tally::default());
    let mut quoted = Cursor { spans: quoted, next: 0 };
    let mut rest = words;
    for s in 0..reading.sentences.len() {
        let (own, later) = words::split_sentence(rest, s);
        rest = later;
        let Some(from) = counted.from(reading, s) else { continue };
        let mut own = own.iter().peekable();
        for t in reading.tokens_of(s) {
            let Some(token) = reading.tokens.get(t) else { continue };
            let begun = own.next_if(|word| word.tokens.start == t);
            if token.span.start >= from {
                let strokes = strokes_of(token.span.of(reading.text));
                all.add(strokes, begun);
                if !quoted.covers(token.span) {
                    outside.add(strokes, begun);
                }
            }
        }
        all.end_sentence();
        outside.end_sentence();
    }
    (all.finish(), outside.finish())
}

fn strokes_of(token: &str) -> u32 {
    if token.is_ascii() {
        return token.bytes().map(|b| u32::from(!matches!(b, b' ' | 9..=13))).sum();
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
