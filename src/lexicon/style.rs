//! Words that style findings turn on.

use super::WordList;

/// Past participles that do not end in "-ed".
pub static IRREGULAR: WordList = WordList::new(include_str!("irregular.txt"));
/// Words shaped like a participle that are no passive after "be"; those with `by` may be when a doer follows.
pub static ADJECTIVAL: WordList = WordList::new(include_str!("adjectival.txt"));
/// Words with a plainer alternative, which stands after the tab, and where it fits.
pub static PLAIN: WordList = WordList::new(include_str!("plain.txt"));
/// Nouns that hide a verb, which stands after the tab.
pub static NOMINAL: WordList = WordList::new(include_str!("nominal.txt"));
/// Adverbs that add force rather than meaning.
pub static INTENSIFIER: WordList = WordList::new(include_str!("intensifier.txt"));
/// Adverbs that a stronger verb can take into itself.
pub static MANNER: WordList = WordList::new(include_str!("manner.txt"));
/// Verbs for which a stronger one may stand.
pub static WEAK: WordList = WordList::new(include_str!("weak.txt"));
/// Words that soften a claim.
pub static HEDGE: WordList = WordList::new(include_str!("hedge.txt"));
/// The commonest words of ten languages; after the tab stand the languages that have them.
pub static FUNCTION: WordList = WordList::new(include_str!("function.txt"));
