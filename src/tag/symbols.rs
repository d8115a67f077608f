//! Tokens without a letter or digit: their tag is a matter of the sign and what stands beside it.

use super::Pos;

/// Whether `word` has no letter or digit, and is not empty.
pub(super) fn is_sign(word: &str) -> bool {
    !word.is_empty() && !word.chars().any(char::is_alphanumeric)
}

/// The tag of `sign`. `glued` says that no space parts it from `before`.
pub(super) fn tag<'w>(sign: &str, before: impl Fn() -> &'w str, after: impl Fn() -> &'w str, glued: bool) -> Pos {
    let digit = |c: char| c.is_ascii_digit();
    match sign {
        "&" => Pos::Cconj,
        "@" => Pos::Adp,
        "/" => Pos::Sym,
        "-" | "–" if before().ends_with(digit) && after().starts_with(digit) => Pos::Sym,
        "'" | "’" if glued && before().ends_with(['s', 'S', 'z', 'x']) && !after().is_empty() => Pos::Part,
        _ if sign.len() > 1 && sign.starts_with([':', ';']) => Pos::Sym,
        _ if sign.chars().all(is_punctuation) => Pos::Punct,
        _ => Pos::Sym,
    }
}

/// Marks that order text, as against those that stand for a word.
fn is_punctuation(c: char) -> bool {
    match c {
        '$' | '%' | '+' | '#' | '=' | '^' | '`' | '~' => false,
        '!'..='~'
        | '¡'
        | '«'
        | '»'
        | '¿'
        | '·'
        | '§'
        | '¶'
        | '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{2043}'
        | '\u{2045}'..='\u{205e}'
        | '\u{3000}'..='\u{303f}' => true,
        c => c.is_whitespace() || c.is_control(),
    }
}
