//! Web addresses and labels of the source.

use super::Sign;
use crate::analysis::BlockKind;
use crate::article::rules::Rule;
use crate::article::seen::Seen;

/// Labels in front of the address an article was taken from.
const LABELS: &[&str] = &[
    "archived",
    "article source",
    "article url",
    "canonical",
    "link",
    "original",
    "original article",
    "original link",
    "original source",
    "original story",
    "original url",
    "permalink",
    "source",
    "source article",
    "source link",
    "source url",
    "sources",
    "story link",
    "url",
    "via",
];

/// Whether all of `text` is one web address.
#[must_use]
pub fn is_address(text: &str) -> bool {
    let scheme = ["https://", "http://", "ftp://", "www."];
    let starts = scheme.iter().any(|s| text.get(..s.len()).is_some_and(|head| head.eq_ignore_ascii_case(s)));
    starts && text.len() > 9 && text.contains('.') && !text.contains([' ', '\t', '\n', '"', '<', '>'])
}

/// A web address, or a label of the source.
#[must_use]
pub fn sign(seen: &Seen) -> Option<Sign> {
    let bare = seen.plain.trim_matches(['<', '>', '(', ')', '[', ']', ' ']);
    if is_address(bare) || is_domain(bare) {
        return Some((BlockKind::SourceUrl, Rule::AddressAlone));
    }
    let (label, rest) = seen.has(b':').then(|| seen.fold.split_once(':')).flatten()?;
    let rest = rest.trim_matches(['<', '>', ' ']);
    let addressed = || rest.split(' ').any(is_address);
    let label = LABELS.binary_search(&label.trim_start_matches(['(', '['])).is_ok();
    if label && (rest.is_empty() || seen.words <= 12 && !seen.stop || addressed()) {
        return Some((BlockKind::SourceUrl, Rule::SourceLabel));
    }
    (seen.words <= 5 && !seen.stop && addressed()).then_some((BlockKind::SourceUrl, Rule::AddressAlone))
}

/// "example.com/news/1", an address without its scheme.
fn is_domain(text: &str) -> bool {
    let Some((host, _)) = text.split_once('/') else { return false };
    let plain = host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-');
    plain && host.contains('.') && !text.contains(' ') && host.bytes().any(|b| b.is_ascii_alphabetic())
}
