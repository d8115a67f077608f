//! "They" for one person: where the article says that this is their pronoun, or where one person of unknown gender is
//! named and nothing that "they" usually stands for is near.

use super::pronouns::Quoted;
use super::{Draft, Link, Rule};
use crate::analysis::{EntityKind, Form, Gender, MentionRule};
use crate::reading::Reading;
use crate::tag::Pos;
use crate::token::{Kind, Memo};

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

thread_local! {
    static SORTS: Memo<Sort> = const { Memo::new() };
}

/// Adds a link for every "they" that stands for one person. `links` come in text order.
pub fn link(reading: &Reading<'_>, drafts: &[Draft], links: &mut Vec<Link>) {
    // Each different word is asked once.
    let sorts = SORTS.with(|memo| memo.of(reading.vocabulary, Sort::of));
    if !sorts.contains(&Sort::They) {
        return;
    }
    let mut declared: Vec<usize> = Vec::new();
    let mut found = Vec::new();
    let (mut before, mut here, mut sentence) = (Reach::default(), Reach::default(), 0);
    let (mut next, mut quoted) = (0, Quoted::default());
    for (i, token) in reading.tokens.iter().enumerate() {
        if token.sentence != sentence {
            before = if token.sentence == sentence + 1 { here } else { Reach::default() };
            (here, sentence) = (Reach::default(), token.sentence);
        }
        while let Some(link) = links.get(next).filter(|link| link.span.start <= token.span.start) {
            here.pass(link.entity, drafts[link.entity].kind);
            next += 1;
        }
        quoted.pass(reading, i);
        let covered = next.checked_sub(1).is_some_and(|last| links[last].span.end >= token.span.end);
        if token.kind != Kind::Word || covered || quoted.open {
            continue;
        }
        let noun = matches!(reading.tags.get(i), Some(Pos::Noun | Pos::Propn));
        match reading.vocabulary.id(i).and_then(|id| sorts.get(id as usize)) {
            Some(Sort::They) => {}
            sort => {
                here.crowd |= sort == Some(&Sort::Crowd) || sort == Some(&Sort::Plural) && noun;
                continue;
            }
        }
        let reach = here.with(before);
        let Some(entity) = reach.person.filter(|&entity| drafts[entity].gender == Gender::Unknown) else { continue };
        if reading.word(i + 1) == "/" || i > 0 && reading.word(i - 1) == "/" {
            declared.push(entity);
        } else if !reach.crowd || declared.contains(&entity) && !here.crowd {
            here.person = Some(entity);
            let rule = MentionRule::Link(Rule::SingularThey);
            found.push(Link { span: token.span, entity, form: Form::Pronoun, rule });
        }
    }
    links.append(&mut found);
}

/// What a word is to a "they".
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    They,
    /// A plural, when it is a noun.
    Plural,
    /// Several, or somebody of whom nothing is known.
    Crowd,
    Other,
}

impl Sort {
    fn of(word: &str) -> Self {
        match word {
            "they" | "them" | "their" | "theirs" | "themself" | "themselves" => Self::They,
            "anybody" | "anyone" | "both" | "children" | "couple" | "crew" | "crowd" | "each" | "everybody"
            | "everyone" | "family" | "few" | "many" | "men" | "nobody" | "people" | "person" | "police"
            | "several" | "some" | "somebody" | "someone" | "staff" | "team" | "those" | "two" | "three" | "we"
            | "who" | "whoever" | "women" => Self::Crowd,
            _ if word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) => Self::Plural,
            _ => Self::Other,
        }
    }
}
