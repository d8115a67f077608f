//! Second look at the units of a line, where a neighbour decides what a word can do.

use super::lines::Unit;
use super::words::{Cat, Verb};
use crate::reading::Reading;

/// Second look at a line, where a neighbour decides.
// Apart: in very long functions the engines of browsers run out of registers.
#[inline(never)]
pub(super) fn line(reading: &Reading<'_>, units: &mut [Unit]) {
    for i in 0..units.len() {
        match units[i].cat {
            Cat::Noun | Cat::Adj | Cat::Adv | Cat::Det | Cat::Time => time(reading, units, i),
            Cat::PronPoss | Cat::Gen | Cat::Prep | Cat::Verb => other(reading, units, i),
            _ => {}
        }
    }
}

/// The category of the unit before unit `i`.
fn before(units: &[Unit], i: usize) -> Option<Cat> {
    i.checked_sub(1).and_then(|before| units.get(before)).map(|unit| unit.cat)
}

/// The category of the unit after unit `i`.
fn after(units: &[Unit], i: usize) -> Option<Cat> {
    units.get(i + 1).map(|unit| unit.cat)
}

/// What is a time after all, and a time that is none.
#[inline(never)]
fn time(reading: &Reading<'_>, units: &mut [Unit], i: usize) {
    let word = || reading.word(units[i].start as usize);
    let next_is_time = || units.get(i + 1).is_some_and(|u| is_time_word(reading.word(u.start as usize)));
    match units[i].cat {
        // "Friday night", "last week", "this month".
        Cat::Noun | Cat::Adj if before(units, i) == Some(Cat::Time) && is_time_word(word()) => {
            units[i].cat = Cat::Time;
        }
        Cat::Adj | Cat::Det if matches!(word(), "last" | "this" | "next" | "past") && next_is_time() => {
            units[i].cat = Cat::Time;
            units[i + 1].cat = Cat::Time;
            units[i + 1].verb = None;
        }
        // "late Wednesday", "early on Friday".
        Cat::Adj | Cat::Adv if after(units, i) == Some(Cat::Time) && matches!(word(), "late" | "early") => {
            units[i].cat = Cat::Time;
        }
        // "April Mellody": the month is a first name.
        Cat::Time if after(units, i) == Some(Cat::Name) && matches!(word(), "April" | "June" | "August") => {
            units[i].cat = Cat::Name;
        }
        _ => {}
    }
}

/// What is none of a time, and was taken for something else.
#[inline(never)]
fn other(reading: &Reading<'_>, units: &mut [Unit], i: usize) {
    let word = || reading.word(units[i].start as usize);
    match units[i].cat {
        // "told her that", `told her "no"`: no noun follows, so "her" is an object.
        Cat::PronPoss
            if word().eq_ignore_ascii_case("her")
                && !after(units, i).is_some_and(|c| c.is_nominal() || c == Cat::Quote && !told(units, i)) =>
        {
            units[i].cat = Cat::PronObj;
        }
        // "'s" after a pronoun is a verb.
        Cat::Gen if matches!(before(units, i), Some(Cat::Pron | Cat::That | Cat::Wh | Cat::Rel)) => {
            units[i].cat = Cat::Aux;
        }
        // "about four in ten", "over 40 people".
        Cat::Prep
            if after(units, i) == Some(Cat::Num)
                && matches!(word().to_ascii_lowercase().as_str(), "about" | "over" | "around" | "under") =>
        {
            units[i].cat = Cat::Adv;
        }
        // "which state news agencies said": a noun that could be a verb.
        Cat::Verb
            if before(units, i) == Some(Cat::Rel)
                && after(units, i) == Some(Cat::Noun)
                && units[i].verb.is_some_and(|v| v.is('n'))
                && Verb::find(reading.folded(units[i].start as usize)).is_some_and(|v| v.lemma == word()) =>
        {
            units[i].cat = Cat::Adj;
            units[i].verb = None;
        }
        _ => {}
    }
}

/// Whether a verb with an addressee stands before unit `i`.
fn told(units: &[Unit], i: usize) -> bool {
    i > 0 && units[i - 1].verb.is_some_and(|v| v.is('t'))
}

fn is_time_word(word: &str) -> bool {
    matches!(
        word,
        "week"
            | "month"
            | "year"
            | "night"
            | "morning"
            | "afternoon"
            | "evening"
            | "weekend"
            | "summer"
            | "winter"
            | "spring"
            | "fall"
            | "day"
            | "days"
            | "weeks"
            | "months"
            | "years"
    )
}
