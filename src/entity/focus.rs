//! Whom and what the text has in focus.

use crate::analysis::{BlockKind, Form, Gender};
use crate::lexicon::cue;
use crate::reading::Reading;
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
    pub fn pass(&mut self, reading: &Reading<'_>, entity: usize, form: Form, (start, end): (usize, usize)) {
        let place = place(reading, start, end);
        let spot = Spot { token: end, sentence: reading.sentence_of(start) };
        let leads = self.seen.last().is_none_or(|last| last.last.sentence != spot.sentence || last.entity == entity);
        let block = reading.block_of(spot.sentence);
        let before = self.seen.iter().position(|seen| seen.entity == entity).map(|at| self.seen.remove(at));
        if self.seen.len() >= WIDTH {
            self.seen.remove(0);
        }
        self.seen.push(Seen {
            entity,
            last: spot,
            block: reading.sentences.get(spot.sentence).map_or(0, |sentence| sentence.block),
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
pub fn place(reading: &Reading<'_>, start: usize, end: usize) -> Place {
    if matches!(reading.word(end), "'s" | "’s" | "'" | "’") {
        return Place { part: Part::Owner, speaks: false };
    }
    let verb = verb_of(reading, start, end);
    let part = if verb.is_some() { Part::Subject } else { Part::Other };
    Place { part, speaks: verb.is_some_and(|verb| says(reading, verb)) }
}

/// The verb of which the mention is the subject: one that follows, perhaps behind an apposition, or a verb of speech
/// before it with quoted words in front.
fn verb_of(reading: &Reading<'_>, start: usize, end: usize) -> Option<usize> {
    let range = reading.tokens_of(reading.sentence_of(start));
    let before = start.checked_sub(1).filter(|before| range.contains(before));
    if before.is_some_and(|before| reading.tags.get(before) == Some(&Pos::Adp)) {
        return None;
    }
    // "Urged Lund to leave": an object, whatever it is to do.
    if reading.word(end) == "to" && before.is_some_and(|before| reading.tags.get(before) == Some(&Pos::Verb)) {
        return None;
    }
    let mut at = end;
    if matches!(reading.word(at), "," | "—" | "–" | "(") && range.contains(&at) {
        let close = if reading.word(at) == "(" { ")" } else { reading.word(at) };
        let reach = range.end.min(at + APPOSITION);
        if let Some(found) = (at + 1..reach).find(|&i| reading.word(i) == close) {
            at = found + 1;
        }
    }
    let is_verb = |i: usize| matches!(reading.tags.get(i), Some(Pos::Verb | Pos::Aux));
    let ends =
        |i: usize| matches!(reading.tags.get(i), Some(Pos::Punct | Pos::Noun | Pos::Propn | Pos::Adp | Pos::Cconj));
    let follows = (at..range.end.min(at + 3)).take_while(|&i| !ends(i)).find(|&i| is_verb(i));
    follows.or_else(|| before.filter(|&before| is_inverted(reading, before)))
}

fn is_inverted(reading: &Reading<'_>, verb: usize) -> bool {
    let earlier = verb.checked_sub(1);
    reading.tags.get(verb) == Some(&Pos::Verb)
        && earlier.is_some_and(|i| matches!(reading.word(i), "," | "\"" | "”" | "’" | "'" | "?" | "!"))
}

/// Whether the verb, or the one behind its helper, reports speech.
fn says(reading: &Reading<'_>, verb: usize) -> bool {
    let reports = |i: usize| cue(reading.folded(i)).is_some_and(|(_, classes)| classes.contains(['s', 't', 'k', 'm']));
    reports(verb) || reading.tags.get(verb) == Some(&Pos::Aux) && reports(verb + 1)
}
