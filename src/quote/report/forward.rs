//! What is said stands after its cue.

use std::ops::Range;

use super::{Report, Source, Walk};
use crate::quote::chunk::subject_after;
use crate::quote::rules::Rule;
use crate::quote::words::{Cat, Verb};

impl Walk<'_, '_> {
    pub(super) fn forward(&self, i: usize, verb: Verb, source: Option<Source>, rule: Rule) -> Option<Report> {
        self.forward_from(i, verb, source, rule, i + 1)
    }

    /// What is said stands to the right of the cue.
    pub(super) fn forward_from(
        &self,
        i: usize,
        verb: Verb,
        source: Option<Source>,
        rule: Rule,
        from: usize,
    ) -> Option<Report> {
        let end = self.line.end;
        let mut at = from;
        if verb.lemma == "point" && self.page.word(at) != "out" {
            return None;
        }
        if verb.lemma == "put" && self.page.word(at) == "it" {
            at += 1;
        }
        if verb.lemma == "urge" && self.urges(at) {
            // "urged the council to move": whom is part of what.
            let piece = at..self.page.end_of(at, end);
            let pieces = Vec::from_iter([piece]);
            return Some(Report { cue: i..i + 1, lemma: verb.lemma, source, pieces, rule, via: None, speech: true });
        }
        if let Some(that) = self.that_after_addressee(at, verb) {
            at = that;
        } else if verb.is('t') || verb.is('q') && self.cat(at) != Cat::Quote {
            at = self.after_addressee(at, verb);
        }
        at = self.page.skip_adverbials(at, end);
        if matches!(self.cat(at), Cat::Sub | Cat::Comma) {
            at = self.over_aside(at);
        }
        let mut piece = at..at;
        match self.cat(at) {
            Cat::Quote if !verb.is('k') => piece = at..self.quote_content_end(at),
            Cat::Colon => {
                if self.cat(at + 1) == Cat::Quote {
                    piece = at + 1..self.quote_content_end(at + 1);
                } else if at + 1 < end && (verb.is('s') || verb.is('t') || verb.is('q')) {
                    piece = at + 1..self.page.end_of(at + 1, end);
                }
            }
            Cat::That if !verb.is('m') && !verb.is('k') => piece = at..self.end_for(at, i, rule),
            Cat::Whether | Cat::Wh if verb.is('q') || verb.is('s') || verb.is('t') => {
                piece = at..self.page.end_of(at, end);
            }
            Cat::To if verb.is('i') => piece = at..self.page.end_of(at, end),
            cat if cat.is_nominal()
                || matches!(
                    cat,
                    Cat::Aux
                        | Cat::Ing
                        | Cat::Adv
                        | Cat::Prep
                        | Cat::PronObj
                        | Cat::As
                        | Cat::Verb
                        | Cat::Other
                        | Cat::Open
                        | Cat::Whether
                        | Cat::Time
                ) =>
            {
                let to = if verb.is('s') || verb.is('t') || verb.is('b') {
                    self.end_for(at, i, rule)
                } else {
                    self.page.end_of_enclosed(at, end, false)
                };
                let quoted = (at..to).find(|&u| self.cat(u) == Cat::Quote);
                let claimed = quoted.is_some_and(|q| self.another_speaks(at..q));
                let quoted = quoted.filter(|_| !claimed);
                // "which the agencies said lasted four hours": the pronoun in front is the subject of the clause.
                let open = source
                    .as_ref()
                    .is_some_and(|s| s.whole.start > self.line.start && self.cat(s.whole.start - 1) == Cat::Rel)
                    && matches!(self.cat(at), Cat::Verb | Cat::Aux);
                let clause =
                    open || (verb.is('s') || verb.is('t') || verb.is('q') || verb.is('b')) && self.is_clause(at, to);
                if clause || quoted.is_some() && !verb.is('m') && !verb.is('x') {
                    piece = at..to;
                }
            }
            _ => {}
        }
        if piece.start >= piece.end {
            return None;
        }
        let last = piece.end - 1;
        if self.cat(last) == Cat::Quote && self.page.ends_inside(last) && self.page.is_tail(piece.end, end) {
            // "…, the senator said" takes it all.
            return None;
        }
        let quoted = self.cat(piece.start) == Cat::Quote && piece.len() == 1;
        let rule = match rule {
            Rule::ReportedClause if quoted => Rule::NameVerbQuote,
            Rule::ReportedClause if verb.is('o') => Rule::ObjectOfVerb,
            other => other,
        };
        Some(Report {
            cue: i..i + 1,
            lemma: verb.lemma,
            source,
            pieces: vec![piece],
            rule,
            via: self.outlet(i + 1),
            speech: verb.is('s') || verb.is('t') || verb.is('q') || verb.is('i'),
        })
    }

    /// Whether a noun phrase and "to" follow.
    fn urges(&self, at: usize) -> bool {
        let phrase = subject_after(self.page.lines, at, self.line.end);
        let end = if self.cat(at) == Cat::PronObj { at + 1 } else { phrase.end };
        end > at && self.cat(end) == Cat::To
    }

    /// Where the statement ends: a clause inside another ends where the outer one goes on.
    pub(super) fn end_for(&self, at: usize, cue: usize, rule: Rule) -> usize {
        let end = self.line.end;
        match rule {
            Rule::RelativeClause => self.page.end_of_enclosed(at, end, true),
            Rule::Participle if cue == self.line.start => self.page.end_of_enclosed(at, end, false),
            _ if self.is_subordinate(cue) => self.page.end_of_enclosed(at, end, false),
            _ => self.page.end_of(at, end),
        }
    }

    /// Whether the clause of the cue begins the line with "while" and the like.
    pub(super) fn is_subordinate(&self, cue: usize) -> bool {
        let first = self.line.start + usize::from(matches!(self.cat(self.line.start), Cat::But | Cat::And));
        matches!(self.cat(first), Cat::Sub | Cat::As)
            && !(first..cue).any(|i| matches!(self.cat(i), Cat::Comma | Cat::Quote))
    }

    /// Whether a verb of saying stands in these units, which then owns the marks after them.
    pub(super) fn another_speaks(&self, mut units: Range<usize>) -> bool {
        units.any(|i| self.page.speaks(i))
    }

    /// Whether a subject and a finite verb stand in these units.
    pub(super) fn is_clause(&self, from: usize, to: usize) -> bool {
        let mut nominal = false;
        for i in from..to.min(from + 60) {
            match self.cat(i) {
                Cat::Verb | Cat::Aux if nominal => return true,
                Cat::Verb | Cat::Aux => return i > from && self.cat(i) == Cat::Aux,
                cat if cat.is_nominal() || cat == Cat::Quote || cat == Cat::Ing => nominal = true,
                _ => {}
            }
        }
        false
    }

    /// A statement that begins with marks: whole in them, or going on after them.
    pub(super) fn quote_content_end(&self, at: usize) -> usize {
        let mut next = at + 1;
        while self.cat(next) == Cat::Quote {
            next += 1;
        }
        if self.page.ends_inside(next - 1) && !(self.cat(next) == Cat::And && self.cat(next + 1) == Cat::Quote) {
            return next;
        }
        match self.cat(next) {
            Cat::Sub | Cat::Time | Cat::Stop | Cat::Whether | Cat::Semi | Cat::Colon | Cat::Dash | Cat::Open => next,
            Cat::Comma if self.cat(next + 1) != Cat::Quote => next,
            Cat::Prep
                if matches!(self.page.word(next), "during" | "without" | "after" | "before" | "despite" | "amid") =>
            {
                next
            }
            _ => self.page.end_of(at, self.line.end).max(next),
        }
    }
}
