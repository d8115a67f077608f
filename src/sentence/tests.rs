use super::*;
use crate::article::{Block, BlockKind, Rule};
use std::borrow::Cow;

fn sentences(text: &str) -> Vec<&str> {
    let span = Span::at(0, text.len());
    let block =
        Block { span, kind: BlockKind::Paragraph, prose: true, rule: Rule::RunningText, dateline: Span::default() };
    let article = Article { text: Cow::Borrowed(text), blocks: vec![block], residue: Vec::new() };
    split(text, &article).into_iter().map(|s| s.span.of(text)).collect()
}

#[test]
fn a_stop_ends_a_sentence() {
    assert_eq!(sentences("It rained. It stopped."), ["It rained.", "It stopped."]);
}
