//! Words that nearly every reader knows.

use super::WordList;

/// About as many everyday words as the list of Dale and Chall has.
pub static DALE: WordList = WordList::new(include_str!("dale.txt"));
/// About as many first words as the list of Spache has.
pub static SPACHE: WordList = WordList::new(include_str!("spache.txt"));
