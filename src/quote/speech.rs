//! Marks that hold no speech.

use super::content::Page;
use super::marks::Pair;
use super::rules::OtherRule;
use super::words::Cat;
use crate::analysis::{BlockKind, OtherKind};
use crate::token::{Kind, Shape};

/// Why a pair holds no speech, whatever stands around it; `None` when it may hold speech.
pub(super) fn surely_other(page: Page<'_, '_>, index: usize) -> Option<(OtherKind, OtherRule)> {
    let pair = page.pairs.get(index)?;
    let unit = page.lines.unit_of_pair(index);
    let words = word_count(page, pair);
    let furniture = page.reading.block_of(page.reading.sentence_of(pair.open as usize)).is_some_and(|b| {
        matches!(
            b.kind,
            BlockKind::Related
                | BlockKind::Boilerplate
                | BlockKind::Credit
                | BlockKind::WireCredit
                | BlockKind::SourceUrl
                | BlockKind::Byline
        )
    });
    if furniture {
        return Some((OtherKind::Title, OtherRule::Furniture));
    }
    if words <= 3 && is_title_case(page, pair) && is_nickname(page, unit) {
        return Some((OtherKind::Nickname, OtherRule::NicknameInName));
    }
    if words <= 8 && names_a_term(page, unit) {
        return Some((OtherKind::Term, OtherRule::TermBefore));
    }
    None
}

/// Why a pair that no cue claims holds no speech.
pub(super) fn other(page: Page<'_, '_>, index: usize) -> Option<(OtherKind, OtherRule)> {
    let pair = page.pairs.get(index)?;
    let unit = page.lines.unit_of_pair(index);
    let words = word_count(page, pair);
    let title = is_title_case(page, pair);
    let sentence = page.stops_inside(unit) && words > 3 && !title;
    if sentence {
        return None;
    }
    if words <= 12 && title && work_before(page, unit) {
        return Some((OtherKind::Title, OtherRule::WorkBefore));
    }
    if words <= 10 && named_so(page, unit) {
        return Some((if title { OtherKind::Title } else { OtherKind::Term }, OtherRule::NamedSo));
    }
    if words <= 10
        && title
        && (words >= 2 || page.lines.cat(unit.wrapping_sub(1)).is_nominal())
        && !starts_line(page, unit)
    {
        return Some((OtherKind::Title, OtherRule::TitleCase));
    }
    let few = words <= 3 && !has_finite_verb(page, pair);
    (few && !starts_line(page, unit)).then_some((OtherKind::Scare, OtherRule::FewWordsNoSpeaker))
}

fn starts_line(page: Page<'_, '_>, unit: usize) -> bool {
    page.lines.rows.get(page.lines.line_of(unit)).is_some_and(|line| line.start == unit)
}

pub(super) fn word_count(page: Page<'_, '_>, pair: &Pair) -> usize {
    page.reading.tokens.get(pair.inner()).unwrap_or_default().iter().take(200).filter(|t| t.begins_word()).count()
}

pub(super) fn has_finite_verb(page: Page<'_, '_>, pair: &Pair) -> bool {
    use crate::tag::Pos;
    let tags = page.reading.tags.get(pair.inner()).unwrap_or_default();
    tags.iter().take(40).any(|t| *t == Pos::Aux)
        || tags.iter().take(40).zip(tags.iter().skip(1)).any(|(a, b)| *a == Pos::Pron && *b == Pos::Verb)
}

/// Whether every word of four letters or more has a capital, and the first word has one.
pub(super) fn is_title_case(page: Page<'_, '_>, pair: &Pair) -> bool {
    let tokens = page.reading.tokens.get(pair.inner()).unwrap_or_default();
    let mut words = tokens.iter().take(40).filter(|t| t.kind == Kind::Word && t.begins_word());
    let capital = |t: &crate::token::Token| matches!(t.shape, Shape::Title | Shape::Upper | Shape::Mixed);
    let Some(first) = words.next() else { return false };
    capital(first)
        && words.all(|t| {
            capital(t)
                || t.span.len() < 4
                || matches!(
                    page.reading.text.get(t.span.start as usize..t.span.end as usize),
                    Some("from" | "with" | "into" | "over")
                )
        })
}

/// Ricardo "Ricky" Salas.
fn is_nickname(page: Page<'_, '_>, unit: usize) -> bool {
    page.lines.cat(unit) == Cat::Name
}

fn names_a_term(page: Page<'_, '_>, unit: usize) -> bool {
    let word = |back: usize| unit.checked_sub(back).map_or("", |i| page.word(i));
    let term = |w: &str| {
        ["term", "terms", "word", "words", "so", "called", "so-called", "phrase", "expression"]
            .iter()
            .any(|t| w.eq_ignore_ascii_case(t))
    };
    let before = word(1);
    let unit_before = unit.checked_sub(1).and_then(|i| page.lines.units.get(i));
    let hyphenated = unit_before.is_some_and(|u| u.end - u.start > 1) && before.eq_ignore_ascii_case("so");
    (term(before) && !matches!(before, "so" | "called" | "So" | "words"))
        || hyphenated
        || (before == "called" && word(2).eq_ignore_ascii_case("so"))
}

/// "called", "dubbed", "known as" right before the marks, an article aside.
fn named_so(page: Page<'_, '_>, unit: usize) -> bool {
    let word = |back: usize| unit.checked_sub(back).map_or("", |i| page.word(i));
    let skip = 1 + usize::from(matches!(word(1), "the" | "a" | "an"));
    matches!(
        word(skip),
        "called"
            | "named"
            | "titled"
            | "entitled"
            | "dubbed"
            | "nicknamed"
            | "labeled"
            | "labelled"
            | "styled"
            | "codenamed"
            | "headlined"
            | "subtitled"
            | "captioned"
    ) || (word(skip) == "as" && matches!(word(skip + 1), "known" | "billed" | "pitched"))
}

/// A noun for works or programmes shortly before the marks: the film "…", host of NBC's "…".
fn work_before(page: Page<'_, '_>, unit: usize) -> bool {
    (1..=6)
        .filter_map(|back| unit.checked_sub(back))
        .take_while(|&i| page.lines.cat(i) != Cat::Stop && page.lines.cat(i) != Cat::Quote)
        .any(|i| {
            matches!(
                page.word(i),
                "book"
                    | "books"
                    | "movie"
                    | "film"
                    | "show"
                    | "shows"
                    | "song"
                    | "songs"
                    | "series"
                    | "podcast"
                    | "program"
                    | "programme"
                    | "album"
                    | "novel"
                    | "documentary"
                    | "host"
                    | "hosts"
                    | "co"
                    | "author"
                    | "star"
                    | "stars"
                    | "starring"
                    | "magazine"
                    | "play"
                    | "musical"
                    | "sitcom"
                    | "drama"
                    | "comedy"
                    | "ad"
                    | "episode"
                    | "memoir"
                    | "poem"
                    | "hit"
                    | "blockbuster"
                    | "thriller"
                    | "newsletter"
                    | "blog"
                    | "column"
                    | "essay"
                    | "article"
                    | "report"
                    | "exhibition"
                    | "painting"
                    | "game"
                    | "app"
                    | "wrote"
                    | "on"
                    | "watching"
                    | "watch"
                    | "reboot"
                    | "anchor"
                    | "moderator"
                    | "ballet"
                    | "opera"
                    | "single"
                    | "track"
            )
        })
}
