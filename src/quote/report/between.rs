//! What stands between a cue and what is said: addressees, outlets, asides.

use super::{Between, Walk};
use crate::quote::chunk::chunk;
use crate::quote::words::{Cat, Verb};

impl Walk<'_, '_> {
    /// "told friends in the spring, at dinners and in private, that": the conjunction, when no verb stands before it.
    pub(super) fn that_after_addressee(&self, from: usize, verb: Verb) -> Option<usize> {
        if !verb.is('t') {
            return None;
        }
        for i in from..self.line.end.min(from + 24) {
            match self.cat(i) {
                Cat::That if i > from => return Some(i),
                Cat::Verb | Cat::Aux | Cat::Quote | Cat::Stop | Cat::Colon | Cat::Rel | Cat::Pron | Cat::To => {
                    return None;
                }
                _ => {}
            }
        }
        None
    }

    /// Passes "Reuters", "reporters in Geneva", "her" after "told".
    pub(super) fn after_addressee(&self, from: usize, verb: Verb) -> usize {
        let lines = self.page.lines;
        let phrase = chunk(lines, from, self.line.end);
        if phrase.is_empty() {
            return from;
        }
        let mut end = phrase.end;
        // "told Reuters Putin": one name, or one plural noun, then the clause begins.
        if self.cat(from) == Cat::PronObj {
            end = from + 1;
        } else if let Some(first) = self.name_end(from).filter(|&e| e < end) {
            end = first;
        } else if let Some(plural) =
            (from..end).find(|&u| self.cat(u) == Cat::Noun && self.page.word(u).ends_with('s') && u + 1 < end)
        {
            end = plural + 1;
        }
        let next = self.cat(end);
        let must = verb.is('t') && !verb.is('s');
        let fits = matches!(
            next,
            Cat::That
                | Cat::Quote
                | Cat::Comma
                | Cat::Colon
                | Cat::To
                | Cat::Whether
                | Cat::Wh
                | Cat::Pron
                | Cat::Time
                | Cat::Stop
                | Cat::Prep
                | Cat::Dash
        );
        if fits && (must || !matches!(next, Cat::Prep | Cat::Time | Cat::Stop | Cat::Comma | Cat::Pron))
            || must && end < phrase.end
            || must && next.is_nominal()
        {
            end
        } else {
            from
        }
    }

    /// One past the last unit of the name that begins at unit `i`.
    pub(super) fn name_end(&self, i: usize) -> Option<usize> {
        if self.cat(i) != Cat::Name {
            return None;
        }
        let mut end = i + 1;
        while end < self.line.end && self.cat(end) == Cat::Name && !self.page.begins_name(end) {
            end += 1;
        }
        Some(end)
    }

    /// `said, when asked about it, that`; `said after the talks that`.
    pub(super) fn over_aside(&self, at: usize) -> usize {
        let opens = self.cat(at) == Cat::Comma;
        if opens && self.cat(at + 1) == Cat::Quote {
            return at + 1;
        }
        let mut i = at + 1;
        while i < self.line.end && i - at < 25 {
            match self.cat(i) {
                Cat::Comma if matches!(self.cat(i + 1), Cat::Quote | Cat::That) => return i + 1,
                Cat::That if !opens => return i,
                Cat::Comma
                    if opens
                        && i - at < 12
                        && !matches!(self.cat(at + 1), Cat::And | Cat::But | Cat::Ing | Cat::Rel) =>
                {
                    return i + 1;
                }
                Cat::Comma | Cat::Stop | Cat::Semi => return at,
                Cat::Quote if !opens && self.page.ends_inside(i) => return i,
                _ => {}
            }
            i += 1;
        }
        at
    }

    /// The outlet in "told Reuters", "in an interview with the broadcaster".
    pub(super) fn outlet(&self, from: usize) -> Option<Between> {
        let phrase = chunk(self.page.lines, from, self.line.end);
        if !phrase.is_empty() && self.cat(phrase.end - 1) == Cat::Name {
            return Some(Between::Outlet(phrase.start..self.name_end(phrase.end - 1).unwrap_or(phrase.end)));
        }
        let limit = self.line.end.min(from + 10);
        let with = (from..limit).find(|&i| {
            matches!(self.page.word(i), "interview" | "interviews" | "statement" | "email" | "remarks" | "comments")
        })?;
        if !matches!(self.page.word(with + 1), "with" | "to" | "on") {
            return None;
        }
        let phrase = chunk(self.page.lines, with + 2, self.line.end);
        (!phrase.is_empty() && self.cat(phrase.end - 1) == Cat::Name).then_some(Between::Outlet(phrase))
    }
}
