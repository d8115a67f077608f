//! The tagger without a model: closed classes, endings, capitals and the tag before.
//!
//! It answers when the trained weights cannot be read, and it is what the trained tagger is measured against.

use super::Pos;
use crate::lexicon;
use crate::token::{Kind, Shape, Token};

/// Tags one sentence, appending to `out`.
pub(super) fn tag_sentence(text: &str, tokens: &[Token], out: &mut Vec<Pos>) {
    let mut before = None;
    let mut buffer = [0; 64];
    for (i, token) in tokens.iter().enumerate() {
        let word = token.span.of(text);
        let folded = lexicon::fold(word, &mut buffer);
        let tag = by_kind(token, word)
            .or_else(|| closed(folded, before))
            .unwrap_or_else(|| open(folded, token, i == 0, before));
        out.push(tag);
        before = Some(tag);
    }
}

/// What the kind of token alone settles.
fn by_kind(token: &Token, word: &str) -> Option<Pos> {
    match token.kind {
        Kind::Punct if word == "&" => Some(Pos::Cconj),
        Kind::Mark | Kind::Punct => Some(Pos::Punct),
        Kind::Number => Some(Pos::Num),
        Kind::Symbol | Kind::Emoji => Some(Pos::Sym),
        Kind::Url | Kind::Email => Some(Pos::X),
        Kind::Handle => Some(Pos::Propn),
        Kind::Word => None,
    }
}

/// Words of the closed classes, and the few verbs so frequent in news that context adds nothing.
fn closed(word: &str, before: Option<Pos>) -> Option<Pos> {
    Some(match word {
        "the" | "a" | "an" | "this" | "these" | "every" | "no" | "each" | "another" | "any" | "some" | "all"
        | "both" => Pos::Det,
        "that" if matches!(before, Some(Pos::Verb | Pos::Noun | Pos::Adj)) => Pos::Sconj,
        "that" | "those" | "which" | "who" | "whom" | "whose" | "what" | "i" | "you" | "he" | "she" | "it" | "we"
        | "they" | "me" | "him" | "her" | "us" | "them" | "my" | "your" | "his" | "its" | "our" | "their" | "mine"
        | "hers" | "ours" | "theirs" | "myself" | "yourself" | "himself" | "herself" | "itself" | "ourselves"
        | "themselves" | "someone" | "anyone" | "everyone" | "nobody" | "something" | "anything" | "everything"
        | "nothing" => Pos::Pron,
        "am" | "is" | "are" | "was" | "were" | "be" | "been" | "being" | "'m" | "'re" | "will" | "would" | "can"
        | "could" | "shall" | "should" | "may" | "might" | "must" | "wo" | "ca" | "'ll" | "'d" | "'ve" | "have"
        | "has" | "had" | "do" | "does" | "did" => Pos::Aux,
        "to" | "not" | "n't" | "'s" | "'" => Pos::Part,
        "and" | "or" | "but" | "nor" => Pos::Cconj,
        "if" | "because" | "while" | "although" | "though" | "whether" | "unless" | "since" | "until" => Pos::Sconj,
        "of" | "in" | "for" | "on" | "with" | "at" | "by" | "from" | "into" | "about" | "after" | "before" | "as"
        | "over" | "under" | "between" | "through" | "during" | "against" | "without" | "among" | "near" | "per"
        | "within" | "across" | "toward" | "towards" | "behind" | "than" | "amid" | "despite" | "upon" => Pos::Adp,
        "very" | "also" | "now" | "then" | "there" | "here" | "just" | "still" | "even" | "never" | "always"
        | "often" | "too" | "again" | "already" | "soon" | "so" | "more" | "most" | "how" | "when" | "where"
        | "why" | "however" | "yet" | "once" | "ever" | "well" => Pos::Adv,
        "one" | "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "hundred"
        | "thousand" | "million" | "billion" => Pos::Num,
        "said" | "says" | "told" | "made" | "took" | "went" | "came" | "got" | "gave" | "saw" | "knew" | "thought"
        | "began" | "left" | "held" | "met" | "spoke" | "wrote" | "found" | "became" | "kept" | "known" | "seen"
        | "taken" | "given" | "shown" => Pos::Verb,
        "oh" | "yes" | "yeah" | "please" | "hello" => Pos::Intj,
        _ => return None,
    })
}

/// Open classes, by capitals, ending and the tag before.
fn open(word: &str, token: &Token, first: bool, before: Option<Pos>) -> Pos {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return Pos::Num;
    }
    if matches!(token.shape, Shape::Upper | Shape::Mixed) || (token.shape == Shape::Title && !first) {
        return Pos::Propn;
    }
    let nominal = matches!(before, Some(Pos::Det | Pos::Adj | Pos::Num | Pos::Adp));
    let clausal = matches!(before, Some(Pos::Aux | Pos::Part | Pos::Pron));
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.len() > ending.len() + 1 && word.ends_with(ending));
    if ends(&["ly"]) {
        Pos::Adv
    } else if ends(&["ous", "ful", "able", "ible", "ive", "ical", "ish", "less", "ary", "al", "ic"]) {
        Pos::Adj
    } else if ends(&["tion", "sion", "ment", "ness", "ity", "ship", "ance", "ence", "ism", "ist"]) {
        Pos::Noun
    } else if ends(&["ed", "ize", "ise", "ify"]) || (clausal && !ends(&["er", "or"])) {
        Pos::Verb
    } else if ends(&["ing"]) {
        if matches!(before, Some(Pos::Det | Pos::Adj)) { Pos::Noun } else { Pos::Verb }
    } else if ends(&["es", "s"]) && before == Some(Pos::Noun) && !nominal {
        Pos::Verb
    } else {
        Pos::Noun
    }
}
