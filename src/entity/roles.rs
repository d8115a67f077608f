//! Offices and descriptions that the article writes beside a name.

use std::ops::Range;

use super::page::Page;
use super::{Draft, Link, Rule, beside, forms};
use crate::analysis::{EntityKind, Form, MentionRule};
use crate::name::Names;
use crate::reading::Reading;
use crate::span::Span;
use crate::token::{Kind, Shape, Token};

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

    fn read(reading: &Reading<'_>, mut tokens: Range<usize>) -> Option<Self> {
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
        let head = reading.folded(head_at).to_owned();
        let modifiers = tokens.filter(|&i| i != head_at).filter_map(|i| modifier(reading, i)).collect();
        (!head.is_empty()).then_some(Self { words, head, modifiers, loose })
    }
}

/// A capitalised word in lower case.
pub fn modifier(reading: &Reading<'_>, i: usize) -> Option<String> {
    is_modifier(reading, i).then(|| forms::folded(reading.word(i)))
}

/// Whether token `i` is a capitalised word.
pub fn is_modifier(reading: &Reading<'_>, i: usize) -> bool {
    let capital = |token: &Token| matches!(token.shape, Shape::Title | Shape::Upper | Shape::Mixed);
    reading.tokens.get(i).is_some_and(|token| token.kind == Kind::Word && capital(token))
}

/// The main noun: the last word before a preposition, comma or relative clause.
fn head(reading: &Reading<'_>, tokens: Range<usize>) -> Option<usize> {
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
#[inline(never)]
pub fn collect(page: &Page<'_>, names: &Names, drafts: &mut [Draft], links: &mut Vec<Link>) {
    let rule = MentionRule::Link(Rule::RoleBesideName);
    for (at, mention) in names.mentions.iter().enumerate() {
        let Some(entity) = links.get(at).map(|link| link.entity) else { break };
        let tokens = mention.tokens.start as usize..mention.tokens.end as usize;
        let nominal = |tokens| Link { span: page.span_of(tokens), entity, form: Form::Nominal, rule };
        if drafts[entity].kind == EntityKind::Organization {
            links.extend(beside::around(page, tokens.clone()).map(nominal));
        }
        if drafts[entity].kind != EntityKind::Person {
            continue;
        }
        let behind = beside::behind(page, tokens.end);
        // The office found with the name may go on where the description has ended.
        let apart = |role: &Span| !behind.as_ref().is_some_and(|behind| role.overlaps(page.span_of(behind.clone())));
        let before = match mention.role.filter(apart) {
            Some(office) => Some((office, forms::tokens_in(page, office))),
            None => beside::before(page, tokens.start).map(|before| (page.span_of(before.clone()), before)),
        };
        let others = [behind, beside::served_as(page, tokens.end)].into_iter().flatten();
        for (span, tokens) in before.into_iter().chain(others.map(|tokens| (page.span_of(tokens.clone()), tokens))) {
            let Some(read) = Role::read(page, tokens) else { continue };
            if drafts[entity].roles.len() < MOST {
                drafts[entity].roles.push(read);
            }
            links.push(Link { span, entity, form: Form::Nominal, rule });
        }
    }
}
