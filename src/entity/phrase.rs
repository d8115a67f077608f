//! Noun phrases that may stand for somebody or something named elsewhere.

use super::roles;
use crate::analysis::BlockKind;
use crate::lexicon::fold;
use crate::reading::Reading;
use crate::span::Span;
use crate::token::Kind;

/// How many words may stand between the article and the noun.
const WIDTH: usize = 6;

/// A definite noun phrase.
pub struct Phrase {
    /// Its characters, the article included.
    pub span: Span,
    /// Its last noun in lower case.
    pub noun: String,
    /// Its capitalised words in lower case.
    pub modifiers: Vec<String>,
    /// Words between the article and the end.
    pub width: usize,
    /// Index of its noun.
    pub at: u32,
    /// Whether it stands in a headline.
    pub in_headline: bool,
}

impl Phrase {
    /// The definite phrase that ends with token `i`; in a headline a name does for the article.
    pub fn ending_at(reading: &Reading<'_>, i: usize) -> Option<Self> {
        let sentence = reading.sentence_of(i);
        let first = reading.tokens_of(sentence).start;
        let in_headline = reading.block_of(sentence).is_some_and(|block| block.kind == BlockKind::Headline);
        let next = reading.tokens.get(i + 1).filter(|token| token.sentence as usize == sentence);
        if next.is_some_and(|token| goes_on(reading, i + 1, token.kind)) {
            return None;
        }
        let mut start = None;
        for back in (first.max(i.saturating_sub(WIDTH))..i).rev() {
            let word = reading.word(back);
            if is_article(word) {
                start = Some(back);
                break;
            }
            let kind = reading.tokens.get(back)?.kind;
            let joins = matches!(kind, Kind::Word | Kind::Number) || word == "-";
            if !joins || is_small(word) {
                start = None;
                break;
            }
            if in_headline && roles::modifier(reading, back).is_some() {
                start = Some(back);
            }
        }
        let start = start?;
        Some(Self {
            span: reading.span_of(start..i + 1),
            noun: reading.folded(i).to_owned(),
            modifiers: (start..i)
                .filter(|&t| !is_article(reading.word(t)))
                .filter_map(|t| roles::modifier(reading, t))
                .collect(),
            width: i - start,
            at: i as u32,
            in_headline,
        })
    }
}

/// Whether the phrase goes on behind its noun, into a longer noun, a name or a possessive owner's thing.
fn goes_on(reading: &Reading<'_>, i: usize, kind: Kind) -> bool {
    let word = reading.word(i);
    word == "-" && reading.tokens.get(i).is_some_and(|token| token.glued)
        || word == "of"
        || kind == Kind::Word
            && word.chars().next().is_some_and(char::is_uppercase)
            && roles::modifier(reading, i).is_some()
            && !reading.tokens.get(i).is_some_and(|token| token.glued)
            && reading.block_of(reading.sentence_of(i)).is_some_and(|block| block.kind != BlockKind::Headline)
}

fn is_article(word: &str) -> bool {
    ["the", "that", "this"].iter().any(|article| article.eq_ignore_ascii_case(word))
}

/// Words that no noun phrase runs through.
fn is_small(word: &str) -> bool {
    const SMALL: [&str; 26] = [
        "a", "an", "and", "as", "at", "but", "by", "for", "from", "had", "has", "have", "in", "is", "of", "on", "or",
        "said", "says", "that", "to", "was", "were", "which", "who", "with",
    ];
    let mut buffer = [0; 64];
    SMALL.binary_search(&fold(word, &mut buffer)).is_ok()
}
