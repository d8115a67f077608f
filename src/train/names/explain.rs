//! Which features decided what the namer says of each word of a text.

use std::fmt::Write as _;
use std::io;

use crate::model::Rows;
use crate::name::trained::features::{self, FIRST, TITLES};
use crate::name::trained::label::{LABELS, Sort};
use crate::name::trained::sheet::Look;
use crate::name::trained::{Namer, relative};
use crate::name::{self, facts::Facts};

/// How many features are told of each word.
const TOLD: usize = 6;

/// A line a word that may belong to a name: the label that its own features speak for at the first pass, and the
/// features that do most for it against the runner-up, with what they add.
///
/// # Errors
///
/// When the model cannot be read.
pub fn explain(bytes: &[u8], text: &str) -> io::Result<Vec<String>> {
    let namer = Namer::new(bytes).map_err(io::Error::other)?;
    Ok(crate::train::read(text, |reading| {
        let facts = Facts::new(reading);
        let mut sights = Vec::new();
        let proposals = name::proposals(&facts);
        let sheet = Look::new(&facts, &namer.gazetteer, &proposals)
            .sheet(|row| sights.extend(row.places().map(|(i, run)| features::first(row.words, i, run))));
        let spots = sheet.spots.iter().zip(&sights);
        spots.map(|(spot, hashes)| line(reading.word(spot.token as usize), &namer.rows, hashes)).collect()
    }))
}

fn line(word: &str, rows: &Rows<'_, 1>, hashes: &[u32; FIRST]) -> String {
    let scores = relative(&rows.sum(hashes));
    let mut order: [usize; LABELS] = std::array::from_fn(|label| label);
    order.sort_by_key(|&label| std::cmp::Reverse(scores[label]));
    let [best, next] = [order[0], order[1]];
    let lead = |hash: u32| {
        let one = relative(&rows.sum(&[hash]));
        one[best] - one[next]
    };
    let mut told: Vec<(&str, i32)> = TITLES.iter().zip(hashes).map(|(&name, &hash)| (name, lead(hash))).collect();
    told.sort_by_key(|&(_, lead)| std::cmp::Reverse(lead.abs()));
    let mut out = format!("{word}\t{} {}, {} {}", name(best), scores[best], name(next), scores[next]);
    for (feature, lead) in told.into_iter().take(TOLD).filter(|&(_, lead)| lead != 0) {
        let _ = write!(out, "\t{feature} {lead:+}");
    }
    out
}

fn name(label: usize) -> String {
    Sort::of_label(label).map_or("no name".to_owned(), |sort| {
        let place = if label == sort.label(true) { "" } else { ", later word" };
        format!("{sort:?}{place}").to_lowercase()
    })
}
