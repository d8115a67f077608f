//! The next stop of a text, with the marks and notes that close after it.

use super::look::Look;

/// A stop with everything that closes behind it.
#[derive(Clone, Copy, Debug)]
pub struct Stop {
    /// The first stop.
    pub at: usize,
    /// Past the closing marks.
    pub end: usize,
    /// What stops.
    pub kind: Kind,
    /// Whether a quotation mark closes after the stop.
    pub quote: bool,
    /// Whether a bracket closes after the stop.
    pub bracket: bool,
}

/// What stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A single full stop.
    Dot,
    /// "...", "…", ". . .".
    Ellipsis,
    /// `?`, `!` and their runs.
    Bang,
    /// A stop of a script that writes no space after it.
    Wide,
}

impl Kind {
    /// What `c` stops; `None` when it is no stop.
    #[must_use]
    pub const fn of(c: char) -> Option<Self> {
        Some(match c {
            '.' => Self::Dot,
            '…' => Self::Ellipsis,
            '!' | '?' | '‼' | '⁇' | '⁈' | '⁉' | '‽' | '؟' | '۔' | '।' | '॥' => Self::Bang,
            '。' | '！' | '？' | '｡' | '．' => Self::Wide,
            _ => return None,
        })
    }
}

/// Bytes with which a stop may begin: a walk over all bytes has to be short.
const MAY_STOP: [bool; 256] = {
    let mut may = [false; 256];
    let first = [b'.', b'!', b'?', 0xD8, 0xDB, 0xE0, 0xE2, 0xE3, 0xEF];
    let mut at = 0;
    while at < first.len() {
        may[first[at] as usize] = true;
        at += 1;
    }
    may
};

/// The first stop at or after `from`.
#[must_use]
pub fn find(text: Look<'_>, from: usize) -> Option<Stop> {
    let mut at = from;
    loop {
        at += text.bytes_from(at).iter().position(|&byte| MAY_STOP[usize::from(byte)])?;
        if text.char(at).and_then(Kind::of).is_some() {
            break;
        }
        at += 1;
    }
    let mut stop = Stop { at, end: at, kind: Kind::Dot, quote: false, bracket: false };
    let mut count = 0;
    while let Some((c, kind)) = text.char(stop.end).and_then(|c| Some((c, Kind::of(c)?))) {
        count += 1;
        stop.kind = match (stop.kind, kind) {
            (Kind::Wide, _) | (_, Kind::Wide) => Kind::Wide,
            (Kind::Bang, _) | (_, Kind::Bang) => Kind::Bang,
            _ if count > 1 => Kind::Ellipsis,
            _ => kind,
        };
        stop.end += c.len_utf8();
        if goes_on(text, stop.end) {
            stop.end += 1;
        }
    }
    close(text, &mut stop);
    Some(stop)
}

/// Whether a single stop follows after a space: ". . ." and "? ?".
fn goes_on(text: Look<'_>, at: usize) -> bool {
    text.byte(at) == Some(b' ')
        && matches!(text.byte(at + 1), Some(b'.' | b'?' | b'!'))
        && text.byte(at + 2).is_none_or(|b| matches!(b, b' ' | b'\n' | b'"'))
}

/// Takes in the closing marks and notes after the stop.
fn close(text: Look<'_>, stop: &mut Stop) {
    while let Some(c) = text.char(stop.end) {
        let len = match c {
            '"' | '”' | '»' | '›' | '\'' | '’' | '」' | '』' => {
                stop.quote = true;
                c.len_utf8()
            }
            ')' | ']' | '}' | '）' => {
                stop.bracket = true;
                c.len_utf8()
            }
            '*' | '¹' | '²' | '³' | '⁴' | '⁵' | '⁶' | '⁷' | '⁸' | '⁹' | '\u{fe0f}' => c.len_utf8(),
            '[' => note(text, stop.end),
            _ if is_pictograph(c) => c.len_utf8(),
            _ if c.is_whitespace() => detached(text, stop.end + c.len_utf8()).map_or(0, |len| len + c.len_utf8()),
            _ => 0,
        };
        if len == 0 {
            return;
        }
        stop.end += len;
    }
}

/// Length of a note such as "[12]", "[citation needed]" or "[...]" at `at`; 0 when there is none.
fn note(text: Look<'_>, at: usize) -> usize {
    let inside = text.bytes_from(at + 1);
    let len =
        inside.iter().take(24).take_while(|&&b| b.is_ascii_alphanumeric() || matches!(b, b' ' | b'.' | 0x80..)).count();
    let (words, end) = inside.split_at_checked(len).unwrap_or((inside, &[]));
    let marked = match words {
        b"..." | [0xE2, 0x80, 0xA6] => true,
        [b'0'..=b'9', ..] => len <= 3,
        [b'a'..=b'z', ..] => len == 1 || words == b"citation needed",
        _ => false,
    };
    if marked && end.first() == Some(&b']') { len + 2 } else { 0 }
}

/// Length of what stands alone after a stop and a space but belongs to the sentence before: a lost closing mark, a
/// note, an emoji.
fn detached(text: Look<'_>, at: usize) -> Option<usize> {
    let rest = text.bytes_from(at);
    let len = match rest.first()? {
        b'"' | b'\'' | b')' => rest.iter().take(4).take_while(|b| matches!(b, b'"' | b'\'' | b')')).count(),
        b'[' => note(text, at),
        b':' | b';' | b'=' => emoticon(rest),
        _ => text.text(at).chars().take(8).take_while(|&c| is_pictograph(c)).map(char::len_utf8).sum(),
    };
    let alone = text.char(at + len).is_none_or(|c| c.is_whitespace() || c == '[');
    (len > 0 && alone).then_some(len)
}

/// Length of ":)", ":-(" and their like.
fn emoticon(rest: &[u8]) -> usize {
    let nose = usize::from(rest.get(1) == Some(&b'-'));
    if matches!(rest.get(1 + nose), Some(b')' | b'(' | b'D' | b'P' | b'p')) { 2 + nose } else { 0 }
}

/// Emoji and what joins them.
const fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{200d}' | '⭐')
}
