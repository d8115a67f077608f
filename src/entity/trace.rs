//! Pronouns as the trainer sees them: every choice with its candidates.

use super::page::Page;
pub use super::ranker::{ANSWERS, Answers, QUESTIONS, Weights, score};
use super::{forms, names_and_descriptions, people, pronouns};
use crate::analysis::Form;
use crate::name::Names;
use crate::reading::Reading;
use crate::span::Span;

/// Somebody who may be meant.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The fullest name, in lower case and without marks.
    pub name: Vec<String>,
    /// Where the names stand.
    pub names: Vec<Span>,
    /// What the text shows of it.
    pub answers: Answers,
}

/// One pronoun for a person.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The pronoun.
    pub span: Span,
    /// Those who may be meant, the one last mentioned at the end.
    pub candidates: Vec<Candidate>,
}

/// Every choice in the text, each made by `weights`.
#[must_use]
pub fn choices(reading: &Reading<'_>, names: &Names, weights: &Weights) -> Vec<Choice> {
    let page = Page::new(reading);
    let (mut drafts, mut links) = names_and_descriptions(&page, names);
    let mut choices = Vec::new();
    pronouns::link(&page, &mut drafts, &mut links, weights, &mut |choice, drafts, links| {
        let candidate = |(&entity, answers): (&usize, &Answers)| Candidate {
            name: forms::key_words(reading, forms::tokens_in(reading, drafts[entity].name)),
            names: links
                .iter()
                .filter(|link| link.entity == entity && link.form == Form::Name)
                .map(|link| link.span)
                .collect(),
            answers: *answers,
        };
        let candidates = choice.entities.iter().zip(choice.answers).map(candidate).collect();
        let span = reading.tokens.get(choice.asked.spot.token).map(|token| token.span).unwrap_or_default();
        choices.push(Choice { span, candidates });
    });
    choices
}

/// Whether two full names in the form of [`Candidate::name`] may be one person's.
#[must_use]
pub fn agree(one: &[String], other: &[String]) -> bool {
    people::agree(one, other)
}
