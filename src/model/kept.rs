//! Sums of features that are asked about again and again.

use super::Sums;

/// So many sums are kept; which of them a key falls on is told by as many of its hash's bits.
const KEPT: usize = 1 << BITS;
const BITS: u32 = 9;

/// The sums of a group of features by a key that tells them all; of keys that share a place the last is kept.
#[derive(Clone, Debug)]
pub struct Kept<const WORDS: usize>(Box<[(u64, Sums<WORDS>)]>);

impl<const WORDS: usize> Kept<WORDS> {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        // No key has all bits.
        Self(vec![(u64::MAX, [[0; 8]; WORDS]); KEPT].into())
    }

    /// The sum for `key`, asked for unless it is kept.
    pub fn of(&mut self, key: u64, sum: impl FnOnce() -> Sums<WORDS>) -> &Sums<WORDS> {
        let kept = &mut self.0[(key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - BITS)) as usize];
        if kept.0 != key {
            *kept = (key, sum());
        }
        &kept.1
    }
}

impl<const WORDS: usize> Default for Kept<WORDS> {
    fn default() -> Self {
        Self::new()
    }
}

/// Numbers of so many bits each, side by side.
#[inline]
#[must_use]
pub fn key(parts: &[(u32, u32)]) -> u64 {
    parts.iter().fold(0, |key, &(part, bits)| {
        debug_assert!(u64::from(part) >> bits == 0, "{part} has more than {bits} bits");
        key << bits | u64::from(part)
    })
}
