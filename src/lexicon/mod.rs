//! Word lists: sorted text, with an index of its lines that is built when a list is first asked.
//!
//! Each list is a file of lower-case words, one a line, sorted by bytes; its first lines, which begin with `#`, name
//! its origin and licence. `tests/lexicons.rs` proves the order. The text is what is shipped, since it packs far
//! better than a table; the index costs about a millisecond once and answers about ten times as fast as a binary
//! search over the text.

mod cues;
mod familiar;
mod names;
mod style;

use std::sync::OnceLock;

pub use cues::{CUES, cue};
pub use familiar::{DALE, SPACHE};
pub use names::{CLASSES, COMMON, FIRST, GROUPS, ORGANIZATIONS, PLACES, TITLES};
pub use style::{ADJECTIVAL, FUNCTION, HEDGE, INTENSIFIER, IRREGULAR, MANNER, NOMINAL, PLAIN, WEAK};

/// A sorted list of words in one string.
#[derive(Debug)]
pub struct WordList {
    file: &'static str,
    /// Where the comment lines end.
    start: usize,
    /// Open addressing, a power of two of slots, at most half full: eight bits of the hash above the place of a line
    /// plus one; an empty slot is zero.
    index: OnceLock<Box<[u32]>>,
}

/// Bits of a slot that hold the place of a line, which caps a list at 16 MB.
const PLACE: u32 = 0x00FF_FFFF;

impl WordList {
    /// Wraps the text of a list file; the comment lines in front are skipped at compile time.
    #[must_use]
    pub const fn new(file: &'static str) -> Self {
        let bytes = file.as_bytes();
        let mut at = 0;
        while at < bytes.len() && bytes[at] == b'#' {
            while at < bytes.len() && bytes[at] != b'\n' {
                at += 1;
            }
            at += 1;
        }
        Self { file, start: if at < bytes.len() { at } else { bytes.len() }, index: OnceLock::new() }
    }

    fn body(&self) -> &'static str {
        self.file.get(self.start..).unwrap_or("")
    }

    fn index(&self) -> &[u32] {
        self.index.get_or_init(|| {
            let body = self.body().as_bytes();
            // In pieces whose counts fit a byte, so that many are compared at once.
            let count = |piece: &[u8]| piece.iter().fold(0_u8, |count, &b| count + u8::from(b == b'\n'));
            let lines = body.chunks(255).map(|piece| usize::from(count(piece))).sum::<usize>() + 1;
            let mut slots = vec![0; (2 * lines).next_power_of_two()].into_boxed_slice();
            let mut start = 0;
            while start < body.len() {
                let (hash, mut end) = hash_of_line(body, start);
                let mut at = first_slot(hash, slots.len());
                while slots[at] != 0 {
                    at = (at + 1) & (slots.len() - 1);
                }
                slots[at] = mark(hash) | (start as u32 + 1);
                while body.get(end).is_some_and(|&b| b != b'\n') {
                    end += 1;
                }
                start = end + 1;
            }
            slots
        })
    }

    /// Whether `word`, already in lower case, stands in the list.
    #[must_use]
    pub fn contains(&self, word: &str) -> bool {
        self.find(word).is_some()
    }

    /// What follows the tab on the line of `word`; empty when the line has none, `None` when there is no such line.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<&'static str> {
        // Most of what is asked for is punctuation, and no list has any.
        if !word.as_bytes().first().is_some_and(|&b| b.is_ascii_alphanumeric() || b == b'\'' || b >= 0x80) {
            return None;
        }
        let slots = self.index();
        let hash = hash(word.as_bytes());
        let mut at = first_slot(hash, slots.len());
        while let Some(&slot) = slots.get(at).filter(|&&slot| slot != 0) {
            if slot & !PLACE == mark(hash) {
                let line = self.file.get(self.start + (slot & PLACE) as usize - 1..).unwrap_or("");
                if let Some(value) = line.strip_prefix(word).and_then(value_of) {
                    return Some(value);
                }
            }
            at = (at + 1) & (slots.len() - 1);
        }
        None
    }

    /// The lines, for the test of their order.
    pub fn lines(&self) -> impl Iterator<Item = &'static str> {
        self.body().lines()
    }
}

/// The value of the line whose key ends where `rest` begins; `None` when the key goes on.
fn value_of(rest: &str) -> Option<&str> {
    match rest.as_bytes().first() {
        None | Some(b'\n') => Some(""),
        // Values are short: a search for one character in many bytes at once takes longer.
        Some(b'\t') => rest[1..].split(['\n']).next(),
        Some(_) => None,
    }
}

const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// A number for a word, the same on every machine; eight bytes at a time, as words are short.
#[must_use]
pub fn hash(word: &[u8]) -> u64 {
    let mut hash = 0;
    for chunk in word.chunks_exact(8) {
        hash = step(hash, chunk.try_into().map_or(0, u64::from_le_bytes));
    }
    step(hash, rest(word))
}

/// The bytes behind the last whole eight as a number. Copying so few would call a function; where there are enough bytes
/// to load some at once, they are loaded with others in front of them, which are shifted out or are the same.
fn rest(word: &[u8]) -> u64 {
    let bits = word.len() as u32 % 8 * 8;
    if let Some(last) = word.last_chunk() {
        return u64::from_le_bytes(*last).checked_shr(64 - bits).unwrap_or(0);
    }
    if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
        return u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << (bits - 32);
    }
    word.iter().rev().fold(0, |all, &byte| all << 8 | u64::from(byte))
}

/// The hash of the key that begins at `start`, and where the key ends. Eight bytes at a time: this is most of what the
/// first analysis has to do.
fn hash_of_line(body: &[u8], start: usize) -> (u64, usize) {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let (mut hash, mut at) = (0, start);
    loop {
        let eight =
            body.get(at..at + 8).and_then(|eight| eight.try_into().ok()).unwrap_or_else(|| last_eight(body, at));
        let eight = u64::from_le_bytes(eight);
        // Nothing that a line holds is below the tab and the line feed; the lowest bit that is set tells where one is.
        let below = eight.wrapping_sub(ONES * (u64::from(b'\n') + 1)) & !eight & (ONES << 7);
        if below != 0 {
            let length = below.trailing_zeros() / 8;
            let rest = eight & !(u64::MAX << (8 * length));
            return (step(hash, rest), at + length as usize);
        }
        hash = step(hash, eight);
        at += 8;
    }
}

/// The bytes from `at` to the end of a text, then line feeds.
fn last_eight(body: &[u8], at: usize) -> [u8; 8] {
    let mut eight = [b'\n'; 8];
    let rest = body.get(at..).unwrap_or_default();
    eight.iter_mut().zip(rest).for_each(|(place, byte)| *place = *byte);
    eight
}

fn step(hash: u64, eight: u64) -> u64 {
    (hash.rotate_left(23) ^ eight).wrapping_mul(FACTOR)
}

/// Where the search for a hash begins; `slots` is a power of two, or zero for a list without lines.
fn first_slot(hash: u64, slots: usize) -> usize {
    (hash >> 32) as usize & slots.wrapping_sub(1)
}

/// The bits of a hash that stand in a slot.
fn mark(hash: u64) -> u32 {
    (hash as u32) & !PLACE
}

/// Lower-cases a word, into `buffer` where it is not yet so; words longer than the buffer come back empty, since no list
/// has one so long.
#[must_use]
pub fn fold<'b>(word: &'b str, buffer: &'b mut [u8; 64]) -> &'b str {
    // Most words are.
    if word.len() <= buffer.len() && word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        return word;
    }
    lowered(word, buffer)
}

/// [`fold`] of a word that is not in lower case yet.
#[inline(never)]
fn lowered<'b>(word: &str, buffer: &'b mut [u8; 64]) -> &'b str {
    if word.is_ascii() {
        let Some(place) = buffer.get_mut(..word.len()) else { return "" };
        place.copy_from_slice(word.as_bytes());
        place.make_ascii_lowercase();
        return std::str::from_utf8(place).unwrap_or("");
    }
    let mut len = 0;
    for c in word.chars() {
        // A typographic apostrophe is the same letter to every list.
        let c = if c == '’' { '\'' } else { c };
        for lower in c.to_lowercase() {
            let end = len + lower.len_utf8();
            if end > buffer.len() {
                return "";
            }
            lower.encode_utf8(&mut buffer[len..end]);
            len = end;
        }
    }
    std::str::from_utf8(&buffer[..len]).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    static LIST: WordList = WordList::new("# origin\n# licence\nalpha\nbeta\t2\ngamma\n");

    #[test]
    fn words_are_found_in_place() {
        assert_eq!(LIST.find("alpha"), Some(""));
        assert_eq!(LIST.find("beta"), Some("2"));
        assert_eq!(LIST.find("gamma"), Some(""));
        for absent in ["", "al", "alphabet", "zeta", "#", "2", "beta\t2", "betb", "aa", "\n"] {
            assert_eq!(LIST.find(absent), None, "{absent}");
        }
    }

    #[test]
    fn every_line_of_a_real_list_is_found() {
        for list in [&COMMON, &CUES, &FIRST, &PLACES] {
            for line in list.lines() {
                let (key, value) = line.split_once('\t').unwrap_or((line, ""));
                assert_eq!(list.find(key), Some(value), "{key}");
                assert_eq!(list.find(&format!("{key}~")), None, "{key}~");
            }
        }
    }

    #[test]
    fn folding_lowers_and_straightens() {
        let mut buffer = [0; 64];
        assert_eq!(fold("ÉCOLE’S", &mut buffer), "école's");
        assert_eq!(fold(&"x".repeat(65), &mut buffer), "");
    }
}
