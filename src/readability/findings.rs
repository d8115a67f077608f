//! Places worth a second look, gathered in text order.

use std::ops::Range;

use super::Rule;
use super::lookup::Lookup;
use super::passive::{self, Passive};
use super::style::{self, Spot};
use super::words::{self, Word};
use crate::analysis::{self, Finding, FindingKind, Quote, QuoteKind};
use crate::quote::Said;
use crate::reading::Reading;
use crate::span::Span;

/// Sentences of more words than this are long when they also twist; the style guide of the British government draws the
/// line here for every sentence, but news reads easily past it while the clauses are few.
const LONG: u32 = 25;
/// So many clauses twist a sentence.
const TWISTED: usize = 3;
/// Sentences of more words than this are long however plain they are.
const LONG_ANYWAY: u32 = 30;
/// Sentences of more words than this lose many readers.
const VERY_LONG: u32 = 40;

/// Everything worth a second look in the sentences that count.
pub fn find(
    reading: &Reading<'_>,
    lookup: &Lookup<'_>,
    words: &[Word],
    sentences: &[analysis::Sentence],
    said: &Said,
    quoted: &[Span],
    furniture: bool,
) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut passives = Vec::new();
    let mut rest = words;
    for (s, sentence) in sentences.iter().enumerate() {
        let (own, later) = words::split_sentence(rest, s);
        rest = later;
        if !(sentence.prose || furniture) {
            continue;
        }
        let tokens = reading.tokens_of(s);
        let mut add = |span, kind, rule, note, suggestion| {
            found.push(Finding { span, sentence: s as u32, kind, rule, note, suggestion, inside_quote: false });
        };
        if let Some((rule, note)) = long(reading, lookup, sentence, &tokens) {
            add(sentence.span, FindingKind::LongSentence, rule, note, None);
        }
        passive::find(reading, lookup, &tokens, &mut passives);
        for passive in passives.drain(..) {
            let note = passive_note(reading, &passive);
            add(reading.span_of(passive.tokens), FindingKind::Passive, passive.rule, note, None);
        }
        let mut spots: Vec<Spot> = own
            .iter()
            .filter(|word| word.tokens.len() > 1 || lookup.token(word.tokens.start).is_none_or(|entry| entry.style))
            .filter_map(|word| style::look(reading, word, &tokens))
            .collect();
        keep_clusters(&mut spots);
        for spot in spots {
            add(reading.span_of(spot.tokens), spot.kind, spot.rule, spot.note, spot.suggestion);
        }
    }
    found.extend(said.quotes.iter().filter_map(|quote| unattributed(reading, quote, furniture)));
    found.sort_by_key(|finding| (finding.span.start, finding.span.end));
    mark_quoted(&mut found, quoted);
    found
}

/// One adverb or one softened claim is a choice; two in a sentence are a habit.
fn keep_clusters(spots: &mut Vec<Spot>) {
    for kind in [FindingKind::Adverb, FindingKind::Hedge] {
        if spots.iter().filter(|spot| spot.kind == kind).count() < 2 {
            spots.retain(|spot| spot.kind != kind);
        }
    }
}

fn long(
    reading: &Reading<'_>,
    lookup: &Lookup<'_>,
    sentence: &analysis::Sentence,
    tokens: &Range<usize>,
) -> Option<(Rule, String)> {
    if sentence.words <= LONG {
        return None;
    }
    let clauses = 1 + tokens
        .clone()
        .filter(|&at| lookup.token(at).is_some_and(|entry| entry.clause) && opens_clause(reading, at))
        .count();
    let rule = match sentence.words {
        words if words > VERY_LONG => Rule::TooManyWords,
        words if words > LONG_ANYWAY || clauses >= TWISTED => Rule::ManyWords,
        _ => return None,
    };
    let note = match clauses {
        1 => format!("{} words.", sentence.words),
        2 => format!("{} words, two clauses.", sentence.words),
        3 => format!("{} words, three clauses.", sentence.words),
        4 => format!("{} words, four clauses.", sentence.words),
        n => format!("{} words, {n} clauses.", sentence.words),
    };
    Some((rule, note))
}

/// Whether a word, already in lower case, can open a clause.
pub fn may_open_clause(word: &str) -> bool {
    always_opens_clause(word) || matches!(word, "and" | "but" | "or" | "so")
}

fn always_opens_clause(word: &str) -> bool {
    matches!(
        word,
        "which"
            | "who"
            | "whom"
            | "whose"
            | "because"
            | "although"
            | "though"
            | "while"
            | "when"
            | "where"
            | "whether"
            | "if"
            | "unless"
            | ";"
    )
}

/// Words that open a clause within a sentence; an estimate that needs no parser.
fn opens_clause(reading: &Reading<'_>, at: usize) -> bool {
    always_opens_clause(reading.folded(at)) || at.checked_sub(1).is_some_and(|before| reading.word(before) == ",")
}

fn passive_note(reading: &Reading<'_>, passive: &Passive) -> String {
    let participle = passive.tokens.end.checked_sub(1).map_or("", |at| reading.word(at));
    if passive.doer {
        format!("“{participle}” is done by somebody: let the doer do it.")
    } else {
        format!("It is not said who does what is “{participle}”.")
    }
}

fn unattributed(reading: &Reading<'_>, quote: &Quote, furniture: bool) -> Option<Finding> {
    let sentence = reading.sentence_of(reading.token_at(quote.span.start));
    let counts = furniture || reading.sentences.get(sentence).is_some_and(|s| s.prose);
    (quote.kind == QuoteKind::Direct && quote.speaker.is_none() && counts).then(|| Finding {
        span: quote.span,
        sentence: sentence as u32,
        kind: FindingKind::UnattributedQuote,
        rule: Rule::NoSpeaker,
        note: "Nobody is named as saying this.".into(),
        suggestion: None,
        inside_quote: false,
    })
}

/// Marks what lies in quoted speech; both lists are in text order.
fn mark_quoted(found: &mut [Finding], quoted: &[Span]) {
    let mut next = 0;
    for finding in found {
        while quoted.get(next).is_some_and(|span| span.end <= finding.span.start) {
            next += 1;
        }
        finding.inside_quote = quoted.get(next).is_some_and(|span| span.contains(finding.span));
    }
}
