//! A name before a colon.

use super::{Bench, Found};
use crate::quote::chunk::chunk;
use crate::quote::report::Source;
use crate::quote::rules::Rule;
use crate::quote::words::Cat;

/// `Merkel: "…"`: the line is a label, a colon and the words.
pub(super) fn label(bench: &Bench<'_, '_>, index: usize) -> Option<Found> {
    let (unit, line) = bench.place(index)?;
    let start = bench.page.lines.rows.get(line)?.start;
    if unit < start + 2 || bench.page.lines.cat(unit - 1) != Cat::Colon {
        return None;
    }
    let phrase = chunk(bench.page.lines, start, unit - 1);
    if phrase.end != unit - 1 || phrase.is_empty() {
        return None;
    }
    Some(Found {
        source: Source { mention: phrase.clone(), whole: phrase, stands_for: None },
        rule: Rule::ColonLabel,
        group: None,
    })
}

/// The line before ends with a colon or comma: its last source, or its subject, says the words.
pub(super) fn after_colon(bench: &Bench<'_, '_>, index: usize) -> Option<Found> {
    let (unit, line) = bench.place(index)?;
    let lines = &bench.page.lines.rows;
    let range = lines.get(line)?;
    // The colon may stand in this line, before words that are no label.
    if unit > range.start && bench.page.lines.cat(unit - 1) == Cat::Colon {
        let reports = bench.reports_of(line);
        let before = reports.partition_point(|r| r.cue.start < unit);
        let source = reports[..before].iter().rev().take(4).find_map(|r| r.source.clone());
        let source = source.or_else(|| bench.page.first_subject(&(range.start..unit)))?;
        return Some(Found { source, rule: Rule::ColonBefore, group: None });
    }
    if unit != range.start || line == 0 {
        return None;
    }
    let before = lines.get(line - 1)?;
    let last = before.end.checked_sub(1)?;
    if !matches!(bench.page.lines.cat(last), Cat::Colon | Cat::Comma) {
        return None;
    }
    let reported = bench.reports_of(line - 1).last().and_then(|r| r.source.clone());
    let source = reported.or_else(|| bench.page.first_subject(before))?;
    Some(Found { source, rule: Rule::ColonBefore, group: None })
}
