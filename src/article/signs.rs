//! What a block says about itself, before its neighbours are asked.

pub mod agency;
pub mod byline;
pub mod dateline;
pub mod day;
pub mod furniture;
mod phrases;
pub mod picture;
pub mod url;
mod wording;

use super::rules::Rule;
use super::seen::Seen;
use crate::analysis::BlockKind;
use wording::Parts;

/// A kind with its reason.
pub type Sign = (BlockKind, Rule);

/// What the words of a block alone tell.
#[must_use]
pub fn own(seen: &Seen) -> Option<Sign> {
    if seen.words == 0 {
        return Some((BlockKind::Boilerplate, Rule::NoWords));
    }
    if seen.long {
        return None;
    }
    // Longer blocks are none of what has such parts.
    let parts = if seen.words > picture::LONGEST_CAPTION { Parts::default() } else { Parts::of(&seen.fold) };
    url::sign(seen)
        .or_else(|| day::sign(seen))
        .or_else(|| furniture::wire(seen, parts))
        .or_else(|| furniture::related(seen))
        .or_else(|| furniture::page(seen, parts))
        .or_else(|| byline::sign(seen))
        .or_else(|| picture::sign(seen, parts))
}
