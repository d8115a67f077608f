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
    url::sign(seen)
        .or_else(|| day::sign(seen))
        .or_else(|| furniture::wire(seen))
        .or_else(|| furniture::related(seen))
        .or_else(|| furniture::page(seen))
        .or_else(|| byline::sign(seen))
        .or_else(|| picture::sign(seen))
}
