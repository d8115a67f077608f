use super::*;
use crate::article::{Block, BlockKind, Rule};
use std::borrow::Cow;

fn cut(text: &str) -> Tokens {
    let span = Span::at(0, text.len());
    let dateline = Span::default();
    let block = Block { span, kind: BlockKind::Paragraph, prose: true, rule: Rule::RunningText, dateline };
    let article = Article { text: Cow::Borrowed(text), blocks: vec![block], residue: Vec::new() };
    split(text, &article, &[Sentence { span, block: 0, prose: true }])
}

/// Tokens with a space between words and `|` between the tokens of a word.
fn shown(text: &str) -> String {
    let mut out = String::new();
    for token in cut(text).tokens {
        out.push_str(if out.is_empty() {
            ""
        } else if token.glued {
            "|"
        } else {
            " "
        });
        out.push_str(token.span.of(text));
    }
    out
}

#[test]
fn words_numbers_and_marks() {
    for (text, want) in [
        ("The U.S.-made parts cost $3.5m, he's told.", "The U.S.|-|made parts cost $ 3.5|m , he|'s told ."),
        ("A well-known 15-year-old won 5% of it", "A well|-|known 15|-|year|-|old won 5|% of it"),
    ] {
        assert_eq!(shown(text), want);
    }
}
