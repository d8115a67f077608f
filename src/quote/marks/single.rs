//! Single marks, which are apostrophes until the contrary is shown.

use super::{Block, Marks, Pair};
use crate::token::Kind;

impl Block<'_, '_> {
    pub(super) fn pair_singles(&self, signs: &[usize], marks: &mut Marks, from: usize) {
        let mut found: Vec<Pair> = Vec::new();
        let mut waiting: Option<(usize, Option<usize>)> = None;
        let mut keep = |open: usize, close: usize| {
            if close > open + 1 {
                found.push(Pair {
                    open: open as u32,
                    end: close as u32 + 1,
                    closed: true,
                    continues: false,
                    single: true,
                });
            }
        };
        let mut doubles = marks.pairs[from..].iter().peekable();
        for &i in signs {
            let Some(c) = self.char_of(i).filter(|c| matches!(c, '\'' | '‘' | '’' | '‚' | '`')) else { continue };
            while doubles.next_if(|p| p.end as usize <= i).is_some() {}
            if doubles.peek().is_some_and(|p| p.open as usize <= i) {
                continue;
            }
            if self.single_opens(i, c) {
                if let Some((open, Some(weak))) = waiting {
                    keep(open, weak);
                }
                waiting = Some((i, None));
            } else if let (Some((open, weak)), true) = (waiting, self.single_closes(i, c)) {
                if self.is_plural_possessive(i) {
                    waiting = Some((open, weak.or(Some(i))));
                } else {
                    keep(open, i);
                    waiting = None;
                }
            }
        }
        if let Some((open, Some(weak))) = waiting {
            keep(open, weak);
        }
        merge(marks, from, &found);
    }

    fn single_opens(&self, i: usize, c: char) -> bool {
        let next = self.reading.word(i + 1);
        c != '’'
            && self.lets_open(i)
            && !self.space_after(i)
            && next.starts_with(|c: char| c.is_alphanumeric() || "\"“$£€[(".contains(c) || c == '…')
            && !is_elision(next)
    }

    fn single_closes(&self, i: usize, c: char) -> bool {
        let ends =
            self.space_after(i) || self.reading.tokens[i + 1].kind != Kind::Word || !self.reading.tokens[i + 1].glued;
        matches!(c, '’' | '\'') && !self.space_before(i) && ends
    }

    /// "the bosses' mess": the mark follows an s and a lower-case word goes on.
    fn is_plural_possessive(&self, i: usize) -> bool {
        let next = self.reading.word(i + 1);
        self.reading.word(i - 1).ends_with('s') && i + 1 < self.end && next.starts_with(char::is_lowercase)
    }
}

/// Words that begin with an apostrophe: 'em, 'til, '90s.
fn is_elision(word: &str) -> bool {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let decade = digits == 2 && matches!(&word[2..], "" | "s");
    decade
        || ["em", "n", "til", "tis", "twas", "cause", "bout", "round", "cos"]
            .iter()
            .any(|e| word.eq_ignore_ascii_case(e))
}

/// Adds single pairs to the double ones of the block; doubles inside a single pair are nested and go.
fn merge(marks: &mut Marks, from: usize, singles: &[Pair]) {
    if singles.is_empty() {
        return;
    }
    let doubles = marks.pairs.split_off(from);
    let mut singles = singles.iter().copied().peekable();
    let mut reach = 0;
    for double in doubles {
        while let Some(single) = singles.next_if(|s| s.open < double.open) {
            reach = single.end;
            marks.pairs.push(single);
        }
        if double.open >= reach {
            marks.pairs.push(double);
        }
    }
    marks.pairs.extend(singles);
}
