//! First room: the text becomes blocks, each with its kind and the rule that gave it; markup is seen through.

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;

use crate::analysis;
pub use crate::analysis::BlockKind;
use crate::options::Format;
use crate::recent::Recent;
use crate::span::Span;

mod bytes;
mod draft;
mod html;
mod kinds;
mod lines;
mod marks;
mod rules;
mod seen;
mod signs;
#[cfg(test)]
mod tests;

use draft::Draft;
use marks::Marks;
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

/// A block with what its marks say and where its residue is.
struct Piece {
    span: Span,
    marks: Marks,
    residue: Range<usize>,
}

/// Cuts a text into blocks.
#[must_use]
pub fn split(text: &str, format: Format) -> Article<'_> {
    if format == Format::Html || (format == Format::Auto && html::looks_like(text)) {
        let page = html::extract(text);
        let piece = |&(span, hint): &(Span, html::Hint)| Piece { span, marks: hint.into(), residue: 0..0 };
        let pieces: Vec<Piece> = page.blocks.iter().map(piece).collect();
        let blocks = judge(&page.text, &pieces, &[]);
        return Article { text: Cow::Owned(page.text), blocks, residue: Vec::new() };
    }
    let mut residue = Vec::new();
    let mut piece = |span| {
        let from = residue.len();
        let marks = marks::find(text, span, format == Format::Markdown, &mut residue);
        Piece { span, marks, residue: from..residue.len() }
    };
    let pieces: Vec<Piece> = lines::blocks(text, format).into_iter().map(&mut piece).collect();
    let blocks = judge(text, &pieces, &residue);
    Article { text: Cow::Borrowed(text), blocks, residue }
}

/// Gives every block its kind, its reason and its dateline.
fn judge(text: &str, pieces: &[Piece], residue: &[Span]) -> Vec<Block> {
    let residue_of = |piece: &Piece| residue.get(piece.residue.clone()).unwrap_or(&[]);
    let mut seen = Seen::default();
    let mut end = 0;
    let mut draft = |piece: &Piece, recent: &mut Recent<Draft>| {
        let (span, residue) = (piece.span, residue_of(piece));
        let mut read = || {
            seen.read(text, span, residue);
            Draft::new(&seen)
        };
        let draft = if recent.keeps(span.len() as usize) {
            *recent.of(|written| write(text, span, residue, written), read)
        } else {
            read()
        };
        let between = text.get(end..span.start as usize).unwrap_or("");
        end = span.end as usize;
        draft.marked(&piece.marks, between.bytes().filter(|&b| b == b'\n').count() > 1)
    };
    let drafts: Vec<Draft> = DRAFTS.with_borrow_mut(|recent| {
        recent.begin();
        pieces.iter().map(|piece| draft(piece, recent)).collect()
    });
    let mut first = true;
    let block = |((piece, draft), (kind, rule)): ((&Piece, &Draft), signs::Sign)| {
        let prose = matches!(kind, BlockKind::Paragraph | BlockKind::Blockquote);
        let mut dateline = Span::new(piece.span.start, piece.span.start);
        if kind == BlockKind::Paragraph {
            if draft.placed {
                dateline = dateline_of(text, piece.span, residue_of(piece), first);
            }
            first = false;
        }
        Block { span: piece.span, kind, prose, rule, dateline }
    };
    pieces.iter().zip(&drafts).zip(kinds::decide(&drafts)).map(block).collect()
}

thread_local! {
    /// What the words of blocks say.
    static DRAFTS: RefCell<Recent<Draft>> = const { RefCell::new(Recent::new()) };
}

/// Writes down all that is read of a block: its text, and behind it, each behind a byte that no UTF-8 has, where its residue
/// is.
fn write(text: &str, span: Span, residue: &[Span], written: &mut Vec<u8>) {
    written.extend_from_slice(span.of(text).as_bytes());
    for mark in residue {
        written.push(u8::MAX);
        written.extend([mark.start, mark.end].into_iter().flat_map(|at| (at - span.start).to_le_bytes()));
    }
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
