//! Trained weights and their reader. `README.md` beside this file is the model card.
//!
//! A model file is read where it lies; nothing is copied or built at start-up:
//!
//! ```text
//! "COPYDESK"  version  checksum  count  │ name  start  length │ … │ section │ section │ …
//!  8 bytes    u32      u32       u32    │ 4 b.  u32    u32    │   │ bytes   │
//!                                └ of sections, one entry each ┘
//! ```
//!
//! Numbers are little-endian, `start` counts from the beginning of the file, the checksum covers everything behind
//! it. Every section is named by four letters; what its bytes mean is up to whoever asks for it: [`Rows`], [`Column`]
//! and [`Words`] are the kinds so far.

mod error;
pub mod hash;
mod kept;
mod rows;
pub mod syllables;
#[cfg(test)]
mod tests;
mod words;

pub use error::Error;
pub use kept::{Kept, key};
pub use rows::{Column, Rows, Sums, add, best, mark, score};
pub use words::Words;

/// The tagger's weights.
pub const TAG: &[u8] = include_bytes!("tag.bin");
/// The namer's weights and gazetteer.
pub const NAMES: &[u8] = include_bytes!("names.bin");

/// The weights of the choices about quotations.
pub const QUOTES: &[u8] = include_bytes!("quotes.bin");

const MAGIC: &[u8; 8] = b"COPYDESK";
const VERSION: u32 = 1;
/// Where the bytes begin that the checksum covers.
const COVERED: usize = 16;
const HEADER: usize = 20;
const ENTRY: usize = 12;

/// A model file whose frame has been proved sound.
#[derive(Clone, Copy, Debug)]
pub struct Model<'m> {
    bytes: &'m [u8],
    count: usize,
}

impl<'m> Model<'m> {
    /// Checks magic, version, checksum and the bounds of every section.
    ///
    /// # Errors
    ///
    /// The first of these that does not hold.
    pub fn parse(bytes: &'m [u8]) -> Result<Self, Error> {
        if bytes.len() < HEADER {
            return Err(Error::Short { needed: HEADER, found: bytes.len() });
        }
        if !bytes.starts_with(MAGIC) {
            return Err(Error::Magic);
        }
        match number(bytes, 8) {
            VERSION => {}
            found => return Err(Error::Version { found, known: VERSION }),
        }
        let (stated, found) = (number(bytes, 12), checksum(bytes.get(COVERED..).unwrap_or_default()));
        if stated != found {
            return Err(Error::Checksum { stated, found });
        }
        let count = number(bytes, COVERED) as usize;
        let needed = HEADER.saturating_add(count.saturating_mul(ENTRY));
        if bytes.len() < needed {
            return Err(Error::Short { needed, found: bytes.len() });
        }
        let model = Self { bytes, count };
        for (name, start, length) in model.entries() {
            if start < needed || start.saturating_add(length) > bytes.len() {
                return Err(Error::Section { name, start, length, file: bytes.len() });
            }
        }
        Ok(model)
    }

    /// The bytes of a section.
    ///
    /// # Errors
    ///
    /// When there is none of that name.
    pub fn section(&self, name: &[u8; 4]) -> Result<&'m [u8], Error> {
        self.entries()
            .find(|entry| entry.0 == *name)
            .and_then(|(_, start, length)| self.bytes.get(start..start + length))
            .ok_or(Error::Missing { name: *name })
    }

    /// Proves that the weights were made for the features of this revision.
    ///
    /// # Errors
    ///
    /// When they were made for others, or do not say.
    pub fn expect_revision(&self, known: u32) -> Result<(), Error> {
        match self.section(b"FEAT")?.try_into().map_or(0, u32::from_le_bytes) {
            found if found == known => Ok(()),
            found => Err(Error::Version { found, known }),
        }
    }

    /// Name, start and length of every section.
    fn entries(self) -> impl Iterator<Item = ([u8; 4], usize, usize)> {
        (0..self.count).map(move |i| {
            let at = HEADER + i * ENTRY;
            let name = number(self.bytes, at).to_le_bytes();
            (name, number(self.bytes, at + 4) as usize, number(self.bytes, at + 8) as usize)
        })
    }
}

/// The number at `at`; 0 outside the file.
fn number(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map_or(0, u32::from_le_bytes)
}

/// Eight bytes a step: it guards against a cut or swapped file, not against an enemy, and must not delay the first
/// analysis.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |h: u64, word: u64| (h.rotate_left(5) ^ word).wrapping_mul(0x517C_C1B7_2722_0A95);
    let mut chunks = bytes.chunks_exact(8);
    let mut h = bytes.len() as u64;
    for chunk in &mut chunks {
        h = step(h, chunk.try_into().map_or(0, u64::from_le_bytes));
    }
    for &byte in chunks.remainder() {
        h = step(h, u64::from(byte));
    }
    (h ^ (h >> 32)) as u32
}

/// Puts sections into a file.
#[cfg(any(test, feature = "train"))]
#[must_use]
pub fn assemble(sections: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut body = (sections.len() as u32).to_le_bytes().to_vec();
    let mut start = HEADER + sections.len() * ENTRY;
    for (name, bytes) in sections {
        body.extend_from_slice(*name);
        body.extend_from_slice(&(start as u32).to_le_bytes());
        body.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
        start += bytes.len();
    }
    for (_, bytes) in sections {
        body.extend_from_slice(bytes);
    }
    [MAGIC, &VERSION.to_le_bytes()[..], &checksum(&body).to_le_bytes(), &body].concat()
}
