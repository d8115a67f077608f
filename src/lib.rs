//! Copydesk reads a news article and tells who said what, who and when it is about, and how hard it is to read.
//!
//! # The floor plan
//!
//! The article is a guest: it enters as `&str` and is never altered. Each room looks at it, writes one list and
//! passes it on. A room may read the lists of the rooms before it and nothing else.
//!
//! ```text
//! text ► article ► sentence ► token ► tag ► name ► entity ► quote ► readability ► Analysis ► wire ► wasm
//! ```
//!
//! The first four rooms build a [`Reading`]; the last four interpret it.
//!
//! ```
//! let analysis = copydesk::analyze("\"We open on Monday,\" said Ines Marlow.", &copydesk::Options::default());
//! assert_eq!(analysis.quotes.len(), 1);
//! assert_eq!(analysis.quotes[0].speaker.as_ref().map(|s| s.name.as_str()), Some("Ines Marlow"));
//! ```
//!
//! # What holds everywhere
//!
//! - The core is total: any `&str` in, an [`Analysis`] out. No `Result`, no panic, no I/O, no clock, no randomness.
//! - Offsets are UTF-8 bytes. Only [`wire`] knows UTF-16; only the `wasm` module knows JavaScript.
//! - Every judgement carries its rule, and every rule knows its reason in plain words ([`rule::all`]).
//! - The same text gives the same answer on every machine.

pub mod analysis;
pub mod article;
pub mod calendar;
pub mod entity;
pub mod lexicon;
pub mod model;
pub mod name;
mod options;
pub mod quote;
pub mod readability;
mod reading;
pub mod rule;
pub mod sentence;
mod span;
pub mod tag;
pub mod token;
#[cfg(feature = "train")]
pub mod train;
pub mod wire;

#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use analysis::Analysis;
pub use calendar::Day;
pub use options::{Format, Options};
pub use reading::Reading;
pub use span::Span;

/// Reads one article. Total: whatever the text, an analysis comes back.
///
/// Time and memory are linear in the length of the text.
#[must_use]
pub fn analyze<'t>(text: &'t str, options: &Options<'_>) -> Analysis<'t> {
    analyze_watched(text, options, |_| ())
}

/// How many rooms [`analyze_watched`] passes.
pub const ROOMS: u32 = 8;

/// [`analyze`], which tells `behind` after each room how many are done, for a progress bar.
#[must_use]
pub fn analyze_watched<'t>(text: &'t str, options: &Options<'_>, mut behind: impl FnMut(u32)) -> Analysis<'t> {
    let article = article::split(text, options.format);
    let text = article.text.as_ref();
    behind(1);
    let sentences = sentence::split(text, &article);
    behind(2);
    let tokens = token::split(text, &article, &sentences);
    behind(3);
    let tags = tag::tag(text, &tokens);
    behind(4);
    let reading = Reading::new(text, &article, &sentences, &tokens, &tags);
    let names = name::find(&reading, options.published);
    behind(5);
    let people = entity::gather(&reading, &names);
    behind(6);
    let said = quote::attribute(&reading, &names, &people);
    behind(7);
    let measured = readability::measure(&reading, &names, &said, options);
    let tokens = options.tokens.then(|| readability::export_tokens(&reading, options));
    behind(ROOMS);

    Analysis {
        schema: 1,
        version: env!("CARGO_PKG_VERSION"),
        language: measured.language,
        published: names.published,
        blocks: article.blocks.iter().map(article::Block::export).collect(),
        sentences: measured.sentences,
        findings: measured.findings,
        readability: measured.readability,
        entities: people.entities,
        mentions: people.mentions,
        dates: names.dates,
        quotes: said.quotes,
        other_quoted: said.other_quoted,
        speakers: said.speakers,
        warnings: measured.warnings,
        tokens,
        residue: article.residue,
        text: article.text,
    }
}
