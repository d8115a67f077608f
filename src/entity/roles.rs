//! Offices and descriptions that the article writes beside a name.

use super::{Draft, Link, Rule, beside, forms};
use crate::analysis::{EntityKind, Form, MentionRule};
use crate::lexicon::fold;
use crate::name::Names;
use crate::reading::Reading;
use crate::span::Span;
use crate::token::{Kind, Shape};

/// How many roles of one entity are kept.
const MOST: usize = 12;

/// One office or description.
#[derive(Clone, Debug)]
pub struct Role {
    /// The words, without a leading article.
    pub words: Span,
    /// Its main noun in lower case: "envoy".
    pub head: String,
    /// Its capitalised words in lower case: "marrow" in "Marrow's trade envoy".
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

/// Gives every person the roles written beside the name, and a mention for each; so with bodies that their kind stands
/// beside. `links` are those of the names, in their order.
pub fn collect(reading: &Reading<'_>, names: &Names, drafts: &mut [Draft], links: &mut Vec<Link>) {
    let rule = MentionRule::Link(Rule::RoleBesideName);
    for (at, mention) in names.mentions.iter().enumerate() {
        let Some(entity) = links.get(at).map(|link| link.entity) else { break };
        let tokens = mention.tokens.start as usize..mention.tokens.end as usize;
        if drafts[entity].kind == EntityKind::Organization {
            let span = beside::around(reading, tokens.clone()).map(|around| reading.span_of(around));
            links.extend(span.map(|span| Link { span, entity, form: Form::Nominal, rule }));
        }
        if drafts[entity].kind != EntityKind::Person {
            continue;
        }
        let span = |range| reading.span_of(range);
        let behind = beside::behind(reading, tokens.end).map(span);
        // The office found with the name may go on where the description has ended.
        let office = mention.role.filter(|role| !behind.is_some_and(|behind| role.overlaps(behind)));
        let before = office.or_else(|| beside::before(reading, tokens.start).map(span));
        for span in [before, behind, beside::served_as(reading, tokens.end).map(span)].into_iter().flatten() {
            let Some(read) = Role::read(reading, span) else { continue };
            if drafts[entity].roles.len() < MOST {
                drafts[entity].roles.push(read);
            }
            links.push(Link { span, entity, form: Form::Nominal, rule });
        }
    }
}
