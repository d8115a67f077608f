//! The office written before or after a person, and what it tells of the pronoun.

use super::facts::Facts;
use super::known::bit;
use super::run::Candidate;
use crate::analysis::Gender;
use crate::span::Span;

/// How many tokens an office may have.
const LONGEST: usize = 14;

/// The tokens of the office before the name: "U.S. special envoy", "Kremlin spokesman".
pub(super) fn before(facts: &Facts<'_>, name: &Candidate, previous: Option<&Candidate>) -> Option<(usize, usize)> {
    let end = name.start;
    let sentence = facts.reading.sentence_of(end);
    let mut start = end;
    let mut office = false;
    while start > 0 && end - start < LONGEST && facts.reading.sentence_of(start - 1) == sentence {
        let i = start - 1;
        let covered = previous.is_some_and(|p| p.end == start);
        if covered {
            break;
        }
        let hyphen = facts.is(i, "-") && facts.joined(i);
        let of = facts.is(i, "of") && i > 0 && facts.has(i - 1, bit::TITLE);
        let word = facts.has(i, bit::TITLE | bit::MODIFIER) && !facts.has(i, bit::FUNCTION);
        // No office ends in a common word: "Envoy Meets Lund".
        let inner =
            start < end && facts.has(i, bit::COMMON) && facts.has(i, bit::CAPITAL) && !facts.has(i, bit::FUNCTION);
        if !(word || hyphen && start < end || of || inner) {
            break;
        }
        office |= facts.has(i, bit::TITLE);
        start = i;
    }
    if !office {
        return None;
    }

    if let Some(previous) = previous.filter(|p| p.end == start && facts.reading.sentence_of(p.start) == sentence) {
        start = previous.start;
    }
    Some((start, end))
}

/// The tokens of the office after the name: "a longtime ally", "the union's secretary", "president of the club".
pub(super) fn after(facts: &Facts<'_>, name: &Candidate) -> Option<(usize, usize)> {
    let mark = name.end;
    let sentence = facts.reading.sentence_of(name.start);
    if !matches!(facts.reading.word(mark), "," | "—" | "–" | "--") {
        return None;
    }
    let start = mark + 1;
    let article = matches!(facts.reading.word(start), "a" | "an" | "the" | "his" | "her" | "its" | "their" | "our");
    if !(article
        || facts.has(start, bit::TITLE | bit::MODIFIER)
        || facts.has(start, bit::ANY_PLACE | bit::KNOWN | bit::GROUP))
    {
        return None;
    }
    let mut end = start;
    let mut office = false;
    while end < start + LONGEST && facts.reading.sentence_of(end) == sentence && end < facts.reading.tokens.len() {
        let word = facts.reading.word(end);
        if matches!(word, "," | "—" | "–" | "--" | "." | ";" | "who" | "which" | "that" | "!" | "?" | "\"" | "”")
        {
            break;
        }
        if !facts.has(end, bit::CAPITAL) && facts.has(end, bit::PERSONAL) {
            return None;
        }
        office |= facts.has(end, bit::TITLE);
        end += 1;
    }
    office.then_some((start, end))
}

/// Which pronoun the title, the first name or the office calls for.
pub(super) fn gender(facts: &Facts<'_>, name: &Candidate, role: Option<(usize, usize)>) -> Gender {
    let of = |i: usize| match (facts.has(i, bit::MALE), facts.has(i, bit::FEMALE)) {
        (true, false) => Gender::Male,
        (false, true) => Gender::Female,
        _ => Gender::Unknown,
    };
    let before = name.start.checked_sub(1).filter(|&i| facts.has(i, bit::OFFICE)).map_or(Gender::Unknown, of);
    if before != Gender::Unknown {
        return before;
    }
    if name.end - name.start > 1 || name.title.is_some() {
        let first = if facts.has(name.start, bit::FIRST) { of(name.start) } else { Gender::Unknown };
        if first != Gender::Unknown {
            return first;
        }
    }
    // "His wife" is a woman, but "the king's adviser" may be either: only the last word of an office counts.
    role.and_then(|(start, end)| (start..end).rev().find(|&i| facts.has(i, bit::TITLE))).map_or(Gender::Unknown, of)
}

/// The span of some tokens.
pub(super) fn span(facts: &Facts<'_>, (start, end): (usize, usize)) -> Span {
    facts.reading.span_of(start..end)
}
