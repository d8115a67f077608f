//! What a caller may ask for.

use crate::calendar::Day;

/// How the input is to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Plain text or Markdown residue, and HTML when the input plainly is HTML.
    #[default]
    Auto,
    /// Text as it stands; Markdown residue is still seen through.
    Text,
    /// Markdown; offsets stay those of the source.
    Markdown,
    /// HTML; offsets index the extracted text.
    Html,
}

/// What a caller may ask for. The default is what most want.
///
/// ```
/// use copydesk::{Day, Options};
/// let options = Options { published: Day::parse("2025-04-11"), ..Options::default() };
/// assert_eq!(options.published.unwrap().to_string(), "2025-04-11");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options<'a> {
    /// How to read the input.
    pub format: Format,
    /// Day of publication; overrides the one found in the article.
    pub published: Option<Day>,
    /// Count blocks that are not prose in readability.
    pub include_furniture: bool,
    /// Count these blocks as [`include_furniture`](Self::include_furniture) counts all: indexes into
    /// `Analysis::blocks`, which are the same for the same text and format. One that names no block changes nothing.
    pub include_blocks: &'a [u32],
    /// Count what is spoken of figures, signs, initials and addresses, instead of one syllable for each.
    pub read_aloud: bool,
    /// Add `Analysis::tokens`.
    pub tokens: bool,
}
