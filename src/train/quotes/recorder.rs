//! Lets the rules read a document and notes every choice together with what the gold says.

use super::gold::{Document, Marks, Speaker, behind_that};
use crate::entity::trace;
use crate::entity::{self, Entities};
use crate::name;
use crate::quote;
use crate::quote::learned::{Ballot, Choice, Judge, Place, Task};
use crate::span::Span;
use crate::train::gold::words;

/// What a sample is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Whether marks hold speech; the options are yes and no.
    Speech,
    /// One of the other choices.
    Choice(Task),
}

/// One choice whose answer is known.
#[derive(Clone, Debug)]
pub struct Sample {
    /// What it is about.
    pub(crate) kind: Kind,
    /// The features of every option.
    pub options: Vec<Vec<u32>>,
    /// Which of them are right.
    pub right: Vec<bool>,
    /// What the rules take.
    pub usual: Option<usize>,
    /// Whether it is from our own news.
    pub(crate) own: bool,
}

/// The samples of a document.
#[must_use]
pub(super) fn samples(document: &Document) -> Vec<Sample> {
    crate::train::read(&document.text, |reading| {
        if reading.text != document.text {
            return Vec::new();
        }
        let names = name::find(reading, None);
        let people = entity::gather(reading, &names);
        let mut recorder = Recorder { gold: Gold::new(document), people: &people, samples: Vec::new() };
        quote::attribute_by(reading, &names, &people, &mut recorder);
        recorder.samples
    })
}

struct Recorder<'g> {
    gold: Gold<'g>,
    people: &'g Entities,
    samples: Vec<Sample>,
}

impl Judge for Recorder<'_> {
    fn speech(&mut self, marks: Span, features: &[u32], by_rule: bool) -> bool {
        let Some(speech) = self.gold.marks(marks).and_then(|known| known.speech) else { return by_rule };
        self.samples.push(Sample {
            kind: Kind::Speech,
            options: vec![features.to_vec(), Vec::new()],
            right: vec![speech, !speech],
            usual: Some(usize::from(!by_rule)),
            own: false,
        });
        speech
    }

    fn choose(&mut self, task: Task, about: Span, ballot: &Ballot) -> Choice {
        let right: Option<Vec<bool>> = match task {
            Task::Speaker | Task::Subject | Task::Anybody => {
                let speaker = self.gold.marks(about).and_then(|marks| marks.speaker.as_ref());
                speaker.map(|known| ballot.places.iter().map(|place| spoke(known, place, self.people)).collect())
            }
            Task::Start | Task::End => {
                let bounds = self.gold.statement(about);
                let right = |place: &Place, span: Span| match task {
                    Task::Start => self.gold.same(behind_that(self.gold.text(), place.span.start), span.start),
                    _ => self.gold.same(place.span.start, span.end),
                };
                bounds.map(|span| ballot.places.iter().map(|place| right(place, span)).collect())
            }
        };
        if let Some(right) = right {
            let options = (0..ballot.places.len()).map(|index| ballot.features(index).to_vec()).collect();
            let task = if matches!(task, Task::Subject | Task::Anybody) { Task::Speaker } else { task };
            self.samples.push(Sample { kind: Kind::Choice(task), options, right, usual: ballot.usual, own: false });
        }
        Choice { index: ballot.usual, lead: None }
    }

    fn asks_all(&self) -> bool {
        true
    }
}

/// Whether a candidate spoke: it holds the head of the words that the gold names, or has the same name.
fn spoke(known: &Speaker, place: &Place, people: &Entities) -> bool {
    if known.head.is_some_and(|head| head.overlaps(place.span)) {
        return true;
    }
    let Some(entity) = place.entity.and_then(|entity| people.entities.get(entity as usize)) else { return false };
    let own = words(&entity.name);
    known.names.iter().any(|name| trace::agree(&own, &words(name)))
}

/// The gold of a document.
struct Gold<'g> {
    document: &'g Document,
    /// How many letters and digits stand before every byte.
    letters: Vec<u32>,
}

impl<'g> Gold<'g> {
    fn new(document: &'g Document) -> Self {
        let mut letters = Vec::with_capacity(document.text.len() + 1);
        let mut count = 0;
        for c in document.text.chars() {
            letters.extend(std::iter::repeat_n(count, c.len_utf8()));
            count += u32::from(c.is_alphanumeric());
        }
        letters.push(count);
        Self { document, letters }
    }

    fn text(&self) -> &'g str {
        &self.document.text
    }

    fn letters(&self, span: Span) -> u32 {
        let at = |place: u32| self.letters.get(place as usize).copied().unwrap_or(0);
        at(span.end).saturating_sub(at(span.start))
    }

    /// Whether nothing but marks stands between two places.
    fn same(&self, one: u32, other: u32) -> bool {
        self.letters(Span::new(one.min(other), one.max(other))) == 0
    }

    fn common(&self, one: Span, other: Span) -> u32 {
        let (start, end) = (one.start.max(other.start), one.end.min(other.end));
        if start < end { self.letters(Span::new(start, end)) } else { 0 }
    }

    /// The marks of the gold that are these.
    fn marks(&self, span: Span) -> Option<&'g Marks> {
        let same = |marks: &&Marks| 2 * self.common(span, marks.span) > self.letters(marks.span).max(1);
        self.document.marks.iter().find(same)
    }

    /// The statement of the gold that overlaps `span` most, if that is a third of both.
    fn statement(&self, span: Span) -> Option<Span> {
        let share = |known: Span| {
            let common = self.common(span, known);
            f64::from(common) / f64::from((self.letters(span) + self.letters(known) - common).max(1))
        };
        let spans = self.document.statements.iter().map(|&known| (share(known), known));
        spans.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|best| best.0 >= 0.3).map(|best| best.1)
    }
}
