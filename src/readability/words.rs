//! The words of the article as readability counts them, each with what the formulas ask of it. They are read sentence by
//! sentence, since those of a long text take much room.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::familiar::{self, Familiarity};
use super::lookup::{self, Entry, Lookup};
use super::{aloud, syllable};
use crate::name::Names;
use crate::reading::Reading;
use crate::span::Span;
use crate::tag::Pos;
use crate::token::{Kind, Shape, Token};

/// One counted word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// From its first to its last character.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
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
    /// May be worth a second look.
    pub style: bool,
    /// Stands for the word in lower case where different words are counted.
    pub key: u64,
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

/// How a word is to be read.
struct Voice {
    /// It is the first of its sentence.
    opens: bool,
    /// Its sentence is all capitals, so they tell no initials.
    shouted: bool,
}

/// What is known of a word of several tokens, or of one longer than any list has.
#[derive(Clone, Copy)]
struct Joined {
    syllables: u32,
    familiarity: Familiarity,
    key: u64,
}

impl Joined {
    /// Nobody asks how familiar a name is, and most words of several tokens are names: "Marlow's".
    fn of(word: &str, syllables: u32, plain: bool) -> Self {
        if plain {
            Self { syllables, familiarity: familiar::of(word), key: lookup::fingerprint(word) }
        } else {
            Self { syllables, familiarity: Familiarity::KNOWN, key: 0 }
        }
    }
}

/// Reads the counted words of the article, sentence by sentence in text order, whether it is prose or not.
pub struct Reader<'r> {
    reading: &'r Reading<'r>,
    lookup: &'r Lookup<'r>,
    /// Figures, signs and initials count what is spoken instead of one.
    aloud: bool,
    /// Words of several tokens, each different one asked about once, as a plain word and as a name.
    joined: FxHashMap<(&'r str, bool), Joined>,
    spans: NamedSpans<'r>,
    /// Those of the sentence at hand.
    words: Vec<Word>,
}

impl<'r> Reader<'r> {
    /// Begins with the first sentence.
    #[must_use]
    pub fn new(reading: &'r Reading<'r>, lookup: &'r Lookup<'r>, names: &'r Names, aloud: bool) -> Self {
        let spans = NamedSpans { names, next: 0 };
        Self { reading, lookup, aloud, joined: FxHashMap::default(), spans, words: Vec::new() }
    }

    /// The words of sentence `s`, which stands behind those that were asked for before.
    #[inline(never)]
    pub fn of(&mut self, s: usize) -> &[Word] {
        self.words.clear();
        let range = self.reading.tokens_of(s);
        let mut at = range.start;
        let mut rest = self.reading.tokens.get(range).unwrap_or_default();
        let shouted = !rest.iter().any(|token| matches!(token.shape, Shape::Lower | Shape::Title));
        while let [first, later @ ..] = rest {
            // Glued tokens go on with a word; behind anything else they begin none.
            let length = 1 + later.iter().take_while(|token| token.glued).count();
            let (whole, later) = rest.split_at(length);
            if first.begins_word() {
                let word = self.read(whole, at, &Voice { opens: self.words.is_empty(), shouted });
                self.words.push(word);
            }
            at += length;
            rest = later;
        }
        &self.words
    }

    fn read(&mut self, whole: &[Token], at: usize, voice: &Voice) -> Word {
        let first = &whole[0];
        let span = Span::new(first.span.start, whole[whole.len() - 1].span.end);
        let name = self.spans.covers(span) || self.looks_like_name(first, at, voice.opens);
        let plain = first.kind == Kind::Word && !name;
        // Nearly every word is one token, written as the lists have it but for a first capital.
        if let ([_], Shape::None | Shape::Lower | Shape::Title, Kind::Word | Kind::Number, false) =
            (whole, first.shape, first.kind, self.aloud)
        {
            if let Some(entry) = self.lookup.token(at) {
                return Word {
                    span,
                    tokens: at..at + 1,
                    letters: entry.letters,
                    syllables: entry.syllables,
                    name,
                    fog_complex: plain && entry.fog_complex,
                    difficult: plain && !entry.familiarity.dale,
                    unfamiliar: plain && !entry.familiarity.spache,
                    style: entry.style,
                    key: entry.key,
                };
            }
        }
        self.read_other(span, at..at + whole.len(), name, plain, voice)
    }

    /// Any other word: of several tokens, of many capitals, an address, or read aloud.
    #[inline(never)]
    fn read_other(&mut self, span: Span, tokens: Range<usize>, name: bool, plain: bool, voice: &Voice) -> Word {
        let known = if tokens.len() == 1 { self.lookup.token(tokens.start) } else { None };
        let (letters, joined) = match known {
            Some(entry) => {
                let Entry { syllables, familiarity, key, .. } = *entry;
                (entry.letters, Joined { syllables, familiarity, key })
            }
            None => self.join(span, tokens.clone(), plain),
        };
        let syllables = if self.aloud {
            aloud::count(self.reading, &tokens, voice.shouted)
        } else if is_sign(self.reading, &tokens, voice.shouted) {
            1
        } else {
            joined.syllables
        };
        Word {
            span,
            tokens,
            letters,
            syllables,
            name,
            fog_complex: plain && lookup::fog_complex(span.of(self.reading.text), syllables),
            difficult: plain && !joined.familiarity.dale,
            unfamiliar: plain && !joined.familiarity.spache,
            style: known.is_none_or(|entry| entry.style),
            key: joined.key,
        }
    }

    /// A capital inside a sentence marks a name; at its start only the tagger can tell.
    fn looks_like_name(&self, first: &Token, at: usize, opens: bool) -> bool {
        let capital = matches!(first.shape, Shape::Title | Shape::Upper | Shape::Mixed);
        self.reading.tags.get(at) == Some(&Pos::Propn)
            || capital && !opens && first.kind == Kind::Word && !(first.span.len() == 1 && self.reading.word(at) == "I")
    }

    /// The letters of a word of several tokens, and what else is known of it.
    fn join(&mut self, span: Span, tokens: Range<usize>, plain: bool) -> (u32, Joined) {
        let (reading, lookup) = (self.reading, self.lookup);
        // Between the tokens of a word markup may stand, which has letters of its own.
        let letters_of =
            |t: usize| lookup.token(t).map_or_else(|| lookup::letters(reading.word(t)), |part| part.letters);
        let text = span.of(reading.text);
        let joined = self.joined.entry((text, plain)).or_insert_with(|| {
            let first = lookup.token(tokens.start);
            let owned = first.and_then(|first| syllable::of_owner(text, reading.folded(tokens.start), first.syllables));
            Joined::of(text, owned.unwrap_or_else(|| syllable::in_text(text).max(1)), plain)
        });
        (tokens.map(letters_of).sum(), *joined)
    }
}

/// So many capitals in a row are initials, not a word: "NATO", "UNHCR".
const INITIALS: u32 = 5;

/// Addresses and initialisms count one syllable, as figures do, whatever their letters.
fn is_sign(reading: &Reading<'_>, tokens: &Range<usize>, shouted: bool) -> bool {
    let Some(first) = reading.tokens.get(tokens.start) else { return false };
    match first.kind {
        Kind::Url | Kind::Email | Kind::Handle => true,
        Kind::Word if first.shape == Shape::Upper && !shouted && first.span.len() <= INITIALS => {
            let possessive = || reading.word(tokens.start + 1).ends_with(['s', '’', '\'']);
            tokens.len() == 1 || tokens.len() == 2 && possessive()
        }
        _ => false,
    }
}
