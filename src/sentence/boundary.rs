//! Where a sentence ends: every stop is judged by the word before it and the word after it.

use std::cell::OnceCell;

use super::abbreviation::habit;
use super::look::{Case, Look, Next};
use super::opener::{is_speech_verb, opens};
use super::stop::{self, Kind, Stop};

/// The ends of the sentences of one block, as offsets into its visible words; the block's end is left out.
pub struct Boundaries<'t> {
    pub(super) text: Look<'t>,
    /// Where the sentence being read begins.
    pub(super) start: usize,
    at: usize,
    whole: &'t str,
    informal: &'t OnceCell<bool>,
}

impl<'t> Boundaries<'t> {
    /// Reads `text`; no sentence ends before `from`. `whole` is the article, `informal` what is known of it so far.
    pub fn new(text: &'t str, from: usize, whole: &'t str, informal: &'t OnceCell<bool>) -> Self {
        Self { text: Look(text), start: 0, at: from, whole, informal }
    }

    /// Whether the article is written in a hurry, without capitals. Asked once an article, and only where it matters.
    pub(super) fn is_informal(&self) -> bool {
        *self.informal.get_or_init(|| {
            [" i ", " i'm ", " im ", " u ", " dont ", "!!", "??"].iter().any(|sign| self.whole.contains(sign))
        })
    }

    fn ends(&self, stop: Stop) -> bool {
        let Some(first) = self.text.char(stop.end) else { return false };
        if stop.kind == Kind::Wide {
            return true;
        }
        if !first.is_whitespace() {
            return self.lacks_space(stop, first);
        }
        let Some(next) = self.text.next(stop.end) else { return false };
        if self.is_tail(next.at) {
            return false;
        }
        match stop.kind {
            Kind::Dot => self.dot_ends(stop, next),
            Kind::Ellipsis => self.ellipsis_ends(stop, next),
            Kind::Bang | Kind::Wide => self.bang_ends(stop, next),
        }
    }

    /// "over.The", "over."The": a capital straight after a plain word and its stop.
    fn lacks_space(&self, stop: Stop, first: char) -> bool {
        if stop.bracket || !first.is_uppercase() {
            return false;
        }
        let rest = self.text.text(stop.end);
        let len = rest.bytes().take(24).take_while(u8::is_ascii_alphabetic).count();
        let follows = rest.get(..len).unwrap_or("");
        let whole = follows == "I" || follows == "A" || is_plain(follows);
        if !whole
            || follows == "Com"
            || !matches!(self.text.byte(stop.end + len), Some(b' ' | b'\'' | b',' | b'\n' | 0xE2))
        {
            return false;
        }
        let (_, word) = self.text.word_before(stop.at, self.start);
        let plain =
            word.len() < 24 && is_plain(word) && (word.starts_with(char::is_lowercase) || habit(word).is_none());
        plain && (stop.kind != Kind::Ellipsis || opens(follows))
    }

    /// Whether what is left of the block from `at` is no sentence: marks only, a credit in capitals, or a name under a
    /// quotation.
    fn is_tail(&self, at: usize) -> bool {
        let rest = self.text.text(at);
        if rest.len() > 40 || !rest.contains(char::is_alphanumeric) {
            return rest.len() <= 40;
        }
        if rest.contains(|c| Kind::of(c).is_some()) {
            return false;
        }
        let capitals = rest.contains([' ', '/', '*'])
            && !rest.contains(['"', '”', '\'', ':'])
            && !rest.contains(|c: char| c.is_lowercase() || c.is_numeric());
        let mut names = rest.trim_start_matches(['-', '–', '—', ' ']).split_whitespace();
        let is_name = |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
        let count = names.clone().count();
        let name =
            (2..=4).contains(&count) && names.clone().all(is_name) && names.next().is_some_and(|first| !opens(first));
        capitals || name
    }

    fn bang_ends(&self, stop: Stop, next: Next<'_>) -> bool {
        match next.case {
            Case::Lower => !stop.quote && !stop.bracket && !next.opened && self.is_informal(),
            Case::Digit | Case::Other if next.opened => false,
            Case::Upper if stop.quote => !self.is_attribution(next.at),
            Case::Upper if stop.end == stop.at + 1 && self.text.byte(stop.at) == Some(b'!') => {
                let (_, word) = self.text.word_before(stop.at, self.start);
                opens(next.word) || !matches!(word, "Yahoo" | "Jeopardy" | "E" | "Wham")
            }
            _ => true,
        }
    }

    /// "?" Mayor Lima asked: capitalised words, then a verb of speech.
    fn is_attribution(&self, at: usize) -> bool {
        let mut words = self.text.text(at).split_whitespace().take(5);
        let Some(first) = words.next().filter(|w| w.len() <= 40 && w.starts_with(char::is_uppercase)) else {
            return false;
        };
        if opens(first) {
            return false;
        }
        for word in words {
            if is_speech_verb(word.trim_end_matches([',', '.', ':'])) {
                return true;
            }
            if word.len() > 40 || !word.starts_with(char::is_uppercase) || word.ends_with(',') {
                return false;
            }
        }
        false
    }

    fn ellipsis_ends(&self, stop: Stop, next: Next<'_>) -> bool {
        let omitted = stop.bracket && matches!(self.text.char_before(stop.at), Some('[' | '('));
        // "I ... I never said so": the speaker falters.
        let (_, before) = self.text.word_before(self.text.before_space(stop.at), self.start);
        !omitted && before != next.word && !matches!(next.case, Case::Lower | Case::Other)
    }
}

impl Iterator for Boundaries<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        loop {
            let stop = stop::find(self.text, self.at)?;
            self.at = stop.end;
            if self.ends(stop) {
                self.start = stop.end;
                return Some(stop.end);
            }
        }
    }
}

/// A word of two letters or more, in lower case after the first.
fn is_plain(word: &str) -> bool {
    word.len() > 1
        && word.bytes().all(|b| b.is_ascii_alphabetic())
        && word.bytes().skip(1).all(|b| b.is_ascii_lowercase())
}
