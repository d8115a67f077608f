//! How well a model names what others marked.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use crate::name;
use crate::name::trained::Namer;
use crate::name::trained::label::Sort;
use crate::name::trained::shares::Shares;

/// Names of one sort: right, given, marked.
pub type Counts = [usize; 3];

/// What a model got right, by sort: persons, organisations, places, groups, others.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score(pub [Counts; 5]);

impl Score {
    /// F1 of some counts, in percent.
    #[must_use]
    pub fn f1(counts: Counts) -> f64 {
        200.0 * counts[0] as f64 / (counts[1] + counts[2]).max(1) as f64
    }

    /// F1 of persons, organisations and places together, then of these three and of groups.
    #[must_use]
    pub fn figures(&self) -> [f64; 5] {
        let core = self.0[..3].iter().fold([0; 3], |sum, one| std::array::from_fn(|i| sum[i] + one[i]));
        [core, self.0[0], self.0[1], self.0[2], self.0[3]].map(Self::f1)
    }
}

#[derive(serde::Deserialize)]
struct Gold {
    text: String,
    entities: Vec<(usize, usize, String)>,
}

/// Scores the articles that may be looked at while tuning, then every fourth, which may not. The model is that in
/// `bytes`; without it, the rules alone.
///
/// # Errors
///
/// When the file or the model cannot be read.
pub fn score(path: &Path, bytes: Option<&[u8]>) -> io::Result<[Score; 2]> {
    let namer = bytes.map(Namer::new).transpose().map_err(io::Error::other)?;
    let mut scores = [Score::default(); 2];
    for (number, line) in std::fs::read_to_string(path)?.lines().enumerate() {
        let gold: Gold = serde_json::from_str(line).map_err(io::Error::other)?;
        let marked = marked(&gold);
        let found = found(&gold.text, namer.as_ref());
        let Score(counts) = &mut scores[usize::from(number % 4 == 3)];
        for name in &found {
            counts[name.2 as usize][0] += usize::from(marked.contains(name));
            counts[name.2 as usize][1] += 1;
        }
        for name in &marked {
            counts[name.2 as usize][2] += 1;
        }
    }
    Ok(scores)
}

/// First and last byte and sort.
type Name = (usize, usize, Sort);

fn marked(gold: &Gold) -> BTreeSet<Name> {
    let offsets: Vec<usize> = gold.text.char_indices().map(|(at, _)| at).chain([gold.text.len()]).collect();
    let sort = |kind: &str| match kind {
        "PERSON" => Some(Sort::Person),
        "ORG" => Some(Sort::Organization),
        "LOC" | "FAC" => Some(Sort::Place),
        "NORP" => Some(Sort::Group),
        "DATE" | "MONEY" => None,
        _ => Some(Sort::Other),
    };
    gold.entities
        .iter()
        .filter_map(|(start, end, kind)| Some((*offsets.get(*start)?, *offsets.get(*end)?, sort(kind)?)))
        .collect()
}

pub(super) fn found(text: &str, namer: Option<&Namer<'_>>) -> BTreeSet<Name> {
    let name = |name: name::NameMention| (name.span.start as usize, name.span.end as usize, Sort::of(name.kind));
    let shares = Shares::default();
    let namer = namer.map(|namer| (namer, &shares));
    crate::train::read(text, |reading| name::mentions(reading, namer).into_iter().map(name).collect())
}
