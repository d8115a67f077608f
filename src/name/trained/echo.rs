//! What the first pass found of the same words elsewhere in the article, for the second to weigh.

use std::ops::Range;

use super::features::Echoes;
use super::label::Sort;
use super::sheet::{Sheet, Spot};

/// The sorts, and no name at all.
const SORTS: usize = 6;

impl Sheet {
    /// What the labels of the first pass say of the same word elsewhere: the sort it has most often, how surely, and
    /// whether more than once; 0 for a word that stands here only.
    pub(crate) fn echoes(&self, labels: &[u8], different: usize) -> Vec<u32> {
        let number = |label: u8| Sort::of_label(label as usize).map_or(SORTS - 1, |sort| sort as usize);
        let mut sums = vec![[0_u32; SORTS]; different];
        for (spot, &label) in self.spots.iter().zip(labels).filter(|(spot, _)| spot.capital) {
            if let Some(sums) = sums.get_mut(spot.word as usize) {
                sums[number(label)] += 1;
            }
        }
        let echo = |(spot, &label): (&Spot, &u8)| {
            let mut counts = sums.get(spot.word as usize).filter(|_| spot.capital).copied()?;
            counts[number(label)] -= 1;
            let total: u32 = counts.iter().sum();
            let top = (0..SORTS).rev().max_by_key(|&sort| counts[sort])?;
            let sure = if counts[top] == total { 2 } else { u32::from(counts[top] * 3 >= total * 2) };
            (total > 0).then(|| Echoes::number(top as u32, sure, total > 1))
        };
        self.spots.iter().zip(labels).map(|pair| echo(pair).unwrap_or(0)).collect()
    }

    /// What the second pass asks of spot `i` of the stretch `of`.
    pub(crate) fn second(&self, echoes: &[u32], i: usize, of: &Range<u32>) -> Echoes {
        let spot = &self.spots[i];
        let echo = |i: usize| if of.contains(&(i as u32)) { echoes.get(i).copied().unwrap_or(0) } else { 0 };
        Echoes {
            here: echo(i),
            before: i.checked_sub(1).map_or(0, echo),
            behind: echo(i + 1),
            first: echo(i - spot.run.0 as usize),
            last: echo(i + spot.run.1 as usize),
            proposal: spot.proposal.into(),
            listed: spot.listed.into(),
            place: spot.place.into(),
        }
    }
}
