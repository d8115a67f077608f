//! Who wrote the article.

use super::Sign;
use super::wording::BYLINE_STARTS;
use crate::analysis::BlockKind;
use crate::article::bytes;
use crate::article::rules::Rule;
use crate::article::seen::Seen;

/// Jobs that end a writer's line.
const ROLES: &[&str] = &[
    "analyst",
    "author",
    "blogger",
    "bureau",
    "chief",
    "columnist",
    "contributor",
    "correspondent",
    "editor",
    "freelancer",
    "intern",
    "journalist",
    "producer",
    "reporter",
    "writer",
];
/// Words that may stand in a name or between names.
const LINKS: &[&str] = &[
    "and", "with", "for", "the", "of", "in", "at", "de", "da", "di", "la", "le", "van", "von", "der", "den", "bin",
    "al", "el", "y", "&",
];

/// "By Jane Roe and Sam Poe, Staff Writers", "Jane Roe, Political Correspondent".
#[must_use]
pub fn sign(seen: &Seen) -> Option<Sign> {
    if let Some(rest) = lead(&seen.fold).and_then(|len| seen.plain.get(len..)) {
        if seen.words <= 30 && !sentence_stop(seen) && names(rest) {
            return Some((BlockKind::Byline, Rule::ByName));
        }
    }
    if seen.stop || seen.words > 24 {
        return None;
    }
    if seen.plain.contains(['·', '|', '•']) && with_date(seen) {
        return Some((BlockKind::Byline, Rule::ByName));
    }
    let role = || seen.fold.starts_with("special to ") || seen.last != ':' && role_line(&seen.plain);
    (seen.words <= 10 && role()).then_some((BlockKind::Byline, Rule::WriterRole))
}

/// "Jane Roe · Norvia News · Posted: May 3": a name, then its paper and when.
fn with_date(seen: &Seen) -> bool {
    const WHEN: [&str; 4] = ["last updated", "posted", "published", "updated"];
    let dated = |part: &str| WHEN.iter().any(|label| part.trim_start().starts_with(label));
    let name = seen.plain.split(['·', '|', '•']).next().is_some_and(|name| is_name(name.trim()));
    name && seen.fold.split(['·', '|', '•']).skip(1).any(dated)
}

/// The words of a block in lower case without what stands in front of a writer's name.
#[must_use]
pub fn without_lead(fold: &str) -> &str {
    lead(fold).and_then(|len| fold.get(len..)).unwrap_or(fold)
}

/// How long what stands in front of a writer's name is.
fn lead(fold: &str) -> Option<usize> {
    BYLINE_STARTS.start(fold).map(str::len)
}

/// Whether the full stop at the end closes a sentence rather than an initial or "Jr.".
fn sentence_stop(seen: &Seen) -> bool {
    seen.stop && seen.words > 12
}

/// Whether `text` begins with a name and is mostly capitalised words.
fn names(text: &str) -> bool {
    let text = text.trim_start_matches(['@', '[', '(']);
    if !text.starts_with(|c: char| c.is_uppercase()) && !text.contains('@') {
        return false;
    }
    let mut capitalised = 0;
    let mut other = 0;
    for word in text.split([' ', ',', '|', '•', '·', ';', '/']) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        match word.chars().next() {
            Some(c) if c.is_uppercase() || c.is_numeric() => capitalised += 1,
            Some(_) if !LINKS.contains(&word) && !role_word(word) && !word.contains('@') => other += 1,
            _ => {}
        }
    }
    capitalised > 0 && capitalised >= other * 3
}

/// "Ada Quist in Lisbon", "Ada Quist in New Delhi".
#[must_use]
pub fn reports_from(plain: &str) -> bool {
    plain.split_once(" in ").is_some_and(|(name, place)| {
        is_name(name)
            && place.split(' ').count() <= 3
            && place.split(' ').all(|word| word.starts_with(char::is_uppercase))
    })
}

/// Whether every word is capitalised or small, as in a name; two to four words.
#[must_use]
pub fn is_name(plain: &str) -> bool {
    let shaped = |word: &str| {
        let letters = word.trim_matches(['.', ',']);
        letters.starts_with(char::is_uppercase)
            && letters.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
            || matches!(word, "de" | "da" | "di" | "la" | "le" | "van" | "von" | "der" | "den" | "bin" | "al" | "el")
    };
    // The second word of most texts tells that they are no name, so words are counted as they are looked at.
    let mut words = 0;
    plain.starts_with(char::is_uppercase)
        && bytes::words(plain).all(|word| {
            words += 1;
            words <= 4 && shaped(word)
        })
        && words >= 2
}

/// "Municipal affairs reporter".
#[must_use]
pub fn ends_in_job(plain: &str) -> bool {
    plain.starts_with(char::is_uppercase) && last_is_role(plain)
}

/// "Guest Columnist": words that end in a writer's job.
#[must_use]
pub fn is_job(plain: &str) -> bool {
    last_is_role(plain) && job_words(plain)
}

fn last_is_role(plain: &str) -> bool {
    plain.rsplit(' ').next().is_some_and(role_word)
}

fn role_word(word: &str) -> bool {
    let singular = word.strip_suffix('s').unwrap_or(word);
    ROLES.iter().any(|role| role.eq_ignore_ascii_case(word) || role.eq_ignore_ascii_case(singular))
}

/// "Jane Roe, Staff Writer", "Senior political editor", "Jane Roe in Lisbon".
fn role_line(plain: &str) -> bool {
    let head = plain.split([',', '|', '•', '·', '/']).next().unwrap_or("").trim();
    let tail = plain.get(head.len()..).unwrap_or("").trim_start_matches([',', '|', '•', '·', '/', ' ']);
    let role = tail.split(' ').any(|word| role_word(word.trim_matches(|c: char| !c.is_alphanumeric())));
    if is_name(head) && role {
        return true;
    }
    // "Sports Bureau | Ranchi", "Staff Reporter, Chennai".
    let desk = is_job(head);
    let place = tail.split(' ').count() <= 2 && tail.starts_with(char::is_uppercase);
    if desk && place && tail.chars().all(|c| c.is_alphabetic() || c == ' ') {
        return true;
    }
    if tail.is_empty() && name_and_job(plain) {
        return true;
    }
    let words = plain.split(' ').count();
    tail.is_empty() && (2..=5).contains(&words) && plain.starts_with(char::is_uppercase) && is_job(plain)
}

/// "Jane Roe Business editor": a name of two or three words, then a job.
fn name_and_job(plain: &str) -> bool {
    plain.match_indices(' ').skip(1).take(2).any(|(end, _)| {
        let (name, job) = (&plain[..end], &plain[end + 1..]);
        is_name(name) && !name.split(' ').any(role_word) && is_job(job)
    })
}

/// Whether the words in front of a job are those that jobs carry, so that "Police Chief" is none.
fn job_words(plain: &str) -> bool {
    const FRONT: &[&str] = &[
        "staff",
        "senior",
        "chief",
        "political",
        "economics",
        "foreign",
        "diplomatic",
        "special",
        "guest",
        "news",
        "national",
        "international",
        "business",
        "science",
        "health",
        "education",
        "culture",
        "environment",
        "contributing",
        "deputy",
        "managing",
        "executive",
        "associate",
        "assistant",
        "technology",
        "sports",
        "sport",
        "opinion",
        "features",
        "local",
        "democracy",
        "city",
        "crime",
        "courts",
        "defense",
        "defence",
        "security",
        "world",
        "europe",
        "africa",
        "asia",
        "washington",
        "investigative",
        "freelance",
        "lead",
        "data",
        "climate",
        "energy",
        "arts",
        "travel",
        "food",
        "our",
        "own",
        "north",
        "america",
        "middle",
        "east",
        "and",
    ];
    plain.split(' ').all(|word| role_word(word) || FRONT.iter().any(|front| front.eq_ignore_ascii_case(word)))
}
