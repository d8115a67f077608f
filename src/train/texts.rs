//! News of our own with its names marked and its quotation marks told apart: `“We open,”{s Cole} [Ada Cole]P said.`
//!
//! A line is a paragraph, an empty line ends an article, a line that begins with `#` is a remark. What the letters of names
//! and the labels behind quotation marks mean is up to those who read them.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use crate::span::Span;

/// An article without its marks.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Marked {
    pub text: String,
    /// Every name with its letter.
    pub names: Vec<(Span, char)>,
    /// Every label with the place that it stood at.
    pub labels: Vec<(usize, String)>,
}

/// The text files of a folder, in the order of their names.
pub(super) fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let all: BTreeSet<PathBuf> = entries.collect::<io::Result<_>>()?;
    Ok(all.into_iter().filter(|path| path.extension().is_some_and(|end| end == "txt")).collect())
}

/// The articles of every file of a folder, each made into what `make` makes of it and its number in the file.
pub(super) fn read<T>(folder: &Path, make: impl Fn(Marked, usize) -> Result<T, String>) -> io::Result<Vec<T>> {
    let mut all = Vec::new();
    for path in files(folder)? {
        let file = std::fs::read_to_string(&path)?;
        let lines: Vec<&str> = file.lines().filter(|line| !line.starts_with('#')).map(str::trim_end).collect();
        for (number, article) in lines.join("\n").split("\n\n").filter(|part| !part.trim().is_empty()).enumerate() {
            let one = parse(article.trim()).and_then(|marked| make(marked, number));
            all.push(one.map_err(|what| io::Error::other(format!("{}: part {number}: {what}", path.display())))?);
        }
    }
    Ok(all)
}

/// Takes the marks out of one article.
pub(super) fn parse(article: &str) -> Result<Marked, String> {
    let mut marked = Marked::default();
    for line in article.lines().filter(|line| !line.is_empty()) {
        if !marked.text.is_empty() {
            marked.text.push_str("\n\n");
        }
        let mut rest = line;
        while let Some(at) = rest.find(['[', '{', '}']) {
            let (before, behind) = rest.split_at(at);
            marked.text.push_str(before);
            rest = match behind.as_bytes()[0] {
                b'[' => marked.name(&behind[1..])?,
                b'{' => marked.label(&behind[1..])?,
                _ => return Err(format!("a label was not opened: {behind}")),
            };
        }
        marked.text.push_str(rest);
    }
    Ok(marked)
}

impl Marked {
    /// Takes a name with its letter from the front of `rest`, and gives what follows. Labels may stand inside names.
    fn name<'r>(&mut self, rest: &'r str) -> Result<&'r str, String> {
        let (name, behind) = rest.split_once(']').ok_or_else(|| format!("a mark is not closed: {rest}"))?;
        let letter = behind.chars().next().filter(char::is_ascii_uppercase);
        let letter = letter.ok_or_else(|| format!("a mark has no letter: {rest}"))?;
        let start = self.text.len();
        let mut name = name;
        while let Some((before, inside)) = name.split_once('{') {
            self.text.push_str(before);
            name = self.label(inside)?;
        }
        self.text.push_str(name);
        self.names.push((Span::at(start, self.text.len()), letter));
        Ok(&behind[1..])
    }

    /// Takes a label from the front of `rest`, and gives what follows.
    fn label<'r>(&mut self, rest: &'r str) -> Result<&'r str, String> {
        let (label, behind) = rest.split_once('}').ok_or_else(|| format!("a label is not closed: {rest}"))?;
        self.labels.push((self.text.len(), label.to_owned()));
        Ok(behind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_out_and_kept() {
        let marked = parse("[Ada \"Dot\"{o} Cole]P met [Harlow Council]O.\nIt \"rained\"{s}.").unwrap();
        assert_eq!(marked.text, "Ada \"Dot\" Cole met Harlow Council.\n\nIt \"rained\".");
        let names: Vec<(&str, char)> =
            marked.names.iter().map(|&(span, letter)| (span.of(&marked.text), letter)).collect();
        assert_eq!(names, [("Ada \"Dot\" Cole", 'P'), ("Harlow Council", 'O')]);
        assert_eq!(marked.labels, [(9, "o".to_owned()), (47, "s".to_owned())]);
    }

    #[test]
    fn a_broken_mark_is_told() {
        assert!(parse("[Ada").unwrap_err().contains("not closed"));
        assert!(parse("[Ada]x").unwrap_err().contains("no letter"));
        assert!(parse("\"No\"{s").unwrap_err().contains("not closed"));
        assert!(parse("No}").unwrap_err().contains("not opened"));
    }
}
