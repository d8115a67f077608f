//! The article with what its words may be to this room: a word is asked about once, not at each place it stands at.

use std::ops::Deref;

use super::{beside, descriptions, phrase, pronouns, they};
use crate::lexicon::{CLASSES, cue};
use crate::reading::Reading;
use crate::token::Memo;

/// What a word, already in lower case, may be: one bit each.
pub type Sort = u16;

/// Stands for several, or for one.
pub const THEY: Sort = 1;
/// Several, or somebody of whom nothing is known.
pub const CROWD: Sort = 1 << 1;
/// A plural, when it is a noun.
pub const PLURAL: Sort = 1 << 2;
/// "He", "her", "itself".
pub const PRONOUN: Sort = 1 << 3;
/// "Who".
pub const WHO: Sort = 1 << 4;
/// A mark that may open or close somebody's words.
pub const QUOTE: Sort = 1 << 5;
/// Begins a definite phrase.
pub const DEFINITE: Sort = 1 << 6;
/// No noun phrase runs through it.
pub const SMALL: Sort = 1 << 7;
/// The main noun of a description whatever the article names.
pub const NOUN: Sort = 1 << 8;
/// Reports speech.
pub const REPORTS: Sort = 1 << 9;
/// A noun for people.
pub const PERSON: Sort = 1 << 10;
/// A day, a month or the like.
pub const CALENDAR: Sort = 1 << 11;
/// Makes an owner of the name before it.
pub const OWNER: Sort = 1 << 12;
/// A comma, a dash or a bracket.
pub const ASIDE: Sort = 1 << 13;
/// "Old".
pub const OLD: Sort = 1 << 14;

fn sort(word: &str) -> Sort {
    let reports = |(_, classes): (&str, &str)| classes.contains(['s', 't', 'k', 'm']);
    let all = [
        (PRONOUN, pronouns::pronoun(word).is_some()),
        (WHO, word == "who"),
        (QUOTE, matches!(word, "\"" | "“" | "«" | "„" | "”" | "»")),
        (DEFINITE, matches!(word, "the" | "that" | "this")),
        (SMALL, phrase::is_small(word)),
        (NOUN, descriptions::may_end(word)),
        (REPORTS, cue(word).is_some_and(reports)),
        (PERSON, beside::is_person_noun(word)),
        (CALENDAR, CLASSES.find(word).is_some_and(|classes| classes.contains('c'))),
        (OWNER, matches!(word, "'s" | "'")),
        (ASIDE, matches!(word, "," | "—" | "–" | "--" | "(" | ")")),
        (OLD, word == "old"),
    ];
    all.iter().filter(|(_, is)| *is).fold(they::sort(word), |sorts, (sort, _)| sorts | sort)
}

thread_local! {
    static SORTS: Memo<Sort> = const { Memo::new() };
}

/// The article, and the sorts of its words.
pub struct Page<'r> {
    reading: Reading<'r>,
    /// By the numbers of the vocabulary.
    sorts: Vec<Sort>,
}

impl<'r> Page<'r> {
    /// Asks about every word of the article.
    pub fn new(reading: &Reading<'r>) -> Self {
        Self { reading: *reading, sorts: SORTS.with(|memo| memo.of(reading.vocabulary, sort)) }
    }

    /// Everything that token `i` may be.
    pub fn sorts(&self, i: usize) -> Sort {
        self.reading.vocabulary.id(i).and_then(|id| self.sorts.get(id as usize)).copied().unwrap_or(0)
    }

    /// Whether token `i` may be of one of these sorts.
    pub fn is(&self, i: usize, sorts: Sort) -> bool {
        self.sorts(i) & sorts != 0
    }

    /// Every different word with what it may be.
    pub fn each_word(&self) -> impl Iterator<Item = (&str, Sort)> {
        self.reading.vocabulary.words().zip(self.sorts.iter().copied())
    }

    /// Whether any word of the article may be of this sort.
    pub fn has(&self, sort: Sort) -> bool {
        self.sorts.iter().any(|own| own & sort != 0)
    }
}

impl<'r> Deref for Page<'r> {
    type Target = Reading<'r>;

    fn deref(&self) -> &Reading<'r> {
        &self.reading
    }
}
