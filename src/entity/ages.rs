//! "The 42-year-old": whom the article gives that age, or else the first of the people last named.

use rustc_hash::FxHashMap;
use std::ops::Range;

use super::page::{OLD, Page};
use super::{Draft, Link, Rule};
use crate::analysis::{EntityKind, Form, MentionRule};
use crate::reading::Reading;
use crate::tag::Pos;

/// How many tokens back somebody of unknown age may have been named.
const MEMORY: usize = 60;
/// How many people of one sentence are kept in mind.
const PEOPLE: usize = 8;
/// How many words of what somebody is may stand behind an age.
const NOUNS: usize = 3;
/// The tokens of "42-year-old".
const LENGTH: usize = 5;

/// Adds a link for every age that stands for a person. `links` come in text order.
pub fn link(reading: &Page<'_>, drafts: &[Draft], links: &mut Vec<Link>) {
    if !reading.has(OLD) {
        return;
    }
    let phrase = |i: usize| Some((i, years_old(reading, i)?));
    let ends = (LENGTH..reading.tokens.len()).filter(|&end| reading.is(end, OLD));
    let phrases: Vec<(usize, u32)> = ends.filter_map(|end| phrase(end + 1 - LENGTH)).collect();
    if phrases.is_empty() {
        return;
    }
    let known = known(reading, drafts, links);
    let mut found = Vec::new();
    let mut passed = 0;
    // The people of the sentence that last named any, and where each mention ends.
    let mut last: Vec<(usize, u32)> = Vec::new();
    let mut sentence = 0;
    for (at, age) in phrases {
        let start = reading.tokens[at].span.start;
        while let Some(link) = links.get(passed).filter(|link| link.span.start < start) {
            if drafts[link.entity].kind == EntityKind::Person {
                let here = reading.tokens[reading.token_at(link.span.start)].sentence;
                if here != sentence {
                    last.clear();
                }
                sentence = here;
                if last.len() < PEOPLE && !last.iter().any(|&(known, _)| known == link.entity) {
                    last.push((link.entity, link.span.end));
                }
            }
            passed += 1;
        }
        let end = (at + LENGTH..at + LENGTH + NOUNS)
            .find(|&i| !matches!(reading.tags.get(i), Some(Pos::Noun | Pos::Adj)))
            .unwrap_or(at + LENGTH + NOUNS);
        // "The 42-year-old Marrow supporter" is not known by the age alone.
        if reading.folded(at - 1) != "the" || reading.tags.get(end) == Some(&Pos::Propn) {
            continue;
        }
        let near = |&(entity, end): &(usize, u32)| {
            let own = known.iter().any(|(other, bearer)| *bearer == Some(entity) && *other != age);
            (!own && at - reading.token_at(end).min(at) <= MEMORY).then_some(entity)
        };
        let bearer = known.get(&age).copied().unwrap_or_else(|| last.iter().find_map(near));
        let Some(entity) = bearer else { continue };
        let span = reading.span_of(at - 1..end);
        found.push(Link { span, entity, form: Form::Nominal, rule: MentionRule::Link(Rule::AgeBesideName) });
    }
    links.append(&mut found);
}

/// Whose age every number is; `None` where it is that of several.
fn known(reading: &Reading<'_>, drafts: &[Draft], links: &[Link]) -> FxHashMap<u32, Option<usize>> {
    let mut known: FxHashMap<u32, Option<usize>> = FxHashMap::default();
    let people = links.iter().filter(|link| link.form == Form::Name && drafts[link.entity].kind == EntityKind::Person);
    for link in people {
        let name = reading.token_at(link.span.start)..reading.token_at(link.span.end);
        if let Some(age) = stated(reading, &name) {
            let bearer = known.entry(age).or_insert(Some(link.entity));
            if *bearer != Some(link.entity) {
                *bearer = None;
            }
        }
    }
    known
}

/// The age that stands beside a name: "Ada Cole, 42, …", "42-year-old Ada Cole".
fn stated(reading: &Reading<'_>, name: &Range<usize>) -> Option<u32> {
    let closed = matches!(reading.word(name.end + 2), "," | "." | ";" | ")" | "and");
    if matches!(reading.word(name.end), "," | "(") && closed {
        return age(reading.word(name.end + 1));
    }
    years_old(reading, name.start.checked_sub(LENGTH)?)
}

/// The age in "42-year-old", whose number is token `i`.
fn years_old(reading: &Reading<'_>, i: usize) -> Option<u32> {
    let words = ["-", "year", "-", "old"];
    words.iter().enumerate().all(|(n, word)| reading.word(i + 1 + n) == *word).then(|| age(reading.word(i)))?
}

/// A number of years that a person may have.
fn age(word: &str) -> Option<u32> {
    word.parse().ok().filter(|years| (1..=120).contains(years))
}
