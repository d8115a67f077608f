//! Where a statement may begin and end, and what the text shows of each place.

use std::ops::Range;

use super::Ballot;
use super::glance::{NOTHING, steps, within, word};
use crate::model::hash::mix;
use crate::quote::content::Page;
use crate::quote::rules::Rule;
use crate::quote::words::Cat;
use crate::span::Span;

/// How far from the core of a statement its bounds may lie, in units.
const REACH: usize = 35;
/// How many places are options.
const MOST: usize = 14;
/// How many units are looked at for the next turn of the clause.
const AHEAD: usize = 12;
/// Of a statement without marks, what is not touched: all but so many units at the beginning …
const LOOSE_START: usize = 8;
/// … and at the end.
const LOOSE_END: usize = 17;

/// A statement as the rules cut it.
pub(crate) struct Frame {
    /// Its units.
    units: Range<usize>,
    /// The line.
    row: Range<usize>,
    /// What belongs to it in any case.
    core: Range<usize>,
    /// What it may not leave: cue and source are no part of it.
    room: Range<usize>,
    cue: Option<Range<usize>>,
    source: Option<Range<usize>>,
    rule: u32,
    lemma: u32,
    quoted: u32,
}

impl Frame {
    /// `marks` are the first and the last unit in marks, `cue` the units and the dictionary form.
    pub fn new(
        page: Page<'_, '_>,
        units: &Range<usize>,
        marks: Option<(usize, usize)>,
        cue: Option<(Range<usize>, &str)>,
        source: Option<Range<usize>>,
        rule: Rule,
    ) -> Option<Self> {
        let row = page.lines.rows.get(page.lines.line_of(units.start))?.clone();
        let last = units.end.checked_sub(1).filter(|&last| last >= units.start)?;
        let core = if let Some((first, last)) = marks {
            first.max(units.start)..last.min(units.end - 1) + 1
        } else {
            let first = (units.start + LOOSE_START).min(last);
            first..units.end.saturating_sub(LOOSE_END).max(units.start) + 1
        };
        let mut room = row.clone();
        for outside in cue.iter().map(|(units, _)| units).chain(&source) {
            if outside.end <= units.start {
                room.start = room.start.max(outside.end);
            }
            if outside.start >= units.end {
                room.end = room.end.min(outside.start);
            }
        }
        let lemma = cue.as_ref().map_or(NOTHING, |(_, lemma)| word(lemma));
        let (cue, quoted) = (cue.map(|(units, _)| units), u32::from(marks.is_some()));
        Some(Self { units: units.clone(), row, core, room, cue, source, rule: rule as u32, lemma, quoted })
    }

    /// Where it may begin, the nearest to its core first.
    pub fn starts(&self, page: Page<'_, '_>) -> Vec<usize> {
        let low = self.room.start.max(self.core.start.saturating_sub(REACH));
        let fits = |&at: &usize| {
            let before = at.checked_sub(1).map_or(Cat::Stop, |before| page.lines.cat(before));
            let opens = !before.is_nominal() || before == Cat::Pron;
            at == self.units.start
                || at == self.room.start
                || at == self.core.start
                || opens && !matches!(page.lines.cat(at), Cat::Comma | Cat::Stop | Cat::Of | Cat::Gen)
                || matches!(page.lines.cat(at), Cat::That | Cat::To | Cat::Whether | Cat::Wh | Cat::Det | Cat::Pron)
        };
        nearest((low..=self.core.start).rev().filter(fits), self.units.start)
    }

    /// One past where it may end, the nearest to its core first.
    pub fn ends(&self, page: Page<'_, '_>) -> Vec<usize> {
        let high = self.room.end.min(self.core.end + REACH);
        let fits = |&at: &usize| {
            let open = matches!(
                page.lines.cat(at - 1),
                Cat::Det
                    | Cat::Prep
                    | Cat::Of
                    | Cat::To
                    | Cat::Comma
                    | Cat::PronPoss
                    | Cat::Aux
                    | Cat::Gen
                    | Cat::And
                    | Cat::Adj
            );
            at == self.units.end
                || at == self.room.end
                || at == self.core.end
                || !open && !page.lines.cat(at).is_nominal()
        };
        let high = (self.core.end..high).find(|&at| page.is_without(at)).unwrap_or(high);
        nearest((self.core.end..=high).filter(fits), self.units.end)
    }

    /// Fills the ballot with where it may begin.
    pub fn fill_starts(&self, page: Page<'_, '_>, places: &[usize], ballot: &mut Ballot) {
        ballot.clear();
        for &at in places {
            self.describe(page, at, at..self.core.start, at == self.units.start, 200, &mut ballot.features);
            let start = page.lines.span(page.reading, &(at..self.core.end)).start;
            ballot.close(Span::new(start, start), None);
        }
        ballot.usual = places.iter().position(|&at| at == self.units.start);
    }

    /// Fills the ballot with where it may end.
    pub fn fill_ends(&self, page: Page<'_, '_>, places: &[usize], ballot: &mut Ballot) {
        ballot.clear();
        for &at in places {
            self.describe(page, at, self.core.end..at, at == self.units.end, 300, &mut ballot.features);
            let end = page.lines.span(page.reading, &(self.core.start..at)).end;
            ballot.close(Span::new(end, end), None);
        }
        ballot.usual = places.iter().position(|&at| at == self.units.end);
    }

    /// `added` are the units between the place and the core.
    fn describe(&self, page: Page<'_, '_>, at: usize, added: Range<usize>, usual: bool, base: u32, out: &mut Vec<u32>) {
        let lines = page.lines;
        let look = |at: Option<usize>| within(page, &self.row, at);
        let (before, before_class) = look(at.checked_sub(1));
        let (before_2, _) = look(at.checked_sub(2));
        let (here, here_class) = look(Some(at));
        let (next, _) = look(Some(at + 1));
        let count = |fits: &dyn Fn(usize) -> bool| added.clone().filter(|&u| fits(u)).count().min(3) as u32;
        let verbs = count(&|u| matches!(lines.cat(u), Cat::Verb | Cat::Aux));
        let commas = count(&|u| matches!(lines.cat(u), Cat::Comma | Cat::Dash));
        let quotes = count(&|u| lines.cat(u) == Cat::Quote);
        let joints = count(&|u| matches!(lines.cat(u), Cat::Sub | Cat::Rel | Cat::But | Cat::And));
        let cues = count(&|u| page.speaks(u));
        let distance = steps(added.len());
        let ahead = self.turn(page, at);
        let edge = u32::from(at == self.row.start) + 2 * u32::from(at == self.row.end);
        let to = |units: &Option<Range<usize>>| match units {
            None => NOTHING,
            Some(units) if units.end <= at => steps(at - units.end),
            Some(units) => 10 + steps(units.start.saturating_sub(at)),
        };
        let (cue, source) = (to(&self.cue), to(&self.source));
        let usual = u32::from(usual);
        let mut add = |template: u32, first: u32, second: u32| out.push(mix(base + template, first, second));
        // Whether the rules take it.
        add(0, usual, mix(0, self.rule, self.quoted));
        add(1, usual, mix(0, self.lemma, self.quoted));
        add(2, usual, distance);
        add(3, usual, here);
        add(4, usual, before);
        add(5, usual, next);
        add(6, usual, edge);
        add(7, u32::from(usual == 1 && verbs > 0), mix(0, here, ahead));
        // What stands beside the place.
        add(8, here, self.quoted);
        add(9, before, self.quoted);
        add(10, here, next);
        add(11, before, here);
        add(12, before_2, before);
        add(13, here, self.rule);
        add(14, before, self.rule);
        add(15, here, self.lemma);
        // What would be taken in.
        add(16, distance, self.quoted);
        add(17, mix(0, verbs, commas), mix(0, quotes, joints));
        add(18, cues, verbs);
        add(19, commas, here_class);
        add(20, mix(0, before_class, here_class), mix(0, verbs, ahead));
        // How far cue and source are.
        add(21, cue, self.rule);
        add(22, cue, here);
        add(23, source, self.rule);
    }

    /// The next verb, mark or joint behind a place.
    fn turn(&self, page: Page<'_, '_>, at: usize) -> u32 {
        let turns = |&unit: &usize| {
            matches!(
                page.lines.cat(unit),
                Cat::Verb | Cat::Aux | Cat::Ing | Cat::Comma | Cat::Stop | Cat::Rel | Cat::That | Cat::Quote | Cat::To
            )
        };
        let unit = (at..self.row.end.min(at + AHEAD)).find(turns);
        unit.map_or(NOTHING, |unit| page.lines.cat(unit) as u32 * 2 + u32::from(page.speaks(unit)))
    }
}

/// The first places and in any case the usual one.
fn nearest(places: impl Iterator<Item = usize>, usual: usize) -> Vec<usize> {
    places.enumerate().filter(|&(n, at)| n < MOST || at == usual).map(|(_, at)| at).collect()
}
