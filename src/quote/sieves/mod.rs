//! Sieves for quoted words that no cue of their own sentence claims, from the certain to the desperate. Each looks at a
//! bounded neighbourhood and either names a source or passes the words on.

mod label;
mod neighbour;

use std::ops::Range;

use super::content::Page;
use super::report::{Report, Source};
use super::rules::Rule;
use super::verdicts::Verdict;

/// What a sieve may look at: the page, and for each pair decided so far the report that owns it.
pub(super) struct Bench<'r, 'a> {
    /// The article in lines.
    pub page: Page<'r, 'a>,
    /// Reports found by cues, in text order.
    pub reports: &'r [Report],
    /// First report of each line, and at last their number.
    pub first: &'r [u32],
    /// Who spoke the words of the pairs before; `None` where they are no speech.
    pub decided: Vec<Option<Verdict>>,
}

/// A sieve's answer.
pub(super) struct Found {
    /// Who said it.
    pub source: Source,
    /// Which sieve.
    pub rule: Rule,
    /// The statement that it continues, if it does.
    pub group: Option<u32>,
}

/// One sieve: looks at pair `index`.
type Sieve = fn(&Bench<'_, '_>, usize) -> Option<Found>;

/// The order is the order of trust.
const SIEVES: [Sieve; 8] = [
    neighbour::continuation,
    label::label,
    label::after_colon,
    neighbour::same_line,
    neighbour::same_paragraph,
    neighbour::sentence_subject,
    neighbour::next_line,
    neighbour::previous_paragraph,
];

impl<'r> Bench<'r, '_> {
    /// Runs the sieves in order.
    pub fn find(&self, index: usize) -> Option<Found> {
        SIEVES.iter().find_map(|sieve| sieve(self, index))
    }

    /// The reports of line `line`.
    pub fn reports_of(&self, line: usize) -> &'r [Report] {
        self.reports.get(self.range(line)).unwrap_or_default()
    }

    /// The reports of all lines before line `line` and of all lines after it.
    pub fn reports_around(&self, line: usize) -> (&'r [Report], &'r [Report]) {
        let own = self.range(line);
        (self.reports.get(..own.start).unwrap_or_default(), self.reports.get(own.end..).unwrap_or_default())
    }

    fn range(&self, line: usize) -> Range<usize> {
        match (self.first.get(line), self.first.get(line + 1)) {
            (Some(&from), Some(&to)) => from as usize..to as usize,
            _ => self.reports.len()..self.reports.len(),
        }
    }

    /// The unit and line of pair `index`.
    fn place(&self, index: usize) -> Option<(usize, usize)> {
        let unit = (index < self.page.pairs.len()).then(|| self.page.lines.unit_of_pair(index))?;
        Some((unit, self.page.lines.line_of(unit)))
    }

    /// The block of line `line`.
    fn block(&self, line: usize) -> Option<u32> {
        let unit = self.page.lines.units.get(self.page.lines.rows.get(line)?.start)?;
        let sentence = self.page.reading.sentence_of(unit.start as usize);
        Some(self.page.reading.sentences.get(sentence)?.block)
    }
}
