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
    /// The turns in text order, each that is another one than that of the unit before it.
    turns: Vec<u8>,
}

/// What stands before a unit.
#[derive(Clone, Copy, Default)]
struct Passed {
    /// How many of the turns.
    turns: u32,
    /// How many verbs of saying, times [`SAYS`], and how many verbs. Only differences are asked, which are small.
    verbs: u32,
}

/// What a verb of saying counts.
const SAYS: u32 = 1 << 16;

impl Trail {
    /// Reads an article through.
    // Apart: in very long functions the engines of browsers run out of registers.
    #[inline(never)]
    pub fn of(units: &[Unit]) -> Self {
        let mut places = Vec::with_capacity(units.len() + 1);
        let mut turns = Vec::new();
        let mut before = NO_TURN;
        let mut passed = Passed::default();
        places.extend(units.iter().map(|unit| {
            let place = passed;
            let own = turn(unit);
            if own != NO_TURN && own != before {
                turns.push(own);
                passed.turns += 1;
            }
            let says = |verb: Classes| verb.is('s') || verb.is('t') || verb.is('o') || verb.is('q');
            if own == CUE && unit.verb.is_some_and(says) {
                passed.verbs = passed.verbs.wrapping_add(SAYS);
            }
            passed.verbs = passed.verbs.wrapping_add(u32::from(matches!(unit.cat, Cat::Verb | Cat::Aux)));
            before = own;
            place
        }));
        places.push(passed);
        Self { places, turns }
    }

    /// What stands in the first units of a gap between two of the units.
    pub(super) fn between(&self, units: &[Unit], gap: &Range<usize>) -> Gap {
        let end = gap.end.min(gap.start + GAP).min(units.len());
        let Some([first, ..]) = units.get(gap.start..end.max(gap.start)) else { return Gap::default() };
        let place = |unit: usize| self.places.get(unit).copied().unwrap_or_default();
        let to = place(end);
        let verbs = to.verbs.wrapping_sub(place(gap.start).verbs);
        let own = Some(turn(first)).filter(|&own| own != NO_TURN);
        let later = self.turns.get(place(gap.start + 1).turns as usize..to.turns as usize).unwrap_or_default();
        Gap {
            cues: (verbs / SAYS).min(3),
            verbs: (verbs % SAYS).min(4),
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
