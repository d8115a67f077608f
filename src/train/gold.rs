//! What gold documents have in common: one JSON object a line, places in code points, names.

use std::fmt::Display;
use std::fs;
use std::io;
use std::path::Path;

use serde::Deserialize;

use crate::span::Span;

/// A stretch of a text in code points.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Stretch {
    pub start: usize,
    pub end: usize,
}

/// Places in code points become places in bytes.
pub(super) struct Places(Vec<usize>);

impl Places {
    pub fn new(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).chain([text.len()]).collect())
    }

    pub fn span(&self, start: usize, end: usize) -> Span {
        let at = |place: usize| self.0.get(place).or(self.0.last()).copied().unwrap_or(0);
        Span::at(at(start), at(end))
    }

    pub fn of(&self, stretch: &Stretch) -> Span {
        self.span(stretch.start, stretch.end)
    }
}

/// The words of a name as the entity room writes its keys.
pub(super) fn words(name: &str) -> Vec<String> {
    let plain = |word: &str| word.chars().filter(|c| !matches!(c, '.' | ',')).flat_map(char::to_lowercase).collect();
    name.split_whitespace().map(plain).collect()
}

/// Reads a file of documents, each made of what its line holds.
pub(super) fn lines<T: for<'d> Deserialize<'d>, D>(path: &Path, document: impl Fn(T) -> D) -> io::Result<Vec<D>> {
    let text = fs::read_to_string(path).map_err(|error| explain(path, 0, &error))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.is_empty());
    lines
        .map(|(number, line)| serde_json::from_str(line).map(&document).map_err(|e| explain(path, number + 1, &e)))
        .collect()
}

/// An error that says where.
pub(super) fn explain(path: &Path, line: usize, error: &impl Display) -> io::Error {
    io::Error::other(format!("{}, line {line}: {error}", path.display()))
}
