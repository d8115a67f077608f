//! First room: the text becomes blocks, each with its kind and the rule that gave it; markup is seen through.

use std::borrow::Cow;

use crate::analysis;
pub use crate::analysis::BlockKind;
use crate::options::Format;
use crate::rule::rules;
use crate::span::Span;

rules! {
    /// Why a block was given its kind.
    pub enum Rule {
        /// It reads as running text.
        RunningText = "running-text",
    }
}

/// What this room writes.
#[derive(Clone, Debug)]
pub struct Article<'t> {
    /// The text that every span indexes: the input, or the words taken out of HTML.
    pub text: Cow<'t, str>,
    /// Blocks, in order, without overlap, none empty.
    pub blocks: Vec<Block>,
    /// Markup inside blocks that is seen through (`**`, `[`, `](url)`, `#`, `>`, list markers), in order, without
    /// overlap. No token covers any of it.
    pub residue: Vec<Span>,
}

/// One block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// The whole block without surrounding white space.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Whether it is running text.
    pub prose: bool,
    /// Why it was called that.
    pub rule: Rule,
    /// The dateline in front of the first sentence, "GENEVA (AP) — "; empty at the block's start when there is none.
    /// It is no prose, but its names are read.
    pub dateline: Span,
}

impl Block {
    /// The block as it leaves the core.
    #[must_use]
    pub fn export(&self) -> analysis::Block {
        analysis::Block { span: self.span, kind: self.kind, prose: self.prose, rule: self.rule }
    }
}

/// Cuts a text into blocks.
#[must_use]
pub fn split(text: &str, _format: Format) -> Article<'_> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        let end = at + line.trim_end().len();
        if end > start {
            let span = Span::at(start, end);
            let dateline = Span::new(span.start, span.start);
            blocks.push(Block { span, kind: BlockKind::Paragraph, prose: true, rule: Rule::RunningText, dateline });
        }
        at += line.len();
    }
    Article { text: Cow::Borrowed(text), blocks, residue: Vec::new() }
}
