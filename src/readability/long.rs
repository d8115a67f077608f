//! Sentences that hold too much.

use std::ops::Range;

use super::Rule;
use super::lookup::Lookup;
use crate::reading::Reading;
use crate::tag::Pos;
use crate::token::Kind;

/// Sentences of more words than this are long when they also twist; the style guide of the British government draws the
/// line here for every sentence, but news reads easily past it while the clauses are few.
const LONG: u32 = 25;
/// So many clauses twist a sentence.
const TWISTED: usize = 3;
/// Sentences of more words than this are long however plain they are.
const LONG_ANYWAY: u32 = 30;
/// Sentences of more words than this lose many readers.
const VERY_LONG: u32 = 40;
/// So far after "and" the verb of a clause is looked for.
const VERB_WITHIN: usize = 8;

/// Why a sentence of so many words is long, if it is.
pub fn judge(reading: &Reading<'_>, lookup: &Lookup<'_>, words: u32, tokens: &Range<usize>) -> Option<(Rule, String)> {
    if words <= LONG {
        return None;
    }
    let clauses = 1 + tokens
        .clone()
        .filter(|&at| lookup.token(at).is_some_and(|entry| entry.clause) && opens_clause(reading, at, tokens.end))
        .count();
    let rule = match words {
        words if words > VERY_LONG => Rule::TooManyWords,
        words if words > LONG_ANYWAY || clauses >= TWISTED => Rule::ManyWords,
        _ => return None,
    };
    let note = match clauses {
        1 => format!("{words} words."),
        2 => format!("{words} words, two clauses."),
        3 => format!("{words} words, three clauses."),
        4 => format!("{words} words, four clauses."),
        n => format!("{words} words, {n} clauses."),
    };
    Some((rule, note))
}

/// Whether a word, already in lower case, can open a clause.
pub fn may_open_clause(word: &str) -> bool {
    always_opens_clause(word) || matches!(word, "and" | "but" | "or" | "so")
}

fn always_opens_clause(word: &str) -> bool {
    matches!(
        word,
        "which"
            | "who"
            | "whom"
            | "whose"
            | "because"
            | "although"
            | "though"
            | "while"
            | "when"
            | "where"
            | "whether"
            | "if"
            | "unless"
            | ";"
    )
}

/// Words that open a clause within a sentence; an estimate that needs no parser.
fn opens_clause(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    always_opens_clause(reading.folded(at))
        || (at.checked_sub(1).is_some_and(|before| reading.word(before) == ",") && verb_follows(reading, at + 1, end))
}

/// "…, and the boats left" has a verb before the next comma; the last thing of a list has none.
fn verb_follows(reading: &Reading<'_>, from: usize, end: usize) -> bool {
    (from..end.min(from + VERB_WITHIN))
        .take_while(|&at| reading.tokens.get(at).is_some_and(|token| !matches!(token.kind, Kind::Punct | Kind::Mark)))
        .any(|at| matches!(reading.tags.get(at), Some(Pos::Verb | Pos::Aux)))
}
