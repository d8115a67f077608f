//! Quoted words for which the reader looks for a speaker in vain.

use super::Rule;
use super::counted::Counted;
use crate::analysis::{EntityKind, Finding, FindingKind, Quote, QuoteKind};
use crate::name::Names;
use crate::quote::Said;
use crate::reading::Reading;
use crate::span::Span;
use crate::token::Kind;

/// Speakers are looked for so many tokens around the words.
const NEAR: usize = 60;
/// Fewer words than this are a motto, a title or a shout.
const FEW_WORDS: usize = 4;

/// The statements without a speaker whose speaker does not stand near, either.
pub fn find<'a>(
    reading: &'a Reading<'_>,
    names: &'a Names,
    said: &'a Said,
    counted: &'a Counted,
) -> impl Iterator<Item = Finding> + 'a {
    said.quotes.iter().enumerate().filter_map(move |(n, quote)| {
        let sentence = reading.sentence_of(reading.token_at(quote.span.start));
        let open = quote.kind == QuoteKind::Direct && quote.speaker.is_none() && quote.cue.is_none();
        let missing = open
            && counted.holds(reading, sentence)
            && is_closed(reading, quote.span)
            && words(reading, quote.span) >= FEW_WORDS
            && !follows_speech(reading, said, n, sentence)
            && !somebody_near(reading, names, quote, sentence);
        missing.then(|| Finding {
            span: quote.span,
            sentence: sentence as u32,
            kind: FindingKind::UnattributedQuote,
            rule: Rule::NoSpeaker,
            note: "Nobody is named as saying this.".into(),
            suggestion: None,
            inside_quote: false,
        })
    })
}

/// A statement that runs on without a closing mark may hold its own "said Marlow".
fn is_closed(reading: &Reading<'_>, span: Span) -> bool {
    let last = reading.token_at(span.end).checked_sub(1);
    last.and_then(|at| reading.tokens.get(at)).is_some_and(|token| token.kind == Kind::Mark)
}

fn words(reading: &Reading<'_>, span: Span) -> usize {
    let tokens = reading.token_at(span.start)..reading.token_at(span.end);
    tokens.filter(|&at| reading.tokens.get(at).is_some_and(|token| token.kind == Kind::Word)).count()
}

/// Whether a speaker spoke in the sentence before or in this one.
fn follows_speech(reading: &Reading<'_>, said: &Said, n: usize, sentence: usize) -> bool {
    let Some(before) = n.checked_sub(1).and_then(|before| said.quotes.get(before)) else { return false };
    let last = reading.sentence_of(reading.token_at(before.span.end.saturating_sub(1)));
    before.speaker.is_some() && last + 1 >= sentence
}

/// Whether somebody who may have spoken stands outside the marks in this sentence, the one before or the one after,
/// of the same paragraph or the next: a name, a pronoun for a person, or the line "— A. Reader" under a motto.
fn somebody_near(reading: &Reading<'_>, names: &Names, quote: &Quote, sentence: usize) -> bool {
    let (first, end) = (reading.token_at(quote.span.start), reading.token_at(quote.span.end));
    let last = reading.sentence_of(end.saturating_sub(1));
    let before = reading.tokens_of(sentence.saturating_sub(1)).start.max(first.saturating_sub(NEAR))..first;
    let after = end..reading.tokens_of(last + 1).end.max(reading.tokens_of(last).end).min(end + NEAR);
    [before, after].into_iter().any(|side| {
        let span = reading.span_of(side.clone());
        let from = names.mentions.partition_point(|mention| mention.span.end <= span.start);
        let mut near = names.mentions.iter().skip(from).take_while(|mention| mention.span.start < span.end);
        near.any(|mention| may_speak(mention.kind)) || side.into_iter().any(|at| is_somebody(reading.folded(at)))
    })
}

fn is_somebody(word: &str) -> bool {
    matches!(word, "he" | "she" | "they" | "i" | "we" | "his" | "her" | "their" | "my" | "our" | "voice" | "crowd")
}

fn may_speak(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Organization | EntityKind::Group)
}
