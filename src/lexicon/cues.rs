//! Verbs that report what somebody said.

use super::WordList;

/// Every form of every cue verb; the value is its dictionary form, a space and its classes, as the file's head says.
pub static CUES: WordList = WordList::new(include_str!("cues.txt"));

/// The dictionary form and the classes of a form of a cue verb, given in lower case; `None` of any other word.
#[must_use]
pub fn cue(folded: &str) -> Option<(&'static str, &'static str)> {
    CUES.find(folded)?.split_once(' ')
}
