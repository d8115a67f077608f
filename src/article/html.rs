//! HTML: the words taken out of it, and what its tags say about them.

/// Whether `content`, what stands between `<` and `>`, is a tag that text is commonly marked up with.
#[must_use]
pub fn is_known_tag(content: &str) -> bool {
    let name = content.trim_start_matches('/');
    let len = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, rest) = name.split_at(len);
    let known = ["a", "b", "br", "div", "em", "i", "p", "span", "strong", "sub", "sup", "u"];
    (rest.is_empty() || rest.starts_with([' ', '/'])) && known.iter().any(|tag| tag.eq_ignore_ascii_case(name))
}
