//! Names of our own news: `[Ada Cole]P met [Harlow Council]O`.
//!
//! The letters are P for persons, O for organisations, L for places, F for buildings, N for groups, M for anything else.

use std::io;
use std::path::Path;

use super::corpora::OWN;
use super::page::{self, NONE, Page};
use crate::name::trained::gazetteer::Gazetteer;
use crate::name::trained::label::Sort;
use crate::span::Span;
use crate::train::texts;

/// Reads every file of a folder.
pub(super) fn read(folder: &Path, gazetteer: &Gazetteer<'_>) -> io::Result<Vec<Page>> {
    let pages = texts::read(folder, |marked, number| {
        let sorted = |&(span, letter): &(Span, char)| sort(letter).map(|sort| (span, sort));
        let names: Vec<(Span, Sort)> = marked.names.iter().map(sorted).collect::<Result<_, String>>()?;
        let mut at = 0;
        Ok(Page::new(&marked.text, gazetteer, (OWN, number), |spot| {
            while names.get(at).is_some_and(|name| name.0.end <= spot.span.start) {
                at += 1;
            }
            match names.get(at).filter(|name| name.0.start < spot.span.end) {
                Some(&(span, sort)) => page::label(sort, spot.span.start <= span.start),
                None => NONE,
            }
        }))
    })?;
    Ok(pages.into_iter().flatten().collect())
}

fn sort(letter: char) -> Result<Sort, String> {
    Ok(match letter {
        'P' => Sort::Person,
        'O' => Sort::Organization,
        'L' | 'F' => Sort::Place,
        'N' => Sort::Group,
        'M' => Sort::Other,
        _ => return Err(format!("no kind of name has the letter {letter}")),
    })
}
