//! The cue is a noun: "his claim that …", "a warning by the council that …".

use std::ops::Range;

use super::{Report, Source, Walk};
use crate::quote::chunk::{chunk, subject_after};
use crate::quote::phrase::{Subject, subject_before, verb_start};
use crate::quote::rules::Rule;
use crate::quote::words::Cat;

/// Nouns that tell of speech before "that", in alphabetical order, without the s of the plural.
const NOUNS: [&str; 32] = [
    "accusation",
    "admission",
    "allegation",
    "announcement",
    "argument",
    "assertion",
    "assurance",
    "charge",
    "claim",
    "comment",
    "complaint",
    "conclusion",
    "confirmation",
    "contention",
    "declaration",
    "demand",
    "denial",
    "estimate",
    "finding",
    "insistence",
    "observation",
    "pledge",
    "prediction",
    "promise",
    "remark",
    "report",
    "revelation",
    "statement",
    "suggestion",
    "threat",
    "vow",
    "warning",
];
/// Verbs whose subject makes the statement that their object is.
const MAKING: [&str; 16] = [
    "issue",
    "issued",
    "issuing",
    "made",
    "make",
    "makes",
    "making",
    "reiterated",
    "reiterates",
    "reiterating",
    "renewed",
    "repeat",
    "repeated",
    "repeating",
    "repeats",
    "voiced",
];
/// How far behind it the main verb may stand, in units.
const LONGEST: usize = 60;
/// How far before its clause the noun may stand, in units.
const REACH: usize = 8;

impl Walk<'_, '_> {
    /// "his claim that …", "the claim by Marlow that …", "Marlow repeated the claim that …".
    pub(super) fn noun_clause(&self, that: usize) -> Option<Report> {
        let (head, lemma) =
            (self.line.start..that).rev().take(REACH).find_map(|i| self.speech_noun(i).map(|lemma| (i, lemma)))?;
        let owner = self.owner(head);
        let (source, plain) = match self.agent(head, that) {
            Some(agent) => (Some(agent), true),
            None => (owner.or_else(|| self.maker(head)), self.page.skip_adverbials(head + 1, that) == that),
        };
        let source = source.filter(|_| plain)?;
        let start = self.phrase_start(head);
        let end = if self.is_subject(start) {
            self.main_verb(that).unwrap_or_else(|| self.page.end_of(that, self.line.end))
        } else if start > self.line.start && self.cat(start - 1) == Cat::Prep {
            self.page.end_of_enclosed(that, self.line.end, false)
        } else {
            self.page.end_of(that, self.line.end)
        };
        let piece = that..end;
        (piece.len() > 1).then(|| Report {
            cue: head..head + 1,
            lemma,
            source: Some(Source::plain(source)),
            pieces: vec![piece],
            rule: Rule::NounCue,
            via: None,
            speech: true,
        })
    }

    /// "repeated the claim that": the noun is the cue.
    pub(super) fn has_noun_clause(&self, verb: usize) -> bool {
        let object = chunk(self.page.lines, verb + 1, self.line.end);
        !object.is_empty()
            && self.cat(object.end) == Cat::That
            && MAKING.contains(&self.page.word(verb))
            && self.speech_noun(object.end - 1).is_some()
    }

    /// "his promise to …", "the ministry's statement: …", with words in marks.
    pub(super) fn noun(&self, i: usize) -> Option<Report> {
        let quoted = (i + 1..self.line.end.min(i + 12)).any(|u| self.cat(u) == Cat::Quote);
        if !quoted || !matches!(self.cat(i + 1), Cat::Quote | Cat::To | Cat::Of | Cat::Prep) {
            return None;
        }
        let source = Some(Source::plain(self.owner(i)?));
        let verb = self.page.verb(i)?;
        if self.cat(i + 1) == Cat::Quote {
            return self.forward(i, verb, source, Rule::NounCue);
        }
        let from = if self.cat(i + 1) == Cat::To { i + 1 } else { i + 2 };
        let whole = self.page.end_of(from, self.line.end);
        let end = if self.is_subject(self.phrase_start(i)) {
            self.next_verb(from + 1..whole).unwrap_or(whole)
        } else {
            whole
        };
        let pieces = Vec::from_iter((from < end).then_some(from..end));
        Some(Report { cue: i..i + 1, lemma: verb.lemma, source, pieces, rule: Rule::NounCue, via: None, speech: false })
    }

    /// The dictionary form of a noun that tells of speech.
    fn speech_noun(&self, i: usize) -> Option<&'static str> {
        if !matches!(self.cat(i), Cat::Noun | Cat::Ing) {
            return None;
        }
        let word = self.page.word(i);
        let one = word.strip_suffix('s').unwrap_or(word);
        NOUNS
            .binary_search_by(|noun| noun.bytes().cmp(one.bytes().map(|b| b.to_ascii_lowercase())))
            .ok()
            .map(|at| NOUNS[at])
    }

    /// Whose it is: "his", "the ministry's".
    fn owner(&self, head: usize) -> Option<Range<usize>> {
        let start = self.described_from(head);
        let before = start.checked_sub(1).filter(|&before| before >= self.line.start)?;
        match self.cat(before) {
            Cat::PronPoss => Some(before..start),
            Cat::Gen => {
                let from = self.back_over(before, start, 10, Cat::is_nominal);
                (from < before).then_some(from..before)
            }
            _ => None,
        }
    }

    /// First of the adjectives and nouns before a noun.
    fn described_from(&self, head: usize) -> usize {
        self.back_over(head, head, 4, |cat| matches!(cat, Cat::Adj | Cat::Noun))
    }

    /// Over the units before `from` that fit, to at most so many before `end`.
    fn back_over(&self, from: usize, end: usize, most: usize, fits: impl Fn(Cat) -> bool) -> usize {
        let floor = self.line.start.max(end.saturating_sub(most));
        (floor..from).rev().take_while(|&i| fits(self.cat(i))).last().unwrap_or(from)
    }

    /// "the claim by Marlow that": who stands between the noun and its clause.
    fn agent(&self, head: usize, that: usize) -> Option<Range<usize>> {
        let led = matches!(self.page.word(head + 1), "by" | "from" | "of");
        let phrase = subject_after(self.page.lines, head + 2, that);
        (led && !phrase.is_empty() && phrase.end == that).then_some(phrase)
    }

    /// "Marlow repeated the claim that": the subject of the verb that has it as its object.
    fn maker(&self, head: usize) -> Option<Range<usize>> {
        let led = |cat| matches!(cat, Cat::Det | Cat::Num | Cat::Adv | Cat::Adj);
        let start = self.back_over(self.described_from(head), head, REACH, led);
        let verb = start.checked_sub(1).filter(|&verb| verb >= self.line.start)?;
        if !MAKING.contains(&self.page.word(verb)) {
            return None;
        }
        match subject_before(self.page.lines, self.line.start, verb_start(self.page.lines, self.line.start, verb)) {
            Subject::Phrase { mention, .. } => Some(mention),
            _ => None,
        }
    }

    /// Where the noun phrase of the cue begins.
    fn phrase_start(&self, head: usize) -> usize {
        self.back_over(head, head, REACH + 4, Cat::is_nominal)
    }

    /// Whether a noun phrase that begins here is the subject of its clause: no verb and no preposition leads to it.
    fn is_subject(&self, start: usize) -> bool {
        start == self.line.start || {
            let before = self.cat(start - 1);
            before.is_break() || matches!(before, Cat::And | Cat::But | Cat::That | Cat::Sub)
        }
    }

    /// The verb after a clause that is part of the subject: "the claim that it was new | was false".
    fn main_verb(&self, that: usize) -> Option<usize> {
        let mut clauses = 1;
        let mut from = that + 1;
        loop {
            let verb = self.next_verb(from..self.line.end.min(that + LONGEST))?;
            clauses += (from..verb)
                .filter(|&i| {
                    matches!(
                        self.cat(i),
                        Cat::Rel | Cat::That | Cat::Wh | Cat::Sub | Cat::Whether | Cat::And | Cat::But
                    )
                })
                .count();
            if clauses == 0 {
                return Some(verb);
            }
            clauses -= 1;
            // One verb with its auxiliaries: "would double | went".
            from = verb;
            while matches!(self.cat(from), Cat::Aux | Cat::Adv) {
                from += 1;
            }
            from += usize::from(self.cat(from) == Cat::Verb);
        }
    }

    /// The first unit of the next finite verb.
    fn next_verb(&self, units: Range<usize>) -> Option<usize> {
        units.clone().find(|&i| {
            let infinitive = self.cat(i - 1) == Cat::To;
            let agent = self.cat(i) == Cat::Verb && self.page.word(i + 1) == "by";
            matches!(self.cat(i), Cat::Verb | Cat::Aux) && !infinitive && !agent
        })
    }
}
