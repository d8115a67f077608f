//! Page furniture by its wording: related articles, wire credits, buttons, notices, contacts.

use super::Sign;
use crate::analysis::BlockKind;
use crate::article::rules::Rule;
use crate::article::seen::Seen;

mod phrases;

use phrases::{
    AUTHOR_STARTS, CALL_PARTS, CALL_STARTS, CONTACT_STARTS, COUNTED, LABELS, LEGAL_PARTS, LEGAL_STARTS, ORIGIN_STARTS,
    RELATED_LABELS, RELATED_STARTS, RELEASE_STARTS, WIRE_PARTS, WIRE_STARTS,
};

/// Marks that furniture may stand behind.
const LEADING: &[char] = &[
    '(', '[', '*', '_', '-', '–', '—', '>', '»', '▶', '►', '→', '•', '#', ' ', '📩', '👉', '🔗', '📧', '🗞', '\u{FE0F}',
];

fn starts(fold: &str, list: &[&str]) -> bool {
    list.iter().any(|start| fold.starts_with(start))
}

fn holds(fold: &str, list: &[&str]) -> bool {
    list.iter().any(|part| fold.contains(part))
}

/// "AFP contributed reporting.", "(Reporting by Jane Roe; editing by Sam Poe)".
#[must_use]
pub fn wire(seen: &Seen) -> Option<Sign> {
    let fold = seen.fold.trim_start_matches(LEADING);
    if seen.words <= 90
        && !quoted(seen)
        && WIRE_STARTS.iter().any(|start| fold.strip_prefix(start).is_some_and(|rest| names_follow(seen, rest)))
    {
        return Some((BlockKind::WireCredit, Rule::Contributed));
    }
    if seen.words <= 60 && holds(fold, WIRE_PARTS) && !quoted(seen) {
        return Some((BlockKind::WireCredit, Rule::Contributed));
    }
    if seen.words <= 40 && starts(fold, ORIGIN_STARTS) && !quoted(seen) {
        return Some((BlockKind::WireCredit, Rule::FirstAppeared));
    }
    None
}

/// Whether `rest`, the end of the block, begins with a name or a general word for colleagues.
fn names_follow(seen: &Seen, rest: &str) -> bool {
    let rest = rest.trim_start_matches([':', ' ']);
    let written = seen.plain.len().checked_sub(rest.len()).and_then(|at| seen.plain.get(at..)).unwrap_or("");
    let written = written.strip_prefix("by ").or_else(|| written.strip_prefix("from ")).unwrap_or(written);
    let written = written.strip_prefix("the ").unwrap_or(written);
    written.is_empty()
        || written.starts_with(|c: char| c.is_uppercase())
        || ["agenc", "wire", "staff", "our ", "news "].iter().any(|start| written.starts_with(start))
}

/// Whether speech stands in the block, which furniture does not hold.
fn quoted(seen: &Seen) -> bool {
    seen.plain.contains(['"', '“', '”'])
}

/// "Related article: …", "Read more".
#[must_use]
pub fn related(seen: &Seen) -> Option<Sign> {
    let fold = seen.fold.trim_start_matches(LEADING);
    let related = Some((BlockKind::Related, Rule::RelatedLabel));
    let colon = |rest: &str| rest.trim_start().starts_with([':', '|', '–', '—', '»', '>', '-', '→']);
    for label in RELATED_LABELS {
        let Some(rest) = fold.strip_prefix(label) else { continue };
        if rest.trim_matches(|c: char| !c.is_alphanumeric()).is_empty() || colon(rest) && seen.words <= 40 {
            return related;
        }
    }
    let pointing = !seen.stop || fold.starts_with("for more") || fold.contains(" here") || fold.starts_with("click");
    if starts(fold, RELATED_STARTS) && seen.words <= 25 && !quoted(seen) && pointing { related } else { None }
}

/// Buttons, calls, notices, counts and contacts.
#[must_use]
pub fn page(seen: &Seen) -> Option<Sign> {
    let fold = seen.fold.trim_start_matches(LEADING);
    let bare = fold.trim_matches(|c: char| !c.is_alphanumeric());
    let furniture = |rule| Some((BlockKind::Boilerplate, rule));
    if seen.words <= 6 && LABELS.binary_search(&bare).is_ok() {
        return furniture(Rule::PageLabel);
    }
    if bare == "ends"
        || bare == "end"
        || bare == "30" && seen.plain.starts_with(['-', '–', '—'])
        || starts(fold, RELEASE_STARTS) && seen.words <= 25
    {
        return furniture(Rule::ReleaseForm);
    }
    if counts(bare) {
        return furniture(Rule::PageCount);
    }
    if seen.words <= 60 && !quoted(seen) && (starts(fold, LEGAL_STARTS) || holds(fold, LEGAL_PARTS)) {
        return furniture(Rule::LegalNotice);
    }
    if seen.words <= 60 && !quoted(seen) && (starts(fold, CALL_STARTS) || seen.words <= 40 && holds(fold, CALL_PARTS)) {
        return furniture(Rule::CallToAction);
    }
    if contact(seen, fold) {
        return furniture(Rule::ContactLine);
    }
    if seen.words <= 70 && starts(fold, AUTHOR_STARTS) && !quoted(seen) {
        return furniture(Rule::AuthorNote);
    }
    if seen.words <= 30 && tags_only(&seen.plain) {
        return furniture(Rule::PageLabel);
    }
    None
}

/// "12 comments", "3.4k shares", "5 min read".
fn counts(bare: &str) -> bool {
    let mut words = bare.split(' ').filter(|word| !word.is_empty());
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    let number = first.trim_end_matches(['k', 'm', '+', '-']);
    let numeric = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
    let reading = |word: &str| matches!(word, "min" | "mins" | "minute" | "minutes");
    let rest = words.collect::<Vec<_>>();
    match rest.as_slice() {
        [] if numeric => COUNTED.contains(&second) || second == "min",
        [] => {
            first.strip_suffix("-minute").or_else(|| first.strip_suffix("-min")).is_some()
                && matches!(second, "read" | "listen")
        }
        [third] if numeric => reading(second) && matches!(*third, "read" | "listen" | "watch"),
        [third, fourth] => {
            first == "estimated" && second == "reading" && *third == "time"
                || first == "reading" && second == "time" && reading(fourth)
        }
        _ => first == "reading" && second == "time" && rest.len() <= 3,
    }
}

/// "Media contact: …", "Tel: +00 0000", an address of e-mail among few words, the head of a letter.
fn contact(seen: &Seen, fold: &str) -> bool {
    if seen.words <= 25 && starts(fold, CONTACT_STARTS) && !quoted(seen) {
        return true;
    }
    let mail = seen.plain.split(' ').any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    });
    let digits = seen.plain.bytes().filter(u8::is_ascii_digit).count();
    let telephone = seen.words <= 8
        && digits >= 9
        && seen.plain.contains(['+', '('])
        && !seen.stop
        && !seen.plain.contains(['$', '€', '£', '%']);
    mail && seen.words <= 12 || telephone
}

/// "#floods #rescue", "@newsdesk".
fn tags_only(plain: &str) -> bool {
    plain.split(' ').all(|word| word.len() > 1 && word.starts_with(['#', '@']))
}
