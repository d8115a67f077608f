//! From UTF-8 bytes to UTF-16 code units.

use crate::span::Span;

/// How often the text is sampled, in bytes: one entry of the table for each stretch of this length.
const STRIDE: usize = 32;

/// Maps byte offsets of one text to UTF-16 offsets.
///
/// A table holds the UTF-16 offset of every 32nd byte; the rest of the way is counted. Building it is one pass,
/// looking up is constant.
#[derive(Clone, Debug)]
pub struct Utf16Map<'t> {
    text: &'t str,
    /// Empty when the text is ASCII and both offsets are the same.
    samples: Vec<u32>,
}

impl<'t> Utf16Map<'t> {
    /// Reads the text once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut samples = Vec::new();
        if !text.is_ascii() {
            samples.reserve(text.len() / STRIDE + 1);
            let mut units = 0;
            for (i, &byte) in text.as_bytes().iter().enumerate() {
                if i % STRIDE == 0 {
                    samples.push(units);
                }
                units += units_of(byte);
            }
            if text.len() % STRIDE == 0 {
                samples.push(units);
            }
        }
        Self { text, samples }
    }

    /// Whether both offsets are the same everywhere.
    #[must_use]
    pub fn is_identity(&self) -> bool {
        self.samples.is_empty()
    }

    /// The UTF-16 offset of a byte offset; past the end it is the length of the text.
    // Apart: made part of its dozen callers it was what engines compiled longest.
    #[inline(never)]
    #[must_use]
    pub fn offset(&self, byte: u32) -> u32 {
        let byte = (byte as usize).min(self.text.len());
        let Some(&sample) = self.samples.get(byte / STRIDE) else {
            return byte as u32;
        };
        let from = byte / STRIDE * STRIDE;
        sample + self.text.as_bytes()[from..byte].iter().map(|&b| units_of(b)).sum::<u32>()
    }

    /// A span in UTF-16 code units.
    #[must_use]
    pub fn span(&self, span: Span) -> Span {
        Span::new(self.offset(span.start), self.offset(span.end))
    }
}

/// Code units that a byte brings: the first byte of a character brings them all, the others none.
const fn units_of(byte: u8) -> u32 {
    match byte {
        0x80..=0xbf => 0,
        0xf0..=0xff => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_boundary_maps_as_the_standard_library_counts() {
        let text = "“Naïve” — 🎉 и so on, ".repeat(40);
        let map = Utf16Map::new(&text);
        for (byte, _) in text.char_indices() {
            assert_eq!(map.offset(byte as u32) as usize, text[..byte].encode_utf16().count(), "byte {byte}");
        }
        assert_eq!(map.offset(u32::MAX) as usize, text.encode_utf16().count());
    }

    #[test]
    fn a_text_of_exactly_one_stride_has_an_end() {
        let text = format!("é{}", "x".repeat(STRIDE - 2));
        assert_eq!(Utf16Map::new(&text).offset(STRIDE as u32), STRIDE as u32 - 1);
    }

    #[test]
    fn ascii_needs_no_table() {
        assert!(Utf16Map::new("plain").is_identity());
        assert_eq!(Utf16Map::new("plain").span(Span::new(1, 99)), Span::new(1, 5));
    }
}
