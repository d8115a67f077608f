//! Verbs that report what somebody said.

use super::WordList;

/// Every form of every cue verb; the value is its dictionary form, a space and its classes, as the file's head says.
pub static CUES: WordList = WordList::new(include_str!("cues.txt"));
