//! Texts of a wanted length.

/// The first `bytes` bytes of what `text` repeats, or some less, so that no character is cut.
pub fn fill(text: &str, bytes: usize) -> String {
    let mut filled = text.repeat(bytes / text.len() + 1);
    while filled.len() > bytes {
        filled.pop();
    }
    filled
}
