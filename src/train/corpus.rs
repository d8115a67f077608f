//! Reads the corpora: one JSON document a line.

use std::fs;
use std::io;
use std::path::Path;

use serde::Deserialize;

use super::gold::explain;
use crate::tag::Pos;

/// One document as it stands in the file.
#[derive(Clone, Debug, Deserialize)]
pub struct Document {
    /// Its name in the corpus.
    pub id: String,
    /// Where it comes from.
    #[serde(default)]
    pub source: String,
    /// What may be done with it.
    #[serde(default)]
    pub licence: String,
    /// Its words.
    pub tokens: Vec<String>,
    /// Whether a blank follows the word.
    pub space_after: Vec<bool>,
    /// Universal parts of speech; empty where the corpus has none.
    #[serde(default)]
    pub pos: Vec<String>,
    /// Names as BIO tags; empty where the corpus has none.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Index of each sentence's first word.
    pub sent_starts: Vec<usize>,
    /// Index of each paragraph's first word; empty where the corpus has no paragraphs.
    #[serde(default)]
    pub par_starts: Vec<usize>,
}

/// One sentence of a document.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    /// Its words.
    pub words: Vec<String>,
    /// Whether the word is written together with the one before.
    pub glued: Vec<bool>,
    /// The right tags; `None` where nobody knows.
    pub tags: Vec<Option<Pos>>,
}

/// Reads a file of documents.
///
/// # Errors
///
/// When the file cannot be read, a line is no document, or its licence forbids to learn from it.
pub fn read(path: &Path) -> io::Result<Vec<Document>> {
    let text = fs::read_to_string(path).map_err(|error| explain(path, 0, &error))?;
    let mut documents = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
        let document: Document = serde_json::from_str(line).map_err(|error| explain(path, number + 1, &error))?;
        if document.licence.contains("NC") {
            return Err(explain(path, number + 1, &"the licence is non-commercial"));
        }
        documents.push(document);
    }
    Ok(documents)
}

impl Document {
    /// Its sentences, in order.
    #[must_use]
    pub fn sentences(&self) -> Vec<Sentence> {
        let ends = self.sent_starts.iter().skip(1).copied().chain([self.tokens.len()]);
        self.sent_starts.iter().copied().zip(ends).map(|(start, end)| self.sentence(start, end)).collect()
    }

    fn sentence(&self, start: usize, end: usize) -> Sentence {
        let range = start..end.min(self.tokens.len());
        Sentence {
            words: self.tokens.get(range.clone()).unwrap_or_default().to_vec(),
            glued: range.clone().map(|i| i > start && self.space_after.get(i - 1) == Some(&false)).collect(),
            tags: range.map(|i| self.pos.get(i).and_then(|name| Pos::from_name(name))).collect(),
        }
    }
}
