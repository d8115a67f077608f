use std::borrow::Cow;

use super::*;
use crate::article::{Block, BlockKind, Rule};

/// The sentences of `text` as one block.
fn sentences_around(text: &str, residue: Vec<Span>, dateline: Span) -> Vec<String> {
    let span = trimmed(text, Span::at(0, text.len()));
    let block = |span| Block { span, kind: BlockKind::Paragraph, prose: true, rule: Rule::RunningText, dateline };
    let article = Article { text: Cow::Borrowed(text), blocks: span.map(block).into_iter().collect(), residue };
    split(text, &article).into_iter().map(|s| s.span.of(text).to_owned()).collect()
}

fn sentences(text: &str) -> Vec<String> {
    sentences_around(text, Vec::new(), Span::default())
}

#[test]
fn cases() {
    let mut seen = 0;
    for line in include_str!("../../tests/cases/sentence/ends.txt").lines() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let want: Vec<_> = line.split(" | ").collect();
        assert_eq!(sentences(&want.join(" ")), want);
        seen += 1;
    }
    assert!(seen > 60);
}

#[test]
fn a_lost_space_is_seen() {
    assert_eq!(
        sentences("It rained.The roof held. \"Go.\"He went."),
        ["It rained.", "The roof held.", "\"Go.\"", "He went."]
    );
    assert_eq!(sentences("See example.Com or Dr.Lund here."), ["See example.Com or Dr.Lund here."]);
}

#[test]
fn hard_wraps_are_spaces() {
    assert_eq!(sentences("It rained\nall day. It\r\nstopped."), ["It rained\nall day.", "It\r\nstopped."]);
}

#[test]
fn a_credit_in_capitals_is_no_sentence() {
    assert_eq!(sentences("Envoy Bo Lund. AP / XYZ"), ["Envoy Bo Lund. AP / XYZ"]);
    assert_eq!(sentences("Bo Lund left. ***"), ["Bo Lund left. ***"]);
    assert_eq!(sentences("\"We won.\" - Bo Lund"), ["\"We won.\" - Bo Lund"]);
    assert_eq!(sentences("He left. Bo Lund stayed"), ["He left.", "Bo Lund stayed"]);
}

#[test]
fn small_letters_open_sentences_where_all_is_small() {
    assert_eq!(sentences("it was great! i loved it. we went home."), ["it was great!", "i loved it.", "we went home."]);
    assert_eq!(sentences("The band Wham! played approx. two songs."), ["The band Wham! played approx. two songs."]);
}

#[test]
fn no_sentence_ends_in_the_dateline() {
    let text = "GENEVA. Sept. 3. The talks began. They ended.";
    assert_eq!(
        sentences_around(text, Vec::new(), Span::new(0, 17)),
        ["GENEVA. Sept. 3. The talks began.", "They ended."]
    );
}

#[test]
fn markup_is_seen_through() {
    let text = "**He left.** She _stayed_. [It ended.](x) Now.";
    let residue = [(0, 2), (10, 12), (17, 18), (24, 25), (27, 28), (37, 41)].map(|(s, e)| Span::new(s, e)).to_vec();
    let want = ["**He left.**", "She _stayed_.", "[It ended.](x)", "Now."];
    assert_eq!(sentences_around(text, residue, Span::default()), want);
}

#[test]
fn every_character_lies_in_one_sentence() {
    let shapes = [
        "",
        " ",
        "\0",
        "A. ",
        "a",
        "\"",
        ". ",
        "?!",
        "…",
        "[1]",
        "👨‍👩‍👧 ",
        "z\u{301}",
        "سلام؟ ",
        "。",
        "\u{feff}",
        "\r\n",
        ". \" ",
        "U.S. The ",
        ". . ",
        ".A",
        "(",
        "\u{202e}",
    ];
    for shape in shapes {
        let text = shape.repeat(3_000);
        let bare = |s: &str| s.chars().filter(|c| !c.is_whitespace()).count();
        let found: usize = sentences(&text).iter().map(|s| bare(s)).sum();
        assert_eq!(found, bare(&text), "{shape:?}");
    }
}
