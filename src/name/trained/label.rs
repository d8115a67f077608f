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
pub(crate) struct Steps([[i32; LABELS]; LABELS + 1]);

impl Steps {
    /// Takes the worths; what cannot follow gets [`NEVER`], so that a search need not ask.
    pub(crate) fn new(mut worths: [[i32; LABELS]; LABELS + 1]) -> Self {
        for (before, row) in worths.iter_mut().enumerate() {
            for (label, worth) in row.iter_mut().enumerate() {
                if needs(label).is_some_and(|needed| before != needed && before != label) {
                    *worth = NEVER;
                }
            }
        }
        Self(worths)
    }
}

/// The score of an impossible sequence. Scores stay far above it, and sums of two of them, three bits up, from overflow.
const NEVER: i32 = i32::MIN / 32;

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
            let (mut next, from) = if i == 0 { (steps.0[LABELS], [0; LABELS]) } else { step(&last, steps) };
            for (label, (next, score)) in next.iter_mut().zip(scores).enumerate() {
                let sum = *next + score;
                let possible = *next > NEVER / 2 && allowed(i) >> label & 1 == 1;
                *next = if possible { sum } else { NEVER };
            }
            // Only differences count; without this the sums of a very long stretch would overflow.
            let most = next.iter().copied().max().unwrap_or(0);
            for score in &mut next {
                *score -= if *score > NEVER { most } else { 0 };
            }
            self.back.push(from);
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

/// For every label the score of the best sequence up to it, and the label before it; of equals the first.
fn step(last: &[i32; LABELS], steps: &Steps) -> ([i32; LABELS], [u8; LABELS]) {
    // Score and label in one number, so that the greatest is found without a question: vectors take four at once.
    let mut best = [i32::MIN; LABELS];
    for (before, (&score, row)) in (0..).zip(last.iter().zip(&steps.0)) {
        let rank = LAST - before;
        for (best, worth) in best.iter_mut().zip(row) {
            *best = (*best).max((score + worth) * RANKS + rank);
        }
    }
    let before = |best: i32| LABELS as u8 - 1 - best.to_le_bytes()[0] % LABELS as u8;
    (best.map(|best| best.div_euclid(RANKS)), best.map(before))
}

/// As many ranks as there are labels, which are a power of two, and the last of them.
const RANKS: i32 = 1 << LABELS.trailing_zeros();
const LAST: i32 = RANKS - 1;

/// The first of the highest scores.
fn top(scores: &[i32; LABELS]) -> usize {
    (0..LABELS).rev().max_by_key(|&label| scores[label]).unwrap_or(OUTSIDE)
}
