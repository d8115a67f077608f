//! A text and short looks into it: no look reaches further than a fixed number of characters.

/// How far a look reaches to either side, in bytes.
const REACH: usize = 96;

/// A text to look into.
#[derive(Clone, Copy, Debug)]
pub struct Look<'t>(pub &'t str);

/// What comes after a stop.
#[derive(Clone, Copy, Debug)]
pub struct Next<'t> {
    /// Where its first character stands, opening marks included.
    pub at: usize,
    /// Whether opening marks stand before the word.
    pub opened: bool,
    /// The word itself, at most its first letters.
    pub word: &'t str,
    /// How it begins.
    pub case: Case,
    /// Whether it is a single capital with a stop: "J." in "J. Marlow".
    pub initial: bool,
}

/// How a word begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// With a capital.
    Upper,
    /// With a small letter.
    Lower,
    /// "iPhone", "wikiPlan": a name in spite of its first letter; also an address.
    Brand,
    /// With a digit.
    Digit,
    /// With a letter of a script that has no capitals.
    Caseless,
    /// With something else.
    Other,
}

impl<'t> Look<'t> {
    /// The text from `at` on.
    pub fn text(self, at: usize) -> &'t str {
        self.0.get(at..).unwrap_or("")
    }

    /// The bytes from `at` on.
    pub fn bytes_from(self, at: usize) -> &'t [u8] {
        self.0.as_bytes().get(at..).unwrap_or(&[])
    }

    /// The byte at `at`.
    pub fn byte(self, at: usize) -> Option<u8> {
        self.0.as_bytes().get(at).copied()
    }

    /// The character that begins at `at`.
    pub fn char(self, at: usize) -> Option<char> {
        self.0.get(at..)?.chars().next()
    }

    /// The character that ends at `at`.
    pub fn char_before(self, at: usize) -> Option<char> {
        self.0.get(..at)?.chars().next_back()
    }

    /// The words from `start` to `end`.
    pub fn between(self, start: usize, end: usize) -> &'t str {
        self.0.get(start..end).unwrap_or("")
    }

    /// Where the white space before `at` begins.
    pub fn before_space(self, at: usize) -> usize {
        let mut end = at;
        while let Some(c) = self.char_before(end).filter(|c| c.is_whitespace() && at - end < REACH) {
            end -= c.len_utf8();
        }
        end
    }

    /// What follows `from`; `None` when only space does.
    pub fn next(self, from: usize) -> Option<Next<'t>> {
        let rest = self.text(from);
        let at = from + rest.len() - rest.trim_start().len();
        let mut word_at = at;
        let mut opened = false;
        for c in self.text(at).chars().take(8) {
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
        let tail = self.text(word_at);
        let first = tail.chars().next()?;
        let len = tail.chars().take(24).take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum();
        let word = tail.get(..len).unwrap_or("");
        let case = if first.is_uppercase() {
            Case::Upper
        } else if first.is_lowercase() {
            let address = matches!(word, "http" | "https" | "www");
            if address || word.chars().any(char::is_uppercase) { Case::Brand } else { Case::Lower }
        } else if first.is_numeric() {
            Case::Digit
        } else if first.is_alphabetic() {
            Case::Caseless
        } else {
            Case::Other
        };
        let initial =
            case == Case::Upper && word.chars().nth(1).is_none() && tail.get(len..).is_some_and(|t| t.starts_with('.'));
        Some(Next { at, opened, word, case, initial })
    }

    /// The word that ends at `at`, from the space or mark before it, and where it begins; not before `least`.
    pub fn word_before(self, at: usize, least: usize) -> (usize, &'t str) {
        let mut start = at;
        while start > least && at - start < REACH {
            let Some(c) = self.char_before(start) else { break };
            if c.is_whitespace()
                || matches!(c, '(' | '[' | '"' | '“' | '”' | '‘' | '—' | '–' | '-' | '/' | ',' | ';' | ':' | ')')
            {
                break;
            }
            start -= c.len_utf8();
        }
        (start, self.between(start, at))
    }
}
