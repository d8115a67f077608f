//! Where a word ends: inner apostrophes, stops of abbreviations, prefixes, and the marks that touch it.

use unicode_segmentation::UnicodeSegmentation;

use super::Kind;
use super::class::{self, DIGIT, HIGH, LOWER, UPPER};
use super::scan::Cutter;
use crate::lexicon::fold;
use crate::sentence::abbreviation::{Habit, habit};

/// Cuts the word that begins at `at` and says where it ends.
pub fn cut(cutter: &mut Cutter<'_, '_>, at: usize) -> usize {
    let letters = cutter.bytes.get(at..).unwrap_or(&[]).iter().take_while(|&&b| class::of(b) & (LOWER | UPPER) != 0);
    let mut to = at + letters.count();
    let apart = to == cutter.run.1 || matches!(cutter.byte(to), b',' | b';' | b':' | b'!' | b'?' | b'"' | b')' | b'/');
    if apart && to > at {
        // Such marks join nothing, so most words need no closer look.
        cutter.letters(at, to);
        return to;
    }
    to = end_from(cutter, at, to);
    if cutter.byte(to) == b'.' {
        to = with_stop(cutter, at, to);
    }
    if cutter.byte(to) == b'&'
        && cutter.byte(to.wrapping_sub(1)).is_ascii_uppercase()
        && cutter.byte(to + 1).is_ascii_uppercase()
    {
        to = end(cutter, to + 1);
    }
    let hyphen = hyphen(cutter, to);
    if hyphen > 0 && is_prefix(cutter.text.get(at..to).unwrap_or("")) && cutter.starts_word(to + hyphen) && !cutter.open
    {
        to = end(cutter, to + hyphen);
    }
    if drops_g(cutter, at, to) {
        to += cutter.char_at(to).map_or(0, char::len_utf8);
    }
    let has_word = cutter.text.get(at..to).is_some_and(|w| w.chars().any(char::is_alphanumeric));
    if has_word {
        cutter.emit_word(at, to);
        to
    } else {
        cutter.close(at, to.max(at + 1), Kind::Punct)
    }
}

/// Where letters, digits, accents and inner apostrophes from `at` on end.
pub fn end(cutter: &Cutter<'_, '_>, at: usize) -> usize {
    end_from(cutter, at, at)
}

/// The same for a word that begins at `at` and is known to reach `to`.
pub fn end_from(cutter: &Cutter<'_, '_>, at: usize, mut to: usize) -> usize {
    while to < cutter.run.1 {
        let byte = cutter.byte(to);
        match class::of(byte) {
            LOWER | UPPER | DIGIT => to += 1,
            HIGH => {
                let Some(c) = cutter.char_at(to) else { break };
                let is_letter = c.is_alphanumeric() && !class::is_unspaced(c) || class::is_invisible(c);
                if is_letter || class::is_apostrophe(c) && joins(cutter, at, to, c.len_utf8()) {
                    to += c.len_utf8();
                } else {
                    let accents = accents(cutter, at, to);
                    if accents == to {
                        break;
                    }
                    to = accents;
                }
            }
            _ if byte == b'_' && to > at && class::is_alnum(cutter.byte(to + 1)) => to += 1,
            _ if byte == b'.'
                && to > at
                && cutter.byte(to - 1).is_ascii_digit()
                && cutter.byte(to + 1).is_ascii_digit() =>
            {
                to += 1;
            }
            _ if byte == b'\'' && joins(cutter, at, to, 1) => to += 1,
            _ if byte == b'*' && to > at => {
                let stars =
                    cutter.bytes.get(to..cutter.run.1).unwrap_or(&[]).iter().take_while(|&&b| b == b'*').count();
                if !cutter.byte(to + stars).is_ascii_lowercase() {
                    break;
                }
                to += stars;
            }
            _ => break,
        }
    }
    to
}

/// Whether an apostrophe at `to` stands between letters.
fn joins(cutter: &Cutter<'_, '_>, at: usize, to: usize, len: usize) -> bool {
    to > at && to + len < cutter.run.1 && cutter.char_at(to + len).is_some_and(char::is_alphabetic)
}

/// Where the combining marks after the character before `to` end.
fn accents(cutter: &Cutter<'_, '_>, at: usize, to: usize) -> usize {
    let Some(before) = cutter.char_before(to).filter(|_| to > at) else { return to };
    let base = to - before.len_utf8();
    let rest = cutter.text.get(base..cutter.run.1).unwrap_or("");
    base + rest.graphemes(true).next().map_or(0, str::len).max(before.len_utf8())
}

/// Takes in the stop at `to` where it belongs to the word: "U.S.", "p.m.", "Inc.", "J.".
fn with_stop(cutter: &Cutter<'_, '_>, at: usize, to: usize) -> usize {
    let word = cutter.text.get(at..to).unwrap_or("");
    let single = word.chars().nth(1).is_none() && word.chars().all(char::is_alphabetic);
    if single {
        if let Some(end) = initials(cutter, to) {
            return end;
        }
    }
    if word.len() <= 5 && cutter.byte(to + 1).is_ascii_alphabetic() {
        let second = end(cutter, to + 1);
        if cutter.text.get(at..second).is_some_and(|both| habit(both) == Some(Habit::After)) {
            return second + usize::from(cutter.byte(second) == b'.');
        }
    }
    if cutter.byte(to + 1) == b'.' {
        return to;
    }
    let is_final = to == cutter.final_stop;
    let capital = word.starts_with(char::is_uppercase);
    let keeps = match habit(word) {
        Some(Habit::After | Habit::Month | Habit::Saint) if is_final => capital || is_written_short(word),
        Some(Habit::Before) if is_final => capital && word.len() > 1,
        Some(_) => !is_final,
        None if is_final => false,
        None if single => true,
        // The sentence goes on in lower case after the stop: so it was an abbreviation that no list knows.
        None => word.len() <= 4 && !cutter.open && goes_on(cutter, to + 1),
    };
    if keeps { to + 1 } else { to }
}

/// Whether a comma follows at `at`, or a small letter or digit after a space.
fn goes_on(cutter: &Cutter<'_, '_>, at: usize) -> bool {
    let after = cutter.char_at(at + 1);
    match cutter.byte(at) {
        b',' => true,
        b' ' | b'\n' => after.is_some_and(|c| c.is_lowercase() || c.is_numeric()),
        _ => false,
    }
}

/// Where "U.S.", "a.m." or "J.K." ends whose first stop stands at `to`.
fn initials(cutter: &Cutter<'_, '_>, to: usize) -> Option<usize> {
    let mut end = to + 1;
    while let Some(letter) = cutter.char_at(end).filter(|c| c.is_alphabetic()) {
        let mut next = end + letter.len_utf8();
        if class::of(cutter.byte(next)) == HIGH {
            next = accents(cutter, end, next);
        }
        if cutter.byte(next) == b'.' {
            end = next + 1;
        } else if cutter.char_at(next).is_some_and(char::is_alphanumeric) {
            break;
        } else {
            return Some(next);
        }
    }
    (end > to + 1).then_some(end)
}

/// Abbreviations that nobody writes as words without a stop, so that the stop stays even at the sentence's end.
fn is_written_short(word: &str) -> bool {
    matches!(word, "etc" | "al" | "inc" | "corp" | "ltd" | "jr" | "esq" | "hrs" | "yrs" | "govt" | "bros")
}

/// Length of the hyphen at `at`; 0 when there is none.
fn hyphen(cutter: &Cutter<'_, '_>, at: usize) -> usize {
    match cutter.byte(at) {
        b'-' => 1,
        0xE2 => cutter.char_at(at).filter(|c| matches!(c, '‐' | '‑')).map_or(0, char::len_utf8),
        _ => 0,
    }
}

/// Prefixes that stay one token with what follows the hyphen, as in Universal Dependencies.
fn is_prefix(word: &str) -> bool {
    let mut buffer = [0; 64];
    word.len() <= 7
        && matches!(
            fold(word, &mut buffer),
            "anti"
                | "bi"
                | "co"
                | "counter"
                | "cross"
                | "de"
                | "e"
                | "ex"
                | "extra"
                | "hyper"
                | "inter"
                | "intra"
                | "macro"
                | "mega"
                | "micro"
                | "mid"
                | "mini"
                | "multi"
                | "neo"
                | "non"
                | "over"
                | "pan"
                | "post"
                | "pre"
                | "pro"
                | "pseudo"
                | "psycho"
                | "re"
                | "semi"
                | "sub"
                | "super"
                | "trans"
                | "tri"
                | "ultra"
                | "un"
                | "under"
        )
}

/// "talkin'" is one token.
fn drops_g(cutter: &Cutter<'_, '_>, at: usize, to: usize) -> bool {
    to - at >= 4
        && !*cutter.single
        && cutter.bytes.get(at..to).is_some_and(|w| w.ends_with(b"in"))
        && cutter.char_at(to).is_some_and(class::is_apostrophe)
        && cutter.char_at(to + 1).is_some_and(char::is_whitespace)
}

/// An apostrophe that does not stand between letters: the mark of an elision ("'em", "'90s"), of a possessive
/// ("bosses'"), of feet, or a single quotation mark.
///
/// A possessive cannot be told from a closing mark by its neighbours. While no single mark is open in the block it is
/// `Kind::Punct`; while one is open it is `Kind::Mark`. Both are glued to the word in s, so that a reader of the marks
/// knows which ones are in doubt; every other single mark is not glued.
pub fn apostrophe(cutter: &mut Cutter<'_, '_>, at: usize, len: usize) -> usize {
    let to = at + len;
    let after = cutter.char_at(to).filter(|_| to < cutter.run.1);
    let before = if at > cutter.run.0 { cutter.char_before(at) } else { None };
    let word_before = before.is_some_and(char::is_alphanumeric);
    let word_after = after.is_some_and(char::is_alphanumeric);
    if after == cutter.char_at(at) && after.is_some() {
        // Two single marks stand for one double mark.
        return cutter.close(at, to + len, Kind::Mark);
    }
    if cutter.open && after.is_some_and(char::is_alphabetic) {
        // The clitic of an abbreviation: "the U.K.'s".
        let end = end(cutter, to);
        cutter.emit_word(at, end);
        return end;
    }
    if !word_before && word_after {
        if let Some(end) = elision(cutter, at, to) {
            cutter.emit_word(at, end);
            return end;
        }
        *cutter.single = true;
        return cutter.close(at, to, Kind::Mark);
    }
    if word_before && before.is_some_and(char::is_numeric) && after.is_some_and(char::is_numeric) {
        cutter.emit(at, to, Kind::Punct, true);
        return to;
    }
    if word_before && matches!(before, Some('s' | 'S' | 'x' | 'z')) && cutter.char_at(at) != Some('‘') {
        let kind = if *cutter.single { Kind::Mark } else { Kind::Punct };
        let goes_on = after.is_none()
            && cutter.text.get(to..).is_some_and(|rest| rest.trim_start().starts_with(char::is_alphanumeric));
        if !goes_on {
            *cutter.single = false;
        }
        cutter.emit(at, to, kind, true);
        cutter.open = false;
        return to;
    }
    *cutter.single = before.is_none() && after.is_some();
    cutter.close(at, to, Kind::Mark)
}

/// Where the shortened word ends whose apostrophe stands at `at`.
fn elision(cutter: &Cutter<'_, '_>, at: usize, from: usize) -> Option<usize> {
    let to = end(cutter, from);
    let word = cutter.bytes.get(from..to)?;
    if let [a, b, rest @ ..] = word {
        if a.is_ascii_digit() && b.is_ascii_digit() && matches!(rest, b"" | b"s") && cutter.byte(to) != b'-' {
            return Some(to);
        }
    }
    if word.eq_ignore_ascii_case(b"n") {
        let closing = cutter.char_at(to).filter(|&c| class::is_apostrophe(c)).map_or(0, char::len_utf8);
        return Some(to + closing);
    }
    let known = [b"em".as_slice(), b"tis", b"twas", b"til", b"twere", b"cuz", b"cos", b"neath"];
    let lower = [b"cause".as_slice(), b"bout", b"round", b"till", b"ere"];
    let one = cutter.byte(at) == b'\'' || cutter.char_at(at) == Some('’');
    let shortened =
        known.iter().any(|k| word.eq_ignore_ascii_case(k)) || one && !*cutter.single && lower.contains(&word);
    shortened.then_some(to)
}
