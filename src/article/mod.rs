//! First room: the text becomes blocks, each with its kind and the rule that gave it; markup is seen through.

use std::borrow::Cow;

use crate::analysis;
pub use crate::analysis::BlockKind;
use crate::options::Format;
use crate::span::Span;

mod html;
mod kinds;
mod lines;
mod marks;
mod rules;
mod seen;
mod signs;

use kinds::Draft;
pub use rules::Rule;
use seen::Seen;

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
pub fn split(text: &str, format: Format) -> Article<'_> {
    let spans = lines::blocks(text, format);
    let mut residue = Vec::new();
    let mut seen = Seen::default();
    let mut drafts = Vec::with_capacity(spans.len());
    let mut first_mark = Vec::with_capacity(spans.len() + 1);
    for &span in &spans {
        first_mark.push(residue.len());
        let marks = marks::find(text, span, format == Format::Markdown, &mut residue);
        seen.read(text, span, residue.get(first_mark.last().copied().unwrap_or(0)..).unwrap_or(&[]));
        drafts.push(Draft::new(&seen, &marks));
    }
    first_mark.push(residue.len());
    let kinds = kinds::decide(&drafts);
    let mut first = true;
    let mut blocks = Vec::with_capacity(spans.len());
    for (i, (&span, (kind, rule))) in spans.iter().zip(kinds).enumerate() {
        let prose = matches!(kind, BlockKind::Paragraph | BlockKind::Blockquote);
        let mut dateline = Span::new(span.start, span.start);
        if kind == BlockKind::Paragraph {
            let marks = residue.get(first_mark[i]..first_mark[i + 1]).unwrap_or(&[]);
            dateline = dateline_of(text, span, marks, first);
            first = false;
        }
        blocks.push(Block { span, kind, prose, rule, dateline });
    }
    Article { text: Cow::Borrowed(text), blocks, residue }
}

/// The dateline in front of a paragraph.
fn dateline_of(text: &str, span: Span, residue: &[Span], first: bool) -> Span {
    let head: String = seen::characters(text, span, residue).take(160).map(|(_, c)| c).collect();
    let len = signs::dateline::length(&head, first);
    let mut at = 0;
    let after = seen::characters(text, span, residue).find(|(_, c)| {
        let here = at >= len;
        at += c.len_utf8();
        here
    });
    Span::new(span.start, after.filter(|_| len > 0).map_or(span.start, |(offset, _)| offset))
}
