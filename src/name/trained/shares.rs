//! What words and groups of features add to scores, remembered from word to word and from article to article.

use std::cell::RefCell;

use super::features::{Echoes, Form, Glance};
use super::first::First;
use super::group::{Sight, run_words};
use super::lone::Added;
use crate::model::{self, Kept, Rows, Sums};
use crate::recent::Recent;
use crate::token::{Memo, Vocabulary};

/// The sums of the groups that have keys.
#[derive(Default)]
struct Groups {
    pos: Kept<1>,
    lexicon: Kept<1>,
    lists: Kept<1>,
    parts: Kept<1>,
    clues: Kept<1>,
    alone: Kept<1>,
    second: Kept<1>,
}

/// What one set of weights is remembered to add.
#[derive(Default)]
pub(crate) struct Shares {
    words: Memo<Added>,
    groups: RefCell<Groups>,
    sentences: RefCell<Recent<First>>,
}

impl Shares {
    /// What each word of an article adds, and behind them what the edge of a sentence adds.
    pub fn words(&self, vocabulary: &Vocabulary, rows: &Rows<'_, 1>) -> Vec<Added> {
        let mut words = self.words.of(vocabulary, |word| Added::of(&Form::of(word), rows));
        words.push(Added::of(&Form::default(), rows));
        words
    }

    /// The scores of a word at the first pass.
    pub fn score(&self, sight: &Sight<'_>, words: &[Added], rows: &Rows<'_, 1>) -> Sums<1> {
        let mut sums = rows.sum(&sight.others());
        let mut add = |more: &Sums<1>| model::add(&mut sums, more);
        let word = |glance: &Glance| glance.id.map_or(words.last(), |id| words.get(id as usize));
        word(sight.here).map(|word| &word.here).map(&mut add);
        word(sight.back).map(|word| &word.back).map(&mut add);
        word(sight.next).map(|word| &word.next).map(&mut add);
        word(sight.back2).map(|word| &word.back2).map(&mut add);
        word(sight.next2).map(|word| &word.next2).map(&mut add);
        let groups = &mut *self.groups.borrow_mut();
        add(groups.pos.of(sight.pos_key(), || rows.sum(&sight.pos())));
        add(groups.lexicon.of(sight.lexicon_key(), || rows.sum(&sight.lexicon())));
        add(groups.lists.of(sight.lists_key(), || rows.sum(&sight.lists())));
        add(groups.parts.of(sight.parts_key(), || rows.sum(&sight.parts())));
        add(groups.clues.of(sight.clues_key(), || rows.sum(&sight.clues())));
        if std::ptr::eq(sight.start, sight.end) {
            word(sight.here).map(|word| &word.alone).map(&mut add);
            add(groups.alone.of(sight.alone_key(), || rows.sum(&sight.run_lists())));
        } else {
            add(&rows.sum(&run_words(&sight.start.form, &sight.end.form, sight.length, sight.place)));
            add(&rows.sum(&sight.run_lists()));
        }
        sums
    }

    /// Lends what the first pass made of sentences, for another article.
    pub fn with_recent<T>(&self, read: impl FnOnce(&mut Recent<First>) -> T) -> T {
        let recent = &mut *self.sentences.borrow_mut();
        recent.begin();
        read(recent)
    }

    /// Adds what the second pass adds.
    pub fn add_second(&self, echoes: &Echoes, rows: &Rows<'_, 1>, sums: &mut Sums<1>) {
        let groups = &mut *self.groups.borrow_mut();
        model::add(sums, groups.second.of(echoes.key(), || rows.sum(&echoes.hashes())));
    }
}
