//! Noun phrases that may stand for somebody or something named elsewhere.

use super::page::{DEFINITE, Page, SMALL};
use super::roles;
use crate::analysis::BlockKind;
use crate::span::Span;
use crate::token::{Kind, Token};

/// How many words may stand between the article and the noun.
const WIDTH: usize = 6;

/// A definite noun phrase.
pub struct Phrase<'p> {
    /// Its characters, the article included.
    pub span: Span,
    /// Its last noun in lower case.
    pub noun: &'p str,
    /// Its capitalised words in lower case.
    pub modifiers: Vec<String>,
    /// Words between the article and the end.
    pub width: usize,
    /// Index of its noun.
    pub at: u32,
    /// Whether it stands in a headline.
    pub in_headline: bool,
}

impl<'p> Phrase<'p> {
    /// The definite phrase that ends with token `i`; in a headline a name does for the article.
    pub fn ending_at(page: &'p Page<'_>, i: usize) -> Option<Self> {
        let sentence = page.sentence_of(i);
        let first = page.tokens_of(sentence).start;
        let in_headline = page.block_of(sentence).is_some_and(|block| block.kind == BlockKind::Headline);
        let next = page.tokens.get(i + 1).filter(|token| token.sentence as usize == sentence);
        if next.is_some_and(|token| goes_on(page, i + 1, token)) {
            return None;
        }
        let mut start = None;
        for back in (first.max(i.saturating_sub(WIDTH))..i).rev() {
            if page.is(back, DEFINITE) {
                start = Some(back);
                break;
            }
            let kind = page.tokens.get(back)?.kind;
            let joins = matches!(kind, Kind::Word | Kind::Number) || page.word(back) == "-";
            if !joins || page.is(back, SMALL) {
                start = None;
                break;
            }
            if in_headline && roles::is_modifier(page, back) {
                start = Some(back);
            }
        }
        let start = start?;
        Some(Self {
            span: page.span_of(start..i + 1),
            noun: page.folded(i),
            modifiers: (start..i).filter(|&t| !page.is(t, DEFINITE)).filter_map(|t| roles::modifier(page, t)).collect(),
            width: i - start,
            at: i as u32,
            in_headline,
        })
    }
}

/// Whether the phrase goes on behind its noun, into a longer noun, a name or a possessive owner's thing.
fn goes_on(page: &Page<'_>, i: usize, token: &Token) -> bool {
    if token.kind != Kind::Word {
        return token.glued && page.word(i) == "-";
    }
    page.word(i) == "of"
        || !token.glued
            && roles::is_modifier(page, i)
            && page.word(i).chars().next().is_some_and(char::is_uppercase)
            && page.block_of(page.sentence_of(i)).is_some_and(|block| block.kind != BlockKind::Headline)
}

/// Words that no noun phrase runs through.
pub fn is_small(word: &str) -> bool {
    const SMALL: [&str; 26] = [
        "a", "an", "and", "as", "at", "but", "by", "for", "from", "had", "has", "have", "in", "is", "of", "on", "or",
        "said", "says", "that", "to", "was", "were", "which", "who", "with",
    ];
    SMALL.binary_search(&word).is_ok()
}
