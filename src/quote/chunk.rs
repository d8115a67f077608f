//! Noun phrases that begin at a place.

use std::ops::Range;

use super::lines::Lines;
use super::words::Cat;

/// One chunk without prepositions that begins at `i`; empty when none does.
pub(super) fn chunk(lines: &Lines, i: usize, end: usize) -> Range<usize> {
    if matches!(lines.cat(i), Cat::Pron | Cat::PronObj) {
        return i..(i + 1).min(end);
    }
    let mut last = i;
    while last < end && last - i < 14 {
        let cat = lines.cat(last);
        let goes_on = match cat {
            Cat::Det | Cat::PronPoss => last == i || matches!(lines.cat(last - 1), Cat::Det | Cat::Gen),
            Cat::Name | Cat::Noun | Cat::Num | Cat::Adj => true,
            Cat::Gen => last > i,
            // "a Wednesday editorial", "the printed card", "a scripted message".
            Cat::Time | Cat::Verb | Cat::Ing => {
                last > i
                    && matches!(lines.cat(last - 1), Cat::Det | Cat::PronPoss | Cat::Adj | Cat::Time)
                    && matches!(lines.cat(last + 1), Cat::Noun | Cat::Adj | Cat::Name)
            }
            _ => false,
        };
        if !goes_on {
            break;
        }
        last += 1;
    }
    if (i..last).any(|u| matches!(lines.cat(u), Cat::Name | Cat::Noun | Cat::Num | Cat::Det | Cat::Adj)) {
        i..last
    } else {
        i..i
    }
}

/// The noun phrase, with its "of" and "in" parts, that begins at `i`: the subject after its verb.
pub(super) fn subject_after(lines: &Lines, i: usize, end: usize) -> Range<usize> {
    let first = chunk(lines, i, end);
    if first.is_empty() || lines.cat(i) == Cat::PronObj {
        return i..i;
    }
    let mut last = first.end;
    for _ in 0..3 {
        if !matches!(lines.cat(last), Cat::Of | Cat::Prep | Cat::And) || lines.cat(i) == Cat::Pron {
            break;
        }
        let next = chunk(lines, last + 1, end);
        if next.is_empty() {
            break;
        }
        last = next.end;
    }
    i..last
}
