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
//! # Examples
//!
//! Who said what, and how sure that is:
//!
//! ```
//! use copydesk::analysis::{Confidence, QuoteKind};
//! use copydesk::{Options, analyze};
//!
//! let text = "\"We open on Monday,\" said Ines Marlow, the mayor of Port Ellery.";
//! let analysis = analyze(text, &Options::default());
//! let quote = &analysis.quotes[0];
//! assert_eq!(quote.span.of(text), "\"We open on Monday,\"");
//! assert_eq!(quote.kind, QuoteKind::Direct);
//!
//! let speaker = quote.speaker.as_ref().expect("the article names her");
//! assert_eq!(speaker.name, "Ines Marlow");
//! assert_eq!(speaker.confidence, Confidence::Sure);
//! println!("{}, because: {}", speaker.name, speaker.rule.why());
//! ```
//!
//! Who is named, and where; records refer to each other by index:
//!
//! ```
//! # use copydesk::{Options, analyze};
//! let text = "Ines Marlow opened the bridge. Marlow has been mayor of Port Ellery since 2019.";
//! let analysis = analyze(text, &Options::default());
//! let marlow = analysis.entities.iter().find(|entity| entity.name == "Ines Marlow").expect("she is named");
//! let forms: Vec<_> = marlow.mentions.iter().map(|&id| analysis.mentions[id as usize].span.of(text)).collect();
//! assert_eq!(forms, ["Ines Marlow", "Marlow"]);
//! ```
//!
//! Relative dates resolve against the day of publication. Without one they stay open, never today's:
//!
//! ```
//! use copydesk::analysis::Basis;
//! use copydesk::{Day, Options, analyze};
//!
//! let text = "The bridge closed on Friday.";
//! let published = Options { published: Day::parse("2024-03-04"), ..Options::default() };
//! assert_eq!(analyze(text, &published).dates[0].value.as_deref(), Some("2024-03-01"));
//! assert_eq!(analyze(text, &Options::default()).dates[0].basis, Basis::Unresolved);
//! ```
//!
//! Readability; a formula that is undefined for the counts is `None`, never 0:
//!
//! ```
//! use copydesk::{Options, analyze, readability};
//!
//! let analysis = analyze("The cat sat on the mat.", &Options::default());
//! assert_eq!(analysis.readability.counts.words, 6);
//! assert!(analysis.readability.scores.flesch_reading_ease.is_some());
//! assert!(analysis.readability.too_short);
//! assert!(analyze("", &Options::default()).readability.scores.flesch_reading_ease.is_none());
//! assert_eq!(readability::syllables("readability"), 5);
//! ```
//!
//! HTML is read for its words; spans then index [`Analysis::text`], not the markup:
//!
//! ```
//! use copydesk::{Format, Options, analyze};
//!
//! let html = Options { format: Format::Html, ..Options::default() };
//! let analysis = analyze("<p>The mayor <b>left</b> &amp; came back.</p>", &html);
//! assert_eq!(analysis.sentences[0].span.of(&analysis.text), "The mayor left & came back.");
//! ```
//!
//! The JSON that the npm package gives, with offsets in UTF-16 code units, by any serializer of serde:
//!
//! ```
//! use copydesk::{Options, analyze, wire};
//!
//! let text = "🦊 Ines Marlow left.";
//! let analysis = analyze(text, &Options::default());
//! assert_eq!(analysis.mentions[0].span.start, 5);
//! let json = serde_json::to_value(wire::to_utf16(analysis)).expect("plain records");
//! assert_eq!(json["mentions"][0]["span"]["start"], 3);
//! ```
//!
//! # What holds everywhere
//!
//! - The core is total: any `&str` in, an [`Analysis`] out. No `Result`, no panic, no I/O, no clock, no randomness.
//! - Offsets are UTF-8 bytes. Only [`wire`] knows UTF-16; only the `wasm` module knows JavaScript.
//! - Every judgement carries its rule, and every rule knows its reason in plain words ([`rule::all`]).
//! - The same text gives the same answer on every machine, whatever was read before: what is kept of a word from article to
//!   article saves time and nothing else.

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
mod recent;
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

/// What the README says of the crate is run like every other example.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
