//! What was learned about quotations: whether marks hold speech, who spoke, where a statement begins and ends.
//!
//! Each is a choice among a few things that the rules and the text offer. Every option is described by features of
//! structure and closed word classes (`evidence`, `candidates`, `bounds`); the sum of their weights decides.

pub(super) mod bounds;
pub(super) mod candidates;
pub(super) mod evidence;
mod glance;
#[cfg(test)]
mod tests;
pub(super) mod trail;

use std::ops::Range;
use std::sync::OnceLock;

use crate::model::{self, Column, Error, Model};
use crate::span::Span;

/// The features that the weights know; another number is another set of features.
pub(crate) const REVISION: u32 = 1;

/// What makes an option e times as probable weighs so much.
pub(crate) const NAT: i32 = 32;

/// What is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Who spoke.
    Speaker,
    /// The same, where the rules took the subject that stands right before its cue.
    Subject,
    /// The same, where the rules took nobody: the best has to lead the second.
    Anybody,
    /// Where a statement begins.
    Start,
    /// Where it ends.
    End,
}

/// How many tasks there are.
pub(crate) const TASKS: usize = 5;

/// One option. What it stands for is asked by the trainer only, who compares it with the gold.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// The words of a speaker; the characters between the marks and a bound.
    #[cfg(feature = "train")]
    pub span: Span,
    /// The entity that speaks, if it is one.
    #[cfg(feature = "train")]
    pub entity: Option<u32>,
    /// One past its last feature.
    end: u32,
}

/// Options with their features; the buffers are used again for the next choice.
#[derive(Debug, Default)]
pub(crate) struct Ballot {
    features: Vec<u32>,
    /// The options.
    pub places: Vec<Place>,
    /// The option that the rules take.
    pub usual: Option<usize>,
}

impl Ballot {
    fn clear(&mut self) {
        self.features.clear();
        self.places.clear();
        self.usual = None;
    }

    /// Ends an option, whose features are those added since the one before. What it stands for is found out for the
    /// trainer only.
    #[cfg_attr(not(feature = "train"), expect(unused_variables, reason = "only the trainer asks"))]
    fn close(&mut self, stands_for: impl FnOnce() -> (Span, Option<u32>)) {
        #[cfg(feature = "train")]
        let (span, entity) = stands_for();
        self.places.push(Place {
            #[cfg(feature = "train")]
            span,
            #[cfg(feature = "train")]
            entity,
            end: self.features.len() as u32,
        });
    }

    /// The features of option `index`.
    pub fn features(&self, index: usize) -> &[u32] {
        let end = |index: usize| self.places.get(index).map_or(0, |place| place.end as usize);
        let range: Range<usize> = index.checked_sub(1).map_or(0, end)..end(index);
        self.features.get(range).unwrap_or_default()
    }
}

/// What was chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Choice {
    /// The option.
    pub index: Option<usize>,
    /// By how much it leads the next one, where that was weighed.
    pub lead: Option<i32>,
}

/// Decides what the rules leave open.
pub(crate) trait Judge {
    /// Whether marks hold speech; `by_rule` is what the rules think.
    fn speech(&mut self, marks: Span, features: &[u32], by_rule: bool) -> bool;
    /// One of the options.
    fn choose(&mut self, task: Task, about: Span, ballot: &Ballot) -> Choice;
    /// Whether it wants to be asked even where a rule is certain.
    fn asks_all(&self) -> bool {
        false
    }
}

/// The rules alone.
pub(crate) struct ByRule;

impl Judge for ByRule {
    fn speech(&mut self, _: Span, _: &[u32], by_rule: bool) -> bool {
        by_rule
    }

    fn choose(&mut self, _: Task, _: Span, ballot: &Ballot) -> Choice {
        Choice { index: ballot.usual, lead: None }
    }
}

/// The learned weights, read where they lie.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Learned<'m> {
    column: Column<'m>,
    limits: Limits,
}

/// What weights have to add up to before the rules are overruled.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// The features of marks, for speech: where the rules think so, and where they do not.
    pub speech: [i32; 2],
    /// By how much another option must lead the one that the rules take, for every task.
    pub lead: [i32; TASKS],
}

impl Limits {
    /// As a section of the model file.
    #[cfg(any(test, feature = "train"))]
    pub fn bytes(self) -> Vec<u8> {
        self.speech.into_iter().chain(self.lead).flat_map(i32::to_le_bytes).collect()
    }

    fn read(bytes: &[u8]) -> Result<Self, Error> {
        let unit = 4 * (2 + TASKS);
        if bytes.len() != unit {
            return Err(Error::Size { name: *b"LIMS", length: bytes.len(), unit });
        }
        let mut numbers = bytes.chunks_exact(4).map(|four| four.try_into().map_or(0, i32::from_le_bytes));
        let mut next = || numbers.next().unwrap_or(0);
        Ok(Self { speech: [next(), next()], lead: std::array::from_fn(|_| next()) })
    }
}

impl Learned<'static> {
    /// The weights that are shipped; `None` if their file is damaged, and then the rules decide alone.
    pub fn shipped() -> Option<&'static Self> {
        static SHIPPED: OnceLock<Option<Learned<'static>>> = OnceLock::new();
        SHIPPED.get_or_init(|| Learned::new(model::QUOTES).ok()).as_ref()
    }
}

impl<'m> Learned<'m> {
    /// Reads a model file.
    ///
    /// # Errors
    ///
    /// When it is damaged or made for other features.
    pub fn new(bytes: &'m [u8]) -> Result<Self, Error> {
        let model = Model::parse(bytes)?;
        model.expect_revision(REVISION)?;
        let limits = Limits::read(model.section(b"LIMS")?)?;
        Ok(Self { column: Column::new(&model, b"MARK", b"COLU")?, limits })
    }

    /// The sum of what the features weigh.
    pub fn weigh(&self, features: &[u32]) -> i32 {
        self.column.sum(features)
    }
}

impl Judge for Learned<'_> {
    fn speech(&mut self, _: Span, features: &[u32], by_rule: bool) -> bool {
        self.weigh(features) >= self.limits.speech[usize::from(!by_rule)]
    }

    fn choose(&mut self, task: Task, _: Span, ballot: &Ballot) -> Choice {
        let held = self.limits.lead.get(task as usize).copied().unwrap_or(0);
        let mut best: Option<(i32, usize)> = None;
        let mut second = None;
        for index in 0..ballot.places.len() {
            let weight = self.weigh(ballot.features(index)) + if ballot.usual == Some(index) { held } else { 0 };
            if best.is_none_or(|(top, _)| weight > top) {
                second = best.map(|(top, _)| top);
                best = Some((weight, index));
            } else {
                second = second.max(Some(weight));
            }
        }
        let lead = best.zip(second).map(|((top, _), second)| top - second);
        let stands = task != Task::Anybody || lead.is_some_and(|lead| lead >= held);
        Choice { index: best.map(|(_, index)| index).filter(|_| stands), lead }
    }
}
