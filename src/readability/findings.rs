//! Places worth a second look, gathered in text order.

use super::Rule;
use super::counted::Counted;
use super::long;
use super::lookup::Lookup;
use super::passive::{self, Passive};
use super::style::{self, Spot};
use super::unattributed;
use super::words::Word;
use crate::analysis::{self, Finding, FindingKind};
use crate::name::Names;
use crate::quote::Said;
use crate::reading::Reading;
use crate::span::Span;

/// Who is named and what is said in the article.
pub struct Speech<'a> {
    pub names: &'a Names,
    pub said: &'a Said,
    /// The words of statements inside their marks.
    pub quoted: &'a [Span],
}

/// Gathers what is worth a second look, sentence by sentence.
pub struct Finder<'f> {
    reading: &'f Reading<'f>,
    lookup: &'f Lookup<'f>,
    speech: Speech<'f>,
    titles: Vec<Span>,
    /// Those of the sentence at hand.
    passives: Vec<Passive>,
    found: Vec<Finding>,
}

impl<'f> Finder<'f> {
    /// Nothing yet.
    #[must_use]
    pub fn new(reading: &'f Reading<'f>, lookup: &'f Lookup<'f>, speech: Speech<'f>) -> Self {
        let titles = speech.said.other_quoted.iter().map(|other| other.span).collect();
        Self { reading, lookup, speech, titles, passives: Vec::new(), found: Vec::new() }
    }

    /// Looks at sentence `s`, whose words are `own`.
    #[inline(never)]
    pub fn add(&mut self, s: usize, sentence: &analysis::Sentence, own: &[Word]) {
        let Self { reading, lookup, .. } = *self;
        let tokens = reading.tokens_of(s);
        let mut add = |span, kind, rule, note, suggestion| {
            self.found.push(Finding { span, sentence: s as u32, kind, rule, note, suggestion, inside_quote: false });
        };
        if let Some((rule, note)) = long::judge(reading, lookup, sentence.words, &tokens) {
            add(sentence.span, FindingKind::LongSentence, rule, note, None);
        }
        passive::find(reading, lookup, &tokens, &mut self.passives);
        for passive in self.passives.drain(..) {
            let note = passive_note(reading, &passive);
            add(reading.span_of(passive.tokens), FindingKind::Passive, passive.rule, note, None);
        }
        let may_change =
            |spot: &Spot| is_authors(reading.span_of(spot.tokens.clone()), spot.kind, self.speech.quoted, &self.titles);
        let mut spots: Vec<Spot> = own
            .iter()
            .filter(|word| word.style)
            .filter_map(|word| style::look(reading, word, &tokens))
            .filter(may_change)
            .collect();
        keep_clusters(reading, &mut spots);
        for spot in spots {
            add(reading.span_of(spot.tokens), spot.kind, spot.rule, spot.note, spot.suggestion);
        }
    }

    /// All of it in text order.
    #[must_use]
    pub fn finish(mut self, counted: &Counted) -> Vec<Finding> {
        let Speech { names, said, quoted } = self.speech;
        self.found.extend(unattributed::find(self.reading, names, said, counted));
        self.found.sort_by_key(|finding| (finding.span.start, finding.span.end));
        mark_quoted(&mut self.found, quoted);
        self.found
    }
}

/// Whether the author can change the words: those of a speaker may be reported in plainer ones, but how they are joined
/// is the speaker's; a title, a nickname and a word spoken of stay as they are.
fn is_authors(span: Span, kind: FindingKind, quoted: &[Span], titles: &[Span]) -> bool {
    let within = |spans: &[Span]| {
        let next = spans.partition_point(|other| other.end <= span.start);
        spans.get(next).is_some_and(|other| other.contains(span))
    };
    !within(titles) && (kind == FindingKind::ComplexWord || !within(quoted))
}

/// One adverb or one softened claim is a choice; two in a sentence are a habit. The same softener again, of a second
/// verb, says no more than the first.
fn keep_clusters(reading: &Reading<'_>, spots: &mut Vec<Spot>) {
    for kind in [FindingKind::Adverb, FindingKind::Hedge] {
        let mut of_kind = spots.iter().filter(|spot| spot.kind == kind);
        let first = of_kind.next().map_or("", |spot| reading.folded(spot.tokens.start));
        let crowd = of_kind.any(|spot| kind == FindingKind::Adverb || reading.folded(spot.tokens.start) != first);
        if !crowd {
            spots.retain(|spot| spot.kind != kind);
        }
    }
}

fn passive_note(reading: &Reading<'_>, passive: &Passive) -> String {
    let participle = passive.tokens.end.checked_sub(1).map_or("", |at| reading.word(at));
    if passive.rule == Rule::PassiveByCustom {
        format!("“{participle}” is mostly said so; it may stay where nobody asks who did it.")
    } else if passive.doer {
        format!("“{participle}” is done by somebody: let the doer do it.")
    } else {
        format!("It is not said who does what is “{participle}”.")
    }
}

/// Marks what lies in quoted speech; both lists are in text order.
fn mark_quoted(found: &mut [Finding], quoted: &[Span]) {
    let mut next = 0;
    for finding in found {
        while quoted.get(next).is_some_and(|span| span.end <= finding.span.start) {
            next += 1;
        }
        finding.inside_quote = quoted.get(next).is_some_and(|span| span.contains(finding.span));
    }
}
