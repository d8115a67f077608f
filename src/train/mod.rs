//! Corpora in, weights and scores out. Built with the feature `train` only; nothing of it is shipped.
//!
//! The same corpora give the same bytes: one fixed seed, integer or exact arithmetic, ordered maps.

pub mod article;
pub mod corpus;
mod gold;
pub mod names;
pub mod perceptron;
mod power;
pub mod pronouns;
pub mod quotes;
pub mod random;
pub mod syllables;
pub mod tagger;
mod texts;

use crate::options::Format;
use crate::reading::Reading;
use crate::{sentence, tag, token};

/// Lets the first four rooms read `text`, as the product does, and gives what they wrote to `use_it`.
fn read<T>(text: &str, use_it: impl FnOnce(&Reading<'_>) -> T) -> T {
    let article = crate::article::split(text, Format::default());
    let text = article.text.as_ref();
    let sentences = sentence::split(text, &article);
    let tokens = token::split(text, &article, &sentences);
    let tags = tag::tag(text, &tokens);
    use_it(&Reading::new(text, &article, &sentences, &tokens, &tags))
}
