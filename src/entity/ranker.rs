//! How well somebody in focus suits a pronoun: a sum of small learned weights over what the text shows.

use super::focus::{Part, Seen, Spot, WIDTH};
use super::weights::WEIGHTS;
use crate::analysis::{Form, Gender};

/// How many questions are asked.
pub const QUESTIONS: usize = 21;
/// How many answers a question has at most.
pub const ANSWERS: usize = 64;

/// One weight for every answer to every question.
pub type Weights = [[i16; ANSWERS]; QUESTIONS];

/// One answer a question.
pub type Answers = [u8; QUESTIONS];

/// The weights that `train pronouns` learned.
pub static LEARNED: Weights = WEIGHTS;

/// How a pronoun is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// "his car".
    Owner,
    /// "they met him".
    Object,
    /// "He left", at the start of a sentence.
    Opens,
    /// "when he left".
    Subject,
    /// "He said", at the start of a sentence.
    SpeaksFirst,
    /// "…", he said.
    SpeaksBehindQuote,
    /// "The bridge was closed, he said."
    SpeaksBehindComma,
    /// "which he said was true".
    Speaks,
}

impl Use {
    fn speaks(self) -> bool {
        self as usize >= Self::SpeaksFirst as usize
    }
}

/// The pronoun for which somebody is sought.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// Where it stands.
    pub spot: Spot,
    /// The block it stands in.
    pub block: u32,
    /// How it is used.
    pub usage: Use,
    /// The gender it tells.
    pub gender: Gender,
}

/// The sum of the weights.
#[must_use]
pub fn score(weights: &Weights, answers: &Answers) -> i32 {
    weights.iter().zip(answers).map(|(row, &answer)| i32::from(row.get(answer as usize).copied().unwrap_or(0))).sum()
}

/// The answers for every candidate. `seen` are those who may be meant, the one last mentioned at the end, each with the
/// gender that its names tell.
#[inline(never)]
pub fn answers(asked: &Asked, seen: &[(Seen, Gender)], out: &mut Vec<Answers>) {
    out.clear();
    let mut keys = [[0; KEYS]; WIDTH];
    let keys = &mut keys[..seen.len().min(WIDTH)];
    keys.iter_mut().zip(seen).for_each(|(keys, (seen, _))| *keys = keys_of(seen));
    for (order, (own, (candidate, known))) in keys.iter().zip(seen).enumerate() {
        let mut later = [0; KEYS];
        for other in keys.iter() {
            (0..KEYS).for_each(|key| later[key] += usize::from(other[key] > own[key]));
        }
        let [subject, spoke, count, leader] = later;
        let ranks = Ranks { recent: seen.len() - 1 - order, subject, spoke, count, leader };
        out.push(answer(asked, candidate, *known, &ranks));
    }
}

/// How many keys a candidate is ranked by.
const KEYS: usize = 4;

/// What a candidate is ranked by, zero where there is nothing: where it was a subject, where it spoke, how often it was
/// mentioned, and where it led.
fn keys_of(seen: &Seen) -> [usize; KEYS] {
    let place = |spot: Option<Spot>| spot.map_or(0, |spot| spot.token + 1);
    [place(seen.subject), place(seen.spoke), seen.count as usize, place(seen.leads.then_some(seen.last))]
}

/// How many of the others go before the candidate.
struct Ranks {
    recent: usize,
    subject: usize,
    spoke: usize,
    count: usize,
    leader: usize,
}

fn answer(asked: &Asked, seen: &Seen, known: Gender, ranks: &Ranks) -> Answers {
    let back = asked.spot.sentence.saturating_sub(seen.last.sentence);
    let since = |spot: Option<Spot>| spot.map_or(7, |spot| steps(asked.spot.sentence.saturating_sub(spot.sentence)));
    let blocks = small(asked.block.saturating_sub(seen.block) as usize, 3);
    let usage = 8 * asked.usage as usize;
    let speaks = usize::from(asked.usage.speaks());
    let group = match asked.usage {
        Use::Owner => 0,
        Use::Object => 8,
        Use::Opens | Use::Subject => 16,
        _ => 24,
    };
    let form = match seen.form {
        Form::Name => 0,
        Form::Nominal => 1,
        Form::Pronoun => 2,
    };
    let gender = match (known, seen.told()) {
        (Gender::Unknown, Gender::Unknown) => 0,
        (Gender::Unknown, told) if told == asked.gender => 1,
        (Gender::Unknown, _) => 2,
        _ => 3,
    };
    let spoken = seen.spoke.map_or(4, |_| small(ranks.spoke, 3));
    let numbers = [
        steps(back) + usage,
        since(seen.subject) + usage,
        since(seen.spoke) + usage,
        small(ranks.recent, 4) + usage,
        small(ranks.subject, 4) + usage,
        spoken + usage,
        part(seen.part) + 3 * form + 9 * small(back, 2),
        steps(back) + 8 * blocks,
        since(seen.subject) + 8 * blocks,
        gender,
        small(seen.count.ilog2() as usize, 5) + 8 * usize::from(ranks.count == 0) + 16 * speaks,
        small(ranks.leader, 3) + 4 * small(back, 2) + 16 * speaks,
        usize::from(seen.headline),
        if back == 0 { small((asked.spot.token.saturating_sub(seen.last.token) + 1).ilog2() as usize, 5) } else { 7 },
        usize::from(spoken == 0) + 2 * usize::from(ranks.subject == 0) + 4 * usize::from(ranks.recent == 0) + usage,
        usize::from(seen.leads) + 2 * usize::from(seen.part == Part::Subject) + 4 * small(back, 1) + usage,
        steps(back) + group,
        since(seen.subject) + group,
        since(seen.spoke) + group,
        small(ranks.recent, 4) + group,
        small(ranks.subject, 4) + group,
    ];
    numbers.map(|number| u8::try_from(number).unwrap_or(0))
}

fn small(value: usize, most: usize) -> usize {
    value.min(most)
}

fn part(part: Part) -> usize {
    match part {
        Part::Subject => 0,
        Part::Owner => 1,
        Part::Other => 2,
    }
}

/// A distance in sentences, the far ones together.
fn steps(distance: usize) -> usize {
    match distance {
        0..=3 => distance,
        4 | 5 => 4,
        6..=8 => 5,
        _ => 6,
    }
}
