//! The labels that the trained namer gives to words, and the best sequence of them.

use crate::analysis::EntityKind;

/// How many labels there are: one lane of weights each.
pub(crate) const LABELS: usize = 8;

/// No name, or the first or a later word of one. Places, groups and others that touch are rare, so they do without the
/// difference.
pub(crate) const OUTSIDE: usize = 0;

/// The kinds that the weights tell apart; finer kinds are told by rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Sort {
    Person,
    Organization,
    Place,
    Group,
    Other,
}

impl Sort {
    /// The sort that a kind belongs to.
    pub(crate) fn of(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Person => Self::Person,
            EntityKind::Organization => Self::Organization,
            EntityKind::Place | EntityKind::Facility => Self::Place,
            EntityKind::Group => Self::Group,
            _ => Self::Other,
        }
    }

    /// The label of a word of such a name.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn label(self, first: bool) -> usize {
        match (self, first) {
            (Self::Person, true) => 1,
            (Self::Person, false) => 2,
            (Self::Organization, true) => 3,
            (Self::Organization, false) => 4,
            (Self::Place, _) => 5,
            (Self::Group, _) => 6,
            (Self::Other, _) => 7,
        }
    }

    /// The sort of a label; `None` outside of names.
    pub(crate) fn of_label(label: usize) -> Option<Self> {
        Some(match label {
            1 | 2 => Self::Person,
            3 | 4 => Self::Organization,
            5 => Self::Place,
            6 => Self::Group,
            7 => Self::Other,
            _ => return None,
        })
    }
}

/// Whether `label` can only follow `before` or itself.
fn needs(label: usize) -> Option<usize> {
    matches!(label, 2 | 4).then(|| label - 1)
}

/// Whether a name that had `before` goes on in `label`.
pub(crate) fn goes_on(before: usize, label: usize) -> bool {
    label == before && !matches!(label, OUTSIDE | 1 | 3) || needs(label) == Some(before)
}

/// What it is worth that one label follows another; the last row is the start of a stretch.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Steps(pub [[i32; LABELS]; LABELS + 1]);

/// Where an impossible sequence starts; far from overflow.
const NEVER: i32 = i32::MIN / 2;

/// Room for the search, kept from stretch to stretch.
#[derive(Debug, Default)]
pub(crate) struct Search {
    back: Vec<[u8; LABELS]>,
}

impl Search {
    /// Writes the best sequence of labels to `out` (Viterbi); `allowed` tells of every word which labels may stand there,
    /// one bit each. Tells whether there is any such sequence.
    pub(crate) fn best(
        &mut self,
        scores: &[[i32; LABELS]],
        steps: &Steps,
        allowed: impl Fn(usize) -> u8,
        out: &mut Vec<u8>,
    ) -> bool {
        self.back.clear();
        out.clear();
        let mut last = [NEVER; LABELS];
        for (i, scores) in scores.iter().enumerate() {
            let mut next = [NEVER; LABELS];
            let mut back = [0; LABELS];
            for label in (0..LABELS).filter(|&label| allowed(i) >> label & 1 == 1) {
                let (from, score) = if i == 0 {
                    (0, if needs(label).is_some() { NEVER } else { steps.0[LABELS][label] })
                } else {
                    step(&last, steps, label)
                };
                if score > NEVER {
                    next[label] = score + scores[label];
                    back[label] = from;
                }
            }
            self.back.push(back);
            last = next;
        }
        let mut label = top(&last);
        if last[label] == NEVER {
            return false;
        }
        for back in self.back.iter().rev() {
            out.push(label as u8);
            label = back[label] as usize;
        }
        out.reverse();
        true
    }
}

/// The best label before `label` and the score of both together.
fn step(last: &[i32; LABELS], steps: &Steps, label: usize) -> (u8, i32) {
    let needed = needs(label);
    let mut best = (0, NEVER);
    for (before, &score) in last.iter().enumerate() {
        if score > NEVER && needed.is_none_or(|needed| before == needed || before == label) {
            let score = score + steps.0[before][label];
            if score > best.1 {
                best = (before as u8, score);
            }
        }
    }
    best
}

/// The first of the highest scores.
fn top(scores: &[i32; LABELS]) -> usize {
    (0..LABELS).rev().max_by_key(|&label| scores[label]).unwrap_or(OUTSIDE)
}
