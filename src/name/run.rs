//! Runs of capitalised words, cut where one name ends and another begins.

use super::facts::Facts;
use super::known::bit;
use super::phrase;
use super::split::Splitter;
use crate::analysis::EntityKind;
use crate::tag::Pos;
use crate::token::Kind;

/// How many tokens a rule looks ahead at most.
const AHEAD: usize = 6;
/// Longest name, in tokens; a longer run of capitals is cut.
const LONGEST: usize = 24;

/// Words that may be a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Its first token.
    pub start: usize,
    /// One past its last token.
    pub end: usize,
    /// Where the title before it begins, when there is one in the same run.
    pub title: Option<usize>,
    /// What a lexicon says of the whole name.
    pub known: Option<EntityKind>,
}

/// Finds all candidates, in text order, without overlap.
pub(super) fn candidates(facts: &Facts<'_>) -> Vec<Candidate> {
    let mut out = Vec::new();
    for s in 0..facts.reading.sentences.len() {
        let range = facts.reading.tokens_of(s);
        let mut i = range.start;
        while i < range.end {
            let end = extend(facts, i, range.end);
            if end > i {
                Splitter { facts, out: &mut out }.run(i, end);
            }
            i = end.max(i + 1);
        }
    }
    out
}

/// Whether token `i` can be part of a name as it is written here.
fn material(facts: &Facts<'_>, i: usize) -> bool {
    if !facts.has(i, bit::CAPITAL) || facts.has(i, bit::CALENDAR | bit::FUNCTION) {
        return false;
    }
    let named = facts.has(i, bit::ANY_PLACE | bit::GROUP | bit::KNOWN);
    let word =
        facts.has(i, bit::COMMON | bit::INFLECTED) || facts.has(i, bit::LOWER_TOO) && !facts.has(i, bit::CAPITAL_TOO);
    if facts.has(i, bit::HEADING) {
        if matches!(facts.reading.word(i), "Will" | "May") {
            return false;
        }
        return !word
            || named && !facts.has(i, bit::LOWER_TOO)
            || facts.has(i, bit::CAPITAL_TOO) && !facts.has(i, bit::LOWER_TOO)
            || facts.has(i, bit::HEAD | bit::OFFICE);
    }
    if facts.has(i, bit::OPEN) && word {
        return facts.has(i, bit::CAPITAL_TOO) && !facts.has(i, bit::LOWER_TOO)
            || named && !facts.has(i, bit::LOWER_TOO | bit::COMMON)
            || follows(facts, i + 1);
    }
    true
}

/// Whether a capital stands at `i`, so that a common word before it may belong to the same name.
fn follows(facts: &Facts<'_>, i: usize) -> bool {
    facts.has(i, bit::CAPITAL) && !facts.has(i, bit::OPEN | bit::CALENDAR | bit::FUNCTION)
}

/// One past the last token of the run that begins at `i`; `i` itself when none does.
fn extend(facts: &Facts<'_>, i: usize, limit: usize) -> usize {
    let limit = limit.min(i + LONGEST);
    if facts.has(i, bit::CAPITAL | bit::PARTICLE) {
        if let Some(known) = phrase::longest(facts, i, limit) {
            return onward(facts, i, known.end, limit);
        }
    }
    if leads(facts, i) {
        let next = after_particles(facts, i, limit);
        return if next < limit && material(facts, next) && !facts.has(next, bit::COMMON | bit::ANY_PLACE | bit::GROUP) {
            onward(facts, i, next + 1, limit)
        } else {
            i
        };
    }
    if !is_word(facts, i) || !material(facts, i) {
        return i;
    }
    onward(facts, i, i + 1, limit)
}

/// Whether token `i` has a letter.
pub(super) fn is_word(facts: &Facts<'_>, i: usize) -> bool {
    facts.reading.tokens.get(i).is_some_and(|token| token.kind == Kind::Word)
}

/// Whether a small word at `i` leads to a name: "de", "von", and Arabic articles with their hyphen.
fn leads(facts: &Facts<'_>, i: usize) -> bool {
    facts.has(i, bit::PARTICLE)
        && !facts.has(i, bit::CAPITAL)
        && (!matches!(
            facts.reading.word(i),
            "al" | "el" | "ul" | "ud" | "ur" | "as" | "ad" | "ash" | "az" | "la" | "le" | "des" | "das"
        ) || facts.is(i + 1, "-") && facts.joined(i + 1))
}

/// Whether a small word at `i` may stand inside a name: also "la" and "le", which begin none.
fn links(facts: &Facts<'_>, i: usize) -> bool {
    leads(facts, i) || matches!(facts.reading.word(i), "la" | "le" | "des" | "das" | "al" | "el")
}

/// The first token at or after `i` that is no particle or hyphen behind one.
fn after_particles(facts: &Facts<'_>, i: usize, limit: usize) -> usize {
    let mut j = i;
    while j < limit.min(i + AHEAD) && (links(facts, j) || j > i && facts.is(j, "-") && facts.joined(j)) {
        j += 1;
    }
    j
}

/// Extends the run `start..end` as far as its words allow.
fn onward(facts: &Facts<'_>, start: usize, mut end: usize, limit: usize) -> usize {
    while end < limit {
        let next = step(facts, start, end, limit);
        if next <= end {
            break;
        }
        end = next;
    }
    end
}

/// One past the next piece of the run, or `end` when the run stops.
fn step(facts: &Facts<'_>, start: usize, end: usize, limit: usize) -> usize {
    let word = facts.reading.word(end);
    let capital = |i: usize| i < limit && is_word(facts, i) && material(facts, i);
    if facts.has(end, bit::CAPITAL) {
        if let Some(known) = phrase::longest(facts, end, limit) {
            return known.end;
        }
    }
    if is_word(facts, end) && facts.has(end, bit::CAPITAL) {
        // Behind a first name "May" is a surname, and "Friday" is a day.
        let surname = word == "May" && facts.has(end - 1, bit::FIRST | bit::HONORIFIC);
        return if material(facts, end) || surname { end + 1 } else { end };
    }
    if facts.joined(end) && matches!(word, "-" | "‑" | "–" | "&" | "/" | "." | "’" | "'") {
        let next = end + 1;
        if next >= limit || !facts.joined(next) || word == "/" {
            return end;
        }
        // "Covid-19", "F-16"; "Han Dae-mi": the second half of a Korean name is small.
        let number = facts.reading.tokens.get(next).is_some_and(|token| token.kind == Kind::Number);
        let given = end > start + 1
            && is_word(facts, next)
            && !facts
                .has(next, bit::CAPITAL | bit::COMMON | bit::FUNCTION | bit::TITLE | bit::MODIFIER | bit::PERSONAL)
            && !facts.has(end - 1, bit::ANY_PLACE | bit::KNOWN | bit::COMMON);
        return if number || given || capital(next) { next + 1 } else { end };
    }
    if word == "&" && capital(end + 1) {
        return end + 2;
    }
    if word == "," {
        if matches!(facts.reading.word(end + 1), "D.C." | "DC") && facts.is(end - 1, "Washington") && end + 1 < limit {
            return end + 2;
        }
        let suffix =
            matches!(facts.reading.word(end + 1), "Inc." | "Inc" | "Jr." | "Jr" | "Sr." | "Ltd." | "Ltd" | "LLC");
        return if suffix && end + 1 < limit { end + 2 } else { end };
    }
    if links(facts, end) {
        let next = after_particles(facts, end, limit);
        return if capital(next) { next + 1 } else { end };
    }
    if numbered(facts, end) {
        return end + 1;
    }
    if let Some(next) = nickname(facts, start, end, limit) {
        return next;
    }

    // Inside a sentence a common word with a capital goes on over "of": "Line of Control".
    let noun = facts.has(end - 1, bit::COMMON) && !facts.has(end - 1, bit::OPEN | bit::HEADING | bit::OFFICE);
    let body = noun || (start..end).any(|i| facts.has(i, bit::HEAD));
    match word {
        "of" | "for" if body && !facts.has(end - 1, bit::OFFICE) => {
            let headed = (start..end).any(|i| facts.has(i, bit::HEAD));
            let next = if facts.is(end + 1, "the") && headed { end + 2 } else { end + 1 };
            if capital(next) { next + 1 } else { end }
        }
        "on" | "against" if facts.has(end - 1, bit::BODY) && capital(end + 1) => end + 2,
        "and" if joins_and(facts, start, end, limit) => end + 2,
        "'s" | "’s" if facts.has(end - 1, bit::COMMON) && capital(end + 1) && ends_in_head(facts, end + 1, limit) => {
            end + 2
        }
        _ => end,
    }
}

/// "BBC 2": a small number behind an acronym, unless it counts something.
fn numbered(facts: &Facts<'_>, i: usize) -> bool {
    let last = facts.reading.word(i - 1);
    let acronym = (2..=5).contains(&last.len()) && last.bytes().all(|b| b.is_ascii_uppercase());
    let number = facts.reading.tokens.get(i).is_some_and(|token| token.kind == Kind::Number && token.span.len() <= 2);
    acronym
        && number
        && !facts.joined(i)
        && !facts.joined(i + 1)
        && !facts.has(i - 1, bit::ANY_PLACE)
        && !matches!(facts.pos(i + 1), Pos::Noun | Pos::Adj | Pos::Num | Pos::Propn)
}

/// `Ada "Dot" Cole`: a nickname in marks between a first name and a surname.
fn nickname(facts: &Facts<'_>, start: usize, end: usize, limit: usize) -> Option<usize> {
    let mark = |i: usize| facts.reading.tokens.get(i).is_some_and(|token| token.kind == Kind::Mark);
    let close = [end + 2, end + 3].into_iter().find(|&i| mark(i))?;
    let fits = mark(end)
        && close + 1 < limit
        && facts.joined(close)
        && !facts.has(end - 1, bit::COMMON | bit::ANY_PLACE | bit::KNOWN)
        && (facts.has(start, bit::FIRST) || end == start + 1)
        && [end + 1, close - 1, close + 1]
            .into_iter()
            .all(|i| facts.has(i, bit::CAPITAL) && !facts.has(i, bit::FUNCTION))
        && !facts.has(close + 1, bit::COMMON);
    fits.then_some(close + 2)
}

/// Whether the run that begins at `i` soon ends in a word such as "Party" or "Council".
fn ends_in_head(facts: &Facts<'_>, i: usize, limit: usize) -> bool {
    let mut last = None;
    for j in i..limit.min(i + AHEAD) {
        if !facts.has(j, bit::CAPITAL) || facts.has(j, bit::FUNCTION | bit::CALENDAR) {
            break;
        }
        last = Some(j);
    }
    last.is_some_and(|j| facts.has(j, bit::BODY | bit::EVENT | bit::LAW | bit::FACILITY))
}

/// "Ministry of Health and Welfare", "Food and Drug Administration" are one name, "Bonn and Berlin" are two.
fn joins_and(facts: &Facts<'_>, start: usize, end: usize, limit: usize) -> bool {
    let next = end + 1;
    let plain = |i: usize| {
        facts.has(i, bit::COMMON) && !facts.has(i, bit::ANY_PLACE | bit::GROUP | bit::KNOWN | bit::OFFICE | bit::OPEN)
    };

    let named = facts
        .has(next, bit::ANY_PLACE | bit::GROUP | bit::KNOWN | bit::OFFICE | bit::FIRST | bit::CALENDAR | bit::FUNCTION)
        && !(facts.has(next, bit::KNOWN) && next + 1 < limit && facts.has(next + 1, bit::BODY));
    if next >= limit || !facts.has(next, bit::CAPITAL) || named {
        return false;
    }

    let inside_of = end - start > 2 && (facts.is(end - 2, "of") || facts.is(end - 2, "for"));
    let kept = !facts.has(end - 1, bit::ANY_PLACE | bit::GROUP | bit::KNOWN | bit::OFFICE | bit::FIRST);
    (inside_of && kept && !facts.has(next, bit::BODY))
        || plain(end - 1) && !facts.has(end - 1, bit::HEAD) && ends_in_head(facts, next, limit)
}
