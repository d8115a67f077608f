//! What leaves the core: the same records with offsets in UTF-16 code units, as JavaScript counts.

pub mod flat;
mod utf16;

use crate::analysis::Analysis;
pub use utf16::Utf16Map;

/// Turns every span of an analysis from UTF-8 bytes to UTF-16 code units.
///
/// The result serialises to the shape that `pkg/index.d.ts` declares.
#[must_use]
pub fn to_utf16(mut analysis: Analysis<'_>) -> Analysis<'_> {
    let map = Utf16Map::new(&analysis.text);
    if map.is_identity() {
        return analysis;
    }
    let turn = |span: &mut crate::span::Span| *span = map.span(*span);
    if let Some(span) = analysis.published.as_mut().and_then(|p| p.span.as_mut()) {
        turn(span);
    }
    analysis.blocks.iter_mut().for_each(|b| turn(&mut b.span));
    analysis.residue.iter_mut().for_each(turn);
    analysis.sentences.iter_mut().for_each(|s| turn(&mut s.span));
    analysis.findings.iter_mut().for_each(|f| turn(&mut f.span));
    analysis.mentions.iter_mut().for_each(|m| turn(&mut m.span));
    analysis.dates.iter_mut().for_each(|d| turn(&mut d.span));
    for quote in &mut analysis.quotes {
        turn(&mut quote.span);
        quote.parts.iter_mut().for_each(turn);
        if let Some(cue) = &mut quote.cue {
            turn(&mut cue.span);
        }
        if let Some(speaker) = &mut quote.speaker {
            turn(&mut speaker.mention);
            if let Some(via) = &mut speaker.via {
                turn(&mut via.span);
            }
        }
    }
    analysis.other_quoted.iter_mut().for_each(|o| turn(&mut o.span));
    analysis.warnings.iter_mut().filter_map(|w| w.span.as_mut()).for_each(turn);
    analysis.tokens.iter_mut().flatten().for_each(|t| turn(&mut t.span));
    analysis
}
