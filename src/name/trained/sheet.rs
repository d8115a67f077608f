//! The words of an article that may belong to names, each looked at once.

use std::ops::Range;

use super::clue::{self, Clues};
use super::features::{Form, Glance, REACH, Run};
use super::gazetteer::Gazetteer;
use crate::analysis::EntityKind;
use crate::model::hash;
use crate::name::Proposal;
use crate::name::facts::Facts;
use crate::name::known::bit;
use crate::tag::Pos;
use crate::token::{Kind, Memo};

/// What the lexicons say that helps to tell names.
const LEXICON: u64 = bit::ANY_PLACE
    | bit::MAYBE_PLACE
    | bit::GROUP
    | bit::FIRST
    | bit::KNOWN
    | bit::HEAD
    | bit::BEFORE_PLACE
    | bit::OFFICE
    | bit::MODIFIER
    | bit::COMMON
    | bit::CALENDAR
    | bit::FUNCTION
    | bit::PARTICLE
    | bit::PERSONAL;
const CASING: u64 = bit::CAPITAL | bit::OPEN | bit::HEADING | bit::LOWER_TOO | bit::CAPITAL_TOO | bit::INFLECTED;

/// How far from a word capitals must stand on both sides for it to be looked at: the "of the" of long names.
const BRIDGE: usize = 3;

/// A word that may belong to a name, and what the second pass needs of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot {
    /// Its token.
    pub token: u32,
    /// Its word in the vocabulary.
    pub(super) word: u32,
    /// How many spots before and behind it the run of its capitals begins and ends.
    pub(super) run: (u8, u8),
    pub(super) capital: bool,
    pub(super) proposal: u8,
    pub(super) listed: u16,
    pub(super) place: u8,
}

/// A sentence that was looked at, and its words that may belong to names.
pub(crate) struct Row<'r> {
    /// Its words, with `REACH` empty ones before and behind them.
    pub words: &'r [Glance],
    /// Its bytes.
    pub length: u32,
    /// Its first token.
    start: u32,
    spots: &'r [Spot],
    stretches: &'r [Range<u32>],
}

impl Row<'_> {
    /// The place of each spot among the words, and its run.
    pub fn places(&self) -> impl Iterator<Item = (usize, Run)> + '_ {
        self.spots.iter().map(|spot| {
            let i = (spot.token - self.start) as usize + REACH;
            (i, Run { start: i - spot.run.0 as usize, end: i + 1 + spot.run.1 as usize })
        })
    }

    /// The spots of each stretch, counted from the first of the sentence.
    pub fn stretches(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let first = self.stretches.first().map_or(0, |stretch| stretch.start);
        self.stretches.iter().map(move |stretch| (stretch.start - first) as usize..(stretch.end - first) as usize)
    }
}

/// All such words of an article.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    pub spots: Vec<Spot>,
    /// Spots that stand side by side in one sentence.
    pub stretches: Vec<Range<u32>>,
}

impl Sheet {
    /// The spots of each stretch.
    pub(crate) fn stretches(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.stretches.iter().map(|stretch| stretch.start as usize..stretch.end as usize)
    }
}

impl Form {
    /// That of `word`.
    pub(super) fn of(word: &str) -> Self {
        let bytes = word.as_bytes();
        let tail = |n: usize| hash::bytes(&bytes[bytes.len().saturating_sub(n)..]);
        Self {
            word: hash::bytes(bytes),
            ends: [tail(2), tail(3), tail(4)],
            start: hash::bytes(&bytes[..bytes.len().min(3)]),
            signs: signs(bytes),
        }
    }
}

/// The bits of the shape that tell of points and hyphens.
fn signs(word: &[u8]) -> u32 {
    let has = |sign: u8| u32::from(word.contains(&sign));
    has(b'.') << 6 | has(b'-') << 7
}

thread_local! {
    static FORMS: Memo<Form> = const { Memo::new() };
}

/// Looks at an article.
pub(crate) struct Look<'l, 'a> {
    facts: &'l Facts<'a>,
    gazetteer: &'l Gazetteer<'l>,
    forms: Vec<Form>,
    /// What each different word is in longer names of the gazetteer.
    parts: Vec<u8>,
    clues: Clues,
    proposals: &'l [Proposal],
    /// The sentence at hand, with `REACH` empty words before and behind it.
    words: Vec<Glance>,
}

impl<'l, 'a> Look<'l, 'a> {
    /// Prepares what can be said of every different word.
    pub(crate) fn new(facts: &'l Facts<'a>, gazetteer: &'l Gazetteer<'l>, proposals: &'l [Proposal]) -> Self {
        let forms = FORMS.with(|memo| memo.of(facts.reading.vocabulary, Form::of));
        let parts = forms.iter().map(|form| gazetteer.part(form.word)).collect();
        let clues = Clues::new(facts, proposals.iter().filter_map(proposed));
        Self { facts, gazetteer, forms, parts, clues, proposals, words: Vec::new() }
    }

    /// Looks at every sentence; `see` gets each in turn that has a spot.
    pub(crate) fn sheet(mut self, mut see: impl FnMut(&Row<'_>)) -> Sheet {
        let mut sheet = Sheet { spots: Vec::with_capacity(self.facts.usual_spots()), stretches: Vec::new() };
        let mut proposals = self.proposals;
        for s in 0..self.facts.reading.sentences.len() {
            let range = self.facts.reading.tokens_of(s);
            let here = proposals.partition_point(|p| p.name.start < range.end);
            let (mine, rest) = proposals.split_at(here);
            proposals = rest;
            if range.clone().any(|i| self.facts.has(i, bit::CAPITAL)) || !mine.is_empty() {
                self.sentence(range, mine, &mut sheet, &mut see);
            }
        }
        sheet
    }

    fn sentence(
        &mut self,
        range: Range<usize>,
        proposals: &[Proposal],
        sheet: &mut Sheet,
        see: &mut impl FnMut(&Row<'_>),
    ) {
        self.words.clear();
        self.words.resize(REACH, Glance::default());
        for i in range.clone() {
            let glance = self.glance(i);
            self.words.push(glance);
        }
        self.words.resize(range.len() + 2 * REACH, Glance::default());
        self.propose(range.start, proposals);
        self.list(&range);
        self.open(&range);
        let (first, stretch) = (sheet.spots.len(), sheet.stretches.len());
        let mut start = first;
        for i in range.clone() {
            let at = i - range.start + REACH;
            let here = self.words[at];
            if !here.open {
                close(sheet, &mut start);
                continue;
            }
            let run = Run::around(&self.words, at);
            sheet.spots.push(Spot {
                token: i as u32,
                word: self.facts.id(i),
                run: ((at - run.start) as u8, (run.end - 1 - at) as u8),
                capital: here.capital,
                proposal: here.proposal as u8,
                listed: here.listed as u16,
                place: run.place(at) as u8,
            });
        }
        close(sheet, &mut start);
        if sheet.spots.len() > first {
            see(&Row {
                words: &self.words,
                length: self.facts.reading.span_of(range.clone()).len(),
                start: range.start as u32,
                spots: &sheet.spots[first..],
                stretches: &sheet.stretches[stretch..],
            });
        }
    }

    fn glance(&self, i: usize) -> Glance {
        let facts = self.facts;
        let id = facts.id(i);
        let form = self.forms.get(id as usize).copied().unwrap_or_default();
        let bits = facts.bits(i);
        let pos = facts.pos(i);
        Glance {
            id: Some(id),
            form,
            shape: shape(facts, i, &form),
            pos: pos as u32,
            verb: pos == Pos::Verb,
            lexicon: (bits & LEXICON) as u32,
            casing: ((bits & CASING) >> bit::CAPITAL.trailing_zeros()) as u32,
            part: self.parts.get(id as usize).copied().map_or(0, u32::from),
            clues: if bits & bit::CAPITAL == 0 { 0 } else { self.clues.elsewhere(i, id) },
            capital: bits & bit::CAPITAL != 0,
            ..Glance::default()
        }
    }

    /// Notes what the rules propose.
    fn propose(&mut self, start: usize, proposals: &[Proposal]) {
        for proposal in proposals {
            let Some((kind, rule)) = proposal.kind else { continue };
            for i in proposal.name.start..proposal.name.end {
                let word = &mut self.words[i - start + REACH];
                word.proposal = 1 + 2 * kind as u32 + u32::from(i > proposal.name.start);
                word.rule = Some(rule);
                word.open = true;
            }
        }
    }

    /// Notes what the gazetteer knows: the longest name at each place, none inside another.
    fn list(&mut self, range: &Range<usize>) {
        let mut i = range.start;
        while i < range.end {
            let at = i - range.start + REACH;
            i += self.listed(i, range.end).map_or(1, |(count, kind)| {
                for (n, word) in self.words[at..at + count].iter_mut().enumerate() {
                    word.listed = 1 + u32::from(kind) * 4 + place(n, count);
                    word.open |= count > 1;
                }
                count
            });
        }
    }

    /// The known name that begins at token `i`: it begins with a capital or a particle, and has a capital.
    fn listed(&self, i: usize, end: usize) -> Option<(usize, u8)> {
        if !self.facts.has(i, bit::CAPITAL | bit::PARTICLE) {
            return None;
        }
        let words = (i..end).map(|i| self.forms.get(self.facts.id(i) as usize).map_or(0, |form| form.word));
        let (count, kind) = self.gazetteer.longest(words)?;
        (i..i + count).any(|i| self.facts.has(i, bit::CAPITAL)).then_some((count, kind))
    }

    /// Opens capitals, and the small words and signs that may stand between them.
    fn open(&mut self, range: &Range<usize>) {
        let facts = self.facts;
        let capital = |i: usize| range.contains(&i) && facts.has(i, bit::CAPITAL);
        let mut before = None;
        for i in range.clone() {
            let here = capital(i);
            self.words[i - range.start + REACH].open |=
                here || before.is_some_and(|before| self.joins(i, i - before, capital));
            before = if here { Some(i) } else { before };
        }
    }

    /// Whether token `i` may belong to the name of the last capital, which stands `gap` tokens before.
    fn joins(&self, i: usize, gap: usize, capital: impl Fn(usize) -> bool) -> bool {
        let facts = self.facts;
        let number = || facts.reading.tokens.get(i).is_some_and(|token| token.kind == Kind::Number);
        let hyphen = |i: usize| facts.is(i, "-") && facts.joined(i) && facts.joined(i + 1);
        let bridge = || (1..=BRIDGE).any(|d| capital(i + d)) && !matches!(facts.pos(i), Pos::Verb | Pos::Aux);
        match gap {
            1 if number() || hyphen(i) => true,
            2 if facts.is(i - 1, "-") && facts.joined(i) => true,
            _ => gap <= BRIDGE && bridge(),
        }
    }
}

/// The clue that a proposal gives.
fn proposed(proposal: &Proposal) -> Option<(Range<usize>, u16)> {
    let clue = match proposal.kind?.0 {
        EntityKind::Person => clue::PERSON,
        EntityKind::Place => clue::PLACE,
        _ => return None,
    };
    Some((proposal.name.start..proposal.name.end, clue))
}

/// Ends the stretch of spots that began at `start`.
fn close(sheet: &mut Sheet, start: &mut usize) {
    let end = sheet.spots.len();
    if end > *start {
        sheet.stretches.push(*start as u32..end as u32);
    }
    *start = end;
}

/// Where the `n`th of `count` words stands.
fn place(n: usize, count: usize) -> u32 {
    match (n, count) {
        (0, 1) => 0,
        (0, _) => 1,
        _ if n + 1 == count => 3,
        _ => 2,
    }
}

/// Packs what token `i` looks like; `form` is that of its word.
fn shape(facts: &Facts<'_>, i: usize, form: &Form) -> u32 {
    let Some(token) = facts.reading.tokens.get(i) else { return 0 };
    let length = match token.span.len() {
        0..=1 => 0,
        2..=3 => 1,
        4..=6 => 2,
        _ => 3,
    };
    // The vocabulary does not hold the longest words.
    let signs =
        if token.span.len() as usize > hash::WHOLE { signs(facts.reading.word(i).as_bytes()) } else { form.signs };
    token.shape as u32 | length << 4 | signs | (token.kind as u32) << 8
}
