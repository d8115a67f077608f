//! Runs of capitalised words, cut where one name ends and another begins.

use super::facts::{Facts, bit};
use super::phrase;
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
    if let Some(known) = phrase::longest(facts, i, limit) {
        if facts.has(i, bit::CAPITAL) || facts.has(i, bit::PARTICLE) {
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

fn is_word(facts: &Facts<'_>, i: usize) -> bool {
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
    if let Some(known) = phrase::longest(facts, end, limit).filter(|_| facts.has(end, bit::CAPITAL)) {
        return known.end;
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
        // "Covid-19", "F-16"; "Moon Jae-in": the second half of a Korean name is small.
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

/// "BBC 2", "COP 27": a small number behind an acronym, unless it counts something.
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

/// Cuts one run into candidates.
struct Splitter<'s, 'a> {
    facts: &'s Facts<'a>,
    out: &'s mut Vec<Candidate>,
}

impl Splitter<'_, '_> {
    fn run(&mut self, start: usize, end: usize) {
        let (start, end) = self.trim(start, end);
        if start >= end {
            return;
        }
        if let Some(phrase) = phrase::longest(self.facts, start, end).filter(|p| p.end == end) {
            self.push(start, end, None, Some(phrase.kind));
            return;
        }
        let Some(title) = self.title(start, end) else {
            self.pieces(start, end);
            return;
        };
        let mut first = title;
        let known = phrase::longest(self.facts, start, title).map_or(start, |phrase| phrase.end);
        while first > known && self.is_role_word(first - 1) {
            first -= 1;
        }
        let (before, stop) = self.trim(start, first);
        if before < stop {
            self.pieces(before, stop);
        }
        let (name, stop) = self.trim(title + 1, end);
        if name < stop {
            self.push(name, stop, Some(first), None);
        }
    }

    /// Takes words off both ends that belong to no name.
    fn trim(&self, mut start: usize, mut end: usize) -> (usize, usize) {
        let facts = self.facts;
        let headed = |s: usize, e: usize| e > s + 1 && facts.has(e - 1, bit::HEAD);
        // "Secretary of State Ada Cole": what follows the "of" belongs to the office.
        if start >= 2 && facts.is(start - 1, "of") && facts.has(start - 2, bit::TITLE) {
            let first = (start..end).find(|&i| facts.has(i, bit::FIRST));
            let plain = |&i: &usize| !facts.has(i, bit::COMMON | bit::HEAD | bit::OFFICE);
            start = first.or_else(|| (start..end).find(plain)).unwrap_or(end);
        }
        let known = |start: usize| phrase::longest(facts, start, end);
        while start < end && known(start).is_none() {
            let opening = facts.has(start, bit::OPEN)
                && facts.has(start, bit::COMMON)
                && !facts.has(start, bit::OFFICE | bit::ANY_PLACE | bit::GROUP | bit::KNOWN | bit::FIRST)
                && !facts.has(start, bit::CAPITAL_TOO)
                && !headed(start, end);
            let loose = facts.has(start, bit::MODIFIER)
                && !facts.has(start, bit::OFFICE | bit::FIRST | bit::KNOWN)
                && facts.has(start, bit::OPEN | bit::HEADING)
                && !headed(start, end)
                && self.title(start, end).is_none();
            let punctuation = !is_word(facts, start);
            if !(opening || loose || punctuation) {
                break;
            }
            start += 1;
        }
        if known(start).is_some_and(|phrase| phrase.end == end) {
            return (start, end);
        }
        while start < end {
            let last = end - 1;
            let whole = end - start;
            let surname = whole > 1
                && is_word(facts, last - 1)
                && (facts.has(last - 1, bit::FIRST)
                    || !facts.has(
                        last - 1,
                        bit::ANY_PLACE
                            | bit::GROUP
                            | bit::KNOWN
                            | bit::COMMON
                            | bit::OFFICE
                            | bit::HEAD
                            | bit::MODIFIER,
                    ));
            let office = facts.has(last, bit::OFFICE | bit::MODIFIER)
                && !facts.has(last, bit::KNOWN | bit::HEAD)
                && !(surname && (facts.has(last, bit::HONORIFIC) || !facts.has(last, bit::COMMON)));

            let number = facts.reading.tokens.get(last).is_some_and(|token| token.kind == Kind::Number);

            let inner = whole > 2
                && (start + 1..last).any(|i| matches!(facts.reading.word(i), "of" | "for" | "on" | "against" | "&"));
            if inner || number || !(office || !is_word(facts, last) || facts.has(last, bit::FUNCTION)) {
                break;
            }
            end -= 1;
        }
        (start, end)
    }

    /// The last word of office in the run that has a name behind it.
    fn title(&self, start: usize, end: usize) -> Option<usize> {
        let facts = self.facts;
        (start..end.saturating_sub(1)).rev().find(|&i| {
            facts.has(i, bit::OFFICE)
                && !(i > start
                    && facts.has(i - 1, bit::FIRST)
                    && !facts.has(i - 1, bit::OFFICE | bit::ANY_PLACE | bit::KNOWN | bit::GROUP))
                && is_word(facts, i + 1)
                && !facts.has(i + 1, bit::MODIFIER)
                && (facts.has(i + 1, bit::FIRST) && !facts.has(end - 1, bit::BODY | bit::FACILITY)
                    || !facts.has(end - 1, bit::HEAD) && !facts.has(i + 1, bit::HEAD))
                && !facts.has(i + 1, bit::GROUP)
        })
    }

    fn is_role_word(&self, i: usize) -> bool {
        let facts = self.facts;
        facts.has(i, bit::OFFICE | bit::MODIFIER)
            || facts.is(i, "-")
            || facts.has(i, bit::COMMON) && !facts.has(i, bit::HEAD | bit::ANY_PLACE | bit::GROUP | bit::KNOWN)
    }

    /// Cuts groups and places off the front of a name.
    fn pieces(&mut self, mut start: usize, end: usize) {
        let facts = self.facts;
        while start < end {
            if let Some(phrase) = phrase::longest(facts, start, end) {
                if phrase.end == end {
                    self.push(start, end, None, Some(phrase.kind));
                    return;
                }
                let next = phrase.end;
                if self.parts(next, end, phrase.kind) {
                    self.push(start, next, None, Some(phrase.kind));
                    start = self.skip_hyphen(next, end);
                    continue;
                }
            } else if facts.has(start, bit::GROUP) && end > start + 1 {
                let next = start + 1;
                let all = (start..end).all(|i| facts.has(i, bit::GROUP) || facts.is(i, "-"));
                if !all && self.parts(next, end, EntityKind::Group) {
                    self.push(start, next, None, Some(EntityKind::Group));
                    start = self.skip_hyphen(next, end);
                    continue;
                }
                if all {
                    self.push(start, end, None, Some(EntityKind::Group));
                    return;
                }
            } else if facts.has(start, bit::ANY_PLACE | bit::KNOWN) && end > start + 1 {
                let next = start + 1;
                let pair = facts.is(next, "-") && facts.has(end - 1, bit::GROUP) && end == start + 3;
                if pair {
                    self.push(start, end, None, Some(EntityKind::Group));
                    return;
                }
                if facts.is(next, "-") && facts.has(next + 1, bit::ANY_PLACE)
                    || self.parts(next, end, EntityKind::Place)
                {
                    self.push(start, next, None, None);
                    start = self.skip_hyphen(next, end);
                    continue;
                }
            }
            self.push(start, end, None, None);
            return;
        }
    }

    fn skip_hyphen(&self, i: usize, end: usize) -> usize {
        if i < end && !is_word(self.facts, i) { i + 1 } else { i }
    }

    /// Whether what follows a group or place is a name of its own.
    fn parts(&self, next: usize, end: usize, kind: EntityKind) -> bool {
        let facts = self.facts;

        let body =
            (next + 1..end).any(|i| matches!(facts.reading.word(i), "of" | "for") && facts.has(i - 1, bit::HEAD));
        if body || facts.has(end - 1, bit::HEAD) || facts.is(next, "of") || facts.is(next, "for") || facts.is(next, "&")
        {
            return false;
        }
        match kind {
            EntityKind::Group => !facts.is(next, "-") || facts.has(next + 1, bit::GROUP),
            EntityKind::Place => {
                facts.has(next, bit::FIRST | bit::GROUP) && (next + 1 < end || facts.has(next, bit::GROUP))
            }
            EntityKind::Organization => facts.has(next, bit::FIRST) && next + 1 < end,
            _ => false,
        }
    }

    fn push(&mut self, start: usize, end: usize, title: Option<usize>, known: Option<EntityKind>) {
        self.out.push(Candidate { start, end, title, known });
    }
}
