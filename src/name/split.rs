//! Cuts runs of capitals into candidates: titles off, groups and places apart.

use super::facts::Facts;
use super::known::bit;
use super::phrase;
use super::run::{Candidate, is_word};
use crate::analysis::EntityKind;
use crate::token::Kind;

/// Cuts one run into candidates.
pub(super) struct Splitter<'s, 'a> {
    /// What is known of the words.
    pub facts: &'s Facts<'a>,
    /// Where the candidates go.
    pub out: &'s mut Vec<Candidate>,
}

impl Splitter<'_, '_> {
    /// Cuts the run `start..end`.
    pub fn run(&mut self, start: usize, end: usize) {
        let (start, end) = self.trim(start, end);
        if start >= end {
            return;
        }
        if let Some(phrase) = phrase::longest(self.facts, start, end).filter(|p| p.end == end) {
            self.push(start, end, None, Some(phrase.kind));
            return;
        }
        let Some(title) = self.title(start, end) else {
            self.pieces(start, end);
            return;
        };
        let mut first = title;
        let known = phrase::longest(self.facts, start, title).map_or(start, |phrase| phrase.end);
        while first > known && self.is_role_word(first - 1) {
            first -= 1;
        }
        let (before, stop) = self.trim(start, first);
        if before < stop {
            self.pieces(before, stop);
        }
        let (name, stop) = self.trim(title + 1, end);
        if name < stop {
            self.push(name, stop, Some(first), None);
        }
    }

    /// Takes words off both ends that belong to no name.
    fn trim(&self, mut start: usize, mut end: usize) -> (usize, usize) {
        let facts = self.facts;
        let headed = |s: usize, e: usize| e > s + 1 && facts.has(e - 1, bit::HEAD);
        // "Secretary of State Ada Cole": what follows the "of" belongs to the office.
        if start >= 2 && facts.is(start - 1, "of") && facts.has(start - 2, bit::TITLE) {
            let first = (start..end).find(|&i| facts.has(i, bit::FIRST));
            let plain = |&i: &usize| !facts.has(i, bit::COMMON | bit::HEAD | bit::OFFICE);
            start = first.or_else(|| (start..end).find(plain)).unwrap_or(end);
        }
        let known = |start: usize| phrase::longest(facts, start, end);
        while start < end && known(start).is_none() {
            let opening = facts.has(start, bit::OPEN)
                && facts.has(start, bit::COMMON)
                && !facts.has(start, bit::OFFICE | bit::ANY_PLACE | bit::GROUP | bit::KNOWN | bit::FIRST)
                && !facts.has(start, bit::CAPITAL_TOO)
                && !headed(start, end);
            let loose = facts.has(start, bit::MODIFIER)
                && !facts.has(start, bit::OFFICE | bit::FIRST | bit::KNOWN)
                && facts.has(start, bit::OPEN | bit::HEADING)
                && !headed(start, end)
                && self.title(start, end).is_none();
            let punctuation = !is_word(facts, start);
            if !(opening || loose || punctuation) {
                break;
            }
            start += 1;
        }
        if known(start).is_some_and(|phrase| phrase.end == end) {
            return (start, end);
        }
        while start < end {
            let last = end - 1;
            let whole = end - start;
            let surname = whole > 1
                && is_word(facts, last - 1)
                && (facts.has(last - 1, bit::FIRST)
                    || !facts.has(
                        last - 1,
                        bit::ANY_PLACE
                            | bit::GROUP
                            | bit::KNOWN
                            | bit::COMMON
                            | bit::OFFICE
                            | bit::HEAD
                            | bit::MODIFIER,
                    ));
            let office = facts.has(last, bit::OFFICE | bit::MODIFIER)
                && !facts.has(last, bit::KNOWN | bit::HEAD)
                && !(surname && (facts.has(last, bit::HONORIFIC) || !facts.has(last, bit::COMMON)));

            let number = facts.reading.tokens.get(last).is_some_and(|token| token.kind == Kind::Number);

            let inner = whole > 2
                && (start + 1..last).any(|i| matches!(facts.reading.word(i), "of" | "for" | "on" | "against" | "&"));
            if inner || number || !(office || !is_word(facts, last) || facts.has(last, bit::FUNCTION)) {
                break;
            }
            end -= 1;
        }
        (start, end)
    }

    /// The last word of office in the run that has a name behind it.
    fn title(&self, start: usize, end: usize) -> Option<usize> {
        let facts = self.facts;
        (start..end.saturating_sub(1)).rev().find(|&i| {
            facts.has(i, bit::OFFICE)
                && !(i > start
                    && facts.has(i - 1, bit::FIRST)
                    && !facts.has(i - 1, bit::OFFICE | bit::ANY_PLACE | bit::KNOWN | bit::GROUP))
                && is_word(facts, i + 1)
                && !facts.has(i + 1, bit::MODIFIER)
                && (facts.has(i + 1, bit::FIRST) && !facts.has(end - 1, bit::BODY | bit::FACILITY)
                    || !facts.has(end - 1, bit::HEAD) && !facts.has(i + 1, bit::HEAD))
                && !facts.has(i + 1, bit::GROUP)
        })
    }

    fn is_role_word(&self, i: usize) -> bool {
        let facts = self.facts;
        facts.has(i, bit::OFFICE | bit::MODIFIER)
            || facts.is(i, "-")
            || facts.has(i, bit::COMMON) && !facts.has(i, bit::HEAD | bit::ANY_PLACE | bit::GROUP | bit::KNOWN)
    }

    /// Cuts groups and places off the front of a name.
    fn pieces(&mut self, mut start: usize, end: usize) {
        let facts = self.facts;
        while start < end {
            if let Some(phrase) = phrase::longest(facts, start, end) {
                if phrase.end == end {
                    self.push(start, end, None, Some(phrase.kind));
                    return;
                }
                let next = phrase.end;
                if self.parts(next, end, phrase.kind) {
                    self.push(start, next, None, Some(phrase.kind));
                    start = self.skip_hyphen(next, end);
                    continue;
                }
            } else if facts.has(start, bit::GROUP) && end > start + 1 {
                let next = start + 1;
                let all = (start..end).all(|i| facts.has(i, bit::GROUP) || facts.is(i, "-"));
                if !all && self.parts(next, end, EntityKind::Group) {
                    self.push(start, next, None, Some(EntityKind::Group));
                    start = self.skip_hyphen(next, end);
                    continue;
                }
                if all {
                    self.push(start, end, None, Some(EntityKind::Group));
                    return;
                }
            } else if facts.has(start, bit::ANY_PLACE | bit::KNOWN) && end > start + 1 {
                let next = start + 1;
                let pair = facts.is(next, "-") && facts.has(end - 1, bit::GROUP) && end == start + 3;
                if pair {
                    self.push(start, end, None, Some(EntityKind::Group));
                    return;
                }
                if facts.is(next, "-") && facts.has(next + 1, bit::ANY_PLACE)
                    || self.parts(next, end, EntityKind::Place)
                {
                    self.push(start, next, None, None);
                    start = self.skip_hyphen(next, end);
                    continue;
                }
            }
            self.push(start, end, None, None);
            return;
        }
    }

    fn skip_hyphen(&self, i: usize, end: usize) -> usize {
        if i < end && !is_word(self.facts, i) { i + 1 } else { i }
    }

    /// Whether what follows a group or place is a name of its own.
    fn parts(&self, next: usize, end: usize, kind: EntityKind) -> bool {
        let facts = self.facts;

        let body =
            (next + 1..end).any(|i| matches!(facts.reading.word(i), "of" | "for") && facts.has(i - 1, bit::HEAD));
        if body || facts.has(end - 1, bit::HEAD) || facts.is(next, "of") || facts.is(next, "for") || facts.is(next, "&")
        {
            return false;
        }
        match kind {
            EntityKind::Group => !facts.is(next, "-") || facts.has(next + 1, bit::GROUP),
            EntityKind::Place => {
                facts.has(next, bit::FIRST | bit::GROUP) && (next + 1 < end || facts.has(next, bit::GROUP))
            }
            EntityKind::Organization => facts.has(next, bit::FIRST) && next + 1 < end,
            _ => false,
        }
    }

    fn push(&mut self, start: usize, end: usize, title: Option<usize>, known: Option<EntityKind>) {
        self.out.push(Candidate { start, end, title, known });
    }
}
