//! Pronouns: "he", "she" and "it" for whom the text has in focus.

use super::focus::{Focus, Part, Place, Seen, Spot, place};
use super::page::{PRONOUN, Page, WHO};
use super::quoted::Quoted;
use super::ranker::{self, Answers, Asked, Use, Weights};
use super::{Draft, Link, Rule, Upcoming};
use crate::analysis::{EntityKind, Form, Gender, MentionRule};
use crate::tag::Pos;
use crate::token::Kind;

/// How many sentences back a pronoun may reach.
const REACH: usize = 12;

/// What a pronoun asks of its antecedent.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    Man,
    Woman,
    Thing,
}

/// One pronoun and those who may be meant, for whoever watches the choice.
pub struct Choice<'c> {
    /// The pronoun.
    #[cfg(feature = "train")]
    pub asked: &'c Asked,
    /// Index of each candidate's draft.
    pub entities: &'c [usize],
    /// What the text shows of each.
    pub answers: &'c [Answers],
}

/// Adds a link for every pronoun with an antecedent. `links` come in text order; `watch` sees every choice among people.
#[inline(never)]
pub fn link(
    page: &Page<'_>,
    drafts: &mut [Draft],
    links: &mut Vec<Link>,
    weights: &Weights,
    watch: &mut impl FnMut(&Choice<'_>, &[Draft], &[Link]),
) {
    let mut walk = Walk::default();
    let mut found = Vec::new();
    let mut upcoming = Upcoming::new(links);
    let mut quoted = Quoted::default();
    for (i, token) in page.tokens.iter().enumerate() {
        let sorts = page.sorts(i);
        // Of most tokens nothing is to be noted.
        if sorts & (PRONOUN | WHO) == 0 && !quoted.turns_at(token, sorts) && !upcoming.begins(token) {
            continue;
        }
        quoted.pass(page, i, token, sorts);
        while let Some(link) = upcoming.at(token) {
            // What is named inside somebody's words is not what the author has in focus.
            if !quoted.open {
                walk.note(page, drafts, link, i);
            }
        }
        if sorts & (PRONOUN | WHO) != 0 && !quoted.open && token.kind == Kind::Word {
            found.extend(walk.resolve(page, drafts, weights, i, |choice, drafts| watch(choice, drafts, links)));
        }
    }
    for (entity, gender) in walk.told {
        // A pronoun tells the gender that a name did not.
        if let Some(draft) = drafts.get_mut(entity).filter(|draft| draft.gender == Gender::Unknown) {
            draft.gender = gender;
        }
    }
    links.append(&mut found);
}

/// How many tokens from `i` on begin before `end`.
fn tokens_until(page: &Page<'_>, i: usize, end: u32) -> usize {
    page.tokens.get(i..).unwrap_or_default().iter().take_while(|token| token.span.start < end).count()
}

fn asked(page: &Page<'_>, i: usize, asks: Asks) -> Asked {
    let sentence = page.sentence_of(i);
    Asked {
        spot: Spot { token: i, sentence },
        block: page.sentences.get(sentence).map_or(0, |sentence| sentence.block),
        usage: usage(page, i),
        gender: match asks {
            Asks::Man => Gender::Male,
            Asks::Woman => Gender::Female,
            Asks::Thing => Gender::Unknown,
        },
    }
}

fn usage(page: &Page<'_>, i: usize) -> Use {
    if !matches!(page.folded(i), "he" | "she" | "it") {
        return if is_object(page, i) { Use::Object } else { Use::Owner };
    }
    let Place { part, speaks } = place(page, i, i + 1);
    let opens = page.opens_sentence(i);
    let before = i.checked_sub(1).map_or("", |before| page.word(before));
    match (part, speaks) {
        (Part::Subject, true) if matches!(before, "\"" | "”" | "’" | "'" | "»") => Use::SpeaksBehindQuote,
        (Part::Subject, true) if opens => Use::SpeaksFirst,
        (Part::Subject, true) if before == "," => Use::SpeaksBehindComma,
        (Part::Subject, true) => Use::Speaks,
        _ if opens => Use::Opens,
        _ => Use::Subject,
    }
}

/// Who and what is in focus on the way through the text.
#[derive(Default)]
struct Walk {
    people: Focus,
    things: Focus,
    /// The gender that pronouns told, latest last.
    told: Vec<(usize, Gender)>,
    /// One past the last token of whoever was noted last.
    last_end: usize,
    /// The sentence that speaks of somebody nobody knows: "An officer, who said he …".
    stranger: Option<u32>,
    /// Kept between pronouns for their memory.
    candidates: Vec<(Seen, Gender)>,
    entities: Vec<usize>,
    answers: Vec<Answers>,
}

impl Walk {
    /// Takes notice of what is named at token `i`.
    // Apart, as the next one: the loop over all tokens stays short, and is not compiled again for the first article.
    #[inline(never)]
    fn note(&mut self, page: &Page<'_>, drafts: &[Draft], link: &Link, i: usize) {
        self.last_end = i + tokens_until(page, i, link.span.end);
        // Whom a description only brings in as an object is not in focus either.
        let aside = link.form == Form::Nominal && place(page, i, self.last_end).part != Part::Subject;
        if !aside {
            self.pass(page, &drafts[link.entity], link, (i, self.last_end));
        }
    }

    /// Finds whom token `i` stands for, which may be a pronoun.
    #[inline(never)]
    fn resolve(
        &mut self,
        page: &Page<'_>,
        drafts: &[Draft],
        weights: &Weights,
        i: usize,
        watch: impl FnMut(&Choice<'_>, &[Draft]),
    ) -> Option<Link> {
        let token = page.tokens.get(i)?;
        if page.word(i) == "who" && self.last_end + 1 < i {
            self.stranger = Some(token.sentence);
        }
        let asks = pronoun(page.folded(i))?;
        // Behind such a "who" the pronoun is the officer's, and the officer is nobody known.
        if self.stranger == Some(token.sentence) && asks != Asks::Thing {
            return None;
        }
        let asked = asked(page, i, asks);
        let antecedent = if asks == Asks::Thing {
            self.thing(page, &asked, i)
        } else {
            self.person(page, &asked, drafts, weights, watch)
        };
        let (entity, same_sentence) = antecedent?;
        let rule = if same_sentence { Rule::PronounSubject } else { Rule::PronounFocus };
        let link = Link { span: token.span, entity, form: Form::Pronoun, rule: MentionRule::Link(rule) };
        self.pass(page, &drafts[entity], &link, (i, i + 1));
        self.last_end = i + 1;
        self.learn(entity, asks);
        Some(link)
    }

    fn pass(&mut self, page: &Page<'_>, draft: &Draft, link: &Link, tokens: (usize, usize)) {
        match draft.kind {
            EntityKind::Person => self.people.pass(page, link.entity, link.form, tokens),
            EntityKind::Organization | EntityKind::Place => {
                self.things.pass(page, link.entity, link.form, tokens);
            }
            _ => {}
        }
    }

    fn learn(&mut self, entity: usize, asks: Asks) {
        let which = match asks {
            Asks::Man => 0,
            Asks::Woman => 1,
            Asks::Thing => return,
        };
        let told = self.people.hear(which);
        self.told.push((entity, told));
    }

    /// "It" is too weak a word for anything but the subject just named.
    fn thing(&self, page: &Page<'_>, asked: &Asked, i: usize) -> Option<(usize, bool)> {
        let barred = barred(&self.things, asked, is_object(page, i));
        let near = |spot: Spot| asked.spot.sentence.saturating_sub(spot.sentence) <= 1;
        let subjects = self.things.seen().iter().filter(|seen| Some(seen.entity) != barred);
        let subjects = subjects.filter_map(|seen| seen.subject.filter(|&spot| near(spot)).map(|spot| (spot, seen)));
        let best = subjects.max_by_key(|(spot, _)| spot.token)?;
        Some((best.1.entity, best.0.sentence == asked.spot.sentence))
    }

    /// The person in focus whom the weights prefer, and whether the last mention stands in the pronoun's own sentence.
    fn person(
        &mut self,
        page: &Page<'_>,
        asked: &Asked,
        drafts: &[Draft],
        weights: &Weights,
        mut watch: impl FnMut(&Choice<'_>, &[Draft]),
    ) -> Option<(usize, bool)> {
        let barred = barred(&self.people, asked, is_object(page, asked.spot.token));
        self.candidates.clear();
        for seen in self.people.seen() {
            let known = drafts[seen.entity].gender;
            let fits = known == Gender::Unknown || known == asked.gender;
            let near = asked.spot.sentence.saturating_sub(seen.last.sentence) <= REACH;
            if fits && near && Some(seen.entity) != barred && seen.last.token <= asked.spot.token {
                self.candidates.push((*seen, known));
            }
        }
        // "Lund thanked his voters": whoever acts on what he owns.
        let at = asked.spot.token;
        let acts = at.checked_sub(1).is_some_and(|verb| page.tags.get(verb) == Some(&Pos::Verb));
        let owner = |(seen, _): &(Seen, Gender)| seen.part == Part::Subject && seen.last.token + 1 == at;
        if acts && asked.usage == Use::Owner && self.candidates.iter().any(owner) {
            self.candidates.retain(owner);
        }
        ranker::answers(asked, &self.candidates, &mut self.answers);
        self.entities.clear();
        self.entities.extend(self.candidates.iter().map(|(seen, _)| seen.entity));
        let choice = Choice {
            #[cfg(feature = "train")]
            asked,
            entities: &self.entities,
            answers: &self.answers,
        };
        watch(&choice, drafts);
        let best = choice.best(weights)?;
        Some((choice.entities[best], self.candidates[best].0.last.sentence == asked.spot.sentence))
    }
}

impl Choice<'_> {
    /// Whom the weights prefer; of equals the one last mentioned.
    fn best(&self, weights: &Weights) -> Option<usize> {
        (0..self.entities.len()).max_by_key(|&at| ranker::score(weights, &self.answers[at]))
    }
}

/// "Lund met her" speaks of two people: an object is never the subject last seen in its own sentence.
fn barred(focus: &Focus, asked: &Asked, object: bool) -> Option<usize> {
    let own = |seen: &&Seen| seen.subject.is_some_and(|spot| spot.sentence == asked.spot.sentence);
    let subjects = focus.seen().iter().filter(|_| object).filter(own);
    subjects.max_by_key(|seen| seen.subject.map(|spot| spot.token)).map(|seen| seen.entity)
}

/// What a pronoun asks; `None` of any other word.
pub fn pronoun(word: &str) -> Option<Asks> {
    match word {
        "he" | "him" | "his" | "himself" => Some(Asks::Man),
        "she" | "her" | "hers" | "herself" => Some(Asks::Woman),
        "it" | "its" | "itself" => Some(Asks::Thing),
        _ => None,
    }
}

/// Whether the pronoun is an object: "him", a "her" that owns nothing, an "it" that does nothing.
fn is_object(page: &Page<'_>, i: usize) -> bool {
    let owns = || matches!(page.tags.get(i + 1), Some(Pos::Noun | Pos::Adj | Pos::Propn | Pos::Num | Pos::Adv));
    let acts = || (i + 1..i + 3).any(|next| matches!(page.tags.get(next), Some(Pos::Verb | Pos::Aux)));
    match page.folded(i) {
        "him" => true,
        "her" => !owns(),
        "it" => !acts(),
        _ => false,
    }
}
