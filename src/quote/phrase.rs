//! Noun phrases: the one that ends before a verb, the one that begins after it.

use std::ops::Range;

use super::lines::Lines;
use super::words::Cat;

/// How many units a search for a subject may cross.
const REACH: usize = 60;

/// What stands in the place of a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// A noun phrase: the words that name, and all up to the verb.
    Phrase { mention: Range<usize>, whole: Range<usize> },
    /// "who": the pronoun and, before it, what it stands for.
    Relative { who: usize, antecedent: Option<Range<usize>> },
    /// The verb shares the subject of the verb before "and".
    Shared,
    /// Nothing.
    Missing,
}

/// First unit of the verb group that ends with the verb `verb`: "has repeatedly said".
pub(super) fn verb_start(lines: &Lines, start: usize, verb: usize) -> usize {
    let mut i = verb;
    while i > start && verb - i < 6 && matches!(lines.cat(i - 1), Cat::Aux | Cat::Adv) {
        i -= 1;
    }
    i
}

/// The subject of the verb group that begins at `verb`, looking left, not past `start`.
pub(super) fn subject_before(lines: &Lines, start: usize, verb: usize) -> Subject {
    let mut i = verb;
    // At most a few steps over what may stand between a subject and its verb.
    for _ in 0..6 {
        if i <= start {
            return Subject::Missing;
        }
        match lines.cat(i - 1) {
            Cat::And | Cat::But => return Subject::Shared,
            Cat::That if i < start + 2 || !lines.cat(i - 2).is_head() => return Subject::Missing,
            Cat::Rel | Cat::That => {
                let antecedent = (i - 1 > start).then(|| ending_at(lines, start, skip_commas(lines, start, i - 1)));
                return Subject::Relative { who: i - 1, antecedent: antecedent.filter(|a| !a.is_empty()) };
            }
            Cat::To => {
                let before = chain_start(lines, start, i - 1);
                if before == i - 1 {
                    return Subject::Missing;
                }
                i = before;
            }
            Cat::Comma => return across_commas(lines, start, i - 1, verb),
            Cat::Dash => match back_to(lines, start, i - 1, Cat::Dash) {
                Some(open) => i = open,
                None => return Subject::Missing,
            },
            Cat::Close => match back_to(lines, start, i - 1, Cat::Open) {
                Some(open) => i = open,
                None => return Subject::Missing,
            },
            Cat::Adv | Cat::Time => i -= 1,
            _ => return phrase(lines, start, i, verb),
        }
    }
    Subject::Missing
}

fn phrase(lines: &Lines, start: usize, end: usize, verb: usize) -> Subject {
    let found = ending_at(lines, start, end);
    if lines.cat(found.start) == Cat::Rel && !found.is_empty() {
        let antecedent = ending_at(lines, start, skip_commas(lines, start, found.start));
        return Subject::Relative { who: found.start, antecedent: Some(antecedent).filter(|a| !a.is_empty()) };
    }
    if let Some(name) = before_apposition(lines, start, &found) {
        return Subject::Phrase { mention: name.clone(), whole: name.start..verb };
    }
    if found.is_empty() {
        Subject::Missing
    } else {
        Subject::Phrase { mention: mention_of(lines, &found), whole: found.start..verb }
    }
}

/// `…," Sam Lau, the director said`: the second comma was forgotten, and the name stands right after the words.
fn before_apposition(lines: &Lines, start: usize, found: &Range<usize>) -> Option<Range<usize>> {
    let comma = found.start.checked_sub(1).filter(|&c| c > start && lines.cat(c) == Cat::Comma)?;
    let mut first = comma;
    while first > start && lines.cat(first - 1) == Cat::Name {
        first -= 1;
    }
    let led = first < comma && first > start && lines.cat(first - 1) == Cat::Quote;
    (led && lines.cat(found.start) == Cat::Det).then_some(first..comma)
}

fn skip_commas(lines: &Lines, start: usize, i: usize) -> usize {
    if i > start && lines.cat(i - 1) == Cat::Comma { i - 1 } else { i }
}

/// First unit of the verbs in front of "to": "went on", "has declined".
fn chain_start(lines: &Lines, start: usize, to: usize) -> usize {
    let mut i = to;
    while i > start && to - i < 6 && matches!(lines.cat(i - 1), Cat::Aux | Cat::Adv | Cat::Verb | Cat::Adj | Cat::Prep)
    {
        i -= 1;
    }
    i
}

fn back_to(lines: &Lines, start: usize, from: usize, cat: Cat) -> Option<usize> {
    (start..from).rev().take(REACH).find(|&i| lines.cat(i) == cat)
}

/// "Lisa Chen, the deputy to the secretary, who had travelled with him, said": over everything between commas back to
/// the phrase that is not itself an addition to one before it.
fn across_commas(lines: &Lines, start: usize, comma: usize, verb: usize) -> Subject {
    let mut end = comma;
    let mut best = Subject::Missing;
    for _ in 0..8 {
        let mut from = end;
        while from > start && verb - from < REACH && !is_segment_edge(lines.cat(from - 1)) {
            from -= 1;
        }
        if from < end && !is_addition(lines, from) {
            let found = ending_at(lines, from, end);
            if !found.is_empty() {
                let name = lines.is_person(from..end);
                best = Subject::Phrase { mention: mention_of(lines, &found), whole: found.start..verb };
                // "The head of the union, Rhys Morgan, said": the name says more than the office before it.
                if !carries_on(lines, start, from) || name && is_description(lines, start, from - 1) {
                    return best;
                }
            }
        }
        if from <= start || lines.cat(from - 1) != Cat::Comma {
            break;
        }
        end = from - 1;
    }
    best
}

/// Whether the stretch that ends before `comma` describes rather than names: "The head of the union".
fn is_description(lines: &Lines, start: usize, comma: usize) -> bool {
    let mut first = comma;
    while first > start && comma - first < REACH && !is_segment_edge(lines.cat(first - 1)) {
        first -= 1;
    }
    lines.cat(comma - 1) != Cat::Name || matches!(lines.cat(first), Cat::Det | Cat::PronPoss)
}

fn is_segment_edge(cat: Cat) -> bool {
    matches!(cat, Cat::Comma | Cat::Quote | Cat::Colon | Cat::Semi | Cat::Stop | Cat::Dash)
}

/// Whether a stretch between commas that begins so only adds to what stands before it.
fn is_addition(lines: &Lines, from: usize) -> bool {
    if matches!(lines.cat(from), Cat::As | Cat::Sub) && lines.cat(from + 1) == Cat::Name {
        return false;
    }
    matches!(
        lines.cat(from),
        Cat::Rel
            | Cat::Ing
            | Cat::Verb
            | Cat::Prep
            | Cat::Of
            | Cat::As
            | Cat::Adv
            | Cat::Time
            | Cat::Sub
            | Cat::Whether
            | Cat::Num
            | Cat::To
            | Cat::Aux
            | Cat::Adj
    )
}

/// Whether the stretch that begins at `from` is an apposition to a noun phrase that ends before the comma in front.
fn carries_on(lines: &Lines, start: usize, from: usize) -> bool {
    if from < start + 2 || lines.cat(from - 1) != Cat::Comma || !lines.cat(from - 2).is_head() {
        return false;
    }
    let mut first = from - 1;
    while first > start && from - first < REACH && !is_segment_edge(lines.cat(first - 1)) {
        first -= 1;
    }
    let led = matches!(lines.cat(first), Cat::And | Cat::But | Cat::Sub)
        || lines.cat(first) == Cat::As && lines.cat(first + 1) == Cat::Name;
    if led {
        first += 1;
        if (first..from).any(|i| matches!(lines.cat(i), Cat::Verb | Cat::Aux)) {
            return false;
        }
    }
    !matches!(lines.cat(first), Cat::Prep | Cat::Sub | Cat::As | Cat::Time | Cat::Adv | Cat::Whether | Cat::Of)
}

/// The noun phrase, modifiers included, that ends just before `end`; empty when none does.
fn ending_at(lines: &Lines, start: usize, end: usize) -> Range<usize> {
    if end <= start
        || !lines.cat(end - 1).is_head()
            && !matches!(lines.cat(end - 1), Cat::Adj | Cat::Time | Cat::Gen | Cat::Quote | Cat::Verb | Cat::Det)
    {
        return end..end;
    }
    if lines.cat(end - 1) == Cat::Pron {
        return end - 1..end;
    }
    let mut i = end;
    while i > start && end - i < REACH {
        match lines.cat(i - 1) {
            Cat::Name
            | Cat::Noun
            | Cat::Num
            | Cat::Adj
            | Cat::Det
            | Cat::Gen
            | Cat::PronPoss
            | Cat::Of
            | Cat::Prep
            | Cat::Adv
            | Cat::Time
            | Cat::Close
            | Cat::Open
            | Cat::Other
            | Cat::As => i -= 1,
            Cat::Verb | Cat::Aux => match relative_start(lines, start, i - 1) {
                Some(who) => i = who,
                None if is_reduced(lines, start, i - 1) => i -= 1,
                None => break,
            },
            Cat::PronObj if i == end && i - 1 > start && lines.cat(i - 2) == Cat::Of => i -= 1,
            Cat::PronObj if relative_start(lines, start, i - 1).is_some() => i -= 1,
            Cat::Ing if i - 1 > start && lines.cat(i - 2).is_head() => i -= 1,
            Cat::And if i - 1 > start && lines.cat(i - 2).is_head() && lines.cat(i).is_nominal() => i -= 1,
            _ => break,
        }
    }
    trim(lines, i, end)
}

/// "a letter obtained by the paper warns": with another verb to come, a participle after its noun belongs to the noun,
/// unless it is a verb that could take the rest as its clause.
fn is_reduced(lines: &Lines, start: usize, verb: usize) -> bool {
    let Some(unit) = lines.units.get(verb) else { return false };
    let takes_clause = unit.verb.is_some_and(|v| v.is('s') || v.is('b') || v.is('t') || v.is('q'));
    let after = lines.cat(verb + 1);
    let modified = matches!(after, Cat::Prep | Cat::Time) || after == Cat::Adv && !takes_clause;
    unit.cat == Cat::Verb
        && modified
        && verb > start
        && matches!(lines.cat(verb - 1), Cat::Noun | Cat::Name | Cat::Close)
}

/// "officials who spoke": the place of "who" when the verb stands in such a clause.
fn relative_start(lines: &Lines, start: usize, verb: usize) -> Option<usize> {
    for i in (start..verb).rev().take(12) {
        match lines.cat(i) {
            Cat::Rel => return Some(i),
            Cat::That if i > start && lines.cat(i - 1).is_head() => return Some(i),
            cat if cat.is_break() || matches!(cat, Cat::Quote | Cat::Sub) => return None,
            _ => {}
        }
    }
    None
}

/// Leaves out what comes before the phrase itself: "Earlier Friday in Geneva".
fn trim(lines: &Lines, mut i: usize, end: usize) -> Range<usize> {
    let mut led = false;
    while i < end {
        match lines.cat(i) {
            Cat::Adv | Cat::Time | Cat::And | Cat::Of | Cat::Other | Cat::Close => i += 1,
            Cat::Prep | Cat::As => {
                led = true;
                i += 1;
            }
            _ => break,
        }
    }
    if led {
        return after_lead(lines, i, end);
    }
    i..end
}

/// The phrase began with a preposition: its own noun phrase is passed, and the next one that no preposition governs is
/// the subject; failing that, the name at the end.
fn after_lead(lines: &Lines, from: usize, end: usize) -> Range<usize> {
    let mut governed = true;
    let mut inside = false;
    for i in from..end {
        let cat = lines.cat(i);
        match cat {
            Cat::Prep | Cat::Of | Cat::As => {
                governed = true;
                inside = false;
            }
            Cat::Time | Cat::Close => {
                governed = false;
                inside = false;
            }
            Cat::Det | Cat::PronPoss | Cat::Pron if inside => return i..end,
            _ if cat.is_nominal() => {
                if !governed {
                    return i..end;
                }
                inside = true;
            }
            _ => {}
        }
    }
    let names = (from..end).rev().take_while(|&i| lines.cat(i) == Cat::Name).last();
    names.map_or(end..end, |i| i..end)
}

/// The words that name the speaker: up to a relative clause or participle, without additions.
fn mention_of(lines: &Lines, phrase: &Range<usize>) -> Range<usize> {
    let cut = phrase
        .clone()
        .skip(1)
        .find(|&i| {
            matches!(lines.cat(i), Cat::Rel | Cat::That | Cat::Aux | Cat::Open | Cat::Time | Cat::Comma | Cat::Dash)
        })
        .unwrap_or(phrase.end);
    let mut end = cut;
    while end > phrase.start + 1 && matches!(lines.cat(end - 1), Cat::Adv | Cat::Verb | Cat::Prep) {
        end -= 1;
    }
    phrase.start..end
}

/// The subject of the verbs that are joined by "and" or commas before `and`: "he looked up, smiled and said".
pub(super) fn coordinated(lines: &Lines, start: usize, and: usize) -> Option<Range<usize>> {
    let mut verbs = 0;
    for i in (start..and).rev().take(REACH) {
        if !matches!(lines.cat(i), Cat::Verb | Cat::Aux) {
            continue;
        }
        let group = verb_start(lines, start, i);
        if group > start && (lines.cat(group - 1).is_head() || lines.cat(group - 1) == Cat::Rel) {
            return match subject_before(lines, start, group) {
                Subject::Phrase { mention, .. } => Some(mention),
                _ => None,
            };
        }
        verbs += 1;
        if verbs > 6 {
            break;
        }
    }
    None
}
