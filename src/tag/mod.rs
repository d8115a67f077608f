//! Fourth room: every token gets its universal part of speech.

pub(crate) mod features;
mod rules;
mod symbols;
#[cfg(test)]
mod tests;
pub(crate) mod trained;

use std::cell::RefCell;
use std::ops::Range;

use self::trained::{Desk, Known, Shares, Tagger};
use crate::model::Kept;
use crate::recent::Recent;
use crate::token::{Memo, Token, Tokens, Vocabulary};

/// The tags of Universal Dependencies, version 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Pos {
    /// Adjective.
    Adj,
    /// Adposition: "in", "of", "during".
    Adp,
    /// Adverb.
    Adv,
    /// Auxiliary: forms of be, have, do, and modals.
    Aux,
    /// Coordinating conjunction.
    Cconj,
    /// Determiner.
    Det,
    /// Interjection.
    Intj,
    /// Common noun.
    Noun,
    /// Numeral.
    Num,
    /// Particle: "to", "not", "'s".
    Part,
    /// Pronoun.
    Pron,
    /// Proper noun.
    Propn,
    /// Punctuation.
    Punct,
    /// Subordinating conjunction.
    Sconj,
    /// Symbol.
    Sym,
    /// Verb.
    Verb,
    /// Anything else.
    X,
}

impl Pos {
    /// Every tag, in the order of its number.
    pub const ALL: [Self; 17] = [
        Self::Adj,
        Self::Adp,
        Self::Adv,
        Self::Aux,
        Self::Cconj,
        Self::Det,
        Self::Intj,
        Self::Noun,
        Self::Num,
        Self::Part,
        Self::Pron,
        Self::Propn,
        Self::Punct,
        Self::Sconj,
        Self::Sym,
        Self::Verb,
        Self::X,
    ];

    /// The tag that Universal Dependencies writes as `name`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tag| tag.name() == name)
    }

    /// The tag as Universal Dependencies writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Adj => "ADJ",
            Self::Adp => "ADP",
            Self::Adv => "ADV",
            Self::Aux => "AUX",
            Self::Cconj => "CCONJ",
            Self::Det => "DET",
            Self::Intj => "INTJ",
            Self::Noun => "NOUN",
            Self::Num => "NUM",
            Self::Part => "PART",
            Self::Pron => "PRON",
            Self::Propn => "PROPN",
            Self::Punct => "PUNCT",
            Self::Sconj => "SCONJ",
            Self::Sym => "SYM",
            Self::Verb => "VERB",
            Self::X => "X",
        }
    }
}

/// The longest run that is tagged in one go; a longer sentence is no sentence.
const LONGEST: usize = 1024;

thread_local! {
    /// What the shipped tagger says of a word wherever it stands.
    static KNOWN: Memo<Known> = const { Memo::new() };
    /// What it adds for classes of words.
    static CLASSES: RefCell<Kept<2>> = RefCell::default();
    /// What it made of runs.
    static RUNS: RefCell<Recent<Box<[Pos]>>> = const { RefCell::new(Recent::new()) };
}

/// Tags every token.
#[must_use]
pub fn tag(text: &str, tokens: &Tokens) -> Vec<Pos> {
    let mut out = Vec::with_capacity(tokens.tokens.len());
    match Tagger::shipped() {
        Some(tagger) => CLASSES.with_borrow_mut(|classes| {
            let shares = Shares { words: Vec::new(), classes };
            let mut reader = Reader { tagger, text, tokens, shares, desk: Desk::default() };
            RUNS.with_borrow_mut(|recent| {
                recent.begin();
                runs(tokens).for_each(|run| reader.add(run, recent, &mut out));
            });
        }),
        None => runs(tokens).for_each(|run| {
            rules::tag_sentence(text, tokens.tokens.get(run).unwrap_or_default(), &mut out);
        }),
    }
    out.resize(tokens.tokens.len(), Pos::X);
    out
}

/// What is tagged in one go.
fn runs(tokens: &Tokens) -> impl Iterator<Item = Range<usize>> {
    tokens.first.windows(2).flat_map(|bounds| {
        let (start, end) = (bounds[0] as usize, bounds[1] as usize);
        (start..end).step_by(LONGEST).map(move |at| at..end.min(at + LONGEST))
    })
}

/// Tags the runs of an article, with the same buffers.
struct Reader<'t> {
    tagger: &'t Tagger<'static>,
    text: &'t str,
    tokens: &'t Tokens,
    /// Of the article's words when a run is tagged that is not kept.
    shares: Shares<'t>,
    desk: Desk,
}

impl Reader<'_> {
    /// Adds the tags of a run.
    fn add(&mut self, run: Range<usize>, recent: &mut Recent<Box<[Pos]>>, out: &mut Vec<Pos>) {
        let tokens = self.tokens.tokens.get(run.clone()).unwrap_or_default();
        let length = tokens.first().zip(tokens.last()).map_or(0, |(first, last)| first.span.to(last.span).len());
        if !recent.keeps(length as usize) {
            self.read(run, out);
            return;
        }
        let text = self.text;
        let read = || {
            let mut tags = Vec::with_capacity(run.len());
            self.read(run, &mut tags);
            tags.into()
        };
        out.extend_from_slice(recent.of(|written| write(text, tokens, written), read));
    }

    fn read(&mut self, run: Range<usize>, out: &mut Vec<Pos>) {
        if self.shares.words.is_empty() {
            self.shares.words = words(self.tagger, &self.tokens.vocabulary);
        }
        self.tagger.tag_run(self.text, self.tokens, &mut self.shares, run, &mut self.desk, out);
    }
}

/// Writes down all of a run that the tagger looks at: its words, and behind each with a byte that no UTF-8 has whether a
/// space stands before it.
fn write(text: &str, run: &[Token], written: &mut Vec<u8>) {
    for token in run {
        written.extend_from_slice(token.span.of(text).as_bytes());
        written.push(0xFE | u8::from(token.space_before));
    }
}

/// What is known of an article's words, by number, and behind them of the edge of a sentence.
fn words(tagger: &Tagger<'_>, vocabulary: &Vocabulary) -> Vec<Known> {
    let mut known = KNOWN.with(|memo| memo.of(vocabulary, |word| tagger.known(word)));
    known.push(tagger.known(""));
    known
}
