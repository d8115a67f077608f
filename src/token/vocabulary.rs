//! The different words of an article in lower case, each once: later rooms ask about a word, not about each place it
//! stands at.

use super::Token;
use crate::lexicon::{fold, hash};

/// Every token's word by number, and every word once.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// One number a token.
    ids: Vec<u32>,
    /// The words one after another.
    words: String,
    /// Where each word ends.
    ends: Vec<u32>,
}

impl Vocabulary {
    /// Numbers the words of an article in the order of their first use.
    #[must_use]
    pub fn new(text: &str, tokens: &[Token]) -> Self {
        let mut out = Self { ids: Vec::with_capacity(tokens.len()), ..Self::default() };
        let mut index = Index::new(tokens.len() / 4);
        let mut buffer = [0; 64];
        for token in tokens {
            let word = fold(token.span.of(text), &mut buffer);
            let id = out.number(word, &mut index);
            out.ids.push(id);
        }
        out
    }

    fn number(&mut self, word: &str, index: &mut Index) -> u32 {
        let hash = hash(word.as_bytes());
        let mut at = index.first(hash);
        while let Some((mark, id)) = index.slot(at) {
            if mark == hash as u32 && self.word(id) == word {
                return id;
            }
            at = index.after(at);
        }
        let id = self.ends.len() as u32;
        self.words.push_str(word);
        self.ends.push(self.words.len() as u32);
        index.put(at, hash as u32, id);
        if index.is_full() {
            *index = self.indexed(2 * index.slots.len());
        }
        id
    }

    /// The same words in an index of more slots.
    fn indexed(&self, slots: usize) -> Index {
        let mut index = Index::new(slots / 2);
        for id in 0..self.ends.len() as u32 {
            let hash = hash(self.word(id).as_bytes());
            let mut at = index.first(hash);
            while index.slot(at).is_some() {
                at = index.after(at);
            }
            index.put(at, hash as u32, id);
        }
        index
    }

    /// Every different word, in the order of their numbers.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len() as u32).map(|id| self.word(id))
    }

    /// How many different words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The number of the word that token `i` is, letter case aside; `None` when there is no such token.
    #[must_use]
    pub fn id(&self, i: usize) -> Option<u32> {
        self.ids.get(i).copied()
    }

    /// A word by its number, in lower case with straight apostrophes; empty for one longer than any word of a list,
    /// and when there is no such number.
    #[must_use]
    pub fn word(&self, id: u32) -> &str {
        let id = id as usize;
        let start = id.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |&end| end as usize);
        self.ends.get(id).and_then(|&end| self.words.get(start..end as usize)).unwrap_or("")
    }
}

/// Open addressing over the words; a slot is the low half of a hash above a number plus one, an empty one is zero.
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

    fn put(&mut self, at: usize, mark: u32, id: u32) {
        self.slots[at] = u64::from(mark) << 32 | u64::from(id + 1);
        self.used += 1;
    }

    fn is_full(&self) -> bool {
        self.used * 2 > self.slots.len()
    }
}

#[cfg(test)]
mod tests {
    use crate::article;
    use crate::options::Format;

    #[test]
    fn a_word_has_one_number_whatever_its_case() {
        let text = "The mayor’s plan: THE plan, she said. The Mayor's.";
        let article = article::split(text, Format::Text);
        let sentences = crate::sentence::split(text, &article);
        let tokens = crate::token::split(text, &article, &sentences);
        let vocabulary = &tokens.vocabulary;
        let ids: Vec<u32> = (0..tokens.tokens.len()).filter_map(|i| vocabulary.id(i)).collect();
        let words: Vec<&str> = ids.iter().map(|&id| vocabulary.word(id)).collect();
        assert_eq!(
            words,
            ["the", "mayor", "'s", "plan", ":", "the", "plan", ",", "she", "said", ".", "the", "mayor", "'s", "."]
        );
        assert_eq!((ids[0], ids[5], ids[1], ids[12]), (0, 0, 1, 1));
        assert_eq!((vocabulary.len(), vocabulary.id(99), vocabulary.word(99)), (9, None, ""));
    }

    #[test]
    fn many_words_are_kept_apart() {
        let text = (0..5000).map(|n| format!("w{n}x")).collect::<Vec<_>>().join(" ");
        let article = article::split(&text, Format::Text);
        let sentences = crate::sentence::split(&text, &article);
        let tokens = crate::token::split(&text, &article, &sentences);
        assert_eq!(tokens.vocabulary.len(), 5000);
        for (i, token) in tokens.tokens.iter().enumerate() {
            assert_eq!(tokens.vocabulary.id(i).map(|id| tokens.vocabulary.word(id)), Some(token.span.of(&text)));
        }
    }
}
