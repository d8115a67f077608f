//! Articles of ours with cuts and insertions: what a reader's clipboard may make of one.
#![no_main]

use copydesk::Format;
use copydesk_fuzz::check;
use libfuzzer_sys::fuzz_target;

const ARTICLES: [&str; 4] = [
    include_str!("../../tests/articles/interview.txt"),
    include_str!("../../tests/articles/newsletter.txt"),
    include_str!("../../tests/articles/opinion.txt"),
    include_str!("../../tests/articles/wire.txt"),
];
const PIECES: [&str; 24] = [
    "\"", "“", "”", "‘", "’", "'", "«", "»", "\n\n", "\n", " said ", "he ", "Mr. ", ", ", ". ", "**", "[", "](#)", "> ", "<p>",
    "—", "\u{200b}", "🎉", "ש",
];

/// The nearest place at or before `at` where a character begins.
fn place(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// One edit: what, where, and with how much or which piece.
fn edit(text: &mut String, [kind, high, low, load]: [u8; 4]) {
    let at = place(text, (usize::from(high) << 8 | usize::from(low)) % (text.len() + 1));
    let end = place(text, at + usize::from(load));
    match kind % 4 {
        0 => text.insert_str(at, PIECES[usize::from(load) % PIECES.len()]),
        1 => text.replace_range(at..end, ""),
        2 => {
            let copy = text[at..end].to_owned();
            text.push_str(&copy);
        }
        _ => text.insert(at, char::from(load)),
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Some((&which, edits)) = bytes.split_first() else { return };
    let mut text = ARTICLES[usize::from(which) % ARTICLES.len()].to_owned();
    for four in edits.chunks_exact(4).take(64) {
        edit(&mut text, [four[0], four[1], four[2], four[3]]);
    }
    check(&text, Format::Auto);
});
