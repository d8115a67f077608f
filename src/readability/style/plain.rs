//! A plainer word says the same, where it fits the grammar of the place.

use super::{Place, Spot};
use crate::analysis::FindingKind;
use crate::lexicon::PLAIN;
use crate::readability::Rule;
use crate::tag::Pos;
use crate::token::Kind;

/// So many words may stand between "have" and its participle.
const GAP: usize = 3;

pub(super) fn look(place: &Place<'_>) -> Option<Spot> {
    let mut fields = PLAIN.find(place.folded)?.split('\t');
    let mut plainer = fields.next()?;
    if describes(place) {
        return None;
    }
    // "helped facilitate" would become "helped help".
    if place.previous().starts_with(plainer) && !plainer.contains(' ') {
        return None;
    }
    let mut tokens = place.word.tokens.clone();
    let article = has_article(place);
    let mut fitted =
        !matches!(place.previous(), "a" | "an") || opens_with_vowel(place.folded) == opens_with_vowel(plainer);
    let verb = verb_form(place);
    for field in fields {
        if let Some(whole) = field.strip_prefix("an:") {
            if article {
                plainer = whole;
                tokens.start -= 1;
                fitted = true;
            }
        } else if let Some(participle) = field.strip_prefix("pp:") {
            if verb != Form::Finite {
                plainer = participle;
            }
        } else if let Some(taken) = field.strip_prefix('+') {
            if place.next() != taken {
                return None;
            }
            tokens.end += 1;
        } else if let Some(other) = field.strip_prefix('-') {
            if place.next() == other || (other == "#" && place.before_number()) {
                return None;
            }
        } else if !fits(place, field, article, verb) {
            return None;
        }
    }
    fitted.then(|| {
        let note = format!("“{plainer}” says the same.");
        Spot { tokens, ..place.spot(FindingKind::ComplexWord, Rule::PlainerWord, note, Some(plainer)) }
    })
}

/// "the accompanying letter", "a highly accomplished crew": nothing is done there.
fn describes(place: &Place<'_>) -> bool {
    (place.folded.ends_with("ing") || place.folded.ends_with("ed"))
        && (place.tag() == Some(Pos::Adj) || matches!(place.previous(), "highly" | "very" | "most" | "too"))
}

/// Whether the place meets one of the conditions of the list.
fn fits(place: &Place<'_>, condition: &str, article: bool, verb: Form) -> bool {
    match condition {
        "verb" => place.tag() == Some(Pos::Verb),
        "active" => verb != Form::Passive,
        "article" => article,
        "bare" => !article && !matches!(place.previous(), "the" | "this" | "that"),
        "before" => place.before_noun(),
        "predicate" => !place.before_noun(),
        "object" => has_object(place),
        "comparative" => matches!(place.next(), "more" | "less" | "worse") || place.next().ends_with("er"),
        "first" => place.word.tokens.start == place.sentence.start || matches!(place.previous(), "and" | ";"),
        _ => true,
    }
}

fn has_article(place: &Place<'_>) -> bool {
    matches!(place.previous(), "a" | "an")
}

fn opens_with_vowel(word: &str) -> bool {
    word.starts_with(['a', 'e', 'i', 'o', 'u']) && !word.starts_with("us") && !word.starts_with("ut")
}

/// "demonstrated its strength", not "demonstrated in the square".
fn has_object(place: &Place<'_>) -> bool {
    place.kind_at(place.after(0)).is_some_and(|kind| !matches!(kind, Kind::Mark | Kind::Punct))
        && !matches!(place.next_tag(), Some(Pos::Adp | Pos::Cconj))
}

/// How a verb is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Finite,
    Perfect,
    Passive,
}

fn verb_form(place: &Place<'_>) -> Form {
    for n in 0..GAP {
        let at = place.before(n);
        match place.word_at(at) {
            "be" | "been" | "being" | "is" | "are" | "was" | "were" | "get" | "got" => return Form::Passive,
            "have" | "has" | "had" | "having" | "'ve" | "'d" => return Form::Perfect,
            _ if matches!(place.tag_at(at), Some(Pos::Adv | Pos::Part)) => {}
            // "a letter obtained by the paper": a participle without its auxiliary.
            _ => break,
        }
    }
    if place.next() == "by" || (place.next() == "from" && place.tag_at(place.before(0)) == Some(Pos::Noun)) {
        Form::Passive
    } else {
        Form::Finite
    }
}
