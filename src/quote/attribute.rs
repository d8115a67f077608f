//! From reports and leftover marks to quotes.

use std::ops::Range;

use super::content::Page;
use super::lines::{self, Lines};
use super::marks::{self, Marks, Pair};
use super::report::{self, Report, Source};
use super::rules::{OtherRule, Rule};
use super::sieves::{Bench, Decided};
use super::speech;
use super::who::Who;
use super::words::Cat;
use super::{Said, speakers};
use crate::analysis::{Attribution, Cue, OtherKind, OtherQuoted, Quote, QuoteKind};
use crate::entity::Entities;
use crate::name::Names;
use crate::reading::Reading;
use crate::span::Span;

/// Finds statements and their speakers.
pub(super) fn run(reading: &Reading<'_>, names: &Names, people: &Entities) -> Said {
    let Marks { pairs, measures } = marks::pair(reading);
    let lines = lines::cut(reading, names, &pairs);
    let page = Page { reading, lines: &lines, pairs: &pairs, names };
    let mut reports = Vec::new();
    let mut first = vec![0];
    for line in &lines.rows {
        report::find(page, line, &mut reports);
        first.push(reports.len() as u32);
    }
    let mut others: Vec<OtherQuoted> = measures
        .into_iter()
        .map(|span| OtherQuoted { span, kind: OtherKind::Measure, rule: OtherRule::AfterNumber })
        .collect();
    let owners = owners(&lines, &reports, pairs.len());
    let drafts = decide(page, &reports, &first, &owners, &mut others);
    let quotes = finish(page, people, drafts);
    others.sort_by_key(|o| o.span);
    Said { speakers: speakers::table(reading, &quotes), quotes, other_quoted: others }
}

/// The report that claims each pair.
fn owners(lines: &Lines, reports: &[Report], pairs: usize) -> Vec<Option<u32>> {
    let mut owners = vec![None; pairs];
    for (index, report) in reports.iter().enumerate() {
        for piece in &report.pieces {
            for unit in piece.clone() {
                if let Some(owner) = lines.pair(unit).and_then(|p| owners.get_mut(p)) {
                    owner.get_or_insert(index as u32);
                }
            }
        }
    }
    owners
}

/// A quote before its speaker has a name.
struct Draft {
    units: Range<usize>,
    pairs: Vec<usize>,
    kind: QuoteKind,
    group: u32,
    cue: Option<(Range<usize>, &'static str)>,
    source: Option<Source>,
    via: Option<Range<usize>>,
    rule: Rule,
}

/// Sends every pair to its report or through the sieves, and keeps reports without marks.
fn decide(
    page: Page<'_, '_>,
    reports: &[Report],
    first: &[u32],
    owners: &[Option<u32>],
    others: &mut Vec<OtherQuoted>,
) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut bench = Bench { page, reports, first, decided: vec![None; page.pairs.len()] };
    let mut speech = vec![false; page.pairs.len()];
    for (index, is_speech) in speech.iter_mut().enumerate() {
        let surely = speech::surely_other(page, index);
        let verdict = if owners[index].is_none() { surely.or_else(|| unclaimed(page, &bench, index)) } else { surely };
        match verdict {
            Some((kind, rule)) => others.push(OtherQuoted { span: page.pairs[index].span(page.reading), kind, rule }),
            None => *is_speech = true,
        }
        if let (Some(owner), true) = (owners[index], *is_speech) {
            let known = reports.get(owner as usize).and_then(|r| r.source.clone());
            let source = known.or_else(|| bench.find(index).map(|f| f.source));
            bench.decided[index] = Some(Decided { source, group: owner });
        } else if *is_speech {
            let found = bench.find(index);
            let group = found.as_ref().and_then(|f| f.group).unwrap_or((reports.len() + index) as u32);
            let source = found.as_ref().map(|f| f.source.clone());
            bench.decided[index] = Some(Decided { source: source.clone(), group });
            let unit = page.lines.unit_of(page.pairs[index].open);
            let rule = found.map_or(Rule::SentenceSubject, |f| f.rule);
            let kind = if stands_inside(page, unit) { QuoteKind::Mixed } else { QuoteKind::Direct };
            let units = if kind == QuoteKind::Mixed { around_marks(page, unit) } else { unit..unit + 1 };
            drafts.push(Draft { units, pairs: vec![index], kind, group, cue: None, source, via: None, rule });
        }
    }
    let decided = std::mem::take(&mut bench.decided);
    for (index, report) in reports.iter().enumerate() {
        for piece in &report.pieces {
            let from = drafts.len();
            draft_piece(page, report, index, piece, owners, &speech, &mut drafts);
            // A cue without a subject of its own: the speaker that the sieves found for its words.
            for draft in drafts[from..].iter_mut().filter(|d| d.source.is_none()) {
                let found = draft.pairs.iter().find_map(|&p| decided.get(p)?.as_ref()?.source.clone());
                if found.is_some() {
                    draft.source = found;
                    draft.rule = Rule::SentenceSubject;
                }
            }
        }
    }
    drafts.sort_by_key(|d| (d.units.start, d.units.end));
    drafts
}

/// Marks that no cue claims: no speech, unless a sieve of the certain kind knows better.
fn unclaimed(page: Page<'_, '_>, bench: &Bench<'_, '_>, index: usize) -> Option<(OtherKind, OtherRule)> {
    let certain = bench
        .find(index)
        .is_some_and(|f| matches!(f.rule, Rule::ParagraphContinuation | Rule::ColonLabel | Rule::ColonBefore));
    if certain { None } else { speech::other(page, index) }
}

/// What is laid to the subject of a sentence: from after its last verb before the marks to the end of the clause.
fn around_marks(page: Page<'_, '_>, unit: usize) -> Range<usize> {
    let Some(line) = page.lines.rows.get(page.lines.line_of(unit)) else { return unit..unit + 1 };
    let floor = line.start.max(unit.saturating_sub(30));
    let from = (floor..unit)
        .rev()
        .find(|&i| {
            matches!(
                page.lines.cat(i),
                Cat::Verb | Cat::Ing | Cat::Aux | Cat::Comma | Cat::Semi | Cat::Dash | Cat::Quote
            )
        })
        .map_or(unit, |i| i + 1);
    let end = page.end_of(unit, line.end);
    let end = (unit + 1..end)
        .find(|&i| matches!(page.lines.cat(i), Cat::Comma | Cat::Dash | Cat::Verb | Cat::Aux | Cat::Sub | Cat::Quote))
        .unwrap_or(end);
    from..end.max(unit + 1)
}

/// Whether the marks stand inside a sentence of the author rather than being one.
fn stands_inside(page: Page<'_, '_>, unit: usize) -> bool {
    let before = unit
        .checked_sub(1)
        .is_some_and(|b| page.lines.line_of(b) == page.lines.line_of(unit) && page.lines.cat(b).is_nominal());
    before
        || (!page.ends_inside(unit)
            && page.lines.line_of(unit + 1) == page.lines.line_of(unit)
            && !page.lines.cat(unit + 1).is_break())
}

fn draft_piece(
    page: Page<'_, '_>,
    report: &Report,
    index: usize,
    piece: &Range<usize>,
    owners: &[Option<u32>],
    speech: &[bool],
    drafts: &mut Vec<Draft>,
) {
    let mut units = piece.clone();
    while units.start < units.end
        && matches!(page.lines.cat(units.start), Cat::Comma | Cat::Colon | Cat::Stop | Cat::Dash)
    {
        units.start += 1;
    }
    while units.start < units.end && matches!(page.lines.cat(units.end - 1), Cat::Comma | Cat::Colon | Cat::Dash) {
        units.end -= 1;
    }
    let mine = |u: usize| page.lines.pair(u).filter(|&p| owners[p] == Some(index as u32) && speech[p]);
    let pairs: Vec<usize> = units.clone().filter_map(mine).collect();
    let wholly =
        !pairs.is_empty() && units.clone().all(|u| matches!(page.lines.cat(u), Cat::Quote | Cat::Comma | Cat::Dash));
    let draft = |units: Range<usize>, pairs: Vec<usize>, kind: QuoteKind| Draft {
        units,
        pairs,
        kind,
        group: index as u32,
        cue: Some((report.cue.clone(), report.lemma)),
        source: report.source.clone(),
        via: report.via.clone(),
        rule: report.rule,
    };
    if units.is_empty() {
        return;
    }
    if wholly {
        for unit in units {
            if let Some(pair) = mine(unit) {
                drafts.push(draft(unit..unit + 1, vec![pair], QuoteKind::Direct));
            }
        }
    } else if pairs.is_empty() {
        if report.speech {
            drafts.push(draft(units, pairs, QuoteKind::Indirect));
        }
    } else {
        drafts.push(draft(units, pairs, QuoteKind::Mixed));
    }
}

/// Names the speakers, numbers quotes and groups.
fn finish(page: Page<'_, '_>, people: &Entities, drafts: Vec<Draft>) -> Vec<Quote> {
    let mut who = Who::new(page.reading, page.lines, page.names, people);
    let mut groups = std::collections::BTreeMap::new();
    let mut quotes: Vec<Quote> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let span = page.lines.span(page.reading, &draft.units);
        if span.is_empty() || quotes.last().is_some_and(|q| q.span == span) {
            continue;
        }
        let speaker = draft.source.as_ref().map(|source| {
            let identity = who.is(source);
            let via = draft.via.as_ref().and_then(|units| who.outlet(units));
            Attribution {
                mention: identity.mention,
                entity: identity.entity,
                name: identity.name,
                anonymous: identity.anonymous,
                via,
                confidence: draft.rule.confidence(),
                rule: draft.rule,
            }
        });
        let next = groups.len() as u32;
        let group = *groups.entry(draft.group).or_insert(next);
        let cue = draft
            .cue
            .map(|(units, lemma)| Cue { span: page.lines.span(page.reading, &units), lemma: lemma.to_owned() });
        let parts = draft.pairs.iter().filter_map(|&p| page.pairs.get(p)).map(|p| inner(page, p)).collect();
        quotes.push(Quote { id: quotes.len() as u32, span, parts, kind: draft.kind, group, speaker, cue });
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
