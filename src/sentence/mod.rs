//! Second room: blocks become sentences.

use crate::article::Article;
use crate::span::Span;

/// One sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The sentence with its closing marks, without surrounding white space.
    pub span: Span,
    /// Index into the article's blocks.
    pub block: u32,
    /// Whether its block is running text.
    pub prose: bool,
}

/// Cuts every block into sentences. A sentence never crosses a block; every character of a block that is not white
/// space lies in exactly one sentence.
#[must_use]
pub fn split(_text: &str, article: &Article<'_>) -> Vec<Sentence> {
    let whole = |(i, block): (usize, &crate::article::Block)| Sentence {
        span: block.span,
        block: i as u32,
        prose: block.prose,
    };
    article.blocks.iter().enumerate().map(whole).collect()
}
