//! Scores the tagger where it works: on a whole text, behind our own sentences and tokens.

use super::corpus::Document;
use crate::span::Span;
use crate::tag::Pos;

/// How our tokens and tags fit the gold ones.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fit {
    /// Gold words with a known tag.
    pub all: usize,
    /// … for which we have a token of the same span.
    pub same: usize,
    /// … and of the same tag.
    pub right: usize,
    /// Gold words whose tag is that of our token at their first character, whatever its span.
    pub right_at_start: usize,
}

impl Document {
    /// The text as FORMAT.md puts it together, and the span of every word.
    #[must_use]
    pub fn text(&self) -> (String, Vec<Span>) {
        let mut text = String::new();
        let mut spans = Vec::with_capacity(self.tokens.len());
        for (i, word) in self.tokens.iter().enumerate() {
            if i > 0 && self.par_starts.contains(&i) {
                text.truncate(text.trim_end().len());
                text.push_str("\n\n");
            }
            spans.push(Span::at(text.len(), text.len() + word.len()));
            text.push_str(word);
            if self.space_after.get(i).copied().unwrap_or(true) {
                text.push(' ');
            }
        }
        (text, spans)
    }
}

/// Tags the text of a document with the shipped model and lays the answer over the gold words.
#[must_use]
pub fn fit(document: &Document) -> Fit {
    let (text, spans) = document.text();
    super::read(&text, |reading| {
        let mut fit = Fit::default();
        for (span, gold) in spans.iter().zip(&document.pos) {
            let Some(gold) = Pos::from_name(gold) else { continue };
            fit.all += 1;
            let at = reading.tokens.partition_point(|token| token.span.end <= span.start);
            let (Some(token), Some(&given)) = (reading.tokens.get(at), reading.tags.get(at)) else { continue };
            fit.same += usize::from(token.span == *span);
            fit.right += usize::from(token.span == *span && given == gold);
            fit.right_at_start += usize::from(token.span.start <= span.start && given == gold);
        }
        fit
    })
}
