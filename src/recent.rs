//! What was found out about a stretch of text is kept for the next reading: who edits an article has it read again and
//! again, and all but a sentence is as it was.
//!
//! Only what depends on nothing but the stretch may be kept, so an answer never depends on what was read before.

use crate::lexicon::hash;

/// So many stretches are kept, two in each place; the place is told by upper bits of the stretch's hash.
const KEPT: usize = 2 << BITS;
const BITS: u32 = 8;
/// Longest stretch that is kept, in bytes of text.
const LONGEST: usize = 1 << 10;

/// A stretch and its answer.
type Answer<T> = Option<(Box<[u8]>, T)>;

/// Answers by the stretch they belong to; of stretches that share a place the last two are kept, the last one first.
pub(crate) struct Recent<T> {
    places: Vec<[Answer<T>; 2]>,
    /// How many stretches of the article at hand are kept yet.
    left: usize,
    /// The stretch at hand.
    written: Vec<u8>,
}

impl<T> Recent<T> {
    /// No answers yet.
    pub const fn new() -> Self {
        Self { places: Vec::new(), left: 0, written: Vec::new() }
    }

    /// Begins an article. Its first stretches are kept, as many as there is room for: more would push each other out.
    pub fn begin(&mut self) {
        self.left = KEPT;
        self.places.resize_with(1 << BITS, || [None, None]);
    }

    /// Whether the next stretch of the article is kept, if it has so many bytes; one that is not may not be asked for.
    pub fn keeps(&self, length: usize) -> bool {
        self.left > 0 && length <= LONGEST
    }

    /// The answer for a stretch: the one that is kept for what `write` writes down, or else what `read` tells. What is
    /// written down must be all that `read` depends on.
    pub fn of(&mut self, write: impl FnOnce(&mut Vec<u8>), read: impl FnOnce() -> T) -> &T {
        self.left -= 1;
        self.written.clear();
        write(&mut self.written);
        let place = &mut self.places[(hash(&self.written) >> (u64::BITS - BITS)) as usize];
        let known = |answer: &Answer<T>| answer.as_ref().is_some_and(|(stretch, _)| same(stretch, &self.written));
        let at = place.iter().position(known);
        let kept = at.and_then(|at| place[at].take());
        if at != Some(0) {
            place.swap(0, 1);
        }
        &place[0].insert(kept.unwrap_or_else(|| (self.written.as_slice().into(), read()))).1
    }
}

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether two stretches are the same, eight bytes at a time: in wasm a comparison of slices goes byte by byte.
fn same(one: &[u8], other: &[u8]) -> bool {
    let (ones, others) = (one.chunks_exact(8), other.chunks_exact(8));
    let whole = |eight: &[u8]| eight.try_into().map_or(0, u64::from_le_bytes);
    one.len() == other.len() && ones.remainder() == others.remainder() && ones.map(whole).eq(others.map(whole))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    fn of(recent: &mut Recent<usize>, stretch: &str, asked: &Cell<usize>) -> usize {
        let read = || {
            asked.set(asked.get() + 1);
            stretch.len()
        };
        *recent.of(|written| written.extend_from_slice(stretch.as_bytes()), read)
    }

    #[test]
    fn a_stretch_is_read_once() {
        let (mut recent, asked) = (Recent::new(), Cell::new(0));
        for _ in 0..3 {
            recent.begin();
            assert_eq!(of(&mut recent, "The quay is closed.", &asked), 19);
            assert_eq!(of(&mut recent, "It rains.", &asked), 9);
        }
        assert_eq!(asked.get(), 2);
    }

    #[test]
    fn of_stretches_that_share_a_place_each_gets_its_own_answer() {
        let (mut recent, asked) = (Recent::new(), Cell::new(0));
        let stretch = |n: usize| format!("Boat {n} is in{}", ".".repeat(n % 7));
        for n in (0..4 * KEPT).chain(0..4 * KEPT) {
            recent.begin();
            assert_eq!(of(&mut recent, &stretch(n), &asked), stretch(n).len());
        }
        assert!(asked.get() > 4 * KEPT, "there is no room for so many");
    }

    #[test]
    fn long_stretches_and_the_rest_of_a_long_article_are_not_kept() {
        let (mut recent, asked) = (Recent::new(), Cell::new(0));
        assert!(!recent.keeps(1));
        recent.begin();
        assert!(recent.keeps(LONGEST) && !recent.keeps(LONGEST + 1));
        (0..KEPT).for_each(|_| assert_eq!(of(&mut recent, "It rains.", &asked), 9));
        assert!(!recent.keeps(1));
    }
}
