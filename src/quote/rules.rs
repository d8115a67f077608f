//! The rules of this room: which sieve found a speaker, and why marks hold no speech.

use super::learned::NAT;
use crate::analysis::Confidence;
use crate::rule::rules;

// The learned weights know rules by their number: a new one goes to the end of its list.
rules! {
    /// The sieve that found the speaker.
    pub enum Rule {
        /// The words, then the verb, then the name: "…," said Marlow.
        QuoteVerbName = "quote-verb-name",
        /// The words, then the name, then the verb: "…," Marlow said.
        QuoteNameVerb = "quote-name-verb",
        /// The name, then the verb, then the words: Marlow said, "…"
        NameVerbQuote = "name-verb-quote",
        /// The verb, then the name, then the words: Said Marlow: "…"
        VerbNameQuote = "verb-name-quote",
        /// The source is named with "according to".
        AccordingTo = "according-to",
        /// The subject of a verb of saying, whose object clause this is: Marlow said that …
        ReportedClause = "reported-clause",
        /// The verb of saying stands between commas or at the end: …, Marlow said.
        Parenthetical = "parenthetical",
        /// The verb shares the subject of the verb before "and".
        SharedSubject = "shared-subject",
        /// A participle such as "adding" has the subject of its sentence.
        Participle = "participle",
        /// The verb's subject is "who", which stands for the name before it.
        RelativeClause = "relative-clause",
        /// The verb calls somebody or something by the quoted words.
        ObjectOfVerb = "object-of-verb",
        /// A noun such as "claim" or "statement" belongs to the speaker.
        NounCue = "noun-cue",
        /// An outlet cites somebody as saying it.
        CitedAs = "cited-as",
        /// The name before the colon says the words after it.
        ColonLabel = "colon-label",
        /// The sentence before ends with a colon and has this subject.
        ColonBefore = "colon-before",
        /// The paragraph continues a statement whose marks have not been closed.
        ParagraphContinuation = "paragraph-continuation",
        /// The words go on from a statement in the same paragraph.
        SameParagraph = "same-paragraph",
        /// The paragraph before ended with this speaker, and no other is named.
        PreviousParagraph = "previous-paragraph",
        /// The subject of the sentence in which the quoted words stand.
        SentenceSubject = "sentence-subject",
        /// The subject of the sentence before the quoted words.
        PreviousSentence = "previous-sentence",
        /// The sentence after the quoted words names who spoke.
        NextSentence = "next-sentence",
        /// Of all who stand near the words, this one suits them best.
        Weighed = "weighed",
        /// A label before a colon says whose turn it is in a conversation without quotation marks.
        TurnLabel = "turn-label",
    }
}

impl Rule {
    /// How often the sieve is right, in three steps.
    #[must_use]
    pub const fn confidence(self) -> Confidence {
        match self {
            Self::QuoteVerbName
            | Self::QuoteNameVerb
            | Self::Parenthetical
            | Self::ParagraphContinuation
            | Self::ColonLabel
            | Self::TurnLabel => Confidence::Sure,
            Self::NameVerbQuote
            | Self::VerbNameQuote
            | Self::AccordingTo
            | Self::ReportedClause
            | Self::SharedSubject
            | Self::Participle
            | Self::ObjectOfVerb
            | Self::CitedAs
            | Self::NounCue
            | Self::SameParagraph
            | Self::PreviousParagraph => Confidence::Likely,
            Self::ColonBefore
            | Self::RelativeClause
            | Self::SentenceSubject
            | Self::PreviousSentence
            | Self::NextSentence
            | Self::Weighed => Confidence::Check,
        }
    }

    /// Whether no other speaker is considered.
    #[must_use]
    pub(super) const fn is_settled(self) -> bool {
        matches!(self.confidence(), Confidence::Sure) || matches!(self, Self::AccordingTo | Self::CitedAs)
    }

    /// How often a speaker is right who leads the next one by so much.
    #[must_use]
    pub(super) const fn confidence_of(lead: i32) -> Confidence {
        match lead / NAT {
            ..2 => Confidence::Check,
            2 | 3 => Confidence::Likely,
            4.. => Confidence::Sure,
        }
    }

    /// Whether quoted words go on from others or follow a colon, so that they are speech.
    #[must_use]
    pub(super) const fn goes_on(self) -> bool {
        matches!(self, Self::ParagraphContinuation | Self::ColonLabel | Self::ColonBefore)
    }
}

rules! {
    /// Why quotation marks hold no speech.
    pub enum OtherRule {
        /// A nickname between a first name and a last name.
        NicknameInName = "nickname-in-name",
        /// A word such as "term" or "so-called" stands before the marks.
        TermBefore = "term-before",
        /// A word such as "called" or "dubbed" names something by the quoted words.
        NamedSo = "named-so",
        /// A word such as "book", "film" or "host of" stands before a title.
        WorkBefore = "work-before",
        /// Every word of weight has a capital, as in a title.
        TitleCase = "title-case",
        /// A few words without a verb in a sentence where nobody speaks.
        FewWordsNoSpeaker = "few-words-no-speaker",
        /// The mark follows a number: feet, inches, minutes or seconds.
        AfterNumber = "after-number",
        /// The block points to another article or is furniture of the page.
        Furniture = "furniture",
        /// Neither the words nor what stands around them look like speech.
        NoSignOfSpeech = "no-sign-of-speech",
    }
}
