//! A view of the tokens of one sentence, from which dates are read.

use super::words::{Atom, Meaning, atom};
use crate::reading::Reading;
use crate::tag::Pos;
use crate::token::{Kind, Shape};

/// The tokens of one sentence. Outside it there is nothing to see, so no date crosses a sentence.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'r> {
    pub reading: &'r Reading<'r>,
    /// What each different word means in lower case.
    meanings: &'r [Meaning],
    start: usize,
    end: usize,
}

impl<'r> Cursor<'r> {
    /// The sentence that token `at` stands in.
    pub fn new(reading: &'r Reading<'r>, meanings: &'r [Meaning], at: usize) -> Self {
        let range = reading.tokens_of(reading.sentence_of(at));
        Self { reading, meanings, start: range.start, end: range.end }
    }

    /// The characters of token `i`; empty outside the sentence.
    pub fn word(&self, i: usize) -> &'r str {
        if (self.start..self.end).contains(&i) { self.reading.word(i) } else { "" }
    }

    /// What the word that token `i` is means in lower case; `None` outside the sentence.
    fn meaning(&self, i: usize) -> Option<&'r Meaning> {
        let id = self.reading.vocabulary.id(i).filter(|_| (self.start..self.end).contains(&i))?;
        self.meanings.get(id as usize)
    }

    /// What token `i` means to a calendar.
    pub fn atom(&self, i: usize) -> Atom {
        let Some((meaning, token)) = self.meaning(i).zip(self.reading.tokens.get(i)) else { return Atom::Other };
        let known = match token.shape {
            // Something was written otherwise than in lower case it is.
            _ if meaning.length != token.span.len() => None,
            Shape::None | Shape::Lower => Some(meaning.atom),
            // A capital may make it a name of the calendar.
            Shape::Title | Shape::Upper => meaning.capital,
            Shape::Mixed => None,
        };
        known.unwrap_or_else(|| atom(self.word(i)))
    }

    /// Whether token `i` may tell that the sentence speaks of what is to come.
    pub fn may_look_ahead(&self, i: usize) -> bool {
        self.meaning(i).is_some_and(|meaning| meaning.ahead)
    }

    /// Whether token `i` may tell that the sentence speaks of every year.
    pub fn may_tell_of_every_year(&self, i: usize) -> bool {
        self.meaning(i).is_some_and(|meaning| meaning.yearly)
    }

    /// Whether token `i` is one of `words`, in any case.
    pub fn is(&self, i: usize, words: &[&str]) -> bool {
        let word = self.word(i);
        words.iter().any(|other| other.eq_ignore_ascii_case(word))
    }

    /// Whether the token before `i` is one of `words`.
    pub fn after(&self, i: usize, words: &[&str]) -> bool {
        i.checked_sub(1).is_some_and(|before| self.is(before, words))
    }

    /// Whether token `i` begins its sentence, opening marks aside.
    pub fn begins_sentence(&self, i: usize) -> bool {
        let first = (self.start..i).find(|&t| !matches!(self.kind(t), Some(Kind::Mark | Kind::Punct)));
        first.is_none()
    }

    /// The kind of token `i`.
    pub fn kind(&self, i: usize) -> Option<Kind> {
        (self.start..self.end).contains(&i).then(|| self.reading.tokens.get(i).map(|t| t.kind)).flatten()
    }

    /// Whether token `i` is capitalised.
    pub fn is_capital(&self, i: usize) -> bool {
        (self.start..self.end).contains(&i)
            && self.reading.tokens.get(i).is_some_and(|t| matches!(t.shape, Shape::Title | Shape::Upper | Shape::Mixed))
    }

    /// Whether token `i` continues the word before it.
    pub fn is_glued(&self, i: usize) -> bool {
        (self.start..self.end).contains(&i) && self.reading.tokens.get(i).is_some_and(|t| t.glued)
    }

    /// Whether white space stands before token `i`.
    pub fn is_apart(&self, i: usize) -> bool {
        (self.start..self.end).contains(&i) && self.reading.tokens.get(i).is_some_and(|t| t.space_before)
    }

    /// The tag of token `i`.
    pub fn tag(&self, i: usize) -> Option<Pos> {
        (self.start..self.end).contains(&i).then(|| self.reading.tags.get(i).copied()).flatten()
    }

    /// Whether a date may begin at token `i`: addresses hold none.
    pub fn may_begin(&self, i: usize) -> bool {
        matches!(self.kind(i), Some(Kind::Word | Kind::Number | Kind::Mark | Kind::Punct))
    }

    /// The first token of the sentence.
    pub fn first(&self) -> usize {
        self.start
    }

    /// One past the last token of the sentence.
    pub fn last(&self) -> usize {
        self.end
    }

    /// The text from token `i` to the end of the sentence.
    pub fn rest(&self, i: usize) -> &'r str {
        let from = self.reading.tokens.get(i).map_or(0, |t| t.span.start as usize);
        let to = self.end.checked_sub(1).and_then(|t| self.reading.tokens.get(t)).map_or(from, |t| t.span.end as usize);
        self.reading.text.get(from..to).unwrap_or("")
    }

    /// The first token that begins at or after `bytes` bytes from the start of token `i`.
    pub fn skip(&self, i: usize, bytes: usize) -> usize {
        let from = self.reading.tokens.get(i).map_or(0, |t| t.span.start);
        self.reading.token_at(from + bytes as u32).min(self.end)
    }
}
