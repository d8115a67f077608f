//! The weights that count syllables and the words that they get wrong, read in place.
//!
//! The file is a seed, the number of exceptions, the exceptions (28 bits of fingerprint and 4 bits of count, sorted)
//! and the weights, two to a byte.

/// A validated view of the file.
#[derive(Clone, Copy, Debug)]
pub struct Model<'b> {
    seed: u32,
    bits: u32,
    exceptions: &'b [u8],
    weights: &'b [u8],
}

/// The shipped model.
pub const SYLLABLES: Option<Model<'static>> = Model::new(include_bytes!("syllables.bin"));

impl<'b> Model<'b> {
    /// Reads the header; `None` when the file is no such model.
    #[must_use]
    pub const fn new(bytes: &'b [u8]) -> Option<Self> {
        let Some((&[s0, s1, s2, s3, n0, n1, n2, n3], rest)) = bytes.split_first_chunk::<8>() else { return None };
        let count = u32::from_le_bytes([n0, n1, n2, n3]) as usize;
        let Some((exceptions, weights)) = rest.split_at_checked(count.saturating_mul(4)) else { return None };
        if !weights.len().is_power_of_two() {
            return None;
        }
        let bits = weights.len().trailing_zeros() + 1;
        Some(Self { seed: u32::from_le_bytes([s0, s1, s2, s3]), bits, exceptions, weights })
    }

    /// The table has `1 << bits` weights.
    #[must_use]
    pub const fn bits(&self) -> u32 {
        self.bits
    }

    /// One weight; 0 outside the table.
    #[must_use]
    pub fn weight(&self, feature: u32) -> i32 {
        let pair = self.weights.get(feature as usize / 2).copied().unwrap_or(0);
        let nibble = if feature % 2 == 0 { pair << 4 } else { pair & 0xf0 };
        i32::from(i8::from_ne_bytes([nibble]) >> 4)
    }

    /// The count of a word that the weights get wrong.
    #[must_use]
    pub fn exception(&self, word: &[u8]) -> Option<u32> {
        let key = fingerprint(self.seed, word);
        let entry = |i: usize| match self.exceptions.get(i * 4..i * 4 + 4) {
            Some(&[a, b, c, d]) => u32::from_le_bytes([a, b, c, d]),
            _ => u32::MAX,
        };
        let (mut low, mut high) = (0, self.exceptions.len() / 4);
        while low < high {
            let middle = low + (high - low) / 2;
            if entry(middle) >> 4 < key {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Some(entry(low)).filter(|found| low < self.exceptions.len() / 4 && found >> 4 == key).map(|found| found & 15)
    }
}

/// 28 bits that stand for a word. The trainer picks a seed with which no two words of its dictionary are mistaken
/// for each other.
#[must_use]
pub fn fingerprint(seed: u32, word: &[u8]) -> u32 {
    let start = 0xcbf2_9ce4_8422_2325 ^ u64::from(seed).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let hash = word.iter().fold(start, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (hash.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 36) as u32
}
