//! A unit at a glance, as numbers for features.

use std::ops::Range;

use crate::model::hash::{self, mix_all};
use crate::quote::content::Page;
use crate::quote::lines::Unit;
use crate::quote::words::Cat;

/// What stands outside the line.
pub(super) const NOTHING: u32 = 300;

/// Adds the features of an option, whose templates are numbered from `base` on. All at once: vectors mix several in one
/// step.
#[inline]
pub(super) fn put<const N: usize>(base: u32, pairs: &[[u32; 2]; N], out: &mut Vec<u32>) {
    out.extend_from_slice(&mix_all(&std::array::from_fn(|i| base + i as u32), pairs));
}

/// A word of a closed class as itself, a cue as its dictionary form, anything else as its class.
fn code(seen: &Unit) -> u32 {
    if seen.verb.is_some() {
        return seen.form() ^ seen.cat as u32;
    }
    match seen.cat {
        Cat::Pron
        | Cat::PronObj
        | Cat::PronPoss
        | Cat::Det
        | Cat::Aux
        | Cat::To
        | Cat::Prep
        | Cat::Of
        | Cat::As
        | Cat::And
        | Cat::But
        | Cat::Rel
        | Cat::That
        | Cat::Whether
        | Cat::Wh
        | Cat::Sub => seen.form(),
        class => class as u32,
    }
}

/// A word, letter case aside.
pub(super) fn word(word: &str) -> u32 {
    hash::bytes(hash::fold(word, &mut [0; 64]))
}

/// [`code`] and class of a unit of `row`; [`NOTHING`] outside it.
pub(super) fn within(page: Page<'_, '_>, row: &Range<usize>, unit: Option<usize>) -> (u32, u32) {
    let seen = unit.filter(|unit| row.contains(unit)).and_then(|unit| page.lines.units.get(unit));
    seen.map_or((NOTHING, NOTHING), |seen| (code(seen), seen.cat as u32))
}

/// A distance in units, the far ones together.
pub(super) fn steps(distance: usize) -> u32 {
    match distance {
        0..=5 => distance as u32,
        6..=8 => 6,
        9..=14 => 7,
        15..=25 => 8,
        _ => 9,
    }
}
