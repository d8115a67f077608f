//! Contractions, cut as Universal Dependencies cuts them.

use crate::lexicon::fold;

/// Where to cut `word` before its last clitic: "do|n't", "Russia|'s", "can|not"; `None` when it is one piece.
#[must_use]
pub fn cut(word: &str) -> Option<usize> {
    let bytes = word.as_bytes();
    // A clitic is an apostrophe, one byte straight or three curly, and at most two letters.
    for len in [1, 2] {
        let Some((before, tail)) = bytes.len().checked_sub(len).and_then(|at| bytes.split_at_checked(at)) else {
            break;
        };
        let mark = if before.ends_with(b"'") {
            1
        } else if before.ends_with("’".as_bytes()) || before.ends_with("‘".as_bytes()) {
            3
        } else {
            continue;
        };
        let before = before.get(..before.len() - mark).unwrap_or(&[]);
        let last = before.last()?.to_ascii_lowercase();
        let cut = match tail {
            b"t" | b"T" if last == b'n' && before.len() > 1 => before.len() - 1,
            b"s" | b"S" if is_decade(before) => return None,
            b"s" | b"S" | b"d" | b"D" | b"m" | b"M" => before.len(),
            _ if [b"re", b"ve", b"ll"].iter().any(|clitic| tail.eq_ignore_ascii_case(*clitic)) => before.len(),
            _ => return None,
        };
        return Some(cut);
    }
    cut_whole(word)
}

/// "1930's" names years; "2003's" has a possessive.
fn is_decade(before: &[u8]) -> bool {
    matches!(before.len(), 2 | 4) && before.iter().all(u8::is_ascii_digit) && before.last() == Some(&b'0')
}

/// Whether a word without apostrophe may be cut: its last letters rule out nearly every word before it is looked at as a
/// whole.
#[must_use]
pub fn may_cut(word: &[u8]) -> bool {
    let [.., a, b] = word else { return false };
    let ending = [a.to_ascii_lowercase(), b.to_ascii_lowercase()];
    (4..=8).contains(&word.len()) && matches!(&ending, b"nt" | b"ot" | b"na" | b"ta" | b"me")
}

/// The same as [`cut`] for a word without apostrophe: "can|not", "gon|na".
fn cut_whole(word: &str) -> Option<usize> {
    if !may_cut(word.as_bytes()) {
        return None;
    }
    let mut buffer = [0; 64];
    let cut = match fold(word, &mut buffer) {
        "cannot" | "gonna" | "gotta" | "wanna" | "gimme" | "lemme" => 3,
        "dont" | "cant" | "wont" | "doesnt" | "didnt" | "couldnt" | "wouldnt" | "shouldnt" | "havent" | "hasnt"
        | "isnt" | "wasnt" | "arent" | "werent" => word.len() - 2,
        _ => return None,
    };
    // Folding may change a length; the cut is taken only where it falls between characters.
    word.is_char_boundary(cut).then_some(cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(word: &str) -> String {
        cut(word).map_or_else(|| word.to_owned(), |i| format!("{}|{}", &word[..i], &word[i..]))
    }

    #[test]
    fn clitics_are_cut() {
        for (word, want) in [
            ("don't", "do|n't"),
            ("can’t", "ca|n’t"),
            ("WON'T", "WO|N'T"),
            ("we're", "we|'re"),
            ("I’ve", "I|’ve"),
            ("it's", "it|'s"),
            ("Ostrava’s", "Ostrava|’s"),
            ("wouldn't've", "wouldn't|'ve"),
            ("cannot", "can|not"),
            ("gonna", "gon|na"),
            ("isnt", "is|nt"),
            ("2003's", "2003|'s"),
        ] {
            assert_eq!(pieces(word), want);
        }
    }

    #[test]
    fn other_apostrophes_are_left() {
        for word in [
            "O'Neil",
            "o'clock",
            "ma'am",
            "1930's",
            "80's",
            "Sha'lan",
            "'t",
            "n't",
            "'s",
            "want",
            "don",
            "L’Enfant",
            "ınnot",
        ] {
            assert_eq!(cut(word), None, "{word}");
        }
    }
}
