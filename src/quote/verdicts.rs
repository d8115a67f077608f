//! Pair by pair: speech or not, and who spoke.

use std::ops::Range;

use super::learned::candidates::{self, Candidate, Known, Origin, Question};
use super::learned::evidence::{self, Opinion};
use super::learned::trail::Trail;
use super::learned::{Ballot, Judge, Task};
use super::report::{Report, Source};
use super::rules::{OtherRule, Rule};
use super::sieves::{Bench, Found};
use super::speech;
use super::who::Who;
use crate::analysis::{Confidence, OtherKind, OtherQuoted};

/// How many candidates of the pairs before are kept.
const MET: usize = 128;
/// How many cues of the line of a pair lend it their sources as candidates.
const CUES: usize = 12;

/// Who spoke the words of a pair.
#[derive(Clone, Debug)]
pub(super) struct Verdict {
    pub source: Option<Source>,
    pub rule: Rule,
    pub confidence: Confidence,
    /// The statement that the words belong to.
    pub group: u32,
}

/// The pairs in text order, each with what was decided before it.
pub(super) struct Walk<'w, 'r, 'a> {
    bench: Bench<'r, 'a>,
    /// The report that claims each pair.
    owners: &'r [Option<u32>],
    who: &'w Who<'r, 'a>,
    /// How many reports have each entity as their source.
    spoke: Vec<u32>,
    /// Who some words name that were candidates before, found by their first unit: neighbouring pairs have most of their
    /// candidates in common.
    met: [(Range<usize>, Option<u32>); MET],
    all: Vec<Candidate>,
    trail: Trail,
    judge: &'w mut dyn Judge,
    features: Vec<u32>,
    ballot: Ballot,
    /// Who spoke the quoted words before.
    last: Option<Source>,
}

impl<'w, 'r, 'a> Walk<'w, 'r, 'a> {
    pub fn new(
        bench: Bench<'r, 'a>,
        owners: &'r [Option<u32>],
        who: &'w Who<'r, 'a>,
        judge: &'w mut dyn Judge,
    ) -> Self {
        let mut spoke = vec![0; who.entities()];
        for source in bench.reports.iter().filter_map(|report| report.source.as_ref()) {
            if let Some(count) = who.entity(source).and_then(|entity| spoke.get_mut(entity as usize)) {
                *count += 1;
            }
        }
        // Where nothing is quoted nobody asks for it.
        let trail = if owners.is_empty() { Trail::default() } else { Trail::of(&bench.page.lines.units) };
        Self {
            bench,
            owners,
            who,
            spoke,
            met: std::array::from_fn(|_| (usize::MAX..usize::MAX, None)),
            all: Vec::new(),
            trail,
            judge,
            features: Vec::new(),
            ballot: Ballot::default(),
            last: None,
        }
    }

    /// Decides every pair: a verdict where it holds speech, an entry in `others` where it does not.
    pub fn run(mut self, others: &mut Vec<OtherQuoted>) -> Vec<Option<Verdict>> {
        for index in 0..self.bench.page.pairs.len() {
            let verdict = self.pair(index, others);
            self.bench.decided.push(verdict);
        }
        self.bench.decided
    }

    // Apart, as all that is long here: in very long functions the engines of browsers run out of registers.
    #[inline(never)]
    fn pair(&mut self, index: usize, others: &mut Vec<OtherQuoted>) -> Option<Verdict> {
        let page = self.bench.page;
        let pair = page.pairs.get(index)?;
        let owner = self.owners.get(index).copied().flatten();
        let report = owner.and_then(|owner| self.bench.reports.get(owner as usize));
        let span = pair.span(page.reading);
        if let Some((kind, rule)) = speech::surely_other(page, index) {
            others.push(OtherQuoted { span, kind, rule });
            return None;
        }
        let found = self.bench.find(index);
        let doubt = speech::other(page, index);
        let certain = found.as_ref().is_some_and(|f| f.rule.goes_on());
        let by_rule = owner.is_some() || certain || doubt.is_none();
        let opinion = Opinion {
            owner: report,
            sieve: found.as_ref().map(|found| found.rule),
            other: doubt.map(|(_, rule)| rule),
        };
        evidence::features(page, index, opinion, &mut self.features);
        if !self.judge.speech(span, &self.features, by_rule) {
            let (kind, rule) = doubt.unwrap_or((OtherKind::Scare, OtherRule::NoSignOfSpeech));
            others.push(OtherQuoted { span, kind, rule });
            return None;
        }
        let group = owner.or_else(|| found.as_ref()?.group).unwrap_or((self.bench.reports.len() + index) as u32);
        let verdict = self.speaker(index, report, found, group);
        self.last = verdict.source.clone().or(self.last.take());
        Some(verdict)
    }

    /// Who spoke: by the rules where they are certain, else whoever suits best of all who may have.
    #[inline(never)]
    fn speaker(&mut self, index: usize, report: Option<&'r Report>, found: Option<Found>, group: u32) -> Verdict {
        let named = report.and_then(|report| report.source.clone().map(|source| (source, report.rule)));
        let by_sieve = |found: Found| {
            // A cue without a subject of its own: the speaker that the sieves find for its words.
            let rule = if report.is_some() { Rule::SentenceSubject } else { found.rule };
            (found.source, rule)
        };
        let usual = named.or_else(|| found.map(by_sieve));
        let rule = usual.as_ref().map(|(_, rule)| *rule);
        let settled = rule.is_some_and(Rule::is_settled) && !self.judge.asks_all();
        if settled || report.is_some_and(Report::is_told) {
            return Verdict::by_rule(usual, group);
        }
        let page = self.bench.page;
        let unit = page.lines.unit_of_pair(index);
        self.find_candidates(unit, usual.as_ref().map(|(source, _)| source));
        let question = Question { unit, owner: report, rule, trail: &self.trail };
        let known = |source: &Source| {
            let met = &mut self.met[source.mention.start % MET];
            let entity = if source.stands_for.is_some() {
                self.who.entity(source)
            } else {
                if met.0 != source.mention {
                    *met = (source.mention.clone(), self.who.entity(source));
                }
                met.1
            };
            Known {
                entity,
                kind: entity.and_then(|entity| self.who.kind(entity)).map(|kind| kind as u32),
                spoke: entity.map_or(0, |entity| self.spoke.get(entity as usize).copied().unwrap_or(0)),
            }
        };
        candidates::fill(page, &question, &self.all, known, &mut self.ballot);
        let beside = |source: &Source| report.is_some_and(|report| page.is_before(&source.mention, &report.cue));
        let task = match &usual {
            None => Task::Anybody,
            Some((source, _)) if beside(source) => Task::Subject,
            Some(_) => Task::Speaker,
        };
        let choice = self.judge.choose(task, page.pairs[index].span(page.reading), &self.ballot);
        let Some(chosen) = choice.index.filter(|&chosen| chosen < self.all.len()) else {
            return Verdict::by_rule(usual, group);
        };
        let rule = rule.filter(|_| Some(chosen) == self.ballot.usual).unwrap_or(Rule::Weighed);
        let confidence = choice.lead.map_or(rule.confidence(), Rule::confidence_of);
        Verdict { source: Some(self.all.swap_remove(chosen).source), rule, confidence, group }
    }

    /// Fills `all` with whoever may have spoken.
    fn find_candidates(&mut self, unit: usize, usual: Option<&Source>) {
        let page = self.bench.page;
        let line = page.lines.line_of(unit);
        let all = &mut self.all;
        all.clear();
        let mut add = |source: Option<&Source>, origin: Origin| {
            if let Some(source) = source {
                candidates::add(all, source, origin);
            }
        };
        add(usual, Origin::Rules);
        add(self.last.as_ref(), Origin::SpokeBefore);
        for report in self.bench.reports_of(line).iter().take(CUES) {
            let origin = if report.cue.start < unit { Origin::CueBefore } else { Origin::CueAfter };
            add(report.source.as_ref(), origin);
        }
        let (before, after) = self.bench.reports_around(line);
        for report in before.iter().rev().take(2) {
            add(report.source.as_ref(), Origin::LineBefore);
        }
        add(after.first().and_then(|report| report.source.as_ref()), Origin::LineAfter);
        candidates::add_phrases(page, unit, all);
    }
}

impl Verdict {
    fn by_rule(usual: Option<(Source, Rule)>, group: u32) -> Self {
        let (source, rule) = usual.map_or((None, Rule::SentenceSubject), |(source, rule)| (Some(source), rule));
        Self { source, rule, confidence: rule.confidence(), group }
    }
}
