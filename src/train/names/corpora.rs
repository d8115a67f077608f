//! Corpora of names that others marked. A set that lacks a kind says nothing of the words that may bear it.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use super::page::{self, ANY, NONE, Page, Spot};
use crate::name::trained::gazetteer::Gazetteer;
use crate::name::trained::label::Sort;
use crate::train::corpus::{self, Document};

/// A corpus and what it does not mark.
struct Corpus {
    file: &'static str,
    /// Groups are unmarked or marked as something else.
    lacks_groups: bool,
    /// Events, works, laws and products are unmarked.
    lacks_others: bool,
    /// The tags of another file that only holds what a model of open gold agrees with.
    consensus: Option<&'static str>,
}

const fn corpus(file: &'static str, lacks_groups: bool, lacks_others: bool) -> Corpus {
    Corpus { file, lacks_groups, lacks_others, consensus: None }
}

const CORPORA: &[Corpus] = &[
    Corpus { file: "gmb_silver", lacks_groups: false, lacks_others: true, consensus: Some("gmb_consensus_tags") },
    corpus("uner_ewt", true, true),
    corpus("gum_open", false, false),
    corpus("redocred", false, false),
    corpus("crossner_politics", true, false),
    corpus("re3d", true, true),
    corpus("multiner_gov", true, true),
    corpus("wnut17", true, true),
    corpus("btc", true, true),
];

/// The number of our own news, behind those of the corpora.
pub(super) const OWN: u32 = CORPORA.len() as u32;

/// Reads every corpus.
pub(super) fn read(folder: &Path, gazetteer: &Gazetteer<'_>) -> io::Result<Vec<Page>> {
    let mut pages = Vec::new();
    for (corpus, origin) in CORPORA.iter().zip(0..) {
        let documents = corpus::read(&folder.join(corpus.file).with_extension("jsonl"))?;
        let consensus =
            corpus.consensus.map(|file| consensus(&folder.join(file).with_extension("jsonl"))).transpose()?;
        for (number, document) in documents.iter().enumerate() {
            let tags = match &consensus {
                Some(consensus) => consensus.get(&document.id),
                None => Some(&document.tags),
            };
            pages.extend(tags.and_then(|tags| page(corpus, document, tags, gazetteer, (origin, number))));
        }
    }
    Ok(pages)
}

#[derive(serde::Deserialize)]
struct Tags {
    id: String,
    tags: Vec<String>,
}

fn consensus(path: &Path) -> io::Result<BTreeMap<String, Vec<String>>> {
    let text = std::fs::read_to_string(path)?;
    let parse =
        |line: &str| serde_json::from_str(line).map(|tags: Tags| (tags.id, tags.tags)).map_err(io::Error::other);
    text.lines().map(parse).collect()
}

fn page(
    corpus: &Corpus,
    document: &Document,
    tags: &[String],
    gazetteer: &Gazetteer<'_>,
    origin: (u32, usize),
) -> Option<Page> {
    let (text, tokens) = document.text();
    let mut at = 0;
    Page::new(&text, gazetteer, origin, |spot| {
        while tokens.get(at).is_some_and(|token| token.end <= spot.span.start) {
            at += 1;
        }
        match (tokens.get(at).filter(|token| token.start < spot.span.end), tags.get(at)) {
            (Some(token), Some(tag)) => allowed(corpus, tag, token.of(&text), spot, spot.span.start <= token.start),
            _ => NONE,
        }
    })
}

/// The labels that the corpus allows a spot inside the corpus' `token`.
fn allowed(corpus: &Corpus, tag: &str, token: &str, spot: &Spot, opens: bool) -> u8 {
    let Some((place, kind)) = tag.split_once('-').filter(|(_, kind)| !matches!(*kind, "DATE" | "MONEY")) else {
        // Half of a word with a hyphen may be a name where the corpus marks whole words only.
        let half = token.contains('-') && token.len() > spot.span.len() as usize;
        return if tag == "?" || half { ANY } else { outside(corpus, spot) };
    };
    let sort = match kind {
        "PERSON" => Sort::Person,
        "ORG" => Sort::Organization,
        "LOC" | "FAC" => Sort::Place,
        "NORP" => Sort::Group,
        _ if corpus.lacks_groups && spot.group => Sort::Group,
        _ => Sort::Other,
    };
    page::label(sort, place == "B" && opens)
}

/// What a word may be that the corpus leaves unmarked.
fn outside(corpus: &Corpus, spot: &Spot) -> u8 {
    let group = corpus.lacks_groups && spot.capital && spot.group;
    let other = corpus.lacks_others;
    let open = |yes: bool, sort| if yes { page::label(sort, true) } else { 0 };
    NONE | open(group, Sort::Group) | open(other, Sort::Other)
}
