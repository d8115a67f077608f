//! What the first four rooms wrote, borrowed: the desk at which the last four work.

use std::ops::Range;

use crate::article::{Article, Block};
use crate::sentence::Sentence;
use crate::span::Span;
use crate::tag::Pos;
use crate::token::{Kind, Token, Tokens, Vocabulary};

/// The article as read so far: slices only, cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The text that every span indexes.
    pub text: &'a str,
    /// Blocks, in order, without overlap.
    pub blocks: &'a [Block],
    /// Markup that is seen through (`**`, `[`, `](url)`), in order.
    pub residue: &'a [Span],
    /// Sentences, in order.
    pub sentences: &'a [Sentence],
    /// Tokens, in order.
    pub tokens: &'a [Token],
    /// One tag a token.
    pub tags: &'a [Pos],
    /// The different words.
    pub vocabulary: &'a Vocabulary,
    first: &'a [u32],
}

impl<'a> Reading<'a> {
    /// Gathers what the first four rooms wrote.
    #[must_use]
    pub fn new(
        text: &'a str,
        article: &'a Article<'_>,
        sentences: &'a [Sentence],
        tokens: &'a Tokens,
        tags: &'a [Pos],
    ) -> Self {
        Self {
            text,
            blocks: &article.blocks,
            residue: &article.residue,
            sentences,
            tokens: &tokens.tokens,
            tags,
            vocabulary: &tokens.vocabulary,
            first: &tokens.first,
        }
    }

    /// The characters of token `i`; empty when there is no such token.
    #[must_use]
    pub fn word(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |token| token.span.of(self.text))
    }

    /// Token `i` in lower case with straight apostrophes, ready for a word list; empty when it is longer than any word
    /// of a list, and when there is no such token.
    #[must_use]
    pub fn folded(&self, i: usize) -> &'a str {
        self.vocabulary.id(i).map_or("", |id| self.vocabulary.word(id))
    }

    /// Whether token `i` begins with a capital letter.
    #[must_use]
    pub fn is_capital(&self, i: usize) -> bool {
        self.word(i).starts_with(char::is_uppercase)
    }

    /// Whether token `i` is the first of its sentence that is more than a mark.
    #[must_use]
    pub fn opens_sentence(&self, i: usize) -> bool {
        let range = self.tokens_of(self.sentence_of(i));
        // A sentence opens with few marks; the window keeps a line of nothing else from being read again and again.
        let start = range.start.max(i.saturating_sub(8));
        range.contains(&i)
            && self.tokens.get(start..i).is_some_and(|before| {
                start == range.start && before.iter().all(|t| matches!(t.kind, Kind::Mark | Kind::Punct | Kind::Symbol))
            })
    }

    /// The token indices of sentence `s`.
    #[must_use]
    pub fn tokens_of(&self, s: usize) -> Range<usize> {
        match (self.first.get(s), self.first.get(s + 1)) {
            (Some(&start), Some(&end)) => start as usize..end as usize,
            _ => 0..0,
        }
    }

    /// The block that sentence `s` stands in.
    #[must_use]
    pub fn block_of(&self, s: usize) -> Option<&'a Block> {
        self.blocks.get(self.sentences.get(s)?.block as usize)
    }

    /// The sentence that token `i` stands in.
    #[must_use]
    pub fn sentence_of(&self, i: usize) -> usize {
        self.tokens.get(i).map_or(0, |token| token.sentence as usize)
    }

    /// Index of the first token that starts at or after `offset`.
    #[must_use]
    pub fn token_at(&self, offset: u32) -> usize {
        self.tokens.partition_point(|token| token.span.start < offset)
    }

    /// The span from the start of token `range.start` to the end of the last token in `range`.
    #[must_use]
    pub fn span_of(&self, range: Range<usize>) -> Span {
        match (self.tokens.get(range.start), range.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) => first.span.to(last.span),
            _ => Span::default(),
        }
    }
}
