//! Which words open a sentence, and which follow an abbreviation inside one.

use crate::lexicon::{WordList, fold};

/// Words that are no part of a name and mostly stand first where they have a capital.
pub static OPENERS: WordList = WordList::new(include_str!("../lexicon/openers.txt"));

/// Plain nouns: inside a sentence they have no capital, for no institution is called so.
pub static PLAIN_NOUNS: WordList = WordList::new(include_str!("../lexicon/openers_plain.txt"));

/// Offices and ranks.
const OFFICES: &[&str] = &[
    "attorney",
    "ceo",
    "cfo",
    "chair",
    "chairman",
    "chairwoman",
    "chief",
    "director",
    "dr",
    "editor",
    "executive",
    "founder",
    "gov",
    "governor",
    "manager",
    "mayor",
    "mr",
    "mrs",
    "ms",
    "president",
    "rep",
    "secretary",
    "sen",
    "senator",
    "senior",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "treasurer",
    "vice",
];

/// Verbs of speech that follow a quotation and its speaker.
const VERBS: &[&str] = &[
    "added",
    "adds",
    "answered",
    "asked",
    "asks",
    "called",
    "chanted",
    "commented",
    "continued",
    "continues",
    "cried",
    "cries",
    "declared",
    "declares",
    "demanded",
    "enquired",
    "exclaimed",
    "explained",
    "explains",
    "inquired",
    "insisted",
    "joked",
    "mused",
    "noted",
    "posted",
    "quipped",
    "recalled",
    "recalls",
    "remarked",
    "replied",
    "replies",
    "responded",
    "responds",
    "retorted",
    "said",
    "sang",
    "says",
    "screamed",
    "shouted",
    "shouts",
    "tells",
    "told",
    "tweeted",
    "whispered",
    "wondered",
    "wonders",
    "writes",
    "wrote",
    "yelled",
];

/// Whether a capitalised `word` almost always opens a sentence: no name begins with it.
#[must_use]
pub fn opens(word: &str) -> bool {
    let mut buffer = [0; 64];
    word.len() <= 16 && OPENERS.contains(fold(word, &mut buffer))
}

/// Whether `word` is a plain noun, which opens a sentence when it has a capital.
#[must_use]
pub fn is_plain_noun(word: &str) -> bool {
    let mut buffer = [0; 64];
    word.len() <= 16 && PLAIN_NOUNS.contains(fold(word, &mut buffer))
}

/// Whether `word` names an office or a rank: it belongs to the abbreviation before it, "Delmar Inc. Chairman".
#[must_use]
pub fn is_office(word: &str) -> bool {
    listed(OFFICES, word)
}

/// Whether `word` is a verb of speech: "?" the mayor asked.
#[must_use]
pub fn is_speech_verb(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase()) && listed(VERBS, word)
}

/// Whether `word`, in any case, stands in a sorted list of short words.
pub(super) fn listed(list: &[&str], word: &str) -> bool {
    let mut buffer = [0; 64];
    word.len() <= 16 && list.binary_search(&fold(word, &mut buffer)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!([OFFICES, VERBS].iter().all(|list| list.is_sorted_by(|a, b| a < b)));
        for list in [&OPENERS, &PLAIN_NOUNS] {
            assert!(list.lines().is_sorted_by(|a, b| a < b));
        }
    }

    #[test]
    fn case_does_not_matter_except_to_verbs() {
        assert!(opens("The") && opens("however") && !opens("Marlow") && !opens(""));
        assert!(is_speech_verb("asked") && !is_speech_verb("Asked"));
    }
}
