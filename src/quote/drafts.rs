//! From verdicts and reports to drafts: pairs that no report claims, and what reports tell, with or without marks.

use std::ops::Range;

use super::content::Page;
use super::learned::bounds::Frame;
use super::learned::{Ballot, Judge, Task};
use super::report::{Between, Report, Source};
use super::rules::Rule;
use super::verdicts::Verdict;
use super::words::Cat;
use crate::analysis::{Confidence, QuoteKind};

/// A quote before its speaker has a name.
pub(super) struct Draft {
    pub units: Range<usize>,
    pub pairs: Vec<usize>,
    pub kind: QuoteKind,
    pub group: u32,
    pub cue: Option<(Range<usize>, &'static str)>,
    pub source: Option<Source>,
    pub via: Option<Between>,
    pub rule: Rule,
    pub confidence: Confidence,
}

/// What is made into drafts.
#[derive(Clone, Copy)]
pub(super) struct Matter<'m, 'r, 'a> {
    pub page: Page<'r, 'a>,
    pub reports: &'m [Report],
    /// The report that claims each pair.
    pub owners: &'m [Option<u32>],
    /// Who spoke the words of each pair; `None` where they are no speech.
    pub verdicts: &'m [Option<Verdict>],
}

impl Matter<'_, '_, '_> {
    /// The drafts of all statements, in text order.
    pub fn drafts(self, judge: &mut dyn Judge) -> Vec<Draft> {
        let mut drafts: Vec<Draft> = (0..self.owners.len()).filter_map(|pair| self.lone_pair(pair)).collect();
        for index in 0..self.reports.len() {
            for piece in &self.reports[index].pieces {
                self.piece(index, piece, &mut drafts);
            }
        }
        let mut ballot = Ballot::default();
        for draft in drafts.iter_mut().filter(|draft| draft.kind != QuoteKind::Direct) {
            self.bound(draft, judge, &mut ballot);
        }
        drafts.sort_by_key(|d| (d.units.start, d.units.end));
        drafts
    }

    /// A pair that no report claims.
    fn lone_pair(self, pair: usize) -> Option<Draft> {
        let verdict = self.verdicts[pair].as_ref().filter(|_| self.owners[pair].is_none())?;
        let unit = self.page.lines.unit_of_pair(pair);
        let kind = if self.stands_inside(unit) { QuoteKind::Mixed } else { QuoteKind::Direct };
        Some(Draft {
            units: if kind == QuoteKind::Mixed { self.around_marks(unit) } else { unit..unit + 1 },
            pairs: vec![pair],
            kind,
            group: verdict.group,
            cue: None,
            source: verdict.source.clone(),
            via: None,
            rule: verdict.rule,
            confidence: verdict.confidence,
        })
    }

    /// What is laid to the subject of a sentence: from after its last verb before the marks to the end of the clause.
    fn around_marks(self, unit: usize) -> Range<usize> {
        let page = self.page;
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
            .find(|&i| {
                matches!(page.lines.cat(i), Cat::Comma | Cat::Dash | Cat::Verb | Cat::Aux | Cat::Sub | Cat::Quote)
            })
            .unwrap_or(end);
        from..end.max(unit + 1)
    }

    /// Whether the marks stand inside a sentence of the author rather than being one.
    fn stands_inside(self, unit: usize) -> bool {
        let page = self.page;
        let before = unit
            .checked_sub(1)
            .is_some_and(|b| page.lines.line_of(b) == page.lines.line_of(unit) && page.lines.cat(b).is_nominal());
        before
            || (!page.ends_inside(unit)
                && page.lines.line_of(unit + 1) == page.lines.line_of(unit)
                && !page.lines.cat(unit + 1).is_break())
    }

    /// One stretch of what a report tells.
    fn piece(self, index: usize, piece: &Range<usize>, drafts: &mut Vec<Draft>) {
        let lines = self.page.lines;
        let mut units = piece.clone();
        while units.start < units.end
            && matches!(lines.cat(units.start), Cat::Comma | Cat::Colon | Cat::Stop | Cat::Dash)
        {
            units.start += 1;
        }
        while units.start < units.end && matches!(lines.cat(units.end - 1), Cat::Comma | Cat::Colon | Cat::Dash) {
            units.end -= 1;
        }
        if units.is_empty() {
            return;
        }
        let mine = |unit: usize| {
            let pair = lines.pair(unit).filter(|&pair| self.owners[pair] == Some(index as u32))?;
            self.verdicts[pair].as_ref().map(|verdict| (pair, verdict))
        };
        let pairs: Vec<(usize, &Verdict)> = units.clone().filter_map(mine).collect();
        let wholly = units.clone().all(|u| matches!(lines.cat(u), Cat::Quote | Cat::Comma | Cat::Dash));
        match pairs.first() {
            None if self.reports[index].speech => drafts.push(self.told(index, units)),
            None => {}
            Some(_) if wholly => {
                for unit in units {
                    if let Some((pair, verdict)) = mine(unit) {
                        let draft = self.told(index, unit..unit + 1).quoted(QuoteKind::Direct, vec![pair], verdict);
                        drafts.push(draft);
                    }
                }
            }
            Some(&(_, verdict)) => {
                let numbers = pairs.iter().map(|&(pair, _)| pair).collect();
                drafts.push(self.told(index, units).quoted(QuoteKind::Mixed, numbers, verdict));
            }
        }
    }

    /// An indirect statement.
    fn told(self, index: usize, units: Range<usize>) -> Draft {
        let report = &self.reports[index];
        Draft {
            units,
            pairs: Vec::new(),
            kind: QuoteKind::Indirect,
            group: index as u32,
            cue: Some((report.cue.clone(), report.lemma)),
            source: report.source.clone(),
            via: report.via.clone(),
            rule: report.rule,
            confidence: report.rule.confidence(),
        }
    }

    /// Lets the judge set the bounds of a statement that is more than its marks.
    // Apart: in very long functions the engines of browsers run out of registers.
    #[inline(never)]
    fn bound(self, draft: &mut Draft, judge: &mut dyn Judge, ballot: &mut Ballot) {
        let lines = self.page.lines;
        let own = |&unit: &usize| lines.pair(unit).is_some_and(|pair| draft.pairs.contains(&pair));
        let searched = if draft.pairs.is_empty() { 0..0 } else { draft.units.clone() };
        let quotes = searched.clone().find(own).zip(searched.rev().find(own));
        let cue = draft.cue.as_ref().map(|(units, lemma)| (units.clone(), *lemma));
        let source = draft.source.as_ref().map(|source| source.mention.clone());
        let Some(frame) = Frame::new(self.page, &draft.units, quotes, cue, source, draft.rule) else { return };
        let about = lines.span(self.page.reading, &draft.units);
        let starts = frame.starts(self.page);
        frame.fill_starts(self.page, &starts, ballot);
        let start = judge.choose(Task::Start, about, ballot).index.and_then(|i| starts.get(i).copied());
        let ends = frame.ends(self.page);
        frame.fill_ends(self.page, &ends, ballot);
        // "the claim that it was new | was false": the second verb has the whole claim as its subject.
        let settled = draft.rule == Rule::NounCue && matches!(lines.cat(draft.units.end), Cat::Verb | Cat::Aux);
        let end = judge.choose(Task::End, about, ballot).index.filter(|_| !settled).and_then(|i| ends.get(i).copied());
        draft.units = start.unwrap_or(draft.units.start)..end.unwrap_or(draft.units.end);
        if draft.units.len() == 1 && !draft.pairs.is_empty() {
            draft.kind = QuoteKind::Direct;
        }
    }
}

impl Draft {
    /// The same with quoted words and who spoke them.
    fn quoted(self, kind: QuoteKind, pairs: Vec<usize>, verdict: &Verdict) -> Self {
        Self { kind, pairs, source: verdict.source.clone(), rule: verdict.rule, confidence: verdict.confidence, ..self }
    }
}
