//! Evidence for what bears a name, added up.

use super::Rule;
use crate::analysis::EntityKind;

const KINDS: [EntityKind; 10] = [
    EntityKind::Person,
    EntityKind::Organization,
    EntityKind::Place,
    EntityKind::Facility,
    EntityKind::Group,
    EntityKind::Event,
    EntityKind::Product,
    EntityKind::Work,
    EntityKind::Law,
    EntityKind::Other,
];

/// Points for each kind, and the rule that gave each kind the most.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Votes {
    points: [i16; 10],
    top: [i16; 10],
    rules: [Option<Rule>; 10],
}

impl Votes {
    /// Adds points (negative ones speak against) for a kind.
    pub fn add(&mut self, kind: EntityKind, points: i16, rule: Rule) {
        let k = kind as usize;
        self.points[k] = self.points[k].saturating_add(points);
        if points > self.top[k] {
            self.top[k] = points;
            self.rules[k] = Some(rule);
        }
    }

    /// Adds what another place in the document says of the same words.
    pub fn merge(&mut self, other: &Self, rule: Rule) {
        for (kind, &points) in KINDS.iter().zip(&other.points) {
            if points > 0 {
                self.add(*kind, points, rule);
            }
        }
    }

    /// Adds the mean of what all `count` mentions of the same words say; the rule stays unless the kind changes.
    pub fn merge_others(&mut self, sum: &Self, count: usize) {
        let divisor = i16::try_from(count.clamp(2, 6)).unwrap_or(6) / 2;
        let before = self.best().map(|b| b.0);
        let rules = self.rules;
        for (kind, &points) in KINDS.iter().zip(&sum.points) {
            self.add(*kind, points / divisor, Rule::SameWords);
        }
        if before.is_some() && before == self.best().map(|b| b.0) {
            self.rules = rules;
        }
    }

    /// Points of one kind.
    pub fn of(&self, kind: EntityKind) -> i16 {
        self.points[kind as usize]
    }

    /// The kind with most points, with its strongest rule; on a tie the one named first in `EntityKind`.
    pub fn best(&self) -> Option<(EntityKind, i16, Rule)> {
        let mut best: Option<(EntityKind, i16, Rule)> = None;
        for (k, &kind) in KINDS.iter().enumerate() {
            let points = self.points[k];
            if let Some(rule) = self.rules[k] {
                if points > best.map_or(0, |b| b.1) {
                    best = Some((kind, points, rule));
                }
            }
        }
        best
    }
}
