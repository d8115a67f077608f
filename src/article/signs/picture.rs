//! Captions and picture credits.

use super::wording::{CAPTION_STARTS, CREDIT_STARTS, Parts};
use super::{Sign, agency, byline};
use crate::analysis::BlockKind;
use crate::article::bytes;
use crate::article::rules::Rule;
use crate::article::seen::Seen;

/// Longest caption, in words.
pub const LONGEST_CAPTION: u32 = 70;
/// Longest caption that ends in a credit without a label, in words.
const LONGEST_CREDITED: u32 = 50;
/// Longest caption whose credit is the name of an agency alone, which news in brief end in too.
const LONGEST_BRACKETED: u32 = 20;

/// How a line without a full stop points into its picture.
const SHOWN: [&str; 6] = [", pictured", "(pictured", "(left)", "(right)", "seen here", "in a file photo"];

/// A block that names itself a picture's words or maker.
#[must_use]
pub fn sign(seen: &Seen, parts: Parts) -> Option<Sign> {
    if seen.words > LONGEST_CAPTION {
        return None;
    }
    let fold = seen.fold.trim_start_matches(['(', '[', '↑', '▲', '◄', '►', ' ']);
    if credit_line(fold, seen) {
        return Some((BlockKind::Credit, Rule::CreditAlone));
    }
    if ends_in_credit(seen, parts) {
        return Some((BlockKind::Caption, Rule::PictureCredit));
    }
    let labelled = CAPTION_STARTS
        .start(fold)
        .is_some_and(|start| seen.words <= 40 || start.starts_with("in this") || start.starts_with("file"));
    let shown = !seen.stop && seen.words <= 40 && SHOWN.iter().any(|sign| seen.fold.contains(sign));
    (labelled || shown || acts_on_a_day(seen)).then_some((BlockKind::Caption, Rule::PictureLabel))
}

/// A capitalised word, then what somebody in a picture does.
fn gesture(plain: &str) -> bool {
    const GESTURES: [&str; 17] = [
        "addresses",
        "arrives",
        "carries",
        "celebrates",
        "gestures",
        "greets",
        "hugs",
        "inspects",
        "poses",
        "reacts",
        "sits",
        "smiles",
        "speaks",
        "stands",
        "wades",
        "walks",
        "waves",
    ];
    let mut named = false;
    bytes::words(plain).take(9).any(|word| {
        let acts = named && GESTURES.binary_search(&word).is_ok();
        named = word.starts_with(char::is_uppercase);
        acts
    })
}

/// "Ada Quist waves to supporters in Velmar on Monday.": a gesture in the present on a day gone by, which only pictures
/// are told of in.
fn acts_on_a_day(seen: &Seen) -> bool {
    const DAYS: [&str; 13] = [
        " on monday",
        " on tuesday",
        " on wednesday",
        " on thursday",
        " on friday",
        " on saturday",
        " on sunday",
        " on jan",
        " on feb",
        " on april ",
        " on oct",
        " on nov",
        " on dec",
    ];
    if seen.words > 45 || !gesture(&seen.plain) || seen.plain.contains(['"', '“', '—', '–']) {
        return false;
    }
    let first = seen.fold.split(". ").next().unwrap_or("");
    DAYS.iter().any(|day| first.contains(day))
}

/// "Photo: Jane Roe / AP", "Photograph by Sam Poe", "REUTERS/Jane Roe", "© Getty Images", "Jane Roe via Getty Images".
fn credit_line(fold: &str, seen: &Seen) -> bool {
    if seen.words > 12 {
        return false;
    }
    if seen.words <= 8 && agency::only_agencies(fold) || CREDIT_STARTS.start(fold).is_some() && !has_sentence(seen) {
        return true;
    }
    let slashed = fold.split_once('/').is_some_and(|(left, right)| agency::is_agency(left) || agency::is_agency(right));
    let via = fold.split_once(" via ").is_some_and(|(_, right)| agency::only_agencies(right));
    let marked = fold.strip_prefix('©').is_some_and(agency::only_agencies);
    marked
        || maker_and_paper(&seen.plain) && seen.words <= 8 && !seen.stop
        || (slashed || via) && seen.words <= 8 && names_only(&seen.plain) && !seen.plain.contains(". ")
}

/// "NPA News: Jane Roe".
fn paper_and_maker(plain: &str) -> bool {
    plain
        .split_once(": ")
        .is_some_and(|(paper, maker)| names_only(paper) && paper.split(' ').count() <= 3 && byline::is_name(maker))
}

/// "Jane Roe/The Norvia Gazette", "Jane Roe/NPA": a name of two words or more, then a paper's.
fn maker_and_paper(plain: &str) -> bool {
    plain.split_once('/').is_some_and(|(maker, paper)| {
        let paper = paper.trim();
        if byline::is_job(paper) {
            return false;
        }
        let named = paper.split(' ').count() >= 2 || paper.len() >= 2 && paper.chars().all(char::is_uppercase);
        byline::is_name(maker.trim()) && named && names_only(paper) && paper.split(' ').count() <= 5
    })
}

/// Whether no word but small ones is in lower case.
fn names_only(plain: &str) -> bool {
    plain.split([' ', '/']).all(|word| word.len() <= 3 || !word.starts_with(char::is_lowercase))
}

/// Long words in lower case: what a sentence has and a name has not.
fn lower_words<'t>(words: impl Iterator<Item = &'t str>) -> usize {
    words.filter(|word| word.len() > 3 && word.starts_with(char::is_lowercase)).count()
}

/// Whether what follows the label is more than a name.
fn has_sentence(seen: &Seen) -> bool {
    lower_words(seen.plain.split(' ').skip(2)) >= 3
}

/// Whether a description ends in the maker's name.
fn ends_in_credit(seen: &Seen, parts: Parts) -> bool {
    let fold = seen.fold.as_str();
    if let Some((at, label)) = parts.credit {
        let before = fold[..at].trim_end_matches([' ', '(', '[']);
        // "sold by courtesy of the owner" is no credit; "…at the port. Courtesy of the owner" is.
        let bracketed = fold[..at].ends_with(['(', '[']);
        let apart = bracketed || label.ends_with(':') || before.ends_with(['.', '!', '?', '"', '”', '|', ')']);
        return apart && !before.is_empty() && named_tail(seen, at);
    }
    if seen.words > LONGEST_CREDITED {
        return false;
    }
    bracketed_credit(seen)
        || for_a_paper(seen)
        || slashed_tail(seen)
        || seen.words <= LONGEST_BRACKETED && agency_after_stop(fold)
}

/// Whether the words from `at` on are few and capitalised, as a maker's name is.
fn named_tail(seen: &Seen, at: usize) -> bool {
    // Lower-casing keeps the number of words, so the tail is found by counting them from the end.
    let words = seen.fold[at..].split(' ').count();
    words <= 10 && lower_words(seen.plain.rsplit(' ').take(words.saturating_sub(1))) <= 1
}

/// "… at the port. (AP Photo/Jane Roe)", "… (Reuters)".
fn bracketed_credit(seen: &Seen) -> bool {
    const STARTS: [&str; 10] =
        ["ap photo", "afp photo", "courtesy", "credit", "file photo", "image", "photo", "pic:", "picture", "supplied"];
    let Some(inner) = seen.fold.trim_end_matches('.').strip_suffix([')', ']']) else { return false };
    let Some(open) = inner.rfind(['(', '[']) else { return false };
    let written = seen.plain.trim_end_matches('.').strip_suffix([')', ']']);
    let written = written.and_then(|rest| rest.rsplit(['(', '[']).next());
    let inner = &inner[open + 1..];
    STARTS.iter().any(|start| inner.starts_with(start))
        || inner.contains(" photo by ")
        || [" photo", " photos", " picture", " handout"].iter().any(|end| inner.ends_with(end))
            && inner.split(' ').count() <= 5
        || written.is_some_and(|inner| maker_and_paper(inner) || paper_and_maker(inner))
        || inner.contains('/') && inner.split('/').any(agency::is_agency)
        || seen.words <= LONGEST_BRACKETED && agency::only_agencies(inner)
}

/// "… during talks. Jane Roe/Reuters", "… at the port. AP / TASS": a slash with an agency beside it near the end.
fn slashed_tail(seen: &Seen) -> bool {
    let Some((left, right)) = seen.has(b'/').then(|| seen.fold.rsplit_once('/')).flatten() else { return false };
    let left_agency = left.trim_end().rsplit(' ').next().is_some_and(agency::is_agency);
    agency::is_agency(right) || left_agency && right.trim_start().split(' ').count() <= 4
}

/// "The river in August. Jane Roe for The Gazette": the last sentence is a maker and the paper that sent them.
fn for_a_paper(seen: &Seen) -> bool {
    if seen.stop {
        return false;
    }
    let Some((_, tail)) = seen.plain.rsplit_once(". ") else { return false };
    let Some((maker, paper)) = tail.split_once(" for ") else { return false };
    byline::is_name(maker) && paper.split(' ').count() <= 5 && names_only(paper)
}

/// "A ferry leaves the port. AP": the last sentence is an agency.
fn agency_after_stop(fold: &str) -> bool {
    let trimmed = fold.trim_end_matches(['.', ' ']);
    let Some(at) = trimmed.rfind(['.', '|', '—', '–']) else { return false };
    at > 10 && agency::only_agencies(&trimmed[at..])
}
