//! The weights that count syllables and the words that they get wrong, read in place.
//!
//! Of the file's sections, SEED is four bytes that keep all fingerprints apart, EXCP are the exceptions (28 bits of
//! fingerprint and 4 bits of count, sorted), WGTS the weights, two to a byte.

use std::sync::OnceLock;

use super::{Error, Model as File};

/// Trained on the pronouncing dictionary.
pub const SYLLABLES: &[u8] = include_bytes!("syllables.bin");

/// A validated view of the file.
#[derive(Clone, Copy, Debug)]
pub struct Model<'b> {
    seed: u32,
    bits: u32,
    exceptions: &'b [u8],
    weights: &'b [u8],
}

impl<'b> Model<'b> {
    /// What is left without a file: every vowel sounds but the second of two and a last e.
    pub const UNTRAINED: Self = Self { seed: 0, bits: 1, exceptions: &[], weights: &[0] };

    /// Takes seed, exceptions and weights from a file.
    ///
    /// # Errors
    ///
    /// When the file is damaged, a section is missing, or has a length that it cannot have.
    pub fn new(bytes: &'b [u8]) -> Result<Self, Error> {
        let file = File::parse(bytes)?;
        let (seed, exceptions, weights) = (file.section(b"SEED")?, file.section(b"EXCP")?, file.section(b"WGTS")?);
        let seed = seed.try_into().map_err(|_| Error::Size { name: *b"SEED", length: seed.len(), unit: 4 })?;
        if exceptions.len() % 4 != 0 {
            return Err(Error::Size { name: *b"EXCP", length: exceptions.len(), unit: 4 });
        }
        if !weights.len().is_power_of_two() {
            return Err(Error::Size { name: *b"WGTS", length: weights.len(), unit: 1 });
        }
        let bits = weights.len().trailing_zeros() + 1;
        Ok(Self { seed: u32::from_le_bytes(seed), bits, exceptions, weights })
    }

    /// The shipped model, checked at its first use.
    #[must_use]
    pub fn shipped() -> Model<'static> {
        static SHIPPED: OnceLock<Model<'static>> = OnceLock::new();
        *SHIPPED.get_or_init(|| Model::new(SYLLABLES).unwrap_or(Model::UNTRAINED))
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
