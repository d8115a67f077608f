//! News of our own with its names marked: `[Ada Cole]P met [Harlow Council]O`.
//!
//! A line is a paragraph, an empty line ends it, a line that begins with `#` is a remark. The letters are P for persons, O
//! for organisations, L for places, F for buildings, N for groups, M for anything else.

use std::io;
use std::path::Path;

use super::page::{self, NONE, Page};
use crate::name::trained::gazetteer::Gazetteer;
use crate::name::trained::label::Sort;
use crate::span::Span;

/// Text and the names in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Marked {
    pub text: String,
    pub names: Vec<(Span, Sort)>,
}

/// Reads every file of a folder, in the order of their names. The paragraphs between two empty lines are taken for one
/// article.
pub(super) fn read(folder: &Path, gazetteer: &Gazetteer<'_>) -> io::Result<Vec<Page>> {
    let mut pages = Vec::new();
    for path in super::files(folder)? {
        let file = std::fs::read_to_string(&path)?;
        let lines: Vec<&str> = file.lines().filter(|line| !line.starts_with('#')).map(str::trim_end).collect();
        for (number, article) in lines.join("\n").split("\n\n").filter(|part| !part.trim().is_empty()).enumerate() {
            let marked = parse(article.trim())
                .map_err(|what| io::Error::other(format!("{}: part {number}: {what}", path.display())))?;
            let names = &marked.names;
            let mut at = 0;
            let page = Page::new(&marked.text, gazetteer, number, |spot| {
                while names.get(at).is_some_and(|name| name.0.end <= spot.span.start) {
                    at += 1;
                }
                match names.get(at).filter(|name| name.0.start < spot.span.end) {
                    Some(&(span, sort)) => page::label(sort, spot.span.start <= span.start),
                    None => NONE,
                }
            });
            pages.extend(page);
        }
    }
    Ok(pages)
}

/// Takes the marks out of one article.
fn parse(article: &str) -> Result<Marked, String> {
    let mut marked = Marked { text: String::new(), names: Vec::new() };
    for line in article.lines().filter(|line| !line.is_empty()) {
        if !marked.text.is_empty() {
            marked.text.push_str("\n\n");
        }
        let mut rest = line;
        while let Some((before, behind)) = rest.split_once('[') {
            let (name, behind) = behind.split_once(']').ok_or_else(|| format!("a mark is not closed: {rest}"))?;
            let sort = match behind.chars().next() {
                Some('P') => Sort::Person,
                Some('O') => Sort::Organization,
                Some('L' | 'F') => Sort::Place,
                Some('N') => Sort::Group,
                Some('M') => Sort::Other,
                _ => return Err(format!("a mark has no letter: {rest}")),
            };
            marked.text.push_str(before);
            let start = marked.text.len();
            marked.text.push_str(name);
            marked.names.push((Span::at(start, marked.text.len()), sort));
            rest = &behind[1..];
        }
        marked.text.push_str(rest);
    }
    Ok(marked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_out_and_names_kept() {
        let marked = parse("[Ada Cole]P met [Harlow Council]O.\nIt rained.").unwrap();
        assert_eq!(marked.text, "Ada Cole met Harlow Council.\n\nIt rained.");
        let names: Vec<(&str, Sort)> = marked.names.iter().map(|&(span, sort)| (span.of(&marked.text), sort)).collect();
        assert_eq!(names, [("Ada Cole", Sort::Person), ("Harlow Council", Sort::Organization)]);
    }

    #[test]
    fn a_broken_mark_is_told() {
        assert!(parse("[Ada").unwrap_err().contains("not closed"));
        assert!(parse("[Ada]X").unwrap_err().contains("no letter"));
    }
}
