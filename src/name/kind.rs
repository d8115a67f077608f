//! What bears a name: evidence from its words and from the words around it.

use super::Rule;
use super::facts::{Facts, bit};
use super::run::Candidate;
use super::votes::Votes;
use super::words::{self, Class};
use crate::analysis::EntityKind::{self, Event, Facility, Group, Law, Organization, Other, Person, Place};
use crate::lexicon;
use crate::tag::Pos;
use crate::token::{Kind, Shape};

/// Adds up what the words of one candidate and its neighbours say.
pub(super) fn judge(facts: &Facts<'_>, name: &Candidate) -> Votes {
    let mut votes = Votes::default();
    if let Some(kind) = name.known {
        votes.add(kind, 20, Rule::known(kind));
    }
    inside(facts, name, &mut votes);
    before(facts, name, &mut votes);
    after(facts, name, &mut votes);
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
    let upper = !word.chars().any(char::is_lowercase);
    if facts.has(i, bit::KNOWN) {
        if let Some(kind) = super::phrase::kind_of(lexicon::fold(word, &mut buffer), upper) {
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
    if !upper && !facts.has(i, known) {
        let ending =
            ["ian", "ean", "ese", "ish", "ites", "ians"].into_iter().any(|e| word.len() > 5 && word.ends_with(e));
        let noun = matches!(facts.pos(i + 1), Pos::Noun | Pos::Adj) && !facts.has(i + 1, bit::CAPITAL);
        if ending && noun {
            votes.add(Group, 5, Rule::GroupEnding);
        }
    }
}

/// Evidence from what stands before the name.
fn before(facts: &Facts<'_>, name: &Candidate, votes: &mut Votes) {
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
fn after(facts: &Facts<'_>, name: &Candidate, votes: &mut Votes) {
    let next = name.end;
    if !same_sentence(facts, next, name.start) {
        return;
    }
    let mut buffer = [0; 64];
    let raw = facts.reading.word(next);
    if matches!(raw, "'s" | "’s") {
        let owned = facts.reading.word(next + 1);
        if words::is(Class::Personal, lexicon::fold(owned, &mut buffer)) {
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

fn same_sentence(facts: &Facts<'_>, a: usize, b: usize) -> bool {
    a < facts.reading.tokens.len() && facts.reading.sentence_of(a) == facts.reading.sentence_of(b)
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
