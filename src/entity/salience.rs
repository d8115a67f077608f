//! What the article is about.

use crate::analysis::{BlockKind, Entity, Form, Mention};
use crate::reading::Reading;

/// What a mention weighs: names more than pronouns, the headline and the opening more than the rest.
fn weight(reading: &Reading<'_>, opening: u32, mention: &Mention) -> u32 {
    let form = if mention.form == Form::Pronoun { 1 } else { 2 };
    let sentence = reading.sentences.partition_point(|s| s.span.end <= mention.span.start);
    let place = match reading.block_of(sentence).map(|block| block.kind) {
        Some(BlockKind::Headline) => 3,
        _ if mention.span.start < opening => 2,
        _ => 1,
    };
    form * place
}

/// Gives every entity its share of the weight of the weightiest, in hundredths.
pub fn weigh(reading: &Reading<'_>, entities: &mut [Entity], mentions: &[Mention]) {
    let opening = reading.blocks.iter().find(|block| block.prose).map_or(0, |block| block.span.end);
    let mut weights = vec![0_u32; entities.len()];
    for mention in mentions {
        if let Some(sum) = weights.get_mut(mention.entity as usize) {
            *sum = sum.saturating_add(weight(reading, opening, mention));
        }
    }
    let most = weights.iter().copied().max().unwrap_or(0).max(1);
    for (entity, weight) in entities.iter_mut().zip(weights) {
        entity.salience = f64::from((u64::from(weight) * 100 / u64::from(most)) as u32) / 100.0;
    }
}
