//! The speaker of words nearby.

use super::{Bench, Found};
use crate::quote::report::Report;
use crate::quote::rules::Rule;
use crate::quote::words::Cat;

/// How many lines a paragraph is searched.
const LINES: usize = 8;

/// The pair before stayed open for this one.
pub(super) fn continuation(bench: &Bench<'_, '_>, index: usize) -> Option<Found> {
    let before = index.checked_sub(1)?;
    if !bench.page.pairs.get(before)?.continues {
        return None;
    }
    let decided = bench.decided.get(before)?.as_ref()?;
    Some(Found { source: decided.source.clone()?, rule: Rule::ParagraphContinuation, group: Some(decided.group) })
}

/// Another cue of the same line, nearest before the words, then after them.
pub(super) fn same_line(bench: &Bench<'_, '_>, index: usize) -> Option<Found> {
    let (unit, line) = bench.place(index)?;
    let reports = bench.reports_of(line);
    let split = reports.partition_point(|r| r.cue.start < unit);
    let named = |r: &&Report| r.source.is_some();
    let before = reports[..split].iter().rev().take(LINES).find(named);
    let report = before.or_else(|| reports[split..].iter().take(LINES).find(named))?;
    Some(Found { source: report.source.clone()?, rule: Rule::SentenceSubject, group: None })
}

/// The words are a line of their own: whoever spoke in the line before, in the same paragraph, goes on.
pub(super) fn same_paragraph(bench: &Bench<'_, '_>, index: usize) -> Option<Found> {
    let (unit, line) = bench.place(index)?;
    let block = bench.block(line)?;
    if !stands_alone(bench, unit, line) && !leads(bench, unit, line) {
        return None;
    }
    // A pair of this paragraph that has a speaker and stands before.
    if let Some(before) = index.checked_sub(1) {
        let near = bench.place(before).is_some_and(|(_, l)| bench.block(l) == Some(block) && line - l <= 2);
        if let Some(decided) = bench.decided.get(before).and_then(Option::as_ref).filter(|_| near) {
            if let Some(source) = decided.source.clone() {
                return Some(Found { source, rule: Rule::SameParagraph, group: Some(decided.group) });
            }
        }
    }
    for back in 1..=LINES.min(line) {
        if bench.block(line - back) != Some(block) {
            break;
        }
        if let Some(source) = bench.reports_of(line - back).last().and_then(|r| r.source.clone()) {
            return Some(Found { source, rule: Rule::SameParagraph, group: None });
        }
        if back == 1 {
            if let Some(source) = bench.page.first_subject(&bench.page.lines.rows[line - 1]) {
                return Some(Found { source, rule: Rule::PreviousSentence, group: None });
            }
        }
    }
    None
}

/// Words inside a sentence of the author: its subject.
pub(super) fn sentence_subject(bench: &Bench<'_, '_>, index: usize) -> Option<Found> {
    let (unit, line) = bench.place(index)?;
    if stands_alone(bench, unit, line) {
        return None;
    }
    let source = bench.page.first_subject(bench.page.lines.rows.get(line)?)?;
    Some(Found { source, rule: Rule::SentenceSubject, group: None })
}

/// The words open a paragraph whose next line reports somebody's words.
pub(super) fn next_line(bench: &Bench<'_, '_>, index: usize) -> Option<Found> {
    let (unit, line) = bench.place(index)?;
    if !stands_alone(bench, unit, line) || bench.block(line + 1) != bench.block(line) {
        return None;
    }
    let source = bench.reports_of(line + 1).first()?.source.clone()?;
    Some(Found { source, rule: Rule::NextSentence, group: None })
}

/// The paragraph before: whoever spoke last.
pub(super) fn previous_paragraph(bench: &Bench<'_, '_>, index: usize) -> Option<Found> {
    let (unit, line) = bench.place(index)?;
    if !stands_alone(bench, unit, line) {
        return None;
    }
    let block = bench.block(line)?;
    let before = index.checked_sub(1).and_then(|b| {
        let (_, l) = bench.place(b)?;
        let near = block.saturating_sub(bench.block(l)?) <= 1;
        bench.decided.get(b)?.as_ref().filter(|_| near)?.source.clone()
    });
    let source = before.or_else(|| {
        (1..=LINES.min(line))
            .take_while(|back| bench.block(line - back).is_some_and(|b| block - b <= 1))
            .find_map(|back| bench.reports_of(line - back).last().and_then(|r| r.source.clone()))
    })?;
    Some(Found { source, rule: Rule::PreviousParagraph, group: None })
}

/// Whether the words lead their line, a conjunction or adverb aside, and what follows is no clause about them.
fn leads(bench: &Bench<'_, '_>, unit: usize, line: usize) -> bool {
    let Some(range) = bench.page.lines.rows.get(line) else { return false };
    unit - range.start <= 3
        && (range.start..unit).all(|i| {
            matches!(bench.page.lines.cat(i), Cat::Quote | Cat::Comma | Cat::And | Cat::But | Cat::Adv | Cat::Dash)
        })
}

/// Whether the line holds nothing but quotations and punctuation.
fn stands_alone(bench: &Bench<'_, '_>, unit: usize, line: usize) -> bool {
    let Some(range) = bench.page.lines.rows.get(line) else { return false };
    let near = range.start.max(unit.saturating_sub(8))..range.end.min(unit + 8);
    near.into_iter().all(|i| matches!(bench.page.lines.cat(i), Cat::Quote | Cat::Stop | Cat::Comma | Cat::Dash))
}
