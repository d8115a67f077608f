//! Words quoted within quoted words: who spoke them, and who passes them on.
//!
//! What stands between marks is read like the article: cut into lines in which the inner quotation is one step, and held
//! against the cues there. Inner marks without a cue of their own say nothing about who spoke.

use std::ops::Range;

use super::attribute::finish;
use super::content::Page;
use super::drafts::Draft;
use super::lines;
use super::marks::{self, Pair};
use super::report::{self, Report, Source};
use super::rules::Rule;
use super::who::Who;
use crate::analysis::{Attribution, Confidence, Quote, QuoteKind, Via};
use crate::entity::Entities;

/// How many quotes before the inner words may hold them.
const NEAR: usize = 4;

/// Adds what is quoted within the quotes, behind the quote that it stands in.
pub(super) fn add(page: Page<'_, '_>, people: &Entities, quotes: &mut Vec<Quote>) {
    let mut pairs = Vec::new();
    let mut stretches = Vec::new();
    for pair in page.pairs {
        let inside = marks::inside(page.reading, pair);
        if !inside.is_empty() {
            pairs.extend(inside);
            stretches.extend(sentences(page, pair));
        }
    }
    if pairs.is_empty() {
        return;
    }
    let lines = lines::cut_stretches(page.reading, page.names, &pairs, &|i| stretches.get(i).cloned());
    let inner = Page { lines: &lines, pairs: &pairs, ..page };
    let mut reports = Vec::new();
    for line in &lines.rows {
        report::find(inner, line, &mut reports, &mut Vec::new());
    }
    let first_group = quotes.iter().map(|quote| quote.group + 1).max().unwrap_or(0);
    let who = Who::new(page.reading, &lines, page.names, people);
    // "I" is whoever speaks the outer words.
    let is_somebody = |source: &Source| who.is_known(source) || inner.word(source.mention.start) == "I";
    let is_clear = |r: &Report| r.rule != Rule::Participle && inner.tells(r.cue.start);
    reports.retain(|r| is_clear(r) && r.source.as_ref().is_some_and(is_somebody));
    let drafts = reports.iter().zip(first_group..).flat_map(|(report, group)| drafts(inner, report, group)).collect();
    let mut found = finish(inner, who, drafts);
    found.retain_mut(|quote| pass_on(page, quotes, quote));
    quotes.extend(found);
    quotes.sort_by_key(|quote| (quote.span.start, std::cmp::Reverse(quote.span.end)));
}

/// What stands in the marks, sentence by sentence.
fn sentences(page: Page<'_, '_>, pair: &Pair) -> impl Iterator<Item = Range<usize>> {
    let inner = pair.inner();
    let first = page.reading.sentence_of(inner.start);
    let last = page.reading.sentence_of(inner.end.saturating_sub(1));
    (first..=last).map(move |sentence| {
        let tokens = page.reading.tokens_of(sentence);
        tokens.start.max(inner.start)..tokens.end.min(inner.end)
    })
}

/// The quoted words of a report.
fn drafts(page: Page<'_, '_>, report: &Report, group: u32) -> Vec<Draft> {
    let draft = |unit: usize, pair: usize| Draft {
        units: unit..unit + 1,
        pairs: vec![pair],
        kind: QuoteKind::Direct,
        group,
        cue: Some((report.cue.clone(), report.lemma)),
        source: report.source.clone(),
        via: None,
        rule: report.rule,
        confidence: match report.rule.confidence() {
            Confidence::Sure => Confidence::Likely,
            less => less,
        },
    };
    let units = report.pieces.iter().cloned().flatten();
    units.filter_map(|unit| Some(draft(unit, page.lines.pair(unit)?))).collect()
}

/// Lets whoever speaks the outer words pass on the inner ones; they are nothing where nobody speaks the outer ones, and
/// "I" is whoever does.
fn pass_on(page: Page<'_, '_>, outer: &[Quote], quote: &mut Quote) -> bool {
    let around = |other: &&Quote| other.parts.iter().any(|part| part.contains(quote.span));
    let before = outer.partition_point(|other| other.span.start <= quote.span.start);
    let Some(outer) = outer[..before].iter().rev().take(NEAR).find(around) else { return false };
    let (Some(relay), Some(speaker)) = (&outer.speaker, &mut quote.speaker) else { return outer.speaker.is_none() };
    if speaker.mention.of(page.reading.text) == "I" {
        *speaker = Attribution {
            mention: speaker.mention,
            rule: speaker.rule,
            confidence: speaker.confidence,
            ..relay.clone()
        };
    } else if speaker.entity.is_none() || speaker.entity != relay.entity {
        speaker.via = Some(Via { span: relay.mention, name: relay.name.clone(), entity: relay.entity });
    }
    true
}
