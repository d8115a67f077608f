//! What was found out about a word is kept from article to article: most words of an article stood in one before.
//!
//! Words get a number that lasts, and a [`Memo`] keeps one answer a number. Only what depends on nothing but the word may
//! be kept, so an answer never depends on what was read before. When too many words have come together, all are
//! forgotten before the next article.

use std::cell::RefCell;

use super::Vocabulary;
use super::distinct::Distinct;

/// So many words are kept; with everything that is known of them they take a few megabytes.
const MOST: usize = 1 << 15;

thread_local! {
    static KEPT: RefCell<Kept> = RefCell::default();
}

/// The words that are kept.
#[derive(Default)]
struct Kept {
    words: Distinct,
    /// How often all were forgotten: a number means a word only within one age.
    age: u32,
}

/// The lasting numbers of an article's words.
#[derive(Clone, Debug, Default)]
pub(super) struct Lasting {
    age: u32,
    /// One a word; `None` for a word that came when there was no more room.
    numbers: Vec<Option<u32>>,
}

impl Lasting {
    /// The numbers of `words`, which come with their hashes.
    pub fn of<'w>(words: impl Iterator<Item = (&'w str, u64)>) -> Self {
        KEPT.with_borrow_mut(|kept| {
            if kept.words.len() >= MOST {
                *kept = Kept { words: Distinct::default(), age: kept.age.wrapping_add(1) };
            }
            let number = |(word, hash)| {
                let room = kept.words.len() < MOST;
                if room { Some(kept.words.number(word, hash)) } else { kept.words.find(word, hash) }
            };
            Self { numbers: words.map(number).collect(), age: kept.age }
        })
    }
}

/// Answers to one question about words.
pub struct Memo<T>(RefCell<Answers<T>>);

struct Answers<T> {
    age: u32,
    by_number: Vec<Option<T>>,
}

impl<T: Copy> Memo<T> {
    /// No answers yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(RefCell::new(Answers { age: 0, by_number: Vec::new() }))
    }

    /// The answer for every word of an article, in their order; `ask` is called for words that are new.
    pub fn of(&self, vocabulary: &Vocabulary, ask: impl Fn(&str) -> T) -> Vec<T> {
        let lasting = vocabulary.lasting();
        let answers = &mut *self.0.borrow_mut();
        if answers.age != lasting.age {
            *answers = Answers { age: lasting.age, by_number: Vec::new() };
        }
        let answer = |(word, number): (&str, &Option<u32>)| {
            let Some(number) = number.map(|number| number as usize) else { return ask(word) };
            if answers.by_number.len() <= number {
                answers.by_number.resize(number + 1, None);
            }
            *answers.by_number[number].get_or_insert_with(|| ask(word))
        };
        vocabulary.words().zip(&lasting.numbers).map(answer).collect()
    }
}

impl<T: Copy> Default for Memo<T> {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::article;
    use crate::options::Format;

    fn vocabulary(text: &str) -> Vocabulary {
        let article = article::split(text, Format::Text);
        let sentences = crate::sentence::split(text, &article);
        crate::token::split(text, &article, &sentences).vocabulary
    }

    #[test]
    fn a_word_is_asked_about_once() {
        let (memo, asked) = (Memo::new(), Cell::new(0));
        let length = |word: &str| {
            asked.set(asked.get() + 1);
            word.len()
        };
        assert_eq!(memo.of(&vocabulary("harbour wall harbour"), length), [7, 4]);
        assert_eq!(memo.of(&vocabulary("the wall"), length), [3, 4]);
        assert_eq!(asked.get(), 3);
    }

    #[test]
    fn answers_stay_right_when_words_are_forgotten() {
        let memo = Memo::new();
        let many = |letter: char| (0..MOST).map(|n| format!("{letter}{n}x")).collect::<Vec<_>>().join(" ");
        let before = vocabulary("harbour wall");
        for text in [many('a'), many('b'), many('c')] {
            let vocabulary = vocabulary(&text);
            assert_eq!(memo.of(&vocabulary, str::len), vocabulary.words().map(str::len).collect::<Vec<_>>());
        }
        assert_eq!(memo.of(&before, str::len), [7, 4]);
        assert_eq!(memo.of(&vocabulary("quay"), str::len), [4]);
    }
}
