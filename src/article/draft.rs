//! What is kept of a block while its neighbours are read.

use super::bytes;
use super::marks::Marks;
use super::seen::Seen;
use super::signs::{self, Sign, byline, dateline};
use crate::analysis::BlockKind;
use crate::lexicon::hash;

/// Shortest block that is running text for sure, in words.
pub const PROSE_WORDS: u32 = 8;
/// Longest headline, in words.
pub const HEADLINE_WORDS: u32 = 25;
/// Longest note on a writer, in words.
const NOTE_WORDS: u32 = 45;

/// What is kept of a block while its neighbours are read.
#[derive(Clone, Copy, Debug, Default)]
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
    /// Nothing rules out that it begins with a dateline.
    pub placed: bool,
    /// It begins with a dateline for sure.
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
    /// All of it stands in one pair of quotation marks.
    pub wholly_quoted: bool,
    /// It ends in a colon.
    pub colon: bool,
    /// The two words that it begins with, letter case aside, as a number; a byline's are those of the name.
    pub head: u64,
    /// For "About Marrow Mills" the same of what it is about.
    pub about: Option<u64>,
    /// It speaks to somebody: "you", "your".
    pub addresses: bool,
    /// "Key points", "At a glance".
    pub heads_list: bool,
    /// A blank line stands in front of it.
    pub gap: bool,
    /// It goes on as a note on somebody does: "… is a writer".
    pub tells_who: bool,
    /// A word that papers and programmes are named by stands in it: "The Morning Ledger".
    pub paper: bool,
    /// A sentence ends before its end.
    pub stop_inside: bool,
    /// "I" stands in it outside quotation marks.
    pub first_person: bool,
    /// "Greens: 4".
    pub figures: bool,
    /// Two figures or more stand in it, as in a result.
    pub result: bool,
    /// "Municipal affairs reporter": a few words that end in a writer's job.
    pub job: bool,
    /// "Ada Quist in Lisbon".
    pub reports_from: bool,
}

impl Draft {
    /// Reads the words of one block; of its marks and of what stands in front of it nothing is known yet.
    #[must_use]
    pub fn new(seen: &Seen) -> Self {
        let first = seen.plain.chars().next().unwrap_or(' ');
        let own = signs::own(seen);
        let placed = dateline::may_stand(&seen.plain);
        Self {
            sign: own,
            words: seen.words,
            stop: seen.stop,
            question: seen.last == '?',
            title_case: seen.title_case(),
            upper_case: !seen.long && seen.upper_case(),
            name: seen.words <= 4 && !seen.long && byline::is_name(&seen.plain),
            goes_on: first.is_lowercase() || matches!(first, '-' | '–' | '—' | '…' | ',' | ';'),
            last: seen.last,
            placed,
            dateline: placed && seen.words < 30 && !seen.long && dateline::length(&seen.plain, false) > 0,
            more: matches!(seen.last, ':' | ',' | ';' | '-' | '–' | '—'),
            quoted: matches!(first, '"' | '“' | '‘' | '\'' | '«' | '„'),
            speaker: seen.has(b':') && is_speaker(&seen.plain) && !(seen.words <= 8 && seen.upper_case()),
            verb: seen.words <= HEADLINE_WORDS && has_verb(&seen.fold),
            labelled_title: matches!(own, Some((BlockKind::Related, _))) && seen.words >= 5,
            article: ["a ", "an ", "the "].iter().any(|article| seen.fold.starts_with(article)),
            asks: seen.words >= 6 && asks(&seen.fold),
            reporting: seen.fold.starts_with("reporting by") && !seen.fold.contains(';'),
            list_head: matches!(own, Some((BlockKind::Related, _))) && seen.words <= 5,
            wholly_quoted: wholly_quoted(&seen.plain),
            colon: seen.last == ':',
            head: head(byline::without_lead(&seen.fold)),
            about: seen.fold.strip_prefix("about ").filter(|_| seen.words <= 8 && !seen.stop).map(head),
            addresses: seen.words <= HEADLINE_WORDS && addresses(&seen.fold),
            heads_list: seen.words <= 5 && LIST_HEADS.contains(&seen.fold.trim_end_matches([':', '.'])),
            tells_who: seen.words <= NOTE_WORDS && tells_who(&seen.fold),
            paper: seen.words <= 4 && seen.fold.split(' ').any(|word| PAPERS.contains(&word))
                || seen.words <= 5 && [" / ", " | ", " > "].iter().any(|stroke| seen.plain.contains(stroke)),
            first_person: seen.words <= NOTE_WORDS && first_person(&seen.plain),
            job: seen.words <= 5 && !seen.stop && byline::ends_in_job(&seen.plain),
            result: seen.words <= HEADLINE_WORDS && numbers(&seen.plain) >= 2,
            figures: seen.words <= 8 && !seen.stop && figures(&seen.plain),
            reports_from: seen.words <= 6 && !seen.stop && byline::reports_from(&seen.plain),
            stop_inside: !seen.stop && seen.words <= NOTE_WORDS && stop_inside(&seen.plain),
            ..Self::default()
        }
    }

    /// With what its marks say, and whether a blank line stands in front of it.
    #[must_use]
    pub fn marked(self, marks: &Marks, gap: bool) -> Self {
        Self {
            heading: marks.heading,
            quote: marks.quote,
            item: marks.item,
            styled: marks.styled,
            styled_tail: marks.styled_tail.is_some(),
            link: marks.link,
            picture: marks.picture,
            row: marks.row,
            margin: marks.margin,
            labelled_title: self.labelled_title && !marks.link,
            gap,
            ..self
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

/// Headings under which points stand, one a line.
const LIST_HEADS: [&str; 10] = [
    "at a glance",
    "highlights",
    "in brief",
    "in short",
    "in this article",
    "key facts",
    "key findings",
    "key points",
    "key takeaways",
    "story highlights",
];

/// Words that newspapers, newsletters and programmes are named by.
const PAPERS: [&str; 22] = [
    "brief",
    "briefing",
    "bulletin",
    "chronicle",
    "courier",
    "digest",
    "edition",
    "gazette",
    "herald",
    "issue",
    "journal",
    "ledger",
    "magazine",
    "mail",
    "newsletter",
    "post",
    "radio",
    "report",
    "review",
    "times",
    "tribune",
    "weekly",
];

/// "A ranger before dawn. She carries a torch": a capital behind a stop that follows a word in lower case.
fn stop_inside(plain: &str) -> bool {
    plain.match_indices(['.', '!', '?']).any(|(at, _)| {
        let before = plain[..at].chars().next_back().is_some_and(char::is_lowercase);
        let mut after = plain[at + 1..].chars();
        before && after.next() == Some(' ') && after.next().is_some_and(char::is_uppercase)
    })
}

fn first_person(plain: &str) -> bool {
    // Few blocks have a word that looks so; only those are taken apart.
    let bytes = plain.as_bytes();
    if !bytes.iter().enumerate().any(|(at, byte)| matches!(byte, b'I' | b'M' | b'm') && is_first_person(bytes, at)) {
        return false;
    }
    let outside = plain.split(['"', '“', '”']).step_by(2);
    outside.flat_map(|part| part.split([' ', '\'', '’'])).any(|word| matches!(word, "I" | "My" | "my" | "me"))
}

/// Whether "I", "My", "my" or "me" stands at `at`, apart from other letters.
#[inline(never)]
fn is_first_person(bytes: &[u8], at: usize) -> bool {
    let (before, rest) = bytes.split_at(at);
    let ([b'I', after @ ..] | [b'M' | b'm', b'y', after @ ..] | [b'm', b'e', after @ ..]) = rest else {
        return false;
    };
    ![before.last(), after.first()].into_iter().flatten().any(u8::is_ascii_alphanumeric)
}

/// Words that begin with a digit.
fn numbers(plain: &str) -> usize {
    let begins = |before: &str| before.is_empty() || before.ends_with([' ', '(', '-', '–']);
    plain.bytes().enumerate().filter(|&(at, b)| b.is_ascii_digit() && begins(&plain[..at])).count()
}

/// "Greens: 4", "Turnout: 57 per cent": a few words, a colon, a figure.
fn figures(plain: &str) -> bool {
    plain.split_once(": ").is_some_and(|(what, figure)| {
        what.split(' ').count() <= 4 && figure.starts_with(|c: char| c.is_ascii_digit() || "£$€".contains(c))
    })
}

fn addresses(fold: &str) -> bool {
    fold.contains("you")
        && fold.split([' ', ',', '?', '’', '\'']).any(|word| matches!(word, "you" | "your" | "yourself"))
}

/// The first two words as a number.
fn head(fold: &str) -> u64 {
    let words = bytes::words(fold).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).take(2).fold(0, |all, word| (all ^ hash(word.as_bytes())).rotate_left(7))
}

/// "Ada Quist is a writer and a former judge.": a name of two or three words, then what notes on people go on with.
fn tells_who(fold: &str) -> bool {
    const GOES_ON: [&str; 11] = [
        "is a ",
        "is an ",
        "is the ",
        "is our ",
        "writes ",
        "teaches ",
        "covers ",
        "reported from ",
        "reports ",
        "joined ",
        "was a ",
    ];
    let mut behind = fold.match_indices([' ']).take(3).map(|(at, _)| &fold[at + 1..]);
    behind.any(|rest| {
        rest.starts_with(['i', 'w', 't', 'c', 'r', 'j']) && GOES_ON.iter().any(|start| rest.starts_with(start))
    })
}

/// "'Nowhere to park'": one pair of marks around all.
fn wholly_quoted(plain: &str) -> bool {
    let inner = |open: char, close: char| {
        plain
            .strip_prefix(open)
            .and_then(|rest| rest.strip_suffix(close))
            .is_some_and(|rest| !rest.contains([open, close]))
    };
    inner('"', '"') || inner('“', '”') || inner('\'', '\'') || inner('‘', '’')
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
    bytes::words(fold).take(60).any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.len() <= 6 && VERBS.binary_search(&word).is_ok()
            || word.ends_with("n't")
            || word.ends_with("'re")
            || word.ends_with("'ll")
            || word.len() > 4 && word.ends_with("ed")
    })
}
