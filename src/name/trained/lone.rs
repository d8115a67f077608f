//! The features that look at nothing but one word, by where it stands beside the word that is judged.

use super::features::Form;
use super::group::{RUN_WORDS, run_words};
use crate::model::hash::mix_all;
use crate::model::{Rows, Sums};

pub(super) const HERE: [u32; 3] = [1, 8, 9];
pub(super) const BACK: [u32; 1] = [2];
pub(super) const NEXT: [u32; 1] = [3];
pub(super) const BACK2: [u32; 1] = [4];
pub(super) const NEXT2: [u32; 1] = [5];

/// The hashes of a word's features.
pub(super) struct Lone {
    pub here: [u32; HERE.len()],
    pub back: [u32; BACK.len()],
    pub next: [u32; NEXT.len()],
    pub back2: [u32; BACK2.len()],
    pub next2: [u32; NEXT2.len()],
    /// When it is a run of capitals by itself.
    pub alone: [u32; RUN_WORDS.len()],
}

impl Lone {
    /// Those of `form`.
    pub fn of(form: &Form) -> Self {
        let word = form.word;
        Self {
            here: mix_all(&HERE, &[[word, 0], [form.ends[2], 0], [form.start, 0]]),
            back: mix_all(&BACK, &[[word, 0]]),
            next: mix_all(&NEXT, &[[word, 0]]),
            back2: mix_all(&BACK2, &[[word, 0]]),
            next2: mix_all(&NEXT2, &[[word, 0]]),
            alone: run_words(form, form, 1, 0),
        }
    }
}

/// What a word adds to the scores from each place.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Added {
    pub here: Sums<1>,
    pub back: Sums<1>,
    pub next: Sums<1>,
    pub back2: Sums<1>,
    pub next2: Sums<1>,
    pub alone: Sums<1>,
}

impl Added {
    /// What `form` adds.
    pub fn of(form: &Form, rows: &Rows<'_, 1>) -> Self {
        let lone = Lone::of(form);
        Self {
            here: rows.sum(&lone.here),
            back: rows.sum(&lone.back),
            next: rows.sum(&lone.next),
            back2: rows.sum(&lone.back2),
            next2: rows.sum(&lone.next2),
            alone: rows.sum(&lone.alone),
        }
    }
}
