//! Sorted phrases, looked for at the start of a text or of any of its words.

use crate::article::bytes;

/// Bytes that a phrase is first looked up by.
const KEY: usize = 3;
/// Values of the small hash of a key.
const KEYS: usize = 1024;

/// A sorted list of phrases, each of at least three bytes.
pub struct Phrases {
    list: &'static [&'static str],
    /// Which keys occur: one bit for each value of a small hash. It spares most searches.
    keys: [u64; KEYS / 64],
}

const fn bit(key: [u8; KEY]) -> usize {
    (key[0] as usize * 37 + key[1] as usize * 101 + key[2] as usize * 11) % KEYS
}

fn key_of(text: &str) -> Option<[u8; KEY]> {
    text.as_bytes().first_chunk().copied()
}

impl Phrases {
    /// Wraps a sorted list.
    #[must_use]
    pub const fn new(list: &'static [&'static str]) -> Self {
        let mut keys = [0; KEYS / 64];
        let mut i = 0;
        while i < list.len() {
            let bytes = list[i].as_bytes();
            let at = bit([bytes[0], bytes[1], bytes[2]]);
            keys[at / 64] |= 1 << (at % 64);
            i += 1;
        }
        Self { list, keys }
    }

    /// The longest phrase that `text` begins with.
    #[must_use]
    pub fn start(&self, text: &str) -> Option<&'static str> {
        let key = key_of(text)?;
        let at = bit(key);
        if self.keys[at / 64] >> (at % 64) & 1 == 0 {
            return None;
        }
        let from = self.list.partition_point(|phrase| key_of(phrase).is_some_and(|known| known < key));
        let same = self.list.iter().skip(from).take_while(|phrase| key_of(phrase) == Some(key));
        same.filter(|phrase| text.starts_with(**phrase)).max_by_key(|phrase| phrase.len()).copied()
    }

    /// The phrases, for the test of their order.
    #[cfg(test)]
    pub const fn list(&self) -> &'static [&'static str] {
        self.list
    }
}

/// Lists of phrases of at least four bytes that are looked for in the same texts: one look at every word tells which of
/// them may be there.
pub struct Together {
    lists: &'static [&'static Phrases],
    /// For each value of a small hash of four bytes one bit a list.
    keys: [u8; KEYS],
}

/// Three bytes begin many common words; four leave few words to look up.
const fn place(four: [u8; 4]) -> usize {
    (u32::from_le_bytes(four).wrapping_mul(0x9E37_79B9) >> 22) as usize
}

impl Together {
    /// Puts at most eight lists together.
    #[must_use]
    pub const fn new(lists: &'static [&'static Phrases]) -> Self {
        let mut keys = [0; KEYS];
        let mut list = 0;
        while list < lists.len() {
            let mut i = 0;
            while i < lists[list].list.len() {
                let bytes = lists[list].list[i].as_bytes();
                keys[place([bytes[0], bytes[1], bytes[2], bytes[3]])] |= 1 << list;
                i += 1;
            }
            list += 1;
        }
        Self { lists, keys }
    }

    /// Tells `found` of every phrase that begins at a word, in order: the place of its list, where it begins, and itself.
    pub fn find(&self, text: &str, mut found: impl FnMut(usize, usize, &'static str)) {
        let mut at = 0;
        while let Some(rest) = text.get(at..) {
            let mut lists = rest.as_bytes().first_chunk().map_or(0, |&four| self.keys[place(four)]);
            while lists != 0 {
                let list = lists.trailing_zeros() as usize;
                lists &= lists - 1;
                if let Some(phrase) = self.lists[list].start(rest) {
                    found(list, at, phrase);
                }
            }
            let Some(apart) = rest.bytes().position(|b| bytes::of(b) & bytes::APART != 0) else { return };
            at += apart + 1;
        }
    }
}
