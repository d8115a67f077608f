//! What the article is about.

use crate::analysis::{BlockKind, Entity, Form, Mention};
use crate::reading::Reading;

/// Gives every entity its share of the weight of the weightiest, in hundredths. A mention weighs by its form, names more
/// than pronouns, and by its place, the headline and the opening more than the rest.
#[inline(never)]
pub fn weigh(reading: &Reading<'_>, entities: &mut [Entity], mentions: &[Mention]) {
    let opening = reading.blocks.iter().find(|block| block.prose).map_or(0, |block| block.span.end);
    let mut weights = vec![0_u32; entities.len()];
    let mut sentence = 0;
    for mention in mentions {
        // Both lists are in text order.
        while reading.sentences.get(sentence).is_some_and(|s| s.span.end <= mention.span.start) {
            sentence += 1;
        }
        let form = if mention.form == Form::Pronoun { 1 } else { 2 };
        let place = match reading.block_of(sentence).map(|block| block.kind) {
            Some(BlockKind::Headline) => 3,
            _ if mention.span.start < opening => 2,
            _ => 1,
        };
        if let Some(sum) = weights.get_mut(mention.entity as usize) {
            *sum = sum.saturating_add(form * place);
        }
    }
    let most = weights.iter().copied().max().unwrap_or(0).max(1);
    for (entity, weight) in entities.iter_mut().zip(weights) {
        entity.salience = f64::from((u64::from(weight) * 100 / u64::from(most)) as u32) / 100.0;
    }
}
