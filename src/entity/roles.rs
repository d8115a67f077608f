//! Offices and descriptions that the article writes beside a name.

use super::{Draft, Link, Rule, forms};
use crate::analysis::{EntityKind, Form, MentionRule};
use crate::lexicon::fold;
use crate::name::Names;
use crate::reading::Reading;
use crate::span::Span;
use crate::tag::Pos;
use crate::token::{Kind, Shape};

/// How many roles of one entity are kept.
const MOST: usize = 12;
/// How far behind a name "who serves as" is looked for, in tokens.
const REACH: usize = 10;

/// One office or description.
#[derive(Clone, Debug)]
pub struct Role {
    /// The words, without a leading article.
    pub words: Span,
    /// Its main noun in lower case: "envoy".
    pub head: String,
    /// Its capitalised words in lower case: "putin" in "Putin's economic envoy".
    pub modifiers: Vec<String>,
    /// Whether it began with "a": what a person is, not the office held.
    loose: bool,
}

impl Role {
    /// Offices come before descriptions, and what was said first before the rest.
    pub fn rank(&self) -> (bool, u32) {
        (self.loose, self.words.start)
    }

    fn read(reading: &Reading<'_>, span: Span) -> Option<Self> {
        let mut tokens = forms::tokens_in(reading, span);
        let first = reading.word(tokens.start);
        let loose = first.eq_ignore_ascii_case("a") || first.eq_ignore_ascii_case("an");
        if loose || first.eq_ignore_ascii_case("the") {
            tokens.start += 1;
        }
        if tokens.is_empty() {
            return None;
        }
        let words = reading.span_of(tokens.clone());
        let head_at = head(reading, tokens.clone())?;
        let mut buffer = [0; 64];
        let head = fold(reading.word(head_at), &mut buffer).to_owned();
        let modifiers = tokens.filter(|&i| i != head_at).filter_map(|i| modifier(reading, i)).collect();
        (!head.is_empty()).then_some(Self { words, head, modifiers, loose })
    }
}

/// A capitalised word in lower case.
pub fn modifier(reading: &Reading<'_>, i: usize) -> Option<String> {
    let token = reading.tokens.get(i)?;
    let capital = matches!(token.shape, Shape::Title | Shape::Upper | Shape::Mixed) && token.kind == Kind::Word;
    capital.then(|| forms::folded(reading.word(i)))
}

/// The main noun: the last word before a preposition, comma or relative clause.
fn head(reading: &Reading<'_>, tokens: std::ops::Range<usize>) -> Option<usize> {
    const ENDS: [&str; 11] = ["of", "for", "at", "in", "to", "with", "who", "which", "that", "from", "and"];
    let mut last = None;
    for i in tokens {
        let word = reading.word(i);
        let token = reading.tokens.get(i)?;
        if last.is_some() && (word == "," || ENDS.iter().any(|end| end.eq_ignore_ascii_case(word))) {
            break;
        }
        if token.kind == Kind::Word && !word.starts_with(['\'', '’']) {
            last = Some(i);
        }
    }
    last
}

/// Gives every person the roles written beside the name, and a mention for each. `links` are those of the names, in
/// their order.
pub fn collect(reading: &Reading<'_>, names: &Names, drafts: &mut [Draft], links: &mut Vec<Link>) {
    for (at, mention) in names.mentions.iter().enumerate() {
        let Some(entity) = links.get(at).map(|link| link.entity) else { break };
        if drafts[entity].kind != EntityKind::Person {
            continue;
        }
        let end = mention.tokens.end as usize;
        let behind = apposition(reading, end).filter(|&span| mention.role.is_none_or(|role| !role.overlaps(span)));
        for span in [mention.role, behind, served_as(reading, end)].into_iter().flatten() {
            let Some(read) = Role::read(reading, span) else { continue };
            if drafts[entity].roles.len() < MOST {
                drafts[entity].roles.push(read);
            }
            let rule = MentionRule::Link(Rule::RoleBesideName);
            links.push(Link { span, entity, form: Form::Nominal, rule });
        }
    }
}

/// "Mara Ashdown, a harbour pilot, …": what stands between the comma and the end of the description.
fn apposition(reading: &Reading<'_>, at: usize) -> Option<Span> {
    let end = reading.tokens_of(reading.sentence_of(at)).end;
    if reading.word(at) != "," || !matches!(reading.word(at + 1), "a" | "an" | "the") {
        return None;
    }
    let from = at + 1;
    let to = (from..(from + REACH).min(end)).find(|&i| !continues_description(reading, i))?;
    // A verb right behind the comma belongs to a clause, not to a description.
    let plain = (from..to).all(|i| !matches!(reading.tags.get(i), Some(Pos::Verb | Pos::Aux)));
    (plain && to > from + 1).then(|| reading.span_of(from..to))
}

/// "…, who also serves as Putin's economic envoy": what stands behind "as", up to the end of the clause.
fn served_as(reading: &Reading<'_>, at: usize) -> Option<Span> {
    let sentence = reading.sentence_of(at);
    let end = reading.tokens_of(sentence).end;
    let who = (at..(at + 2).min(end)).find(|&i| reading.word(i) == "who")?;
    let found = (who + 1..(who + REACH).min(end)).find(|&i| {
        const SERVES: [&str; 8] = ["serves", "served", "acts", "acted", "works", "worked", "serve", "serving"];
        SERVES.contains(&reading.word(i)) && reading.word(i + 1) == "as"
    })?;
    let from = found + 2;
    let to =
        (from..(from + REACH).min(end)).find(|&i| !continues_description(reading, i)).unwrap_or(end.min(from + REACH));
    (to > from).then(|| reading.span_of(from..to))
}

fn continues_description(reading: &Reading<'_>, i: usize) -> bool {
    let word = reading.word(i);
    let ends =
        matches!(word, "," | "." | ";" | ":" | "and" | "but" | "who" | "when" | "while" | "since" | "until" | "under");
    !ends && reading.tokens.get(i).is_some_and(|token| !matches!(token.kind, Kind::Mark | Kind::Punct) || word == "-")
}
