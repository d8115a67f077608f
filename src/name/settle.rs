//! From the names that the trained namer found to kinds and reasons: the rules keep theirs where both agree.

use super::facts::Facts;
use super::known::bit;
use super::run::Candidate;
use super::trained::Found;
use super::trained::label::Sort;
use super::votes::Votes;
use super::{Proposal, Rule, kind};
use crate::analysis::EntityKind;

/// Gives every found name a kind and a reason, and adds what the lexicons are sure of where nothing was found.
pub(super) fn names(facts: &Facts<'_>, proposals: &[Proposal], found: &[Found]) -> Vec<Proposal> {
    let mut out = Vec::with_capacity(found.len());
    let mut next = 0;
    for found in found {
        while let Some(before) = proposals.get(next).filter(|p| p.name.end <= found.tokens.start) {
            push_sure(&mut out, before);
            next += 1;
        }
        let over = &proposals[next..];
        let over = &over[..over.partition_point(|p| p.name.start < found.tokens.end)];
        let certain = over.iter().find(|p| is_certain(facts, p, found)).cloned();
        push(&mut out, certain.unwrap_or_else(|| settle(facts, over, found)));
        next += over.iter().filter(|p| p.name.end <= found.tokens.end).count();
    }
    proposals[next..].iter().for_each(|behind| push_sure(&mut out, behind));
    out
}

/// Adds what a lexicon holds as a nationality or a place.
fn push_sure(out: &mut Vec<Proposal>, proposal: &Proposal) {
    if matches!(proposal.kind, Some((_, Rule::KnownGroup | Rule::KnownPlace))) {
        push(out, proposal.clone());
    }
}

/// Adds a name unless it begins inside the one before.
fn push(out: &mut Vec<Proposal>, name: Proposal) {
    if out.last().is_none_or(|last| last.name.end <= name.name.start) {
        out.push(name);
    }
}

/// Whether the rules know better than the weights what `found` is a part of, or has too much of.
fn is_certain(facts: &Facts<'_>, proposal: &Proposal, found: &Found) -> bool {
    let Some((kind, rule)) = proposal.kind else { return false };
    let (name, start) = (&proposal.name, found.tokens.start);
    // "South Korean" where the weights see "Korean" only.
    let people = rule == Rule::KnownGroup && name.end == name.start + 2 && !facts.joined(name.start + 1);
    // "Secretary of State Ada Cole": an office is no part of the name.
    let office = start >= 2 && facts.is(start - 1, "of") && facts.has(start - 2, bit::TITLE);
    let titled = rule == Rule::TitleBefore || office && kind == EntityKind::Person && name.start > start;
    // "Friends of" is no name without what follows.
    let cut = name.end > found.tokens.end && facts.has(found.tokens.end - 1, bit::FUNCTION);
    // "Veldorian officials": an unknown people.
    let unknown = rule == Rule::GroupEnding && found.tokens == (name.start..name.end);
    // "Muslim militants": what the list holds as a people is no body, place or work of one word.
    let listed = rule == Rule::KnownGroup
        && found.tokens == (name.start..name.end)
        && matches!(found.sort, Sort::Organization | Sort::Place);
    people || titled || cut || unknown || listed
}

/// What one found name is; `over` is what the rules propose for its words.
fn settle(facts: &Facts<'_>, over: &[Proposal], found: &Found) -> Proposal {
    let name = candidate(facts, found);
    let alike = || over.iter().filter(|p| p.kind.is_some_and(|(kind, _)| Sort::of(kind) == found.sort));
    if let Some(same) = alike().find(|p| p.name.start == name.start && p.name.end == name.end) {
        return same.clone();
    }
    let kind =
        alike().find_map(|p| p.kind).map_or_else(|| fine(found.sort, &kind::judge(facts, &name)), |(kind, _)| kind);
    Proposal { name, kind: Some((kind, Rule::Learned)) }
}

/// The words of the name, without the honorific before it.
fn candidate(facts: &Facts<'_>, found: &Found) -> Candidate {
    let (mut start, end) = (found.tokens.start, found.tokens.end);
    let mut title = None;
    while found.sort == Sort::Person && start + 1 < end && facts.has(start, bit::HONORIFIC) {
        title = title.or(Some(start));
        start += 1;
    }
    let before = start.checked_sub(1).filter(|&i| facts.has(i, bit::OFFICE));
    Candidate { start, end, title: title.or(before), known: None }
}

/// The kind of the sort that most speaks for.
fn fine(sort: Sort, votes: &Votes) -> EntityKind {
    use EntityKind::{Event, Facility, Group, Law, Organization, Other, Person, Place, Product, Work};
    let kinds: &[EntityKind] = match sort {
        Sort::Person => &[Person],
        Sort::Organization => &[Organization],
        Sort::Place => &[Place, Facility],
        Sort::Group => &[Group],
        Sort::Other => &[Other, Event, Product, Work, Law],
    };
    // Of equals the first: it is the plain one.
    kinds.iter().copied().rev().max_by_key(|&kind| votes.of(kind)).unwrap_or(Other)
}
