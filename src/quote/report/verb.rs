//! Forms of the cue: finite verbs, participles, passives and nouns.

use super::{Report, Source, Walk};
use crate::quote::chunk::subject_after;
use crate::quote::phrase::{Subject, coordinated, subject_before, verb_start};
use crate::quote::rules::Rule;
use crate::quote::words::{Cat, Verb};

impl Walk<'_, '_> {
    /// A noun by its tag that stands where only a verb can: "Marlow claims the", "…," claims Marlow.
    pub(super) fn is_verb_after_all(&self, i: usize) -> bool {
        let before = if i == self.line.start { Cat::Stop } else { self.cat(i - 1) };
        let after = self.cat(i + 1);
        let unit = &self.page.lines.units[i];
        if unit.cat != Cat::Name
            && unit.verb.is_some_and(|v| !v.is('n') && !v.is('b'))
            && !self.page.word(i).ends_with("ing")
        {
            return matches!(
                before,
                Cat::Name
                    | Cat::Pron
                    | Cat::Rel
                    | Cat::Quote
                    | Cat::Noun
                    | Cat::Adv
                    | Cat::Comma
                    | Cat::Aux
                    | Cat::And
                    | Cat::PronObj
                    | Cat::Close
                    | Cat::Dash
                    | Cat::But
                    | Cat::To
            );
        }
        let opens = matches!(
            after,
            Cat::That | Cat::Det | Cat::Pron | Cat::PronPoss | Cat::PronObj | Cat::Quote | Cat::Colon | Cat::Whether
        );
        match before {
            Cat::Name | Cat::Pron | Cat::Rel => opens || after.is_break(),
            Cat::Quote => opens || after == Cat::Name,
            Cat::Noun | Cat::Comma | Cat::Adv => {
                matches!(after, Cat::That | Cat::Quote | Cat::Pron | Cat::Whether)
                    && self.page.lines.units[i].cat != Cat::Adj
            }
            _ => false,
        }
    }

    pub(super) fn passive(&self, start: usize, verb: usize) -> bool {
        (start..verb).any(|i| {
            self.cat(i) == Cat::Aux
                && matches!(
                    self.page.word(i),
                    "is" | "are" | "was" | "were" | "be" | "been" | "being" | "'s" | "’s" | "'re" | "get" | "got"
                )
        }) && !self.page.word(verb).ends_with("ing")
    }

    pub(super) fn finite(&self, i: usize, verb: Verb, out: &[Report]) -> Option<Report> {
        if self.asks_for_silence(i) || self.cites(i, verb) || self.has_noun_clause(i) {
            return None;
        }
        let lines = self.page.lines;
        let start = verb_start(lines, self.line.start, i);
        if self.passive(start, i) || self.page.word(i + 1) == "by" {
            return self.by_agent(i, verb);
        }
        if start > self.line.start && self.cat(start - 1) == Cat::Comma {
            if let Some(report) = self.inverted(i, verb, start).filter(|_| self.closes_line(i + 1)) {
                return Some(report);
            }
        }
        if verb.is('n')
            && self.page.word(i) == verb.lemma
            && self.cat(i + 1) == Cat::Noun
            && self.another_speaks(i + 2..self.line.end.min(i + 5))
        {
            // "state news agencies said": a noun after all.
            return None;
        }
        let quote_left = self.quote_ends_at(start);
        if let Some(quote) = quote_left.clone() {
            let after = if self.cat(i + 1) == Cat::Adv { i + 2 } else { i + 1 };
            let phrase = subject_after(lines, after, self.line.end);
            let voiced = verb.is('s') || verb.is('m') || verb.is('t') || verb.is('q');
            let it = phrase.len() == 1 && self.page.word(phrase.start) == "it";
            if !phrase.is_empty() && voiced && !it && self.cat(after) != Cat::That {
                let whole = phrase.start..self.addition_end(phrase.end);
                let source = Source { mention: phrase, whole: whole.clone(), stands_for: None };
                return Some(self.around(i, verb, Some(source), quote, whole.end, Rule::QuoteVerbName));
            }
        }
        match subject_before(lines, self.line.start, start) {
            Subject::Phrase { mention, whole } => {
                let source = Source { mention, whole: whole.clone(), stands_for: None };
                if let Some(quote) = self.quote_ends_at(whole.start) {
                    return Some(self.around(i, verb, Some(source), quote, i + 1, Rule::QuoteNameVerb));
                }
                if let Some(report) = self.parenthetical(i, verb, &source) {
                    return Some(report);
                }
                self.forward(i, verb, Some(source), Rule::ReportedClause)
            }
            Subject::Relative { who, antecedent } => {
                let source = Source { mention: who..who + 1, whole: who..who + 1, stands_for: antecedent };
                self.forward(i, verb, Some(source), Rule::RelativeClause)
            }
            Subject::Shared => {
                let line = out.get(self.from..).unwrap_or_default();
                let near = line.last().filter(|r| r.pieces.iter().any(|p| p.end <= start && start - p.end <= 2));
                if let Some(source) = near.and_then(|r| r.source.clone()) {
                    return self.forward(i, verb, Some(source), Rule::SharedSubject);
                }
                let joined = coordinated(lines, self.line.start, start.saturating_sub(1)).map(Source::plain);
                let source = joined.or_else(|| self.subject_of_line(i, out));
                self.forward(i, verb, source, Rule::SharedSubject)
            }
            Subject::Missing => {
                if let Some(report) = self.inverted(i, verb, start) {
                    return Some(report);
                }
                if let Some(quote) = quote_left {
                    return Some(self.around(i, verb, None, quote, i + 1, Rule::QuoteVerbName));
                }
                None
            }
        }
    }

    /// "quoted the mayor as saying": the participle is the cue.
    fn cites(&self, i: usize, verb: Verb) -> bool {
        let ahead = i + 1..self.line.end.min(i + 40);
        let mut until = ahead.take_while(|&u| !matches!(self.cat(u), Cat::Quote | Cat::Stop | Cat::Semi));
        matches!(verb.lemma, "cite" | "quote" | "report")
            && until.any(|u| {
                self.cat(u) == Cat::As
                    && self.cat(u + 1) == Cat::Ing
                    && self.page.lines.units.get(u + 1).is_some_and(|x| x.verb.is_some_and(|v| v.is('s')))
            })
    }

    /// "who asked not to be named": why a name is kept back, no statement.
    fn asks_for_silence(&self, i: usize) -> bool {
        matches!(self.page.word(i), "asked" | "requested" | "declined")
            && (i + 1..self.line.end.min(i + 6)).any(|u| {
                self.page.word(u) == "be"
                    && matches!(self.page.word(u + 1), "named" | "identified" | "quoted" | "anonymous")
            })
    }

    /// "was described by critics as": the agent speaks.
    pub(super) fn by_agent(&self, i: usize, verb: Verb) -> Option<Report> {
        let by = (i + 1..self.line.end.min(i + 6)).find(|&u| self.page.word(u) == "by")?;
        let phrase = subject_after(self.page.lines, by + 1, self.line.end);
        if phrase.is_empty() {
            return None;
        }
        let end = phrase.end;
        let mut report = self.forward_from(i, verb, Some(Source::plain(phrase)), Rule::ObjectOfVerb, end)?;
        report.speech = false;
        Some(report)
    }

    /// The source of the report before in this line, or the subject of its first verb.
    pub(super) fn subject_of_line(&self, before: usize, out: &[Report]) -> Option<Source> {
        if let Some(last) = out.get(self.from..).and_then(|line| line.last()) {
            if last.source.is_some() {
                return last.source.clone();
            }
        }
        self.page.first_subject(&(self.line.start..before))
    }

    /// ", adding that …", "by saying …".
    pub(super) fn participle(&self, i: usize, verb: Verb, out: &[Report]) -> Option<Report> {
        let start = verb_start(self.page.lines, self.line.start, i);
        if (start..i).any(|u| self.cat(u) == Cat::Aux) {
            return self.finite(i, verb, out);
        }
        if i > self.line.start && self.cat(i - 1) == Cat::As {
            return self.cited(i, verb);
        }
        if verb.is('m') || verb.is('b') {
            return None;
        }
        let attached = start > self.line.start && self.cat(start - 1).is_head();
        let source = if attached {
            match subject_before(self.page.lines, self.line.start, start) {
                Subject::Phrase { mention, whole } => Some(Source { mention, whole, stands_for: None }),
                _ => self.subject_of_line(i, out),
            }
        } else if i == self.line.start {
            let comma = (i..self.line.end.min(i + 40)).find(|&u| self.cat(u) == Cat::Comma);
            comma.and_then(|c| self.page.first_subject(&(c + 1..self.line.end)))
        } else {
            self.subject_of_line(i, out)
        };
        self.forward(i, verb, source, Rule::Participle)
    }
}
