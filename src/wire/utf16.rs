//! From UTF-8 bytes to UTF-16 code units.

use crate::span::Span;

/// Bytes of a text that are counted together, one bit each.
const STRETCH: usize = u32::BITS as usize;

/// Some bytes of a text.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    /// Code units before them.
    before: u32,
    /// The bytes that bring a unit, the first one lowest.
    units: u32,
}

/// Maps byte offsets of one text to UTF-16 offsets.
///
/// A table tells of every 32 bytes how many units stand before them and which of them bring one. Building it is one
/// pass, looking up is constant.
#[derive(Clone, Debug)]
pub struct Utf16Map<'t> {
    text: &'t str,
    /// Empty when the text is ASCII and both offsets are the same.
    table: Vec<Stretch>,
}

impl<'t> Utf16Map<'t> {
    /// Reads the text once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut table = Vec::new();
        if !text.is_ascii() {
            table.reserve(text.len() / STRETCH + 2);
            let mut before = 0;
            let mut second = false;
            for bytes in text.as_bytes().chunks(STRETCH) {
                let mut units = u32::MAX;
                if !bytes.is_ascii() {
                    units = 0;
                    for (i, &byte) in bytes.iter().enumerate() {
                        units |= u32::from(second || !is_continuation(byte)) << i;
                        // A character of four bytes brings two units: the byte after its first one stands for the other.
                        second = byte >= 0xf0;
                    }
                }
                table.push(Stretch { before, units });
                before += units.count_ones();
            }
            // For the end of a text of whole stretches.
            table.push(Stretch { before, units: 0 });
        }
        Self { text, table }
    }

    /// Whether both offsets are the same everywhere.
    #[must_use]
    pub fn is_identity(&self) -> bool {
        self.table.is_empty()
    }

    /// The UTF-16 offset of a byte offset; past the end it is the length of the text.
    // Apart: made part of its dozen callers it was what engines compiled longest.
    #[inline(never)]
    #[must_use]
    pub fn offset(&self, byte: u32) -> u32 {
        let byte = (byte as usize).min(self.text.len());
        let Some(stretch) = self.table.get(byte / STRETCH) else {
            return byte as u32;
        };
        let below = (1 << (byte % STRETCH)) - 1;
        stretch.before + (stretch.units & below).count_ones()
    }

    /// A span in UTF-16 code units.
    #[must_use]
    pub fn span(&self, span: Span) -> Span {
        Span::new(self.offset(span.start), self.offset(span.end))
    }
}

/// Whether a byte goes on with a character that another began.
const fn is_continuation(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_boundary_maps_as_the_standard_library_counts() {
        let text = "“Naïve” — 🎉 и so on, 🦊🦊".repeat(40);
        let map = Utf16Map::new(&text);
        for (byte, _) in text.char_indices() {
            assert_eq!(map.offset(byte as u32) as usize, text[..byte].encode_utf16().count(), "byte {byte}");
        }
        assert_eq!(map.offset(u32::MAX) as usize, text.encode_utf16().count());
    }

    #[test]
    fn a_text_of_exactly_one_stretch_has_an_end() {
        let text = format!("é{}", "x".repeat(STRETCH - 2));
        assert_eq!(Utf16Map::new(&text).offset(STRETCH as u32), STRETCH as u32 - 1);
    }

    #[test]
    fn ascii_needs_no_table() {
        assert!(Utf16Map::new("plain").is_identity());
        assert_eq!(Utf16Map::new("plain").span(Span::new(1, 99)), Span::new(1, 5));
    }
}
