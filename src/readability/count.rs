//! Counting a selection of words.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::lookup::Lookup;
use super::words::Word;
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
    // Apart, as what follows: what every token needs stays short.
    #[inline(never)]
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

    /// A sentence of which no word is left does not count, nor do its strokes.
    fn add_sentence(&mut self, sentence: &Self) {
        if sentence.words > 0 {
            self.sentences += 1;
            self.add_all(sentence);
        }
    }

    fn add_all(&mut self, other: &Self) {
        self.words += other.words;
        self.syllables += other.syllables;
        self.letters += other.letters;
        self.strokes += other.strokes;
        self.polysyllables += other.polysyllables;
        self.monosyllables += other.monosyllables;
        self.long_words += other.long_words;
        self.miniwords += other.miniwords;
        self.fog_complex += other.fog_complex;
        self.difficult_dale_chall += other.difficult_dale_chall;
    }
}

/// Counts words and strokes sentence by sentence in text order: all that count, and those of them outside quotations.
pub struct Counter<'q> {
    all: Counts,
    outside: Counts,
    /// The words off the Spache list, and whether each stands outside.
    unfamiliar: FxHashMap<u64, bool>,
    quoted: Cursor<'q>,
}

impl<'q> Counter<'q> {
    /// Begins with the first sentence; what is `quoted` comes in text order, without overlap.
    #[must_use]
    pub fn new(quoted: &'q [Span]) -> Self {
        let (all, outside) = (Counts::default(), Counts::default());
        Self { all, outside, unfamiliar: FxHashMap::default(), quoted: Cursor { spans: quoted, next: 0 } }
    }

    /// Counts what stands at `from` or behind it in sentence `s`, whose words are `own`.
    #[inline(never)]
    pub fn add(&mut self, reading: &Reading<'_>, lookup: &Lookup<'_>, s: usize, mut own: &[Word], from: u32) {
        // What is counted once, within or without, makes both sums.
        let (mut within, mut without) = (Counts::default(), Counts::default());
        let tokens = reading.tokens_of(s);
        for (t, token) in tokens.clone().zip(reading.tokens.get(tokens).unwrap_or_default()) {
            let mut begun = None;
            if let [word, later @ ..] = own {
                if word.tokens.start == t {
                    (begun, own) = (Some(word), later);
                }
            }
            if token.span.start < from {
                continue;
            }
            let inside = self.quoted.covers(token.span);
            let counts = if inside { &mut within } else { &mut without };
            counts.strokes += lookup.strokes(t, token.span);
            if let Some(word) = begun {
                counts.add(word);
                if word.unfamiliar {
                    self.meet(word.key, inside);
                }
            }
        }
        self.outside.add_sentence(&without);
        within.add_all(&without);
        self.all.add_sentence(&within);
    }

    /// Notes a word off the Spache list.
    #[inline(never)]
    fn meet(&mut self, word: u64, inside: bool) {
        *self.unfamiliar.entry(word).or_insert(false) |= !inside;
    }

    /// All, and what is outside.
    #[must_use]
    pub fn finish(self) -> (Counts, Counts) {
        let Self { mut all, mut outside, unfamiliar, .. } = self;
        all.unfamiliar_spache_unique = unfamiliar.len() as u32;
        outside.unfamiliar_spache_unique = unfamiliar.values().filter(|&&stands| stands).count() as u32;
        (all, outside)
    }
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
