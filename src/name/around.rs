//! Evidence from the words before and behind a name.

use super::Rule;
use super::facts::Facts;
use super::known::bit;
use super::run::Candidate;
use super::votes::Votes;
use crate::analysis::EntityKind::{Group, Organization, Person, Place};
use crate::lexicon;
use crate::tag::Pos;
use crate::token::Kind;

/// Evidence from what stands before the name.
pub(super) fn before(facts: &Facts<'_>, name: &Candidate, votes: &mut Votes) {
    let Some(last) = name.start.checked_sub(1).filter(|&i| same_sentence(facts, i, name.start)) else { return };
    let mut buffer = [0; 64];
    let word = lexicon::fold(facts.reading.word(last), &mut buffer);
    match word {
        "in" | "near" | "inside" | "across" | "throughout" | "outside" => votes.add(Place, 5, Rule::PlacePreposition),
        "at" => {
            votes.add(Organization, 2, Rule::PlacePreposition);
            votes.add(Place, 2, Rule::PlacePreposition);
        }
        "from" | "to" | "around" | "toward" | "towards" | "into" | "via" => votes.add(Place, 3, Rule::PlacePreposition),
        "the" => {
            votes.add(Person, -6, Rule::CapitalRun);
            let many = name.end == name.start + 1 && facts.reading.word(name.start).ends_with('s');
            votes.add(if many { Group } else { Organization }, 3, Rule::Article);
        }
        "of" => {
            let place = last.checked_sub(1).is_some_and(|i| facts.has(i, bit::PLACE) || is_lower_place(facts, i));
            votes.add(Place, if place { 8 } else { 1 }, Rule::PlaceWord);
        }
        "mr" | "mrs" => votes.add(Person, 12, Rule::TitleBefore),
        "by" | "with" | "told" | "and" => votes.add(Person, 1, Rule::CapitalWord),
        _ => {}
    }
    if !facts.has(last, bit::CAPITAL) && facts.has(last, bit::OFFICE) {
        let small = name.end == name.start + 1 && facts.has(name.start, bit::COMMON);
        votes.add(Person, if small { 3 } else { 7 }, Rule::TitleBefore);
    } else if facts.has(last, bit::HONORIFIC) {
        votes.add(Person, 12, Rule::TitleBefore);
    }
    if facts.is(last, ",") && last.checked_sub(1).is_some_and(|i| facts.has(i, bit::TOWN)) {
        votes.add(Place, 3, Rule::CityCountry);
    }
}

fn is_lower_place(facts: &Facts<'_>, i: usize) -> bool {
    matches!(
        facts.reading.word(i),
        "city"
            | "town"
            | "village"
            | "province"
            | "state"
            | "region"
            | "district"
            | "capital"
            | "port"
            | "island"
            | "county"
            | "suburb"
            | "north"
            | "south"
            | "east"
            | "west"
            | "outskirts"
            | "coast"
            | "streets"
            | "miles"
            | "kilometers"
            | "kilometres"
            | "km"
            | "northeast"
            | "northwest"
            | "southeast"
            | "southwest"
    )
}

/// Evidence from what stands behind the name.
pub(super) fn after(facts: &Facts<'_>, name: &Candidate, votes: &mut Votes) {
    let next = name.end;
    if !same_sentence(facts, next, name.start) {
        return;
    }
    let mut buffer = [0; 64];
    let raw = facts.reading.word(next);
    if matches!(raw, "'s" | "’s") {
        let owned = facts.reading.word(next + 1);
        if facts.has(next + 1, bit::PERSONAL) {
            votes.add(Person, 1, Rule::Verb);
        }
        if matches!(
            owned,
            "wife"
                | "husband"
                | "son"
                | "daughter"
                | "mother"
                | "father"
                | "brother"
                | "sister"
                | "family"
                | "lawyer"
                | "lawyers"
                | "death"
                | "attorney"
                | "career"
                | "spokesman"
                | "spokeswoman"
        ) {
            votes.add(Person, 3, Rule::Verb);
        }
        if matches!(
            owned,
            "capital"
                | "president"
                | "government"
                | "parliament"
                | "army"
                | "largest"
                | "economy"
                | "second"
                | "main"
                | "northern"
                | "southern"
                | "eastern"
                | "western"
                | "central"
        ) {
            votes.add(Place, 3, Rule::CityCountry);
        }
        return;
    }
    if raw == "-" && facts.joined(next) {
        if matches!(facts.reading.word(next + 1), "based" | "born" | "area" | "bound" | "controlled" | "occupied") {
            votes.add(Place, 5, Rule::CityCountry);
        }
        return;
    }
    if raw == "," {
        comma(facts, next, votes);
        return;
    }
    let word = lexicon::fold(raw, &mut buffer);
    if matches!(word, "is" | "was" | "are") {
        definition(facts, next + 1, votes);
    }
    if matches!(facts.pos(next), Pos::Verb | Pos::Aux) {
        votes.add(Person, 1, Rule::Verb);
    }
    if !facts.has(next, bit::CAPITAL) && facts.has(next, bit::PERSONAL) {
        votes.add(Person, 3, Rule::Verb);
        votes.add(Organization, 1, Rule::Verb);
    }
    match word {
        "constituency" | "municipality" | "prefecture" | "riding" | "archipelago" | "plateau" | "desert"
        | "province" | "city" | "county" | "district" | "region" | "town" | "village" | "state" | "island"
        | "islands" | "river" | "valley" | "airport" | "suburb" | "area" | "neighborhood" | "neighbourhood"
        | "peninsula" | "border" | "coast" => {
            votes.add(Place, 7, Rule::PlaceWord);
        }
        "administration" | "campaign" | "camp" | "family" | "presidency" | "era" | "brothers" => {
            votes.add(Person, 9, Rule::Verb);
        }
        "shares" | "stock" | "newspaper" | "magazine" | "party" | "militants" | "militant" | "fighters" | "rebels"
        | "group" | "company" | "agency" | "network" | "television" | "executive" | "executives" | "employees"
        | "members" | "lawmakers" | "players" | "fans" | "chairman" | "chief" | "spokesman" | "spokeswoman"
        | "spokesperson" | "ceo" | "director" | "news" | "insurgents" => {
            votes.add(Organization, 4, Rule::BodyWord);
        }
        "(" => {
            let age =
                facts.reading.tokens.get(next + 1).is_some_and(|t| t.kind == Kind::Number) && facts.is(next + 2, ")");
            if age {
                votes.add(Person, 3, Rule::Age);
            }
        }
        _ => {}
    }
}

/// "Harlow is a small town": the noun of the definition tells.
fn definition(facts: &Facts<'_>, start: usize, votes: &mut Votes) {
    if !matches!(facts.reading.word(start), "a" | "an" | "the" | "one") {
        return;
    }
    for i in start + 1..start + 7 {
        if facts.has(i, bit::CAPITAL) || matches!(facts.reading.word(i), "of" | "," | ".") {
            continue;
        }
        let noun = [
            (bit::PLACE, Place, Rule::PlaceWord),
            (bit::BODY, Organization, Rule::BodyWord),
            (bit::TITLE, Person, Rule::Verb),
        ];
        if let Some((_, kind, rule)) = noun.into_iter().find(|(flag, _, _)| facts.has(i, *flag)) {
            votes.add(kind, 6, rule);
            return;
        }
    }
}

/// Evidence from what stands behind a comma: an age, a relative clause, the country of a town.
fn comma(facts: &Facts<'_>, comma: usize, votes: &mut Votes) {
    let next = comma + 1;
    let number = facts.reading.tokens.get(next).is_some_and(|t| t.kind == Kind::Number && t.span.len() <= 2);
    if number && matches!(facts.reading.word(next + 1), "," | "." | ";") {
        votes.add(Person, 6, Rule::Age);
    }
    match facts.reading.word(next) {
        "who" | "whose" => votes.add(Person, 5, Rule::Verb),
        "where" => votes.add(Place, 4, Rule::CityCountry),
        _ => {}
    }
    if facts.has(next, bit::COUNTRY | bit::REGION) {
        votes.add(Place, 5, Rule::CityCountry);
    }
}

fn same_sentence(facts: &Facts<'_>, a: usize, b: usize) -> bool {
    a < facts.reading.tokens.len() && facts.reading.sentence_of(a) == facts.reading.sentence_of(b)
}
