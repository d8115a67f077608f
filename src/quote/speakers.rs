//! Who is quoted how much.

use std::collections::BTreeMap;

use crate::analysis::{CueCount, Quote, Speaker};
use crate::reading::Reading;

/// The name in the row of quotes without a speaker.
pub const NO_SPEAKER: &str = "no speaker found";

/// One row a speaker, most spoken words first; then most statements, then first named.
pub(super) fn table(reading: &Reading<'_>, quotes: &[Quote]) -> Vec<Speaker> {
    let mut rows: Vec<Speaker> = Vec::new();
    let mut cues: Vec<BTreeMap<&str, u32>> = Vec::new();
    let mut index: BTreeMap<(Option<u32>, &str, bool), usize> = BTreeMap::new();
    let mut counted = 0;
    for quote in quotes {
        let (entity, name, anonymous) =
            quote.speaker.as_ref().map_or((None, NO_SPEAKER, false), |s| (s.entity, s.name.as_str(), s.anonymous));
        // An entity is one speaker under whatever name.
        let key = (entity, if entity.is_some() { "" } else { name }, anonymous);
        let row = *index.entry(key).or_insert_with(|| {
            rows.push(Speaker {
                entity,
                name: name.to_owned(),
                anonymous,
                quotes: Vec::new(),
                words: 0,
                cues: Vec::new(),
            });
            cues.push(BTreeMap::new());
            rows.len() - 1
        });
        rows[row].quotes.push(quote.id);
        // What stands in marks within a turn or within other marks was counted with them.
        for part in quote.spoken().iter().filter(|part| part.start >= counted) {
            rows[row].words += words(reading, *part);
        }
        counted = quote.spoken().last().map_or(counted, |part| part.end.max(counted));
        if let Some(cue) = &quote.cue {
            *cues[row].entry(cue.lemma.as_str()).or_default() += 1;
        }
    }
    for (row, counts) in rows.iter_mut().zip(cues) {
        row.cues = counts.into_iter().map(|(lemma, count)| CueCount { lemma: lemma.to_owned(), count }).collect();
        row.cues.sort_by_key(|cue| std::cmp::Reverse(cue.count));
    }
    rows.sort_by_key(|row| (std::cmp::Reverse(row.words), std::cmp::Reverse(row.quotes.len())));
    rows
}

fn words(reading: &Reading<'_>, part: crate::span::Span) -> u32 {
    let first = reading.token_at(part.start);
    let inside = reading.tokens.get(first..).unwrap_or_default().iter().take_while(|t| t.span.end <= part.end);
    inside.filter(|t| t.begins_word()).count() as u32
}
