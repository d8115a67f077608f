//! Web and e-mail addresses and file names: their dots and dashes divide nothing.

use super::Kind;
use super::class::is_alnum;

/// No host name is longer, so no look-ahead is.
const HOST: usize = 253;

/// The address that begins at `at` in `bytes`, which end with the run of non-space around it: where it ends, and what
/// it is.
#[must_use]
pub fn find(bytes: &[u8], at: usize) -> Option<(usize, Kind)> {
    let rest = bytes.get(at..)?;
    let run = rest.iter().take(HOST).take_while(|&&b| is_host(b)).count();
    let head = rest.get(..run)?;
    let after = rest.get(run..)?;
    if is_scheme(head) && after.starts_with(b"://") && after.get(3).is_some_and(|&b| b > b' ') {
        return Some((at + url_len(rest, run + 3), Kind::Url));
    }
    if (head.eq_ignore_ascii_case(b"mailto") || head.eq_ignore_ascii_case(b"tel"))
        && after.first() == Some(&b':')
        && after.get(1).is_some_and(|&b| is_alnum(b) || b == b'+')
    {
        return Some((at + url_len(rest, run + 1), Kind::Url));
    }
    if after.first() == Some(&b'@') || after.first().is_some_and(|&b| matches!(b, b'+' | b'%')) {
        if let Some(end) = email(rest) {
            return Some((at + end, Kind::Email));
        }
    }
    let host = trim_host(head);
    let dot = host.iter().rposition(|&b| b == b'.')?;
    let last = host.get(dot + 1..)?;
    let name = host.get(..dot)?;
    let labels = host.split(|&b| b == b'.').count();
    let web = head.len() > 4 && head.get(..4).is_some_and(|w| w.eq_ignore_ascii_case(b"www."));
    let slash = host.len() == run && after.first() == Some(&b'/') && after.get(1).is_some_and(|&b| is_alnum(b));
    if web || is_domain(last, labels, slash) && name.first().is_some_and(|&b| is_alnum(b)) {
        let end = if host.len() == run { url_len(rest, run) } else { host.len() };
        return Some((at + end, Kind::Url));
    }
    is_extension(last).then_some((at + host.len(), Kind::Word))
}

const fn is_host(b: u8) -> bool {
    is_alnum(b) || matches!(b, b'.' | b'-' | b'_')
}

fn is_scheme(head: &[u8]) -> bool {
    (2..=12).contains(&head.len()) && head.iter().all(u8::is_ascii_alphabetic)
}

fn trim_host(head: &[u8]) -> &[u8] {
    let end = head.iter().rposition(|&b| is_alnum(b)).map_or(0, |i| i + 1);
    head.get(..end).unwrap_or(&[])
}

fn email(rest: &[u8]) -> Option<usize> {
    let local = rest.iter().take(64).take_while(|&&b| is_host(b) || matches!(b, b'+' | b'%')).count();
    if rest.get(local) != Some(&b'@') {
        return None;
    }
    let host = rest.get(local + 1..)?;
    let run = host.iter().take(HOST).take_while(|&&b| is_host(b)).count();
    let host = trim_host(host.get(..run)?);
    host.contains(&b'.').then_some(local + 1 + host.len())
}

/// How much of `rest` the address takes, when it surely takes `least`: marks at its end belong to the sentence.
fn url_len(rest: &[u8], least: usize) -> usize {
    let mut open = 0_usize;
    let mut end = rest.len();
    let mut at = 0;
    while let Some(&b) = rest.get(at) {
        match b {
            b'"' | b'<' | b'>' | b'`' | b'{' | b'}' | b'|' | 0..=b' ' => end = at,
            // Curly marks, dashes and ellipses open with this byte; no address has them unescaped.
            0xE2 if rest.get(at + 1) == Some(&0x80) => end = at,
            b'(' => open += 1,
            b')' if open == 0 => end = at,
            b')' => open -= 1,
            _ => {}
        }
        if end == at {
            break;
        }
        at += 1;
    }
    let taken = rest.get(..end).unwrap_or(&[]);
    let trimmed =
        taken.iter().rposition(|b| !matches!(b, b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b']' | b'*' | b'['));
    trimmed.map_or(end, |i| i + 1).max(least.min(end))
}

/// Whether `last` ends a host name. Endings that are English words count only where the rest shows an address.
fn is_domain(last: &[u8], labels: usize, slash: bool) -> bool {
    if last.len() > 6 || last.iter().any(u8::is_ascii_uppercase) && !last.iter().all(u8::is_ascii_uppercase) {
        return false;
    }
    let mut buffer = [0; 6];
    let lower = buffer.get_mut(..last.len()).map(|b| {
        b.copy_from_slice(last);
        b.make_ascii_lowercase();
        &*b
    });
    match lower.unwrap_or(&[]) {
        b"com" | b"org" | b"net" | b"edu" | b"gov" | b"mil" | b"int" | b"info" | b"biz" | b"news" | b"app" | b"dev"
        | b"online" => true,
        b"uk" | b"eu" | b"de" | b"fr" | b"ru" | b"ua" | b"cn" | b"jp" | b"ca" | b"au" | b"nz" | b"ch" | b"nl"
        | b"se" | b"fi" | b"dk" | b"pl" | b"cz" | b"br" | b"mx" | b"ie" | b"il" | b"ir" | b"kr" | b"za" | b"io"
        | b"ai" | b"tv" | b"ly" | b"gl" | b"co" | b"cc" => last.iter().all(u8::is_ascii_lowercase),
        b"it" | b"in" | b"is" | b"at" | b"be" | b"me" | b"us" | b"no" | b"to" | b"am" | b"my" | b"es" | b"so"
        | b"by" => (labels > 2 || slash) && last.iter().all(u8::is_ascii_lowercase),
        _ => false,
    }
}

fn is_extension(last: &[u8]) -> bool {
    let mut buffer = [0; 6];
    let Some(lower) = buffer.get_mut(..last.len()) else { return false };
    lower.copy_from_slice(last);
    lower.make_ascii_lowercase();
    matches!(
        &*lower,
        b"txt"
            | b"pdf"
            | b"doc"
            | b"docx"
            | b"xls"
            | b"xlsx"
            | b"csv"
            | b"ppt"
            | b"pptx"
            | b"jpg"
            | b"jpeg"
            | b"png"
            | b"gif"
            | b"mp3"
            | b"mp4"
            | b"zip"
            | b"exe"
            | b"htm"
            | b"html"
            | b"php"
            | b"js"
            | b"json"
            | b"xml"
            | b"md"
            | b"rs"
            | b"py"
    )
}
