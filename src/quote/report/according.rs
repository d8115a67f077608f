//! The source is named with "according to", or an outlet cites somebody.

use super::{Between, NEAR, Report, Source, Walk};
use crate::quote::chunk::subject_after;
use crate::quote::phrase::{Subject, subject_before, verb_start};
use crate::quote::rules::Rule;
use crate::quote::words::{Cat, Verb};

/// Longest statement before its source, in units.
const LONGEST: usize = 300;

impl Walk<'_, '_> {
    /// "according to the minutes, …" and "…, according to the minutes".
    pub(super) fn according(&self, i: usize, out: &[Report]) -> Option<Report> {
        let phrase = subject_after(self.page.lines, i + 2, self.line.end);
        if phrase.is_empty() {
            return None;
        }
        let mut end = phrase.end;
        // An addition between commas belongs to the source when the sentence begins with the cue.
        let opens = i == self.line.start || matches!(self.cat(i - 1), Cat::And | Cat::But);
        let mut pieces = Vec::new();
        if opens {
            while end < self.line.end && self.cat(end) != Cat::Comma && end - i < 40 {
                end += 1;
            }
            while self.cat(end) == Cat::Comma && self.is_apposition(end + 1) {
                end += 1;
                while end < self.line.end && self.cat(end) != Cat::Comma && end - i < 60 {
                    end += 1;
                }
            }
            let from = (end + 1).min(self.line.end);
            pieces.push(from..self.page.end_of(from, self.line.end));
        } else {
            let to = if self.cat(i - 1) == Cat::Comma { i - 1 } else { i };
            pieces.push(self.outer_start(to, out)..to);
            if self.cat(end) == Cat::Comma
                && self.cat(i - 1) == Cat::Comma
                && self.page.has_verb(end + 1..self.line.end)
            {
                let from = end + 1;
                if !matches!(self.cat(from), Cat::Rel | Cat::Ing | Cat::Det | Cat::Name | Cat::And) {
                    pieces.push(from..self.page.end_of(from, self.line.end));
                }
            }
        }
        pieces.retain(|p| p.start < p.end);
        Some(Report {
            cue: i..i + 2,
            lemma: "according to",
            source: Some(Source {
                mention: phrase.clone(),
                whole: phrase.start..end.max(phrase.end),
                stands_for: None,
            }),
            pieces,
            rule: Rule::AccordingTo,
            via: None,
            speech: true,
        })
    }

    /// After a comma: a name or noun phrase up to the next comma, without a verb of its own.
    pub(super) fn is_apposition(&self, from: usize) -> bool {
        if matches!(self.cat(from), Cat::Rel | Cat::Of) {
            return true;
        }
        let mut i = from;
        while i < self.line.end && i - from < 30 && self.cat(i) != Cat::Comma {
            if matches!(self.cat(i), Cat::Verb | Cat::Aux | Cat::Pron) {
                return false;
            }
            i += 1;
        }
        self.cat(i) == Cat::Comma
    }

    /// Where a statement begins that may take in the reports before it: the line's start, unless one of them has words
    /// in marks.
    pub(super) fn outer_start(&self, to: usize, out: &[Report]) -> usize {
        let quoted = out
            .get(self.from.max(out.len().saturating_sub(NEAR))..)
            .unwrap_or_default()
            .iter()
            .any(|r| r.pieces.iter().flat_map(Clone::clone).any(|u| self.cat(u) == Cat::Quote));
        if quoted {
            return self.content_start(to);
        }
        let floor = self.line.start.max(to.saturating_sub(LONGEST));
        let first = floor + usize::from(matches!(self.cat(floor), Cat::Dash | Cat::Comma));
        (first..to).rev().take(160).find(|&i| self.cat(i) == Cat::Semi).map_or(first, |semi| semi + 1)
    }

    /// "Axios cited an anonymous source as saying …": the source speaks, the outlet relays.
    pub(super) fn cited(&self, saying: usize, verb: Verb) -> Option<Report> {
        let floor = self.line.start.max(saying.saturating_sub(40));
        let citing = (floor..saying)
            .rev()
            .find(|&u| self.page.verb(u).is_some_and(|verb| matches!(verb.lemma, "cite" | "quote" | "report")))?;
        let start = verb_start(self.page.lines, self.line.start, citing);
        let outer = match subject_before(self.page.lines, self.line.start, start) {
            Subject::Phrase { mention, whole } => Some(Source { mention, whole, stands_for: None }),
            _ => None,
        };
        let passive = self.passive(start, citing);
        let (source, relay) = if passive {
            (outer.clone()?, None)
        } else {
            let phrase = subject_after(self.page.lines, citing + 1, saying - 1);
            if phrase.is_empty() {
                return None;
            }
            let whole = phrase.start..saying - 1;
            (Source { mention: self.page.described(&whole), whole, stands_for: None }, outer.clone())
        };
        let via = relay.map(Between::Relay);
        let after = self.page.skip_adverbials(saying + 1, self.line.end);
        if !matches!(self.cat(after), Cat::Stop) && after < self.line.end {
            let mut report = self.forward(saying, verb, Some(source), Rule::CitedAs)?;
            report.via = via;
            return Some(report);
        }
        let begin = outer.map_or(start, |o| o.whole.start);
        if begin <= self.line.start || !matches!(self.cat(begin - 1), Cat::Comma | Cat::Quote) {
            return None;
        }
        let to = if self.cat(begin - 1) == Cat::Comma { begin - 1 } else { begin };
        let left = self.content_start(to)..to;
        Some(Report {
            cue: saying..saying + 1,
            lemma: verb.lemma,
            source: Some(source),
            pieces: vec![left],
            rule: Rule::CitedAs,
            via,
            speech: true,
        })
    }
}
