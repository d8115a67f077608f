//! Whether a word is one that nearly every reader knows.

use crate::lexicon::{DALE, SPACHE, fold};

/// Which lists know a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Familiarity {
    /// On the Dale list.
    pub dale: bool,
    /// On the Spache list.
    pub spache: bool,
}

impl Familiarity {
    /// Names, figures and signs are known by rule.
    pub const KNOWN: Self = Self { dale: true, spache: true };
}

/// Looks a word up, through its regular endings and the parts of a compound.
#[must_use]
pub fn of(word: &str) -> Familiarity {
    let mut buffer = [0; 64];
    let folded = fold(word, &mut buffer);
    let parts = || folded.split(['-', '/']).filter(|part| !part.is_empty());
    Familiarity {
        dale: !folded.is_empty() && parts().all(|part| known(part, &|w| DALE.contains(w))),
        spache: !folded.is_empty() && parts().all(|part| known(part, &|w| SPACHE.contains(w))),
    }
}

/// Endings that leave a word as familiar as it was, and what stood in their place.
const ENDINGS: &[(&str, &[&str])] = &[
    ("'s", &[""]),
    ("s'", &["", "s"]),
    ("n't", &["", "n"]),
    ("'re", &[""]),
    ("'ve", &[""]),
    ("'ll", &[""]),
    ("'d", &[""]),
    ("'m", &[""]),
    ("ies", &["y"]),
    ("es", &["", "e"]),
    ("s", &[""]),
    ("ied", &["y"]),
    ("ed", &["", "e"]),
    ("d", &[""]),
    ("ying", &["y", "ie"]),
    ("ing", &["", "e"]),
    ("ier", &["y"]),
    ("iest", &["y"]),
    ("er", &["", "e"]),
    ("est", &["", "e"]),
    ("ly", &[""]),
    ("ily", &["y"]),
];

fn known(word: &str, list: &dyn Fn(&str) -> bool) -> bool {
    if word.chars().all(|c| !c.is_alphabetic()) || list(word) {
        return true;
    }
    ENDINGS.iter().any(|(ending, stems)| {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 1) else { return false };
        stems.iter().any(|end| list_has(stem, end, list)) || undoubled(stem).is_some_and(list)
    })
}

fn list_has(stem: &str, end: &str, list: &dyn Fn(&str) -> bool) -> bool {
    let mut buffer = [0; 64];
    joined(stem, end, &mut buffer).is_some_and(list)
}

/// Puts two pieces together without allocating.
fn joined<'b>(stem: &str, end: &str, buffer: &'b mut [u8; 64]) -> Option<&'b str> {
    let len = stem.len() + end.len();
    buffer.get_mut(..stem.len())?.copy_from_slice(stem.as_bytes());
    buffer.get_mut(stem.len()..len)?.copy_from_slice(end.as_bytes());
    std::str::from_utf8(buffer.get(..len)?).ok()
}

/// "stopp" of "stopped" is "stop".
fn undoubled(stem: &str) -> Option<&str> {
    let bytes = stem.as_bytes();
    match bytes {
        [.., a, b] if a == b && b.is_ascii_alphabetic() && bytes.len() > 2 => stem.get(..stem.len() - 1),
        _ => None,
    }
}

/// Gunning does not count compounds of short easy words, nor verbs that reach three syllables by -ed or -es.
#[must_use]
pub fn fog_exempt(word: &str, syllables: u32) -> bool {
    if word.contains('-') {
        return word.split('-').all(|part| super::syllable::count(part) < 3);
    }
    let ascii = word.as_bytes();
    syllables == 3 && (ascii.ends_with(b"ed") || ascii.ends_with(b"es")) && !ascii.ends_with(b"ies")
}
