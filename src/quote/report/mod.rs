//! Reports: a cue, its source and what it reports, found line by line.

mod according;
mod backward;
mod between;
mod forward;
mod noun;
mod verb;

use std::ops::Range;

use super::chunk::chunk;
use super::content::Page;
use super::rules::Rule;
use super::words::Cat;
use crate::analysis::BlockKind;

/// One act of reporting.
#[derive(Clone, Debug)]
pub(super) struct Report {
    /// The units of the cue.
    pub cue: Range<usize>,
    /// Its dictionary form.
    pub lemma: &'static str,
    /// The units that name the source.
    pub source: Option<Source>,
    /// The statement, in one or several stretches of units.
    pub pieces: Vec<Range<usize>>,
    /// What found it.
    pub rule: Rule,
    /// Who stands between the speaker and the article.
    pub via: Option<Between>,
    /// Whether the verb tells of speech rather than belief; without quoted words, belief is no statement.
    pub speech: bool,
}

/// Who stands between a speaker and the article.
#[derive(Clone, Debug)]
pub(super) enum Between {
    /// Units that may name the outlet that was told.
    Outlet(Range<usize>),
    /// Who passes on the words of another.
    Relay(Source),
}

/// Who a statement is laid to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Source {
    /// The words next to the cue.
    pub mention: Range<usize>,
    /// The words with all that is added to them.
    pub whole: Range<usize>,
    /// For "who", what it stands for.
    pub stands_for: Option<Range<usize>>,
}

impl Source {
    /// A source that is no more than some words.
    pub fn plain(units: Range<usize>) -> Self {
        Self { mention: units.clone(), whole: units, stands_for: None }
    }
}

impl Report {
    /// Whether it tells what another report says that somebody said.
    pub fn is_told(&self) -> bool {
        may_be_told(self.rule) && matches!(self.via, Some(Between::Relay(_)))
    }
}

/// Whether such a report may stand inside another.
fn may_be_told(rule: Rule) -> bool {
    matches!(rule, Rule::ReportedClause | Rule::NameVerbQuote)
}

/// Finds the reports of one line; what is told inside another report goes to `told`.
pub(super) fn find(page: Page<'_, '_>, line: &Range<usize>, out: &mut Vec<Report>, told: &mut Vec<Report>) {
    let mut walk = Walk { page, line: line.clone(), from: out.len(), covered: line.start };
    for i in line.clone() {
        if i < walk.covered {
            if page.tells(i) {
                told.extend(walk.inside(i, out));
            }
        } else if let Some(report) = walk.may_be_cue(i).then(|| walk.at(i, out)).flatten() {
            let reach = report.pieces.iter().filter(|p| p.start > i).map(|p| p.end).max().unwrap_or(i);
            walk.covered = walk.covered.max(reach);
            walk.push(report, out);
        }
    }
}

/// How many reports of its line a new one is held against.
const NEAR: usize = 8;

struct Walk<'r, 'a> {
    page: Page<'r, 'a>,
    line: Range<usize>,
    /// Index of the line's first report.
    from: usize,
    /// Everything before it is already part of a statement to the right of its cue.
    covered: usize,
}

impl Walk<'_, '_> {
    /// A statement that lies wholly inside what a later cue reports belongs to that cue; but words in marks keep the
    /// one who spoke them, and a source named with "according to" then only relays them.
    fn push(&self, report: Report, out: &mut Vec<Report>) {
        let inside = |inner: &Report| {
            inner.pieces.iter().all(|p| report.pieces.iter().any(|q| q.start <= p.start && p.end <= q.end))
        };
        // Only the last few: a line without end would otherwise be read again for each of its cues.
        let line = self.from.max(out.len().saturating_sub(NEAR))..out.len();
        if report.rule == Rule::AccordingTo {
            let direct =
                out[line.clone()].iter_mut().find(|r| matches!(r.rule, Rule::QuoteNameVerb | Rule::QuoteVerbName));
            if let Some(direct) = direct {
                direct.via = direct.via.take().or_else(|| report.source.map(Between::Relay));
                return;
            }
        }
        if matches!(report.rule, Rule::Parenthetical | Rule::AccordingTo | Rule::QuoteNameVerb | Rule::QuoteVerbName) {
            let kept: Vec<Report> = out.drain(line).filter(|r| !inside(r)).collect();
            out.extend(kept);
        }
        out.push(report);
    }

    /// `Marlow said that Reis had told her "no"`: within what one reports, the marks hold what another said.
    fn inside(&self, i: usize, out: &[Report]) -> Option<Report> {
        let outer = out.get(self.from..)?.last()?;
        let quoted = |units: &Range<usize>| units.clone().any(|u| self.cat(u) == Cat::Quote);
        let piece = outer.pieces.iter().find(|piece| piece.contains(&i) && quoted(piece))?;
        let inner = Walk { page: self.page, line: piece.clone(), from: out.len(), covered: piece.start };
        let report =
            inner.at(i, out).filter(|r| may_be_told(r.rule) && r.source.is_some() && r.pieces.iter().all(quoted))?;
        Some(Report { via: Some(Between::Relay(outer.source.clone()?)), ..report })
    }

    fn cat(&self, i: usize) -> Cat {
        if i < self.line.start || i >= self.line.end { Cat::Stop } else { self.page.lines.cat(i) }
    }

    /// "Anna Reis: Growth will slow": a headline that gives a name, a colon and what its bearer says.
    fn headline(&self) -> Option<Report> {
        let start = self.line.start;
        let token = self.page.lines.units.get(start)?.start as usize;
        let block = self.page.reading.block_of(self.page.reading.sentence_of(token))?;
        let name = chunk(self.page.lines, start, self.line.end.min(start + 10));
        let headed = !name.is_empty() && self.cat(name.end - 1) == Cat::Name && self.cat(name.end) == Cat::Colon;
        let title = matches!(block.kind, BlockKind::Headline | BlockKind::Subheading);
        if !headed || !title || self.page.is_place(&name) {
            return None;
        }
        let from = name.end + 1;
        let piece = from..self.page.end_of(from, self.line.end);
        (piece.len() >= 3 && self.is_clause(piece.start, piece.end)).then(|| Report {
            cue: name.end..name.end + 1,
            lemma: ":",
            source: Some(Source::plain(name)),
            pieces: Vec::from_iter([piece]),
            rule: Rule::ColonLabel,
            via: None,
            speech: true,
        })
    }

    /// Whether a report may be found by unit `i`; most units are asked no more than this.
    fn may_be_cue(&self, i: usize) -> bool {
        let unit = self.page.lines.units.get(i);
        unit.is_some_and(|u| u.verb.is_some() || u.cat == Cat::That || i == self.line.start)
            || self.page.lines.cat(i + 1) == Cat::To
    }

    fn at(&self, i: usize, out: &[Report]) -> Option<Report> {
        if i == self.line.start {
            if let Some(report) = self.headline() {
                return Some(report);
            }
        }
        let unit = self.page.lines.units.get(i)?;
        if self.cat(i + 1) == Cat::To && self.page.word(i).eq_ignore_ascii_case("according") {
            return self.according(i, out);
        }
        if unit.cat == Cat::That {
            return self.noun_clause(i);
        }
        unit.verb?;
        match unit.cat {
            Cat::Verb => self.finite(i, self.page.verb(i)?, out),
            Cat::Ing => self.participle(i, self.page.verb(i)?, out),
            Cat::Noun | Cat::Name | Cat::Adj | Cat::Other => {
                if self.is_verb_after_all(i) {
                    self.finite(i, self.page.verb(i)?, out)
                } else {
                    self.noun(i)
                }
            }
            _ => None,
        }
    }
}
