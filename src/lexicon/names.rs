//! What is known of names: places, peoples, bodies, first names, titles, and the words that are none.
//!
//! Values are short codes, explained in the first line of each file.

use super::WordList;

/// Countries, regions, cities, seas.
pub static PLACES: WordList = WordList::new(include_str!("places.txt"));
/// Nationalities, religions, peoples.
pub static GROUPS: WordList = WordList::new(include_str!("groups.txt"));
/// Bodies, buildings, events, works, laws and products that most readers know.
pub static ORGANIZATIONS: WordList = WordList::new(include_str!("organizations.txt"));
/// First names.
pub static FIRST: WordList = WordList::new(include_str!("first.txt"));
/// Words of office and occupation.
pub static TITLES: WordList = WordList::new(include_str!("titles.txt"));
/// Words that prose writes in lower case.
pub static COMMON: WordList = WordList::new(include_str!("common.txt"));
/// Closed classes of words around and inside names.
pub static CLASSES: WordList = WordList::new(include_str!("classes.txt"));
