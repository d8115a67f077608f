//! Fourth room: every token gets its universal part of speech.

pub(crate) mod features;
mod rules;
pub(crate) mod symbols;
#[cfg(test)]
mod tests;
pub(crate) mod trained;

use self::trained::Known;
use crate::token::{Memo, Tokens, Vocabulary};

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
}

/// Tags every token.
#[must_use]
pub fn tag(text: &str, tokens: &Tokens) -> Vec<Pos> {
    let tagger = trained::Tagger::shipped();
    let mut known = tagger.map(|tagger| words(tagger, &tokens.vocabulary)).unwrap_or_default();
    let mut desk = trained::Desk::default();
    let mut out = Vec::with_capacity(tokens.tokens.len());
    for bounds in tokens.first.windows(2) {
        let (start, end) = (bounds[0] as usize, bounds[1] as usize);
        for at in (start..end).step_by(LONGEST) {
            let run = at..end.min(at + LONGEST);
            match tagger {
                Some(tagger) => tagger.tag_run(text, tokens, &mut known, run, &mut desk, &mut out),
                None => rules::tag_sentence(text, tokens.tokens.get(run).unwrap_or_default(), &mut out),
            }
        }
    }
    out.resize(tokens.tokens.len(), Pos::X);
    out
}

/// What is known of an article's words, by number, and behind them of the edge of a sentence.
fn words(tagger: &trained::Tagger<'_>, vocabulary: &Vocabulary) -> Vec<Known> {
    let mut known = KNOWN.with(|memo| memo.of(vocabulary, |word| tagger.known(word)));
    known.push(tagger.known(""));
    known
}
