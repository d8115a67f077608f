//! What is kept of a block while its neighbours are read.

use super::marks::Marks;
use super::seen::Seen;
use super::signs::{self, Sign, byline, dateline};
use crate::analysis::BlockKind;

/// Shortest block that is running text for sure, in words.
pub const PROSE_WORDS: u32 = 8;
/// Longest headline, in words.
pub const HEADLINE_WORDS: u32 = 25;
/// What is kept of a block while its neighbours are read.
#[derive(Clone, Copy, Debug)]
pub struct Draft {
    /// Decided by the block's own words or marks.
    pub sign: Option<Sign>,
    pub words: u32,
    pub stop: bool,
    pub question: bool,
    pub title_case: bool,
    pub upper_case: bool,
    /// It looks like a person's name.
    pub name: bool,
    /// It begins in lower case, or with a mark that a sentence goes on with.
    pub goes_on: bool,
    pub last: char,
    /// It begins with a dateline.
    pub dateline: bool,
    /// It ends in a colon, comma or dash: more is to come.
    pub more: bool,
    pub quoted: bool,
    pub speaker: bool,
    pub verb: bool,
    pub heading: u8,
    pub quote: bool,
    pub item: bool,
    pub styled: bool,
    pub styled_tail: bool,
    pub link: bool,
    pub picture: bool,
    pub row: bool,
    pub margin: bool,
    /// It asks somebody something: "How did you …".
    pub asks: bool,
    /// Its words point to another article, but they may as well be a title: "Watch: …".
    pub labelled_title: bool,
    /// It begins with "A", "An" or "The".
    pub article: bool,
    /// "Reporting by …", a byline above the text and a wire credit below it.
    pub reporting: bool,
    /// "More stories:", under which titles of other articles stand.
    pub list_head: bool,
}

impl Draft {
    /// Reads one block on its own.
    #[must_use]
    pub fn new(seen: &Seen, marks: &Marks) -> Self {
        let first = seen.plain.chars().next().unwrap_or(' ');
        let own = signs::own(seen);
        Self {
            sign: own,
            words: seen.words,
            stop: seen.stop,
            question: seen.last == '?',
            title_case: seen.title_case(),
            upper_case: !seen.long && seen.upper_case(),
            name: !seen.long && byline::is_name(&seen.plain),
            goes_on: first.is_lowercase() || matches!(first, '-' | '–' | '—' | '…' | ',' | ';'),
            last: seen.last,
            dateline: seen.words < 30 && !seen.long && dateline::length(&seen.plain, false) > 0,
            more: matches!(seen.last, ':' | ',' | ';' | '-' | '–' | '—'),
            quoted: matches!(first, '"' | '“' | '‘' | '\'' | '«' | '„'),
            speaker: is_speaker(&seen.plain),
            verb: seen.words <= HEADLINE_WORDS && has_verb(&seen.fold),
            heading: marks.heading,
            quote: marks.quote,
            item: marks.item,
            styled: marks.styled,
            styled_tail: marks.styled_tail.is_some(),
            link: marks.link,
            picture: marks.picture,
            row: marks.row,
            margin: marks.margin,
            labelled_title: matches!(own, Some((BlockKind::Related, _))) && seen.words >= 5 && !marks.link,
            article: ["a ", "an ", "the "].iter().any(|article| seen.fold.starts_with(article)),
            asks: seen.words >= 6 && asks(&seen.fold),
            reporting: seen.fold.starts_with("reporting by") && !seen.fold.contains(';'),
            list_head: matches!(own, Some((BlockKind::Related, _))) && seen.words <= 5,
        }
    }

    pub fn prose_like(&self) -> bool {
        self.sign.is_none()
            && self.heading == 0
            && !(self.margin || self.picture || self.item || self.link)
            && (self.words >= 30 || self.dateline || self.stop && self.words >= PROSE_WORDS && !self.all_capitalised())
    }

    pub fn all_capitalised(&self) -> bool {
        (self.title_case && self.words >= 4 || self.upper_case) && self.words <= HEADLINE_WORDS
    }

    /// Short, and ended by a full stop at most when all is capitalised.
    pub fn headline_like(&self) -> bool {
        let ended = self.stop && !self.question && !self.all_capitalised();
        let more = self.more && self.last != ';';
        !(ended || more || self.goes_on || self.item || self.quote || self.dateline) && self.words <= HEADLINE_WORDS
    }

    /// Short, complete in itself, without a full stop.
    pub fn title_like(&self) -> bool {
        self.sign.is_none()
            && !self.stop
            && !self.goes_on
            && !self.more
            && !self.speaker
            && !self.item
            && !self.quote
            && !self.asks
    }
}

/// "Q:", "HOST:", "Marlow:" in front of what somebody says.
fn is_speaker(plain: &str) -> bool {
    let head = plain.get(..plain.len().min(40)).or_else(|| plain.get(..plain.len().min(37))).unwrap_or("");
    let Some((name, _)) = head.split_once(": ") else { return false };
    matches!(name, "Q" | "A") || name.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()) || byline::is_name(name)
}

/// "How did you come to …", a question of an interview whose mark was forgotten.
fn asks(fold: &str) -> bool {
    let first = fold.split(' ').next().unwrap_or("");
    let asking = [
        "are", "can", "could", "did", "do", "does", "has", "have", "how", "is", "was", "were", "what", "when", "where",
        "which", "who", "why", "will", "would",
    ];
    asking.contains(&first) && (fold.contains(" you ") || fold.contains(" your "))
}

/// Whether a word stands in the text that only a sentence has.
fn has_verb(fold: &str) -> bool {
    const VERBS: &[&str] = &[
        "am", "are", "be", "been", "began", "came", "can", "cannot", "could", "did", "do", "does", "had", "has",
        "have", "is", "made", "may", "might", "must", "said", "say", "says", "should", "took", "was", "went", "were",
        "will", "would",
    ];
    fold.split(' ').take(60).any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        VERBS.binary_search(&word).is_ok()
            || word.ends_with("n't")
            || word.ends_with("'re")
            || word.ends_with("'ll")
            || word.len() > 4 && word.ends_with("ed")
    })
}
