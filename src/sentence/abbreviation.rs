//! Abbreviations written with a stop, and what may follow them.

use super::opener::listed;
use crate::lexicon::{WordList, fold};

/// What follows an abbreviation, and so whether its stop may also end the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habit {
    /// A name or another word always follows: "Mr.", "Gen.", "vs.", "e.g.".
    Before,
    /// A number follows; otherwise it is an ordinary word or the end: "No. 10", "pp. 4", "Fig. 2".
    Number,
    /// A day or a year follows, or the sentence ends: "Jan. 6".
    Month,
    /// Stands after what it belongs to and may end the sentence: "Inc.", "Jr.", "etc.", "p.m.".
    After,
    /// A name follows or stands before: "St. Petersburg", "Main St.".
    Saint,
    /// An ordinary word too; an abbreviation only where the next word shows it: "in.", "art.", "mass.".
    Word,
}

/// The abbreviations, each with the name of its habit.
pub static ABBREVIATIONS: WordList = WordList::new(include_str!("../lexicon/abbreviations.txt"));

/// Never written in capitals: those are other words, "IE", "FT", "MIN".
const SMALL: &[&str] = &["aka", "ca", "cf", "det", "dir", "eg", "ens", "esp", "ft", "gr", "ie", "min", "ms"];

/// The habit of `word`, which is written without its last stop; `None` when it is no known abbreviation.
#[must_use]
pub fn habit(word: &str) -> Option<Habit> {
    // Most stops end an ordinary word; its length alone shows it.
    if !(1..=7).contains(&word.len()) {
        return None;
    }
    let mut buffer = [0; 64];
    let habit = match ABBREVIATIONS.find(fold(word, &mut buffer))? {
        "before" => Habit::Before,
        "number" => Habit::Number,
        "month" => Habit::Month,
        "after" => Habit::After,
        "saint" => Habit::Saint,
        _ => Habit::Word,
    };
    let capitals = word.bytes().all(|b| b.is_ascii_uppercase());
    (!capitals || !listed(SMALL, word)).then_some(habit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_names_a_habit() {
        for line in ABBREVIATIONS.lines() {
            let (word, habit) = line.split_once('\t').unwrap();
            assert!(word.len() <= 7, "{word}");
            assert!(matches!(habit, "before" | "number" | "month" | "after" | "saint" | "word"), "{line}");
        }
        assert!(ABBREVIATIONS.lines().is_sorted_by(|a, b| a.split('\t').next() < b.split('\t').next()));
    }

    #[test]
    fn habits() {
        assert_eq!(habit("Gen"), Some(Habit::Before));
        assert_eq!(habit("INC"), Some(Habit::After));
        assert_eq!(habit("St"), Some(Habit::Saint));
        assert_eq!(habit("Dec"), Some(Habit::Month));
        assert_eq!(habit("No"), Some(Habit::Number));
        assert_eq!((habit("harbour"), habit(""), habit("IE"), habit("FT")), (None, None, None, None));
    }
}
