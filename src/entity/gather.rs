//! Names become entities.

use rustc_hash::FxHashMap;

use super::seats::{self, Sense};
use super::{Draft, Link, alias, forms, people};
use crate::analysis::{EntityKind, Form, Gender, MentionRule};
use crate::lexicon;
use crate::name::{NameMention, Names};
use crate::reading::Reading;

/// How many entities of one surname are kept apart; a text with more is no article.
const NAMESAKES: usize = 8;

/// One way of writing a name, with all its mentions.
struct Spelling {
    words: Vec<String>,
    kind: EntityKind,
    /// Index of its first mention.
    first: usize,
    /// Filled in when the spelling alone decides; otherwise each mention does.
    entity: Option<usize>,
}

/// Whether one word names a place by fact, whatever else begins with it.
fn is_known_place(word: &str) -> bool {
    lexicon::PLACES.contains(word)
}

/// Gathers the names: drafts of entities, and a link for every mention.
pub fn names(reading: &Reading<'_>, names: &Names) -> (Vec<Draft>, Vec<Link>) {
    let (mut spellings, of_mention) = spell(reading, names);
    let mut gathering = Gathering { reading, names, drafts: Vec::new(), index: Index::default() };
    // Fullest forms first, so that every shorter form finds them; the sort is stable, so the first seen leads.
    let mut order: Vec<usize> = (0..spellings.len()).collect();
    // Among forms of one length, those whose kind is known lead.
    let order_of =
        |spelling: &Spelling| (usize::MAX - spelling.words.len(), spelling.kind == EntityKind::Other, spelling.first);
    order.sort_by_key(|&i| order_of(&spellings[i]));
    for i in order {
        let entity = gathering.settle(&spellings[i]);
        spellings[i].entity = entity;
    }
    gathering.count_full_names(&spellings, &of_mention);
    let mut last_of_surname: FxHashMap<&str, usize> = FxHashMap::default();
    let mut links = Vec::with_capacity(names.mentions.len());
    for (mention, &spelling) in names.mentions.iter().zip(&of_mention) {
        let spelling = &spellings[spelling];
        let entity = match spelling.entity {
            Some(entity) => entity,
            None => gathering.namesake(spelling, mention, &last_of_surname),
        };
        if gathering.drafts[entity].kind == EntityKind::Person {
            if let Some(surname) = people::core(&spelling.words).last() {
                last_of_surname.insert(surname, entity);
            }
        }
        gathering.add_form(entity, mention);
        let rule = MentionRule::Name(mention.rule);
        links.push(Link { span: mention.span, entity, form: Form::Name, rule });
    }
    (gathering.drafts, links)
}

/// Every spelling once, and which one each mention has.
fn spell(reading: &Reading<'_>, names: &Names) -> (Vec<Spelling>, Vec<usize>) {
    let mut known: FxHashMap<(String, EntityKind), usize> = FxHashMap::default();
    let mut spellings: Vec<Spelling> = Vec::new();
    let mut of_mention = Vec::with_capacity(names.mentions.len());
    let mut senses: FxHashMap<String, Sense> = FxHashMap::default();
    // What is written the same is the same spelling, unless its sense depends on the place it stands at.
    let mut met: FxHashMap<(&str, EntityKind), usize> = FxHashMap::default();
    for (first, mention) in names.mentions.iter().enumerate() {
        let characters = mention.span.of(reading.text);
        if let Some(&index) = met.get(&(characters, mention.kind)) {
            of_mention.push(index);
            continue;
        }
        let mut words = forms::key_words(reading, mention.tokens.start as usize..mention.tokens.end as usize);
        let depends = mention.kind == EntityKind::Place && seats::is_seat(&words);
        if depends {
            // Where nothing tells, a town is what it was before, and a town at first.
            let sense = senses.entry(words[0].clone()).or_insert(Sense::Town);
            *sense = seats::sense(reading, mention).unwrap_or(*sense);
            words.extend((*sense == Sense::Government).then(|| seats::GOVERNMENT.to_owned()));
        }
        let next = spellings.len();
        let index = *known.entry((words.join(" "), mention.kind)).or_insert(next);
        if index == next {
            spellings.push(Spelling { words, kind: mention.kind, first, entity: None });
        }
        if !depends {
            met.insert((characters, mention.kind), index);
        }
        of_mention.push(index);
    }
    (spellings, of_mention)
}

/// Where settled entities are found again.
#[derive(Default)]
struct Index {
    /// By whole key and kind.
    whole: FxHashMap<(String, EntityKind), usize>,
    /// People by surname.
    surname: FxHashMap<String, Vec<usize>>,
    /// People by given name; more than one makes the given name useless.
    given: FxHashMap<String, Vec<usize>>,
    /// Anything of several words by its acronym.
    acronym: FxHashMap<String, usize>,
    /// Organisations and places by their first word; more than one makes it useless.
    first: FxHashMap<String, Vec<usize>>,
    /// How often the full name of each entity is written.
    written: Vec<u32>,
    /// The words of each settled person.
    people: FxHashMap<usize, Vec<String>>,
}

struct Gathering<'r> {
    reading: &'r Reading<'r>,
    names: &'r Names,
    drafts: Vec<Draft>,
    index: Index,
}

impl Gathering<'_> {
    /// The entity of a spelling; `None` when namesakes leave it to each mention.
    fn settle(&mut self, spelling: &Spelling) -> Option<usize> {
        if spelling.kind == EntityKind::Person {
            return self.settle_person(spelling);
        }
        match self.known(spelling) {
            Some(entity) => Some(entity),
            None if self.is_bare_surname(spelling) => self.settle_person(spelling),
            None => Some(self.settle_new(spelling)),
        }
    }

    fn settle_person(&mut self, spelling: &Spelling) -> Option<usize> {
        let words = people::core(&spelling.words);
        let surname = words.last().cloned().unwrap_or_default();
        if words.len() >= 2 {
            let namesakes = self.index.surname.entry(surname).or_default();
            let known = namesakes
                .iter()
                .copied()
                .find(|i| self.index.people.get(i).is_some_and(|other| people::agree(other, words)));
            if let Some(known) = known {
                return Some(known);
            }
            let entity = self.create(spelling);
            let words = people::core(&spelling.words).to_vec();
            if let (Some(given), Some(surname)) = (words.first(), words.last()) {
                let namesakes = self.index.surname.entry(surname.clone()).or_default();
                if namesakes.len() < NAMESAKES {
                    namesakes.push(entity);
                }
                let given = self.index.given.entry(given.clone()).or_default();
                if given.len() < 2 {
                    given.push(entity);
                }
            }
            self.index.people.insert(entity, words);
            return Some(entity);
        }
        match self.index.surname.get(&surname).map(Vec::as_slice) {
            Some([only]) => return Some(*only),
            Some([_, _, ..]) => return None,
            _ => {}
        }
        if let Some([only]) = self.index.given.get(&surname).map(Vec::as_slice) {
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
    fn known(&self, spelling: &Spelling) -> Option<usize> {
        let key = spelling.words.join(" ");
        let whole = self.index.whole.get(&(alias::usual(&key).to_owned(), spelling.kind)).copied();
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
            self.index.people.contains_key(entity) && (before || !firm)
        };
        matches!(spelling.kind, EntityKind::Organization | EntityKind::Place | EntityKind::Other)
            && self.index.surname.get(word).is_some_and(|list| list.iter().any(named))
            && lexicon::PLACES
                .find(word)
                .is_none_or(|value| value.contains('w') || !value.contains(['c', 'r', 't', 'g']))
    }

    fn settle_new(&mut self, spelling: &Spelling) -> usize {
        let usual = alias::usual(&spelling.words.join(" ")).to_owned();
        let entity = self.create(spelling);
        self.index.whole.insert((usual, spelling.kind), entity);
        if spelling.kind != EntityKind::Group {
            if let Some(acronym) = alias::acronym(&spelling.words) {
                self.index.acronym.entry(acronym).or_insert(entity);
            }
        }
        if spelling.kind == EntityKind::Organization {
            self.index_short_form(&spelling.words, entity);
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
        let key = spelling.words.join(" ");
        KINDS.iter().find_map(|&kind| self.index.whole.get(&(key.clone(), kind)).copied())
    }

    /// "WHO" is the World Health Organization when the article names it; only capitals make an acronym.
    fn by_acronym(&self, spelling: &Spelling) -> Option<usize> {
        let [word] = spelling.words.as_slice() else { return None };
        let mention = self.names.mentions.get(spelling.first)?;
        let capitals = mention.span.of(self.reading.text).chars().filter(|c| c.is_uppercase()).count();
        let entity = *self.index.acronym.get(word)?;
        let same_kind = self.drafts[entity].kind == spelling.kind || spelling.kind == EntityKind::Organization;
        (capitals >= 2 && capitals == word.chars().count() && same_kind).then_some(entity)
    }

    /// One word for a longer name that begins with it and is the only one to do so: "Vestby" for Vestby Shipping,
    /// "Greyling" for Greyling Island. What kind of thing one word names is told less surely than for the longer name.
    fn by_first_word(&self, spelling: &Spelling) -> Option<usize> {
        let [word] = spelling.words.as_slice() else { return None };
        let [only] = self.index.first.get(word)?.as_slice() else { return None };
        let kind = self.drafts.get(*only)?.kind;
        let fits = spelling.kind == kind || matches!(spelling.kind, EntityKind::Other | EntityKind::Person);
        let moved = spelling.kind == EntityKind::Place && kind == EntityKind::Organization && !is_known_place(word);
        (fits || moved).then_some(*only)
    }

    /// Remembers a name of several words by its first, when the rest only says what kind of thing it is.
    fn index_first_word(&mut self, spelling: &Spelling, entity: usize) {
        let [first, rest @ ..] = spelling.words.as_slice() else { return };
        let telling = match spelling.kind {
            EntityKind::Organization => !is_known_place(first) && rest.iter().any(|word| alias::is_closer(word)),
            EntityKind::Place => rest.iter().all(|word| alias::is_landform(word)),
            _ => false,
        };
        if telling && !rest.is_empty() {
            let list = self.index.first.entry(first.clone()).or_default();
            if list.len() < 2 && !list.contains(&entity) {
                list.push(entity);
            }
        }
    }

    /// "Brandt Holdings Ltd." is also found as "Brandt Holdings" and "Brandt".
    fn index_short_form(&mut self, words: &[String], entity: usize) {
        let mut short = words;
        while let [rest @ .., last] = short {
            if rest.is_empty() || !alias::is_closer(last) {
                break;
            }
            short = rest;
            let key = (short.join(" "), EntityKind::Organization);
            self.index.whole.entry(key).or_insert(entity);
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
        self.drafts.len() - 1
    }

    /// Of several people with one surname: the one whose honorific fits, else the one whose full name is written most
    /// often, else the one named last, else the first.
    fn namesake(&self, spelling: &Spelling, mention: &NameMention, last: &FxHashMap<&str, usize>) -> usize {
        let surname = people::core(&spelling.words).last().map_or("", String::as_str);
        let namesakes = self.index.surname.get(surname).map_or(&[][..], Vec::as_slice);
        let recent = last.get(surname).copied();
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

    fn count_full_names(&mut self, spellings: &[Spelling], of_mention: &[usize]) {
        self.index.written = vec![0; self.drafts.len()];
        for &spelling in of_mention {
            let spelling = &spellings[spelling];
            if let Some(entity) = spelling.entity.filter(|_| people::core(&spelling.words).len() >= 2) {
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

    fn add_form(&mut self, entity: usize, mention: &NameMention) {
        let draft = &mut self.drafts[entity];
        // A text with one name in thousands of writings is no article; the list stays short for its sake.
        let text = self.reading.text;
        if draft.forms.len() < 16 && !draft.forms.iter().any(|form| form.of(text) == mention.span.of(text)) {
            draft.forms.push(mention.span);
        }
        // A dateline shouts what the text then says: "PORT MARROW", "Port Marrow".
        let shouts = |name: &str| !name.contains(char::is_lowercase);
        let (known, new) = (draft.name.of(text), mention.span.of(text));
        let calmer = known.eq_ignore_ascii_case(new) && shouts(known) && !shouts(new);
        if new.len() > known.len() || calmer {
            draft.name = mention.span;
        }
        if draft.gender == Gender::Unknown {
            draft.gender = mention.gender;
        }
    }
}
