//! Contractions, cut as Universal Dependencies cuts them.

use crate::lexicon::fold;

/// Where to cut `word` before its last clitic: "do|n't", "Russia|'s", "can|not"; `None` when it is one piece.
#[must_use]
pub fn cut(word: &str) -> Option<usize> {
    let bytes = word.as_bytes();
    let tail_start = bytes.len().saturating_sub(8);
    let tail = bytes.get(tail_start..).unwrap_or(bytes);
    // The apostrophe is one byte straight, three bytes curly; both end at `after`.
    let found = tail
        .iter()
        .rposition(|&b| b == b'\'')
        .map(|i| (i, i + 1))
        .or_else(|| tail.windows(3).rposition(|w| w == "’".as_bytes() || w == "‘".as_bytes()).map(|i| (i, i + 3)));
    let Some((start, after)) = found else { return whole_word(word) };
    let (start, suffix) = (tail_start + start, tail.get(after..).unwrap_or(&[]));
    let before = bytes.get(..start).unwrap_or(&[]);
    let last = before.last().copied()?;
    let cut = match suffix {
        b"t" | b"T" if last.eq_ignore_ascii_case(&b'n') && before.len() > 1 => start - 1,
        b"s" | b"S" if is_decade(before) => return None,
        b"s" | b"S" => start,
        _ if suffix.len() > 2 => return None,
        b"d" | b"D" | b"m" | b"M" => start,
        _ if [b"re", b"ve", b"ll"].iter().any(|clitic| suffix.eq_ignore_ascii_case(*clitic)) => start,
        _ => return None,
    };
    Some(cut)
}

/// "1930's" names years; "2003's" has a possessive.
fn is_decade(before: &[u8]) -> bool {
    matches!(before.len(), 2 | 4) && before.iter().all(u8::is_ascii_digit) && before.last() == Some(&b'0')
}

fn whole_word(word: &str) -> Option<usize> {
    if !(4..=8).contains(&word.len()) {
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
