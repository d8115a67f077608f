//! Tags by name.

/// Tags that begin and end blocks, sorted.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];
/// Tags inside running text, sorted.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "big", "br", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "label", "mark",
    "meta", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "wbr",
];
/// Tags whose content is no text of the article, sorted.
const DROPPED: &[&str] = &[
    "audio", "button", "canvas", "head", "iframe", "math", "nav", "noscript", "object", "script", "select", "style",
    "svg", "template", "textarea", "title", "video",
];

/// Splits off the name of a tag.
#[must_use]
pub fn name(text: &str) -> (&str, &str) {
    let len = text.bytes().take(16).take_while(u8::is_ascii_alphanumeric).count();
    text.split_at(len)
}

/// Finds `name`, in any case, in a sorted list in lower case.
fn find(list: &'static [&'static str], name: &str) -> Option<&'static str> {
    let lower = |known: &&str| {
        let name = name.bytes().map(|b| b.to_ascii_lowercase());
        known.bytes().cmp(name)
    };
    list.binary_search_by(lower).ok().and_then(|at| list.get(at)).copied()
}

/// The tag's name in lower case when it begins or ends a block.
#[must_use]
pub fn block(name: &str) -> Option<&'static str> {
    find(BLOCKS, name)
}

/// The tag's name in lower case when it stands inside running text.
#[must_use]
pub fn inline(name: &str) -> Option<&'static str> {
    find(INLINE, name)
}

/// The tag's place in the list of those whose content is dropped, and its name in lower case.
#[must_use]
pub fn dropped(name: &str) -> Option<(usize, &'static str)> {
    let name = find(DROPPED, name)?;
    DROPPED.binary_search(&name).ok().map(|at| (at, name))
}

/// How many tags have their content dropped.
pub const DROPPED_COUNT: usize = DROPPED.len();

/// Whether the tag begins or ends a block.
#[must_use]
pub fn is_block(name: &str) -> bool {
    block(name).is_some()
}

/// Whether it is a tag of articles.
#[must_use]
pub fn is_known(name: &str) -> bool {
    is_block(name) || inline(name).is_some()
}
