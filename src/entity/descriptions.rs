//! Descriptions that stand for somebody or something named elsewhere: "the envoy", "the hotel", "the company".

use rustc_hash::FxHashMap;

use super::page::{NOUN, OWNER, Page, Sort};
use super::phrase::Phrase;
use super::{Draft, Link, Rule, Upcoming, alias, forms, roles};
use crate::analysis::{BlockKind, EntityKind, Form, MentionRule};
use crate::reading::Reading;
use crate::token::Kind;

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

/// The noun for whoever holds the same office in another country.
const COUNTERPART: &str = "counterpart";
/// How many letters the name of a country and of its people share at least.
const STEM: usize = 4;

/// Which entities a noun may stand for.
#[derive(Default)]
struct Head {
    /// By the main noun of a role.
    role: Vec<usize>,
    /// By a word of the name of an organisation or facility.
    name: Vec<usize>,
}

/// Which entities words stand for.
#[derive(Default)]
struct Heads<'d> {
    nouns: FxHashMap<&'d str, Head>,
    /// For the nouns that stand for the one of a kind last named.
    nobody: Head,
    /// People by every word of their names.
    people: FxHashMap<&'d str, Vec<usize>>,
}

impl<'d> Heads<'d> {
    fn of(drafts: &'d [Draft], names: &'d [Vec<String>]) -> Self {
        let mut heads = Self::default();
        for (entity, (draft, words)) in drafts.iter().zip(names).enumerate() {
            for role in &draft.roles {
                push(&mut heads.nouns.entry(&role.head).or_default().role, entity);
            }
            if draft.kind == EntityKind::Person {
                for word in words {
                    push(heads.people.entry(word).or_default(), entity);
                }
            } else if words.len() >= 2 {
                // "Grand Europe Hotel" ends in its noun, "Ministry of Health" begins with it.
                for word in [words.first(), words.last()].into_iter().flatten() {
                    push(&mut heads.nouns.entry(word).or_default().name, entity);
                }
            }
        }
        heads
    }

    /// For whom a word may stand as the main noun of a description; `None` when it can be none.
    fn noun(&self, word: &str, sorts: Sort) -> Option<&Head> {
        self.nouns.get(word).or((sorts & NOUN != 0).then_some(&self.nobody))
    }
}

/// The words of a name, when a description may stand for whoever bears it.
fn words_of(reading: &Reading<'_>, draft: &Draft) -> Vec<String> {
    let described = matches!(
        draft.kind,
        EntityKind::Person | EntityKind::Organization | EntityKind::Facility | EntityKind::Event | EntityKind::Law
    );
    if described { forms::key_words(reading, forms::tokens_in(reading, draft.name)) } else { Vec::new() }
}

/// Whether a word is the main noun of a description whatever the article names.
pub fn may_end(noun: &str) -> bool {
    kind_of(noun).is_some() || noun == COUNTERPART
}

fn kind_of(noun: &str) -> Option<EntityKind> {
    KINDS.binary_search_by_key(&noun, |entry| entry.0).ok().map(|found| KINDS[found].1)
}

fn push(list: &mut Vec<usize>, entity: usize) {
    if list.last() != Some(&entity) && list.len() < CANDIDATES {
        list.push(entity);
    }
}

/// Adds a link for every description that stands for an entity. `links` come in text order.
#[inline(never)]
pub fn link(page: &Page<'_>, drafts: &[Draft], links: &mut Vec<Link>) {
    let names: Vec<Vec<String>> = drafts.iter().map(|draft| words_of(page, draft)).collect();
    let heads = Heads::of(drafts, &names);
    let (last, told) = (vec![None; drafts.len()], vec![Vec::new(); drafts.len()]);
    let mut walk = Walk {
        page,
        drafts,
        nouns: page.each_word().map(|(word, sorts)| heads.noun(word, sorts)).collect(),
        heads: &heads,
        names: &names,
        last,
        told,
        recent: Vec::new(),
        people: Vec::new(),
    };
    let mut found = Vec::new();
    let mut upcoming = Upcoming::new(links);
    for (i, token) in page.tokens.iter().enumerate() {
        while let Some(link) = upcoming.at(token) {
            walk.pass(link.entity, i);
            walk.tell(link.entity, owner(page, i));
        }
        let Some(head) = walk.head(i) else { continue };
        let inside = upcoming.last().is_some_and(|last| last.span.contains(token.span));
        let block = page.block_of(token.sentence as usize);
        if inside || block.is_some_and(|block| block.kind == BlockKind::Headline) {
            continue;
        }
        if let Some((link, modifiers)) = walk.at(i, head) {
            walk.pass(link.entity, i);
            walk.tell(link.entity, modifiers);
            found.push(link);
        }
    }
    walk.headlines(links, &mut found);
    links.append(&mut found);
}

/// The name that owns the name at token `i`, in lower case: "veldoria" before Aron Vell in "Veldoria's Aron Vell".
fn owner(page: &Page<'_>, i: usize) -> Option<String> {
    let mark = i.checked_sub(1).filter(|&mark| page.is(mark, OWNER) && matches!(page.word(mark), "'s" | "’s"))?;
    roles::modifier(page, mark.checked_sub(1)?)
}

struct Walk<'r> {
    page: &'r Page<'r>,
    drafts: &'r [Draft],
    /// Of each different word, for whom it may stand as the main noun of a description; `None` when it can be none.
    nouns: Vec<Option<&'r Head>>,
    heads: &'r Heads<'r>,
    /// The words of each entity's name.
    names: &'r [Vec<String>],
    /// The token at which each entity was last mentioned.
    last: Vec<Option<u32>>,
    /// The capitalised words of the descriptions that stood for each entity: "us" of "the U.S. president".
    told: Vec<Vec<String>>,
    /// The organisations and places last mentioned, latest at the end.
    recent: Vec<usize>,
    /// The people last mentioned, latest at the end.
    people: Vec<usize>,
}

impl<'r> Walk<'r> {
    fn pass(&mut self, entity: usize, at: usize) {
        self.last[entity] = Some(at as u32);
        let recent = match self.drafts[entity].kind {
            EntityKind::Organization | EntityKind::Place => &mut self.recent,
            EntityKind::Person => &mut self.people,
            _ => return,
        };
        if recent.len() >= CANDIDATES {
            recent.remove(0);
        }
        recent.push(entity);
    }

    /// Notes words that the article ties to an entity.
    fn tell(&mut self, entity: usize, words: impl IntoIterator<Item = String>) {
        let told = &mut self.told[entity];
        for word in words {
            if told.len() < CANDIDATES && !told.contains(&word) {
                told.push(word);
            }
        }
    }

    /// Reads the headlines as one does who knows the article.
    fn headlines(&self, links: &[Link], found: &mut Vec<Link>) {
        let page = self.page;
        let heads = page.blocks.iter().filter(|block| block.kind == BlockKind::Headline);
        for i in heads.flat_map(|block| forms::tokens_in(page, block.span)) {
            let Some(head) = self.head(i) else { continue };
            let span = page.tokens[i].span;
            let before = links.partition_point(|link| link.span.start <= span.start);
            if !before.checked_sub(1).is_some_and(|last| links[last].span.contains(span)) {
                found.extend(self.at(i, head).map(|(link, _)| link));
            }
        }
    }

    /// The same of token `i`.
    fn head(&self, i: usize) -> Option<&'r Head> {
        let head = (*self.nouns.get(self.page.vocabulary.id(i)? as usize)?)?;
        let token = self.page.tokens.get(i)?;
        (token.kind == Kind::Word && token.span.len() >= 3).then_some(head)
    }

    /// The description whose main noun is token `i`.
    fn at(&self, i: usize, head: &Head) -> Option<(Link, Vec<String>)> {
        let noun = self.page.folded(i);
        if noun == COUNTERPART {
            return self.counterpart(i).map(|link| (link, Vec::new()));
        }
        let phrase = Phrase::ending_at(self.page, i)?;
        let (entity, rule) = self
            .of_role(&head.role, &phrase)
            .map(|entity| (entity, Rule::RepeatedRole))
            .or_else(|| self.of_name(&head.name, &phrase).map(|entity| (entity, Rule::RepeatedHead)))
            .or_else(|| self.of_kind(kind_of(noun)?, &phrase).map(|entity| (entity, Rule::LastOfKind)))?;
        Some((Link { span: phrase.span, entity, form: Form::Nominal, rule: MentionRule::Link(rule) }, phrase.modifiers))
    }

    /// "His Veldorian counterpart": the person last named whom the article ties to that country.
    fn counterpart(&self, i: usize) -> Option<Link> {
        let people = i.checked_sub(1).and_then(|before| roles::modifier(self.page, before))?;
        let start = i.checked_sub(2).filter(|&start| matches!(self.page.folded(start), "his" | "her" | "their"))?;
        let tied = |word: &String| word.bytes().zip(people.bytes()).take_while(|(a, b)| a == b).count() >= STEM;
        let fits = |&entity: &usize| {
            let of_role = self.drafts[entity].roles.iter().flat_map(|role| &role.modifiers);
            of_role.chain(&self.told[entity]).any(tied)
        };
        let entity = self.people.iter().rev().copied().find(fits)?;
        let span = self.page.span_of(start..i + 1);
        Some(Link { span, entity, form: Form::Nominal, rule: MentionRule::Link(Rule::Counterpart) })
    }

    /// The person whose role shares the most names with the phrase; of several, the one mentioned last.
    fn of_role(&self, candidates: &[usize], phrase: &Phrase<'_>) -> Option<usize> {
        let noun = phrase.noun;
        let score = |&entity: &usize| {
            let draft = &self.drafts[entity];
            let of_role = |modifier: &String| draft.roles.iter().any(|role| role.modifiers.contains(modifier));
            let shared = |modifier: &String| of_role(modifier) || self.told_of(modifier).any(of_role);
            let matched = phrase.modifiers.iter().filter(|m| shared(m)).count();
            let own = phrase.modifiers.iter().any(|m| self.names[entity].contains(m));
            let bound = draft.roles.iter().any(|role| role.head == noun && !role.modifiers.is_empty());
            let foreign = phrase.modifiers.len() - matched;
            // "The Putin envoy" is not the envoy of somebody else, and nobody is his own envoy.
            if own || foreign > 0 && matched == 0 && bound { None } else { Some((matched, self.last[entity])) }
        };
        let best = candidates.iter().filter_map(|entity| Some((score(entity)?, *entity))).max_by_key(|entry| entry.0);
        best.map(|(_, entity)| entity).filter(|entity| self.last[*entity].is_some() || phrase.in_headline)
    }

    /// What was told of people of this name: the Marrow envoy is the envoy of the country whose president Marrow is.
    fn told_of(&self, name: &str) -> impl Iterator<Item = &String> {
        self.heads.people.get(name).into_iter().flatten().flat_map(|&entity| &self.told[entity])
    }

    fn of_name(&self, candidates: &[usize], phrase: &Phrase<'_>) -> Option<usize> {
        if phrase.in_headline || phrase.width > 1 {
            return None;
        }
        candidates.iter().copied().filter(|&entity| self.last[entity].is_some()).max_by_key(|&entity| self.last[entity])
    }

    fn of_kind(&self, kind: EntityKind, phrase: &Phrase<'_>) -> Option<usize> {
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
