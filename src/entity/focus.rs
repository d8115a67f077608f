//! Whom and what the text has in focus.

use super::page::{ASIDE, OWNER, Page, REPORTS};
use crate::analysis::{BlockKind, Form, Gender};
use crate::tag::Pos;

/// How many different entities are kept in focus.
pub const WIDTH: usize = 12;
/// How far an apposition is followed in search of its end, in tokens.
const APPOSITION: usize = 30;

/// What a mention does in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A verb follows it, or a verb of speech stands before it behind quoted words.
    Subject,
    /// It owns what follows.
    Owner,
    /// Anything else.
    Other,
}

/// What a mention does, and whether it speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// What it does in its clause.
    pub part: Part,
    /// Whether its verb is one of saying.
    pub speaks: bool,
}

/// A position in the text.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    /// Index of the token.
    pub token: usize,
    /// Index of its sentence.
    pub sentence: usize,
}

/// One entity in focus, as it was last mentioned.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// Index of its draft.
    pub entity: usize,
    /// The first token behind the last mention.
    pub last: Spot,
    /// The block of the last mention.
    pub block: u32,
    /// What the last mention does.
    pub part: Part,
    /// How it is written.
    pub form: Form,
    /// Whether nobody else of its kind was mentioned before it in its sentence.
    pub leads: bool,
    /// Whether it stands in a headline.
    pub headline: bool,
    /// Where it was last a subject.
    pub subject: Option<Spot>,
    /// Where it last spoke.
    pub spoke: Option<Spot>,
    /// How often it was mentioned.
    pub count: u32,
    /// How often a man's and a woman's pronoun stood for it.
    pub heard: [u32; 2],
}

impl Seen {
    /// The gender that pronouns told, when they agree more often than not.
    pub fn told(&self) -> Gender {
        match self.heard[0].cmp(&self.heard[1]) {
            std::cmp::Ordering::Greater => Gender::Male,
            std::cmp::Ordering::Less => Gender::Female,
            std::cmp::Ordering::Equal => Gender::Unknown,
        }
    }
}

/// The entities in focus, the one last mentioned at the end.
#[derive(Debug, Default)]
pub struct Focus {
    seen: Vec<Seen>,
}

impl Focus {
    /// The entities, the one last mentioned at the end.
    pub fn seen(&self) -> &[Seen] {
        &self.seen
    }

    /// Takes notice of a mention from token `start` to `end`.
    pub fn pass(&mut self, page: &Page<'_>, entity: usize, form: Form, (start, end): (usize, usize)) {
        let place = place(page, start, end);
        let spot = Spot { token: end, sentence: page.sentence_of(start) };
        let leads = self.seen.last().is_none_or(|last| last.last.sentence != spot.sentence || last.entity == entity);
        let block = page.block_of(spot.sentence);
        let before = self.seen.iter().position(|seen| seen.entity == entity).map(|at| self.seen.remove(at));
        if self.seen.len() >= WIDTH {
            self.seen.remove(0);
        }
        self.seen.push(Seen {
            entity,
            last: spot,
            block: page.sentences.get(spot.sentence).map_or(0, |sentence| sentence.block),
            part: place.part,
            form,
            leads,
            headline: block.is_some_and(|block| block.kind == BlockKind::Headline),
            subject: if place.part == Part::Subject { Some(spot) } else { before.and_then(|seen| seen.subject) },
            spoke: if place.speaks { Some(spot) } else { before.and_then(|seen| seen.spoke) },
            count: before.map_or(1, |seen| seen.count.saturating_add(1)),
            heard: before.map_or([0; 2], |seen| seen.heard),
        });
    }

    /// Notes that a pronoun of a man (0) or a woman (1) stood for the entity last passed.
    pub fn hear(&mut self, which: usize) -> Gender {
        let Some(last) = self.seen.last_mut() else { return Gender::Unknown };
        last.heard[which] = last.heard[which].saturating_add(1);
        last.told()
    }
}

/// What the mention from token `start` to `end` does in its clause.
pub fn place(page: &Page<'_>, start: usize, end: usize) -> Place {
    if page.is(end, OWNER) && matches!(page.word(end), "'s" | "’s" | "'" | "’") {
        return Place { part: Part::Owner, speaks: false };
    }
    let verb = verb_of(page, start, end);
    let part = if verb.is_some() { Part::Subject } else { Part::Other };
    Place { part, speaks: verb.is_some_and(|verb| says(page, verb)) }
}

/// The verb of which the mention is the subject: one that follows, perhaps behind an apposition, or a verb of speech
/// before it with quoted words in front.
fn verb_of(page: &Page<'_>, start: usize, end: usize) -> Option<usize> {
    let range = page.tokens_of(page.sentence_of(start));
    let before = start.checked_sub(1).filter(|before| range.contains(before));
    let tag = before.and_then(|before| page.tags.get(before));
    if tag == Some(&Pos::Adp) {
        return None;
    }
    // "Urged Lund to leave": an object, whatever it is to do.
    if tag == Some(&Pos::Verb) && page.word(end) == "to" {
        return None;
    }
    let mut at = end;
    if page.is(at, ASIDE) && matches!(page.word(at), "," | "—" | "–" | "(") && range.contains(&at) {
        let close = if page.word(at) == "(" { ")" } else { page.word(at) };
        let reach = range.end.min(at + APPOSITION);
        if let Some(found) = (at + 1..reach).find(|&i| page.is(i, ASIDE) && page.word(i) == close) {
            at = found + 1;
        }
    }
    let is_verb = |i: usize| matches!(page.tags.get(i), Some(Pos::Verb | Pos::Aux));
    let ends = |i: usize| matches!(page.tags.get(i), Some(Pos::Punct | Pos::Noun | Pos::Propn | Pos::Adp | Pos::Cconj));
    let follows = (at..range.end.min(at + 3)).take_while(|&i| !ends(i)).find(|&i| is_verb(i));
    follows.or_else(|| before.filter(|&before| is_inverted(page, before)))
}

fn is_inverted(page: &Page<'_>, verb: usize) -> bool {
    let earlier = verb.checked_sub(1);
    page.tags.get(verb) == Some(&Pos::Verb)
        && earlier.is_some_and(|i| matches!(page.word(i), "," | "\"" | "”" | "’" | "'" | "?" | "!"))
}

/// Whether the verb, or the one behind its helper, reports speech.
fn says(page: &Page<'_>, verb: usize) -> bool {
    let reports = |i: usize| page.is(i, REPORTS);
    reports(verb) || page.tags.get(verb) == Some(&Pos::Aux) && reports(verb + 1)
}
