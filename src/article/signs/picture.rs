//! Captions and picture credits.

use super::{Sign, agency};
use crate::analysis::BlockKind;
use crate::article::rules::Rule;
use crate::article::seen::Seen;

/// Beginnings of captions, in lower case.
const CAPTION_STARTS: &[&str] = &[
    "a file photo",
    "an undated photo",
    "archive photo",
    "caption:",
    "clockwise from",
    "combination of file photos",
    "file image",
    "file photo",
    "file picture",
    "file –",
    "file —",
    "file -",
    "from left:",
    "from left,",
    "from left to right",
    "graphic:",
    "image caption",
    "in this image",
    "in this photo",
    "in this undated",
    "in this picture",
    "in this handout",
    "in this file",
    "left to right:",
    "l-r:",
    "photo shows",
    "photo:",
    "picture:",
    "pictured:",
    "pictured,",
    "pictured above",
    "pictured left",
    "this combination",
    "this handout",
    "this image",
    "this photo",
    "this picture",
    "undated photo",
    "video caption",
    "chart:",
    "map:",
    "image:",
    "infographic:",
    "screenshot",
    "artist's rendering",
    "artist's impression",
    "media caption",
];
/// Beginnings of credits, in lower case.
const CREDIT_STARTS: &[&str] = &[
    "credit:",
    "credits:",
    "courtesy of",
    "courtesy:",
    "handout photo",
    "illustration by",
    "illustration:",
    "image by",
    "image credit",
    "image courtesy",
    "image source",
    "image via",
    "image:",
    "images by",
    "images:",
    "photo by",
    "photo courtesy",
    "photo credit",
    "photo from",
    "photo illustration",
    "photo provided",
    "photo via",
    "photo:",
    "photograph by",
    "photograph:",
    "photographs by",
    "photography by",
    "photos by",
    "photos courtesy",
    "photos:",
    "picture by",
    "picture credit",
    "picture:",
    "pictures:",
    "video by",
    "video credit",
    "visual by",
];
/// Labels in front of a maker's name at the end of a caption, in lower case.
const CREDIT_LABELS: &[&str] = &[
    "audio:",
    "composite:",
    "courtesy of ",
    "courtesy:",
    "credit:",
    "graphic:",
    "illustration:",
    "image by ",
    "image credit",
    "image:",
    "photo by ",
    "photo courtesy",
    "photo credit",
    "photo provided by",
    "photo:",
    "photograph by ",
    "photograph:",
    "photos:",
    "picture by ",
    "picture:",
    "pictures:",
    "video:",
    "via reuters",
    "via ap",
    "via afp",
    "via getty",
    "screengrab",
    "copyright ",
];
/// Longest caption, in words.
const LONGEST_CAPTION: u32 = 70;

/// A block that names itself a picture's words or maker.
#[must_use]
pub fn sign(seen: &Seen) -> Option<Sign> {
    let fold = seen.fold.trim_start_matches(['(', '[', '↑', '▲', '◄', '►', ' ']);
    if seen.words > LONGEST_CAPTION {
        return None;
    }
    if seen.words <= 8 && agency::only_agencies(fold) || credit_line(fold, seen) {
        return Some((BlockKind::Credit, Rule::CreditAlone));
    }
    if ends_in_credit(seen) {
        return Some((BlockKind::Caption, Rule::PictureCredit));
    }
    let labelled = CAPTION_STARTS.iter().any(|start| fold.starts_with(start));
    (labelled && (seen.words <= 40 || fold.starts_with("in this"))).then_some((BlockKind::Caption, Rule::PictureLabel))
}

/// "Photo: Jane Roe / AP", "Photograph by Sam Poe", "REUTERS/Jane Roe", "© Getty Images".
fn credit_line(fold: &str, seen: &Seen) -> bool {
    if seen.words > 12 {
        return false;
    }
    let labelled = CREDIT_STARTS.iter().any(|start| fold.starts_with(start)) && !has_sentence(seen);
    let slashed = fold.split_once('/').is_some_and(|(left, right)| {
        (agency::is_agency(left) || agency::is_agency(right.trim_end_matches([')', '.'])))
            && seen.words <= 8
            && !seen.plain.contains(". ")
    });
    let marked = fold.strip_prefix("© ").or_else(|| fold.strip_prefix('©')).is_some_and(agency::only_agencies);
    labelled || slashed && names_only(&seen.plain) || marked
}

/// Whether no word but small ones is in lower case.
fn names_only(plain: &str) -> bool {
    plain.split([' ', '/']).all(|word| word.len() <= 3 || !word.starts_with(char::is_lowercase))
}

/// Whether what follows the label is more than a name.
fn has_sentence(seen: &Seen) -> bool {
    let lower =
        seen.plain.split(' ').skip(2).filter(|word| word.len() > 3 && word.starts_with(char::is_lowercase)).count();
    lower >= 3
}

/// Whether a description ends in the maker's name.
fn ends_in_credit(seen: &Seen) -> bool {
    let fold = seen.fold.as_str();
    let tail = |label: &&str| {
        let at = fold.rfind(*label)?;
        let glued = fold[..at].ends_with(|c: char| c.is_alphanumeric());
        let words = fold[at + label.len()..].split(' ').filter(|word| !word.is_empty()).count();
        (!glued && at > 0 && words <= 9).then_some(at)
    };
    if let Some(at) = CREDIT_LABELS.iter().find_map(tail) {
        return named_tail(seen, at);
    }
    if seen.words > 50 {
        return false;
    }
    bracketed_credit(fold) || slashed_tail(seen) || agency_after_stop(fold)
}

/// What follows the label is capitalised, as a maker's name is.
fn named_tail(seen: &Seen, at: usize) -> bool {
    // Lower-casing keeps the number of words, so the tail is found by counting them from the end.
    let words = seen.fold[at..].split(' ').count();
    let lower = seen
        .plain
        .rsplit(' ')
        .take(words.saturating_sub(1))
        .filter(|word| word.len() > 3 && word.starts_with(char::is_lowercase))
        .count();
    lower <= 1
}

/// "… at the port. (AP Photo/Jane Roe)", "… (Reuters)".
fn bracketed_credit(fold: &str) -> bool {
    let Some(inner) = fold.trim_end_matches('.').strip_suffix([')', ']']) else { return false };
    let Some(open) = inner.rfind(['(', '[']) else { return false };
    let inner = &inner[open + 1..];
    let first = inner.split(['/', ',']).next().unwrap_or("");
    agency::only_agencies(inner)
        || inner.contains('/') && inner.split('/').any(agency::is_agency)
        || first.starts_with("ap photo")
        || first.starts_with("afp photo")
        || ["photo", "image", "picture", "credit", "photograph", "courtesy", "file photo"]
            .iter()
            .any(|start| inner.starts_with(start))
}

/// "… during talks. Jane Roe/Reuters", "… at the port  AP / TASS": the tail after the last stop holds a slash and an agency.
fn slashed_tail(seen: &Seen) -> bool {
    let Some((left, right)) = seen.fold.rsplit_once('/') else { return false };
    let right = right.trim_end_matches(['.', ')', ' ']);
    let left_words: Vec<&str> = left.trim_end().rsplit(' ').take(3).collect();
    let left_agency = left_words.first().is_some_and(|word| agency::is_agency(word));
    (agency::is_agency(right) || left_agency && right.split(' ').count() <= 4) && !seen.fold.contains("told ")
}

/// "A ferry leaves the port. AP": the last sentence is an agency.
fn agency_after_stop(fold: &str) -> bool {
    let trimmed = fold.trim_end_matches(['.', ' ']);
    let Some(at) = trimmed.rfind(['.', '|', '—', '–', '\t']) else { return false };
    let rest = &trimmed[at..];
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    at > 10 && agency::only_agencies(rest)
}
