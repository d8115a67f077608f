use std::borrow::Cow;

use super::*;
use crate::article::{Block, BlockKind, Rule};

/// The tokens of `text` as one sentence.
fn cut(text: &str, residue: Vec<Span>) -> Vec<Token> {
    let span = Span::at(0, text.len());
    let dateline = Span::default();
    let block = Block { span, kind: BlockKind::Paragraph, prose: true, rule: Rule::RunningText, dateline };
    let article = Article { text: Cow::Borrowed(text), blocks: vec![block], residue };
    let found = split(text, &article, &[Sentence { span, block: 0, prose: true }]);
    assert_eq!(found.first, [0, found.tokens.len() as u32]);
    found.tokens
}

fn shown(text: &str, tokens: &[Token]) -> String {
    let mut out = String::new();
    for token in tokens {
        out.push_str(if out.is_empty() {
            ""
        } else if token.glued {
            "|"
        } else {
            " "
        });
        out.push_str(token.span.of(text));
        out.push_str(if token.kind == Kind::Mark { "^" } else { "" });
    }
    out
}

fn words(text: &str) -> usize {
    cut(text, Vec::new()).iter().filter(|token| token.begins_word()).count()
}

#[test]
fn cases() {
    let mut seen = 0;
    for line in include_str!("../../tests/cases/token/words.txt").lines() {
        let Some((text, want)) = line.split_once(" => ") else {
            assert!(line.is_empty() || line.starts_with('#'), "{line}");
            continue;
        };
        assert_eq!(shown(text, &cut(text, Vec::new())), want);
        seen += 1;
    }
    assert!(seen > 20);
}

#[test]
fn words_are_counted_between_spaces_and_dashes() {
    for (text, want) in [
        ("The dog slept.", 3),
        ("Gov. Lund met Dr. Roe in St. Ives.", 8),
        ("The U.S. Mint said so.", 5),
        ("It fell 2.5 percent in 2023.", 6),
        ("She ran—too fast—for us — all.", 7),
        ("A long-lost 12-year-old dog came.", 5),
        ("We don't know; they’re here.", 5),
        ("Read https://example.org/a.b now.", 3),
        ("I thought... well, yes.", 4),
        ("Good news 🎉 today!", 3),
        ("R&D at Marsh & Co. cost $3.5m or 5%.", 8),
        ("— *** —", 0),
        ("", 0),
    ] {
        assert_eq!(words(text), want, "{text}");
    }
}

#[test]
fn kinds_and_shapes() {
    use Kind::{Email, Emoji, Handle, Mark, Number, Punct, Symbol, Url, Word};
    for (text, kind, shape) in [
        ("mayor", Word, Shape::Lower),
        ("Mayor", Word, Shape::Title),
        ("A", Word, Shape::Title),
        ("NATO", Word, Shape::Upper),
        ("U.S.", Word, Shape::Upper),
        ("McDonald", Word, Shape::Mixed),
        ("iPhone", Word, Shape::Mixed),
        ("Škoda", Word, Shape::Title),
        ("90s", Word, Shape::Lower),
        ("3.5", Number, Shape::None),
        ("½", Number, Shape::None),
        ("www.example.com", Url, Shape::Lower),
        ("a@example.com", Email, Shape::Lower),
        ("@mayor", Handle, Shape::Lower),
        ("«", Mark, Shape::None),
        ("--", Punct, Shape::None),
        ("$", Symbol, Shape::None),
        ("🎉", Emoji, Shape::None),
        (":-)", Emoji, Shape::None),
        ("東", Word, Shape::None),
    ] {
        let tokens = cut(text, Vec::new());
        assert_eq!(tokens.len(), 1, "{text}");
        assert_eq!((tokens[0].kind, tokens[0].shape), (kind, shape), "{text}");
    }
}

#[test]
fn markup_is_seen_through() {
    let text = "The **U.S.**-made [map](x).";
    let residue = [(4, 6), (10, 12), (18, 19), (22, 26)].map(|(s, e)| Span::new(s, e)).to_vec();
    let tokens = cut(text, residue);
    assert_eq!(shown(text, &tokens), "The U.S.|-|made map .");
    assert_eq!(tokens.iter().map(|t| t.space_before).collect::<Vec<_>>(), [true, true, false, false, true, false]);
    let text = "un**believ**able";
    let tokens = cut(text, vec![Span::new(2, 4), Span::new(10, 12)]);
    assert_eq!(shown(text, &tokens), "un|believ|able");
}

#[test]
fn invisible_characters_stay_inside_their_word() {
    for text in [
        "so\u{ad}ft",
        "e\u{200b}x",
        "\u{200e}Hello\u{200f}",
        "z\u{311}\u{36b}a",
        "\u{feff}Hello",
        "U.S.B\u{308}",
        "J.E\u{301}.",
    ] {
        assert_eq!(cut(text, Vec::new()).len(), 1, "{text:?}");
    }
}

#[test]
fn a_possessive_keeps_its_state_within_a_block() {
    let kinds = |text: &str| cut(text, Vec::new()).iter().filter(|t| t.kind == Kind::Mark).count();
    assert_eq!(kinds("The bosses' cars and the workers' bikes"), 0);
    assert_eq!(kinds("'Yes,' the bosses' lawyer said"), 2);
}

#[test]
fn tokens_tile_their_sentence() {
    let shapes = [
        " ",
        "\0",
        "a",
        "A.",
        "\"",
        "'",
        "’",
        "a'",
        "s' ",
        "1,",
        "1/",
        "a-",
        "a@",
        "http://",
        "www.",
        ".A",
        "..",
        "👨‍👩‍👧",
        "🇺🇸",
        "z\u{301}",
        "\u{301}",
        "ا",
        "中",
        "สวัสดี",
        "\u{200b}",
        "é",
        "$1",
        "(",
        "[a]",
        "a*",
        "_",
        "&A",
        "\u{3000}",
        "\u{202e}",
        "1️⃣",
        "a.b.",
        "\r\n",
    ];
    let bare = |s: &str| s.chars().filter(|c| !c.is_whitespace()).count();
    for shape in shapes {
        let text = shape.repeat(2_000);
        let tokens = cut(&text, Vec::new());
        assert_eq!(tokens.iter().map(|t| bare(t.span.of(&text))).sum::<usize>(), bare(&text), "{shape:?}");
        assert!(tokens.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{shape:?}");
        assert!(tokens.iter().all(|t| !t.span.of(&text).is_empty()), "{shape:?}");
        assert!(tokens.first().is_none_or(|t| !t.glued), "{shape:?}");
    }
}
