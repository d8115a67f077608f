//! Pronouns: "he", "she" and "it" for whom the text has in focus.

use super::{Draft, Link, Rule};
use crate::analysis::{EntityKind, Form, Gender, MentionRule};
use crate::reading::Reading;
use crate::tag::Pos;
use crate::token::Kind;

/// How many mentions are kept in focus.
const FOCUS: usize = 12;
/// How many sentences back a pronoun may reach.
const MEMORY: usize = 3;
/// What being the subject is worth, against one sentence of distance.
const SUBJECT: i32 = 5;
const DISTANCE: i32 = 3;

/// What a pronoun asks of its antecedent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asks {
    Man,
    Woman,
    Thing,
}

/// One mention in focus.
#[derive(Clone, Copy)]
struct Focus {
    entity: usize,
    sentence: usize,
    token: usize,
    subject: bool,
}

/// Adds a link for every pronoun with an antecedent. `links` come in text order.
pub fn link(reading: &Reading<'_>, drafts: &mut [Draft], links: &mut Vec<Link>) {
    let mut focus: Vec<Focus> = Vec::with_capacity(FOCUS + 1);
    let mut found = Vec::new();
    let mut next = 0;
    let mut quoted = Quoted::default();
    let mut stranger = None;
    for i in 0..reading.tokens.len() {
        let token = &reading.tokens[i];
        quoted.pass(reading, i);
        while let Some(link) = links.get(next).filter(|link| link.span.start <= token.span.start) {
            let end = reading.token_at(link.span.end);
            // What is named inside somebody's words is not what the author has in focus.
            if !quoted.open && drafts[link.entity].kind != EntityKind::Group {
                let subject = is_subject(reading, i, end);
                pass(&mut focus, Focus { entity: link.entity, sentence: token.sentence as usize, token: end, subject });
            }
            next += 1;
        }
        if quoted.open || token.kind != Kind::Word {
            continue;
        }
        if reading.word(i) == "who" && focus.last().is_none_or(|seen| seen.token + 1 < i) {
            stranger = Some(token.sentence);
        }
        let Some(asks) = pronoun(reading.folded(i)) else { continue };
        // "An officer, who said he …": behind such a "who" the pronoun is the officer's, and the officer is nobody known.
        if stranger == Some(token.sentence) && asks != Asks::Thing {
            continue;
        }
        let object = is_object(reading, i);
        let Some((entity, same_sentence)) = antecedent(reading, drafts, &focus, asks, (i, object)) else { continue };
        let rule = if same_sentence { Rule::PronounSubject } else { Rule::PronounFocus };
        found.push(Link { span: token.span, entity, form: Form::Pronoun, rule: MentionRule::Link(rule) });
        learn(&mut drafts[entity], asks);
        let subject = is_subject(reading, i, i + 1);
        pass(&mut focus, Focus { entity, sentence: token.sentence as usize, token: i + 1, subject });
    }
    links.append(&mut found);
}

/// Whether the walk is inside quotation marks; forgotten at each block, so that a missing mark harms one paragraph only.
#[derive(Default)]
struct Quoted {
    open: bool,
    block: u32,
}

impl Quoted {
    fn pass(&mut self, reading: &Reading<'_>, i: usize) {
        let block = reading.sentences.get(reading.sentence_of(i)).map_or(0, |sentence| sentence.block);
        if block != self.block {
            *self = Self { open: false, block };
        }
        match reading.word(i) {
            "\"" => self.open = !self.open,
            "“" | "«" | "„" => self.open = true,
            "”" | "»" => self.open = false,
            _ => {}
        }
    }
}

fn pass(focus: &mut Vec<Focus>, seen: Focus) {
    if focus.len() >= FOCUS {
        focus.remove(0);
    }
    focus.push(seen);
}

fn pronoun(word: &str) -> Option<Asks> {
    match word {
        "he" | "him" | "his" | "himself" => Some(Asks::Man),
        "she" | "her" | "hers" | "herself" => Some(Asks::Woman),
        "it" | "its" | "itself" => Some(Asks::Thing),
        _ => None,
    }
}

/// Whether the pronoun is an object: "him", a "her" that owns nothing, an "it" that does nothing.
fn is_object(reading: &Reading<'_>, i: usize) -> bool {
    let word = reading.word(i);
    let owns = matches!(reading.tags.get(i + 1), Some(Pos::Noun | Pos::Adj | Pos::Propn | Pos::Num | Pos::Adv));
    let acts = (i + 1..i + 3).any(|next| matches!(reading.tags.get(next), Some(Pos::Verb | Pos::Aux)));
    word.eq_ignore_ascii_case("him")
        || word.eq_ignore_ascii_case("her") && !owns
        || word.eq_ignore_ascii_case("it") && !acts
}

fn fits(draft: &Draft, asks: Asks) -> bool {
    match asks {
        Asks::Man => draft.kind == EntityKind::Person && draft.gender != Gender::Female,
        Asks::Woman => draft.kind == EntityKind::Person && draft.gender != Gender::Male,
        Asks::Thing => matches!(draft.kind, EntityKind::Organization | EntityKind::Place),
    }
}

/// A pronoun tells the gender that a name did not.
fn learn(draft: &mut Draft, asks: Asks) {
    if draft.gender == Gender::Unknown {
        draft.gender = match asks {
            Asks::Man => Gender::Male,
            Asks::Woman => Gender::Female,
            Asks::Thing => Gender::Unknown,
        };
    }
}

/// The best antecedent in focus, and whether it stands in the pronoun's own sentence.
fn antecedent(
    reading: &Reading<'_>,
    drafts: &[Draft],
    focus: &[Focus],
    asks: Asks,
    (at, object): (usize, bool),
) -> Option<(usize, bool)> {
    let sentence = reading.sentence_of(at);
    // "Lund met her" speaks of two people: an object is never the subject last seen in its own sentence.
    let barred =
        focus.iter().rev().find(|seen| object && seen.subject && seen.sentence == sentence).map(|seen| seen.entity);
    let known = |draft: &Draft| asks != Asks::Thing && draft.gender != Gender::Unknown;
    let mut best: Option<(i32, usize, Focus)> = None;
    for (order, seen) in focus.iter().enumerate() {
        let back = sentence.saturating_sub(seen.sentence);
        let draft = &drafts[seen.entity];
        // "It" is too weak a word for anything but the subject just named.
        let reach = if asks == Asks::Thing { 1 } else { MEMORY };
        if Some(seen.entity) == barred {
            continue;
        }
        if back > reach || seen.token > at || !fits(draft, asks) || asks == Asks::Thing && !seen.subject {
            continue;
        }
        let score = SUBJECT * i32::from(seen.subject) - DISTANCE * i32::try_from(back).unwrap_or(i32::MAX / 8)
            + i32::from(known(draft));
        if best.is_none_or(|(top, _, _)| score >= top) {
            best = Some((score, order, *seen));
        }
    }
    best.map(|(_, _, seen)| (seen.entity, seen.sentence == sentence))
}

/// Whether the mention from token `start` to `end` is the subject of a verb: a verb follows it, perhaps behind an
/// apposition, or a verb of speech stands before it with quoted words in front.
fn is_subject(reading: &Reading<'_>, start: usize, end: usize) -> bool {
    let sentence = reading.sentence_of(start);
    let range = reading.tokens_of(sentence);
    let before = start.checked_sub(1).filter(|before| range.contains(before));
    if before.is_some_and(|before| reading.tags.get(before) == Some(&Pos::Adp)) {
        return false;
    }
    // A possessive owns the subject at best.
    if matches!(reading.word(end), "'s" | "’s" | "'" | "’") {
        return false;
    }
    let mut at = end;
    if matches!(reading.word(at), "," | "—" | "–" | "(") && range.contains(&at) {
        let close = if reading.word(at) == "(" { ")" } else { reading.word(at) };
        let reach = range.end.min(at + 30);
        if let Some(found) = (at + 1..reach).find(|&i| reading.word(i) == close) {
            at = found + 1;
        }
    }
    let verb_follows = (at..range.end.min(at + 3))
        .take_while(|&i| {
            !matches!(reading.tags.get(i), Some(Pos::Punct | Pos::Noun | Pos::Propn | Pos::Adp | Pos::Cconj))
        })
        .any(|i| matches!(reading.tags.get(i), Some(Pos::Verb | Pos::Aux)));
    verb_follows || before.is_some_and(|before| is_inverted(reading, before))
}

fn is_inverted(reading: &Reading<'_>, verb: usize) -> bool {
    let earlier = verb.checked_sub(1);
    reading.tags.get(verb) == Some(&Pos::Verb)
        && earlier.is_some_and(|i| matches!(reading.word(i), "," | "\"" | "”" | "’" | "'" | "?" | "!"))
}
