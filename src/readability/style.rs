//! Words and phrases worth a second look.

use std::ops::Range;

use super::Rule;
use super::words::Word;
use crate::analysis::FindingKind;
use crate::lexicon::{HEDGE, INTENSIFIER, LYWORDS, NOMINAL, PLAIN, fold};
use crate::reading::Reading;
use crate::tag::Pos;

/// One such place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What is the matter.
    pub kind: FindingKind,
    /// The rule that found it.
    pub rule: Rule,
    /// One plain sentence.
    pub note: String,
    /// Words that would serve instead.
    pub suggestion: Option<&'static str>,
}

/// Whether [`look`] could find anything in a word, already in lower case, wherever it stands.
pub fn may_look(folded: &str) -> bool {
    let softened = matches!(
        folded,
        "rather" | "seem" | "seems" | "seemed" | "appear" | "appears" | "appeared" | "tend" | "tends" | "sort" | "kind"
    );
    softened
        || is_manner(folded)
        || HEDGE.contains(folded)
        || INTENSIFIER.contains(folded)
        || PLAIN.contains(folded)
        || NOMINAL.contains(folded)
}

/// Looks at one counted word; at most one thing is said about it.
pub fn look(reading: &Reading<'_>, word: &Word, sentence: &Range<usize>) -> Option<Spot> {
    if word.name {
        return None;
    }
    let mut buffer = [0; 64];
    let folded = fold(word.span.of(reading.text), &mut buffer);
    let tag = reading.tags.get(word.tokens.start).copied();
    plain(word, folded, tag)
        .or_else(|| hedge(reading, word, folded, sentence))
        .or_else(|| adverb(word, folded, tag))
        .or_else(|| nominal(reading, word, folded, sentence))
}

fn spot(word: &Word, kind: FindingKind, rule: Rule, note: String, suggestion: Option<&'static str>) -> Spot {
    Spot { tokens: word.tokens.clone(), kind, rule, note, suggestion }
}

fn plain(word: &Word, folded: &str, tag: Option<Pos>) -> Option<Spot> {
    let plainer = PLAIN.find(folded)?;
    // A participle before a noun is described, not done: "the accompanying letter".
    if tag == Some(Pos::Adj) && (folded.ends_with("ing") || folded.ends_with("ed")) {
        return None;
    }
    let note = format!("“{plainer}” says the same.");
    Some(spot(word, FindingKind::ComplexWord, Rule::PlainerWord, note, Some(plainer)))
}

fn hedge(reading: &Reading<'_>, word: &Word, folded: &str, sentence: &Range<usize>) -> Option<Spot> {
    let next_word = |n: usize| {
        let at = word.tokens.end + n - 1;
        if at < sentence.end { reading.word(at) } else { "" }
    };
    let next = next_word(1);
    let is = |other: &str, want: &str| other.eq_ignore_ascii_case(want);
    let softened = match folded {
        "rather" => !is(next, "than"),
        "seem" | "seems" | "seemed" | "appear" | "appears" | "appeared" | "tend" | "tends" => is(next, "to"),
        "sort" | "kind" => is(next, "of") && before(reading, word, sentence).is_some_and(|w| !determines(w)),
        _ => HEDGE.contains(folded),
    };
    let extra = usize::from(matches!(folded, "sort" | "kind") || is(next, "to"));
    softened.then(|| {
        let mut found =
            spot(word, FindingKind::Hedge, Rule::Hedge, "It softens the claim: say it, or say who does.".into(), None);
        found.tokens.end += extra.min(sentence.end.saturating_sub(found.tokens.end));
        found
    })
}

fn before<'a>(reading: &Reading<'a>, word: &Word, sentence: &Range<usize>) -> Option<&'a str> {
    word.tokens.start.checked_sub(1).filter(|at| sentence.contains(at)).map(|at| reading.folded(at))
}

/// "a kind of", "what sort of", "this kind of" mean kinds.
fn determines(word: &str) -> bool {
    matches!(
        word,
        "a" | "the"
            | "this"
            | "that"
            | "some"
            | "any"
            | "no"
            | "what"
            | "which"
            | "every"
            | "each"
            | "one"
            | "another"
            | "same"
            | "different"
            | "new"
            | "certain"
            | "first"
            | "only"
            | "other"
            | "is"
            | "its"
            | "their"
            | "his"
            | "her"
            | "my"
            | "your"
            | "our"
            | "right"
            | "wrong"
            | "special"
            | "rare"
            | "own"
    )
}

fn adverb(word: &Word, folded: &str, tag: Option<Pos>) -> Option<Spot> {
    let adverbial = !matches!(tag, Some(Pos::Adj | Pos::Noun | Pos::Verb | Pos::Propn));
    if !adverbial {
        return None;
    }
    if INTENSIFIER.contains(folded) {
        let note = "It adds force, not meaning.".into();
        return Some(spot(word, FindingKind::Adverb, Rule::Intensifier, note, None));
    }
    is_manner(folded).then(|| {
        let note = "A stronger verb may do without it.".into();
        spot(word, FindingKind::Adverb, Rule::MannerAdverb, note, None)
    })
}

fn is_manner(folded: &str) -> bool {
    folded.len() > 4 && folded.ends_with("ly") && !LYWORDS.contains(folded)
}

/// "made a decision": a weak verb with a noun that is the real verb.
fn nominal(reading: &Reading<'_>, word: &Word, folded: &str, sentence: &Range<usize>) -> Option<Spot> {
    let verb = NOMINAL.find(folded)?;
    // At most "a", "the" or "an" and one adjective stand between.
    let from = word.tokens.start.saturating_sub(3).max(sentence.start);
    let start = (from..word.tokens.start).rev().find(|&at| is_weak_verb(reading.folded(at)))?;
    let between = start + 1..word.tokens.start;
    let joined = between.clone().all(|at| {
        matches!(reading.folded(at), "a" | "an" | "the" | "some" | "any" | "no" | "their" | "his" | "her" | "its")
            || (at + 1 == word.tokens.start && reading.tags.get(at) == Some(&Pos::Adj))
    });
    joined.then(|| {
        let note = format!("The verb is hidden in the noun: “{verb}”.");
        let mut found = spot(word, FindingKind::Nominalization, Rule::HiddenVerb, note, Some(verb));
        found.tokens.start = start;
        found
    })
}

fn is_weak_verb(word: &str) -> bool {
    matches!(
        word,
        "make"
            | "makes"
            | "made"
            | "making"
            | "conduct"
            | "conducts"
            | "conducted"
            | "conducting"
            | "perform"
            | "performs"
            | "performed"
            | "performing"
            | "undertake"
            | "undertakes"
            | "undertook"
            | "undertaking"
            | "reach"
            | "reaches"
            | "reached"
            | "reaching"
            | "give"
            | "gives"
            | "gave"
            | "giving"
            | "provide"
            | "provides"
            | "provided"
            | "providing"
            | "effect"
            | "effected"
            | "carry"
            | "carried"
            | "carrying"
    )
}
