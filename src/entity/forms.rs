//! How a name is written, and the key under which it is found again.

use std::ops::Range;

use crate::reading::Reading;
use crate::span::Span;
use crate::token::Kind;

/// The words of a span without markup and with single spaces, as a reader sees them.
pub fn written(reading: &Reading<'_>, span: Span) -> String {
    let mut out = String::with_capacity(span.len() as usize);
    for i in tokens_in(reading, span) {
        if !out.is_empty() && reading.tokens[i].space_before {
            out.push(' ');
        }
        out.push_str(reading.word(i));
    }
    out
}

/// The token indices that a span covers.
pub fn tokens_in(reading: &Reading<'_>, span: Span) -> Range<usize> {
    let start = reading.token_at(span.start);
    // What is asked for is short, so that going on takes fewer steps than a second search.
    let rest = reading.tokens.get(start..).unwrap_or_default();
    start..start + rest.iter().take_while(|token| token.span.start < span.end).count()
}

/// The words of a name in lower case, without full stops, articles and quotation marks: what two writings of one name
/// have in common.
pub fn key_words(reading: &Reading<'_>, tokens: Range<usize>) -> Vec<String> {
    let mut words: Vec<String> = Vec::with_capacity(tokens.len());
    for i in tokens {
        let Some(token) = reading.tokens.get(i) else { break };
        let word = reading.word(i);
        match token.kind {
            Kind::Word | Kind::Number => {}
            Kind::Symbol if word == "&" => {}
            _ => continue,
        }
        let folded = folded(word);
        let leading_article = words.is_empty() && matches!(folded.as_str(), "the" | "a" | "an");
        match words.last_mut() {
            _ if folded.is_empty() || leading_article => {}
            // "O" + "'Neil", "al" + "-" + "Assad": the rest of a word belongs to it.
            Some(last) if token.glued && !token.space_before => last.push_str(&folded),
            _ => words.push(folded),
        }
    }
    words
}

/// One word of a name in lower case, without full stops.
pub fn folded(word: &str) -> String {
    let mut folded =
        if word.is_ascii() { word.to_ascii_lowercase() } else { word.chars().flat_map(char::to_lowercase).collect() };
    if folded.contains('.') {
        folded.retain(|c| c != '.');
    }
    folded
}
