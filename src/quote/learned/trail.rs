//! What stands between two places of an article.

use std::ops::Range;

use crate::model::hash::mix;
use crate::quote::lines::Unit;
use crate::quote::words::{Cat, Classes};

/// How many units of a gap are looked at.
const GAP: usize = 80;
/// How many turns of the clause in it are told apart.
const TURNS: usize = 6;

/// The turn that a verb of the cue list is.
const CUE: u8 = 60;
/// The turn that another verb is.
const VERB: u8 = 61;
/// A unit that is no turn.
const NO_TURN: u8 = 63;
/// The turn that each class of units is.
const TURN: [u8; 64] = {
    let mut turn = [NO_TURN; 64];
    let own = [
        Cat::Comma,
        Cat::Dash,
        Cat::Colon,
        Cat::Semi,
        Cat::Stop,
        Cat::That,
        Cat::Rel,
        Cat::And,
        Cat::But,
        Cat::Quote,
        Cat::Sub,
        Cat::To,
        Cat::Aux,
        Cat::As,
    ];
    let mut i = 0;
    while i < own.len() {
        turn[own[i] as usize] = own[i] as u8;
        i += 1;
    }
    turn[Cat::Verb as usize] = VERB;
    turn[Cat::Ing as usize] = VERB;
    turn[Cat::Prep as usize] = 62;
    turn[Cat::Of as usize] = 62;
    turn
};

fn turn(unit: &Unit) -> u8 {
    let turn = TURN[unit.cat as usize];
    if turn == VERB && unit.verb.is_some() { CUE } else { turn }
}

/// The turns of the clauses of an article, by which it is known what stands between two units without reading on from
/// one to the other: many gaps lead to the same marks.
#[derive(Default)]
pub(crate) struct Trail {
    /// One a unit, and one for the end.
    places: Vec<Passed>,
    /// How many of the turns stand before every [`STRIDE`]th unit.
    anchors: Vec<u32>,
    /// The turns in text order, each that is another one than that of the unit before it.
    turns: Vec<u8>,
}

/// So many units have no more turns than a byte can count.
const STRIDE: usize = 256;

/// What stands before a unit. All wrap around: only what lies between units is asked, and it is little.
#[derive(Clone, Copy, Default)]
struct Passed {
    /// How many of the turns.
    turns: u8,
    /// How many verbs of saying.
    says: u8,
    /// How many verbs.
    verbs: u8,
}

impl Trail {
    /// Reads an article through.
    // Apart: in very long functions the engines of browsers run out of registers.
    #[inline(never)]
    pub fn of(units: &[Unit]) -> Self {
        let mut trail = Self { places: Vec::with_capacity(units.len() + 1), anchors: Vec::new(), turns: Vec::new() };
        let mut before = NO_TURN;
        let mut passed = Passed::default();
        for unit in units {
            trail.place(passed);
            let own = turn(unit);
            if own != NO_TURN && own != before {
                trail.turns.push(own);
                passed.turns = passed.turns.wrapping_add(1);
            }
            let says = |verb: Classes| verb.is('s') || verb.is('t') || verb.is('o') || verb.is('q');
            passed.says = passed.says.wrapping_add((own == CUE && unit.verb.is_some_and(says)).into());
            passed.verbs = passed.verbs.wrapping_add(matches!(unit.cat, Cat::Verb | Cat::Aux).into());
            before = own;
        }
        trail.place(passed);
        trail
    }

    /// Adds what was passed before the next unit.
    fn place(&mut self, passed: Passed) {
        if self.places.len() % STRIDE == 0 {
            self.anchors.push(self.turns.len() as u32);
        }
        self.places.push(passed);
    }

    /// What was passed before unit `i`.
    fn passed(&self, i: usize) -> Passed {
        self.places.get(i).copied().unwrap_or_default()
    }

    /// How many of the turns stand before unit `i`.
    fn turns_before(&self, i: usize) -> usize {
        let anchor = self.anchors.get(i / STRIDE).copied().unwrap_or_default();
        anchor as usize + usize::from(self.passed(i).turns.wrapping_sub(anchor as u8))
    }

    /// What stands in the first units of a gap between two of the units.
    pub(super) fn between(&self, units: &[Unit], gap: &Range<usize>) -> Gap {
        let end = gap.end.min(gap.start + GAP).min(units.len());
        let Some([first, ..]) = units.get(gap.start..end.max(gap.start)) else { return Gap::default() };
        let (from, to) = (self.passed(gap.start), self.passed(end));
        let own = Some(turn(first)).filter(|&own| own != NO_TURN);
        let later = self.turns.get(self.turns_before(gap.start + 1)..self.turns_before(end)).unwrap_or_default();
        Gap {
            cues: to.says.wrapping_sub(from.says).min(3).into(),
            verbs: to.verbs.wrapping_sub(from.verbs).min(4).into(),
            turns: own.iter().chain(later).take(TURNS).fold(0, |all, &turn| mix(0, all, turn.into())),
        }
    }
}

/// What stands between a candidate and the marks.
#[derive(Default)]
pub(super) struct Gap {
    /// Verbs of saying, at most three.
    pub cues: u32,
    /// Verbs, at most four.
    pub verbs: u32,
    /// The order of commas, verbs, prepositions and the like.
    pub turns: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_told_as_if_it_were_read() {
        let cats = [Cat::Comma, Cat::Dash, Cat::Noun, Cat::Verb, Cat::Verb, Cat::Aux, Cat::Prep, Cat::Noun, Cat::Stop];
        // Turns one after another in the first stretch, with a rest now and then later on.
        let cat = |i: usize| if i < 300 { cats[i % 2] } else { cats[i * i % 31 % cats.len()] };
        let units: Vec<Unit> = (0..900).map(|i| Unit::word(i..i + 1, cat(i as usize), None, 0, false)).collect();
        let trail = Trail::of(&units);
        for start in 0..units.len() {
            for length in [1, 2, 7, 40, GAP, GAP + 5] {
                let read = &units[start..(start + length.min(GAP)).min(units.len())];
                let mut before = NO_TURN;
                let mut turns = Vec::new();
                for own in read.iter().map(turn) {
                    turns.extend((own != NO_TURN && own != before).then_some(own));
                    before = own;
                }
                let verbs = read.iter().filter(|unit| matches!(unit.cat, Cat::Verb | Cat::Aux)).count().min(4);
                let gap = trail.between(&units, &(start..start + length));
                assert_eq!((gap.cues, gap.verbs as usize), (0, verbs), "{start} {length}");
                assert_eq!(gap.turns, turns.iter().take(TURNS).fold(0, |all, &turn| mix(0, all, turn.into())));
            }
        }
    }
}
