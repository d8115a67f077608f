//! What bears a name: evidence from its words and from the words around it.

use super::facts::Facts;
use super::known::bit;
use super::run::Candidate;
use super::votes::Votes;
use super::{Rule, around};
use crate::analysis::EntityKind::{self, Event, Facility, Group, Law, Organization, Other, Person, Place};
use crate::lexicon;
use crate::tag::Pos;
use crate::token::Shape;

/// Adds up what the words of one candidate and its neighbours say.
pub(super) fn judge(facts: &Facts<'_>, name: &Candidate) -> Votes {
    let mut votes = Votes::default();
    if let Some(kind) = name.known {
        votes.add(kind, 20, Rule::known(kind));
    }
    inside(facts, name, &mut votes);
    around::before(facts, name, &mut votes);
    around::after(facts, name, &mut votes);
    votes
}

/// Evidence from the words of the name.
fn inside(facts: &Facts<'_>, name: &Candidate, votes: &mut Votes) {
    let (first, last) = (name.start, name.end - 1);
    let words = (first..name.end).filter(|&i| !facts.joined(i) || i == first).count();
    if name.title.is_some() {
        votes.add(Person, 12, Rule::TitleBefore);
    }
    if words == 1 && name.known.is_none() && first == last {
        single(facts, first, votes);
        return;
    }
    head(facts, name, votes);
    if facts.has(first, bit::FIRST) && !facts.has(last, bit::HEAD) {
        let common = (first + 1..name.end).any(|i| facts.has(i, bit::COMMON));
        votes.add(Person, if common { 5 } else { 8 }, Rule::FirstName);
    }
    let initial = |i: usize| {
        let word = facts.reading.word(i);
        word.ends_with('.')
            && word.len() <= 5
            && facts.has(i, bit::CAPITAL)
            && !facts.has(i, bit::ANY_PLACE | bit::OFFICE)
    };
    if (first..last).any(initial) && !facts.has(first, bit::BEFORE_PLACE) {
        votes.add(Person, 5, Rule::Initial);
    }
    if !facts.has(first, bit::HEADING) && is_acronym(facts.reading.word(first)) {
        votes.add(Organization, 5, Rule::Acronym);
    }
    if (first..name.end).any(|i| facts.is(i, "&")) {
        votes.add(Organization, 8, Rule::BodyWord);
    }
    if (first..name.end).any(|i| facts.has(i, bit::PARTICLE) && !facts.has(i, bit::CAPITAL)) {
        votes.add(Person, 2, Rule::Particle);
    }
    if (first..name.end).any(|i| facts.has(i, bit::GROUP)) {
        votes.add(Organization, 2, Rule::CapitalRun);
    }
    let plain = (first..name.end).filter(|&i| facts.has(i, bit::COMMON) && !facts.has(i, bit::FIRST)).count();
    if plain == 0 && words <= 4 {
        votes.add(Person, 3, Rule::CapitalRun);
    } else if plain >= words {
        votes.add(Other, 3, Rule::CapitalRun);
    } else {
        votes.add(Organization, 3, Rule::CapitalRun);
        if plain * 2 <= words && words <= 3 {
            votes.add(Person, 2, Rule::CapitalRun);
        }
    }
    if is_section(facts, first) {
        votes.add(Other, 12, Rule::CapitalRun);
    }
    if facts.has(first, bit::BEFORE_PLACE) {
        votes.add(Place, 7, Rule::PlaceWord);
    }
    if (first..last).any(|i| is_storm(facts, i)) {
        votes.add(Event, 12, Rule::EventWord);
    }
    if matches!(facts.reading.word(first), "USS" | "HMS" | "MV" | "USNS" | "INS" | "HMAS") {
        votes.add(Other, 16, Rule::CapitalRun);
    }
    if facts.has(first, bit::ANY_PLACE) && plain > 0 {
        votes.add(Organization, 2, Rule::CapitalRun);
    }
}

/// Evidence from the word that says what it is: "Party", "Bridge", "River".
fn head(facts: &Facts<'_>, name: &Candidate, votes: &mut Votes) {
    let of = (name.start..name.end).find(|&i| facts.is(i, "of") || facts.is(i, "for"));
    let heads = [Some(name.end - 1), of.and_then(|i| i.checked_sub(1)), Some(name.start)];
    let points = if of.is_some() { [4, 10, 3] } else { [10, 0, 2] };
    for (at, points) in heads.into_iter().zip(points) {
        let Some(at) = at.filter(|_| points > 0) else { continue };
        for (flag, kind, rule) in [
            (bit::BODY, Organization, Rule::BodyWord),
            (bit::FACILITY, Facility, Rule::FacilityWord),
            (bit::PLACE, Place, Rule::PlaceWord),
            (bit::EVENT, Event, Rule::EventWord),
            (bit::LAW, Law, Rule::LawWord),
        ] {
            if facts.has(at, flag) {
                votes.add(kind, points, rule);
            }
        }
    }
}

/// Whether a word has two capitals or more and no small letter.
fn is_acronym(word: &str) -> bool {
    !word.chars().any(char::is_lowercase)
        && word.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && !word.ends_with('.')
}

/// "Article III", "Title IX": parts of a text.
fn is_section(facts: &Facts<'_>, i: usize) -> bool {
    let part = matches!(
        facts.reading.word(i),
        "Article"
            | "Title"
            | "Section"
            | "Chapter"
            | "Figure"
            | "Table"
            | "Phase"
            | "Appendix"
            | "Part"
            | "Volume"
            | "Type"
            | "Category"
            | "Level"
            | "Class"
            | "Grade"
    );
    part && facts.reading.word(i + 1).chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'A'..='D'))
}

fn is_storm(facts: &Facts<'_>, i: usize) -> bool {
    matches!(facts.reading.word(i), "Hurricane" | "Typhoon" | "Cyclone" | "Storm")
}

/// Evidence from a name of one word.
fn single(facts: &Facts<'_>, i: usize, votes: &mut Votes) {
    let mut buffer = [0; 64];
    let word = facts.reading.word(i);
    let upper = || !word.chars().any(char::is_lowercase);
    if facts.has(i, bit::KNOWN) {
        if let Some(kind) = super::phrase::Lists::ALL.kind_of(lexicon::fold(word, &mut buffer), upper) {
            votes.add(kind, 12, Rule::known(kind));
        }
    }
    if facts.has(i, bit::ANY_PLACE) {
        let points = if facts.has(i, bit::COUNTRY) {
            14
        } else if facts.has(i, bit::FIRST) {
            8
        } else {
            10
        };
        votes.add(Place, points, Rule::KnownPlace);
    }
    if facts.has(i, bit::MAYBE_PLACE) {
        votes.add(Place, 4, Rule::KnownPlace);
    }
    if facts.has(i, bit::GROUP) {
        votes.add(Group, 14, Rule::KnownGroup);
    }
    if facts.has(i, bit::FIRST) {
        votes.add(Person, 5, Rule::FirstName);
    }
    if is_acronym(word) && !facts.has(i, bit::HEADING) {
        votes.add(Organization, 5, Rule::Acronym);
    } else {
        votes.add(Person, 1, Rule::CapitalWord);
        votes.add(Other, 2, Rule::CapitalWord);
    }
    let mixed = facts.reading.tokens.get(i).is_some_and(|token| token.shape == Shape::Mixed);
    if mixed && !["Mc", "Mac", "O'", "O’", "De", "Di", "Le", "La"].into_iter().any(|start| word.starts_with(start)) {
        votes.add(Organization, 4, Rule::Acronym);
    }
    let known = bit::KNOWN | bit::ANY_PLACE | bit::GROUP | bit::FIRST;
    if !upper() && !facts.has(i, known) {
        let ending =
            ["ian", "ean", "ese", "ish", "ites", "ians"].into_iter().any(|e| word.len() > 5 && word.ends_with(e));
        let noun = matches!(facts.pos(i + 1), Pos::Noun | Pos::Adj) && !facts.has(i + 1, bit::CAPITAL);
        if ending && noun {
            votes.add(Group, 5, Rule::GroupEnding);
        }
    }
}

/// Whether so many points make a name of it: a word that prose writes small needs more than a capital letter.
pub(super) fn suffices(facts: &Facts<'_>, name: &Candidate, points: i16) -> bool {
    let i = name.start;
    if name.end > i + 1 || name.known.is_some() {
        return true;
    }
    let word = facts.reading.word(i);
    let file = word.contains('_')
        || word.as_bytes().windows(3).any(|w| w[0] == b'.' && w[1].is_ascii_lowercase() && w[2].is_ascii_lowercase());
    if file || word.chars().count() < 2 {
        return false;
    }

    let small = facts.has(i, bit::COMMON | bit::LOWER_TOO | bit::HEAD);
    let adverb =
        facts.has(i, bit::OPEN) && !facts.has(i, bit::CAPITAL_TOO) && (word.ends_with("ly") || word.ends_with("ing"));
    if small || adverb { points >= 7 } else { true }
}

impl Rule {
    /// The rule of a name that a lexicon holds.
    pub(super) fn known(kind: EntityKind) -> Self {
        match kind {
            Place => Self::KnownPlace,
            Group => Self::KnownGroup,
            Organization => Self::KnownBody,
            _ => Self::KnownName,
        }
    }
}
