//! Descriptions that stand for somebody or something named elsewhere: "the envoy", "the hotel", "the company".

use std::collections::HashMap;

use super::{Draft, Link, Rule, alias, forms, roles};
use crate::analysis::{BlockKind, EntityKind, Form, MentionRule};
use crate::lexicon::fold;
use crate::reading::Reading;
use crate::span::Span;
use crate::token::Kind;

/// How many words may stand between the article and the noun.
const WIDTH: usize = 6;
/// How many candidates are weighed for one description.
const CANDIDATES: usize = 8;
/// How many tokens back the last company or country may have been named.
const MEMORY: u32 = 120;

/// Nouns for the one of its kind last named.
const KINDS: [(&str, EntityKind); 12] = [
    ("agency", EntityKind::Organization),
    ("airline", EntityKind::Organization),
    ("carmaker", EntityKind::Organization),
    ("carrier", EntityKind::Organization),
    ("city", EntityKind::Place),
    ("company", EntityKind::Organization),
    ("country", EntityKind::Place),
    ("firm", EntityKind::Organization),
    ("manufacturer", EntityKind::Organization),
    ("nation", EntityKind::Place),
    ("retailer", EntityKind::Organization),
    ("startup", EntityKind::Organization),
];

/// Which entities a noun may stand for.
#[derive(Default)]
struct Heads {
    /// By the main noun of a role.
    role: HashMap<String, Vec<usize>>,
    /// By a word of the name of an organisation or facility.
    name: HashMap<String, Vec<usize>>,
}

impl Heads {
    fn of(drafts: &[Draft], names: &[Vec<String>]) -> Self {
        let mut heads = Self::default();
        for (entity, (draft, words)) in drafts.iter().zip(names).enumerate() {
            for role in &draft.roles {
                push(&mut heads.role, role.head.clone(), entity);
            }
            if matches!(
                draft.kind,
                EntityKind::Organization | EntityKind::Facility | EntityKind::Event | EntityKind::Law
            ) {
                // "Grand Europe Hotel" ends in its noun, "Ministry of Health" begins with it.
                let ends = [words.first(), words.last()];
                for word in ends.into_iter().flatten().filter(|_| words.len() >= 2) {
                    push(&mut heads.name, word.clone(), entity);
                }
            }
        }
        heads
    }

    /// Whether a word may be the main noun of a description.
    fn may_end(&self, noun: &str) -> bool {
        kind_of(noun).is_some() || self.role.contains_key(noun) || self.name.contains_key(noun)
    }
}

fn kind_of(noun: &str) -> Option<EntityKind> {
    KINDS.binary_search_by_key(&noun, |entry| entry.0).ok().map(|found| KINDS[found].1)
}

fn push(map: &mut HashMap<String, Vec<usize>>, key: String, entity: usize) {
    let list = map.entry(key).or_default();
    if list.last() != Some(&entity) && list.len() < CANDIDATES {
        list.push(entity);
    }
}

/// Adds a link for every description that stands for an entity. `links` come in text order.
pub fn link(reading: &Reading<'_>, drafts: &[Draft], links: &mut Vec<Link>) {
    let words = |draft: &Draft| forms::key_words(reading, forms::tokens_in(reading, draft.name));
    let names: Vec<Vec<String>> = drafts.iter().map(words).collect();
    let heads = Heads::of(drafts, &names);
    let nouns = reading.vocabulary.words().map(|word| heads.may_end(word)).collect();
    let last = vec![None; drafts.len()];
    let mut walk = Walk { reading, drafts, heads: &heads, nouns, names: &names, last, recent: Vec::new() };
    let mut found = Vec::new();
    let mut next = 0;
    for i in 0..reading.tokens.len() {
        while let Some(link) = links.get(next).filter(|link| link.span.start <= reading.tokens[i].span.start) {
            walk.pass(link.entity, i);
            next += 1;
        }
        let inside = next
            .checked_sub(1)
            .and_then(|last| links.get(last))
            .is_some_and(|link| link.span.contains(reading.tokens[i].span));
        if let Some(link) = walk.at(i, inside) {
            walk.pass(link.entity, i);
            found.push(link);
        }
    }
    links.append(&mut found);
}

struct Walk<'r> {
    reading: &'r Reading<'r>,
    drafts: &'r [Draft],
    heads: &'r Heads,
    /// Of each different word, whether it may be the main noun of a description.
    nouns: Vec<bool>,
    /// The words of each entity's name.
    names: &'r [Vec<String>],
    /// The token at which each entity was last mentioned.
    last: Vec<Option<u32>>,
    /// The organisations and places last mentioned, latest at the end.
    recent: Vec<usize>,
}

impl Walk<'_> {
    fn pass(&mut self, entity: usize, at: usize) {
        self.last[entity] = Some(at as u32);
        if matches!(self.drafts[entity].kind, EntityKind::Organization | EntityKind::Place) {
            if self.recent.len() >= CANDIDATES {
                self.recent.remove(0);
            }
            self.recent.push(entity);
        }
    }

    /// The description whose main noun is token `i`.
    fn at(&self, i: usize, inside: bool) -> Option<Link> {
        let token = self.reading.tokens.get(i)?;
        let known = self.reading.vocabulary.id(i).is_some_and(|id| self.nouns[id as usize]);
        if !known || inside || token.kind != Kind::Word || token.span.len() < 3 {
            return None;
        }
        let noun = self.reading.folded(i);
        let by_role = self.heads.role.get(noun);
        let by_name = self.heads.name.get(noun);
        let by_kind = kind_of(noun);
        let phrase = Phrase::ending_at(self.reading, i)?;
        let (entity, rule) = by_role
            .and_then(|candidates| self.of_role(candidates, &phrase))
            .map(|entity| (entity, Rule::RepeatedRole))
            .or_else(|| self.of_name(by_name?, &phrase).map(|entity| (entity, Rule::RepeatedHead)))
            .or_else(|| self.of_kind(by_kind?, &phrase).map(|entity| (entity, Rule::LastOfKind)))?;
        Some(Link { span: phrase.span, entity, form: Form::Nominal, rule: MentionRule::Link(rule) })
    }

    /// The person whose role shares the most names with the phrase; of several, the one mentioned last.
    fn of_role(&self, candidates: &[usize], phrase: &Phrase) -> Option<usize> {
        let noun = &phrase.noun;
        let score = |&entity: &usize| {
            let draft = &self.drafts[entity];
            let shared = |modifier: &String| draft.roles.iter().any(|role| role.modifiers.contains(modifier));
            let matched = phrase.modifiers.iter().filter(|m| shared(m)).count();
            let own = phrase.modifiers.iter().any(|m| self.names[entity].contains(m));
            let bound = draft.roles.iter().any(|role| role.head == *noun && !role.modifiers.is_empty());
            let foreign = phrase.modifiers.len() - matched;
            // "The Putin envoy" is not the envoy of somebody else, and nobody is his own envoy.
            if own || foreign > 0 && matched == 0 && bound { None } else { Some((matched, self.last[entity])) }
        };
        let best = candidates.iter().filter_map(|entity| Some((score(entity)?, *entity))).max_by_key(|entry| entry.0);
        best.map(|(_, entity)| entity).filter(|entity| self.last[*entity].is_some() || phrase.in_headline)
    }

    fn of_name(&self, candidates: &[usize], phrase: &Phrase) -> Option<usize> {
        if phrase.in_headline || phrase.width > 1 {
            return None;
        }
        candidates.iter().copied().filter(|&entity| self.last[entity].is_some()).max_by_key(|&entity| self.last[entity])
    }

    fn of_kind(&self, kind: EntityKind, phrase: &Phrase) -> Option<usize> {
        if phrase.in_headline || phrase.width > 1 {
            return None;
        }
        let recent = |entity: usize| self.last[entity].is_some_and(|at| phrase.at.saturating_sub(at) <= MEMORY);
        let fits = |entity: usize| {
            kind == EntityKind::Place || phrase.noun == "agency" || !alias::is_public(&self.names[entity])
        };
        let of_kind = |entity: usize| self.drafts[entity].kind == kind;
        self.recent.iter().rev().copied().find(|&entity| of_kind(entity) && recent(entity) && fits(entity))
    }
}

/// A definite noun phrase.
struct Phrase {
    span: Span,
    noun: String,
    /// Its capitalised words in lower case.
    modifiers: Vec<String>,
    /// Words between the article and the end.
    width: usize,
    /// Index of its noun.
    at: u32,
    in_headline: bool,
}

impl Phrase {
    /// The definite phrase that ends with token `i`; in a headline a name does for the article.
    fn ending_at(reading: &Reading<'_>, i: usize) -> Option<Self> {
        let sentence = reading.sentence_of(i);
        let first = reading.tokens_of(sentence).start;
        let in_headline = reading.block_of(sentence).is_some_and(|block| block.kind == BlockKind::Headline);
        let next = reading.tokens.get(i + 1).filter(|token| token.sentence as usize == sentence);
        if next.is_some_and(|token| goes_on(reading, i + 1, token.kind)) {
            return None;
        }
        let mut start = None;
        for back in (first.max(i.saturating_sub(WIDTH))..i).rev() {
            let word = reading.word(back);
            if is_article(word) {
                start = Some(back);
                break;
            }
            let kind = reading.tokens.get(back)?.kind;
            let joins = matches!(kind, Kind::Word | Kind::Number) || word == "-";
            if !joins || is_small(word) {
                start = None;
                break;
            }
            if in_headline && roles::modifier(reading, back).is_some() {
                start = Some(back);
            }
        }
        let start = start?;
        Some(Self {
            span: reading.span_of(start..i + 1),
            noun: reading.folded(i).to_owned(),
            modifiers: (start..i)
                .filter(|&t| !is_article(reading.word(t)))
                .filter_map(|t| roles::modifier(reading, t))
                .collect(),
            width: i - start,
            at: i as u32,
            in_headline,
        })
    }
}

/// Whether the phrase goes on behind its noun, into a longer noun, a name or a possessive owner's thing.
fn goes_on(reading: &Reading<'_>, i: usize, kind: Kind) -> bool {
    let word = reading.word(i);
    word == "-" && reading.tokens.get(i).is_some_and(|token| token.glued)
        || word == "of"
        || kind == Kind::Word
            && word.chars().next().is_some_and(char::is_uppercase)
            && roles::modifier(reading, i).is_some()
            && !reading.tokens.get(i).is_some_and(|token| token.glued)
            && reading.block_of(reading.sentence_of(i)).is_some_and(|block| block.kind != BlockKind::Headline)
}

fn is_article(word: &str) -> bool {
    ["the", "that", "this"].iter().any(|article| article.eq_ignore_ascii_case(word))
}

/// Words that no noun phrase runs through.
fn is_small(word: &str) -> bool {
    const SMALL: [&str; 26] = [
        "a", "an", "and", "as", "at", "but", "by", "for", "from", "had", "has", "have", "in", "is", "of", "on", "or",
        "said", "says", "that", "to", "was", "were", "which", "who", "with",
    ];
    let mut buffer = [0; 64];
    SMALL.binary_search(&fold(word, &mut buffer)).is_ok()
}
