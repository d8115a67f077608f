//! The dateline in front of an article's first sentence: "GENEVA (AP) — ", "LISBON, Portugal, May 3 (Reuters) - ".

use super::{agency, day};

/// Longest dateline, in bytes.
const LONGEST: usize = 120;
/// Words in lower case that stand in the names of places.
const SMALL: &[&str] = &["and", "of", "the", "de", "la", "al"];
/// Words in capitals that begin a line and are no place.
const NO_PLACES: &[&str] = &[
    "ANALYSIS",
    "BREAKING",
    "CLARIFICATION",
    "CORRECTION",
    "DEVELOPING",
    "EDITORIAL",
    "EXCLUSIVE",
    "EXPLAINER",
    "FACTBOX",
    "FILE",
    "FILE PHOTO",
    "JUST IN",
    "LIVE",
    "NEW",
    "NOTE",
    "OPINION",
    "PHOTO",
    "PHOTOS",
    "QUESTION",
    "ANSWER",
    "READ",
    "REVIEW",
    "UPDATE",
    "UPDATED",
    "UPDATES",
    "VIDEO",
    "WATCH",
    "WHAT",
    "WHO",
    "WHY",
    "WHEN",
    "WHERE",
    "HOW",
];

/// Length in bytes of the dateline at the start of `plain`, the space behind it included; 0 when there is none.
/// `first` says that this is the article's first paragraph, where weaker signs do. Asked only where one [`may_stand`].
#[must_use]
pub fn length(plain: &str, first: bool) -> usize {
    let mut end = plain.len().min(LONGEST);
    while !plain.is_char_boundary(end) {
        end -= 1;
    }
    let head = &plain[..end];
    for (at, dash) in dashes(head) {
        let prefix = head[..at].trim_end();
        let rest = plain[at + dash..].trim_start();
        let colon = head[at..].starts_with(':');
        let found = if colon { first && is_colon_dateline(prefix) } else { is_dateline(prefix, rest, first) };
        if !rest.is_empty() && !rest.starts_with('(') && found {
            return plain.len() - rest.len();
        }
    }
    if let Some(end) = undashed(head) {
        return end;
    }
    0
}

/// Whether a dateline may stand at the start of `plain`: in most paragraphs a word that no place is named by comes before
/// any sign that could end one or part its place from the rest.
#[must_use]
pub fn may_stand(plain: &str) -> bool {
    let head = plain.as_bytes();
    let head = &head[..head.len().min(LONGEST)];
    let mut at = 0;
    while let Some(&byte) = head.get(at) {
        let starts = at == 0 || head[at - 1] == b' ';
        at += match byte {
            b'a'..=b'z' if starts => {
                let word = head[at..].iter().take_while(|b| b.is_ascii_lowercase()).count();
                if !SMALL.iter().any(|small| small.as_bytes() == &head[at..at + word]) {
                    return false;
                }
                word
            }
            b'-' | b'(' | b':' | b'|' | b'_' | b',' | b'/' | 0x80.. => return true,
            b'A'..=b'Z' | b'a'..=b'z' | b' ' | b'.' | b'\'' => 1,
            _ => return false,
        };
    }
    false
}

/// Where dashes stand that may end a dateline, with their lengths.
fn dashes(head: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    head.char_indices()
        .filter_map(|(at, c)| {
            let rest = &head[at + c.len_utf8()..];
            let spaced = head[..at].ends_with([' ', ')']) && rest.starts_with(' ');
            match c {
                '—' | '–' | '―' => Some((at, c.len_utf8())),
                '-' if rest.starts_with('-') => Some((at, 2 + usize::from(rest.starts_with("--")))),
                '-' | '_' | '|' if spaced => Some((at, 1)),
                ':' if rest.starts_with(' ') => Some((at, 1)),
                _ => None,
            }
        })
        .take(6)
}

/// "(Reuters) The minister …", "PARIS (AFP) The minister …": an agency in brackets needs no dash.
fn undashed(head: &str) -> Option<usize> {
    let open = head.find('(')?;
    let close = open + head[open..].find(')')?;
    let place = head[..open].trim_end();
    let agency = agency::is_agency(&head[open + 1..close].to_lowercase());
    let rest = head[close + 1..].trim_start();
    let capital = rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“' | '\'' | '‘'));
    let placed = place.is_empty() || in_capitals(first_part(place)) && place.split(' ').count() <= 6;
    (agency && placed && capital).then(|| head.len() - rest.len())
}

fn first_part(prefix: &str) -> &str {
    prefix.split([',', '(']).next().unwrap_or("").trim()
}

/// "ISLAMABAD: ", which only the first paragraph may carry: elsewhere capitals and a colon name who speaks.
fn is_colon_dateline(prefix: &str) -> bool {
    in_capitals(prefix) && prefix.len() >= 4 && !NO_PLACES.contains(&prefix)
}

/// Whether `prefix` is place, country, date and agency, with something that makes sure of it.
fn is_dateline(prefix: &str, rest: &str, first: bool) -> bool {
    let (body, source) = match prefix.split_once(['(', '/']) {
        Some((body, source)) if prefix.ends_with([')', '/']) => {
            (body.trim_end(), Some(source.trim_end_matches([')', '/'])))
        }
        _ => (prefix, None),
    };
    let sourced = source.is_some_and(is_source);
    if source.is_some() && !sourced {
        return false;
    }
    let mut parts = body.split([',', '|']).map(str::trim).filter(|part| !part.is_empty());
    let Some(place) = parts.next() else { return sourced };
    let place = place.trim_end_matches(" -").trim_end_matches(['-', ' ']);
    let capitals = in_capitals(place);
    if NO_PLACES.contains(&place) || !(capitals || place_words(place)) {
        return false;
    }
    let (mut dated, mut regions) = (false, 0);
    for part in parts {
        if day::is_date(&part.to_lowercase()) || part.bytes().all(|b| b.is_ascii_digit()) {
            dated = true;
        } else if place_words(part) || in_capitals(part) {
            regions += 1;
        } else {
            return false;
        }
    }
    let starts =
        rest.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '"' | '“' | '\'' | '‘' | '['));
    let sure = sourced || dated || capitals;
    regions <= 2
        && (sure || first && starts && (regions == 1 || place.split(' ').count() <= 2 && !place.contains('\'')))
}

/// "AP", "Reuters", "BUSINESS WIRE", "PRNewswire": an agency or a name that calls itself a wire.
fn is_source(source: &str) -> bool {
    let lower = source.to_lowercase();
    agency::only_agencies(&lower)
        || ["wire", "news", "press", "agency", "times", "post", "today"].iter().any(|word| lower.contains(word))
            && source.len() <= 40
        || source.len() <= 6 && source.len() >= 2 && source.chars().all(char::is_uppercase)
}

/// "NEW DELHI", "ST. PETERSBURG", "MOSCOW/KYIV", "BEIRUT and CAIRO".
fn in_capitals(place: &str) -> bool {
    let words = place.split([' ', '/', '-']).filter(|word| !word.is_empty());
    let shaped =
        |word: &str| SMALL.contains(&word) || word.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '\'' | '’'));
    let letters = place.chars().filter(|c| c.is_uppercase()).count();
    words.clone().count() <= 5 && words.clone().all(shaped) && letters >= 3
}

/// "New South Wales", "Ill.", "Bosnia and Herzegovina".
fn place_words(part: &str) -> bool {
    let words = part.split(' ');
    let shaped = |word: &str| {
        SMALL.contains(&word)
            || word.starts_with(char::is_uppercase)
                && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'))
    };
    words.clone().count() <= 4 && part.starts_with(char::is_uppercase) && words.clone().all(shaped)
}
