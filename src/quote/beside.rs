//! A walk over text beside a list of spans in it.

use crate::span::Span;

/// The span of a list that a walk has come to; the next one when it is past it.
#[derive(Default)]
pub(super) struct Beside {
    /// How many spans were taken from the list.
    taken: usize,
    span: Span,
}

impl Beside {
    /// Goes on to the first span that ends after `at`, and tells whether it has begun.
    pub fn covers(&mut self, at: u32, list: impl Fn(usize) -> Option<Span>) -> bool {
        while self.span.end <= at {
            self.span = list(self.taken).unwrap_or(Span::new(u32::MAX, u32::MAX));
            self.taken += 1;
        }
        self.span.start <= at
    }

    /// The number of the span that the walk has come to.
    pub fn number(&self) -> usize {
        self.taken.saturating_sub(1)
    }
}
