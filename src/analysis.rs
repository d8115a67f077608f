//! Table: the records of the contract, one after another.
//!
//! The plain records that come out. Names follow `pkg/index.d.ts`; fields are documented there for JavaScript
//! and here for Rust. No behaviour lives here.

use std::borrow::Cow;

use serde::Serialize;

use crate::span::Span;
use crate::{article, entity, name, quote, readability};

/// What was read in one article.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Analysis<'t> {
    /// Version of this shape. It changes only when a field changes its meaning.
    pub schema: u32,
    /// Version of the crate that read the article.
    pub version: &'static str,
    /// The text that every span indexes: the input itself, or the words taken out of HTML.
    pub text: Cow<'t, str>,
    /// The language the article seems to be in.
    pub language: Language,
    /// When it was published, from the options or from the article's own date line.
    pub published: Option<Published>,
    /// Headline, byline, paragraphs, captions …, in order, without overlap.
    pub blocks: Vec<Block>,
    /// Markup inside blocks that the analysis saw through (`**`, `](url)`, `#`), in order, without overlap.
    pub residue: Vec<Span>,
    /// All sentences, in order; those outside prose are marked.
    pub sentences: Vec<Sentence>,
    /// Places worth a second look.
    pub findings: Vec<Finding>,
    /// How hard the article is to read.
    pub readability: Readability,
    /// Who and what is named.
    pub entities: Vec<Entity>,
    /// Every place an entity is named, described or referred to, in text order.
    pub mentions: Vec<Mention>,
    /// Every date, resolved where it can be, in text order.
    pub dates: Vec<DateMention>,
    /// Every attributed statement, in text order.
    pub quotes: Vec<Quote>,
    /// Quotation marks that hold no speech, in text order.
    pub other_quoted: Vec<OtherQuoted>,
    /// Who is quoted how much, most quoted words first.
    pub speakers: Vec<Speaker>,
    /// What a reader should know before trusting the rest.
    pub warnings: Vec<Warning>,
    /// Every token; only on request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tokens: Option<Vec<Token>>,
}

/// A language and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Language {
    /// ISO 639-1 code, `und` when unknown.
    pub code: &'static str,
    /// 0 (a guess) to 1 (certain).
    pub confidence: f64,
}

/// The article's day of publication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Published {
    /// Where the article says so; `None` when the caller did.
    pub span: Option<Span>,
    /// ISO 8601 day.
    pub value: String,
}

/// What a block of the article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum BlockKind {
    /// The title of the article.
    Headline,
    /// A heading between paragraphs.
    Subheading,
    /// A line that is only a date.
    Date,
    /// Who wrote it.
    Byline,
    /// What a picture shows.
    Caption,
    /// Who made a picture.
    Credit,
    /// Running text.
    Paragraph,
    /// Running text set apart as somebody's words.
    Blockquote,
    /// One item of a list.
    ListItem,
    /// A pointer to another article.
    Related,
    /// Which agency or colleague helped.
    WireCredit,
    /// Where the article came from.
    SourceUrl,
    /// Newsletter, social and other furniture.
    Boilerplate,
}

/// One block of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    /// The whole block without surrounding white space.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Whether readability counts it.
    pub prose: bool,
    /// Why it was called that.
    pub rule: article::Rule,
}

/// How hard one sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Difficulty {
    /// Nothing stands in the reader's way.
    Plain,
    /// Most readers slow down.
    Hard,
    /// Many readers lose the thread.
    VeryHard,
}

/// One sentence with its own numbers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Sentence {
    /// The sentence, closing marks included.
    pub span: Span,
    /// Index into `blocks`.
    pub block: u32,
    /// Whether readability counts it.
    pub prose: bool,
    /// Words as counted by readability.
    pub words: u32,
    /// Spoken syllables of those words.
    pub syllables: u32,
    /// Letters and digits of those words.
    pub letters: u32,
    /// Words of three or more syllables.
    pub polysyllables: u32,
    /// School grade of this sentence alone; `None` without words.
    pub grade: Option<f64>,
    /// How it reads.
    pub difficulty: Difficulty,
}

/// What kind of second look a place is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum FindingKind {
    /// A sentence that is long.
    LongSentence,
    /// A verb in the passive voice.
    Passive,
    /// A word with a simpler alternative or of many syllables.
    ComplexWord,
    /// An adverb that may be cut.
    Adverb,
    /// Words that soften a claim.
    Hedge,
    /// A verb or adjective turned into a noun.
    Nominalization,
    /// Quoted words without a speaker.
    UnattributedQuote,
}

/// A place worth a second look, with its evidence.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// The words in question.
    pub span: Span,
    /// Index into `sentences`.
    pub sentence: u32,
    /// What is the matter.
    pub kind: FindingKind,
    /// The rule that found it.
    pub rule: readability::Rule,
    /// One plain sentence, such as "41 words, three clauses".
    pub note: String,
    /// Words that would serve instead.
    pub suggestion: Option<&'static str>,
    /// Whether it lies in quoted speech, which is not charged to the author.
    pub inside_quote: bool,
}

pub use crate::readability::{Counts, Grade, Readability, Scores};

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A company, agency, party, team or government body.
    Organization,
    /// A country, city, region, river …
    Place,
    /// A building or other made place.
    Facility,
    /// A nationality, religion or political group.
    Group,
    /// A war, election, match …
    Event,
    /// A thing that is made and sold.
    Product,
    /// A book, film, song …
    Work,
    /// A law or treaty.
    Law,
    /// Named, but none of the above.
    Other,
}

/// One person, organisation, place … of the article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entity {
    /// Its index in `entities`.
    pub id: u32,
    /// What it is.
    pub kind: EntityKind,
    /// The fullest form in the article.
    pub name: String,
    /// Its other forms, first seen first.
    pub aliases: Vec<String>,
    /// What the article calls it by office, such as "U.S. special envoy".
    pub role: Option<String>,
    /// Ids of its mentions, in text order.
    pub mentions: Vec<u32>,
    /// 0 (named in passing) to 1 (what the article is about).
    pub salience: f64,
    /// Which pronouns may stand for it; stays inside the core.
    #[serde(skip)]
    pub gender: Gender,
}

/// Which pronouns may stand for a person. Never guessed: unknown unless a name or title tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Gender {
    /// Nothing tells.
    #[default]
    Unknown,
    /// A name or title usual for women, or "she".
    Female,
    /// A name or title usual for men, or "he".
    Male,
}

/// How a mention refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Form {
    /// "Steve Witkoff".
    Name,
    /// "the envoy".
    Nominal,
    /// "he".
    Pronoun,
}

/// One place where an entity is mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Mention {
    /// Its index in `mentions`.
    pub id: u32,
    /// The words.
    pub span: Span,
    /// Id of the entity.
    pub entity: u32,
    /// Name, description or pronoun.
    pub form: Form,
    /// Why these words mention that entity.
    pub rule: MentionRule,
}

/// A mention is found by the `name` room or linked by the `entity` room, each with rules of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum MentionRule {
    /// Found as a name.
    Name(name::Rule),
    /// Linked as a description or pronoun.
    Link(entity::Rule),
}

/// How exact a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Precision {
    /// To the minute or hour.
    Time,
    /// To the day.
    Day,
    /// To the week.
    Week,
    /// To the month.
    Month,
    /// To the quarter.
    Quarter,
    /// To the season.
    Season,
    /// To the year.
    Year,
    /// To the decade.
    Decade,
    /// From one day to another.
    Range,
    /// Not resolved.
    None,
}

/// What a date was resolved against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Basis {
    /// The words say it all.
    Explicit,
    /// Against the day of publication.
    Published,
    /// Against another date nearby.
    Context,
    /// Nothing to resolve it against.
    Unresolved,
}

/// A date in the text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DateMention {
    /// The words.
    pub span: Span,
    /// ISO 8601: day, month, year, week `2025-W14`, interval `2022-02-24/2025-04-11`.
    pub value: Option<String>,
    /// How exact it is.
    pub precision: Precision,
    /// What it was resolved against.
    pub basis: Basis,
    /// The rule that read it.
    pub rule: name::DateRule,
}

/// How a statement is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum QuoteKind {
    /// Wholly in quotation marks.
    Direct,
    /// Partly in quotation marks.
    Mixed,
    /// Without quotation marks: in the author's words, or a turn in a transcript.
    Indirect,
}

/// One attributed statement, or one fragment of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quote {
    /// Its index in `quotes`.
    pub id: u32,
    /// The attributed content, quotation marks included.
    pub span: Span,
    /// The words inside marks, without the marks; empty when indirect.
    pub parts: Vec<Span>,
    /// Direct, mixed or indirect.
    pub kind: QuoteKind,
    /// Fragments of one statement share it.
    pub group: u32,
    /// Who said it.
    pub speaker: Option<Attribution>,
    /// The words that say that it was said.
    pub cue: Option<Cue>,
}

impl Quote {
    /// Whether it is a turn in a conversation that is written without quotation marks.
    #[must_use]
    fn is_turn(&self) -> bool {
        self.speaker.as_ref().is_some_and(|speaker| speaker.rule == quote::Rule::TurnLabel)
    }

    /// Words that were spoken as they stand here: those inside marks, and a whole turn.
    #[must_use]
    pub fn spoken(&self) -> &[Span] {
        if self.is_turn() { std::slice::from_ref(&self.span) } else { &self.parts }
    }
}

/// The words that say that something was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cue {
    /// Where they stand.
    pub span: Span,
    /// Their dictionary form: "say", "according to".
    pub lemma: String,
}

/// How far an attribution can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Confidence {
    /// Right at least 98 times in 100.
    Sure,
    /// Usually right.
    Likely,
    /// Look before you print it.
    Check,
}

/// Who said something, and how that is known.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Attribution {
    /// The words naming the speaker next to the cue.
    pub mention: Span,
    /// Id of the entity; `None` for a speaker who is no named entity.
    pub entity: Option<u32>,
    /// The canonical name.
    pub name: String,
    /// Whether the article keeps the name back.
    pub anonymous: bool,
    /// Who passes it on: the outlet that was told, or whoever quotes the speaker.
    pub via: Option<Via>,
    /// How far to trust it.
    pub confidence: Confidence,
    /// The sieve that decided.
    pub rule: quote::Rule,
}

/// Who passes a statement on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Via {
    /// Where the outlet is named.
    pub span: Span,
    /// Its canonical name.
    pub name: String,
    /// Id of the entity.
    pub entity: Option<u32>,
}

/// What quotation marks hold when they hold no speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum OtherKind {
    /// Words the author keeps at a distance.
    Scare,
    /// The title of a work.
    Title,
    /// A person's nickname.
    Nickname,
    /// A term or word spoken of.
    Term,
    /// Feet, inches, minutes, seconds.
    Measure,
}

/// Quotation marks that do not hold speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OtherQuoted {
    /// The words, marks included.
    pub span: Span,
    /// What they are.
    pub kind: OtherKind,
    /// Why they are not speech.
    pub rule: quote::OtherRule,
}

/// One speaker and how much they are quoted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Speaker {
    /// Id of the entity; `None` for the anonymous, the unattributed and speakers who are no named entity.
    pub entity: Option<u32>,
    /// The canonical name.
    pub name: String,
    /// Whether the article keeps the name back.
    pub anonymous: bool,
    /// Ids of the quotes.
    pub quotes: Vec<u32>,
    /// Words inside quotation marks.
    pub words: u32,
    /// Cue verbs and how often each was used, most used first.
    pub cues: Vec<CueCount>,
}

/// A cue and how often it was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CueCount {
    /// Dictionary form.
    pub lemma: String,
    /// Uses.
    pub count: u32,
}

/// What a reader should know before trusting the rest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// Stable code, such as `not-english`.
    pub code: &'static str,
    /// One plain sentence.
    pub message: String,
    /// Where, when it is about one place.
    pub span: Option<Span>,
}

/// One token; given only on request.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Token {
    /// The characters.
    pub span: Span,
    /// Index into `sentences`.
    pub sentence: u32,
    /// Universal part-of-speech tag.
    pub pos: &'static str,
    /// Whether a counted word begins here.
    pub word: bool,
    /// Spoken syllables of the word that begins here; 0 elsewhere.
    pub syllables: u32,
}
