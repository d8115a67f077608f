//! Documents whose statements somebody marked.

use std::io;
use std::path::Path;

use serde::Deserialize;

use crate::span::Span;
use crate::train::gold::{Places, Stretch, lines};

/// A document with its statements; all places in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Document {
    pub text: String,
    pub marks: Vec<Marks>,
    /// Where statements stand, line by line, without "that" in front.
    pub statements: Vec<Span>,
}

/// Words in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marks {
    pub span: Span,
    /// Whether they are speech; `None` where that is in doubt.
    pub speech: Option<bool>,
    /// Who spoke, where that is known and one person.
    pub speaker: Option<Speaker>,
}

/// Who spoke.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Speaker {
    /// The head of the words that name them.
    pub head: Option<Span>,
    /// Their names.
    pub names: Vec<String>,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    quotes: Vec<Quote>,
    qspans: Vec<Quoted>,
}

#[derive(Deserialize)]
struct Quote {
    #[serde(flatten)]
    place: Stretch,
    speaker: Option<Stretch>,
    speaker_name: Option<String>,
    #[serde(default)]
    speaker_aliases: Vec<String>,
    #[serde(default)]
    nested_risk: bool,
    #[serde(default)]
    in_tweet: bool,
}

#[derive(Deserialize)]
struct Quoted {
    #[serde(flatten)]
    place: Stretch,
    label: String,
    /// The statement that they belong to.
    quote: Option<usize>,
}

/// Reads a file of documents, one a line.
pub(super) fn read(path: &Path) -> io::Result<Vec<Document>> {
    lines(path, Line::document)
}

impl Line {
    fn document(self) -> Document {
        let places = Places::new(&self.text);
        let marks = self.qspans.iter().map(|quoted| Marks {
            span: places.of(&quoted.place),
            speech: match quoted.label.as_str() {
                "speech" => Some(true),
                "other" => Some(false),
                _ => None,
            },
            speaker: quoted.quote.and_then(|quote| self.quotes.get(quote)?.speaker(&self.text, &places)),
        });
        let told = self.quotes.iter().filter(|quote| !quote.in_tweet);
        let statements = told.flat_map(|quote| by_line(&self.text, places.of(&quote.place)));
        Document { marks: marks.collect(), statements: statements.collect(), text: self.text }
    }
}

impl Quote {
    fn speaker(&self, text: &str, places: &Places) -> Option<Speaker> {
        let name = self.speaker_name.as_deref();
        let head = self.speaker.as_ref().map(|speaker| head(text, places.of(speaker), name));
        let names = self.speaker_name.iter().chain(&self.speaker_aliases).cloned().collect();
        let known = (head.is_some() || name.is_some()) && !self.nested_risk && !self.in_tweet;
        known.then_some(Speaker { head, names })
    }
}

/// A statement line by line.
fn by_line(text: &str, span: Span) -> Vec<Span> {
    let mut at = span.start;
    let mut lines = Vec::new();
    for line in span.of(text).split_inclusive('\n') {
        let end = at + line.len() as u32;
        let first = line.len() - line.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        let start = behind_that(text, at + first as u32);
        if start < end {
            lines.push(Span::new(start, end));
        }
        at = end;
    }
    lines
}

/// The place behind "that", if it stands at `at`.
pub(super) fn behind_that(text: &str, at: u32) -> u32 {
    const THAT: &str = "that ";
    let that = text.get(at as usize..).is_some_and(|rest| rest.starts_with(THAT));
    at + if that { THAT.len() as u32 } else { 0 }
}

/// The last word of `name` in `span`, or else the last word before the phrase is added to.
pub(super) fn head(text: &str, span: Span, name: Option<&str>) -> Span {
    let phrase = span.of(text);
    let named = name.and_then(|name| phrase.find(name).map(|at| at + name.len()));
    let core = phrase.get(..named.unwrap_or_else(|| core_len(phrase))).unwrap_or(phrase);
    let core = core.trim_end_matches(|c: char| !c.is_alphanumeric());
    let core = core.strip_suffix("'s").or_else(|| core.strip_suffix("’s")).unwrap_or(core);
    let start = core.char_indices().rev().find(|(_, c)| !c.is_alphanumeric()).map_or(0, |(at, c)| at + c.len_utf8());
    Span::at(span.start as usize + start, span.start as usize + core.len())
}

/// Where "who", "of", a comma and the like first add something to a phrase.
fn core_len(phrase: &str) -> usize {
    const ADDS: [&str; 21] = [
        "--", "—", "–", "about", "after", "and", "as", "at", "before", "by", "during", "for", "from", "in", "of", "on",
        "that", "to", "which", "who", "with",
    ];
    let mut at = 0;
    for word in phrase.split_inclusive([' ', ',', '(']) {
        if at > 0 && ADDS.contains(&word.trim_end()) {
            return at;
        }
        at += word.len();
        if word.ends_with([',', '(']) {
            return at;
        }
    }
    phrase.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_phrases() {
        for (phrase, name, expected) in [
            ("Ines Marlow, a baker", None, "Marlow"),
            ("a person close to the mill", None, "close"),
            ("the head of the union", None, "head"),
            ("Marlow's", None, "Marlow"),
            ("the baker Ines Marlow of Harrow", Some("Ines Marlow"), "Marlow"),
            ("who", None, "who"),
        ] {
            let span = Span::at(0, phrase.len());
            assert_eq!(head(phrase, span, name).of(phrase), expected, "{phrase}");
        }
    }

    #[test]
    fn statements_begin_behind_that_and_end_with_their_lines() {
        let text = "She said \"that it rained.\nAnd snowed.\"";
        let spans = by_line(text, Span::at(9, text.len()));
        let words: Vec<&str> = spans.iter().map(|span| span.of(text).trim_end()).collect();
        assert_eq!(words, ["it rained.", "And snowed.\""]);
    }
}
