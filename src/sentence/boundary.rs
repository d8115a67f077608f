//! Where a sentence ends: every stop is judged by the word before it and the word after it.
//!
//! Each judgement looks at a bounded stretch on either side, so that the whole is linear in the text.

use super::abbreviation::{Habit, habit};
use super::opener::{is_office, is_plain_noun, is_speech_verb, opens};

/// How far a judgement looks to either side, in bytes.
const REACH: usize = 96;

/// The ends of the sentences of one block, as offsets into its visible words; the block's end is left out.
pub struct Boundaries<'t> {
    text: &'t str,
    bytes: &'t [u8],
    /// Where the sentence being read begins.
    start: usize,
    at: usize,
}

/// A stop with everything that closes behind it.
#[derive(Clone, Copy, Debug)]
struct Stop {
    /// The first stop.
    at: usize,
    /// Past the closing marks.
    end: usize,
    kind: StopKind,
    /// Whether a quotation mark closes after the stop.
    quote: bool,
    /// Whether a bracket closes after the stop.
    bracket: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StopKind {
    Dot,
    Ellipsis,
    /// `?`, `!` and their runs.
    Bang,
    /// A stop of a script without spaces.
    Wide,
}

/// What comes after the stop.
#[derive(Clone, Copy, Debug)]
struct Next<'t> {
    /// Where its first character stands, opening marks included.
    at: usize,
    /// Whether opening marks stand before the word.
    opened: bool,
    /// The word itself, at most its first letters.
    word: &'t str,
    case: Case,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    Upper,
    Lower,
    /// "iPhone": a name in spite of its first letter.
    Brand,
    Digit,
    /// A letter of a script without capitals.
    Caseless,
    Other,
}

impl<'t> Boundaries<'t> {
    /// Reads `text`; no sentence ends before `from`.
    pub fn new(text: &'t str, from: usize) -> Self {
        Self { text, bytes: text.as_bytes(), start: 0, at: from }
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    fn char_before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    /// The next stop with its closing marks.
    fn stop(&mut self) -> Option<Stop> {
        let at = loop {
            let byte = *self.bytes.get(self.at)?;
            match byte {
                b'.' | b'!' | b'?' => break self.at,
                0xD8 | 0xDB | 0xE0 | 0xE2 | 0xE3 | 0xEF if self.char_at(self.at).and_then(stop_kind).is_some() => {
                    break self.at;
                }
                _ => self.at += 1,
            }
        };
        let mut end = at;
        let mut kind = StopKind::Dot;
        let mut count = 0;
        while let Some((c, found)) = self.char_at(end).and_then(|c| Some((c, stop_kind(c)?))) {
            count += 1;
            kind = match (kind, found) {
                (_, StopKind::Bang) | (StopKind::Bang, _) => StopKind::Bang,
                (_, StopKind::Wide) => StopKind::Wide,
                _ if count > 1 => StopKind::Ellipsis,
                _ => found,
            };
            end += c.len_utf8();
            while kind != StopKind::Wide
                && self.byte(end) == b' '
                && self.byte(end + 1) == b'.'
                && !self.byte(end + 2).is_ascii_alphanumeric()
            {
                end += 1;
            }
        }
        let mut stop = Stop { at, end, kind, quote: false, bracket: false };
        self.close(&mut stop);
        self.at = stop.end.max(at + 1);
        Some(stop)
    }

    /// Takes in the closing marks and notes after the stop.
    fn close(&self, stop: &mut Stop) {
        while let Some(c) = self.char_at(stop.end) {
            match c {
                '"' | '”' | '»' | '›' | '\'' | '’' | '」' | '』' => stop.quote = true,
                ')' | ']' | '}' | '）' => stop.bracket = true,
                '*' | '¹' | '²' | '³' | '\u{fe0f}' => {}
                '[' => {
                    let len = self.note(stop.end);
                    if len == 0 {
                        return;
                    }
                    stop.end += len;
                    continue;
                }
                // A mark that stands alone after the stop closes what stands before it.
                ' ' if matches!(self.byte(stop.end + 1), b'"' | b')')
                    && matches!(self.byte(stop.end + 2), 0 | b' ' | b'\n') => {}
                _ => return,
            }
            stop.end += c.len_utf8();
        }
    }

    /// Length of a note such as "[12]" or "[citation needed]" at `at`.
    fn note(&self, at: usize) -> usize {
        let inside = self.bytes.get(at + 1..).unwrap_or(&[]).iter().take(24);
        let len = inside.take_while(|&&b| b.is_ascii_alphanumeric() || b == b' ').count();
        let first = self.byte(at + 1);
        let marked = first.is_ascii_digit() && len <= 3 || first.is_ascii_lowercase() && (len == 1 || len > 9);
        if marked && self.byte(at + 1 + len) == b']' { len + 2 } else { 0 }
    }

    /// What follows `from`; `None` when only space does.
    fn next(&self, from: usize) -> Option<Next<'t>> {
        let rest = self.text.get(from..)?;
        let at = from + rest.len() - rest.trim_start().len();
        let mut word_at = at;
        let mut opened = false;
        for c in self.text.get(at..)?.chars().take(8) {
            match c {
                '"' | '\'' | '“' | '‘' | '«' | '‹' | '(' | '[' | '{' | '„' | '¿' | '¡' | '「' | '『' => {
                    opened = true;
                }
                '*' | '_' | '-' | '–' | '—' | '•' | '·' | '#' | '$' | '£' | '€' | '@' | '+' => {}
                c if c.is_whitespace() && word_at > at => {}
                _ => break,
            }
            word_at += c.len_utf8();
        }
        let tail = self.text.get(word_at..)?;
        let first = tail.chars().next()?;
        let len =
            tail.char_indices().take(24).find(|(_, c)| !c.is_alphanumeric()).map_or(tail.len().min(24), |(i, _)| i);
        let word = tail.get(..len).unwrap_or("");
        let case = if first.is_uppercase() {
            Case::Upper
        } else if first.is_lowercase() {
            if word.chars().nth(1).is_some_and(char::is_uppercase) { Case::Brand } else { Case::Lower }
        } else if first.is_numeric() {
            Case::Digit
        } else if first.is_alphabetic() {
            Case::Caseless
        } else {
            Case::Other
        };
        Some(Next { at, opened, word, case })
    }

    /// The word that ends at `at`, from the space or opening mark before it, and where it begins.
    fn word_before(&self, at: usize) -> (usize, &'t str) {
        let mut start = at;
        while start > self.start && at - start < REACH {
            let Some(c) = self.char_before(start) else { break };
            if c.is_whitespace() || matches!(c, '(' | '[' | '"' | '“' | '‘' | '—' | '–' | '-' | '/' | ',' | ';' | ':')
            {
                break;
            }
            start -= c.len_utf8();
        }
        (start, self.text.get(start..at).unwrap_or(""))
    }

    fn ends(&self, stop: Stop) -> bool {
        let Some(first) = self.char_at(stop.end) else { return false };
        if stop.kind == StopKind::Wide {
            return true;
        }
        if !first.is_whitespace() {
            return self.space_is_missing(stop, first);
        }
        let Some(next) = self.next(stop.end) else { return false };
        if self.is_tail(next.at) {
            return false;
        }
        match stop.kind {
            StopKind::Dot => self.dot_ends(stop, next),
            StopKind::Ellipsis => self.ellipsis_ends(stop, next),
            _ => self.bang_ends(stop, next),
        }
    }

    /// "over.The", "over."The": a capital straight after a plain word and its stop.
    fn space_is_missing(&self, stop: Stop, first: char) -> bool {
        if stop.kind == StopKind::Ellipsis || stop.bracket || !first.is_uppercase() {
            return false;
        }
        let (start, word) = self.word_before(stop.at);
        let plain = stop.at - start < 24 && word.len() > 1 && word.bytes().skip(1).all(|b| b.is_ascii_lowercase());
        let rest = self.text.get(stop.end..).unwrap_or("");
        let len = rest.bytes().take(24).take_while(u8::is_ascii_alphabetic).count();
        let follows = rest.get(..len).unwrap_or("");
        let is_word =
            follows == "I" || follows == "A" || len > 1 && follows.bytes().skip(1).all(|b| b.is_ascii_lowercase());
        plain && is_word && matches!(self.byte(stop.end + len), b' ' | b'\'' | b',' | 0xE2)
    }

    /// Whether what is left of the block from `at` is no sentence: marks only, or a credit in capitals.
    fn is_tail(&self, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or("");
        rest.len() <= 40
            && (!rest.chars().any(char::is_alphanumeric)
                || !rest.chars().any(|c| c.is_lowercase() || c.is_numeric() || stop_kind(c).is_some())
                    && rest.contains([' ', '/', '*'])
                    && !rest.contains(['"', '”', '\'']))
    }

    fn bang_ends(&self, stop: Stop, next: Next<'_>) -> bool {
        match next.case {
            Case::Lower => false,
            Case::Upper if stop.quote => !self.is_attribution(next.at),
            Case::Upper if stop.end == stop.at + 1 && self.byte(stop.at) == b'!' => {
                opens(next.word) || !matches!(self.word_before(stop.at).1, "Yahoo" | "Jeopardy" | "E" | "Wham")
            }
            _ => true,
        }
    }

    /// "?" Mayor Lima asked: capitalised words, then a verb of speech.
    fn is_attribution(&self, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or("");
        let mut words = rest.split_whitespace().take(5);
        let Some(first) = words.next() else { return false };
        if !first.starts_with(char::is_uppercase) || opens(first) || first.len() > 40 {
            return false;
        }
        for word in words {
            let bare = word.trim_end_matches([',', '.', ':']);
            if is_speech_verb(bare) {
                return true;
            }
            if !word.starts_with(char::is_uppercase) || word.ends_with(',') {
                return false;
            }
        }
        false
    }

    fn ellipsis_ends(&self, stop: Stop, next: Next<'_>) -> bool {
        let before = self.char_before(stop.at);
        if matches!(before, Some('[' | '(')) && stop.bracket {
            return false;
        }
        !matches!(next.case, Case::Lower | Case::Other)
    }

    fn dot_ends(&self, stop: Stop, next: Next<'_>) -> bool {
        if next.case == Case::Lower {
            return false;
        }
        let (start, word) = self.word_before(stop.at);
        if word.is_empty() {
            return next.case == Case::Upper;
        }
        if stop.quote {
            return true;
        }
        let first_of_sentence = self.text.get(self.start..start).is_some_and(|s| !s.chars().any(char::is_alphanumeric));
        if first_of_sentence && word.len() <= 3 && (word.bytes().all(|b| b.is_ascii_digit()) || word.len() == 1) {
            return false;
        }
        let single = word.chars().nth(1).is_none() && word.chars().all(char::is_alphabetic);
        if single {
            return self.initial_ends(start, word, next);
        }
        if word.contains('.')
            && word.len() <= 10
            && habit(word) != Some(Habit::Before)
            && word.split('.').all(|part| part.len() <= 2)
        {
            return self.acronym_ends(start, word, next);
        }
        match habit(word) {
            Some(kind) => {
                !stop.bracket && self.abbreviation_ends(kind, start, word, next)
                    || stop.bracket && next.case == Case::Upper && kind == Habit::After
            }
            None => true,
        }
    }

    fn initial_ends(&self, start: usize, letter: &str, next: Next<'_>) -> bool {
        if next.case != Case::Upper {
            return next.case != Case::Digit || next.opened;
        }
        if !letter.starts_with(char::is_uppercase) {
            return !matches!(letter, "v" | "c" | "p" | "d" | "b");
        }
        let starter = opens(next.word) && !self.is_initial(next);
        let (_, before) = self.word_before(self.text.get(..start).map_or(0, |s| s.trim_end().len()));
        starter
            || matches!(
                before,
                "vitamin"
                    | "Vitamin"
                    | "plan"
                    | "Plan"
                    | "hepatitis"
                    | "Hepatitis"
                    | "Company"
                    | "group"
                    | "Group"
                    | "type"
                    | "class"
                    | "grade"
                    | "and"
            ) && letter != "J"
    }

    /// Whether the next word is a single capital with a stop.
    fn is_initial(&self, next: Next<'_>) -> bool {
        next.word.len() == 1 && self.text.get(next.at..).is_some_and(|rest| rest.as_bytes().get(1) == Some(&b'.'))
    }

    fn acronym_ends(&self, start: usize, word: &str, next: Next<'_>) -> bool {
        if !matches!(next.case, Case::Upper | Case::Caseless) {
            return next.case == Case::Brand;
        }
        let starter = opens(next.word) && !self.is_initial(next);
        match word {
            "a.m" | "p.m" | "A.M" | "P.M" => {
                !is_office(next.word) && !is_time_word(next.word) && !self.begins_with_time(start)
            }
            "U.S" | "U.K" | "U.N" | "E.U" | "U.S.A" | "U.A.E" | "L.A" => starter || is_plain_noun(next.word),
            "D.C" | "B.C" | "A.D" | "N.Y" | "N.J" | "N.C" | "S.C" | "N.H" | "R.I" | "N.M" | "S.D" | "N.D" => {
                !is_office(next.word)
            }
            _ => starter,
        }
    }

    /// "At 7 a.m. Mia Lund left": the time opens the sentence, its subject follows.
    fn begins_with_time(&self, start: usize) -> bool {
        let said = self.text.get(self.start..start).unwrap_or("");
        said.len() < 24
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
            && said.split_whitespace().take(5).count() <= 4
    }

    fn abbreviation_ends(&self, kind: Habit, start: usize, word: &str, next: Next<'_>) -> bool {
        let starter = opens(next.word) && !self.is_initial(next);
        let capital = word.starts_with(char::is_uppercase);
        match (kind, next.case) {
            (Habit::Before, _) => {
                starter && matches!(word, "Sr" | "sr" | "Sec" | "sec" | "min" | "Ft" | "ft" | "aka" | "dir" | "det")
            }
            (Habit::Number, Case::Digit) => next.opened,
            (Habit::Number, Case::Upper) => {
                !(capital && next.word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C')))
            }
            (Habit::Month | Habit::After, Case::Digit) => matches!(word, "etc"),
            (Habit::After, Case::Upper) => match word {
                "Jr" | "jr" => starter,
                "Mon" | "Tue" | "Tues" | "Wed" | "Thu" | "Thur" | "Thurs" | "Fri" | "Sat" | "Sun" => {
                    starter || !is_time_word(next.word)
                }
                _ => !is_office(next.word),
            },
            (Habit::Saint, Case::Upper) => {
                let before = self.text.get(..start).map_or(0, |s| s.trim_end().len());
                let (before_at, street) = self.word_before(before);
                let number = self
                    .text
                    .get(..before_at)
                    .and_then(|s| s.trim_end().chars().next_back())
                    .is_some_and(char::is_numeric);
                street.starts_with(char::is_uppercase)
                    && before == self.text.get(..start).map_or(0, |s| s.trim_end().len())
                    && (starter || number)
                    || street.ends_with(|c: char| c.is_ascii_digit())
            }
            (Habit::Saint, _) => false,
            (Habit::Word, Case::Upper) => !(capital && is_office(next.word)),
            _ => true,
        }
    }
}

impl Iterator for Boundaries<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        loop {
            let stop = self.stop()?;
            if self.ends(stop) {
                self.start = stop.end;
                return Some(stop.end);
            }
        }
    }
}

fn stop_kind(c: char) -> Option<StopKind> {
    Some(match c {
        '.' => StopKind::Dot,
        '…' => StopKind::Ellipsis,
        '!' | '?' | '‼' | '⁇' | '⁈' | '⁉' | '‽' | '؟' | '۔' | '।' | '॥' => StopKind::Bang,
        '。' | '！' | '？' | '｡' | '．' => StopKind::Wide,
        _ => return None,
    })
}

/// Zones, days and months after a time of day.
fn is_time_word(word: &str) -> bool {
    matches!(
        word,
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
            | "Eastern"
            | "Central"
            | "Mountain"
            | "Pacific"
            | "Greenwich"
            | "Monday"
            | "Tuesday"
            | "Wednesday"
            | "Thursday"
            | "Friday"
            | "Saturday"
            | "Sunday"
            | "Mon"
            | "Tue"
            | "Wed"
            | "Thu"
            | "Fri"
            | "Sat"
            | "Sun"
            | "January"
            | "February"
            | "March"
            | "April"
            | "May"
            | "June"
            | "July"
            | "August"
            | "September"
            | "October"
            | "November"
            | "December"
            | "Jan"
            | "Feb"
            | "Mar"
            | "Apr"
            | "Aug"
            | "Sept"
            | "Sep"
            | "Oct"
            | "Nov"
            | "Dec"
    )
}
