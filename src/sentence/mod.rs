//! Second room: blocks become sentences.

pub mod abbreviation;
mod boundary;
mod dot;
mod look;
mod opener;
mod stop;
#[cfg(test)]
mod tests;
pub mod visible;

use std::cell::OnceCell;

use self::boundary::Boundaries;
use self::visible::Visible;
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
pub fn split(text: &str, article: &Article<'_>) -> Vec<Sentence> {
    let mut out = Vec::with_capacity(text.len() / 80);
    let informal = OnceCell::new();
    for (index, block) in article.blocks.iter().enumerate() {
        let seen = Visible::new(text, &article.residue, block.span);
        let dateline = seen.of(block.dateline.end);
        let mut start = block.span.start;
        let ends =
            Boundaries::new(&seen.text, dateline, text, &informal).map(|at| seen.end(at)).chain([block.span.end]);
        for end in ends {
            // Markup that touches the last mark closes there; the rest opens the next sentence.
            let end = article
                .residue
                .get(article.residue.partition_point(|r| r.start < end))
                .map_or(end, |r| if r.start == end && r.end <= block.span.end { r.end } else { end });
            if let Some(span) = trimmed(text, Span::new(start, end)) {
                out.push(Sentence { span, block: index as u32, prose: block.prose });
                start = end;
            }
        }
    }
    out
}

/// The span without white space at its ends; `None` when nothing is left.
fn trimmed(text: &str, span: Span) -> Option<Span> {
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start().len()) as u32;
    let end = span.start + words.trim_end().len() as u32;
    (start < end).then(|| Span::new(start, end))
}
