//! Whether a walk over the tokens is inside quotation marks.

use super::page::{Page, QUOTE, Sort};
use crate::token::{Kind, Token};

/// Whether the walk is inside quotation marks; forgotten at each block, so that a missing mark harms one paragraph only.
pub struct Quoted {
    /// Whether it is.
    pub open: bool,
    block: u32,
    /// The sentence last walked in.
    sentence: u32,
}

impl Default for Quoted {
    fn default() -> Self {
        Self { open: false, block: 0, sentence: u32::MAX }
    }
}

impl Quoted {
    /// Whether a token, which may be what `sorts` say, can change anything.
    pub fn turns_at(&self, token: &Token, sorts: Sort) -> bool {
        sorts & QUOTE != 0 || token.sentence != self.sentence
    }

    /// Takes notice of token `i`, which may be what `sorts` say.
    pub fn pass(&mut self, page: &Page<'_>, i: usize, token: &Token, sorts: Sort) {
        if self.sentence != token.sentence {
            self.enter(page, token.sentence);
        }
        if sorts & QUOTE != 0 && token.kind != Kind::Word {
            self.turn(page.word(i));
        }
    }

    fn enter(&mut self, page: &Page<'_>, sentence: u32) {
        let block = page.sentences.get(sentence as usize).map_or(0, |sentence| sentence.block);
        self.open &= block == self.block;
        (self.block, self.sentence) = (block, sentence);
    }

    fn turn(&mut self, mark: &str) {
        self.open = match mark {
            "\"" => !self.open,
            "“" | "«" | "„" => true,
            "”" | "»" => false,
            _ => self.open,
        };
    }
}
