//! What several runners share.

use copydesk::analysis::Analysis;
use copydesk::{Span, wire};

/// Every span of an analysis with a word for where it was found.
pub fn spans(analysis: &Analysis<'_>) -> Vec<(&'static str, Span)> {
    let mut all = Vec::new();
    all.extend(analysis.published.iter().filter_map(|p| p.span).map(|span| ("published", span)));
    all.extend(analysis.blocks.iter().map(|b| ("block", b.span)));
    all.extend(analysis.sentences.iter().map(|s| ("sentence", s.span)));
    all.extend(analysis.findings.iter().map(|f| ("finding", f.span)));
    all.extend(analysis.mentions.iter().map(|m| ("mention", m.span)));
    all.extend(analysis.dates.iter().map(|d| ("date", d.span)));
    for quote in &analysis.quotes {
        all.push(("quote", quote.span));
        all.extend(quote.parts.iter().map(|&part| ("quote part", part)));
        all.extend(quote.cue.iter().map(|cue| ("cue", cue.span)));
        if let Some(speaker) = &quote.speaker {
            all.push(("speaker", speaker.mention));
            all.extend(speaker.via.iter().map(|via| ("via", via.span)));
        }
    }
    all.extend(analysis.other_quoted.iter().map(|o| ("other quoted", o.span)));
    all.extend(analysis.warnings.iter().filter_map(|w| w.span).map(|span| ("warning", span)));
    all.extend(analysis.tokens.iter().flatten().map(|t| ("token", t.span)));
    all
}

fn in_order(what: &str, spans: impl Iterator<Item = Span>, overlap: bool) {
    let mut last: Option<Span> = None;
    for span in spans {
        if let Some(last) = last {
            assert!(last.start <= span.start, "{what}: {last:?} before {span:?}");
            assert!(overlap || last.end <= span.start, "{what}: {last:?} overlaps {span:?}");
        }
        last = Some(span);
    }
}

/// Asserts everything that holds for the analysis of any text.
pub fn validate(analysis: &Analysis<'_>) {
    let text: &str = &analysis.text;
    for (what, span) in spans(analysis) {
        assert!(span.start < span.end, "{what}: empty {span:?}");
        assert!(span.end as usize <= text.len(), "{what}: {span:?} outside");
        assert!(text.is_char_boundary(span.start as usize), "{what}: {span:?} splits a character");
        assert!(text.is_char_boundary(span.end as usize), "{what}: {span:?} splits a character");
    }
    in_order("blocks", analysis.blocks.iter().map(|b| b.span), false);
    in_order("sentences", analysis.sentences.iter().map(|s| s.span), false);
    in_order("findings", analysis.findings.iter().map(|f| f.span), true);
    in_order("mentions", analysis.mentions.iter().map(|m| m.span), true);
    in_order("dates", analysis.dates.iter().map(|d| d.span), false);
    in_order("quotes", analysis.quotes.iter().map(|q| q.span), true);
    in_order("other quoted", analysis.other_quoted.iter().map(|o| o.span), true);
    in_order("tokens", analysis.tokens.iter().flatten().map(|t| t.span), false);
    validate_ids(analysis);
    validate_tiling(analysis);
    validate_utf16(analysis);
}

fn validate_ids(analysis: &Analysis<'_>) {
    for sentence in &analysis.sentences {
        let block = analysis.blocks.get(sentence.block as usize).expect("a sentence has a block");
        assert!(block.span.contains(sentence.span), "a sentence lies in its block");
    }
    for (id, mention) in analysis.mentions.iter().enumerate() {
        assert_eq!(mention.id as usize, id);
        let entity = analysis.entities.get(mention.entity as usize).expect("a mention has an entity");
        assert!(entity.mentions.contains(&mention.id), "an entity knows its mentions");
    }
    for (id, entity) in analysis.entities.iter().enumerate() {
        assert_eq!(entity.id as usize, id);
        assert!(!entity.mentions.is_empty() && !entity.name.is_empty(), "an entity is named");
        assert!(entity.mentions.iter().all(|&m| analysis.mentions[m as usize].entity as usize == id));
        assert!((0.0..=1.0).contains(&entity.salience));
    }
    for (id, quote) in analysis.quotes.iter().enumerate() {
        assert_eq!(quote.id as usize, id);
        assert!(quote.parts.iter().all(|part| quote.span.contains(*part)), "the parts lie in the quote");
        if let Some(entity) = quote.speaker.as_ref().and_then(|s| s.entity) {
            assert!((entity as usize) < analysis.entities.len());
        }
    }
    for finding in &analysis.findings {
        assert!((finding.sentence as usize) < analysis.sentences.len());
    }
    let mut counted = vec![0; analysis.quotes.len()];
    for speaker in &analysis.speakers {
        assert!(!speaker.quotes.is_empty(), "a speaker is quoted");
        speaker.quotes.iter().for_each(|&q| counted[q as usize] += 1);
    }
    assert!(counted.iter().all(|&n| n == 1), "every quote stands in one speaker's row");
    for token in analysis.tokens.iter().flatten() {
        let sentence = &analysis.sentences[token.sentence as usize];
        assert!(sentence.span.contains(token.span), "a token lies in its sentence");
    }
}

/// Sentences tile their blocks: what is in no sentence is white space.
fn validate_tiling(analysis: &Analysis<'_>) {
    for (index, block) in analysis.blocks.iter().enumerate() {
        let mut at = block.span.start;
        for sentence in analysis.sentences.iter().filter(|s| s.block as usize == index) {
            let gap = Span::new(at, sentence.span.start).of(&analysis.text);
            assert!(gap.trim().is_empty(), "between sentences: {gap:?}");
            at = sentence.span.end;
        }
        let rest = Span::new(at, block.span.end).of(&analysis.text);
        assert!(rest.trim().is_empty(), "after the last sentence: {rest:?}");
    }
}

/// Every span covers the same characters when counted in UTF-16.
fn validate_utf16(analysis: &Analysis<'_>) {
    let units: Vec<u16> = analysis.text.encode_utf16().collect();
    let wired = wire::to_utf16(analysis.clone());
    for ((what, bytes), (_, span)) in spans(analysis).into_iter().zip(spans(&wired)) {
        let there = String::from_utf16(&units[span.start as usize..span.end as usize]).expect("no pair is split");
        assert_eq!(there, bytes.of(&analysis.text), "{what}");
    }
}
