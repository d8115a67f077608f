//! Conversations without quotation marks: transcripts and interviews in which a label before a colon says whose turn it is.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::content::Page;
use super::drafts::Draft;
use super::report::Source;
use super::rules::Rule;
use super::words::Cat;
use crate::analysis::{BlockKind, Confidence, EntityKind, QuoteKind};

/// Longest label, in units.
const LONGEST: usize = 6;
/// So many turns make a conversation.
const TURNS: usize = 4;

/// Labels that name a part in a conversation, in lower case.
const PARTS: [&str; 26] = [
    "answer",
    "anchor",
    "audience",
    "caller",
    "chair",
    "chairman",
    "chairwoman",
    "correspondent",
    "counsel",
    "host",
    "interviewer",
    "judge",
    "listener",
    "moderator",
    "narrator",
    "operator",
    "presenter",
    "prosecutor",
    "question",
    "questioner",
    "reader",
    "reporter",
    "speaker",
    "the court",
    "voice",
    "witness",
];

/// One paragraph of the article.
struct Paragraph {
    block: u32,
    /// Its units, without the label.
    body: Range<usize>,
    label: Option<Range<usize>>,
}

impl Paragraph {
    /// "(Applause.)": what happens rather than what is said.
    fn is_direction(&self, page: Page<'_, '_>) -> bool {
        self.label.is_none() && page.lines.cat(self.body.start) == Cat::Open
    }

    /// Whether more is said than a figure or a name.
    fn has_verb(&self, page: Page<'_, '_>) -> bool {
        self.body.clone().any(|i| matches!(page.lines.cat(i), Cat::Verb | Cat::Aux))
    }
}

/// The turns of every conversation in text order.
pub(super) fn find(page: Page<'_, '_>, first_group: u32) -> Vec<Draft> {
    let paragraphs = paragraphs(page);
    let turns: Vec<usize> = (0..paragraphs.len()).filter(|&i| paragraphs[i].label.is_some()).collect();
    let (Some(&first), Some(&last)) = (turns.first(), turns.last()) else { return Vec::new() };
    if !is_conversation(page, &paragraphs, &turns) {
        return Vec::new();
    }
    let asked = Asked::before(page, paragraphs[first].body.start);
    let spoken = |paragraph: &&Paragraph| !paragraph.is_direction(page);
    let mut group = first_group;
    let mut source = None;
    let mut drafts = Vec::new();
    for paragraph in paragraphs[first..=last].iter().filter(spoken) {
        let own = paragraph.label.as_ref().map(|label| asked.speaker(page, label));
        let labelled = own.is_some();
        if let Some(own) = own {
            group += 1;
            source = Some(own);
        }
        let Some((source, confidence)) = source.clone().filter(|_| !paragraph.body.is_empty()) else { continue };
        drafts.push(Draft {
            units: paragraph.body.clone(),
            pairs: Vec::new(),
            kind: QuoteKind::Indirect,
            group,
            cue: None,
            source: Some(source),
            via: None,
            rule: Rule::TurnLabel,
            confidence: if labelled { confidence } else { Confidence::Check },
        });
    }
    drafts
}

/// Puts turns in the place of what is reported in them; what stands in marks there is kept. Both come in text order.
pub(super) fn replace(drafts: Vec<Draft>, turns: Vec<Draft>) -> Vec<Draft> {
    if turns.is_empty() {
        return drafts;
    }
    let free = |draft: &Draft| {
        if draft.kind != QuoteKind::Indirect {
            return true;
        }
        let at = turns.partition_point(|turn| turn.units.end <= draft.units.start);
        turns.get(at).is_none_or(|turn| draft.units.end <= turn.units.start)
    };
    let mut all: Vec<Draft> = drafts.into_iter().filter(free).collect();
    all.extend(turns);
    all.sort_by_key(|draft| (draft.units.start, draft.units.end));
    all
}

/// The paragraphs of running text.
fn paragraphs(page: Page<'_, '_>) -> Vec<Paragraph> {
    let mut all: Vec<Paragraph> = Vec::new();
    for row in &page.lines.rows {
        let Some(token) = page.lines.units.get(row.start).map(|unit| unit.start as usize) else { continue };
        let Some(sentence) = page.reading.sentences.get(page.reading.sentence_of(token)) else { continue };
        match all.last_mut() {
            Some(paragraph) if paragraph.block == sentence.block => paragraph.body.end = row.end,
            _ if page.reading.blocks.get(sentence.block as usize).is_some_and(|block| block.prose) => {
                let label = label(page, row);
                let start = label.as_ref().map_or(row.start, |label| label.end + 1);
                all.push(Paragraph { block: sentence.block, body: start..row.end, label });
            }
            _ => {}
        }
    }
    all
}

/// The label that a line begins with: a name, a part in a conversation or capitals, then a colon and words without marks.
fn label(page: Page<'_, '_>, row: &Range<usize>) -> Option<Range<usize>> {
    let colon = (row.start..row.end.min(row.start + LONGEST + 1)).find(|&i| page.lines.cat(i) == Cat::Colon)?;
    let units = row.start..colon;
    if units.is_empty() || units.clone().any(|i| page.lines.pair(i).is_some()) || page.lines.pair(colon + 1).is_some() {
        return None;
    }
    let words = page.lines.span(page.reading, &units).of(page.reading.text);
    let capitals = words.chars().any(char::is_uppercase) && !words.chars().any(char::is_lowercase);
    (capitals || is_part(words) || names_somebody(page, &units)).then_some(units)
}

/// "Host", "Speaker 2".
fn is_part(words: &str) -> bool {
    let words = words.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ').to_lowercase();
    PARTS.contains(&words.as_str())
}

/// Whether some units end in the name of a person or organisation, and every word of them has a capital.
fn names_somebody(page: Page<'_, '_>, units: &Range<usize>) -> bool {
    let tokens = page.lines.tokens(units);
    let mentions = &page.names.mentions;
    let at = mentions.partition_point(|name| (name.tokens.end as usize) < tokens.end);
    let named = mentions.get(at).is_some_and(|name| {
        name.tokens.end as usize == tokens.end && matches!(name.kind, EntityKind::Person | EntityKind::Organization)
    });
    named && units.clone().all(|i| page.word(i).starts_with(|c: char| !c.is_lowercase()))
}

/// Whether labels change often enough and come back, most paragraphs between the first and the last have one, and most of
/// these are sentences.
fn is_conversation(page: Page<'_, '_>, paragraphs: &[Paragraph], turns: &[usize]) -> bool {
    let mut counts: FxHashMap<String, u32> = FxHashMap::default();
    for label in turns.iter().filter_map(|&i| paragraphs[i].label.as_ref()) {
        // The last word stands for the name: "INES MARLOW", later "MARLOW".
        *counts.entry(page.word(label.end - 1).to_lowercase()).or_default() += 1;
    }
    let among = turns.last().zip(turns.first()).map_or(0, |(last, first)| last - first + 1);
    let sentences = turns.iter().filter(|&&i| paragraphs[i].has_verb(page)).count();
    turns.len() >= TURNS
        && sentences * 2 >= turns.len()
        && turns.len() * 2 >= among
        && counts.len() >= 2
        && counts.len() * 2 <= turns.len() + 1
        && counts.values().any(|&count| count >= 2)
}

/// Who asks and who answers where the labels are "Q" and "A".
struct Asked {
    /// The units of the writer's name.
    asks: Option<Range<usize>>,
    /// The units of the only person named before the first turn, in the headline or else anywhere.
    answers: Option<Range<usize>>,
}

impl Asked {
    fn before(page: Page<'_, '_>, end: usize) -> Self {
        let people: Vec<(BlockKind, Range<usize>)> = page
            .names
            .mentions
            .iter()
            .filter(|name| name.kind == EntityKind::Person)
            .map(|name| (name, page.lines.unit_of(name.tokens.start)..page.lines.unit_of(name.tokens.end - 1) + 1))
            .take_while(|(_, units)| units.end <= end)
            .filter_map(|(name, units)| {
                let sentence = page.reading.sentence_of(name.tokens.start as usize);
                Some((page.reading.block_of(sentence)?.kind, units))
            })
            .collect();
        let of = |kind: &dyn Fn(BlockKind) -> bool| {
            let mut named = people.iter().filter(|(block, _)| kind(*block)).map(|(_, units)| units);
            let first = named.next()?;
            let last_word = |units: &Range<usize>| page.word(units.end - 1);
            named.all(|units| last_word(units) == last_word(first)).then(|| first.clone())
        };
        Self {
            asks: of(&|kind| kind == BlockKind::Byline),
            answers: of(&|kind| kind == BlockKind::Headline).or_else(|| of(&|kind| kind != BlockKind::Byline)),
        }
    }

    /// Whom a label stands for.
    fn speaker(&self, page: Page<'_, '_>, label: &Range<usize>) -> (Source, Confidence) {
        let stands_for = match page.lines.span(page.reading, label).of(page.reading.text) {
            "Q" | "Question" | "QUESTION" => &self.asks,
            "A" | "Answer" | "ANSWER" => &self.answers,
            _ => return (Source::plain(label.clone()), Confidence::Sure),
        };
        (Source { stands_for: stands_for.clone(), ..Source::plain(label.clone()) }, Confidence::Check)
    }
}
