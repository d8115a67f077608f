//! The passive voice: a form of "be" or "get", perhaps some adverbs, then a past participle.

use std::ops::Range;

use super::Rule;
use super::lookup::Lookup;
use super::state;
use crate::lexicon::{ADJECTIVAL, IRREGULAR};
use crate::reading::Reading;
use crate::tag::Pos;
use crate::token::Kind;

/// A passive: its tokens from the auxiliary to the participle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passive {
    /// From the auxiliary to the participle.
    pub tokens: Range<usize>,
    /// Whether "by" follows, so that the doer is named.
    pub doer: bool,
    /// With "be", with "get", or by custom.
    pub rule: Rule,
}

/// So many tokens may stand between the auxiliary and the participle.
const GAP: usize = 6;

/// The passives of one sentence, in order.
pub fn find(reading: &Reading<'_>, lookup: &Lookup<'_>, tokens: &Range<usize>, out: &mut Vec<Passive>) {
    let mut at = tokens.start;
    while at < tokens.end {
        let possible = lookup.shared(at).is_some_and(|entry| entry.auxiliary);
        if let Some(passive) = if possible { begun_by(reading, at, tokens) } else { None } {
            at = passive.tokens.end;
            out.push(passive);
        } else {
            at += 1;
        }
    }
}

/// The passive whose auxiliary is token `at`.
#[inline(never)]
fn begun_by(reading: &Reading<'_>, at: usize, tokens: &Range<usize>) -> Option<Passive> {
    let rule = auxiliary(reading, at)?;
    let participle = participle_after(reading, at, tokens, rule)?;
    let doer = doer_follows(reading, participle, tokens);
    let custom = !doer && rule == Rule::PassiveBe && state::is_custom(reading.folded(participle));
    Some(Passive { tokens: at..participle + 1, doer, rule: if custom { Rule::PassiveByCustom } else { rule } })
}

/// Whether a word, already in lower case, can be the auxiliary of a passive.
pub fn may_be_auxiliary(word: &str) -> bool {
    word == "'s" || is_be(word) || is_get(word)
}

fn is_be(word: &str) -> bool {
    matches!(word, "be" | "been" | "being" | "is" | "are" | "was" | "were" | "am" | "'re" | "'m")
}

fn is_get(word: &str) -> bool {
    matches!(word, "get" | "gets" | "got" | "gotten" | "getting")
}

fn auxiliary(reading: &Reading<'_>, at: usize) -> Option<Rule> {
    let word = reading.folded(at);
    // "he's asked", not "the mayor's asked price".
    let short = word == "'s" && at.checked_sub(1).is_some_and(|before| takes_short_is(reading.folded(before)));
    if short || is_be(word) {
        return Some(Rule::PassiveBe);
    }
    is_get(word).then_some(Rule::PassiveGet)
}

fn takes_short_is(word: &str) -> bool {
    matches!(
        word,
        "he" | "she" | "it" | "that" | "this" | "there" | "here" | "what" | "who" | "everyone" | "everything"
    )
}

/// The participle that an auxiliary governs.
fn participle_after(reading: &Reading<'_>, auxiliary: usize, tokens: &Range<usize>, rule: Rule) -> Option<usize> {
    let end = tokens.end.min(auxiliary + 2 + GAP);
    let mut asked = inverted(reading, auxiliary, tokens);
    let question = asked && asks(reading, auxiliary, tokens);
    for at in auxiliary + 1..end {
        let word = reading.folded(at);
        if is_participle(reading, at, word) && !(question && is_nominal(reading, at + 1)) {
            return governs(reading, auxiliary, at, tokens, word, rule).then_some(at);
        }
        // "was 'forced' out": the author keeps at a distance from the word, and it is done all the same.
        let distant = reading.tokens.get(at).is_some_and(|token| token.kind == Kind::Mark && !token.glued)
            && !short_is(reading, auxiliary);
        if asked && is_short_subject(word) {
            asked = false;
        } else if !(distant || question && is_nominal(reading, at))
            && (!may_stand_between(reading, at, word) || (at == auxiliary + 1 && joins(word)))
        {
            return None;
        }
    }
    None
}

/// "Was he asked?": the auxiliary opens the sentence or follows a question word.
fn inverted(reading: &Reading<'_>, auxiliary: usize, tokens: &Range<usize>) -> bool {
    let Some(before) = auxiliary.checked_sub(1).filter(|before| tokens.contains(before)) else { return true };
    let word = reading.folded(before);
    matches!(word, "why" | "how" | "when" | "where" | "what" | "who" | "and" | "nor" | "neither")
        || reading.tokens.get(before).is_some_and(|t| t.kind == Kind::Mark)
}

/// "Is the old bridge closed?": a whole subject stands between.
fn asks(reading: &Reading<'_>, auxiliary: usize, tokens: &Range<usize>) -> bool {
    let opens = auxiliary <= tokens.start + 1;
    let end = tokens.end.min(auxiliary + 4 + GAP);
    opens && (auxiliary..end).any(|at| reading.word(at) == "?")
}

fn is_nominal(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.tags.get(at), Some(Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Pron))
}

fn is_short_subject(word: &str) -> bool {
    matches!(word, "i" | "you" | "he" | "she" | "it" | "we" | "they" | "this" | "that" | "these" | "those" | "there")
}

/// These stand between adverbs, not before them.
fn joins(word: &str) -> bool {
    matches!(word, "and" | "or" | "but")
}

fn may_stand_between(reading: &Reading<'_>, at: usize, word: &str) -> bool {
    match word {
        "not" | "n't" | "also" | "never" | "ever" | "always" | "often" | "still" | "just" | "already" | "now"
        | "then" | "all" | "both" | "only" | "even" | "so" | "too" | "very" | "well" | "first" | "soon" | "once"
        | "twice" | "much" | "long" | "most" | "more" | "less" | "least" | "best" | "better" | "worse" | "badly"
        | "further" | "later" | "instead" | "perhaps" | "maybe" | "almost" | "quite" | "rather" | "again"
        | "either" | "thus" | "therefore" | "however" | "sometimes" | "together" | "largely" | "being" | "been"
        | "next" | "last" | "to-be" | "likewise" | "hardly" | "each" | "half" | "partly" | "and" | "or" | "but"
        | "somehow" | "anyway" | "indeed" | "yet" | "seldom" => true,
        _ => {
            let adverb = word.len() > 4 && word.ends_with("ly");
            adverb && reading.tags.get(at).is_none_or(|&tag| !matches!(tag, Pos::Noun | Pos::Propn | Pos::Verb))
        }
    }
}

/// Whether a word has the shape of a past participle.
fn is_participle(reading: &Reading<'_>, at: usize, word: &str) -> bool {
    let Some(token) = reading.tokens.get(at) else { return false };
    if token.kind != Kind::Word || word.len() < 3 {
        return false;
    }
    let last = word.rsplit('-').next().unwrap_or(word);
    let regular = last.len() > 3 && last.ends_with("ed") && !last.ends_with("eed");
    regular || last == "freed" || last == "agreed" || IRREGULAR.contains(last)
}

/// Whether auxiliary and participle make a passive rather than a state or a perfect.
fn governs(
    reading: &Reading<'_>,
    auxiliary: usize,
    participle: usize,
    tokens: &Range<usize>,
    word: &str,
    rule: Rule,
) -> bool {
    let after = participle + 1;
    // "was armed-robbery suspect": the participle only begins a compound.
    let compound = after < tokens.end && reading.tokens.get(after).is_some_and(|t| t.glued);
    if compound {
        return false;
    }
    let next = if after < tokens.end { reading.folded(after) } else { "" };
    let tag = reading.tags.get(participle);
    if next != "by" && (state::is_degree(reading.folded(participle - 1)) || state::exists(reading, auxiliary, after)) {
        return false;
    }
    if word == "used" && next == "to" && rule == Rule::PassiveBe {
        return reading.tags.get(after + 1) == Some(&Pos::Verb);
    }
    if state::is_set_phrase(reading, participle, tokens) {
        return false;
    }
    match ADJECTIVAL.find(word) {
        Some("by") if next == "by" => return true,
        Some(_) => return rule == Rule::PassiveGet && matches!(word, "married" | "stuck"),
        None => {}
    }
    if word.starts_with("un") && word.ends_with("ed") && next != "by" && !word.starts_with("under") {
        return false;
    }
    // "he's opened a shop" is a perfect: what is done follows at once.
    let object = state::opens_object(next) || reading.tags.get(after) == Some(&Pos::Noun);
    if short_is(reading, auxiliary) && object {
        return false;
    }
    match tag {
        Some(Pos::Adj) => next == "by" || (rule == Rule::PassiveBe && state::is_dated(reading, after, tokens.end)),
        Some(Pos::Propn) => false,
        _ => rule == Rule::PassiveBe || got_passive(word),
    }
}

fn short_is(reading: &Reading<'_>, auxiliary: usize) -> bool {
    matches!(reading.word(auxiliary), "'s" | "’s")
}

/// "got done", "got left": "get" with these is "become" or "finish", and nobody else does it.
fn got_passive(word: &str) -> bool {
    !matches!(
        word,
        "used" | "done" | "started" | "rid" | "read" | "set" | "let" | "put" | "cut" | "run" | "left" | "bet" | "bid"
    )
}

/// "by" soon after the participle names the doer, unless a time follows: "by the end of May", "by 2030".
fn doer_follows(reading: &Reading<'_>, participle: usize, tokens: &Range<usize>) -> bool {
    let near = participle + 1..tokens.end.min(participle + 4);
    let Some(by) = near.clone().find(|&at| reading.word(at).eq_ignore_ascii_case("by")) else { return false };
    let time = |at: usize| {
        let word = reading.folded(at);
        reading.tokens.get(at).is_some_and(|token| token.kind == Kind::Number)
            || matches!(
                word,
                "end"
                    | "then"
                    | "now"
                    | "time"
                    | "day"
                    | "night"
                    | "noon"
                    | "week"
                    | "weekend"
                    | "month"
                    | "year"
                    | "january"
                    | "february"
                    | "march"
                    | "april"
                    | "may"
                    | "june"
                    | "july"
                    | "august"
                    | "september"
                    | "october"
                    | "november"
                    | "december"
                    | "monday"
                    | "tuesday"
                    | "wednesday"
                    | "thursday"
                    | "friday"
                    | "saturday"
                    | "sunday"
                    | "tomorrow"
                    | "mistake"
                    | "accident"
                    | "hand"
            )
            || word.ends_with("ing")
    };
    !(by + 1..tokens.end.min(by + 3)).any(time)
}
