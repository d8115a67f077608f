//! Page furniture by its wording: related articles, wire credits, buttons, notices, contacts.

use super::phrases::Phrases;
use super::wording::{
    AUTHOR_STARTS, CALL_STARTS, CONTACT_STARTS, COUNTED, LABELS, LEGAL_STARTS, ORIGIN_STARTS, Parts, RELATED_LABELS,
    RELATED_STARTS, RELEASE_STARTS, WIRE_STARTS,
};
use super::{Sign, agency, byline};
use crate::analysis::BlockKind;
use crate::article::rules::Rule;
use crate::article::seen::Seen;

/// Longest notice, in words.
const LONGEST_NOTICE: u32 = 60;
/// What an agency changed in its story, in brackets above it: "(Adds quotes)".
const SLUG_STARTS: [&str; 7] = ["adds ", "corrects ", "recasts ", "refiles ", "repeats ", "rewrites ", "updates "];
/// How a call to write to the paper begins.
const MAIL_STARTS: [&str; 8] =
    ["do you", "email", "get in touch", "have you", "if you", "send ", "to contact", "write to"];
/// Words within which a call to subscribe has to come to its point.
const POINT: usize = 12;

/// Marks and pictograms that furniture may stand behind.
fn leads(c: char) -> bool {
    !c.is_ascii_alphanumeric() && "([*_-–—>»▶►→•# 📩👉🔗📧🗞\u{FE0F}".contains(c)
}

/// The words of a block behind such marks.
fn words(seen: &Seen) -> &str {
    seen.fold.trim_start_matches(leads)
}

/// "AFP contributed reporting.", "(Reporting by Jane Roe; editing by Sam Poe)".
#[must_use]
pub fn wire(seen: &Seen, parts: Parts) -> Option<Sign> {
    if seen.words > 90 {
        return None;
    }
    let fold = words(seen);
    let start = WIRE_STARTS.start(fold).and_then(|start| fold.strip_prefix(start));
    // Furniture holds no speech.
    if start.is_some_and(|rest| names_follow(seen, rest)) && !seen.quoted() {
        return Some((BlockKind::WireCredit, Rule::Contributed));
    }
    if seen.words <= LONGEST_NOTICE && parts.wire && !seen.quoted() {
        return Some((BlockKind::WireCredit, Rule::Contributed));
    }
    if signed_by_initials(seen) || initials_alone(seen) || signed_with_agency(seen) {
        return Some((BlockKind::WireCredit, Rule::AgencyAlone));
    }
    // A title may stand in quotation marks there.
    let origin = seen.words <= 40 && ORIGIN_STARTS.start(fold).is_some() && (seen.words <= 20 || !seen.quoted());
    origin.then_some((BlockKind::WireCredit, Rule::FirstAppeared))
}

/// "(Norvia 24 with AFP)".
fn signed_with_agency(seen: &Seen) -> bool {
    let inner = seen.fold.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    seen.words <= 8
        && inner.and_then(|inner| inner.split_once(" with ")).is_some_and(|(_, who)| agency::only_agencies(who))
}

/// "an-tf/jhb/kjm": initials of those who wrote and edited.
fn initials_alone(seen: &Seen) -> bool {
    let part = |part: &str| (2..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase());
    seen.words == 1 && seen.plain.contains('/') && seen.plain.split(['/', '-']).all(part)
}

/// "lk/rs (Norvia Press, AFP)": initials of editors, then agencies in brackets.
fn signed_by_initials(seen: &Seen) -> bool {
    if seen.words > 10 {
        return false;
    }
    let Some((initials, agencies)) = seen.plain.split_once(" (") else { return false };
    let initial = |part: &str| (2..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic());
    initials.contains(['/', ','])
        && initials.split(['/', ',']).all(|part| initial(part.trim()))
        && agencies.strip_suffix(')').is_some_and(|inner| inner.to_lowercase().split(", ").any(agency::is_agency))
}

/// Whether `rest`, the end of the block, begins with a name or a general word for colleagues.
fn names_follow(seen: &Seen, rest: &str) -> bool {
    let rest = rest.trim_start_matches([':', ' ']);
    let written = seen.plain.len().checked_sub(rest.len()).and_then(|at| seen.plain.get(at..)).unwrap_or("");
    let written = written.strip_prefix("by ").or_else(|| written.strip_prefix("from ")).unwrap_or(written);
    let written = written.strip_prefix("the ").unwrap_or(written);
    written.is_empty()
        || written.starts_with(char::is_uppercase)
        || ["agenc", "wire", "staff", "our ", "news "].iter().any(|start| written.starts_with(start))
}

/// "Related article: …", "Read more".
#[must_use]
pub fn related(seen: &Seen) -> Option<Sign> {
    if seen.words > 40 {
        return None;
    }
    let fold = words(seen);
    let related = (BlockKind::Related, Rule::RelatedLabel);
    if RELATED_LABELS.start(fold).is_some_and(|label| label == split_label(fold)) {
        return Some(related);
    }
    // Copied links often stick to the label: "Read moreWhy the river is low".
    let stuck = fold.strip_prefix("read more").is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    if stuck && !seen.stop {
        return Some(related);
    }
    let pointing = || !seen.stop || fold.starts_with("for more") || fold.contains(" here") || fold.starts_with("click");
    let starts = seen.words <= 25 && RELATED_STARTS.start(fold).is_some() && pointing() && !seen.quoted();
    starts.then_some(related)
}

fn ends_label(c: char) -> bool {
    !c.is_alphanumeric()
}

/// The words in front of the first mark that ends a label.
fn split_label(fold: &str) -> &str {
    let end = fold.char_indices().take(40).find(|(_, c)| matches!(c, ':' | '|' | '–' | '—' | '»' | '>' | '→'));
    let dash = fold.as_bytes().windows(3).take(40).position(|three| three == b" - ");
    match (end.map(|(at, _)| at), dash) {
        (Some(at), Some(dash)) => fold[..at.min(dash)].trim_end(),
        (Some(at), None) | (None, Some(at)) => fold[..at].trim_end(),
        (None, None) => fold.trim_end_matches(ends_label),
    }
}

/// Buttons, calls, notices, counts and contacts.
#[must_use]
pub fn page(seen: &Seen, parts: Parts) -> Option<Sign> {
    if seen.words > 70 {
        return None;
    }
    let fold = words(seen);
    rule_of(seen, fold, parts).map(|rule| (BlockKind::Boilerplate, rule))
}

fn rule_of(seen: &Seen, fold: &str, parts: Parts) -> Option<Rule> {
    let bare = fold.trim_matches(ends_label);
    let starts = |phrases: &Phrases| phrases.start(fold).is_some();
    let menu = fold.starts_with("home ") && seen.words <= 12 && seen.title_case();
    if seen.words <= 6 && LABELS.binary_search(&bare).is_ok() || menu || tags_only(seen) || trail(seen) {
        return Some(Rule::PageLabel);
    }
    let ends = matches!(bare, "end" | "ends") || bare == "30" && seen.plain.starts_with(['-', '–', '—']);
    if ends || seen.words <= 25 && starts(&RELEASE_STARTS) {
        return Some(Rule::ReleaseForm);
    }
    if SLUG_STARTS.iter().any(|start| fold.starts_with(start))
        && seen.plain.starts_with('(')
        && seen.plain.ends_with(')')
    {
        return Some(Rule::PageLabel);
    }
    if seen.words <= 6 && counts(bare) {
        return Some(Rule::PageCount);
    }
    if contact(seen, fold) {
        return Some(Rule::ContactLine);
    }
    if seen.quoted() {
        return None;
    }
    if seen.words <= 40
        && seen.has(b'@')
        && ends_in_mail(fold)
        && MAIL_STARTS.iter().any(|start| fold.starts_with(start))
    {
        return Some(Rule::ContactLine);
    }
    let short = seen.words <= LONGEST_NOTICE;
    if short && (parts.legal || starts(&LEGAL_STARTS)) || seen.words <= 15 && parts.legal_words {
        return Some(Rule::LegalNotice);
    }
    if short && (starts(&CALL_STARTS) || calls(seen, parts)) || seen.words <= 30 && points_on(bare) {
        return Some(Rule::CallToAction);
    }
    starts(&AUTHOR_STARTS).then_some(Rule::AuthorNote)
}

/// Whether a call to subscribe comes early, or fills a short block.
fn calls(seen: &Seen, parts: Parts) -> bool {
    let early = |before: &str| before.matches(' ').count() < POINT || before.ends_with(". ");
    let before = parts.call.map(|at| seen.fold[..at].trim_start_matches(leads));
    seen.words <= 40 && before.is_some_and(|before| seen.words <= 20 || early(before))
}

/// "… See the project page for more details.": the last sentence sends the reader elsewhere.
fn points_on(bare: &str) -> bool {
    let more = ["for details", "for more", "for more details", "for more information", "for the full list"];
    if !more.iter().any(|end| bare.ends_with(end)) {
        return false;
    }
    let last = bare.rsplit(". ").next().unwrap_or("");
    ["see ", "visit ", "click "].iter().any(|start| last.starts_with(start))
}

/// "Home | News | Sport", "Travel / Islands / Features": three short labels or more between strokes.
fn trail(seen: &Seen) -> bool {
    let label = |part: &str| {
        !agency::is_agency(part) && (1..=3).contains(&part.split(' ').filter(|word| !word.is_empty()).count())
    };
    let apart = |mark: &str| seen.plain.split(mark).count() >= 3 && seen.plain.split(mark).all(label);
    let byline = || byline::without_lead(&seen.fold).len() < seen.fold.len();
    seen.words <= 20
        && !seen.stop
        && [b'|', b'/', b'>', 0xC2, 0xE2].into_iter().any(|first| seen.has(first))
        && !byline()
        && [" | ", " / ", " › ", " » ", " > ", " • ", " · "].into_iter().any(apart)
}

/// Whether the last word is an address of e-mail.
fn ends_in_mail(fold: &str) -> bool {
    let last = fold.trim_end_matches(ends_label).rsplit(' ').next().unwrap_or("");
    last.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

fn is_whole(number: &str) -> bool {
    !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
}

/// "12 comments", "3.4k shares", "Comments (48)", "5 min read".
fn counts(bare: &str) -> bool {
    let mut words = [""; 6];
    for (slot, word) in words.iter_mut().zip(bare.split(' ')) {
        *slot = word;
    }
    let number = words[0].trim_end_matches(['k', 'm', '+', '-']);
    let numeric = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
    let minutes = |word: &str| matches!(word, "min" | "mins" | "minute" | "minutes");
    match words {
        [_, "view", what, "", ..] if numeric => COUNTED.binary_search(&what).is_ok(),
        [what, number, "", ..] if is_whole(number.trim_matches(['(', ')'])) => COUNTED.binary_search(&what).is_ok(),
        [_, what, "", ..] if numeric => COUNTED.binary_search(&what).is_ok() || minutes(what),
        [first, "read" | "listen", "", ..] => first.ends_with("-minute") || first.ends_with("-min"),
        [_, unit, "read" | "listen" | "watch", ..] if numeric => minutes(unit),
        ["reading", "time" | "time:", ..] | ["estimated", "reading", "time" | "time:", ..] => true,
        _ => false,
    }
}

/// "Media contact: …", "Tel: +00 0000", an address of e-mail among few words, the head of a letter.
fn contact(seen: &Seen, fold: &str) -> bool {
    // A writer's line may hold an address.
    if seen.words > 25 || fold.starts_with("by ") {
        return false;
    }
    if CONTACT_STARTS.start(fold).is_some() && !seen.quoted() {
        return true;
    }
    let mail = |word: &str| {
        let word = word.trim_matches(ends_label);
        word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    };
    let telephone = || {
        let digits = seen.plain.bytes().filter(u8::is_ascii_digit).count();
        digits >= 9 && !seen.plain.contains(['$', '€', '£', '%'])
    };
    seen.words <= 12 && seen.has(b'@') && seen.plain.split(' ').any(mail)
        || seen.words <= 8 && !seen.stop && (seen.has(b'+') || seen.has(b'(')) && telephone()
}

/// "#floods #rescue", "@newsdesk".
fn tags_only(seen: &Seen) -> bool {
    seen.words <= 30 && seen.plain.split(' ').all(|word| word.len() > 1 && word.starts_with(['#', '@']))
}
