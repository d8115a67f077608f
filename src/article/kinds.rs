//! The kind of every block: what it says about itself first, then what its neighbours make of it.

use super::marks::Marks;
use super::rules::Rule;
use super::seen::Seen;
use super::signs::{self, Sign, byline, dateline};
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
    last: char,
    /// It begins with a dateline.
    dateline: bool,
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
    row: bool,
    margin: bool,
    /// It asks somebody something: "How did you …".
    asks: bool,
    /// Its words point to another article, but they may as well be a title: "Watch: …".
    labelled_title: bool,
    /// It begins with "A", "An" or "The".
    article: bool,
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
            last: seen.last,
            dateline: !seen.long && dateline::length(&seen.plain, false) > 0,
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

    fn prose_like(&self) -> bool {
        self.sign.is_none()
            && self.heading == 0
            && !(self.margin || self.picture || self.item || self.link)
            && (self.words >= 30 || self.dateline || self.stop && self.words >= PROSE_WORDS && !self.all_capitalised())
    }

    fn all_capitalised(&self) -> bool {
        (self.title_case && self.words >= 4 || self.upper_case) && self.words <= HEADLINE_WORDS
    }

    /// Short, and ended by a full stop at most when all is capitalised.
    fn headline_like(&self) -> bool {
        let ended = self.stop && !self.question && !self.all_capitalised();
        let more = self.more && self.last != ';';
        !(ended || more || self.goes_on || self.item || self.quote || self.dateline) && self.words <= HEADLINE_WORDS
    }

    /// Short, complete in itself, without a full stop.
    fn title_like(&self) -> bool {
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

/// Decides every block.
#[must_use]
pub fn decide(drafts: &[Draft]) -> Vec<Sign> {
    let body = drafts.iter().position(Draft::prose_like).unwrap_or(drafts.len());
    let last = drafts.iter().rposition(Draft::prose_like).unwrap_or(0);
    let end = drafts.iter().rposition(|draft| draft.sign.is_none()).unwrap_or(0);
    let headline = headline(drafts, body);
    let mut signs: Vec<Sign> = Vec::with_capacity(drafts.len());
    for (i, draft) in drafts.iter().enumerate() {
        let sign = if Some(i) == headline {
            (BlockKind::Headline, headline_rule(draft))
        } else if let Some(sign) = marked(draft, i, body, end) {
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
    let top = drafts.get(..(body + 1).min(drafts.len()))?;
    if let Some(marked) = top.iter().position(|draft| draft.heading == 1 && !draft.margin) {
        return Some(marked);
    }
    if drafts.len() < 2 {
        return None;
    }
    let first = top.iter().position(|draft| draft.sign.is_none() || draft.labelled_title)?;
    let shaped = |i: usize| top.get(i).is_some_and(Draft::headline_like);
    // A word or two above a longer title name the section.
    let label = top.get(first).is_some_and(|draft| draft.words <= 3 && draft.heading == 0 && !draft.question);
    let next = shaped(first + 1)
        && top.get(first + 1).is_some_and(|draft| draft.words >= 4 && draft.sign.is_none() && !draft.stop);
    match first {
        _ if label && next => Some(first + 1),
        0 => shaped(0).then_some(0),
        _ => (shaped(first) && top.get(first).is_some_and(|draft| draft.sign.is_none())).then_some(first),
    }
}

fn headline_rule(draft: &Draft) -> Rule {
    match draft {
        Draft { heading: 1.., .. } => Rule::HeadingMark,
        Draft { stop: true, .. } => Rule::TitleCaseFirst,
        _ => Rule::FirstLine,
    }
}

/// What the block's own words and marks decide.
fn marked(draft: &Draft, i: usize, body: usize, end: usize) -> Option<Sign> {
    if draft.reporting && i < body && draft.sign.is_some() {
        return Some((BlockKind::Byline, Rule::ByName));
    }
    if let Some((BlockKind::Credit, Rule::CreditAlone)) = draft.sign {
        if i > end && end >= body && draft.words <= 3 && !draft.picture {
            return Some((BlockKind::WireCredit, Rule::AgencyAlone));
        }
    }
    if draft.sign.is_some() && !(i == 0 && draft.labelled_title) {
        return draft.sign;
    }
    if draft.margin {
        return Some((BlockKind::Boilerplate, Rule::PageMargin));
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
    if draft.row && !(draft.stop && draft.words >= PROSE_WORDS) {
        return Some((BlockKind::ListItem, Rule::TableRow));
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
    if headline.is_some_and(|headline| i < headline) && draft.words <= 4 {
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
            _ if under && (draft.verb || !draft.article) => (BlockKind::Subheading, Rule::UnderHeadline),
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
        let followed = drafts
            .get(i + 1)
            .is_some_and(|next| next.sign.is_some_and(|(kind, _)| kind == BlockKind::Caption) || next.item);
        return match draft.words {
            _ if followed => (BlockKind::Subheading, Rule::ShortWithoutStop),
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
