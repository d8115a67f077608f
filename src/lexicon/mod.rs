//! Word lists: sorted text, searched in place. Nothing is built at start-up.
//!
//! Each list is a file of lower-case words, one a line, sorted by bytes; its first lines, which begin with `#`, name
//! its origin and licence. `tests/lexicons.rs` proves the order.

mod cues;
mod familiar;
mod names;
mod style;

use std::cmp::Ordering;

pub use cues::CUES;
pub use familiar::{DALE, SPACHE};
pub use names::{CLASSES, COMMON, FIRST, GROUPS, ORGANIZATIONS, PLACES, TITLES};
pub use style::{ADJECTIVAL, FUNCTION, HEDGE, INTENSIFIER, IRREGULAR, LYWORDS, NOMINAL, PLAIN};

/// A sorted list of words in one string.
#[derive(Clone, Copy, Debug)]
pub struct WordList {
    file: &'static str,
    /// Where the comment lines end.
    start: usize,
}

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
        Self { file, start: if at < bytes.len() { at } else { bytes.len() } }
    }

    fn body(&self) -> &'static str {
        self.file.get(self.start..).unwrap_or("")
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
        let body = self.body();
        let bytes = body.as_bytes();
        // Both ends always stand at the start of a line.
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start = bytes[low..middle].iter().rposition(|&b| b == b'\n').map_or(low, |i| low + i + 1);
            let (order, shared) = compare(&bytes[start..high], word.as_bytes());
            match order {
                Ordering::Greater => high = start,
                Ordering::Less => low = start + shared + rest_of_line(&bytes[start + shared..high]),
                Ordering::Equal => {
                    let line = &body[start + shared..high];
                    let value = line.strip_prefix('\t').unwrap_or("");
                    return Some(value.split('\n').next().unwrap_or(""));
                }
            }
        }
        None
    }

    /// The lines, for the test of their order.
    pub fn lines(&self) -> impl Iterator<Item = &'static str> {
        self.body().lines()
    }
}

/// How the key at the start of `line` compares with `word`, and how many bytes they share.
fn compare(line: &[u8], word: &[u8]) -> (Ordering, usize) {
    let ends = |b: u8| b == b'\t' || b == b'\n';
    let shared = line.iter().zip(word).take_while(|(a, b)| a == b && !ends(**a)).count();
    let order = match (line.get(shared).copied().filter(|&b| !ends(b)), word.get(shared)) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        (Some(a), Some(b)) => a.cmp(b),
    };
    (order, shared)
}

/// How many bytes there are up to the start of the next line.
fn rest_of_line(bytes: &[u8]) -> usize {
    bytes.iter().position(|&b| b == b'\n').map_or(bytes.len(), |i| i + 1)
}

/// Lower-cases into `buffer` and returns the result; words longer than the buffer come back empty, since no list has
/// one so long.
#[must_use]
pub fn fold<'b>(word: &str, buffer: &'b mut [u8; 64]) -> &'b str {
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

    const LIST: WordList = WordList::new("# origin\n# licence\nalpha\nbeta\t2\ngamma\n");

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
        for list in [COMMON, CUES, FIRST, PLACES] {
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
