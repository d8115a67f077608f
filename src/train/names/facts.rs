//! Lists of names written from general knowledge, made into the gazetteer of the model file.
//!
//! A line is one bearer, its names apart by `|`; a `?` says that a name is often something else. The first word of a
//! file's name says of what kind they are.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use crate::model::{Words, hash};
use crate::name::trained::gazetteer::{self, LONGEST, REACH, kind, part};
use crate::name::trained::label::Sort;
use crate::options::Format;
use crate::train::texts::files;
use crate::{article, sentence, token};

/// The guards and classes of the gazetteer's hash table.
pub(super) fn read(folder: &Path) -> io::Result<(Vec<u8>, Vec<u8>)> {
    let mut names: BTreeMap<u32, u8> = BTreeMap::new();
    let mut parts: BTreeMap<u32, u8> = BTreeMap::new();
    for path in files(folder)? {
        let file = path.file_stem().and_then(|name| name.to_str()).unwrap_or("");
        let kind = match file.split('_').next() {
            Some("bodies") => kind::BODY,
            Some("places") => kind::PLACE,
            Some("groups") => kind::GROUP,
            Some("facilities") => kind::FACILITY,
            Some("events") => kind::EVENT,
            Some("works") => kind::WORK,
            Some("people") => kind::PERSON,
            _ => return Err(io::Error::other(format!("{}: a list of what?", path.display()))),
        };
        let text = std::fs::read_to_string(&path)?;
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let doubt = if line.trim_end().ends_with('?') { kind::DOUBTFUL } else { 0 };
            for name in line.split('|') {
                let name = name.trim().trim_end_matches('?').trim().trim_start_matches("The ");
                let words = words(name);
                if !words.is_empty() && words.len() <= LONGEST && !told_by_rule(name, kind) {
                    *names.entry(words.iter().fold(0, |name, &word| gazetteer::extend(name, word))).or_default() |=
                        kind | doubt;
                    note_parts(kind, &words, &mut parts);
                }
            }
        }
    }
    let parts = parts.into_iter().map(|(word, part)| (gazetteer::part_hash(word), part));
    let all: BTreeMap<u32, u8> = names.into_iter().chain(parts).collect();
    Ok(Words::<REACH>::lay_out(&all.into_iter().collect::<Vec<_>>()))
}

/// Whether the rules make the right thing of a name in a sentence that says nothing of it.
fn told_by_rule(name: &str, kind: u8) -> bool {
    const BEFORE: &str = "They wrote about ";
    let sort = match kind {
        kind::BODY => Sort::Organization,
        kind::PLACE | kind::FACILITY => Sort::Place,
        kind::GROUP => Sort::Group,
        kind::PERSON => Sort::Person,
        _ => Sort::Other,
    };
    let text = format!("{BEFORE}{name} again yesterday.");
    let found = super::score::found(&text, None);
    found.contains(&(BEFORE.len(), BEFORE.len() + name.len(), sort))
}

/// Notes the words of a longer name that speak of its kind.
fn note_parts(kind: u8, words: &[u32], parts: &mut BTreeMap<u32, u8>) {
    let [first, .., last] = words else { return };
    if kind == kind::PERSON {
        *parts.entry(*last).or_default() |= part::SURNAME;
        *parts.entry(*first).or_default() |= part::GIVEN;
    } else if kind == kind::BODY {
        *parts.entry(*last).or_default() |= part::BODY;
    }
}

/// The hashes of a name's words, as the tokenizer cuts them.
fn words(name: &str) -> Vec<u32> {
    let article = article::split(name, Format::default());
    let text = article.text.as_ref();
    let tokens = token::split(text, &article, &sentence::split(text, &article));
    (0..tokens.tokens.len())
        .map(|i| hash::bytes(tokens.vocabulary.id(i).map_or("", |id| tokens.vocabulary.word(id)).as_bytes()))
        .collect()
}
