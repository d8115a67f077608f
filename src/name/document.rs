//! One name, one kind: what the whole document says of the same words.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Rule;
use super::facts::Facts;
use super::known::bit;
use super::run::Candidate;
use super::votes::Votes;
use crate::analysis::EntityKind::{Organization, Person, Place};

/// Lets mentions of the same words, of a surname and of an acronym vote together.
pub(super) fn agree(facts: &Facts<'_>, names: &[Candidate], votes: &mut [Votes]) {
    brackets(facts, names, votes);
    lists(facts, names, votes);
    let mut index: FxHashMap<u64, usize> = FxHashMap::default();
    let mut sums: Vec<Votes> = Vec::new();
    let mut sizes: Vec<usize> = Vec::new();
    let mut surnames: FxHashSet<u32> = FxHashSet::default();
    let mut bodies: FxHashSet<u32> = FxHashSet::default();
    let mut group_of = Vec::with_capacity(names.len());
    for (name, own) in names.iter().zip(votes.iter()) {
        let group = *index.entry(key(facts, name)).or_insert_with(|| {
            sums.push(Votes::default());
            sizes.push(0_usize);
            sums.len() - 1
        });
        group_of.push(group);
        sums[group].merge(own, Rule::SameWords);
        sizes[group] += 1;
        if name.end - name.start < 2 {
            continue;
        }
        match own.best() {
            Some((Person, points, _)) if points >= 6 && !facts.has(name.end - 1, bit::HEAD | bit::COMMON) => {
                surnames.insert(facts.id(name.end - 1));
            }
            Some((Organization, points, _)) if points >= 8 => {
                bodies.insert(facts.id(name.start));
            }
            _ => {}
        }
    }
    for ((name, own), group) in names.iter().zip(votes.iter_mut()).zip(group_of) {
        if sizes[group] > 1 {
            own.merge_others(&sums[group], sizes[group]);
        }
        let one = (name.start..name.end).filter(|&i| !facts.joined(i) || i == name.start).count() == 1;
        if one && surnames.contains(&facts.id(name.end - 1)) {
            own.add(Person, 9, Rule::Surname);
        }
        if one && bodies.contains(&facts.id(name.start)) && own.of(Place) < 6 && !facts.has(name.start, bit::GROUP) {
            own.add(Organization, 3, Rule::ShortForm);
        }
    }
}

/// "Harlow, Ditton and Paris": names in a list are of one kind.
fn lists(facts: &Facts<'_>, names: &[Candidate], votes: &mut [Votes]) {
    let linked = |a: &Candidate, b: &Candidate| {
        let gap = a.end..b.start;
        gap.len() <= 2
            && !gap.is_empty()
            && gap.clone().all(|i| matches!(facts.reading.word(i), "," | "and" | "or" | ";" | "&"))
            && b.title.is_none()
    };
    let pass = |from: usize, to: usize, votes: &mut [Votes]| {
        if let Some((kind, points, _)) = votes[from].best() {
            if points >= 6 && votes[to].best().is_none_or(|b| b.1 < 6) {
                votes[to].add(kind, 4, Rule::Listed);
            }
        }
    };
    for n in 1..names.len() {
        if linked(&names[n - 1], &names[n]) {
            pass(n - 1, n, votes);
        }
    }
    for n in (1..names.len()).rev() {
        if linked(&names[n - 1], &names[n]) {
            pass(n, n - 1, votes);
        }
    }
}

/// "European Space Agency (ESA)": both are the same kind of thing.
fn brackets(facts: &Facts<'_>, names: &[Candidate], votes: &mut [Votes]) {
    for n in 1..names.len() {
        let (long, short) = (&names[n - 1], &names[n]);
        let bracketed = short.start == long.end + 1
            && facts.is(long.end, "(")
            && facts.is(short.end, ")")
            && short.end == short.start + 1
            && long.end - long.start >= 2;
        if !bracketed {
            continue;
        }
        if let Some((kind, _, _)) = votes[n - 1].best() {
            // An acronym in brackets stands for a body more often than for anybody.
            let kind = if kind == Person { Organization } else { kind };
            votes[n - 1].add(kind, 6, Rule::Bracket);
            votes[n].add(kind, 12, Rule::Bracket);
        }
    }
}

/// One number for all mentions of the same words.
fn key(facts: &Facts<'_>, name: &Candidate) -> u64 {
    (name.start..name.end).fold(0xcbf2_9ce4_8422_2325, |hash, i| {
        (hash ^ u64::from(facts.id(i))).wrapping_mul(0x0100_0000_01b3).rotate_left(7)
    })
}
