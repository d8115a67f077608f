//! Which blocks count: the one place where that is decided.

use crate::options::Options;
use crate::reading::Reading;

/// From where each block counts.
pub struct Counted {
    from: Vec<Option<u32>>,
}

impl Counted {
    /// Running text counts behind its dateline, which stands in front of the prose and not in it; what the caller asks
    /// for counts from its start.
    pub fn new(reading: &Reading<'_>, options: &Options<'_>) -> Self {
        let all = options.include_furniture;
        let mut from: Vec<_> = reading
            .blocks
            .iter()
            .map(|block| if all { Some(block.span.start) } else { block.prose.then_some(block.dateline.end) })
            .collect();
        for &asked in options.include_blocks {
            let asked = asked as usize;
            if let (Some(from), Some(block)) = (from.get_mut(asked), reading.blocks.get(asked)) {
                *from = Some(block.span.start);
            }
        }
        Self { from }
    }

    /// The offset from which the words of sentence `s` count; `None` when none of them does.
    pub fn from(&self, reading: &Reading<'_>, s: usize) -> Option<u32> {
        *self.from.get(reading.sentences.get(s)?.block as usize)?
    }

    /// Whether anything of sentence `s` counts.
    pub fn holds(&self, reading: &Reading<'_>, s: usize) -> bool {
        self.from(reading, s).is_some()
    }
}
