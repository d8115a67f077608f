//! From reports and leftover marks to quotes.

use super::content::Page;
use super::drafts::{Draft, Matter};
use super::learned::Judge;
use super::lines::{self, Lines};
use super::marks::{self, Marks, Pair};
use super::nested;
use super::report::{self, Between, Report};
use super::rules::{OtherRule, Rule};
use super::sieves::Bench;
use super::verdicts::Walk;
use super::who::{Identity, Who};
use super::{Said, speakers, turns};
use crate::analysis::{Attribution, Cue, OtherKind, OtherQuoted, Quote};
use crate::entity::Entities;
use crate::name::Names;
use crate::reading::Reading;
use crate::span::Span;

/// Finds statements and their speakers.
pub(super) fn run(reading: &Reading<'_>, names: &Names, people: &Entities, judge: &mut dyn Judge) -> Said {
    let Marks { pairs, measures } = marks::pair(reading);
    let lines = lines::cut(reading, names, &pairs);
    let page = Page { reading, lines: &lines, pairs: &pairs, names };
    let mut reports = Vec::new();
    let mut told = Vec::new();
    let mut first = vec![0];
    for line in &lines.rows {
        report::find(page, line, &mut reports, &mut told);
        first.push(reports.len() as u32);
    }
    let who = Who::new(reading, &lines, names, people);
    reports.extend(told.into_iter().filter(|report| is_of_another(report, &who)));
    let mut others: Vec<OtherQuoted> = measures
        .into_iter()
        .map(|span| OtherQuoted { span, kind: OtherKind::Measure, rule: OtherRule::AfterNumber })
        .collect();
    let owners = owners(&lines, &reports, pairs.len());
    let bench = Bench { page, reports: &reports, first: &first, decided: Vec::with_capacity(pairs.len()) };
    let verdicts = Walk::new(bench, &owners, &who, judge).run(&mut others);
    let drafts = Matter { page, reports: &reports, owners: &owners, verdicts: &verdicts }.drafts(judge);
    let turns = turns::find(page, (reports.len() + pairs.len()) as u32);
    let mut quotes = finish(page, who, turns::replace(drafts, turns));
    nested::add(page, people, &mut quotes);
    number(&mut quotes);
    others.sort_by_key(|o| o.span);
    Said { speakers: speakers::table(reading, &quotes), quotes, other_quoted: others }
}

/// Whether what is told within another's report was said by somebody known who is not that other.
fn is_of_another(report: &Report, who: &Who<'_, '_>) -> bool {
    let (Some(source), Some(Between::Relay(relay))) = (&report.source, &report.via) else { return false };
    match who.entity(source) {
        None => who.is_known(source),
        // "The senator said he": a description without a name may be whoever the pronoun stands for.
        own => own != who.entity(relay) && (who.entity(relay).is_some() || !who.is_pronoun(&source.mention)),
    }
}

/// The report that claims each pair: the first one, or one within it.
fn owners(lines: &Lines, reports: &[Report], pairs: usize) -> Vec<Option<u32>> {
    let mut owners = vec![None; pairs];
    for (index, report) in reports.iter().enumerate() {
        for unit in report.pieces.iter().cloned().flatten() {
            let Some(owner) = lines.pair(unit).and_then(|p| owners.get_mut(p)) else { continue };
            if report.is_told() {
                *owner = Some(index as u32);
            } else {
                owner.get_or_insert(index as u32);
            }
        }
    }
    owners
}

/// Numbers quotes and groups in text order.
fn number(quotes: &mut [Quote]) {
    let mut groups = std::collections::BTreeMap::new();
    for (id, quote) in quotes.iter_mut().enumerate() {
        let next = groups.len() as u32;
        quote.id = id as u32;
        quote.group = *groups.entry(quote.group).or_insert(next);
    }
}

/// Names the speakers.
pub(super) fn finish(page: Page<'_, '_>, mut who: Who<'_, '_>, drafts: Vec<Draft>) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = Vec::with_capacity(drafts.len());
    // Who has the turn, and where it ends.
    let mut turn: Option<(Identity, u32)> = None;
    for draft in drafts {
        let span = page.lines.span(page.reading, &draft.units);
        if span.is_empty() || quotes.last().is_some_and(|q| q.span == span) {
            continue;
        }
        let speaker = draft.source.as_ref().map(|source| {
            let mut identity = who.is(source);
            if let Some((speaker, _)) = turn.as_ref().filter(|(_, end)| span.end <= *end) {
                identity = identity.in_turn_of(speaker, page.reading);
            }
            if draft.rule == Rule::TurnLabel {
                turn = Some((identity.clone(), span.end));
            }
            let via = draft.via.as_ref().and_then(|between| who.between(between, &identity));
            Attribution {
                mention: identity.mention,
                entity: identity.entity,
                name: identity.name,
                anonymous: identity.anonymous,
                via,
                confidence: draft.confidence,
                rule: draft.rule,
            }
        });
        let cue = draft
            .cue
            .map(|(units, lemma)| Cue { span: page.lines.span(page.reading, &units), lemma: lemma.to_owned() });
        let parts = draft.pairs.iter().filter_map(|&p| page.pairs.get(p)).map(|p| inner(page, p)).collect();
        quotes.push(Quote { id: 0, span, parts, kind: draft.kind, group: draft.group, speaker, cue });
    }
    quotes
}

fn inner(page: Page<'_, '_>, pair: &Pair) -> Span {
    let span = pair.span(page.reading);
    let open = page.reading.tokens.get(pair.open as usize).map_or(span.start, |t| t.span.end);
    let close =
        page.reading.tokens.get(pair.end as usize - 1).filter(|_| pair.closed).map_or(span.end, |t| t.span.start);
    Span::new(open, close.max(open))
}
