//! News of our own whose quotation marks are told apart: `“We open on Monday,”{s Ada Cole} said Ada Cole of the
//! “People’s Fridge”{o}.`
//!
//! Behind the closing mark stands `{o}` for no speech, `{s}` for speech of nobody who is named, or `{s` and the words
//! that name the speaker, which stand nearest to the marks in the same article. Marks without a label are in doubt.

use std::io;
use std::path::Path;

use super::gold::{Document, Marks, Speaker, head};
use crate::span::Span;
use crate::train::texts::{self, Marked};

/// Reads every file of a folder; articles without a label are left out.
pub(super) fn read(folder: &Path) -> io::Result<Vec<Document>> {
    let documents = texts::read(folder, |marked, _| document(marked))?;
    Ok(documents.into_iter().filter(|document| !document.marks.is_empty()).collect())
}

fn document(Marked { text, labels, .. }: Marked) -> Result<Document, String> {
    let mut marks = Vec::new();
    for (end, label) in labels {
        let start = opening(&text, end).ok_or_else(|| format!("{label:?} stands behind no marks"))?;
        let span = Span::at(start, end);
        let (speech, speaker) = match label.split_once(' ') {
            None if label == "o" => (false, None),
            None if label == "s" => (true, None),
            Some(("s", words)) => (true, Some(nearest(&text, span, words).ok_or_else(|| format!("no {words:?}"))?)),
            _ => return Err(format!("unknown label {label:?}")),
        };
        let speaker = speaker.map(|phrase| Speaker { head: Some(head(&text, phrase, None)), names: Vec::new() });
        marks.push(Marks { span, speech: Some(speech), speaker });
    }
    Ok(Document { text, marks, statements: Vec::new() })
}

/// Where the marks open whose closing mark ends at `end`.
fn opening(text: &str, end: usize) -> Option<usize> {
    let close = text[..end].chars().next_back()?;
    let inner = &text[..end - close.len_utf8()];
    let begins = |at: usize| text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    match close {
        '”' => inner.rfind('“'),
        '"' => inner.rfind('"'),
        '»' => inner.rfind('«'),
        '’' => inner.rfind('‘'),
        '\'' => inner.match_indices('\'').map(|(at, _)| at).rfind(|&at| begins(at)),
        _ => None,
    }
}

/// Where `words` stand nearest to `span` and outside it.
fn nearest(text: &str, span: Span, words: &str) -> Option<Span> {
    let whole = |at: usize| {
        let beside = [text[..at].chars().next_back(), text[at + words.len()..].chars().next()];
        beside.into_iter().flatten().all(|c| !c.is_alphanumeric())
    };
    let places = text.match_indices(words).map(|(at, _)| at).filter(|&at| whole(at));
    let phrases = places.map(|at| Span::at(at, at + words.len())).filter(|phrase| !phrase.overlaps(span));
    phrases
        .min_by_key(|phrase| if phrase.end <= span.start { span.start - phrase.end } else { phrase.start - span.end })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(article: &str) -> Result<Document, String> {
        texts::parse(article).and_then(document)
    }

    #[test]
    fn labels_are_taken_out_and_kept() {
        let document = read("Cole ran. “No,”{s Cole} Cole said of 'Dawn'{o} and \"this\"{s}.").unwrap();
        assert_eq!(document.text, "Cole ran. “No,” Cole said of 'Dawn' and \"this\".");
        let read: Vec<(&str, Option<bool>, Option<Span>)> = document
            .marks
            .iter()
            .map(|m| (m.span.of(&document.text), m.speech, m.speaker.as_ref().and_then(|s| s.head)))
            .collect();
        let second = document.text.rfind("Cole").unwrap();
        let cole = Some(Span::at(second, second + 4));
        assert_eq!(read, [("“No,”", Some(true), cole), ("'Dawn'", Some(false), None), ("\"this\"", Some(true), None)]);
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        assert!(read("No{o}").unwrap_err().contains("no marks"));
        assert!(read("“No”{x}").unwrap_err().contains("unknown label"));
        assert!(read("“No”{s Ann}").unwrap_err().contains("Ann"));
    }
}
