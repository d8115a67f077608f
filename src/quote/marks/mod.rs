//! Which quotation marks belong together.
//!
//! Two passes over each block, both a single walk: double marks and guillemets first, then single marks outside
//! them, since a single mark is an apostrophe until the contrary is shown. Only outermost pairs are kept. A pair never
//! leaves its block; a statement of several paragraphs is a chain of pairs of which all but the last stay open.

mod single;

use crate::reading::Reading;
use crate::span::Span;
use crate::token::{Kind, Token};

/// Two marks and what stands between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// Token of the opening mark.
    pub open: u32,
    /// One past the last token, the closing mark included.
    pub end: u32,
    /// Whether the closing mark was found.
    pub closed: bool,
    /// Whether the next pair, a paragraph further down, goes on with the same statement.
    pub continues: bool,
    /// Whether the marks are single ones.
    pub single: bool,
}

impl Pair {
    /// The tokens between the marks.
    pub fn inner(&self) -> std::ops::Range<usize> {
        self.open as usize + 1..(self.end as usize - usize::from(self.closed)).max(self.open as usize + 1)
    }

    /// The marks and all between them.
    pub fn span(&self, reading: &Reading<'_>) -> Span {
        reading.span_of(self.open as usize..self.end as usize)
    }
}

/// What the two passes find.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Outermost pairs in text order.
    pub pairs: Vec<Pair>,
    /// Marks that stand for feet, inches, minutes or seconds, with their number.
    pub measures: Vec<Span>,
}

/// Pairs the marks of the whole article.
pub(super) fn pair(reading: &Reading<'_>) -> Marks {
    let mut marks = Marks::default();
    let mut signs = Vec::new();
    let mut sentence = 0;
    while sentence < reading.sentences.len() {
        let block = reading.sentences[sentence].block;
        let first = sentence;
        while reading.sentences.get(sentence).is_some_and(|s| s.block == block) {
            sentence += 1;
        }
        let tokens = reading.tokens_of(first).start..reading.tokens_of(sentence - 1).end;
        Block { reading, start: tokens.start, end: tokens.end }.pair(&mut signs, &mut marks);
    }
    marks
}

/// Pairs the marks inside a pair, where there are any; what is not closed there is none.
pub(super) fn inside(reading: &Reading<'_>, pair: &Pair) -> Vec<Pair> {
    let inner = pair.inner();
    let is_mark = |i: usize| {
        reading.tokens[i].kind == Kind::Mark && reading.word(i).starts_with(|c| "'‘’‚`\"“”„«»＂".contains(c))
    };
    let mut marks = Marks::default();
    if inner.clone().any(is_mark) {
        Block { reading, start: inner.start, end: inner.end }.pair(&mut Vec::new(), &mut marks);
        marks.pairs.retain(|pair| pair.closed);
    }
    marks.pairs
}

/// Families of marks: a closing mark looks for an opening one of its own family first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Curly,
    Straight,
    Guillemet,
    Low,
}

/// What a mark can do where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    Either,
}

/// An opening mark that waits for its partner.
#[derive(Clone, Copy)]
struct Waiting {
    token: usize,
    family: Family,
    /// A place where the partner may have stood, should no better one come.
    weak: Option<usize>,
}

/// How deep marks may nest before the innermost are ignored.
const DEPTH: usize = 4;

struct Block<'r, 'a> {
    reading: &'r Reading<'a>,
    start: usize,
    end: usize,
}

impl Block<'_, '_> {
    /// Pairs the marks; `signs` is a buffer for the tokens that may be one.
    fn pair(&self, signs: &mut Vec<usize>, marks: &mut Marks) {
        let from = marks.pairs.len();
        signs.clear();
        let tokens = self.reading.tokens[self.start..self.end].iter();
        let is_sign = |(_, token): &(usize, &Token)| !matches!(token.kind, Kind::Word | Kind::Number);
        signs.extend((self.start..).zip(tokens).filter(is_sign).map(|(i, _)| i));
        self.pair_doubles(signs, marks);
        self.pair_singles(signs, marks, from);
    }

    fn char_of(&self, i: usize) -> Option<char> {
        let mut chars = self.reading.word(i).chars();
        chars.next().filter(|_| chars.next().is_none())
    }

    fn space_before(&self, i: usize) -> bool {
        i <= self.start || self.reading.tokens.get(i).is_none_or(|t| t.space_before)
    }

    fn space_after(&self, i: usize) -> bool {
        i + 1 >= self.end || self.space_before(i + 1)
    }

    /// Whether token `i` may stand right before an opening mark.
    fn lets_open(&self, i: usize) -> bool {
        self.space_before(i)
            || i == self.start
            || self.char_of(i - 1).is_some_and(|c| "([{—–-/“‘\"'«:".contains(c))
            || { self.reading.word(i - 1) == "--" }
    }

    fn role(&self, i: usize, c: char) -> Option<(Family, Role)> {
        let by_space = || match (self.lets_open(i), self.space_after(i)) {
            (true, false) => Role::Opens,
            (false, _) => Role::Closes,
            (true, true) => Role::Either,
        };
        Some(match c {
            // Pasted text has it for the closing mark too: "It is odd,“ said.
            '“' if !self.lets_open(i) && self.space_after(i) => (Family::Curly, Role::Closes),
            '“' | '‟' => (Family::Curly, Role::Opens),
            '”' => (Family::Curly, Role::Closes),
            '„' => (Family::Low, Role::Opens),
            '"' | '＂' => (Family::Straight, by_space()),
            '«' | '»' => (
                Family::Guillemet,
                if self.space_before(i) || c == '«' { by_space_guillemet(c, self, i) } else { Role::Closes },
            ),
            _ => return None,
        })
    }

    fn pair_doubles(&self, signs: &[usize], marks: &mut Marks) {
        let mut waiting: Vec<Waiting> = Vec::with_capacity(DEPTH);
        for &i in signs {
            if self.reading.tokens[i].kind != Kind::Mark {
                continue;
            }
            let Some((family, role)) = self.char_of(i).and_then(|c| self.role(i, c)) else { continue };
            let low = waiting.iter().any(|w| w.family == Family::Low);
            let role = if family == Family::Curly && role == Role::Opens && low { Role::Closes } else { role };
            match (waiting.last().copied(), role) {
                (None, Role::Opens | Role::Either) => waiting.push(Waiting { token: i, family, weak: None }),
                (None, Role::Closes) => self.measure(i, marks),
                (Some(_), Role::Closes | Role::Either) => self.close(i, family, &mut waiting, marks),
                (Some(_), Role::Opens) => {
                    if waiting.iter().any(|w| w.family == family) {
                        self.give_up(&mut waiting, i, marks);
                    }
                    if waiting.len() < DEPTH {
                        waiting.push(Waiting { token: i, family, weak: None });
                    }
                }
            }
        }
        self.end_of_block(&waiting, marks);
    }

    /// A closing mark with nothing to close: after a number it is a measure.
    fn measure(&self, i: usize, marks: &mut Marks) {
        if i > self.start && self.reading.tokens[i - 1].kind == Kind::Number && !self.space_before(i) {
            marks.measures.push(self.reading.span_of(i - 1..i + 1));
        }
    }

    fn close(&self, i: usize, family: Family, waiting: &mut Vec<Waiting>, marks: &mut Marks) {
        let after_number = i > self.start && self.reading.tokens[i - 1].kind == Kind::Number;
        let runs_on = self.reading.tokens.get(i + 1).is_some_and(|t| i + 1 < self.end && t.kind == Kind::Word);
        if family == Family::Straight && after_number && runs_on && waiting.len() == 1 {
            // `12" long`: an inch mark unless no other partner comes.
            if let Some(last) = waiting.last_mut() {
                last.weak.get_or_insert(i);
                return;
            }
        }
        // The innermost of the same family closes, and with it all that opened inside it; a lone one of another
        // family is a mixed pair.
        let depth = waiting.iter().rposition(|w| w.family == family).unwrap_or(waiting.len() - 1);
        let opened = waiting[depth];
        waiting.truncate(depth);
        if waiting.is_empty() && i > opened.token + 1 {
            marks.pairs.push(Pair {
                open: opened.token as u32,
                end: i as u32 + 1,
                closed: true,
                continues: false,
                single: false,
            });
        }
    }

    /// A mark opens while one of its kind still waits: the waiting one lost its partner before the sentence of the new.
    fn give_up(&self, waiting: &mut Vec<Waiting>, i: usize, marks: &mut Marks) {
        if let Some(&first) = waiting.first() {
            let sentence = self.reading.tokens_of(self.reading.sentence_of(i)).start;
            let end = first.weak.map_or(if sentence > first.token + 1 { sentence } else { i }, |weak| weak + 1);
            Self::push_open(first.token, end, first.weak.is_some(), false, marks);
        }
        waiting.clear();
    }

    fn push_open(open: usize, end: usize, closed: bool, continues: bool, marks: &mut Marks) {
        if end > open + 1 {
            marks.pairs.push(Pair { open: open as u32, end: end as u32, closed, continues, single: false });
        }
    }

    fn end_of_block(&self, waiting: &[Waiting], marks: &mut Marks) {
        let Some(&first) = waiting.first() else { return };
        if let Some(weak) = first.weak {
            return Self::push_open(first.token, weak + 1, true, false, marks);
        }
        let next = self.reading.tokens.get(self.end).filter(|t| t.kind == Kind::Mark);
        if next.is_some_and(|t| matches!(t.span.of(self.reading.text), "“" | "\"" | "„" | "«")) {
            return Self::push_open(first.token, self.end, false, true, marks);
        }
        let led = first.token == self.start || matches!(self.reading.word(first.token - 1), ":" | ",");
        let sentence = self.reading.tokens_of(self.reading.sentence_of(first.token)).end;
        Self::push_open(first.token, if led { self.end } else { sentence.min(self.end) }, false, false, marks);
    }
}

/// French sets the marks off with spaces and points them outwards; German and Danish point them inwards.
fn by_space_guillemet(c: char, block: &Block<'_, '_>, i: usize) -> Role {
    if c == '«' {
        if block.space_before(i) || !block.space_after(i) { Role::Opens } else { Role::Closes }
    } else if block.space_after(i) {
        Role::Closes
    } else {
        Role::Opens
    }
}
