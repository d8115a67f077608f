//! Different words, each once, by number.

use std::ops::Range;

use crate::lexicon::hash;

/// Words by number.
#[derive(Clone, Debug)]
pub(super) struct Words {
    /// The words one after another.
    text: String,
    /// Where each word begins, and where the last one ends.
    bounds: Vec<u32>,
}

impl Default for Words {
    fn default() -> Self {
        Self { text: String::new(), bounds: vec![0] }
    }
}

impl Words {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.bounds.len() - 1
    }

    /// The word with this number; empty when there is none.
    pub fn word(&self, number: u32) -> &str {
        self.text.get(self.range(number)).unwrap_or("")
    }

    /// The same for those that only compare it.
    fn bytes(&self, number: u32) -> &[u8] {
        self.text.as_bytes().get(self.range(number)).unwrap_or(&[])
    }

    /// Where the word with this number stands.
    fn range(&self, number: u32) -> Range<usize> {
        match self.bounds.get(number as usize..) {
            Some([start, end, ..]) => *start as usize..*end as usize,
            _ => 0..0,
        }
    }

    fn push(&mut self, word: &str) {
        self.text.push_str(word);
        self.bounds.push(self.text.len() as u32);
    }
}

/// Words in the order in which they were first met, which can be looked up.
#[derive(Clone, Debug)]
pub(super) struct Distinct {
    words: Words,
    index: Index,
}

impl Default for Distinct {
    fn default() -> Self {
        Self::with_room(0)
    }
}

impl Distinct {
    /// None yet, with room for about `words` before anything has to grow.
    pub fn with_room(words: usize) -> Self {
        Self { words: Words::default(), index: Index::new(words) }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The words alone, when no more are looked up.
    pub fn into_words(self) -> Words {
        self.words
    }

    /// The number of `word`, if it is one of them; `hash` is its [`hash`].
    pub fn find(&self, word: &str, hash: u64) -> Option<u32> {
        self.place(word, hash).ok()
    }

    /// The number of `word`, which becomes one of them if it is none yet.
    pub fn number(&mut self, word: &str, hash: u64) -> u32 {
        match self.place(word, hash) {
            Ok(number) => number,
            Err(at) => self.add(word, hash, at),
        }
    }

    fn add(&mut self, word: &str, hash: u64, at: usize) -> u32 {
        let number = self.len() as u32;
        self.words.push(word);
        self.index.put(at, hash as u32, number);
        if self.index.is_full() {
            self.index = self.indexed(self.index.slots.len());
        }
        number
    }

    /// The number of `word`, or else the slot where it belongs.
    fn place(&self, word: &str, hash: u64) -> Result<u32, usize> {
        let mut at = self.index.first(hash);
        while let Some((mark, number)) = self.index.slot(at) {
            if mark == hash as u32 && self.words.bytes(number) == word.as_bytes() {
                return Ok(number);
            }
            at = self.index.after(at);
        }
        Err(at)
    }

    /// The same words in an index with room for `room`.
    fn indexed(&self, room: usize) -> Index {
        let mut index = Index::new(room);
        for number in 0..self.len() as u32 {
            let hash = hash(self.words.bytes(number));
            let mut at = index.first(hash);
            while index.slot(at).is_some() {
                at = index.after(at);
            }
            index.put(at, hash as u32, number);
        }
        index
    }
}

/// Open addressing over the words; a slot is the low half of a hash above a number plus one, an empty one is zero.
#[derive(Clone, Debug)]
struct Index {
    slots: Vec<u64>,
    used: usize,
}

impl Index {
    /// Room for about `words` words before it has to grow.
    fn new(words: usize) -> Self {
        Self { slots: vec![0; (2 * words).next_power_of_two().max(64)], used: 0 }
    }

    fn first(&self, hash: u64) -> usize {
        (hash >> 32) as usize & (self.slots.len() - 1)
    }

    fn after(&self, at: usize) -> usize {
        (at + 1) & (self.slots.len() - 1)
    }

    fn slot(&self, at: usize) -> Option<(u32, u32)> {
        let slot = self.slots[at];
        (slot != 0).then(|| ((slot >> 32) as u32, slot as u32 - 1))
    }

    fn put(&mut self, at: usize, mark: u32, number: u32) {
        self.slots[at] = u64::from(mark) << 32 | u64::from(number + 1);
        self.used += 1;
    }

    fn is_full(&self) -> bool {
        self.used * 2 > self.slots.len()
    }
}
