//! Names become entities.

use rustc_hash::FxHashMap;

use super::people::{self, Person};
use super::spelling::{Spelling, Spellings, spell};
use super::{Draft, Link, alias, seats};
use crate::analysis::{EntityKind, Form, Gender, MentionRule};
use crate::lexicon;
use crate::name::{NameMention, Names};
use crate::reading::Reading;
use crate::span::Span;

/// How many entities of one surname are kept apart; a text with more is no article.
const NAMESAKES: usize = 8;

/// Whether one word names a place by fact, whatever else begins with it.
fn is_known_place(word: &str) -> bool {
    lexicon::PLACES.contains(word)
}

/// Gathers the names: drafts of entities, and a link for every mention.
pub fn names(reading: &Reading<'_>, names: &Names) -> (Vec<Draft>, Vec<Link>) {
    let spellings = spell(reading, names);
    let all = &spellings.all;
    let mut gathering = Gathering { reading, names, drafts: Vec::new(), index: Index::default() };
    // Fullest forms first, so that every shorter form finds them; of two, the one seen first.
    let mut order: Vec<usize> = (0..all.len()).collect();
    // Among forms of one length, those whose kind is known lead.
    order.sort_unstable_by_key(|&i| (usize::MAX - all[i].words.len(), all[i].kind == EntityKind::Other, all[i].first));
    // Filled in when the spelling alone decides; otherwise each mention does.
    let mut entities = vec![None; all.len()];
    for i in order {
        entities[i] = gathering.settle(&all[i]);
    }
    gathering.count_full_names(&spellings, &entities);
    // Only surnames of several people are asked for later.
    let mut last_of_surname: FxHashMap<&str, Option<usize>> = FxHashMap::default();
    let open = all.iter().zip(&entities).filter(|(_, entity)| entity.is_none());
    last_of_surname.extend(open.map(|(spelling, _)| (spelling.surname(), None)));
    // What was the last entity that is written so: it needs to be told of the writing once.
    let mut told = vec![None; spellings.writing.iter().max().map_or(0, |most| most + 1)];
    let mut links = Vec::with_capacity(names.mentions.len());
    for (at, mention) in names.mentions.iter().enumerate() {
        let spelling = &all[spellings.of_mention[at]];
        let entity = match entities[spellings.of_mention[at]] {
            Some(entity) => entity,
            None => gathering.namesake(spelling, mention, &last_of_surname),
        };
        if !last_of_surname.is_empty() && gathering.drafts[entity].kind == EntityKind::Person {
            if let Some(last) = last_of_surname.get_mut(spelling.surname()) {
                *last = Some(entity);
            }
        }
        let told = &mut told[spellings.writing[at]];
        gathering.add_mention(entity, mention, *told != Some(entity));
        *told = Some(entity);
        let rule = MentionRule::Name(mention.rule);
        links.push(Link { span: mention.span, entity, form: Form::Name, rule });
    }
    (gathering.drafts, links)
}

/// The entity of each kind that bears a name.
type ByKind = [Option<usize>; EntityKind::Other as usize + 1];

/// Where settled entities are found again.
#[derive(Default)]
struct Index<'s> {
    /// By whole key and kind.
    whole: FxHashMap<&'s str, ByKind>,
    /// People by surname.
    surname: FxHashMap<&'s str, Vec<usize>>,
    /// People by given name; more than one makes the given name useless.
    given: FxHashMap<&'s str, Vec<usize>>,
    /// Anything of several words by its acronym.
    acronym: FxHashMap<String, usize>,
    /// Organisations and places by their first word; more than one makes it useless.
    first: FxHashMap<&'s str, Vec<usize>>,
    /// How often the full name of each entity is written.
    written: Vec<u32>,
    /// The name of each entity that is a person named in full.
    people: Vec<Option<Person<'s>>>,
}

struct Gathering<'s> {
    reading: &'s Reading<'s>,
    names: &'s Names,
    drafts: Vec<Draft>,
    index: Index<'s>,
}

impl<'s> Gathering<'s> {
    /// The entity of a spelling; `None` when namesakes leave it to each mention.
    fn settle(&mut self, spelling: &'s Spelling) -> Option<usize> {
        if spelling.kind == EntityKind::Person {
            return self.settle_person(spelling);
        }
        let usual = alias::usual(&spelling.key);
        match self.known(spelling, usual) {
            Some(entity) => Some(entity),
            None if self.is_bare_surname(spelling) => self.settle_person(spelling),
            None => Some(self.settle_new(spelling, usual)),
        }
    }

    fn settle_person(&mut self, spelling: &'s Spelling) -> Option<usize> {
        let words = people::core(&spelling.words);
        let surname = spelling.surname();
        if let [given, _, ..] = words {
            let person = Person::of(words);
            let namesakes = self.index.surname.get(surname).map_or(&[][..], Vec::as_slice);
            let is_same = |other: &Person<'_>| other.agrees(&person);
            if let Some(&known) = namesakes.iter().find(|&&i| self.index.people[i].as_ref().is_some_and(is_same)) {
                return Some(known);
            }
            let entity = self.create(spelling);
            let namesakes = self.index.surname.entry(surname).or_default();
            if namesakes.len() < NAMESAKES {
                namesakes.push(entity);
            }
            let given = self.index.given.entry(given).or_default();
            if given.len() < 2 {
                given.push(entity);
            }
            self.index.people[entity] = Some(person);
            return Some(entity);
        }
        match self.index.surname.get(surname).map(Vec::as_slice) {
            Some([only]) => return Some(*only),
            Some([_, _, ..]) => return None,
            _ => {}
        }
        if let Some([only]) = self.index.given.get(surname).map(Vec::as_slice) {
            return Some(*only);
        }
        if let Some(entity) = self.by_first_word(spelling) {
            return Some(entity);
        }
        let entity = self.create(spelling);
        self.index.surname.insert(surname, vec![entity]);
        Some(entity)
    }

    /// What is no person by its kind, when it is named in a fuller form or under another name.
    fn known(&self, spelling: &Spelling, usual: &str) -> Option<usize> {
        let whole = self.index.whole.get(usual).and_then(|by_kind| by_kind[spelling.kind as usize]);
        let known = whole.or_else(|| self.of_any_kind(spelling)).or_else(|| self.by_acronym(spelling));
        known.or_else(|| self.by_first_word(spelling))
    }

    /// Whether one word, taken for a firm or a place, is the surname of somebody whom the article names in full: what
    /// kind of thing one word names is told less surely than for a full name. A known firm must come behind its
    /// namesake.
    fn is_bare_surname(&self, spelling: &Spelling) -> bool {
        let [word] = spelling.words.as_slice() else { return false };
        let Some(mention) = self.names.mentions.get(spelling.first) else { return false };
        let firm = lexicon::ORGANIZATIONS.find(word).is_some_and(|value| value.contains(['o', 'f']));
        let named = |entity: &usize| {
            let before = self.drafts.get(*entity).is_some_and(|draft| draft.name.start < mention.span.start);
            self.index.people[*entity].is_some() && (before || !firm)
        };
        matches!(spelling.kind, EntityKind::Organization | EntityKind::Place | EntityKind::Other)
            && self.index.surname.get(word.as_str()).is_some_and(|list| list.iter().any(named))
            && lexicon::PLACES
                .find(word)
                .is_none_or(|value| value.contains('w') || !value.contains(['c', 'r', 't', 'g']))
    }

    fn settle_new(&mut self, spelling: &'s Spelling, usual: &'s str) -> usize {
        let entity = self.create(spelling);
        self.index.whole.entry(usual).or_default()[spelling.kind as usize] = Some(entity);
        if spelling.kind != EntityKind::Group {
            if let Some(acronym) = alias::acronym(&spelling.words) {
                self.index.acronym.entry(acronym).or_insert(entity);
            }
        }
        if spelling.kind == EntityKind::Organization {
            self.index_short_form(spelling, entity);
        }
        self.index_first_word(spelling, entity);
        entity
    }

    /// The same words under a kind that is known, when here nothing told the kind.
    fn of_any_kind(&self, spelling: &Spelling) -> Option<usize> {
        const KINDS: [EntityKind; 4] =
            [EntityKind::Organization, EntityKind::Place, EntityKind::Facility, EntityKind::Product];
        if spelling.kind != EntityKind::Other {
            return None;
        }
        let by_kind = self.index.whole.get(spelling.key.as_str())?;
        KINDS.iter().find_map(|&kind| by_kind[kind as usize])
    }

    /// "WHO" is the World Health Organization when the article names it; only capitals make an acronym.
    fn by_acronym(&self, spelling: &Spelling) -> Option<usize> {
        let [word] = spelling.words.as_slice() else { return None };
        let entity = *self.index.acronym.get(word)?;
        let mention = self.names.mentions.get(spelling.first)?;
        let capitals = mention.span.of(self.reading.text).chars().filter(|c| c.is_uppercase()).count();
        let same_kind = self.drafts[entity].kind == spelling.kind || spelling.kind == EntityKind::Organization;
        (capitals >= 2 && capitals == word.chars().count() && same_kind).then_some(entity)
    }

    /// One word for a longer name that begins with it and is the only one to do so: "Vestby" for Vestby Shipping,
    /// "Greyling" for Greyling Island. What kind of thing one word names is told less surely than for the longer name.
    fn by_first_word(&self, spelling: &Spelling) -> Option<usize> {
        let [word] = spelling.words.as_slice() else { return None };
        let [only] = self.index.first.get(word.as_str())?.as_slice() else { return None };
        let kind = self.drafts.get(*only)?.kind;
        let fits = spelling.kind == kind || matches!(spelling.kind, EntityKind::Other | EntityKind::Person);
        let moved = spelling.kind == EntityKind::Place && kind == EntityKind::Organization && !is_known_place(word);
        (fits || moved).then_some(*only)
    }

    /// Remembers a name of several words by its first, when the rest only says what kind of thing it is.
    fn index_first_word(&mut self, spelling: &'s Spelling, entity: usize) {
        let [first, rest @ ..] = spelling.words.as_slice() else { return };
        let telling = match spelling.kind {
            EntityKind::Organization => !is_known_place(first) && rest.iter().any(|word| alias::is_closer(word)),
            EntityKind::Place => rest.iter().all(|word| alias::is_landform(word)),
            _ => false,
        };
        if telling && !rest.is_empty() {
            let list = self.index.first.entry(first).or_default();
            if list.len() < 2 && !list.contains(&entity) {
                list.push(entity);
            }
        }
    }

    /// "Brandt Holdings Ltd." is also found as "Brandt Holdings" and "Brandt".
    fn index_short_form(&mut self, spelling: &'s Spelling, entity: usize) {
        let (mut short, mut key) = (spelling.words.as_slice(), spelling.key.as_str());
        while let [rest @ .., last] = short {
            let shorter = key.strip_suffix(last.as_str()).and_then(|key| key.strip_suffix(' '));
            let Some(shorter) = shorter.filter(|_| !rest.is_empty() && alias::is_closer(last)) else { break };
            (short, key) = (rest, shorter);
            self.index.whole.entry(key).or_default()[EntityKind::Organization as usize].get_or_insert(entity);
        }
    }

    fn create(&mut self, spelling: &Spelling) -> usize {
        let span = self.names.mentions.get(spelling.first).map(|mention| mention.span).unwrap_or_default();
        self.drafts.push(Draft {
            kind: spelling.kind,
            gender: Gender::Unknown,
            name: span,
            forms: Vec::new(),
            roles: Vec::new(),
            governs: spelling.words.last().is_some_and(|word| word == seats::GOVERNMENT),
        });
        self.index.people.push(None);
        self.drafts.len() - 1
    }

    /// Of several people with one surname: the one whose honorific fits, else the one whose full name is written most
    /// often, else the one named last, else the first.
    fn namesake(&self, spelling: &Spelling, mention: &NameMention, last: &FxHashMap<&str, Option<usize>>) -> usize {
        let surname = spelling.surname();
        let namesakes = self.index.surname.get(surname).map_or(&[][..], Vec::as_slice);
        let recent = last.get(surname).copied().flatten();
        let fits = |entity: &usize| {
            let gender = self.drafts[*entity].gender;
            mention.gender == Gender::Unknown || gender == Gender::Unknown || gender == mention.gender
        };
        let marked =
            |entity: &usize| mention.gender != Gender::Unknown && self.drafts[*entity].gender == mention.gender;
        namesakes
            .iter()
            .copied()
            .find(marked)
            .or_else(|| self.prominent(namesakes).filter(fits))
            .or_else(|| recent.filter(fits))
            .or_else(|| namesakes.iter().copied().find(fits))
            .or_else(|| namesakes.first().copied())
            .unwrap_or(0)
    }

    fn count_full_names(&mut self, spellings: &Spellings, entities: &[Option<usize>]) {
        self.index.written = vec![0; self.drafts.len()];
        let full: Vec<bool> = spellings.all.iter().map(|spelling| people::core(&spelling.words).len() >= 2).collect();
        for &spelling in &spellings.of_mention {
            if let Some(entity) = entities[spelling].filter(|_| full[spelling]) {
                self.index.written[entity] += 1;
            }
        }
    }

    /// The one whose full name is written more often than that of any other.
    fn prominent(&self, namesakes: &[usize]) -> Option<usize> {
        let written = |entity: usize| self.index.written.get(entity).copied().unwrap_or(0);
        let most = namesakes.iter().copied().max_by_key(|&entity| written(entity))?;
        let alone = namesakes.iter().all(|&other| other == most || written(other) < written(most));
        alone.then_some(most)
    }

    /// Tells an entity of one of its mentions, written in a way that may be `new` to it.
    fn add_mention(&mut self, entity: usize, mention: &NameMention, new: bool) {
        let draft = &mut self.drafts[entity];
        if draft.gender == Gender::Unknown {
            draft.gender = mention.gender;
        }
        if new {
            draft.add_form(self.reading.text, mention.span);
        }
    }
}

impl Draft {
    fn add_form(&mut self, text: &str, span: Span) {
        let (known, new) = (self.name.of(text), span.of(text));
        // A text with one name in thousands of writings is no article; the list stays short for its sake.
        if self.forms.len() < 16 && !self.forms.iter().any(|form| form.of(text) == new) {
            self.forms.push(span);
        }
        // A dateline shouts what the text then says: "PORT MARROW", "Port Marrow".
        let shouts = |name: &str| !name.contains(char::is_lowercase);
        let calmer = || known.eq_ignore_ascii_case(new) && shouts(known) && !shouts(new);
        if new.len() > known.len() || calmer() {
            self.name = span;
        }
    }
}
