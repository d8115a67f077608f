//! Where the article writes what somebody is: before the name, behind it, around it.

use std::ops::Range;

use super::page::{ASIDE, CALENDAR, PERSON, Page, WHO};
use crate::lexicon::{TITLES, cue};
use crate::reading::Reading;
use crate::tag::Pos;
use crate::token::Kind;

/// How far a description is followed, in tokens.
const REACH: usize = 10;
/// How far before a name its description may begin, in tokens.
const BACK: usize = 8;

/// Nouns for people that are no offices.
const PEOPLE: [&str; 23] = [
    "ally",
    "aristocrat",
    "celebrity",
    "citizen",
    "confidant",
    "descendant",
    "fan",
    "figure",
    "fugitive",
    "guard",
    "heir",
    "hero",
    "icon",
    "legend",
    "national",
    "native",
    "newcomer",
    "newlywed",
    "opponent",
    "pensioner",
    "rival",
    "stalwart",
    "star",
];

/// Nouns that say what kind of body a name is: "the small Nora radio station".
const BODIES: [&str; 18] = [
    "agency",
    "bank",
    "broadcaster",
    "channel",
    "charity",
    "company",
    "daily",
    "firm",
    "group",
    "magazine",
    "network",
    "newspaper",
    "outlet",
    "paper",
    "party",
    "station",
    "union",
    "website",
];

/// "Veldorian chess legend Aron Vell": the description in front of the token `name`, when it ends in a noun for
/// people. An office in front of a name was found with the name.
pub fn before(page: &Page<'_>, name: usize) -> Option<Range<usize>> {
    let first = page.tokens_of(page.sentence_of(name)).start;
    // "Dual national" looks like two adjectives.
    let noun = name.checked_sub(1).filter(|&i| i >= first && matches!(tag(page, i), Pos::Noun | Pos::Adj))?;
    if !page.is(noun, PERSON) {
        return None;
    }
    let within = |&i: &usize| match tag(page, i) {
        Pos::Adj | Pos::Noun | Pos::Propn => !page.is(i, CALENDAR),
        _ => matches!(page.word(i), "-" | "."),
    };
    let start = (first.max(name.saturating_sub(BACK))..name).rev().take_while(within).last()?;
    // A name alone in front, as in "Marrow ally Aron Vell", is part of it; one that owns it is not looked for.
    Some(start..name)
}

/// "Mara Ashdown, a harbour pilot, …", "Ashdown — a friend who …": what stands between the mark at token `at` and
/// the end of the description.
pub fn behind(page: &Page<'_>, at: usize) -> Option<Range<usize>> {
    let from = at + 1;
    if !page.is(at, ASIDE) || !matches!(page.word(at), "," | "—" | "–" | "--") {
        return None;
    }
    let article = page.word(from);
    if !matches!(article, "a" | "an" | "the") {
        return None;
    }
    let end = page.tokens_of(page.sentence_of(at)).end;
    let verb = |i: usize| matches!(tag(page, i), Pos::Verb | Pos::Aux);
    let limit = end.min(from + REACH);
    let to = (from..limit).find(|&i| ends_description(page, i) || verb(i));
    let to = to.or_else(|| (from + 2..limit).find(|&i| tag(page, i) == Pos::Adp))?;
    // "…, a retired welder held in Lund": a verb behind "a" says more of the person, unless it is one of speech;
    // behind "the" it begins a clause of somebody else.
    let clause = verb(to) && (article == "the" || tag(page, to) == Pos::Aux || cue(page.folded(to)).is_some());
    let noun = (from + 1..to).rev().find(|&i| tag(page, i) != Pos::Punct)?;
    let plain = matches!(tag(page, noun), Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num) || page.is(noun, PERSON);
    (plain && !clause && !is_time(page.folded(noun))).then_some(from..to)
}

/// "…, who also serves as Marrow's trade envoy": what stands behind "as", up to the end of the clause.
pub fn served_as(page: &Page<'_>, at: usize) -> Option<Range<usize>> {
    const SERVES: [&str; 8] = ["serves", "served", "acts", "acted", "works", "worked", "serve", "serving"];
    let end = page.tokens_of(page.sentence_of(at)).end;
    let who = (at..(at + 2).min(end)).find(|&i| page.is(i, WHO) && page.word(i) == "who")?;
    let serves = |i: usize| SERVES.contains(&page.word(i)) && page.word(i + 1) == "as";
    let from = (who + 1..(who + REACH).min(end)).find(|&i| serves(i))? + 2;
    let limit = end.min(from + REACH);
    let to = (from..limit).find(|&i| ends_description(page, i)).unwrap_or(limit);
    (to > from).then_some(from..to)
}

/// "the small Nora radio station": an article, what it is like, the name, and what kind of body it is.
pub fn around(page: &Page<'_>, name: Range<usize>) -> Option<Range<usize>> {
    let sentence = page.tokens_of(page.sentence_of(name.start));
    let nouns = (name.end..sentence.end).take_while(|&i| tag(page, i) == Pos::Noun && !page.tokens[i].glued);
    let end = nouns.filter(|&i| BODIES.binary_search(&page.folded(i)).is_ok()).last()? + 1;
    let like =
        |&i: &usize| matches!(tag(page, i), Pos::Adj | Pos::Noun | Pos::Propn | Pos::Verb) || page.word(i) == "-";
    let first = (sentence.start.max(name.start.saturating_sub(BACK))..name.start).rev().take_while(like).last();
    let article = first.unwrap_or(name.start).checked_sub(1).filter(|&i| i >= sentence.start)?;
    matches!(page.folded(article), "the" | "a" | "an").then_some(article..end)
}

fn tag(reading: &Reading<'_>, i: usize) -> Pos {
    reading.tags.get(i).copied().unwrap_or(Pos::X)
}

/// Whether a word, already in lower case, is a noun for people.
pub fn is_person_noun(noun: &str) -> bool {
    TITLES.find(noun).is_some_and(|code| code.starts_with('t')) || PEOPLE.binary_search(&noun).is_ok()
}

fn is_time(noun: &str) -> bool {
    matches!(noun, "day" | "week" | "month" | "year" | "hour" | "minute" | "night" | "later" | "earlier" | "ago")
}

fn ends_description(reading: &Reading<'_>, i: usize) -> bool {
    let word = reading.word(i);
    let ends = matches!(
        word,
        "," | "."
            | ";"
            | ":"
            | "and"
            | "but"
            | "who"
            | "when"
            | "while"
            | "since"
            | "until"
            | "under"
            | "—"
            | "–"
            | "--"
    );
    ends || reading.tokens.get(i).is_none_or(|token| matches!(token.kind, Kind::Mark | Kind::Punct) && word != "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_their_search() {
        assert!(PEOPLE.is_sorted() && BODIES.is_sorted());
    }
}
