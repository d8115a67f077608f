//! Where a statement may begin and end, and what the text shows of each place.

use std::ops::Range;

use super::Ballot;
use super::glance::{NOTHING, put, steps, within, word};
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
            let here = page.lines.cat(at);
            let opens = || {
                let before = at.checked_sub(1).map_or(Cat::Stop, |before| page.lines.cat(before));
                !before.is_nominal() || before == Cat::Pron
            };
            matches!(here, Cat::That | Cat::To | Cat::Whether | Cat::Wh | Cat::Det | Cat::Pron)
                || !matches!(here, Cat::Comma | Cat::Stop | Cat::Of | Cat::Gen) && opens()
                || at == self.units.start
                || at == self.room.start
                || at == self.core.start
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
        let (mut taken, mut from) = (Taken::default(), self.core.start);
        for &at in places {
            while from > at {
                from -= 1;
                taken.take(page, from);
            }
            self.describe(page, at, &taken, at == self.units.start, 200, &mut ballot.features);
            ballot.close(|| {
                let start = page.lines.span(page.reading, &(at..self.core.end)).start;
                (Span::new(start, start), None)
            });
        }
        ballot.usual = places.iter().position(|&at| at == self.units.start);
    }

    /// Fills the ballot with where it may end.
    pub fn fill_ends(&self, page: Page<'_, '_>, places: &[usize], ballot: &mut Ballot) {
        ballot.clear();
        let (mut taken, mut to) = (Taken::default(), self.core.end);
        for &at in places {
            while to < at {
                taken.take(page, to);
                to += 1;
            }
            self.describe(page, at, &taken, at == self.units.end, 300, &mut ballot.features);
            ballot.close(|| {
                let end = page.lines.span(page.reading, &(self.core.start..at)).end;
                (Span::new(end, end), None)
            });
        }
        ballot.usual = places.iter().position(|&at| at == self.units.end);
    }

    /// `taken` are the units between the place and the core.
    fn describe(&self, page: Page<'_, '_>, at: usize, taken: &Taken, usual: bool, base: u32, out: &mut Vec<u32>) {
        let look = |at: Option<usize>| within(page, &self.row, at);
        let (before, before_class) = look(at.checked_sub(1));
        let (before_2, _) = look(at.checked_sub(2));
        let (here, here_class) = look(Some(at));
        let (next, _) = look(Some(at + 1));
        let [verbs, commas, quotes, joints, cues] = taken.counts.map(|count| count.min(3));
        let distance = steps(taken.units);
        let ahead = self.turn(page, at);
        let edge = u32::from(at == self.row.start) + 2 * u32::from(at == self.row.end);
        let to = |units: &Option<Range<usize>>| match units {
            None => NOTHING,
            Some(units) if units.end <= at => steps(at - units.end),
            Some(units) => 10 + steps(units.start.saturating_sub(at)),
        };
        let (cue, source) = (to(&self.cue), to(&self.source));
        let usual = u32::from(usual);
        let pairs = [
            // Whether the rules take it.
            [usual, mix(0, self.rule, self.quoted)],
            [usual, mix(0, self.lemma, self.quoted)],
            [usual, distance],
            [usual, here],
            [usual, before],
            [usual, next],
            [usual, edge],
            [u32::from(usual == 1 && verbs > 0), mix(0, here, ahead)],
            // What stands beside the place.
            [here, self.quoted],
            [before, self.quoted],
            [here, next],
            [before, here],
            [before_2, before],
            [here, self.rule],
            [before, self.rule],
            [here, self.lemma],
            // What would be taken in.
            [distance, self.quoted],
            [mix(0, verbs, commas), mix(0, quotes, joints)],
            [cues, verbs],
            [commas, here_class],
            [mix(0, before_class, here_class), mix(0, verbs, ahead)],
            // How far cue and source are.
            [cue, self.rule],
            [cue, here],
            [source, self.rule],
        ];
        put(base, &pairs, out);
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

/// What would be taken in between a place and the core; it grows from one place to the next.
#[derive(Default)]
struct Taken {
    units: usize,
    /// Verbs, commas, quotations, joints of clauses, verbs of saying.
    counts: [u32; 5],
}

impl Taken {
    fn take(&mut self, page: Page<'_, '_>, unit: usize) {
        self.units += 1;
        let [verbs, commas, quotes, joints, cues] = &mut self.counts;
        match page.lines.cat(unit) {
            Cat::Verb | Cat::Aux => *verbs += 1,
            Cat::Comma | Cat::Dash => *commas += 1,
            Cat::Quote => *quotes += 1,
            Cat::Sub | Cat::Rel | Cat::But | Cat::And => *joints += 1,
            _ => {}
        }
        *cues += u32::from(page.speaks(unit));
    }
}

/// The first places and in any case the usual one.
fn nearest(places: impl Iterator<Item = usize>, usual: usize) -> Vec<usize> {
    let mut all = Vec::with_capacity(MOST + 1);
    all.extend(places.enumerate().filter(|&(n, at)| n < MOST || at == usual).map(|(_, at)| at));
    all
}
