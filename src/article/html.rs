//! HTML: the words taken out of it, and what its tags say about them.
//!
//! No tree is built: counters of what is open tell each block's kind, so depth costs nothing.

mod entity;
mod page;
mod tag;

use crate::span::Span;
pub use page::extract;

/// What the tags around a block say about it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hint {
    /// Level of the heading, 0 for none.
    pub heading: u8,
    /// Inside `<blockquote>`.
    pub quote: bool,
    /// Inside a list.
    pub item: bool,
    /// Inside `<figure>`.
    pub caption: bool,
    /// A cell of a table.
    pub cell: bool,
    /// Inside `<aside>` or `<footer>`.
    pub margin: bool,
    /// All of it is a link.
    pub link: bool,
    /// All of it is bold or in italics.
    pub styled: bool,
}

/// The words of a page.
#[derive(Debug, Default)]
pub struct Extracted {
    /// Blocks with an empty line between them.
    pub text: String,
    /// Where each block is in `text`, and what its tags say.
    pub blocks: Vec<(Span, Hint)>,
}

/// Whether `content`, what stands between `<` and `>`, is a tag that text is commonly marked up with.
#[must_use]
pub fn is_known_tag(content: &str) -> bool {
    let (name, rest) = tag::name(content.trim_start_matches('/'));
    (rest.is_empty() || rest.starts_with([' ', '/'])) && tag::is_known(name)
}

/// Whether a text plainly is HTML rather than text with a stray tag.
#[must_use]
pub fn looks_like(text: &str) -> bool {
    const ENOUGH: usize = 3;
    let start = text.trim_start_matches(super::lines::is_blank);
    let head = start.get(..15).unwrap_or(start).to_ascii_lowercase();
    if ["<!doctype html", "<html", "<?xml", "<!--startfrag"].iter().any(|sign| head.starts_with(sign)) {
        return true;
    }
    let ends = text.match_indices('<').filter_map(|(at, _)| text.get(at + 1..)?.strip_prefix('/'));
    let ends = ends.filter(|rest| tag::is_block(tag::name(rest).0));
    let opens = start.strip_prefix('<').is_some_and(|rest| {
        let (name, rest) = tag::name(rest);
        rest.starts_with([' ', '>', '/', '\n']) && (tag::is_known(name) || rest.contains("</"))
    });
    let closes = text.trim_end_matches(super::lines::is_blank).ends_with('>');
    let needed = if opens && closes { 1 } else { ENOUGH };
    let inline_only = opens && closes && start.contains("</") && !start.contains("\n\n");
    ends.take(needed).count() == needed || inline_only
}
