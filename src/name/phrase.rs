//! Names that the lexicons hold whole: "Abu Dhabi", "al-Qaida", "European Union".

use super::facts::Facts;
use super::known::{Reach, bit};
use crate::analysis::EntityKind;
use crate::lexicon::{GROUPS, ORGANIZATIONS, PLACES};

/// Longest phrase of the lexicons, in tokens: "Lashkar-e-Tayyiba" has five.
const LONGEST: usize = 10;

/// A phrase that a lexicon holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// One past its last token.
    pub end: usize,
    /// What bears it.
    pub kind: EntityKind,
}

/// The longest known name of two tokens or more that begins at token `i` and ends by `limit`.
pub(super) fn longest(facts: &Facts<'_>, i: usize, limit: usize) -> Option<Phrase> {
    let reach = Reach::of(facts.bits(i));
    let most = reach.most();
    if most == 0 {
        return None;
    }
    let mut key = [0_u8; 64];
    let (mut len, mut words) = (0, 1);
    // Where each token ends in the key, and how many words there are up to it.
    let mut ends = [(0_usize, 0_u32); LONGEST];
    let mut count = 0;
    for (n, j) in (i..limit.min(i + LONGEST)).enumerate() {
        let word = facts.reading.folded(j).as_bytes();
        let space = usize::from(n > 0 && !facts.joined(j));
        words += space as u32;
        if word.is_empty() || words > most || len + space + word.len() > key.len() {
            break;
        }
        key[len..len + space].fill(b' ');
        key[len + space..len + space + word.len()].copy_from_slice(word);
        len += space + word.len();
        ends[n] = (len, words);
        count = n + 1;
    }
    (2..=count).rev().find_map(|n| {
        let last = i + n - 1;
        if !facts.has(last, bit::CAPITAL) && !facts.joined(last) {
            return None;
        }
        let (end, words) = ends[n - 1];
        let key = std::str::from_utf8(&key[..end]).ok()?;
        let lists = Lists {
            organizations: words <= reach.organizations,
            groups: words <= reach.groups,
            places: words <= reach.places,
        };
        let kind = lists.kind_of(key, || (i..=last).all(|j| is_upper(facts.reading.word(j))))?;
        Some(Phrase { end: last + 1, kind })
    })
}

/// The lists that are looked into.
#[derive(Clone, Copy)]
pub(super) struct Lists {
    organizations: bool,
    groups: bool,
    places: bool,
}

impl Lists {
    pub const ALL: Self = Self { organizations: true, groups: true, places: true };

    /// What the lists say that the folded name `key` is; some names count only where all is written in capitals.
    pub fn kind_of(self, key: &str, upper: impl Fn() -> bool) -> Option<EntityKind> {
        let allowed = |code: &&str| !code.contains('!') || upper();
        if let Some(code) = self.organizations.then(|| ORGANIZATIONS.find(key)).flatten().filter(allowed) {
            let kind = code.chars().find_map(|c| match c {
                'o' => Some(EntityKind::Organization),
                'f' => Some(EntityKind::Facility),
                'e' => Some(EntityKind::Event),
                'w' => Some(EntityKind::Work),
                'l' => Some(EntityKind::Law),
                'n' => Some(EntityKind::Person),
                'p' => Some(EntityKind::Product),
                'm' => Some(EntityKind::Other),
                _ => None,
            });
            if kind.is_some() {
                return kind;
            }
        }
        if self.groups && GROUPS.find(key).is_some_and(|code| code.contains(['a', 'n'])) {
            return Some(EntityKind::Group);
        }
        let place = |code: &str| code.contains(['c', 'r', 't', 'g']);
        (self.places && PLACES.find(key).filter(allowed).is_some_and(place)).then_some(EntityKind::Place)
    }
}

fn is_upper(word: &str) -> bool {
    !word.chars().any(char::is_lowercase)
}
