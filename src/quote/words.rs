//! What each word can do in a clause: closed classes by their form, the rest by its tag.

use std::num::NonZero;

use super::beside::Beside;
use super::lines::Unit;
use crate::analysis::EntityKind;
use crate::lexicon;
use crate::model::hash;
use crate::name::Names;
use crate::reading::Reading;
use crate::tag::Pos;
use crate::token::{Kind, Memo, Shape};

/// What a unit can do in a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cat {
    /// Words in quotation marks.
    Quote,
    /// Part of a name.
    Name,
    /// A pronoun that can be a subject.
    Pron,
    /// A pronoun that cannot: him, them.
    PronObj,
    /// his, their.
    PronPoss,
    /// the, some, this.
    Det,
    /// A common noun.
    Noun,
    /// An adjective or an ordinal.
    Adj,
    /// A number.
    Num,
    /// 's after a noun.
    Gen,
    /// have, will, is.
    Aux,
    /// A finite verb or a participle in -ed.
    Verb,
    /// A participle in -ing.
    Ing,
    /// also, later, not.
    Adv,
    /// to.
    To,
    /// in, with, by.
    Prep,
    /// of.
    Of,
    /// as.
    As,
    /// and, or.
    And,
    /// but, yet.
    But,
    /// who, which.
    Rel,
    /// that.
    That,
    /// whether, if.
    Whether,
    /// what, how, why.
    Wh,
    /// when, after, because.
    Sub,
    /// Friday, yesterday, last week.
    Time,
    /// ,
    Comma,
    /// — -- –
    Dash,
    /// :
    Colon,
    /// ;
    Semi,
    /// . ? ! …
    Stop,
    /// ( [
    Open,
    /// ) ]
    Close,
    /// Anything else.
    Other,
}

impl Cat {
    /// Whether it can be the last word of a noun phrase.
    pub fn is_head(self) -> bool {
        matches!(self, Self::Name | Self::Noun | Self::Pron | Self::Num | Self::PronObj | Self::Close)
    }

    /// Whether it can stand inside a noun phrase.
    pub fn is_nominal(self) -> bool {
        matches!(
            self,
            Self::Name | Self::Noun | Self::Num | Self::Adj | Self::Det | Self::Gen | Self::PronPoss | Self::Pron
        )
    }

    /// Whether it divides a sentence.
    pub fn is_break(self) -> bool {
        matches!(self, Self::Comma | Self::Dash | Self::Colon | Self::Semi | Self::Stop)
    }
}

/// The classes of a verb of the cue list, one bit a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Classes(NonZero<u16>);

impl Classes {
    /// Whether the class with this letter is one of them; the head of `cues.txt` lists them.
    pub fn is(self, class: char) -> bool {
        self.0.get() & bit(class) != 0
    }
}

/// A form of a verb of the cue list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verb {
    /// Dictionary form.
    pub lemma: &'static str,
    classes: Classes,
}

impl Verb {
    /// Whether it belongs to the class with this letter.
    pub fn is(self, class: char) -> bool {
        self.classes.is(class)
    }

    /// The verb that a word in lower case is a form of.
    pub fn find(folded: &str) -> Option<Self> {
        let (lemma, classes) = lexicon::cue(folded)?;
        let bits = classes.chars().fold(0, |bits, class| bits | bit(class));
        Some(Self { lemma, classes: Classes(NonZero::new(bits)?) })
    }
}

/// The bit of a class of `cues.txt`.
const fn bit(class: char) -> u16 {
    let place = match class {
        's' => 0,
        't' => 1,
        'q' => 2,
        'i' => 3,
        'o' => 4,
        'b' => 5,
        'm' => 6,
        'p' => 7,
        'r' => 8,
        'f' => 9,
        'k' => 10,
        'n' => 11,
        _ => 12,
    };
    1 << place
}

/// Walks the tokens once, in order, beside the names and dates.
pub(super) struct Context<'r, 'a> {
    reading: &'r Reading<'a>,
    names: &'r Names,
    name: Beside,
    date: Beside,
    /// What each different word can do whatever its tag, and the cue that it is.
    known: Vec<Known>,
}

thread_local! {
    static KNOWN: Memo<Known> = const { Memo::new() };
}

/// A word of so many bytes is one that the vocabulary and [`hash::fold`] have whole, in whatever letters it is written:
/// lower case makes two bytes three at most.
const SHORT: u32 = hash::WHOLE as u32 * 2 / 3;

/// What a word tells by its form.
#[derive(Clone, Copy)]
struct Known {
    /// What it does as a word, if its class is closed.
    closed: Option<Cat>,
    /// What it does as punctuation or a symbol.
    mark: Cat,
    verb: Option<Classes>,
    /// The hash of the word, letter case aside.
    form: u32,
    /// The hash of the dictionary form of the cue that it is.
    lemma: u32,
}

impl Known {
    /// Looks up `word`, which is `folded` in lower case.
    fn of(word: &str, folded: &str) -> Self {
        let form = hash::bytes(hash::fold(word, &mut [0; 64]));
        let verb = Verb::find(folded);
        let lemma = verb.map_or(0, |verb| hash::bytes(verb.lemma.as_bytes()));
        Self { closed: closed(folded), mark: mark(folded), verb: verb.map(|verb| verb.classes), form, lemma }
    }

    /// What it does as a token of some kind, whatever its tag.
    fn cat(&self, kind: Kind) -> Option<Cat> {
        match kind {
            // The only mark that is a word of the list is the apostrophe.
            Kind::Mark => Some(self.closed.unwrap_or(Cat::Other)),
            Kind::Punct | Kind::Symbol => Some(self.mark),
            Kind::Number => Some(Cat::Num),
            _ => self.closed,
        }
    }
}

impl<'r, 'a> Context<'r, 'a> {
    /// Starts at the first token.
    pub fn new(reading: &'r Reading<'a>, names: &'r Names) -> Self {
        let known = KNOWN.with(|memo| memo.of(reading.vocabulary, |word| Known::of(word, word)));
        Self { reading, names, name: Beside::default(), date: Beside::default(), known }
    }

    /// Adds the unit that begins with token `i`; it may take hyphenated parts up to `end`. Tells where it ends.
    // Apart: in very long functions the engines of browsers run out of registers.
    #[inline(never)]
    pub fn unit(&mut self, i: usize, end: usize, units: &mut Vec<Unit>) -> usize {
        let reading = self.reading;
        let token = reading.tokens[i];
        let goes_on = i + 1 < end && reading.tokens[i + 1].glued;
        let last = if goes_on { self.last_part(i, end) } else { i };
        let at = token.span.start;
        let names = self.names;
        let in_name = self.name.covers(at, |i| names.mentions.get(i).map(|name| name.span))
            && !matches!(token.kind, Kind::Punct | Kind::Mark);
        let in_date = self.date.covers(at, |i| names.dates.get(i).map(|date| date.span));
        let rare;
        let known = if let Some(known) = self.known(i) {
            known
        } else {
            rare = self.look_up(i);
            &rare
        };
        let cat = if in_name {
            Cat::Name
        } else if in_date && token.kind != Kind::Punct {
            Cat::Time
        } else if last > i {
            by_tag(reading, last)
        } else {
            known.cat(token.kind).unwrap_or_else(|| by_tag(reading, i))
        };
        let free = last == i && !in_name && token.kind == Kind::Word && !matches!(token.shape, Shape::Upper);
        let verb = if free && matches!(cat, Cat::Verb | Cat::Ing | Cat::Noun | Cat::Adj | Cat::Other | Cat::Name) {
            known.verb
        } else {
            None
        };
        let person =
            in_name && names.mentions.get(self.name.number()).is_some_and(|name| name.kind == EntityKind::Person);
        let form = if verb.is_some() { known.lemma } else { known.form };
        units.push(Unit::word(i as u32..last as u32 + 1, cat, verb, form, person));
        last + 1
    }

    /// The last of the hyphenated parts that begin with token `i`.
    // Apart, as the next: few tokens need it, and what every token needs stays short.
    #[inline(never)]
    fn last_part(&self, i: usize, end: usize) -> usize {
        let reading = self.reading;
        let goes_on = |&next: &usize| reading.tokens[next].glued && !begins_clitic(reading.word(next));
        (i + 1..end).take_while(goes_on).last().unwrap_or(i)
    }

    #[inline(never)]
    fn look_up(&self, i: usize) -> Known {
        Known::of(self.reading.word(i), self.reading.folded(i))
    }

    /// What is known of the word of token `i`. A long word is known by its end, which may be written in other letters
    /// than the vocabulary's.
    fn known(&self, i: usize) -> Option<&Known> {
        let short = self.reading.tokens.get(i).is_some_and(|token| token.span.len() <= SHORT);
        let id = self.reading.vocabulary.id(i).filter(|_| short)?;
        self.known.get(id as usize)
    }
}

/// 's, 're, n't begin units of their own.
fn begins_clitic(word: &str) -> bool {
    word.starts_with(['\'', '’']) || word.eq_ignore_ascii_case("n't") || word.eq_ignore_ascii_case("n’t")
}

fn mark(word: &str) -> Cat {
    match word {
        "," => Cat::Comma,
        "—" | "--" | "–" | "-" | "―" => Cat::Dash,
        ":" => Cat::Colon,
        ";" => Cat::Semi,
        "." | "?" | "!" | "…" | "..." => Cat::Stop,
        "(" | "[" => Cat::Open,
        ")" | "]" => Cat::Close,
        "&" => Cat::And,
        _ => Cat::Other,
    }
}

fn closed(word: &str) -> Option<Cat> {
    core(word).or_else(|| around(word)).or_else(|| day(word))
}

/// What stands at the core of a phrase: pronouns, determiners, auxiliaries.
fn core(word: &str) -> Option<Cat> {
    Some(match word {
        "he" | "she" | "they" | "it" | "we" | "i" | "you" | "everyone" | "someone" | "nobody" | "anyone"
        | "everybody" | "somebody" => Cat::Pron,
        "him" | "them" | "me" | "us" | "himself" | "herself" | "themselves" | "itself" | "myself" => Cat::PronObj,
        "his" | "her" | "their" | "its" | "my" | "our" | "your" => Cat::PronPoss,
        "the" | "a" | "an" | "this" | "these" | "those" | "some" | "every" | "each" | "another" | "any" | "no"
        | "both" | "all" | "many" | "several" | "most" | "few" | "other" | "such" => Cat::Det,
        "'s" | "'" => Cat::Gen,
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am" | "'m" | "'re" | "'ll" | "'d" | "'ve"
        | "has" | "have" | "had" | "having" | "do" | "does" | "did" | "will" | "would" | "can" | "could" | "shall"
        | "should" | "may" | "might" | "must" | "wo" | "ca" => Cat::Aux,
        _ => return None,
    })
}

/// What joins phrases or stands beside them: adverbs, prepositions, conjunctions.
fn around(word: &str) -> Option<Cat> {
    Some(match word {
        "not" | "n't" | "also" | "later" | "earlier" | "then" | "now" | "once" | "never" | "always" | "often"
        | "again" | "still" | "even" | "only" | "just" | "too" | "however" | "previously" | "recently"
        | "repeatedly" | "simply" | "afterward" | "afterwards" | "further" | "first" | "soon" | "ever" | "already"
        | "instead" | "meanwhile" | "long" | "there" | "here" | "so" | "back" | "above" | "below" | "together"
        | "out" | "away" | "aloud" => Cat::Adv,
        "to" => Cat::To,
        "of" => Cat::Of,
        "as" => Cat::As,
        "in" | "on" | "at" | "for" | "with" | "from" | "by" | "about" | "into" | "during" | "over" | "under"
        | "between" | "against" | "through" | "amid" | "among" | "without" | "within" | "near" | "toward"
        | "towards" | "upon" | "outside" | "inside" | "via" | "including" | "despite" | "regarding" | "across"
        | "behind" | "beyond" | "around" | "along" | "alongside" | "per" | "like" | "unlike" => Cat::Prep,
        "and" | "or" | "nor" => Cat::And,
        "but" | "yet" => Cat::But,
        "who" | "which" | "whose" | "whom" => Cat::Rel,
        "that" => Cat::That,
        "whether" | "if" => Cat::Whether,
        "what" | "how" | "why" | "where" => Cat::Wh,
        "when" | "after" | "before" | "because" | "while" | "although" | "though" | "since" | "until" | "unless"
        | "than" => Cat::Sub,
        _ => return None,
    })
}

/// Days and months.
fn day(word: &str) -> Option<Cat> {
    Some(match word {
        "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | "yesterday" | "today"
        | "tomorrow" | "tonight" | "january" | "february" | "april" | "june" | "july" | "august" | "september"
        | "october" | "november" | "december" => Cat::Time,
        _ => return None,
    })
}

fn by_tag(reading: &Reading<'_>, i: usize) -> Cat {
    let tag = reading.tags.get(i);
    // Apart, so that the rest is a table.
    if tag == Some(&Pos::Verb) && reading.word(i).ends_with("ing") {
        return Cat::Ing;
    }
    match tag {
        Some(Pos::Propn) => Cat::Name,
        Some(Pos::Noun) => Cat::Noun,
        Some(Pos::Adj) => Cat::Adj,
        Some(Pos::Verb) => Cat::Verb,
        Some(Pos::Aux) => Cat::Aux,
        Some(Pos::Adv) => Cat::Adv,
        Some(Pos::Num) => Cat::Num,
        Some(Pos::Det) => Cat::Det,
        Some(Pos::Pron) => Cat::Pron,
        Some(Pos::Adp) => Cat::Prep,
        Some(Pos::Sconj) => Cat::Sub,
        Some(Pos::Cconj) => Cat::And,
        _ => Cat::Other,
    }
}
