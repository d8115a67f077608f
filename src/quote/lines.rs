//! Lines of units: sentences as the attribution sees them.
//!
//! A unit is a word, a punctuation mark or a whole pair of quotation marks with all that stands in it. A line is a
//! sentence, joined with the next ones where a pair reaches across. Inside a line a quotation is thus one step, however
//! long it is, and a search that is limited to so many units is limited in time.

use std::ops::Range;

use super::marks::Pair;
use super::settle;
use super::words::{self, Cat, Classes};
use crate::name::Names;
use crate::reading::Reading;
use crate::span::Span;
use crate::token::Kind;

/// One step in a line. Small, since the longest texts have millions.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
    /// The number of a pair, the form of anything else.
    number: u32,
    /// What the cue verb can do that it is a form of; `Page::verb` tells which one that is.
    pub verb: Option<Classes>,
    /// What it can do in a clause.
    pub cat: Cat,
    made_of: MadeOf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MadeOf {
    /// A word or a mark.
    Word,
    /// The same in a person's name.
    PersonsName,
    /// A pair of quotation marks with all that stands in it.
    Pair,
}

impl Unit {
    /// A word of some form, or a mark.
    pub fn word(tokens: Range<u32>, cat: Cat, verb: Option<Classes>, form: u32, person: bool) -> Self {
        let made_of = if person { MadeOf::PersonsName } else { MadeOf::Word };
        Self { start: tokens.start, end: tokens.end, number: form, verb, cat, made_of }
    }

    /// The pair with some number.
    fn quoted(tokens: Range<u32>, pair: u32) -> Self {
        Self { start: tokens.start, end: tokens.end, number: pair, verb: None, cat: Cat::Quote, made_of: MadeOf::Pair }
    }

    /// The number of the pair that it is.
    pub fn pair(&self) -> Option<usize> {
        (self.made_of == MadeOf::Pair).then_some(self.number as usize)
    }

    /// The hash of its first word, letter case aside; of a cue verb, of its dictionary form. Zero for a pair.
    pub fn form(&self) -> u32 {
        if self.made_of == MadeOf::Pair { 0 } else { self.number }
    }

    /// Whether it is part of a person's name.
    fn is_person(&self) -> bool {
        self.made_of == MadeOf::PersonsName
    }

    /// Whether it is a finite verb that takes what is said, to somebody or not.
    pub fn speaks(&self) -> bool {
        self.cat == Cat::Verb && self.verb.is_some_and(|v| v.is('s') || v.is('t'))
    }
}

/// Of so many units in a row only the first one's line is kept, from which the others' is not far.
const STRIDE: usize = 8;

/// All units and where each line begins.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// Units in text order.
    pub units: Vec<Unit>,
    /// Units of each line, in text order.
    pub rows: Vec<Range<usize>>,
    /// The line of every [`STRIDE`]th unit.
    line_of: Vec<u32>,
    /// The unit of each pair.
    unit_of_pair: Vec<u32>,
}

impl Lines {
    /// What unit `i` can do; past the ends it is a full stop.
    pub fn cat(&self, i: usize) -> Cat {
        self.units.get(i).map_or(Cat::Stop, |u| u.cat)
    }

    /// Whether all of some units are a person's name.
    pub fn is_person(&self, units: Range<usize>) -> bool {
        self.units.get(units).is_some_and(|u| u.iter().all(Unit::is_person))
    }

    /// The pair that unit `i` is.
    pub fn pair(&self, i: usize) -> Option<usize> {
        self.units.get(i)?.pair()
    }

    /// The unit that token `i` belongs to; the first one for a token of no line.
    pub fn unit_of(&self, token: u32) -> usize {
        let unit = self.units.partition_point(|unit| unit.start <= token).saturating_sub(1);
        if self.units.get(unit).is_some_and(|unit| token < unit.end) { unit } else { 0 }
    }

    /// The unit that pair `i` is.
    pub fn unit_of_pair(&self, pair: usize) -> usize {
        self.unit_of_pair.get(pair).map_or(self.units.len(), |&unit| unit as usize)
    }

    /// The line that unit `i` belongs to.
    pub fn line_of(&self, unit: usize) -> usize {
        let Some(&near) = self.line_of.get(unit / STRIDE) else { return self.rows.len() };
        let after = self.rows.get(near as usize..).unwrap_or(&[]);
        near as usize + after.iter().take_while(|row| row.end <= unit).count()
    }

    /// The characters of some units.
    pub fn span(&self, reading: &Reading<'_>, units: &Range<usize>) -> Span {
        reading.span_of(self.tokens(units))
    }

    /// The tokens of some units.
    pub fn tokens(&self, units: &Range<usize>) -> Range<usize> {
        match (self.units.get(units.start), units.end.checked_sub(1).and_then(|last| self.units.get(last))) {
            (Some(first), Some(last)) if units.start < units.end => first.start as usize..last.end as usize,
            _ => 0..0,
        }
    }
}

/// Cuts the article into lines.
pub(super) fn cut(reading: &Reading<'_>, names: &Names, pairs: &[Pair]) -> Lines {
    cut_stretches(reading, names, pairs, &|sentence| {
        (sentence < reading.sentences.len()).then(|| reading.tokens_of(sentence))
    })
}

/// Cuts stretches of tokens, none of which is longer than a sentence, into lines.
// Apart: in very long functions the engines of browsers run out of registers.
#[inline(never)]
pub(super) fn cut_stretches(
    reading: &Reading<'_>,
    names: &Names,
    pairs: &[Pair],
    stretch: &dyn Fn(usize) -> Option<Range<usize>>,
) -> Lines {
    let most = (0..).map_while(stretch).map(|tokens| tokens.len()).sum();
    let mut lines = Lines {
        units: Vec::with_capacity(most),
        rows: Vec::new(),
        line_of: Vec::with_capacity(most.div_ceil(STRIDE)),
        unit_of_pair: Vec::with_capacity(pairs.len()),
    };
    let mut context = words::Context::new(reading, names);
    let mut paired = 0;
    let mut read = 0;
    while let Some(Range { start: mut token, mut end }) = stretch(read) {
        let (first, before) = (lines.units.len(), paired);
        loop {
            while token < end {
                token = match pairs.get(paired).filter(|pair| pair.open as usize <= token) {
                    Some(pair) => {
                        let end = with_strays(reading, pair, end);
                        lines.unit_of_pair.push(lines.units.len() as u32);
                        lines.units.push(Unit::quoted(pair.open..end, paired as u32));
                        paired += 1;
                        end as usize
                    }
                    None => context.unit(token, end, &mut lines.units),
                };
            }
            read += 1;
            match stretch(read) {
                Some(next) if token > end || runs_on(reading, &lines, &next) => end = next.end,
                _ => break,
            }
        }
        if lines.units.len() > first {
            settle::line(reading, &mut lines.units[first..]);
            if paired > before {
                settle_nicknames(reading, pairs, &mut lines.units[first..]);
            }
            let line = lines.rows.len() as u32;
            lines.line_of.resize(lines.units.len().div_ceil(STRIDE), line);
            lines.rows.push(first..lines.units.len());
        }
    }
    lines
}

/// One past the pair and the lost marks that touch its end, before the end of the stretch.
fn with_strays(reading: &Reading<'_>, pair: &Pair, stretch: usize) -> u32 {
    let mut end = pair.end.max(pair.open + 1);
    let limit = (end + 2).min(end.max(stretch as u32));
    while end < limit
        && reading
            .tokens
            .get(end as usize)
            .is_some_and(|t| !t.space_before && matches!(t.span.of(reading.text), "'" | "’" | "\"" | "”"))
    {
        end += 1;
    }
    end
}

/// A few words in marks between a first name and a last name are part of the name.
fn settle_nicknames(reading: &Reading<'_>, pairs: &[Pair], units: &mut [Unit]) {
    for i in 1..units.len().saturating_sub(1) {
        let Some(pair) = units[i].pair().and_then(|pair| pairs.get(pair)) else { continue };
        let inner = pair.inner();
        let last = reading.tokens.get(inner.end.saturating_sub(1)).is_some_and(|t| t.kind == Kind::Word);
        let between = units[i - 1].cat == Cat::Name && units[i + 1].cat == Cat::Name;
        if between
            && inner.len() <= 3
            && last
            && !reading.tokens[inner.start].span.of(reading.text).starts_with(char::is_lowercase)
        {
            units[i].cat = Cat::Name;
        }
    }
}

/// Whether the stretch `next` goes on after a quotation: `"Why?" he asked.`
fn runs_on(reading: &Reading<'_>, lines: &Lines, next: &Range<usize>) -> bool {
    let touches = |u: &&Unit| u.pair().is_some() && u.end as usize >= next.start;
    let Some(last) = lines.units.last().filter(touches) else { return false };
    let block = |token: usize| reading.sentences.get(reading.sentence_of(token)).map(|s| s.block);
    block(last.start as usize) == block(next.start)
        && reading
            .tokens
            .get(next.start)
            .is_some_and(|t| t.kind == Kind::Word && t.span.of(reading.text).starts_with(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote::marks;
    use crate::{Format, article, name, sentence, tag, token};

    #[test]
    fn every_unit_knows_its_line() {
        let text = "Yes. No. \"Why?\" he asked. The ferry that left Harbour Point at noon, which was late, came back at \
                    night with nobody on board but the cook. Nobody knew. It rained.";
        let article = article::split(text, Format::Text);
        let sentences = sentence::split(text, &article);
        let tokens = token::split(text, &article, &sentences);
        let tags = tag::tag(text, &tokens);
        let reading = Reading::new(text, &article, &sentences, &tokens, &tags);
        let pairs = marks::pair(&reading).pairs;
        let lines = cut(&reading, &name::find(&reading, None), &pairs);
        assert_eq!(lines.rows.len(), 6);
        for (number, row) in lines.rows.iter().enumerate() {
            assert!(row.clone().all(|unit| lines.line_of(unit) == number), "line {number}");
        }
        let past = lines.units.len()..lines.units.len() + 2 * STRIDE;
        assert!(past.clone().all(|unit| lines.line_of(unit) == lines.rows.len()));
        let quoted = lines.unit_of_pair(0);
        assert_eq!((lines.pair(quoted), lines.units[quoted].form()), (Some(0), 0));
    }
}
