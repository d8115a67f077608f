//! The kind of every block: what it says about itself first, then what its neighbours make of it.

use super::marks::Marks;
use super::rules::Rule;
use super::seen::Seen;
use super::signs::{self, Sign, byline};
use crate::analysis::BlockKind;

/// What is kept of a block while its neighbours are read.
#[derive(Clone, Copy, Debug)]
pub struct Draft {
    /// Decided by the block's own words or marks.
    pub sign: Option<Sign>,
    words: u32,
    stop: bool,
    question: bool,
    title_case: bool,
    upper_case: bool,
    /// It looks like a person's name.
    name: bool,
    /// It begins in lower case, or with a mark that a sentence goes on with.
    goes_on: bool,
    /// It ends in a colon, comma or dash: more is to come.
    more: bool,
    quoted: bool,
    speaker: bool,
    verb: bool,
    heading: u8,
    quote: bool,
    item: bool,
    styled: bool,
    styled_tail: bool,
    link: bool,
    picture: bool,
    /// "Reporting by …", a byline above the text and a wire credit below it.
    reporting: bool,
    /// "More stories:", under which titles of other articles stand.
    list_head: bool,
}

/// Shortest block that is running text for sure, in words.
const PROSE_WORDS: u32 = 8;
/// Longest headline, in words.
const HEADLINE_WORDS: u32 = 25;
/// Longest heading between paragraphs, in words.
const SUBHEADING_WORDS: u32 = 14;

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
            more: matches!(seen.last, ':' | ',' | ';' | '-' | '–' | '—'),
            quoted: matches!(first, '"' | '“' | '‘' | '\'' | '«' | '„'),
            speaker: is_speaker(&seen.plain),
            verb: has_verb(&seen.fold),
            heading: marks.heading,
            quote: marks.quote,
            item: marks.item,
            styled: marks.styled,
            styled_tail: marks.styled_tail.is_some(),
            link: marks.link,
            picture: marks.picture,
            reporting: seen.fold.starts_with("reporting by") && !seen.fold.contains(';'),
            list_head: matches!(own, Some((BlockKind::Related, _))) && seen.words <= 5,
        }
    }

    fn prose_like(&self) -> bool {
        self.sign.is_none()
            && self.heading == 0
            && (self.words >= 25 || self.stop && self.words >= PROSE_WORDS && !self.all_capitalised())
    }

    fn all_capitalised(&self) -> bool {
        (self.title_case && self.words >= 4 || self.upper_case) && self.words <= HEADLINE_WORDS
    }

    /// Short, complete in itself, without a full stop.
    fn title_like(&self) -> bool {
        self.sign.is_none() && !self.stop && !self.goes_on && !self.more && !self.speaker && !self.item && !self.quote
    }
}

/// "Q:", "HOST:", "Marlow:" in front of what somebody says.
fn is_speaker(plain: &str) -> bool {
    let head = plain.get(..plain.len().min(40)).or_else(|| plain.get(..plain.len().min(37))).unwrap_or("");
    let Some((name, _)) = head.split_once(": ") else { return false };
    matches!(name, "Q" | "A") || name.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()) || byline::is_name(name)
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

/// Decides every block.
#[must_use]
pub fn decide(drafts: &[Draft]) -> Vec<Sign> {
    let body = drafts.iter().position(Draft::prose_like).unwrap_or(drafts.len());
    let last = drafts.iter().rposition(Draft::prose_like).unwrap_or(0);
    let headline = headline(drafts, body);
    let mut signs: Vec<Sign> = Vec::with_capacity(drafts.len());
    for (i, draft) in drafts.iter().enumerate() {
        let sign = if Some(i) == headline {
            (BlockKind::Headline, headline_rule(draft))
        } else if let Some(sign) = marked(draft, i, body) {
            sign
        } else if i < body {
            above(drafts, i, headline, signs.last())
        } else {
            within(drafts, i, last, &signs)
        };
        signs.push(sign);
    }
    signs
}

/// Which block is the headline.
fn headline(drafts: &[Draft], body: usize) -> Option<usize> {
    if drafts.len() < 2 {
        return drafts.iter().position(|draft| draft.heading == 1);
    }
    let top = drafts.get(..(body + 1).min(drafts.len()))?;
    if let Some(marked) = top.iter().position(|draft| draft.heading == 1 && draft.sign.is_none()) {
        return Some(marked);
    }
    let shaped = |draft: &Draft| {
        let ended = draft.stop && !draft.question && !draft.all_capitalised();
        draft.sign.is_none()
            && !ended
            && !draft.more
            && !draft.goes_on
            && !draft.item
            && !draft.quote
            && !draft.speaker
            && draft.words <= HEADLINE_WORDS
    };
    let first = top.iter().position(|draft| shaped(draft) || draft.prose_like())?;
    if !top.get(first).is_some_and(shaped) {
        return None;
    }
    // A word or two above a longer title name the section.
    let label = top.get(first).is_some_and(|draft| draft.words <= 3 && draft.heading == 0);
    let next = top.get(first + 1).is_some_and(|draft| shaped(draft) && draft.words >= 4 && !draft.stop);
    Some(if label && next { first + 1 } else { first })
}

fn headline_rule(draft: &Draft) -> Rule {
    match draft {
        Draft { heading: 1.., .. } => Rule::HeadingMark,
        Draft { stop: true, .. } => Rule::TitleCaseFirst,
        _ => Rule::FirstLine,
    }
}

/// What the block's own words and marks decide.
fn marked(draft: &Draft, i: usize, body: usize) -> Option<Sign> {
    if draft.reporting && i < body && draft.sign.is_some() {
        return Some((BlockKind::Byline, Rule::ByName));
    }
    if let Some((BlockKind::Credit, Rule::CreditAlone)) = draft.sign {
        if i > body && draft.words <= 3 && !draft.picture {
            return Some((BlockKind::WireCredit, Rule::AgencyAlone));
        }
    }
    if draft.sign.is_some() {
        return draft.sign;
    }
    if draft.heading > 0 {
        return Some((BlockKind::Subheading, Rule::HeadingMark));
    }
    if draft.picture {
        return Some((BlockKind::Caption, Rule::BesidePicture));
    }
    if draft.link {
        return Some((BlockKind::Related, Rule::LinkAlone));
    }
    if draft.item {
        return Some((BlockKind::ListItem, Rule::ListMark));
    }
    draft.quote.then_some((BlockKind::Blockquote, Rule::QuoteMark))
}

/// Above the first paragraph: headline, date, byline, picture.
fn above(drafts: &[Draft], i: usize, headline: Option<usize>, before: Option<&Sign>) -> Sign {
    let text = (BlockKind::Paragraph, Rule::RunningText);
    let Some(draft) = drafts.get(i) else { return text };
    let kind = |i: usize| drafts.get(i).and_then(|draft| draft.sign).map(|(kind, _)| kind);
    if headline.is_some_and(|headline| i < headline) {
        return (BlockKind::Boilerplate, Rule::SectionLabel);
    }
    let beside_date = kind(i + 1) == Some(BlockKind::Date) || before.is_some_and(|(kind, _)| *kind == BlockKind::Date);
    let beside_page = kind(i + 1) == Some(BlockKind::Boilerplate);
    let after_picture = before.is_some_and(|(kind, rule)| *kind == BlockKind::Caption && *rule == Rule::BesidePicture);
    if (after_picture || draft.styled_tail) && draft.words <= 40 {
        return (BlockKind::Caption, Rule::BesidePicture);
    }
    if draft.title_like() {
        let under = headline.is_some_and(|headline| headline + 1 == i);
        return match draft.words {
            0..=4 if draft.name && (beside_date || beside_page) => (BlockKind::Byline, Rule::NameAlone),
            0..=4 => (BlockKind::Subheading, Rule::ShortWithoutStop),
            _ if draft.quoted => text,
            _ if under => (BlockKind::Subheading, Rule::UnderHeadline),
            _ if !draft.verb => (BlockKind::Caption, Rule::BeforeTextNoVerb),
            5..=SUBHEADING_WORDS => (BlockKind::Subheading, Rule::UnderHeadline),
            _ => text,
        };
    }
    text
}

/// From the first paragraph on.
fn within(drafts: &[Draft], i: usize, last: usize, signs: &[Sign]) -> Sign {
    let text = (BlockKind::Paragraph, Rule::RunningText);
    let Some(draft) = drafts.get(i) else { return text };
    let before = i.checked_sub(1).and_then(|i| drafts.get(i).zip(signs.get(i)));
    if let Some((head, (BlockKind::Related, rule))) = before {
        if (head.list_head || *rule == Rule::RelatedList)
            && draft.title_like()
            && draft.words >= 3
            && draft.words <= HEADLINE_WORDS
        {
            return (BlockKind::Related, Rule::RelatedList);
        }
    }
    if matches!(before, Some((_, (_, Rule::BesidePicture)))) && draft.styled && draft.words <= 40 {
        return (BlockKind::Caption, Rule::BesidePicture);
    }
    if draft.title_like() && draft.styled && draft.words <= SUBHEADING_WORDS {
        return (BlockKind::Subheading, Rule::BoldLine);
    }
    if !draft.title_like() || draft.words > SUBHEADING_WORDS || draft.quoted {
        return text;
    }
    if run_of_lines(drafts, i) {
        return (BlockKind::ListItem, Rule::ListRun);
    }
    if i > last {
        return match draft.words {
            2..=4 if draft.name => (BlockKind::Byline, Rule::NameAlone),
            5.. if draft.title_case => (BlockKind::Related, Rule::RelatedList),
            _ => text,
        };
    }
    (BlockKind::Subheading, Rule::ShortWithoutStop)
}

/// Whether the block stands in a run of at least three short lines without a stop.
fn run_of_lines(drafts: &[Draft], i: usize) -> bool {
    let short = |i: usize| {
        drafts.get(i).is_some_and(|draft| {
            draft.title_like() && draft.words <= SUBHEADING_WORDS && !draft.quoted && draft.heading == 0
        })
    };
    let back = i.checked_sub(1).is_some_and(short);
    let on = short(i + 1);
    back && on || back && i >= 2 && short(i - 2) || on && short(i + 2)
}
