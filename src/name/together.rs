//! What names that were found tell of one another: an acronym in brackets is what stands before them, everywhere.

use rustc_hash::FxHashMap;

use super::facts::Facts;
use super::known::bit;
use super::run::Candidate;
use super::{Proposal, Rule};
use crate::analysis::EntityKind;

/// Gives acronyms the kind of what they stand for, and takes out what is an office or a currency.
pub(super) fn settle(facts: &Facts<'_>, names: &mut Vec<Proposal>) {
    let acronyms = acronyms(facts, names);
    names.retain_mut(|proposal| {
        let name = &proposal.name;
        // "US$5": a currency.
        if facts.joined(name.end) && facts.reading.word(name.end).starts_with('$') {
            return false;
        }
        match acronyms.get(&facts.id(name.start)).filter(|_| is_acronym(facts, name)) {
            Some(None) => return false,
            Some(&Some(kind)) if proposal.kind.is_none_or(|(old, _)| old != kind) => {
                proposal.kind = Some((kind, Rule::Bracket));
            }
            _ => {}
        }
        true
    });
}

/// The acronyms that stand in brackets behind what they stand for, with its kind; `None` for an office: "the chief
/// election commissioner (CEC)".
fn acronyms(facts: &Facts<'_>, names: &[Proposal]) -> FxHashMap<u32, Option<EntityKind>> {
    let mut kinds = FxHashMap::default();
    for (n, short) in names.iter().enumerate() {
        let short = &short.name;
        let Some(bracket) = short.start.checked_sub(1).filter(|_| is_acronym(facts, short)) else { continue };
        let brackets = (facts.reading.word(bracket), facts.reading.word(short.end));
        if !matches!(brackets, ("(", ")") | ("[", "]")) {
            continue;
        }
        let long = n.checked_sub(1).and_then(|before| names.get(before)).filter(|long| long.name.end == bracket);
        let kind = match long.and_then(|long| Some((&long.name, long.kind?.0))) {
            Some((_, EntityKind::Person | EntityKind::Other)) => continue,
            Some((long, kind)) if stands_for(facts, long, short) => Some(kind),
            None if is_office(facts, bracket, short.start) => None,
            _ => continue,
        };
        kinds.entry(facts.id(short.start)).or_insert(kind);
    }
    kinds
}

/// One word of two capitals at least, and nothing small.
fn is_acronym(facts: &Facts<'_>, name: &Candidate) -> bool {
    let word = facts.reading.word(name.start);
    name.end == name.start + 1 && word.len() >= 2 && word.bytes().all(|b| b.is_ascii_uppercase() || b == b'.')
}

/// Whether the acronym `short` begins as the first word of `long`, or as the one behind it.
fn stands_for(facts: &Facts<'_>, long: &Candidate, short: &Candidate) -> bool {
    (long.start..long.end).take(2).any(|i| initial(facts, i) == initial(facts, short.start))
}

/// Whether the words before the bracket are an office with the letters of the acronym `short`.
fn is_office(facts: &Facts<'_>, bracket: usize, short: usize) -> bool {
    let letters = facts.reading.word(short).as_bytes();
    let Some(start) = bracket.checked_sub(letters.len()) else { return false };
    let spelled = (start..bracket).zip(letters).all(|(i, letter)| initial(facts, i) == Some(*letter));
    spelled && facts.has(bracket - 1, bit::OFFICE)
}

/// The first letter of a word as a capital.
fn initial(facts: &Facts<'_>, i: usize) -> Option<u8> {
    facts.reading.word(i).bytes().next().map(|b| b.to_ascii_uppercase())
}
