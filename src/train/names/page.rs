//! Text with known names, looked at as the namer does.

use std::ops::Range;

use crate::name;
use crate::name::facts::Facts;
use crate::name::trained::features::{self, FIRST};
use crate::name::trained::gazetteer::Gazetteer;
use crate::name::trained::label::{LABELS, Sort};
use crate::name::trained::sheet::{Look, Sheet};
use crate::span::Span;

/// Every label.
pub(super) const ANY: u8 = u8::MAX;
/// Outside of names only.
pub(super) const NONE: u8 = 1;

/// An article to learn from.
pub(super) struct Page {
    pub sheet: Sheet,
    /// The features of the first pass, one row a spot.
    pub hashes: Vec<[u32; FIRST]>,
    /// The labels that each spot may have, one bit a label.
    pub allowed: Vec<u8>,
    /// What the first pass found elsewhere, one number a spot.
    pub echoes: Vec<u32>,
    /// How many different words the article has.
    pub words: usize,
    /// The corpus that it is from.
    pub corpus: u32,
    /// Pages of one fold are left out together.
    pub fold: usize,
}

/// What is asked of a spot before its labels are known.
pub(super) struct Spot {
    /// Its characters.
    pub span: Span,
    /// Whether the lexicons hold it as a group.
    pub group: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
}

impl Page {
    /// Looks at `text`; `allowed` gives the labels of every spot.
    pub(super) fn new(
        text: &str,
        gazetteer: &Gazetteer<'_>,
        (corpus, fold): (u32, usize),
        mut allowed: impl FnMut(&Spot) -> u8,
    ) -> Option<Self> {
        crate::train::read(text, |reading| {
            if reading.text != text {
                return None;
            }
            let facts = Facts::new(reading);
            let mut hashes = Vec::new();
            let proposals = name::proposals(&facts);
            let sheet = Look::new(&facts, gazetteer, &proposals)
                .sheet(|row| hashes.extend(row.places().map(|(i, run)| features::first(row.words, i, run))));
            let spot = |token: usize| Spot {
                span: reading.tokens[token].span,
                group: name::is_group(&facts, token),
                capital: reading.is_capital(token),
            };
            let allowed = sheet.spots.iter().map(|at| allowed(&spot(at.token as usize))).collect();
            let echoes = vec![0; sheet.spots.len()];
            Some(Self { sheet, hashes, allowed, echoes, words: reading.vocabulary.len(), corpus, fold })
        })
    }

    /// The spots of each stretch.
    pub(super) fn stretches(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.sheet.stretches()
    }
}

/// The bit of the label that a word of a name has.
pub(super) fn label(sort: Sort, first: bool) -> u8 {
    1 << sort.label(first)
}

const _: () = assert!(LABELS == 8, "a byte holds one bit a label");
