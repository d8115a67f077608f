//! What is said stands before its cue.

use std::ops::Range;

use super::{Between, Report, Source, Walk};
use crate::quote::chunk::subject_after;
use crate::quote::rules::Rule;
use crate::quote::words::{Cat, Verb};

impl Walk<'_, '_> {
    /// The quotation that ends right before `i`, a comma or dash aside; several in a row are one.
    pub(super) fn quote_ends_at(&self, i: usize) -> Option<Range<usize>> {
        let mut end = i;
        if end > self.line.start && matches!(self.cat(end - 1), Cat::Comma | Cat::Dash | Cat::Adv) {
            end -= 1;
        }
        if end <= self.line.start || self.cat(end - 1) != Cat::Quote {
            return None;
        }
        // Without a comma inside or outside, the quoted words are a phrase of the sentence itself.
        if end == i && !self.page.ends_inside(end - 1) && end - 1 > self.line.start {
            return None;
        }
        let mut start = end - 1;
        while start > self.line.start && self.cat(start - 1) == Cat::Quote {
            start -= 1;
        }
        Some(start..end)
    }

    /// `…, said economists.`: a clause, a comma, the verb, its subject, the end.
    pub(super) fn inverted(&self, i: usize, verb: Verb, start: usize) -> Option<Report> {
        if !verb.is('s') {
            return None;
        }
        let after = if self.cat(i + 1) == Cat::Adv { i + 2 } else { i + 1 };
        let phrase = subject_after(self.page.lines, after, self.line.end);
        if phrase.is_empty() {
            return None;
        }
        let end = self.addition_end(phrase.end);
        let source = Source { mention: phrase, whole: after..end, stands_for: None };
        if start == self.line.start || self.cat(start - 1) != Cat::Comma {
            let opens = start == self.line.start && matches!(self.cat(end), Cat::Colon | Cat::Quote | Cat::Comma);
            return opens.then(|| self.forward_from(i, verb, Some(source), Rule::VerbNameQuote, end)).flatten();
        }
        if !matches!(self.cat(end), Cat::Stop | Cat::Comma | Cat::Semi) {
            return None;
        }
        let left = self.content_start(start - 1)..start - 1;
        (left.start < left.end && self.page.has_verb(left.clone())).then(|| Report {
            cue: i..i + 1,
            lemma: verb.lemma,
            source: Some(source),
            pieces: vec![left],
            rule: Rule::Parenthetical,
            via: None,
            speech: !verb.is('b'),
        })
    }

    /// After an inverted verb nothing but its subject and additions to it may come: no verb outside a relative clause.
    pub(super) fn closes_line(&self, from: usize) -> bool {
        let mut relative = false;
        for i in from..self.line.end.min(from + 60) {
            match self.cat(i) {
                Cat::Rel => relative = true,
                Cat::Stop | Cat::Semi => return true,
                Cat::Pron if i == from => {}
                Cat::Verb | Cat::Aux | Cat::That | Cat::Pron | Cat::Quote if !relative => return false,
                _ => {}
            }
        }
        true
    }

    /// Passes "of the union", "who spoke on condition of anonymity" and appositions after a subject.
    pub(super) fn addition_end(&self, from: usize) -> usize {
        let mut end = from;
        while end < self.line.end
            && end - from < 60
            && !matches!(self.cat(end), Cat::Stop | Cat::Quote | Cat::Colon | Cat::Semi)
        {
            end += 1;
        }
        end
    }

    /// `"…," she said` with what may follow: `, "…"`.
    pub(super) fn around(
        &self,
        i: usize,
        verb: Verb,
        source: Option<Source>,
        quote: Range<usize>,
        after: usize,
        rule: Rule,
    ) -> Report {
        let mut left = quote;
        // Words of the author before the marks belong to the statement when nothing sets them off.
        if left.start > self.line.start && !self.cat(left.start - 1).is_break() {
            let start = self.content_start(left.start);
            if left.start - start > 1 || !matches!(self.cat(start), Cat::And | Cat::But | Cat::Adv) {
                left.start = start;
            }
        }
        let mut pieces = vec![left];
        let mut at = after;
        while at < self.line.end && at - after < 40 && !matches!(self.cat(at), Cat::Quote | Cat::Stop | Cat::Semi) {
            at += 1;
        }
        // Behind the verb its subject may come first.
        let behind = source.as_ref().map_or(i + 1, |source| source.mention.end.max(i + 1));
        let mut via = self.outlet(behind);
        if self.cat(at) == Cat::Quote
            && matches!(self.cat(at - 1), Cat::Comma | Cat::Dash | Cat::Colon)
            && !self.has_cue(after..at)
        {
            pieces.push(at..self.quote_content_end(at));
            via = via.filter(|v| matches!(v, Between::Outlet(units) if units.end <= at));
        }
        Report { cue: i..i + 1, lemma: verb.lemma, source, pieces, rule, via, speech: true }
    }

    pub(super) fn has_cue(&self, mut units: Range<usize>) -> bool {
        units.any(|i| {
            self.page.lines.units.get(i).is_some_and(|u| {
                matches!(u.cat, Cat::Verb | Cat::Ing)
                    && u.verb.is_some_and(|v| v.is('s') || v.is('t') || v.is('o') || v.is('q') || v.is('m'))
            })
        })
    }

    /// `The bank, she said, had learned.` and `…, she said.`
    pub(super) fn parenthetical(&self, i: usize, verb: Verb, source: &Source) -> Option<Report> {
        let begin = source.whole.start;
        if begin <= self.line.start + 1
            || !matches!(self.cat(begin - 1), Cat::Comma | Cat::Dash)
            || !verb.is('s') && !verb.is('b')
        {
            return None;
        }
        let after = self.page.skip_adverbials(i + 1, self.line.end);
        let next = self.cat(after);
        if !(after >= self.line.end || matches!(next, Cat::Stop | Cat::Comma | Cat::Semi | Cat::Dash)) {
            return None;
        }
        if next == Cat::Comma && self.cat(after + 1) == Cat::Quote && !self.page.has_verb(self.line.start..begin - 1) {
            return None;
        }
        let left = self.content_start(begin - 1)..begin - 1;
        let mut pieces = Vec::new();
        if left.start < left.end {
            pieces.push(left);
        }
        if next == Cat::Comma
            && !matches!(self.cat(after + 1), Cat::Ing | Cat::Rel)
            && self.cat(after + 1) != Cat::Stop
            && !self.page.is_tail(after + 1, self.line.end)
        {
            let from = after + 1;
            let to = self.page.end_of(from, self.line.end);
            if from < to {
                pieces.push(from..to);
            }
        }
        if pieces.is_empty() {
            return None;
        }
        Some(Report {
            cue: i..i + 1,
            lemma: verb.lemma,
            source: Some(source.clone()),
            pieces,
            rule: Rule::Parenthetical,
            via: self.outlet(i + 1),
            speech: !verb.is('b'),
        })
    }

    /// Where a statement that ends before `to` begins: the line's start, or after what another cue reports.
    pub(super) fn content_start(&self, to: usize) -> usize {
        let mut start = self.line.start.max(self.covered.min(to));
        while start < to
            && matches!(self.cat(start), Cat::Comma | Cat::And | Cat::But | Cat::Semi | Cat::Stop | Cat::Dash)
        {
            start += 1;
        }
        // A semicolon begins a new statement.
        (start..to).rev().take(160).find(|&i| self.cat(i) == Cat::Semi).map_or(start, |semi| semi + 1)
    }
}
