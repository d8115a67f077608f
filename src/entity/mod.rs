//! Sixth room: mentions become entities.
//!
//! Names are gathered first, fullest forms before shorter ones, so that a surname in the headline finds the full name
//! below it. Then one walk through the text links descriptions ("the envoy") and pronouns ("he") to whom they stand
//! for. Every step looks things up by key or in a window of fixed size, so the work is linear in the mentions.

mod ages;
mod alias;
mod beside;
mod descriptions;
mod focus;
mod forms;
mod gather;
mod page;
mod people;
mod phrase;
mod pronouns;
mod quoted;
mod ranker;
mod roles;
mod salience;
mod seats;
mod spelling;
mod they;
#[cfg(feature = "train")]
pub mod trace;
mod weights;

#[cfg(test)]
mod tests;

use crate::analysis::{Entity, EntityKind, Form, Gender, Mention, MentionRule};
use crate::name::Names;
use crate::reading::Reading;
use crate::rule::rules;
use crate::span::Span;
use crate::token::Token;

rules! {
    /// Why a description or pronoun stands for an entity.
    pub enum Rule {
        /// The office or description written beside the name.
        RoleBesideName = "role-beside-name",
        /// A description that repeats an office the article gave this person.
        RepeatedRole = "repeated-role",
        /// A description that repeats the last word of the name: "the hotel", "the ministry".
        RepeatedHead = "repeated-head",
        /// "His Veldorian counterpart": the person whom the article ties to that country.
        Counterpart = "counterpart",
        /// "The 42-year-old": whom the article gives that age, or else the first of the people last named.
        AgeBesideName = "age-beside-name",
        /// "The company", "the country": the one of that kind last named.
        LastOfKind = "last-of-kind",
        /// A pronoun for the subject of the same sentence.
        PronounSubject = "pronoun-subject",
        /// A pronoun for the person in focus in the sentences before.
        PronounFocus = "pronoun-focus",
        /// "They" for one person, where the article says so or nobody else can be meant.
        SingularThey = "singular-they",
    }
}

/// What this room writes.
#[derive(Clone, Debug, Default)]
pub struct Entities {
    /// Entities in the order of their first mention; `entities[i].id == i`.
    pub entities: Vec<Entity>,
    /// Mentions in text order; `mentions[i].id == i`.
    pub mentions: Vec<Mention>,
}

impl Entities {
    /// The mention that covers exactly `span`, else the longest that lies inside it.
    #[must_use]
    pub fn mention_in(&self, span: Span) -> Option<&Mention> {
        let from = self.mentions.partition_point(|mention| mention.span.start < span.start);
        let inside = self.mentions[from..].iter().take_while(|mention| mention.span.start < span.end);
        inside.filter(|mention| span.contains(mention.span)).max_by_key(|mention| mention.span.len())
    }
}

/// One entity while it is being gathered.
#[derive(Clone, Debug)]
struct Draft {
    kind: EntityKind,
    gender: Gender,
    /// The fullest form so far.
    name: Span,
    /// Every form, first seen first, each once.
    forms: Vec<Span>,
    roles: Vec<roles::Role>,
    /// Whether a town's name stands for the government that sits there.
    governs: bool,
}

/// One mention while it is being gathered.
#[derive(Clone, Copy, Debug)]
struct Link {
    span: Span,
    entity: usize,
    form: Form,
    rule: MentionRule,
}

/// Links in text order, met on the way through the tokens.
struct Upcoming<'l> {
    links: &'l [Link],
    /// How many are passed.
    next: usize,
    /// Where the next one begins.
    start: u32,
}

impl<'l> Upcoming<'l> {
    fn new(links: &'l [Link]) -> Self {
        Self { links, next: 0, start: links.first().map_or(u32::MAX, |link| link.span.start) }
    }

    /// Whether a link begins at or before the start of `token`.
    fn begins(&self, token: &Token) -> bool {
        self.start <= token.span.start
    }

    /// That link.
    fn at(&mut self, token: &Token) -> Option<&'l Link> {
        if self.begins(token) { self.pass() } else { None }
    }

    fn pass(&mut self) -> Option<&'l Link> {
        let link = self.links.get(self.next)?;
        self.next += 1;
        self.start = self.links.get(self.next).map_or(u32::MAX, |link| link.span.start);
        Some(link)
    }

    /// The link passed last.
    fn last(&self) -> Option<&'l Link> {
        self.links.get(self.next.checked_sub(1)?)
    }
}

/// Gathers names into entities and links descriptions and pronouns to them. The steps stay functions of their own:
/// together they are more than a browser compiles well.
#[must_use]
pub fn gather(reading: &Reading<'_>, names: &Names) -> Entities {
    let page = page::Page::new(reading);
    let (mut drafts, mut links) = names_and_descriptions(&page, names);
    pronouns::link(&page, &mut drafts, &mut links, &ranker::LEARNED, &mut |_, _, _| ());
    sort(&mut links);
    they::link(&page, &drafts, &mut links);
    sort(&mut links);
    links.dedup_by_key(|link| link.span);
    finish(reading, drafts, &links)
}

/// Everything but the pronouns, in text order.
fn names_and_descriptions(page: &page::Page<'_>, names: &Names) -> (Vec<Draft>, Vec<Link>) {
    let (mut drafts, mut links) = gather::names(page, names);
    roles::collect(page, names, &mut drafts, &mut links);
    sort(&mut links);
    descriptions::link(page, &drafts, &mut links);
    ages::link(page, &drafts, &mut links);
    sort(&mut links);
    (drafts, links)
}

/// Brings links into text order, the longer before the shorter where they start together.
fn sort(links: &mut [Link]) {
    links.sort_by_key(|link| (link.span.start, u32::MAX - link.span.end));
}

/// Numbers entities by first mention and writes the records.
#[inline(never)]
fn finish(reading: &Reading<'_>, drafts: Vec<Draft>, links: &[Link]) -> Entities {
    let mut order = vec![u32::MAX; drafts.len()];
    let mut next = 0;
    for link in links {
        if order[link.entity] == u32::MAX {
            order[link.entity] = next;
            next += 1;
        }
    }
    let mut entities: Vec<Option<Entity>> = vec![None; next as usize];
    for (draft, &id) in drafts.into_iter().zip(&order) {
        if let Some(place) = entities.get_mut(id as usize) {
            *place = Some(export(reading, &draft, id));
        }
    }
    let mut entities: Vec<Entity> = entities.into_iter().flatten().collect();
    let mut mentions = Vec::with_capacity(links.len());
    for (id, link) in links.iter().enumerate() {
        let entity = order[link.entity];
        mentions.push(Mention { id: id as u32, span: link.span, entity, form: link.form, rule: link.rule });
        if let Some(entity) = entities.get_mut(entity as usize) {
            entity.mentions.push(id as u32);
        }
    }
    salience::weigh(reading, &mut entities, &mentions);
    Entities { entities, mentions }
}

fn export(reading: &Reading<'_>, draft: &Draft, id: u32) -> Entity {
    let name = forms::written(reading, draft.name);
    let mut aliases: Vec<String> = Vec::new();
    for &form in draft.forms.iter().filter(|&&form| form != draft.name) {
        let form = forms::written(reading, form);
        if form != name && !aliases.contains(&form) {
            aliases.push(form);
        }
    }
    let role = draft.roles.iter().min_by_key(|role| role.rank()).map(|role| forms::written(reading, role.words));
    let role = role.or_else(|| draft.governs.then(|| "government".to_owned()));
    Entity { id, kind: draft.kind, name, aliases, role, mentions: Vec::new(), salience: 0.0, gender: draft.gender }
}
