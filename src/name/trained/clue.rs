//! What stands beside a word: few places tell by themselves what bears a name, all places together often do.

use std::ops::Range;

use crate::name::facts::Facts;
use crate::name::known::bit;
use crate::tag::Pos;
use crate::token::Kind;

/// A title, office or honorific stands before it.
const TITLE: u16 = 1;
/// A first name stands before it.
const GIVEN: u16 = 1 << 1;
/// What only persons do stands behind it.
const ACTS: u16 = 1 << 2;
/// A comma and a number stand behind it, as an age does.
const AGE: u16 = 1 << 3;
/// A preposition of place stands before it.
const PLACED: u16 = 1 << 4;
/// "The" stands before it.
const ARTICLE: u16 = 1 << 5;
/// "Of" stands before it.
const OF: u16 = 1 << 6;
/// A small noun stands behind it.
const NOUN: u16 = 1 << 7;
/// A verb stands behind it.
const VERB: u16 = 1 << 8;
/// It owns something.
const OWNS: u16 = 1 << 9;
/// A capital stands before it.
const LATER: u16 = 1 << 10;
/// A capital stands behind it.
const LEADS: u16 = 1 << 11;
/// A word such as "Ministry" stands behind it.
const BODY: u16 = 1 << 12;
/// It stands in brackets.
const BRACKET: u16 = 1 << 13;
/// The rules think of a person.
pub(crate) const PERSON: u16 = 1 << 14;
/// The rules think of a place.
pub(crate) const PLACE: u16 = 1 << 15;

/// The clues that speak for or against persons.
pub(super) const PERSONS: u32 = (TITLE | GIVEN | ACTS | AGE | OWNS | ARTICLE | LATER | PERSON) as u32;
/// The clues that speak for or against places.
pub(super) const PLACES: u32 = (PLACED | ARTICLE | OF | NOUN | VERB | BODY | PLACE) as u32;

/// The clues beside token `i`, which begins with a capital, inside its sentence.
fn beside(facts: &Facts<'_>, i: usize) -> u16 {
    let reading = facts.reading;
    let sentence = reading.sentence_of(i);
    let inside = |j: usize| reading.tokens.get(j).is_some_and(|token| token.sentence as usize == sentence);
    let before = i.checked_sub(1).filter(|&j| inside(j));
    let has = |bits: u64| before.is_some_and(|j| facts.has(j, bits));
    let word = before.map_or("", |j| reading.folded(j));
    let leading = clue(has(bit::OFFICE), TITLE)
        | clue(has(bit::FIRST) && has(bit::CAPITAL), GIVEN)
        | clue(has(bit::CAPITAL) && !has(bit::OPEN), LATER)
        | match word {
            "in" | "at" | "near" | "from" | "across" | "outside" | "around" | "into" | "to" => PLACED,
            "the" => ARTICLE,
            "of" => OF,
            _ => 0,
        };
    let next = i + 1;
    if !inside(next) {
        return leading;
    }
    let capital = facts.has(next, bit::CAPITAL);
    let pos = facts.pos(next);
    let number = |j: usize| reading.tokens.get(j).is_some_and(|token| token.kind == Kind::Number);
    leading
        | clue(!capital && facts.has(next, bit::PERSONAL), ACTS)
        | clue(facts.is(next, ",") && inside(next + 1) && number(next + 1), AGE)
        | clue(!capital && pos == Pos::Noun, NOUN)
        | clue(!capital && matches!(pos, Pos::Verb | Pos::Aux), VERB)
        | clue(reading.folded(next) == "'s", OWNS)
        | clue(capital, LEADS)
        | clue(capital && facts.has(next, bit::BODY), BODY)
        | clue(word == "(" && facts.is(next, ")"), BRACKET)
}

/// The clue if it is there.
fn clue(there: bool, clue: u16) -> u16 {
    if there { clue } else { 0 }
}

/// The clues of every place of every word.
pub(super) struct Clues {
    /// Of each token.
    of: Vec<u16>,
    /// The clues that each different word has at one place or more, and at two or more.
    words: Vec<[u16; 2]>,
}

impl Clues {
    /// Looks at all capitals; `proposed` gives the clue that the rules' proposal makes for a token.
    pub(super) fn new(facts: &Facts<'_>, proposed: impl Iterator<Item = (Range<usize>, u16)>) -> Self {
        let mut of = vec![0; facts.reading.tokens.len()];
        for (i, clues) in of.iter_mut().enumerate().filter(|(i, _)| facts.has(*i, bit::CAPITAL)) {
            *clues = beside(facts, i);
        }
        for (tokens, clue) in proposed {
            for clues in of.get_mut(tokens).into_iter().flatten() {
                *clues |= clue;
            }
        }
        let mut words = vec![[0; 2]; facts.reading.vocabulary.len()];
        for (i, &clues) in of.iter().enumerate().filter(|(_, clues)| **clues != 0) {
            let Some([once, again]) = words.get_mut(facts.id(i) as usize) else { continue };
            *again |= *once & clues;
            *once |= clues;
        }
        Self { of, words }
    }

    /// The clues that the word with number `id` has elsewhere than at token `i`.
    pub(super) fn elsewhere(&self, i: usize, id: u32) -> u32 {
        let (Some(own), Some([once, again])) = (self.of.get(i), self.words.get(id as usize)) else { return 0 };
        (again | once & !own).into()
    }
}
