//! Where a reported statement begins and ends.

use std::ops::Range;

use super::chunk::chunk;
use super::lines::{Lines, Unit};
use super::marks::Pair;
use super::phrase::{Subject, subject_before, verb_start};
use super::report::Source;
use super::words::{Cat, Verb};
use crate::analysis::EntityKind;
use crate::model::hash;
use crate::name::Names;
use crate::reading::Reading;

/// Verbs that tell of speech whatever stands beside them.
const TELLING: [&str; 18] = [
    "add", "answer", "argue", "ask", "claim", "declare", "explain", "insist", "joke", "promise", "reply", "respond",
    "say", "shout", "tell", "tweet", "warn", "write",
];
/// Auxiliaries that make it a thing not yet or never said.
const MODAL: [&str; 12] =
    ["can", "could", "may", "might", "must", "n't", "n’t", "never", "not", "should", "will", "would"];

/// Longest statement in units.
const LONGEST: usize = 160;

/// What content is measured against.
#[derive(Clone, Copy)]
pub(super) struct Page<'r, 'a> {
    /// The article.
    pub reading: &'r Reading<'a>,
    /// Its lines.
    pub lines: &'r Lines,
    /// Its pairs of marks.
    pub pairs: &'r [Pair],
    /// Its names.
    pub names: &'r Names,
}

impl Page<'_, '_> {
    /// The word of unit `i`.
    pub fn word(&self, i: usize) -> &str {
        self.lines.units.get(i).map_or("", |u| self.reading.word(u.start as usize))
    }

    /// The subject of the first finite verb in some units.
    pub fn first_subject(&self, units: &Range<usize>) -> Option<Source> {
        let verbs = units.clone().take(80).filter(|&i| matches!(self.lines.cat(i), Cat::Verb | Cat::Aux));
        let subject = verbs.take(4).find_map(|verb| {
            let start = verb_start(self.lines, units.start, verb);
            match subject_before(self.lines, units.start, start) {
                Subject::Phrase { mention, whole } => Some(Source { mention, whole, stands_for: None }),
                _ => None,
            }
        });
        subject.or_else(|| {
            let first = units.clone().take(40).find(|&i| self.lines.cat(i) == Cat::Name)?;
            let last = (first..units.end).find(|&i| self.lines.cat(i) != Cat::Name).unwrap_or(units.end);
            Some(Source { mention: first..last, whole: first..last, stands_for: None })
        })
    }

    /// A noun phrase with what is said about it: "a source familiar with the issue".
    pub fn described(&self, whole: &Range<usize>) -> Range<usize> {
        let end =
            whole.clone().find(|&i| self.lines.cat(i).is_break() || self.lines.cat(i) == Cat::Rel).unwrap_or(whole.end);
        whole.start..end
    }

    /// Whether the name in some units is that of a place or work, which does not speak before a colon.
    pub fn is_place(&self, units: &Range<usize>) -> bool {
        let tokens = self.lines.tokens(units);
        let at = self.names.mentions.partition_point(|n| (n.tokens.end as usize) < tokens.end);
        self.names.mentions.get(at).is_some_and(|n| {
            (n.tokens.start as usize) < tokens.end && !matches!(n.kind, EntityKind::Person | EntityKind::Organization)
        })
    }

    /// Whether nothing but commas, adverbs and auxiliaries stands between some units and others behind them.
    pub fn is_before(&self, units: &Range<usize>, behind: &Range<usize>) -> bool {
        units.end <= behind.start
            && behind.start - units.end <= 4
            && (units.end..behind.start).all(|i| matches!(self.lines.cat(i), Cat::Adv | Cat::Aux | Cat::Comma))
    }

    /// Whether a name of its own begins with unit `i`.
    pub fn begins_name(&self, i: usize) -> bool {
        let Some(unit) = self.lines.units.get(i) else { return false };
        let at = self.names.mentions.partition_point(|n| n.tokens.start < unit.start);
        self.names.mentions.get(at).is_some_and(|n| n.tokens.start == unit.start)
    }

    /// Whether the words of a quotation end a sentence or clause inside the marks: `…,"` `….”`
    pub fn ends_inside(&self, unit: usize) -> bool {
        let Some(pair) = self.lines.pair(unit).and_then(|p| self.pairs.get(p)) else { return false };
        let last = pair.inner().end.saturating_sub(1);
        matches!(self.reading.word(last), "." | "," | "?" | "!" | "…" | "..." | "-" | "—" | "--" | "–")
            || self.reading.word(last).ends_with('.')
    }

    /// Whether they end a sentence.
    pub fn stops_inside(&self, unit: usize) -> bool {
        let Some(pair) = self.lines.pair(unit).and_then(|p| self.pairs.get(p)) else { return false };
        let last = pair.inner().end.saturating_sub(1);
        matches!(self.reading.word(last), "." | "?" | "!" | "…" | "...") || self.reading.word(last).ends_with('.')
    }

    /// Whether some units hold a finite verb.
    pub fn has_verb(&self, units: Range<usize>) -> bool {
        units.take(LONGEST).any(|i| matches!(self.lines.cat(i), Cat::Verb | Cat::Aux | Cat::Quote))
    }

    /// Passes adverbs, days and places between a cue and what was said: "said in a statement on Friday".
    pub fn skip_adverbials(&self, from: usize, end: usize) -> usize {
        let mut i = from;
        for _ in 0..8 {
            match self.lines.cat(i) {
                Cat::Adv | Cat::Time => i += 1,
                Cat::Prep | Cat::To | Cat::As | Cat::Of => {
                    let mut next = i + 1;
                    if self.lines.cat(next) == Cat::Ing {
                        next += 1;
                    }
                    let phrase =
                        if self.lines.cat(next) == Cat::Time { next..next + 1 } else { chunk(self.lines, next, end) };
                    if phrase.is_empty() {
                        break;
                    }
                    // "in a statement the party was wrong": a second phrase belongs to what was said.
                    i = phrase.end;
                }
                _ => break,
            }
            if i >= end {
                return end;
            }
        }
        i.min(end)
    }

    /// One past the last unit of a statement that begins at `from`.
    pub fn end_of(&self, from: usize, end: usize) -> usize {
        let limit = end.min(from + LONGEST);
        let mut i = from;
        let mut depth = 0_usize;
        while i < limit {
            let cat = self.lines.cat(i);
            match cat {
                Cat::Open => depth += 1,
                Cat::Close => depth = depth.saturating_sub(1),
                _ if depth > 0 => {}
                Cat::Semi => break,
                Cat::Stop if self.word(i) != "…" && self.word(i) != "..." => break,
                Cat::Comma | Cat::Dash if i > from && self.leaves(i, limit) => break,
                Cat::Dash if i > from && self.only_adds(i + 1, limit) => break,
                Cat::But if i > from && self.goes_on_bare(i + 1) => break,
                Cat::And | Cat::But if i > from && (self.shares(i + 1, limit) || self.turns(i + 1, limit)) => break,
                Cat::Quote if self.ends_inside(i) && self.is_tail(i + 1, limit) => {
                    i += 1;
                    break;
                }
                Cat::Prep if i > from && self.is_without(i) => break,
                Cat::Quote if i + 1 < limit && self.stops_inside(i) && !continues(self.lines.cat(i + 1)) => {
                    i += 1;
                    break;
                }
                _ => {}
            }
            i += 1;
        }
        while i > from + 1
            && matches!(self.lines.cat(i - 1), Cat::Comma | Cat::Dash | Cat::Colon | Cat::And | Cat::But | Cat::Stop)
        {
            i -= 1;
        }
        i
    }

    /// Whether unit `i` is a finite verb that takes what is said, to somebody or not.
    pub fn speaks(&self, i: usize) -> bool {
        self.lines.units.get(i).is_some_and(Unit::speaks)
    }

    /// The cue verb that unit `i` is a form of.
    pub fn verb(&self, i: usize) -> Option<Verb> {
        let unit = self.lines.units.get(i).filter(|unit| unit.verb.is_some())?;
        Verb::find(self.reading.folded(unit.start as usize))
    }

    /// Whether unit `i` is a verb that by itself says that words were spoken, and that they were: "would say" does not.
    pub fn tells(&self, i: usize) -> bool {
        matches!(self.lines.cat(i), Cat::Verb | Cat::Ing)
            && self.verb(i).is_some_and(|verb| TELLING.contains(&verb.lemma))
            && !(verb_start(self.lines, 0, i)..i).any(|aux| MODAL.contains(&self.word(aux)))
    }

    /// "without elaborating": how it was said.
    pub fn is_without(&self, i: usize) -> bool {
        // Asked of every unit that a statement may end with: most are told by their number.
        self.lines.units.get(i).is_some_and(|unit| unit.form() == hash::bytes(b"without"))
            && self.word(i) == "without"
            && self.word(i + 1).ends_with("ing")
    }

    /// Whether what follows the comma at `i` is no longer part of the statement.
    fn leaves(&self, i: usize, end: usize) -> bool {
        let next = i + 1;
        match self.lines.cat(next) {
            Cat::Ing => {
                self.lines.units.get(next).is_some_and(|u| u.verb.is_some_and(|v| v.is('s') || v.is('o') || v.is('t')))
            }
            Cat::But if self.goes_on_bare(next + 1) => true,
            Cat::And | Cat::But => self.shares(next + 1, end) || self.turns(next + 1, end),
            Cat::Sub => self.word(next) == "while" || self.is_tail(next, end),
            Cat::Prep | Cat::Verb | Cat::Noun | Cat::Other => {
                let word = self.word(next);
                word == "without" || word == "according" || self.is_tail(next, end)
            }
            _ => self.is_tail(next, end),
        }
    }

    /// Whether a verb group with a cue begins at `i` and so shares the subject: "… and added".
    fn shares(&self, i: usize, end: usize) -> bool {
        let mut i = i;
        while i < end && matches!(self.lines.cat(i), Cat::Adv | Cat::Aux) {
            i += 1;
        }
        self.lines.units.get(i).is_some_and(|u| {
            i < end
                && matches!(u.cat, Cat::Verb | Cat::Ing)
                && u.verb.is_some_and(|v| v.is('s') || v.is('t') || v.is('q') || v.is('o'))
        })
    }

    /// A noun phrase after the last dash, without a verb: the author's own addition.
    fn only_adds(&self, from: usize, end: usize) -> bool {
        for i in from..end {
            match self.lines.cat(i) {
                Cat::Stop | Cat::Semi => return i > from + 1,
                Cat::Verb | Cat::Aux | Cat::Dash | Cat::Quote | Cat::That => return false,
                _ => {}
            }
        }
        end > from + 1
    }

    /// "but downplayed it", "but has withheld": the author goes on about the speaker.
    fn goes_on_bare(&self, i: usize) -> bool {
        let verb = if self.lines.cat(i) == Cat::Adv { i + 1 } else { i };
        match self.lines.cat(verb) {
            Cat::Verb => true,
            Cat::Aux => matches!(self.word(verb), "has" | "did" | "had" | "have" | "does"),
            _ => false,
        }
    }

    /// Whether a short subject and a verb of saying begin at `i`: "… but he said".
    fn turns(&self, i: usize, end: usize) -> bool {
        let phrase = super::chunk::subject_after(self.lines, i, end);
        let mut verb = phrase.end;
        while verb < end && matches!(self.lines.cat(verb), Cat::Adv | Cat::Aux) {
            verb += 1;
        }
        !phrase.is_empty()
            && verb < end
            && self.verb(verb).is_some_and(|v| matches!(v.lemma, "say" | "tell" | "add" | "note" | "argue" | "suggest"))
    }

    /// Where a subordinate report ends: the comma after which the main clause begins with its verb or its subject.
    pub fn end_of_enclosed(&self, from: usize, end: usize, bare_verb: bool) -> usize {
        let whole = self.end_of(from, end);
        for i in from + 1..whole {
            if self.lines.cat(i) != Cat::Comma {
                continue;
            }
            let mut next = i + 1;
            while next < whole && self.lines.cat(next) == Cat::Adv {
                next += 1;
            }
            if bare_verb {
                if matches!(self.lines.cat(next), Cat::Verb | Cat::Aux) {
                    return i;
                }
                continue;
            }
            let phrase = super::chunk::subject_after(self.lines, next, whole);
            let mut verb = phrase.end;
            while verb < whole && self.lines.cat(verb) == Cat::Adv {
                verb += 1;
            }
            if !phrase.is_empty() && verb < whole && matches!(self.lines.cat(verb), Cat::Verb | Cat::Aux) {
                return i;
            }
        }
        whole
    }

    /// ", she said." and ", said the mayor.": who said it all, at the end.
    pub fn is_tail(&self, from: usize, end: usize) -> bool {
        if from < end
            && self.lines.units[from].cat == Cat::Verb
            && self.lines.units[from].verb.is_some_and(|v| v.is('s'))
        {
            let phrase = super::chunk::subject_after(self.lines, from + 1, end);
            return !phrase.is_empty()
                && (phrase.end >= end
                    || matches!(self.lines.cat(phrase.end), Cat::Stop | Cat::Comma | Cat::Semi | Cat::Rel));
        }
        let mut verb = from;
        while verb < end && verb - from < 10 {
            let unit = &self.lines.units[verb];
            if unit.verb.is_some_and(|v| v.is('s')) && matches!(unit.cat, Cat::Verb) {
                let after = self.skip_adverbials(verb + 1, end);
                let closes = after >= end || matches!(self.lines.cat(after), Cat::Stop | Cat::Comma | Cat::Semi);
                let start = verb_start(self.lines, from, verb);
                return closes
                    && matches!(subject_before(self.lines, from, start), Subject::Phrase { whole, .. } if whole.start == from);
            }
            if unit.cat.is_break() || unit.cat == Cat::Quote {
                return false;
            }
            verb += 1;
        }
        false
    }
}

/// Whether a sentence goes on in this way after a quotation that ended with a full stop.
fn continues(cat: Cat) -> bool {
    matches!(cat, Cat::And | Cat::Comma | Cat::But | Cat::Quote | Cat::Close)
}
