//! The kind of every block: what it says about itself first, then what its neighbours make of it.

use super::draft::{Draft, HEADLINE_WORDS, PROSE_WORDS};
use super::rules::Rule;
use super::signs::Sign;
use crate::analysis::BlockKind;

/// Longest heading between paragraphs, in words.
const SUBHEADING_WORDS: u32 = 14;
/// Blocks at the top of an article among which the writer's name stands.
const BYLINES: usize = 12;
/// Blocks behind the last paragraph among which lines without a stop are the page's.
const MOST_BELOW: usize = 12;
/// Labels above the headline: section, subsection, the paper's name, a date.
const MOST_LABELS: usize = 8;
/// Longest words of a picture between paragraphs, in words.
const PICTURE_WORDS: u32 = 45;

/// Decides every block.
#[must_use]
pub fn decide(drafts: &[Draft]) -> Vec<Sign> {
    let body = drafts.iter().position(Draft::prose_like).unwrap_or(drafts.len());
    let last = drafts.iter().rposition(Draft::prose_like).unwrap_or(0);
    let end = drafts.iter().rposition(|draft| draft.sign.is_none()).unwrap_or(0);
    let headline = headline(drafts, body);
    let explains = explains(drafts);
    let mut signs: Vec<Sign> = Vec::with_capacity(drafts.len());
    for (i, draft) in drafts.iter().enumerate() {
        let sign = if Some(i) == headline {
            (BlockKind::Headline, headline_rule(draft))
        } else if let Some(sign) = marked(drafts, i, body, end) {
            sign
        } else if draft.reports_from && i < BYLINES || draft.name && draft.title_like() && wrote(drafts, &signs, draft)
        {
            (BlockKind::Byline, Rule::NameAlone)
        } else if under_list_heading(drafts, i, &signs) {
            (BlockKind::ListItem, Rule::UnderListHeading)
        } else if explains && asks_briefly(draft) && i > 0 {
            (BlockKind::Subheading, Rule::QuestionHeading)
        } else if let Some(rule) = closing(drafts, i, &signs) {
            (BlockKind::Boilerplate, rule)
        } else if i < body {
            above(drafts, i, headline, signs.last())
        } else {
            within(drafts, i, last, &signs)
        };
        signs.push(sign);
    }
    signs
}

/// Whether short questions head the parts of the text. In an interview somebody is asked: "you"; who writes as "I" asks
/// as a figure of speech.
fn explains(drafts: &[Draft]) -> bool {
    let asked = drafts.iter().any(|draft| draft.question && (draft.addresses || draft.speaker));
    let heads = drafts.windows(2).filter(|pair| asks_briefly(&pair[0]) && pair[1].prose_like() && !pair[1].question);
    let own = drafts.iter().filter(|draft| draft.first_person).count() >= 2;
    !asked && heads.count() >= if own { 2 } else { 1 }
}

fn asks_briefly(draft: &Draft) -> bool {
    draft.question && draft.words <= 10 && !draft.quoted && !draft.goes_on && draft.sign.is_none()
}

/// One of the lines under "Key points", up to the next blank line.
fn under_list_heading(drafts: &[Draft], i: usize, signs: &[Sign]) -> bool {
    let Some(draft) = drafts.get(i).filter(|draft| draft.sign.is_none() && draft.words <= HEADLINE_WORDS) else {
        return false;
    };
    let before = i.checked_sub(1).and_then(|before| drafts.get(before).zip(signs.get(before)));
    let followed = drafts.get(i + 1).is_some_and(|next| !next.gap);
    before.is_some_and(|(before, sign)| {
        before.heads_list && before.gap && followed || sign.1 == Rule::UnderListHeading && !draft.gap
    })
}

/// What stands behind an article and is about the firm that sent it or the person who wrote it.
fn closing(drafts: &[Draft], i: usize, signs: &[Sign]) -> Option<Rule> {
    let draft = drafts.get(i)?;
    let next = drafts.get(i + 1);
    if draft.about.is_some() && next.is_some_and(|next| Some(next.head) == draft.about) {
        return Some(Rule::ReleaseForm);
    }
    let before = i.checked_sub(1).and_then(|before| drafts.get(before).zip(signs.get(before)));
    if before.is_some_and(|(before, sign)| sign.1 == Rule::ReleaseForm && before.about == Some(draft.head)) {
        return Some(Rule::ReleaseForm);
    }
    (draft.tells_who && wrote(drafts, signs, draft)).then_some(Rule::AuthorNote)
}

/// Whether a byline near the top begins with the same two words.
fn wrote(drafts: &[Draft], signs: &[Sign], draft: &Draft) -> bool {
    let same = |(other, sign): (&Draft, &Sign)| sign.0 == BlockKind::Byline && other.head == draft.head;
    drafts.iter().zip(signs).take(BYLINES).any(same)
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
    if let Some(below) = below_labels(top, first) {
        return Some(below);
    }
    match first {
        0 => shaped(0).then_some(0),
        _ => (shaped(first) && top.get(first).is_some_and(|draft| draft.sign.is_none())).then_some(first),
    }
}

/// The title under a few words that name the section or the paper. A date may stand between them and it when they say
/// that they are a paper's name.
fn below_labels(top: &[Draft], first: usize) -> Option<usize> {
    let short = |draft: &Draft| draft.sign.is_none() && draft.words <= 3 && draft.heading == 0 && !draft.question;
    let paper = top.get(first).is_some_and(|draft| draft.paper);
    let label = |draft: &Draft| match draft.sign {
        Some((BlockKind::Boilerplate, _)) => true,
        Some((BlockKind::Credit | BlockKind::Related, _)) => draft.words <= 3,
        Some((BlockKind::Date, _)) => paper,
        _ => short(draft) || paper && draft.paper,
    };
    let labels = top.iter().skip(first).take_while(|draft| label(draft)).count();
    let below = first + labels;
    let title = |draft: &Draft| {
        draft.headline_like() && draft.words >= 4 && draft.sign.is_none() && (!draft.stop || draft.question)
    };
    ((1..=MOST_LABELS).contains(&labels) && top.get(below).is_some_and(title)).then_some(below)
}

fn headline_rule(draft: &Draft) -> Rule {
    match draft {
        Draft { heading: 1.., .. } => Rule::HeadingMark,
        Draft { stop: true, .. } => Rule::TitleCaseFirst,
        _ => Rule::FirstLine,
    }
}

/// What the block's own words and marks decide.
fn marked(drafts: &[Draft], i: usize, body: usize, end: usize) -> Option<Sign> {
    let draft = drafts.get(i)?;
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
    let credited = drafts.get(i + 1).is_some_and(|next| matches!(next.sign, Some((BlockKind::Credit, _))));
    let shown = credited && i > 0 && draft.title_like() && !draft.quoted && draft.words >= 4;
    if draft.picture || shown {
        return Some((BlockKind::Caption, Rule::BesidePicture));
    }
    if draft.link {
        return Some((BlockKind::Related, Rule::LinkAlone));
    }
    if draft.row && !(draft.stop && draft.words >= PROSE_WORDS) {
        return Some((BlockKind::ListItem, Rule::TableRow));
    }
    let figures = |i: usize| drafts.get(i).is_some_and(|draft| draft.figures);
    if draft.figures && (figures(i + 1) || i.checked_sub(1).is_some_and(figures)) {
        return Some((BlockKind::ListItem, Rule::ListRun));
    }
    if draft.item {
        // An agency's headings stand between dashes, the first of which looks like the mark of a list.
        let heading = matches!(draft.last, '-' | '–') || numbered_heading(drafts, i);
        let sign = (BlockKind::Subheading, Rule::ShortWithoutStop);
        return Some(if heading { sign } else { (BlockKind::ListItem, Rule::ListMark) });
    }
    draft.quote.then_some((BlockKind::Blockquote, Rule::QuoteMark))
}

/// "2. The bank that blinked" with text below it and no other point beside it.
fn numbered_heading(drafts: &[Draft], i: usize) -> bool {
    let item = |i: usize| drafts.get(i).is_some_and(|draft| draft.item);
    let Some(draft) = drafts.get(i) else { return false };
    let text = drafts.get(i + 1).is_some_and(|next| next.prose_like() && !next.goes_on);
    !draft.stop && !draft.more && draft.words <= SUBHEADING_WORDS && text && !i.checked_sub(1).is_some_and(item)
}

/// Whether a date stands directly above or below.
fn beside_date(drafts: &[Draft], i: usize, before: Option<&Sign>) -> bool {
    let below = drafts.get(i + 1).and_then(|next| next.sign.as_ref());
    [before, below].into_iter().flatten().any(|(kind, _)| *kind == BlockKind::Date)
}

/// Above the first paragraph: headline, date, byline, picture.
fn above(drafts: &[Draft], i: usize, headline: Option<usize>, before: Option<&Sign>) -> Sign {
    let text = (BlockKind::Paragraph, Rule::RunningText);
    let Some(draft) = drafts.get(i) else { return text };
    let kind = |i: usize| drafts.get(i).and_then(|draft| draft.sign).map(|(kind, _)| kind);
    if headline.is_some_and(|headline| i < headline) && draft.words <= 4 {
        return (BlockKind::Boilerplate, Rule::SectionLabel);
    }
    let beside_date = beside_date(drafts, i, before);
    let beside_page = kind(i + 1) == Some(BlockKind::Boilerplate);
    let beside_job =
        drafts.get(i + 1).is_some_and(|next| next.job || next.sign == Some((BlockKind::Byline, Rule::WriterRole)));
    let after_picture = before.is_some_and(|(kind, rule)| *kind == BlockKind::Caption && *rule == Rule::BesidePicture);
    if (after_picture || draft.styled_tail) && draft.words <= 40 {
        return (BlockKind::Caption, Rule::BesidePicture);
    }
    if draft.job && draft.title_like() && before.is_some_and(|(kind, _)| *kind == BlockKind::Byline) {
        return (BlockKind::Byline, Rule::WriterRole);
    }
    if draft.title_like() {
        let under = headline.is_some_and(|headline| headline + 1 == i);
        let told = || drafts.iter().rev().take(BYLINES).any(|other| other.tells_who && other.head == draft.head);
        return match draft.words {
            0..=4 if draft.name && (beside_date || beside_page || beside_job || told()) => {
                (BlockKind::Byline, Rule::NameAlone)
            }
            0..=4 => (BlockKind::Subheading, Rule::ShortWithoutStop),
            _ if draft.quoted => text,
            _ if under && (draft.verb || !draft.article || beside_date) => (BlockKind::Subheading, Rule::UnderHeadline),
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
            && (draft.title_like() || draft.question && draft.words <= SUBHEADING_WORDS)
            && (draft.words >= 3 || i > last)
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
    let next = drafts.get(i + 1);
    if draft.colon && draft.words <= 4 && next.is_some_and(|next| next.item || next.row) {
        return (BlockKind::Subheading, Rule::ShortWithoutStop);
    }
    // British papers quote a speaker in a heading; words of a dialogue end in a stop or stand beside other such words.
    let heads =
        draft.wholly_quoted && draft.words <= 8 && next.is_some_and(|next| next.prose_like() && !next.wholly_quoted);
    if describes_picture(draft) && i <= last {
        return (BlockKind::Caption, Rule::PictureWords);
    }
    if draft.title_like() && draft.name && draft.words <= 3 && beside_date(drafts, i, before.map(|(_, sign)| sign)) {
        return (BlockKind::Byline, Rule::NameAlone);
    }
    if !draft.title_like() || draft.words > SUBHEADING_WORDS || draft.quoted && !heads {
        return text;
    }
    if run_of_lines(drafts, i) {
        return match draft.words {
            _ if i <= last || draft.result => (BlockKind::ListItem, Rule::ListRun),
            0..=4 => (BlockKind::Boilerplate, Rule::BelowText),
            _ => (BlockKind::Related, Rule::RelatedList),
        };
    }
    if i > last {
        let followed = drafts
            .get(i + 1)
            .is_some_and(|next| next.sign.is_some_and(|(kind, _)| kind == BlockKind::Caption) || next.item);
        return match draft.words {
            _ if followed => (BlockKind::Subheading, Rule::ShortWithoutStop),
            2..=4 if draft.name => (BlockKind::Byline, Rule::NameAlone),
            5.. if draft.title_case => (BlockKind::Related, Rule::RelatedList),
            _ if last > 0 && drafts.len() - last <= MOST_BELOW => (BlockKind::Boilerplate, Rule::BelowText),
            _ => text,
        };
    }
    (BlockKind::Subheading, Rule::ShortWithoutStop)
}

/// Longer than a heading and without a stop at its end, which running text has: it has one inside or no verb.
fn describes_picture(draft: &Draft) -> bool {
    draft.title_like()
        && !(draft.quoted || draft.first_person)
        && draft.last.is_alphanumeric()
        && draft.words > SUBHEADING_WORDS
        && draft.words <= PICTURE_WORDS
        && (draft.stop_inside || !draft.verb && draft.words <= HEADLINE_WORDS)
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
