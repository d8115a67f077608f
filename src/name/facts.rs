//! What the lexicons and the rest of the document know of each word.

use super::known::{self, bit};
use crate::analysis::BlockKind;
use crate::reading::Reading;
use crate::tag::Pos;
use crate::token::{Kind, Memo, Shape};

/// One distinct word of the document, letter case aside.
#[derive(Clone, Copy, Default)]
struct Seen {
    known: u64,
    lower: u32,
    inside: u32,
}

thread_local! {
    static KNOWN: Memo<u64> = const { Memo::new() };
}

/// What is known of every token.
pub(crate) struct Facts<'a> {
    /// The article as read so far.
    pub reading: Reading<'a>,
    of: Vec<u64>,
}

impl<'a> Facts<'a> {
    /// Looks every word up, each distinct word once, and counts how the document writes it.
    pub fn new(reading: &Reading<'a>) -> Self {
        let count = reading.tokens.len();
        let mut facts = Self { reading: *reading, of: vec![0; count] };
        let known = KNOWN.with(|memo| memo.of(reading.vocabulary, known::of));
        let mut seen: Vec<Seen> = known.into_iter().map(|known| Seen { known, ..Seen::default() }).collect();
        for s in 0..reading.sentences.len() {
            facts.mark_sentence(s);
        }
        for i in 0..count {
            let word = &mut seen[facts.id(i) as usize];
            let at = facts.of[i];
            word.lower += u32::from(at & bit::CAPITAL == 0);
            word.inside += u32::from(at & bit::CAPITAL != 0 && at & (bit::OPEN | bit::HEADING) == 0);
        }
        for i in 0..count {
            let word = seen[facts.id(i) as usize];
            let at = &mut facts.of[i];
            *at |= known::for_case(word.known, || !reading.word(i).chars().any(char::is_lowercase));
            *at |= if word.lower > 0 { bit::LOWER_TOO } else { 0 };
            let inside = word.inside - u32::from(*at & bit::CAPITAL != 0 && *at & (bit::OPEN | bit::HEADING) == 0);
            *at |= if inside > 0 { bit::CAPITAL_TOO } else { 0 };
        }
        facts
    }

    /// How many words may belong to names in the news: lists of them that grow step by step would be moved about.
    pub fn usual_spots(&self) -> usize {
        self.reading.tokens.len() * 3 / 8
    }

    /// Whether token `i` has any of `bits`.
    pub fn has(&self, i: usize, bits: u64) -> bool {
        self.of.get(i).is_some_and(|of| of & bits != 0)
    }

    /// Everything that is known of token `i`.
    pub fn bits(&self, i: usize) -> u64 {
        self.of.get(i).copied().unwrap_or(0)
    }

    /// A number shared by all tokens that read the same, letter case aside.
    pub fn id(&self, i: usize) -> u32 {
        self.reading.vocabulary.id(i).unwrap_or(0)
    }

    /// Whether token `i` is exactly `word`.
    pub fn is(&self, i: usize, word: &str) -> bool {
        // Most words differ in length, which costs less to see.
        self.reading.tokens.get(i).is_some_and(|token| token.span.len() as usize == word.len())
            && self.reading.word(i) == word
    }

    /// Whether token `i` is a mark or sign that follows the one before without a space.
    pub fn joined(&self, i: usize) -> bool {
        self.reading.tokens.get(i).is_some_and(|token| !token.space_before)
    }

    /// The part of speech of token `i`.
    pub fn pos(&self, i: usize) -> Pos {
        self.reading.tags.get(i).copied().unwrap_or(Pos::X)
    }

    fn mark_sentence(&mut self, s: usize) {
        let range = self.reading.tokens_of(s);
        let (mut capitals, mut lower, mut upper) = (0_usize, 0_usize, 0_usize);
        let mut open = true;
        for i in range.clone() {
            let Some(token) = self.reading.tokens.get(i) else { continue };
            let word = self.reading.word(i);
            if token.kind == Kind::Word {
                let capital = word.starts_with(char::is_uppercase);
                let bits = if capital { bit::CAPITAL } else { 0 } | if open { bit::OPEN } else { 0 };
                self.of[i] = bits;
                // Short words stay small in headings, so they tell nothing.
                if word.len() >= 4 && !open {
                    capitals += usize::from(capital);
                    lower += usize::from(!capital && !token.glued);
                    upper += usize::from(token.shape == Shape::Upper && !word.contains('.'));
                }
                open = false;
            } else {
                // The apostrophe of a contraction opens nothing.
                open |= (token.kind == Kind::Mark && !token.glued)
                    || matches!(word, ":" | "•" | "*" | "–" | "—" | "-") && token.space_before;
                open |= token.kind == Kind::Number && i == range.start;
            }
        }
        let heading_block = self
            .reading
            .block_of(s)
            .is_some_and(|b| matches!(b.kind, BlockKind::Headline | BlockKind::Subheading | BlockKind::Related));
        // A heading has no full stop, and most of its words of some length are capitals.
        let stopped = range.end > range.start && self.reading.word(range.end - 1) == ".";
        let titled = if heading_block {
            capitals >= 2 && lower * 2 <= capitals
        } else {
            capitals >= 4 && lower * 5 <= capitals && !stopped
        };
        let shouted = upper >= 2 && upper * 10 >= (capitals + lower) * 7;
        if titled || shouted {
            for i in range {
                self.of[i] |= bit::HEADING;
            }
        }
    }
}
