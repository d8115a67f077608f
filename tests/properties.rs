//! What holds for any text: arbitrary strings, mutated articles, texts that are none.
#![cfg(not(target_arch = "wasm32"))]

mod support;
#[path = "support/texts.rs"]
mod texts;

use copydesk::{Day, Format, Options, analyze};
use proptest::prelude::*;
use support::validate;
use texts::texts;

fn options(format: Format) -> Options<'static> {
    // One of the formats stands for the readings that are asked for rarely.
    let rare = format == Format::Text;
    let include_blocks: &[u32] = if rare { &[0, 3, u32::MAX] } else { &[] };
    let published = Day::parse("2024-03-15");
    Options { format, published, include_furniture: false, include_blocks, read_aloud: rare, tokens: true }
}

fn check(text: &str) {
    for format in [Format::Auto, Format::Text, Format::Markdown, Format::Html] {
        let first = analyze(text, &options(format));
        validate(&first);
        if matches!(format, Format::Text | Format::Markdown) {
            assert_eq!(first.text, text, "text is never altered");
        }
        assert_eq!(first, analyze(text, &options(format)), "the same text gives the same answer");
    }
}

/// Pieces that news texts and broken pastes are made of.
const PIECES: [&str; 40] = [
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "„",
    "U.S.",
    "St.",
    " said ",
    "he",
    "Mr. ",
    "Ada Brook",
    "the envoy",
    ", ",
    ". ",
    "? ",
    "\n\n",
    "\n",
    "\r\n",
    "**",
    "[",
    "](#)",
    "<p>",
    "</p>",
    "&amp;",
    "<script>",
    "# ",
    "> ",
    "- ",
    "April 11, 2025",
    "Friday",
    "3.5",
    "$",
    "—",
    "🎉",
    "\u{200b}",
    "ש",
];

/// Pieces of names, with marks and signs that join the letter before them.
const MARKED: [&str; 22] = [
    "Ada",
    " Brook",
    "Zoe",
    "\u{308}",
    "\u{301}\u{301}\u{301}",
    "\u{200d}",
    "\u{fe0f}",
    "👩‍👩‍👧",
    "🇳🇴",
    "🏽",
    " said ",
    "Mr. ",
    "O’Neill",
    "-",
    "’s",
    ". ",
    " ",
    "U.S.",
    "\u{202e}",
    "\u{200b}",
    "नि",
    "각",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_strings_are_analysed(text in ".{0,400}") {
        check(&text);
    }

    #[test]
    fn arbitrary_piles_of_pieces_are_analysed(picks in prop::collection::vec(0..PIECES.len(), 0..120)) {
        let text: String = picks.into_iter().map(|i| PIECES[i]).collect();
        check(&text);
    }

    #[test]
    fn names_keep_the_marks_of_their_letters(picks in prop::collection::vec(0..MARKED.len(), 0..60)) {
        let text: String = picks.into_iter().map(|i| MARKED[i]).collect();
        let analysis = analyze(&text, &options(Format::Text));
        for span in analysis.mentions.iter().map(|mention| mention.span) {
            for at in [span.start as usize, span.end as usize] {
                let (before, behind) = text.split_at(at);
                let cut = before.ends_with(char::is_alphabetic) && behind.starts_with(|c| ('\u{300}'..='\u{36f}').contains(&c));
                prop_assert!(!cut, "{:?} is cut from its marks", span.of(&text));
            }
        }
    }

    #[test]
    fn mutated_articles_are_analysed(article in 0..1000_usize, cut in 0..4000_usize, kind in 0..6_u8) {
        let all = texts("tests/articles");
        let text = &all[article % all.len()];
        let mut at = cut % (text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let mutated = match kind {
            0 => text[..at].to_owned(),
            1 => text[at..].to_owned(),
            2 => format!("{text}{}", &text[..at]),
            3 => text.replace(['"', '“', '”'], ""),
            4 => text.replace('\n', "\r\n"),
            _ => text.replacen('“', "", 1 + at % 3),
        };
        check(&mutated);
    }
}

#[test]
fn bad_input_is_analysed_not_refused() {
    let long_word = "a".repeat(50_000);
    let zalgo = format!("e{}", "\u{301}".repeat(2_000));
    for text in [
        "",
        " ",
        "\n\n\n",
        "\0",
        "word",
        "\u{feff}",
        "\u{202e}abc",
        "שלום עולם",
        "مرحبا بالعالم",
        "<b>bold</b>",
        "%PDF-1.4\0\u{1}\u{2}",
        "\"",
        "“",
        "'",
        "**",
        "[](",
        "&#x;",
        "<",
        "<!--",
        "U.S.",
        "...",
        "?!?!",
        "👩‍👩‍👧‍👦",
        "\u{2028}",
        &long_word,
        &zalgo,
    ] {
        check(text);
    }
}

/// What `fuzz/` and the property tests found, or came close to.
#[test]
fn what_was_found_before_is_read() {
    for text in texts("tests/found") {
        check(&text);
    }
}
