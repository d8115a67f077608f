//! How the names are spelled: every way of writing one, and which one each mention has.

use rustc_hash::FxHashMap;

use super::seats::{self, Sense};
use super::{forms, people};
use crate::analysis::EntityKind;
use crate::name::Names;
use crate::reading::Reading;

/// One way of writing a name, with all its mentions.
pub struct Spelling {
    /// The words with spaces between them.
    pub key: String,
    /// In lower case, without full stops.
    pub words: Vec<String>,
    /// What kind of thing bears it.
    pub kind: EntityKind,
    /// Index of its first mention.
    pub first: usize,
}

/// Every spelling once, and how each mention is spelled.
#[derive(Default)]
pub struct Spellings {
    /// In the order of their first mentions.
    pub all: Vec<Spelling>,
    /// The characters of each mention by number, the same number for the same characters.
    pub writing: Vec<usize>,
    /// The spelling of each mention.
    pub of_mention: Vec<usize>,
}

impl Spelling {
    /// The last word of a person's name.
    pub fn surname(&self) -> &str {
        people::core(&self.words).last().map_or("", String::as_str)
    }
}

/// Finds the spelling of every mention.
pub fn spell(reading: &Reading<'_>, names: &Names) -> Spellings {
    let mut known: FxHashMap<(String, EntityKind), usize> = FxHashMap::default();
    let mut spellings = Spellings::default();
    let mut senses: FxHashMap<String, Sense> = FxHashMap::default();
    // What is written the same is the same spelling, unless its sense depends on the place it stands at.
    let mut met: FxHashMap<(&str, EntityKind), (usize, Option<usize>)> = FxHashMap::default();
    for (first, mention) in names.mentions.iter().enumerate() {
        let number = met.len();
        let written = met.entry((mention.span.of(reading.text), mention.kind)).or_insert((number, None));
        spellings.writing.push(written.0);
        if let Some(index) = written.1 {
            spellings.of_mention.push(index);
            continue;
        }
        let mut words = forms::key_words(reading, mention.tokens.start as usize..mention.tokens.end as usize);
        let depends = mention.kind == EntityKind::Place && seats::is_seat(&words);
        if depends {
            // Where nothing tells, a town is what it was before, and a town at first.
            let sense = senses.entry(words[0].clone()).or_insert(Sense::Town);
            *sense = seats::sense(reading, mention).unwrap_or(*sense);
            words.extend((*sense == Sense::Government).then(|| seats::GOVERNMENT.to_owned()));
        }
        let next = spellings.all.len();
        let index = *known.entry((words.join(" "), mention.kind)).or_insert(next);
        if index == next {
            spellings.all.push(Spelling { key: String::new(), words, kind: mention.kind, first });
        }
        if !depends {
            written.1 = Some(index);
        }
        spellings.of_mention.push(index);
    }
    #[expect(clippy::iter_over_hash_type, reason = "each key goes to its own place, in whatever order they come")]
    for ((key, _), index) in known {
        spellings.all[index].key = key;
    }
    spellings
}
