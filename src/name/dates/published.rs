//! The article's own date line.

use super::absolute;
use super::cursor::Cursor;
use super::resolve::Context;
use super::value::Value;
use super::words::Meaning;
use crate::analysis::BlockKind;
use crate::calendar::Day;
use crate::reading::Reading;
use crate::span::Span;

/// The day of publication as the article gives it: the first date line with a whole date, else the day that a source
/// address carries in its path.
pub fn find(reading: &Reading<'_>, meanings: &[Meaning]) -> Option<(Option<Span>, Day)> {
    let line = (0..reading.sentences.len()).filter(|&s| kind(reading, s) == Some(BlockKind::Date)).find_map(|s| {
        let nothing = Context::new(None);
        let range = reading.tokens_of(s);
        range.into_iter().find_map(|i| whole_date(&Cursor::new(reading, meanings, i), i, &nothing))
    });
    line.or_else(|| from_address(reading))
}

fn kind(reading: &Reading<'_>, sentence: usize) -> Option<BlockKind> {
    reading.block_of(sentence).map(|block| block.kind)
}

fn whole_date(cursor: &Cursor<'_>, i: usize, nothing: &Context) -> Option<(Option<Span>, Day)> {
    let found = absolute::read(cursor, i, nothing)?;
    match found.value? {
        Value::Day(day) => Some((Some(cursor.reading.span_of(found.start..found.end)), day)),
        _ => None,
    }
}

/// News sites put the day into the path: `/2025/04/11/`.
fn from_address(reading: &Reading<'_>) -> Option<(Option<Span>, Day)> {
    let block = reading.blocks.iter().find(|block| block.kind == BlockKind::SourceUrl && block.span.len() > 12)?;
    let text = block.span.of(reading.text);
    let bytes = text.as_bytes();
    let shape = |at: usize| {
        bytes.get(at..at + 12).is_some_and(|part| {
            part.iter()
                .enumerate()
                .all(|(i, b)| if matches!(i, 0 | 5 | 8 | 11) { *b == b'/' } else { b.is_ascii_digit() })
        })
    };
    let at = (0..bytes.len().min(512)).find(|&at| shape(at))?;
    let figure = |from: usize, to: usize| text.get(at + from..at + to)?.parse::<u32>().ok();
    let day = Day::new(i32::try_from(figure(1, 5)?).ok()?, figure(6, 8)?, figure(9, 11)?)?;
    let start = block.span.start + at as u32 + 1;
    Some((Some(Span::new(start, start + 10)), day))
}
