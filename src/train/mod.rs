//! Corpora in, weights and scores out. Built with the feature `train` only; nothing of it is shipped.
//!
//! The same corpora give the same bytes: one fixed seed, integer or exact arithmetic, ordered maps.

pub mod article;
pub mod corpus;
pub mod perceptron;
pub mod pronouns;
pub mod random;
pub mod syllables;
pub mod tagger;
