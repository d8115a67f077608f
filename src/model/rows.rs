//! A hashed table of features: one row of small weights a feature, one lane an answer.
//!
//! ```text
//! hash ─► slot (its upper bits) ─► mark = lower byte of the hash?  no ─► the feature is unknown, nothing to add
//!                                         │ yes
//!                                         ▼
//! rows    │ w w w w w w w w │ w w w w w w w w │   a weight is one byte, 128 more than its value
//!          └ word 0          └ word 1             WORDS × 8 lanes
//! ```
//!
//! A slot holds one feature; the trainer keeps the one that matters more. The loops over eight lanes are written so that
//! compilers make one vector instruction of each. The 128 is the same for every lane of a row, so it cancels when lanes
//! are compared.

use super::{Error, Model};

/// The scores of `WORDS` × 8 lanes.
pub type Sums<const WORDS: usize> = [[u16; 8]; WORDS];

/// So many features are looked up in one go.
const BATCH: usize = 16;

/// A table of weights with `WORDS` × 8 lanes.
#[derive(Clone, Copy, Debug)]
pub struct Rows<'m, const WORDS: usize> {
    marks: &'m [u8],
    weights: &'m [u8],
    shift: u32,
}

impl<'m, const WORDS: usize> Rows<'m, WORDS> {
    /// Takes the marks from one section and the weights from another.
    ///
    /// # Errors
    ///
    /// When one is missing, or the number of slots is no power of two, or the two do not fit each other.
    pub fn new(model: &Model<'m>, marks: &[u8; 4], rows: &[u8; 4]) -> Result<Self, Error> {
        let (mark_bytes, row_bytes) = (model.section(marks)?, model.section(rows)?);
        let shift = shift_of(*marks, mark_bytes)?;
        let unit = mark_bytes.len() * WORDS * 8;
        if row_bytes.len() != unit {
            return Err(Error::Size { name: *rows, length: row_bytes.len(), unit });
        }
        Ok(Self { marks: mark_bytes, weights: row_bytes, shift })
    }

    /// Adds up the rows of the features that are known; at most 257 of them fit the sums.
    #[inline(never)]
    #[must_use]
    pub fn sum(&self, hashes: &[u32]) -> Sums<WORDS> {
        let mut sums = [[0; 8]; WORDS];
        for hashes in hashes.chunks(BATCH) {
            self.add_known(hashes, &mut sums);
        }
        sums
    }

    /// Adds the rows of those of at most [`BATCH`] features that are known.
    #[inline]
    fn add_known(&self, hashes: &[u32], sums: &mut Sums<WORDS>) {
        // It is found out without a branch which features are known, and only their rows are fetched.
        let (mut known, mut count) = ([0; BATCH], 0);
        for &hash in hashes {
            let slot = hash >> self.shift;
            known[count % BATCH] = slot;
            count += usize::from(self.marks.get(slot as usize) == Some(&mark(hash)));
        }
        for &slot in known.iter().take(count) {
            let start = slot as usize * WORDS * 8;
            let Some(row) = self.weights.get(start..start + WORDS * 8) else { continue };
            for (sums, weights) in sums.iter_mut().zip(row.chunks_exact(8)) {
                for (sum, &weight) in sums.iter_mut().zip(weights) {
                    *sum += u16::from(weight);
                }
            }
        }
    }
}

/// Adds `more` to `sums`.
#[inline]
pub fn add<const WORDS: usize>(sums: &mut Sums<WORDS>, more: &Sums<WORDS>) {
    for (sums, more) in sums.iter_mut().zip(more) {
        for (sum, more) in sums.iter_mut().zip(more) {
            *sum += more;
        }
    }
}

/// A hashed table with one weight a feature.
#[derive(Clone, Copy, Debug)]
pub struct Column<'m> {
    marks: &'m [u8],
    weights: &'m [u8],
    shift: u32,
}

impl<'m> Column<'m> {
    /// Takes the marks from one section and the weights from another.
    ///
    /// # Errors
    ///
    /// When one is missing, or the number of slots is no power of two, or the two do not fit each other.
    pub fn new(model: &Model<'m>, marks: &[u8; 4], weights: &[u8; 4]) -> Result<Self, Error> {
        let (mark_bytes, weight_bytes) = (model.section(marks)?, model.section(weights)?);
        let shift = shift_of(*marks, mark_bytes)?;
        if weight_bytes.len() != mark_bytes.len() {
            return Err(Error::Size { name: *weights, length: weight_bytes.len(), unit: mark_bytes.len() });
        }
        Ok(Self { marks: mark_bytes, weights: weight_bytes, shift })
    }

    /// What the known features weigh together.
    #[inline]
    #[must_use]
    pub fn sum(&self, hashes: &[u32]) -> i32 {
        let slots = self.marks.iter().zip(self.weights).len();
        let (marks, weights) = (&self.marks[..slots], &self.weights[..slots]);
        let weigh = |&hash: &u32| {
            let slot = (hash >> self.shift) as usize;
            // Asked once for both.
            if slot >= slots {
                return 0;
            }
            i32::from(marks[slot] == mark(hash)) * (i32::from(weights[slot]) - 128)
        };
        hashes.iter().map(weigh).sum()
    }
}

/// By how much a hash is shifted to give its slot.
fn shift_of(name: [u8; 4], marks: &[u8]) -> Result<u32, Error> {
    let slots = marks.len();
    if !slots.is_power_of_two() || slots < 2 {
        return Err(Error::Size { name, length: slots, unit: 2 });
    }
    Ok(32 - slots.trailing_zeros())
}

/// The score of one lane, comparable with the other lanes of the same sums.
#[inline]
#[must_use]
pub fn score<const WORDS: usize>(sums: &Sums<WORDS>, lane: usize) -> u32 {
    sums.get(lane / 8).map_or(0, |eight| eight[lane % 8].into())
}

/// The lane with the highest score, the first of several.
#[inline]
#[must_use]
pub fn best<const WORDS: usize>(sums: &Sums<WORDS>) -> usize {
    // Score and lane in one number: the greatest is the highest score, of equals the one with the lowest lane.
    let top = (0..WORDS * 8).map(|lane| score(sums, lane) << 8 | (255 - lane as u32)).max().unwrap_or(255);
    255 - (top & 255) as usize
}

/// What a slot remembers of the feature it holds; never 0, which marks an empty slot.
#[inline]
#[must_use]
pub const fn mark(hash: u32) -> u8 {
    let low = hash as u8;
    if low == 0 { 255 } else { low }
}
