//! The full stop: does it end the sentence, or only the abbreviation before it?

use super::abbreviation::{Habit, habit};
use super::boundary::Boundaries;
use super::look::{Case, Next};
use super::opener::{is_office, is_plain_noun, opens};
use super::stop::Stop;

impl Boundaries<'_> {
    /// Whether a single full stop ends the sentence.
    pub(super) fn dot_ends(&self, stop: Stop, next: Next<'_>) -> bool {
        let (start, word) = self.text.word_before(stop.at, self.start);
        if next.case == Case::Lower {
            return self.informal_ends(stop, word, next);
        }
        if word.is_empty() {
            let spaced = self.text.char_before(stop.at).is_some_and(char::is_whitespace);
            return !spaced || next.case == Case::Upper;
        }
        if stop.quote {
            return true;
        }
        if self.is_list_number(start, word) {
            return false;
        }
        if word.chars().nth(1).is_none() && word.chars().all(char::is_alphabetic) {
            return self.initial_ends(start, word, next);
        }
        let known = habit(word);
        if known != Some(Habit::Before) && is_acronym(word) {
            return self.acronym_ends(start, word, next);
        }
        match known {
            Some(habit) if stop.bracket => habit == Habit::After && next.case == Case::Upper,
            Some(habit) => self.abbreviation_ends(habit, start, word, next),
            None => true,
        }
    }

    /// "1." and "a." at the head of a sentence number it.
    fn is_list_number(&self, start: usize, word: &str) -> bool {
        let bare = word.trim_start_matches(['*', '#']);
        let number = bare.len() <= 3 && !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit());
        // Eight bytes hold every mark that may stand before the number, and keep the look short.
        let head = self.text.between(self.start, start);
        (number || bare.len() == 1) && head.len() <= 8 && !head.contains(char::is_alphanumeric)
    }

    /// Whether the stop ends the sentence although a small letter follows, as people write in a hurry: after a plain
    /// word of some length, which no abbreviation looks like, or before a bracket.
    fn informal_ends(&self, stop: Stop, word: &str, next: Next<'_>) -> bool {
        let bracket = matches!(self.text.byte(next.at), Some(b'(' | b'['));
        let plain = word.len() >= 2
            && word.bytes().all(|b| b.is_ascii_lowercase())
            && word.contains(['a', 'e', 'i', 'o', 'u', 'y'])
            && habit(word).is_none();
        !stop.quote && !stop.bracket && plain && (bracket || !next.opened)
    }

    /// A single letter: an initial belongs to the name after it.
    fn initial_ends(&self, start: usize, letter: &str, next: Next<'_>) -> bool {
        if next.case != Case::Upper {
            return next.case != Case::Digit || next.opened;
        }
        if !letter.starts_with(char::is_uppercase) {
            return !matches!(letter, "v" | "c" | "p" | "d" | "b");
        }
        let (_, before) = self.text.word_before(self.text.before_space(start), self.start);
        let labelled = matches!(
            before.to_ascii_lowercase().as_str(),
            "vitamin" | "plan" | "hepatitis" | "company" | "group" | "type" | "class" | "grade" | "exhibit"
        );
        opens(next.word) && !next.initial || labelled
    }

    /// Letters with a stop each.
    fn acronym_ends(&self, start: usize, word: &str, next: Next<'_>) -> bool {
        if !matches!(next.case, Case::Upper | Case::Caseless) {
            return next.case == Case::Brand;
        }
        let starter = opens(next.word) && !next.initial;
        match word {
            "a.m" | "p.m" | "A.M" | "P.M" => {
                !is_office(next.word) && !is_time_word(next.word) && !self.begins_with_time(start)
            }
            "U.S" | "U.K" | "U.N" | "E.U" | "U.S.A" | "U.A.E" | "L.A" => {
                starter && next.word != "Under" || is_plain_noun(next.word)
            }
            "D.C" | "B.C" | "A.D" | "N.Y" | "N.J" | "N.C" | "S.C" | "N.H" | "R.I" | "N.M" | "S.D" | "N.D" => {
                !is_office(next.word) && !matches!(next.word, "Circuit" | "Council" | "Court" | "Superior" | "National")
            }
            _ => starter,
        }
    }

    /// "At 7 a.m. Mia Lund left": the time opens the sentence, its subject follows.
    fn begins_with_time(&self, start: usize) -> bool {
        let said = self.text.between(self.start, start);
        said.len() < 24
            && said.split_whitespace().count() <= 4
            && matches!(
                said.split_whitespace().next(),
                Some(
                    "At" | "By"
                        | "Around"
                        | "About"
                        | "After"
                        | "Before"
                        | "Since"
                        | "Until"
                        | "From"
                        | "Shortly"
                        | "Just"
                )
            )
    }

    /// A known abbreviation.
    fn abbreviation_ends(&self, habit: Habit, start: usize, word: &str, next: Next<'_>) -> bool {
        let starter = opens(next.word) && !next.initial;
        let capital = word.starts_with(char::is_uppercase);
        match (habit, next.case) {
            (Habit::Before, _) => {
                starter && matches!(word, "Sr" | "sr" | "Sec" | "sec" | "min" | "Ft" | "ft" | "dir" | "det")
            }
            (Habit::Number, Case::Digit) => next.opened,
            (Habit::Number, Case::Upper) => {
                !capital || !next.word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'))
            }
            (Habit::Month | Habit::After, Case::Digit) => word == "etc",
            (Habit::After, Case::Upper) => match word {
                "Jr" | "jr" => starter,
                "Mon" | "Tue" | "Tues" | "Wed" | "Thu" | "Thur" | "Thurs" | "Fri" | "Sat" | "Sun" => {
                    !is_time_word(next.word)
                }
                _ => !is_office(next.word),
            },
            (Habit::Saint, Case::Upper) => self.street_ends(start, starter),
            (Habit::Saint, _) => false,
            (Habit::Word, Case::Upper) => !(capital && is_office(next.word)),
            _ => true,
        }
    }

    /// "14 Main St. Police" and "Main St. The" end; "Port St. Lucie" does not.
    fn street_ends(&self, start: usize, starter: bool) -> bool {
        let (at, street) = self.text.word_before(self.text.before_space(start), self.start);
        let number = self.text.char_before(self.text.before_space(at)).is_some_and(char::is_numeric);
        street.starts_with(|c: char| c.is_ascii_digit())
            || street.starts_with(char::is_uppercase) && (starter || number)
    }
}

/// Whether `word`, written without its last stop, is letters with stops between: "U.S", "Ph.D".
fn is_acronym(word: &str) -> bool {
    word.contains('.')
        && word.len() <= 10
        && word.split('.').all(|part| part.len() <= 2 && part.bytes().all(|b| b.is_ascii_alphabetic()))
}

/// Zones, days and months after a time of day.
fn is_time_word(word: &str) -> bool {
    matches!(
        word.get(..3).unwrap_or(word),
        "EST"
            | "EDT"
            | "ET"
            | "CST"
            | "CDT"
            | "CT"
            | "MST"
            | "MDT"
            | "PST"
            | "PDT"
            | "PT"
            | "GMT"
            | "BST"
            | "CET"
            | "UTC"
            | "Eas"
            | "Cen"
            | "Mou"
            | "Pac"
            | "Gre"
            | "Mon"
            | "Tue"
            | "Wed"
            | "Thu"
            | "Fri"
            | "Sat"
            | "Sun"
            | "Jan"
            | "Feb"
            | "Mar"
            | "Apr"
            | "May"
            | "Jun"
            | "Jul"
            | "Aug"
            | "Sep"
            | "Oct"
            | "Nov"
            | "Dec"
    )
}
