//! What the text shows of a pair of marks, by which speech is told from other words.

use super::glance::{NOTHING, put, within, word};
use crate::model::hash::mix;
use crate::quote::content::Page;
use crate::quote::marks::Pair;
use crate::quote::report::Report;
use crate::quote::rules::{OtherRule, Rule};
use crate::quote::speech;
use crate::quote::words::Cat;
use crate::tag::Pos;

/// How far around the marks verbs of saying are counted, in units.
const AROUND: usize = 30;

/// What the rules say of a pair.
#[derive(Clone, Copy)]
pub(crate) struct Opinion<'r> {
    /// The report that claims it.
    pub owner: Option<&'r Report>,
    /// The sieve that would find a speaker.
    pub sieve: Option<Rule>,
    /// Why it is no speech unless a cue claims it.
    pub other: Option<OtherRule>,
}

/// Replaces `out` by the features of a pair.
pub(crate) fn features(page: Page<'_, '_>, pair: usize, opinion: Opinion<'_>, out: &mut Vec<u32>) {
    out.clear();
    let unit = page.lines.unit_of_pair(pair);
    let pair = &page.pairs[pair];
    let row = page.lines.rows.get(page.lines.line_of(unit)).cloned().unwrap_or(unit..unit + 1);
    let look = |at: Option<usize>| within(page, &row, at);
    let (before, before_class) = look(unit.checked_sub(1));
    let (before_2, before_2_class) = look(unit.checked_sub(2));
    let (after, after_class) = look(Some(unit + 1));
    let (_, after_2_class) = look(Some(unit + 2));
    let inside = Inside::of(page, pair);
    let place = u32::from(unit == row.start) * 2 + u32::from(after_class == NOTHING || after_class == Cat::Stop as u32);
    let rule = opinion.owner.map_or(NOTHING, |report| report.rule as u32);
    let lemma = opinion.owner.map_or(NOTHING, |report| word(report.lemma));
    let source = opinion
        .owner
        .map_or(NOTHING, |report| report.source.as_ref().map_or(NOTHING - 1, |s| class_of_head(page, s.mention.end)));
    let piece = opinion.owner.and_then(|report| report.pieces.iter().find(|piece| piece.contains(&unit)));
    let alone = piece.map_or(9, |p| u32::from(p.start == unit) + 2 * u32::from(p.end == unit + 1));
    let sieve = opinion.sieve.map_or(NOTHING, |rule| rule as u32);
    let other = opinion.other.map_or(NOTHING, |rule| rule as u32);
    let (mut cues, mut quotes) = (0, 0);
    let near = row.start.max(unit.saturating_sub(AROUND))..row.end.min(unit + AROUND);
    for seen in page.lines.units.get(near).unwrap_or_default() {
        cues += u32::from(seen.speaks());
        quotes += u32::from(seen.cat == Cat::Quote);
    }
    let (cues, quotes) = (cues.min(2), quotes.min(4));
    let pairs = [
        [0, 0],
        // What stands around.
        [before, 0],
        [after, 0],
        [before_2, 0],
        [before_class, after_class],
        [mix(0, before_2_class, before_class), 0],
        [mix(0, after_class, after_2_class), 0],
        [place, inside.end],
        [quotes, cues],
        // What stands inside.
        [inside.words, 0],
        [inside.words, inside.clause * 2 + inside.lower],
        [inside.end, u32::from(inside.words >= 4)],
        [inside.first, inside.title],
        [inside.first_word, 0],
        [mix(0, inside.first, inside.second), if inside.words <= 3 { inside.third } else { NOTHING }],
        [u32::from(pair.single), u32::from(pair.closed)],
        // Both.
        [mix(0, before_class, u32::from(inside.words <= 3)), inside.first],
        [after_class, inside.last],
        [inside.lower, before_class],
        [before, inside.words.min(7)],
        [inside.end, mix(0, before_class, after_class)],
        // What the rules think.
        [rule, 0],
        [rule, lemma],
        [rule, inside.words],
        [rule, cues],
        [rule, alone],
        [lemma, inside.words.min(5)],
        [source, 0],
        [sieve, opinion.owner.map_or(0, |report| 1 + u32::from(report.speech))],
        [other, 0],
        [other, rule],
    ];
    put(0, &pairs, out);
}

/// The class of the last unit before `end`.
fn class_of_head(page: Page<'_, '_>, end: usize) -> u32 {
    page.lines.cat(end.saturating_sub(1)) as u32
}

/// The words between the marks.
struct Inside {
    /// How many, the many together.
    words: u32,
    /// Whether they have capitals as a title has.
    title: u32,
    /// Whether a finite verb is among them.
    clause: u32,
    /// Whether they begin in lower case.
    lower: u32,
    /// With what they end.
    end: u32,
    /// The tags of the first words and of the last.
    first: u32,
    second: u32,
    third: u32,
    last: u32,
    /// The first word, if its class is closed.
    first_word: u32,
}

impl Inside {
    fn of(page: Page<'_, '_>, pair: &Pair) -> Self {
        let inner = pair.inner();
        let tokens = page.reading.tokens.get(inner.clone()).unwrap_or_default();
        let tags = page.reading.tags.get(inner.clone()).unwrap_or_default();
        let mut words = tokens.iter().zip(tags).filter(|(token, _)| token.begins_word()).map(|(_, tag)| *tag as u32);
        let [first, second, third] = std::array::from_fn(|_| words.next().unwrap_or(NOTHING));
        let last = tokens.iter().zip(tags).rev().take(40).find(|(token, _)| token.begins_word());
        let begin = page.reading.word(inner.start);
        let first_word = match tags.first() {
            Some(Pos::Pron | Pos::Det | Pos::Adp | Pos::Aux | Pos::Cconj | Pos::Sconj | Pos::Part) => word(begin),
            Some(tag) => *tag as u32,
            None => NOTHING,
        };
        Self {
            words: many(speech::word_count(page, pair)),
            title: u32::from(speech::is_title_case(page, pair)),
            clause: u32::from(speech::has_finite_verb(page, pair)),
            lower: u32::from(begin.starts_with(char::is_lowercase)),
            end: end_of(page.reading.word(inner.end.saturating_sub(1))),
            first,
            second,
            third,
            last: last.map_or(NOTHING, |(_, tag)| *tag as u32),
            first_word,
        }
    }
}

/// A number of words, the many together.
fn many(words: usize) -> u32 {
    match words {
        0..=6 => words as u32,
        7..=8 => 7,
        9..=12 => 8,
        13..=20 => 9,
        _ => 10,
    }
}

fn end_of(word: &str) -> u32 {
    match word {
        "," => 1,
        "?" | "!" => 3,
        "…" | "..." | "-" | "—" | "--" | "–" => 4,
        _ if word.ends_with('.') => 2,
        _ => 0,
    }
}
