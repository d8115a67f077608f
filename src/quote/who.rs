//! From the words that name a source to who it is.

use std::ops::Range;

use super::lines::Lines;
use super::report::{Between, Source};
use super::words::Cat;
use crate::analysis::{EntityKind, Form, Gender, Via};
use crate::entity::Entities;
use crate::name::{NameMention, Names};
use crate::reading::Reading;
use crate::span::Span;

/// A source with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    /// The words.
    pub mention: Span,
    /// Who it is, where it is somebody named.
    pub entity: Option<u32>,
    /// The canonical name.
    pub name: String,
    /// Whether the article keeps the name back.
    pub anonymous: bool,
    /// Whether it is a person by name, whom a pronoun may take up.
    person: Option<usize>,
}

impl Identity {
    /// The same as one who passes on what another said.
    fn relaying(self, speaker: &Self) -> Option<Via> {
        let other = self.entity.is_none() || self.entity != speaker.entity;
        (other && self.name != speaker.name).then_some(Via { span: self.mention, name: self.name, entity: self.entity })
    }

    /// Whom "I" stands for while somebody has the turn: "I told him so".
    pub fn in_turn_of(self, speaker: &Self, reading: &Reading<'_>) -> Self {
        if self.mention.of(reading.text) == "I" { Self { mention: self.mention, ..speaker.clone() } } else { self }
    }
}

/// How many persons a pronoun is held against.
const PERSONS: usize = 24;

/// Resolves sources in text order.
pub(super) struct Who<'r, 'a> {
    reading: &'r Reading<'a>,
    lines: &'r Lines,
    names: &'r Names,
    people: &'r Entities,
    /// The last speaker who is a person, as an index into the names, and the block they spoke in.
    last: Option<(usize, u32)>,
}

impl<'r, 'a> Who<'r, 'a> {
    /// Nobody has spoken yet.
    pub fn new(reading: &'r Reading<'a>, lines: &'r Lines, names: &'r Names, people: &'r Entities) -> Self {
        Self { reading, lines, names, people, last: None }
    }

    /// Who the source is.
    pub fn is(&mut self, source: &Source) -> Identity {
        let identity = self.resolve(source);
        if let Some(person) = identity.person {
            self.last = Some((person, self.block(source.mention.start)));
        }
        identity
    }

    /// The entity that the source is, as far as its own words tell.
    pub fn entity(&self, source: &Source) -> Option<u32> {
        let units = source.stands_for.as_ref().unwrap_or(&source.mention);
        let span = self.lines.span(self.reading, units);
        let mention = match self.head_name(units) {
            Some(Head::Mention(_, span) | Head::Capitals(span)) => self.people_at(span),
            None if self.is_pronoun(units) => self.people_at(span),
            None => self.described_at(span, self.core_end(units)),
        };
        Some(self.people.mentions.get(mention?)?.entity)
    }

    /// Whether the source is more than a pronoun that stands for nobody known.
    pub fn is_known(&self, source: &Source) -> bool {
        self.entity(source).is_some() || !self.is_pronoun(&source.mention)
    }

    /// Whether some units are a pronoun.
    pub fn is_pronoun(&self, units: &Range<usize>) -> bool {
        units.len() == 1
            && matches!(self.lines.cat(units.start), Cat::Pron | Cat::PronObj | Cat::PronPoss | Cat::Rel | Cat::That)
    }

    /// How many entities there are.
    pub fn entities(&self) -> usize {
        self.people.entities.len()
    }

    /// What an entity is.
    pub fn kind(&self, entity: u32) -> Option<EntityKind> {
        self.people.entities.get(entity as usize).map(|entity| entity.kind)
    }

    fn block(&self, unit: usize) -> u32 {
        let token = self.lines.units.get(unit).map_or(0, |u| u.start as usize);
        self.reading.sentences.get(self.reading.sentence_of(token)).map_or(0, |s| s.block)
    }

    fn resolve(&self, source: &Source) -> Identity {
        let mention = self.lines.span(self.reading, &source.mention);
        let units = source.stands_for.as_ref().unwrap_or(&source.mention);
        let span = self.lines.span(self.reading, units);
        if let Some(name) = self.head_name(units) {
            return Identity { mention, ..self.named(name, mention) };
        }
        if self.is_pronoun(units) {
            return self.pronoun(units.start, mention);
        }
        let described = self.described_at(span, self.core_end(units));
        if let Some(entity) = described.and_then(|m| self.people.entities.get(self.people.mentions[m].entity as usize))
        {
            return Identity {
                mention,
                entity: Some(entity.id),
                name: entity.name.clone(),
                anonymous: false,
                person: None,
            };
        }
        let whole = self.lines.span(self.reading, &source.whole);
        let anonymous = keeps_name_back(self.reading, self.lines, &source.whole);
        let text = self.without_markup(if whole.contains(span) { span } else { mention });
        Identity { mention, entity: None, name: text, anonymous, person: None }
    }

    fn without_markup(&self, span: Span) -> String {
        let first = self.reading.token_at(span.start);
        let mut text = String::new();
        for token in self.reading.tokens.get(first..).unwrap_or_default().iter().take_while(|t| t.span.end <= span.end)
        {
            if token.space_before && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(token.span.of(self.reading.text));
        }
        text
    }

    /// Where the noun phrase proper ends, before "of", "who" and the like.
    fn core_end(&self, units: &Range<usize>) -> u32 {
        let core = self.core(units);
        self.lines.span(self.reading, &core).end
    }

    fn core(&self, units: &Range<usize>) -> Range<usize> {
        let cut = units.clone().skip(1).find(|&i| {
            matches!(
                self.lines.cat(i),
                Cat::Of
                    | Cat::Prep
                    | Cat::Rel
                    | Cat::That
                    | Cat::Comma
                    | Cat::Dash
                    | Cat::Open
                    | Cat::Ing
                    | Cat::Verb
                    | Cat::As
                    | Cat::To
            )
        });
        units.start..cut.unwrap_or(units.end)
    }

    /// The name that is the head of the phrase: the one at its end.
    fn head_name(&self, units: &Range<usize>) -> Option<Head> {
        let core = self.core(units);
        let mut end = core.end;
        while end > core.start
            && matches!(self.lines.cat(end - 1), Cat::Gen | Cat::Adv | Cat::Num | Cat::Time | Cat::Quote | Cat::And)
        {
            end -= 1;
        }
        // "the TASS news agency": the nouns only say what the name stands for.
        let generic = end;
        while end > core.start && matches!(self.lines.cat(end - 1), Cat::Noun) && generic - end < 2 {
            end -= 1;
        }
        if end < generic && !(is_outlet_noun(self.word(generic - 1)) && self.organization_ends(end)) {
            return None;
        }
        if end == core.start || self.lines.cat(end - 1) != Cat::Name {
            return None;
        }
        let last = self.lines.units.get(end - 1)?;
        let at = self.names.mentions.partition_point(|n| n.tokens.end < last.end);
        if let Some(found) = self.names.mentions.get(at).filter(|n| n.tokens.start < last.end) {
            return Some(Head::Mention(at, found.span));
        }
        let first = (core.start..end).rev().take_while(|&i| self.lines.cat(i) == Cat::Name).last()?;
        Some(Head::Capitals(self.lines.span(self.reading, &(first..end))))
    }

    fn word(&self, unit: usize) -> &'a str {
        self.lines.units.get(unit).map_or("", |u| self.reading.word(u.start as usize))
    }

    /// Whether an organisation's name ends just before unit `end`.
    fn organization_ends(&self, end: usize) -> bool {
        let Some(last) = end.checked_sub(1).and_then(|e| self.lines.units.get(e)) else { return false };
        let at = self.names.mentions.partition_point(|n| n.tokens.end < last.end);
        let name = self.names.mentions.get(at).filter(|n| n.tokens.start < last.end);
        name.is_some_and(|n| n.kind == EntityKind::Organization)
    }

    fn named(&self, head: Head, mention: Span) -> Identity {
        let (span, index) = match head {
            Head::Mention(index, span) => (span, Some(index)),
            Head::Capitals(span) => (span, None),
        };
        let entity =
            self.people_at(span).and_then(|m| self.people.entities.get(self.people.mentions[m].entity as usize));
        let person = index.filter(|&i| self.names.mentions[i].kind == EntityKind::Person);
        let name = entity.map_or_else(|| self.without_markup(span), |e| e.name.clone());
        Identity { mention, entity: entity.map(|e| e.id), name, anonymous: false, person }
    }

    /// The description that ends where the noun phrase does.
    fn described_at(&self, span: Span, end: u32) -> Option<usize> {
        let all = &self.people.mentions;
        let from = all.partition_point(|m| m.span.end <= span.start);
        let near = all.get(from..)?.iter().take(6).enumerate();
        near.filter(|(_, m)| m.form == Form::Nominal && m.span.overlaps(span))
            .find(|(_, m)| m.span.end.abs_diff(end) <= 1)
            .map(|(i, _)| from + i)
    }

    /// The entity room's mention that overlaps `span`, names before others.
    fn people_at(&self, span: Span) -> Option<usize> {
        let all = &self.people.mentions;
        let from = all.partition_point(|m| m.span.end <= span.start);
        let overlapping = all.get(from..)?.iter().take(4).enumerate().filter(|(_, m)| m.span.overlaps(span));
        overlapping
            .max_by_key(|(i, m)| (m.form == Form::Name, m.span.len().min(span.len()), 4 - i))
            .map(|(i, _)| from + i)
    }

    fn pronoun(&self, unit: usize, mention: Span) -> Identity {
        let word = mention.of(self.reading.text);
        let linked = self.people_at(mention).filter(|&m| self.people.mentions[m].span == mention);
        if let Some(entity) = linked.and_then(|m| self.people.entities.get(self.people.mentions[m].entity as usize)) {
            let person = self.last.map(|(p, _)| p).filter(|_| entity.kind == EntityKind::Person);
            return Identity { mention, entity: Some(entity.id), name: entity.name.clone(), anonymous: false, person };
        }
        let gender = gender_of(word);
        let person = gender.and_then(|g| self.recent(unit, g));
        match person {
            Some(index) => {
                let found = self.named(Head::Mention(index, self.names.mentions[index].span), mention);
                Identity { person: Some(index), ..found }
            }
            None => Identity { mention, entity: None, name: word.to_owned(), anonymous: false, person: None },
        }
    }

    fn gender(&self, index: usize) -> Gender {
        let name: &NameMention = &self.names.mentions[index];
        let linked =
            self.people_at(name.span).and_then(|m| self.people.entities.get(self.people.mentions[m].entity as usize));
        linked.map(|e| e.gender).filter(|g| *g != Gender::Unknown).unwrap_or(name.gender)
    }

    /// The person a pronoun takes up when the entity room does not say: the first person of this or the last line, then
    /// the last speaker, then whoever was named last; never against the gender that is known.
    fn recent(&self, unit: usize, gender: Gender) -> Option<usize> {
        let token = self.lines.units.get(unit)?.start;
        let fits = |i: usize| {
            let known = self.gender(i);
            self.names.mentions[i].kind == EntityKind::Person && (known == Gender::Unknown || known == gender)
        };
        let before = self.names.mentions.partition_point(|n| n.tokens.end <= token);
        let line = self.lines.line_of(unit);
        let line_start =
            |l: usize| self.lines.rows.get(l).and_then(|r| self.lines.units.get(r.start)).map_or(0, |u| u.start);
        let outside = |i: usize| self.lines.cat(self.lines.unit_of(self.names.mentions[i].tokens.start)) != Cat::Quote;
        let near: Vec<usize> = (0..before).rev().take(PERSONS).filter(|&i| fits(i) && outside(i)).collect();
        for back in 0..2 {
            let from = line_start(line.saturating_sub(back));
            let to = if back == 0 { token } else { line_start(line) };
            let first = near.iter().rev().find(|&&i| (from..to).contains(&self.names.mentions[i].tokens.start));
            if let Some(&index) = first {
                return Some(index);
            }
        }
        let block = self.block(unit);
        let speaker = self.last.filter(|&(i, b)| fits(i) && block.saturating_sub(b) <= 3).map(|(i, _)| i);
        speaker.or_else(|| near.first().copied())
    }

    /// Who passes on what `speaker` said; nobody passes on words of their own.
    pub fn between(&self, between: &Between, speaker: &Identity) -> Option<Via> {
        match between {
            Between::Outlet(units) => self.outlet(units),
            Between::Relay(source) => self.resolve(source).relaying(speaker).filter(|_| self.is_known(source)),
        }
    }

    /// The outlet in some units, when they hold one.
    fn outlet(&self, units: &Range<usize>) -> Option<Via> {
        let Some(Head::Mention(index, span)) = self.head_name(units) else { return None };
        let kind = self.names.mentions[index].kind;
        let identity = self.named(Head::Mention(index, span), span);
        matches!(kind, EntityKind::Organization | EntityKind::Work | EntityKind::Product | EntityKind::Other)
            .then_some(Via { span, name: identity.name, entity: identity.entity })
    }
}

/// A name at the end of a phrase: one the name room found, or capitals that it did not.
#[derive(Clone, Copy)]
enum Head {
    Mention(usize, Span),
    Capitals(Span),
}

fn is_outlet_noun(word: &str) -> bool {
    matches!(
        word,
        "agency" | "newspaper" | "magazine" | "network" | "channel" | "broadcaster" | "website" | "company" | "group"
    )
}

fn gender_of(pronoun: &str) -> Option<Gender> {
    if ["he", "him", "his", "himself"].iter().any(|p| pronoun.eq_ignore_ascii_case(p)) {
        Some(Gender::Male)
    } else if ["she", "her", "hers", "herself"].iter().any(|p| pronoun.eq_ignore_ascii_case(p)) {
        Some(Gender::Female)
    } else {
        None
    }
}

/// "an anonymous source", "officials who spoke on condition of anonymity", "people familiar with the matter".
fn keeps_name_back(reading: &Reading<'_>, lines: &Lines, whole: &Range<usize>) -> bool {
    let words = whole.clone().take(60).filter_map(|i| lines.units.get(i)).map(|u| reading.word(u.start as usize));
    let mut before = "";
    for word in words {
        let telling = [
            "anonymous",
            "anonymously",
            "anonymity",
            "unnamed",
            "unidentified",
            "source",
            "sources",
            "insider",
            "insiders",
        ];
        if telling.iter().any(|t| word.eq_ignore_ascii_case(t)) {
            return true;
        }
        if matches!(
            (before, word),
            ("familiar" | "close", "with" | "to")
                | ("not", "authorized" | "authorised")
                | ("be", "named" | "identified")
        ) {
            return true;
        }
        before = word;
    }
    false
}
