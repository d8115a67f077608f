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

/// An ending that leaves a word as familiar as it was, and what stood in its place.
type Ending = (&'static str, &'static [&'static str]);

/// The endings by their last letter.
const fn endings(last: u8) -> &'static [Ending] {
    match last {
        b's' => &[("'s", &[""]), ("ies", &["y"]), ("es", &["", "e"]), ("s", &[""])],
        b'\'' => &[("s'", &["", "s"])],
        b't' => &[("n't", &["", "n"]), ("iest", &["y"]), ("est", &["", "e"])],
        b'e' => &[("'re", &[""]), ("'ve", &[""])],
        b'l' => &[("'ll", &[""])],
        b'd' => &[("'d", &[""]), ("ied", &["y"]), ("ed", &["", "e"]), ("d", &[""])],
        b'm' => &[("'m", &[""])],
        b'g' => &[("ying", &["y", "ie"]), ("ing", &["", "e"])],
        b'r' => &[("ier", &["y"]), ("er", &["", "e"])],
        b'y' => &[("ly", &[""]), ("ily", &["y"])],
        _ => &[],
    }
}

fn known(word: &str, list: &dyn Fn(&str) -> bool) -> bool {
    list(word) || ends_known(word, list) || word.chars().all(|c| !c.is_alphabetic())
}

/// Whether the word is known but for its ending.
#[inline(never)]
fn ends_known(word: &str, list: &dyn Fn(&str) -> bool) -> bool {
    endings(word.bytes().next_back().unwrap_or(0)).iter().any(|(ending, stems)| {
        word.strip_suffix(ending).filter(|stem| stem.len() > 1).is_some_and(|stem| stem_known(stem, stems, list))
    })
}

/// Whether the word is known that had one of `ends` behind `stem`.
#[inline(never)]
fn stem_known(stem: &str, ends: &[&str], list: &dyn Fn(&str) -> bool) -> bool {
    ends.iter().any(|end| list_has(stem, end, list)) || undoubled(stem).is_some_and(list)
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
