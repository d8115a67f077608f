//! Who may have spoken some quoted words, and what the text shows of each.

use std::ops::Range;

use super::Ballot;
use super::glance::{NOTHING, put, steps, within, word};
use super::trail::{Gap, Trail};
use crate::model::hash::mix;
use crate::quote::chunk::chunk;
use crate::quote::content::Page;
use crate::quote::report::{Report, Source};
use crate::quote::rules::Rule;
use crate::quote::words::Cat;

/// How far around the marks noun phrases are candidates, in units.
const AROUND: usize = 30;
/// How far back into the line before.
const BEFORE: usize = 20;

/// How somebody became a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A noun phrase.
    Phrase,
    /// The rules take them.
    Rules,
    /// They own what the noun phrase names: "Marlow's slogan".
    Owner,
    /// They spoke the quoted words before.
    SpokeBefore,
    /// Source of a cue of the same line, before the marks.
    CueBefore,
    /// … behind them.
    CueAfter,
    /// Source of one of the last cues of the lines before.
    LineBefore,
    /// Source of the first cue of the lines after.
    LineAfter,
}

/// Somebody who may have spoken.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// The words that name them.
    pub source: Source,
    /// How they became a candidate.
    pub origin: Origin,
}

/// Adds a candidate unless the same words are one already.
pub(crate) fn add(all: &mut Vec<Candidate>, source: &Source, origin: Origin) {
    if all.iter().all(|known| known.source.mention != source.mention) {
        all.push(Candidate { source: source.clone(), origin });
    }
}

/// Adds the noun phrases of the line of `unit` and of the line before.
pub(crate) fn add_phrases(page: Page<'_, '_>, unit: usize, all: &mut Vec<Candidate>) {
    let line = page.lines.line_of(unit);
    if let Some(row) = page.lines.rows.get(line) {
        add_from(page, row.start.max(unit.saturating_sub(AROUND))..row.end.min(unit + AROUND), all);
    }
    if let Some(row) = line.checked_sub(1).and_then(|before| page.lines.rows.get(before)) {
        add_from(page, row.start.max(row.end.saturating_sub(BEFORE))..row.end, all);
    }
}

fn add_from(page: Page<'_, '_>, units: Range<usize>, all: &mut Vec<Candidate>) {
    let lines = page.lines;
    let mut i = units.start;
    while i < units.end {
        let phrase = match lines.cat(i) {
            Cat::Rel => i..i + 1,
            cat if cat.is_nominal() || cat == Cat::PronObj => chunk(lines, i, units.end),
            _ => i..i,
        };
        if !phrase.is_empty() && !all.iter().any(|known| known.source.mention.contains(&phrase.start)) {
            let genitive = phrase.clone().find(|&u| lines.cat(u) == Cat::Gen).filter(|&g| g > phrase.start);
            let pronoun = (lines.cat(phrase.start) == Cat::PronPoss).then_some(phrase.start + 1);
            for end in genitive.into_iter().chain(pronoun) {
                all.push(Candidate { source: Source::plain(phrase.start..end), origin: Origin::Owner });
            }
            all.push(Candidate { source: Source::plain(phrase.clone()), origin: Origin::Phrase });
        }
        i = phrase.end.max(i + 1);
    }
}

/// What is asked of every candidate.
pub(crate) struct Question<'r> {
    /// The unit of the marks.
    pub unit: usize,
    /// The report that claims them.
    pub owner: Option<&'r Report>,
    /// The rule that found a speaker.
    pub rule: Option<Rule>,
    /// The turns of the article.
    pub trail: &'r Trail,
}

/// What is known of a candidate besides its words.
#[derive(Clone, Copy)]
pub(crate) struct Known {
    /// The entity.
    pub entity: Option<u32>,
    /// Its kind as a number.
    pub kind: Option<u32>,
    /// How many cues of the article have it as their source.
    pub spoke: u32,
}

/// Fills the ballot: one option a candidate.
pub(crate) fn fill(
    page: Page<'_, '_>,
    question: &Question<'_>,
    all: &[Candidate],
    mut known: impl FnMut(&Source) -> Known,
    ballot: &mut Ballot,
) {
    ballot.clear();
    let lemma = question.owner.map_or(NOTHING, |report| word(report.lemma));
    for candidate in all {
        let known = known(&candidate.source);
        describe(page, question, lemma, all, candidate, known, &mut ballot.features);
        ballot.close(|| (page.lines.span(page.reading, &candidate.source.mention), known.entity));
    }
    ballot.usual = all.iter().position(|candidate| candidate.origin == Origin::Rules);
}

// Apart: in very long functions the engines of browsers run out of registers.
#[inline(never)]
fn describe(
    page: Page<'_, '_>,
    question: &Question<'_>,
    lemma: u32,
    all: &[Candidate],
    candidate: &Candidate,
    known: Known,
    out: &mut Vec<u32>,
) {
    let lines = page.lines;
    let (unit, mention) = (question.unit, &candidate.source.mention);
    let line = lines.line_of(mention.start);
    let row = lines.rows.get(line).cloned().unwrap_or(0..0);
    let look = |at: Option<usize>| within(page, &row, at);
    let before = mention.start < unit;
    let gap = if before { mention.end..unit } else { unit + 1..mention.start.max(unit + 1) };
    let inside = |other: &&Candidate| other.source.mention.start.wrapping_sub(gap.start) < gap.len();
    let between = all.iter().filter(inside).count().min(5) as u32;
    let Gap { cues, verbs, turns } = question.trail.between(&lines.units, &gap);
    let distance = steps(gap.len());
    let head = lines.cat(mention.end.saturating_sub(1)) as u32;
    let first = lines.cat(mention.start) as u32;
    let own = lines.line_of(unit);
    let apart = line.abs_diff(own).min(4);
    let side = u32::from(before) + 2 * (if line < own { 4 - apart } else { 4 + apart }) as u32;
    let (next, _) = look(Some(mention.end));
    let (next_2, _) = look(Some(mention.end + 1));
    let (previous, previous_class) = look(mention.start.checked_sub(1));
    let (previous_2, _) = look(mention.start.checked_sub(2));
    let (to_cue, cue_side) = match question.owner.map(|report| &report.cue) {
        None => (NOTHING, 0),
        Some(cue) if cue.start >= mention.end => (steps(cue.start - mention.end), 1),
        Some(cue) => (steps(mention.start.saturating_sub(cue.end)), 2),
    };
    let rule = question.rule.map_or(NOTHING, |rule| rule as u32);
    let origin = candidate.origin as u32;
    let origin_rule = mix(0, origin, rule);
    let kind = known.kind.unwrap_or(NOTHING);
    let spoke = known.spoke.min(4);
    let usual = u32::from(candidate.origin == Origin::Rules);
    let pairs = [
        // Its own words.
        [head, side],
        [head, first],
        [head, origin_rule],
        [kind, side],
        [kind, origin_rule],
        [spoke, side],
        [mix(0, spoke, usual), kind],
        // Where it stands.
        [side, distance],
        [side, between],
        [mix(0, distance, u32::from(before)), rule],
        [mix(0, cues, verbs), origin_rule],
        [turns, origin],
        [to_cue, mix(0, cue_side, origin)],
        [mix(0, to_cue, cue_side), rule],
        // What stands beside it.
        [next, side],
        [next, origin],
        [next, next_2],
        [previous, side],
        [previous, origin],
        [previous, previous_2],
        [previous_class, head],
        // What the rules think.
        [origin, rule],
        [origin_rule, lemma],
    ];
    put(100, &pairs, out);
}
