//! "They" for one person: where the article says that this is their pronoun, or where one person of unknown gender is
//! named and nothing that "they" usually stands for is near.

use super::page::{CROWD, PLURAL, Page, Sort, THEY};
use super::quoted::Quoted;
use super::{Draft, Link, Rule, Upcoming};
use crate::analysis::{EntityKind, Form, Gender, MentionRule};
use crate::tag::Pos;
use crate::token::Kind;

/// What is in reach of a pronoun: its own sentence and the one before it.
#[derive(Clone, Copy, Default)]
struct Reach {
    /// The only person, `None` when there is none or are several.
    person: Option<usize>,
    /// Whether there are several people, or anything in the plural, or a body or group.
    crowd: bool,
}

impl Reach {
    fn pass(&mut self, entity: usize, kind: EntityKind) {
        match kind {
            EntityKind::Person if self.person.is_none_or(|known| known == entity) => self.person = Some(entity),
            EntityKind::Person | EntityKind::Organization | EntityKind::Group => self.crowd = true,
            _ => {}
        }
    }

    fn with(self, before: Self) -> Self {
        let several = self.person.is_some() && before.person.is_some() && self.person != before.person;
        Self { person: self.person.or(before.person), crowd: self.crowd || before.crowd || several }
    }
}

/// Adds a link for every "they" that stands for one person. `links` come in text order.
#[inline(never)]
pub fn link(page: &Page<'_>, drafts: &[Draft], links: &mut Vec<Link>) {
    if !page.has(THEY) {
        return;
    }
    let mut found = Vec::new();
    let (mut walk, mut upcoming, mut quoted) = (Walk::default(), Upcoming::new(links), Quoted::default());
    for (i, token) in page.tokens.iter().enumerate() {
        let sorts = page.sorts(i);
        if sorts & (THEY | CROWD | PLURAL) == 0 && !quoted.turns_at(token, sorts) && !upcoming.begins(token) {
            continue;
        }
        walk.enter(token.sentence);
        while let Some(link) = upcoming.at(token) {
            walk.here.pass(link.entity, drafts[link.entity].kind);
        }
        quoted.pass(page, i, token, sorts);
        let covered = || upcoming.last().is_some_and(|last| last.span.end >= token.span.end);
        if sorts & (THEY | CROWD | PLURAL) != 0 && token.kind == Kind::Word && !quoted.open && !covered() {
            let entity = walk.resolve(page, drafts, i, sorts);
            let link = |entity| Link {
                span: token.span,
                entity,
                form: Form::Pronoun,
                rule: MentionRule::Link(Rule::SingularThey),
            };
            found.extend(entity.map(link));
        }
    }
    links.append(&mut found);
}

/// What is in reach on the way through the text.
#[derive(Default)]
struct Walk {
    /// Those of whom the article says that "they" is their pronoun.
    declared: Vec<usize>,
    before: Reach,
    here: Reach,
    sentence: u32,
}

impl Walk {
    fn enter(&mut self, sentence: u32) {
        if sentence != self.sentence {
            self.before = if sentence == self.sentence + 1 { self.here } else { Reach::default() };
            (self.here, self.sentence) = (Reach::default(), sentence);
        }
    }

    /// Finds whom token `i` stands for, which may be a "they" or what one usually stands for.
    // Apart: the loop over all tokens stays short, and is not compiled again for the first article.
    #[inline(never)]
    fn resolve(&mut self, page: &Page<'_>, drafts: &[Draft], i: usize, sorts: Sort) -> Option<usize> {
        if sorts & THEY == 0 {
            let noun = matches!(page.tags.get(i), Some(Pos::Noun | Pos::Propn));
            self.here.crowd |= noun || sorts & CROWD != 0;
            return None;
        }
        let reach = self.here.with(self.before);
        let entity = reach.person.filter(|&entity| drafts[entity].gender == Gender::Unknown)?;
        if page.word(i + 1) == "/" || i > 0 && page.word(i - 1) == "/" {
            self.declared.push(entity);
            return None;
        }
        if reach.crowd && (self.here.crowd || !self.declared.contains(&entity)) {
            return None;
        }
        self.here.person = Some(entity);
        Some(entity)
    }
}

/// What a word is to a "they".
pub fn sort(word: &str) -> Sort {
    match word {
        "they" | "them" | "their" | "theirs" | "themself" | "themselves" => THEY,
        "anybody" | "anyone" | "both" | "children" | "couple" | "crew" | "crowd" | "each" | "everybody"
        | "everyone" | "family" | "few" | "many" | "men" | "nobody" | "people" | "person" | "police" | "several"
        | "some" | "somebody" | "someone" | "staff" | "team" | "those" | "two" | "three" | "we" | "who" | "whoever"
        | "women" => CROWD,
        _ if word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) => PLURAL,
        _ => 0,
    }
}
