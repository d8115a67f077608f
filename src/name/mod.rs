//! Fifth room: names and dates.
//!
//! Runs of capitalised words are cut into candidates (`run`); lexicons, the words of a name and the words around
//! it vote for what bears it (`kind`); mentions of the same words vote together (`document`). These proposals
//! are among what the trained namer weighs (`trained`); what it finds gets its kind and reason (`settle`), and persons
//! get the office that is written beside them (`role`).

mod around;
mod dates;
mod document;
pub(crate) mod facts;
mod kind;
mod known;
mod phrase;
mod role;
mod run;
mod settle;
mod split;
#[cfg(test)]
mod tests;
mod together;
pub(crate) mod trained;
mod votes;

pub use dates::DateRule;

use std::ops::Range;

use self::facts::Facts;
use self::run::Candidate;
use self::trained::Namer;
use self::trained::shares::Shares;
use self::votes::Votes;
use crate::analysis::{DateMention, EntityKind, Gender, Published};
use crate::calendar::Day;
use crate::reading::Reading;
use crate::rule::rules;
use crate::span::Span;

rules! {
    /// Why some words are a name.
    pub enum Rule {
        /// Two or more capitalised words in a row.
        CapitalRun = "capital-run",
        /// A capitalised word that is no common word.
        CapitalWord = "capital-word",
        /// A place that the list of places holds.
        KnownPlace = "known-place",
        /// A nationality, religion or people that the list holds.
        KnownGroup = "known-group",
        /// A body that most readers know.
        KnownBody = "known-body",
        /// A building, event, work, law or product that most readers know.
        KnownName = "known-name",
        /// A title or office stands before it.
        TitleBefore = "title-before",
        /// It begins with a first name.
        FirstName = "first-name",
        /// It has an initial, as names of persons do.
        Initial = "initial",
        /// It has a small word such as "de" or "bin", as names of persons do.
        Particle = "particle",
        /// A word such as "Ministry" or "Inc." says that it is a body.
        BodyWord = "body-word",
        /// A word such as "Bridge" or "Hotel" says that it was built.
        FacilityWord = "facility-word",
        /// A word such as "River" or "province" says that it is a place.
        PlaceWord = "place-word",
        /// A word such as "War" or "Games" says that it happened.
        EventWord = "event-word",
        /// A word such as "Act" or "Treaty" says that it is a law.
        LawWord = "law-word",
        /// Capital letters, as acronyms are written.
        Acronym = "acronym",
        /// It stands in brackets behind the full name, or before such brackets.
        Bracket = "bracket",
        /// A preposition of place stands before it.
        PlacePreposition = "place-preposition",
        /// It stands beside the country or region it lies in.
        CityCountry = "city-country",

        /// It ends as the names of peoples do: "-ian", "-ese".
        GroupEnding = "group-ending",
        /// It stands in a list of names of one kind.
        Listed = "listed",
        /// "The" stands before it.
        Article = "article",
        /// What it does or owns is what a person does or owns.
        Verb = "verb",
        /// An age stands behind it.
        Age = "age",
        /// The same words are used elsewhere in the article.
        SameWords = "same-words",
        /// The surname of a person whose full name is in the article.
        Surname = "surname",
        /// The first word of a longer name in the article.
        ShortForm = "short-form",
        /// Its words and the words around it weigh most for this kind in a model learned from marked news.
        Learned = "learned",
    }
}

/// What this room writes.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Names, in text order, without overlap.
    pub mentions: Vec<NameMention>,
    /// Dates, in text order, without overlap among themselves.
    pub dates: Vec<DateMention>,
    /// The day of publication, from the options or from the date line.
    pub published: Option<Published>,
}

/// One name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameMention {
    /// Its characters: no honorific, no possessive.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<u32>,
    /// What kind of thing bears it.
    pub kind: EntityKind,
    /// Why it is a name.
    pub rule: Rule,
    /// The office written before or after it: "U.S. special envoy", "Kremlin spokesman".
    pub role: Option<Span>,
    /// What title, first name or role tell of the pronoun.
    pub gender: Gender,
}

/// Finds names and dates. `published` overrides the article's own date line.
#[must_use]
pub fn find(reading: &Reading<'_>, published: Option<Day>) -> Names {
    let (dates, published) = dates::find(reading, published);
    let mentions = SHARES.with(|shares| mentions(reading, Namer::shipped().map(|namer| (namer, shares))));
    Names { mentions, dates, published }
}

thread_local! {
    /// What the shipped namer is remembered to add.
    static SHARES: Shares = Shares::default();
}

/// What the rules make of a candidate.
#[derive(Clone, Debug)]
pub(crate) struct Proposal {
    name: Candidate,
    /// What bears it and why; `None` when it is no name after all.
    kind: Option<(EntityKind, Rule)>,
}

/// Finds every name, in text order: the rules propose, the trained namer decides.
pub(crate) fn mentions(reading: &Reading<'_>, namer: Option<(&Namer<'_>, &Shares)>) -> Vec<NameMention> {
    // News has a name in sixteen words. Their room comes before that of all that is thrown away at the end, so that the
    // latter leaves no holes.
    let mut out = Vec::with_capacity(reading.tokens.len() / 16);
    let facts = Facts::new(reading);
    let proposals = proposals(&facts);
    let mut settled = match namer {
        Some((namer, shares)) => settle::names(&facts, &proposals, &namer.find(&facts, &proposals, shares)),
        None => proposals,
    };
    together::settle(&facts, &mut settled);
    let mut previous = None;
    for proposal in &settled {
        if let Some((kind, rule)) = proposal.kind {
            out.push(mention(&facts, &proposal.name, previous, kind, rule));
        }
        previous = Some(&proposal.name);
    }
    out
}

/// Whether the lexicons hold token `i` as a nationality, religion or people.
#[cfg(feature = "train")]
pub(crate) fn is_group(facts: &Facts<'_>, i: usize) -> bool {
    facts.has(i, known::bit::GROUP)
}

/// Every candidate with what the rules make of it, in text order.
pub(crate) fn proposals(facts: &Facts<'_>) -> Vec<Proposal> {
    let names = run::candidates(facts);
    let mut votes: Vec<Votes> = names.iter().map(|name| kind::judge(facts, name)).collect();
    document::agree(facts, &names, &mut votes);
    let judge = |(name, votes): (Candidate, &Votes)| {
        let best = votes.best().filter(|best| kind::suffices(facts, &name, best.1));
        Proposal { name, kind: best.map(|(kind, _, rule)| (kind, rule)) }
    };
    names.into_iter().zip(&votes).map(judge).collect()
}

fn mention(
    facts: &Facts<'_>,
    name: &Candidate,
    previous: Option<&Candidate>,
    kind: EntityKind,
    rule: Rule,
) -> NameMention {
    let span = facts.reading.span_of(name.start..name.end);
    let tokens = name.start as u32..name.end as u32;
    if kind != EntityKind::Person {
        return NameMention { span, tokens, kind, rule, role: None, gender: Gender::Unknown };
    }
    let office = role::before(facts, name, previous).or_else(|| role::after(facts, name));
    let gender = role::gender(facts, name, office);
    NameMention { span, tokens, kind, rule, role: office.map(|tokens| role::span(facts, tokens)), gender }
}
