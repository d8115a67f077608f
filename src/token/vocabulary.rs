//! The different words of an article in lower case, each once: later rooms ask about a word, not about each place it
//! stands at.

use super::distinct::{Distinct, Words};
use super::memo::Lasting;
use super::{Shape, Token};
use crate::lexicon::{fold, hash};

/// Every token's word by number, and every word once.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// One number a token.
    ids: Vec<u32>,
    words: Words,
    lasting: Lasting,
}

impl Vocabulary {
    /// Numbers the words of an article in the order of their first use.
    #[must_use]
    pub fn new(text: &str, tokens: &[Token]) -> Self {
        let (mut ids, mut hashes) = (Vec::with_capacity(tokens.len()), Vec::new());
        let mut words = Distinct::with_room(tokens.len() / 4);
        let (mut lower, mut buffer) = (String::new(), [0; 64]);
        for token in tokens {
            let written = token.span.of(text);
            let word = if written.len() > buffer.len() || !written.is_ascii() {
                fold(written, &mut buffer)
            } else if token.shape == Shape::Lower {
                written
            } else {
                lower.clear();
                lower.push_str(written);
                lower.make_ascii_lowercase();
                &lower
            };
            let hash = hash(word.as_bytes());
            let id = words.number(word, hash);
            if id as usize == hashes.len() {
                hashes.push(hash);
            }
            ids.push(id);
        }
        let words = words.into_words();
        let lasting = Lasting::of((0..).map(|id| words.word(id)).zip(hashes));
        Self { ids, words, lasting }
    }

    /// Every different word, in the order of their numbers.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        (0..self.len() as u32).map(|id| self.word(id))
    }

    /// How many different words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
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
        self.words.word(id)
    }

    /// The numbers of the words that hold for other articles too.
    pub(super) fn lasting(&self) -> &Lasting {
        &self.lasting
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
