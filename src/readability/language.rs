//! Which language the article seems to be in, and what a reader should know before trusting the rest.

use super::lookup::Lookup;
use crate::analysis::{Language, Warning};
use crate::lexicon::FUNCTION;
use crate::reading::Reading;
use crate::token::Kind;

/// Languages told apart by their commonest words, each with its name.
const LANGUAGES: [(&str, &str); 10] = [
    ("en", "English"),
    ("es", "Spanish"),
    ("fr", "French"),
    ("de", "German"),
    ("it", "Italian"),
    ("pt", "Portuguese"),
    ("nl", "Dutch"),
    ("sv", "Swedish"),
    ("da", "Danish"),
    ("pl", "Polish"),
];

/// So many tokens tell as much as all of them.
const SAMPLE: usize = 500;
/// They are taken so many in a row: single ones at even distances would always be the same word of a text that repeats.
const RUN: usize = 25;
/// Below so many words nothing can be told.
const FEW: u32 = 4;

/// What one word, already in lower case, tells of the language.
#[derive(Clone, Copy, Debug)]
pub struct Signs {
    /// Which of [`LANGUAGES`] have it among their commonest words, a bit each.
    common: u16,
    /// That of its first character; `None` when there is none.
    script: Option<Script>,
}

impl Signs {
    /// Looks at a word.
    pub fn of(word: &str) -> Self {
        let bit = |code: &str| LANGUAGES.iter().position(|(known, _)| *known == code).map_or(0, |at| 1 << at);
        let common = FUNCTION.find(word).map_or(0, |codes| codes.split(' ').map(bit).fold(0, |all, bit| all | bit));
        Self { common, script: word.chars().next().map(Script::of) }
    }
}

/// Tells the language from the script and from the commonest words.
#[must_use]
#[inline(never)]
pub fn detect(reading: &Reading<'_>, lookup: &Lookup<'_>) -> Language {
    let mut hits = [0_u32; LANGUAGES.len()];
    let mut scripts = [0; SCRIPTS];
    let mut words = 0;
    let count = reading.tokens.len();
    let step = count / SAMPLE + 1;
    for from in (0..count).step_by(step * RUN) {
        for at in from..count.min(from + RUN) {
            let prose = reading.tokens.get(at).is_some_and(|token| token.kind == Kind::Word && !token.glued);
            let Some(entry) = lookup.shared(at).filter(|_| prose) else { continue };
            words += 1;
            if let Some(script) = entry.signs.script {
                scripts[script as usize] += 1;
            }
            let mut common = entry.signs.common;
            while common != 0 {
                hits[common.trailing_zeros() as usize] += 1;
                common &= common - 1;
            }
        }
    }
    if let Some(code) = code(&scripts) {
        return Language { code, confidence: 0.9 };
    }
    let best = (0..hits.len()).max_by_key(|&i| (hits[i], usize::MAX - i)).unwrap_or(0);
    let second = (0..hits.len()).filter(|&i| i != best).map(|i| hits[i]).max().unwrap_or(0);
    // Running text of any of these languages has a quarter of such words and more; names and lists have none.
    if words < FEW || hits[best] * 12 < words {
        return Language { code: "und", confidence: 0.0 };
    }
    let lead = f64::from(hits[best] - second) / f64::from(hits[best]);
    let amount = f64::from(words.min(50)) / 50.0;
    Language { code: LANGUAGES[best].0, confidence: lead * amount.sqrt() }
}

/// The scripts that are told apart.
#[derive(Clone, Copy, Debug)]
enum Script {
    Latin,
    Cyrillic,
    Ukrainian,
    Greek,
    Hebrew,
    Arabic,
    Han,
    Kana,
    Hangul,
}

const SCRIPTS: usize = Script::Hangul as usize + 1;

impl Script {
    fn of(c: char) -> Self {
        match c {
            'а'..='я' | 'ё' => Self::Cyrillic,
            'і' | 'ї' | 'є' | 'ґ' => Self::Ukrainian,
            'α'..='ω' | 'ά'..='ώ' => Self::Greek,
            '\u{5d0}'..='\u{5ea}' => Self::Hebrew,
            '\u{620}'..='\u{6ff}' => Self::Arabic,
            '\u{3040}'..='\u{30ff}' => Self::Kana,
            '\u{4e00}'..='\u{9fff}' => Self::Han,
            '\u{ac00}'..='\u{d7a3}' => Self::Hangul,
            _ => Self::Latin,
        }
    }
}

/// The language of a script that leads over Latin letters, by how many words are written in each.
fn code(words: &[u32; SCRIPTS]) -> Option<&'static str> {
    let of = |script: Script| words[script as usize];
    let cyrillic = of(Script::Cyrillic) + of(Script::Ukrainian);
    let slavic = if of(Script::Ukrainian) * 50 > cyrillic { "uk" } else { "ru" };
    let east = if of(Script::Kana) * 10 > of(Script::Han) { "ja" } else { "zh" };
    let all = [
        (cyrillic, slavic),
        (of(Script::Greek), "el"),
        (of(Script::Hebrew), "he"),
        (of(Script::Arabic), "ar"),
        (of(Script::Han) + of(Script::Kana), east),
        (of(Script::Hangul), "ko"),
    ];
    let most = all.into_iter().max_by_key(|(count, _)| *count);
    most.filter(|(count, _)| *count > of(Script::Latin)).map(|(_, code)| code)
}

/// What a reader should know before trusting the figures.
#[must_use]
pub fn warnings(language: Language, words: u32) -> Vec<Warning> {
    let mut out = Vec::new();
    let mut warn = |code, message| out.push(Warning { code, message, span: None });
    if words == 0 {
        warn("no-prose", "No running text was found, so there is nothing to measure.".to_owned());
    } else if words < super::SAMPLE_WORDS {
        let message = format!("Only {words} words of running text: formulas were made on samples of 100 and more.");
        warn("too-short", message);
    }
    match language.code {
        "en" => {}
        "und" if words < super::SAMPLE_WORDS => {}
        "und" => warn("not-english", "This does not look like English, so the figures mean little.".to_owned()),
        code => {
            let name = LANGUAGES.iter().find(|(known, _)| *known == code).map_or("another language", |(_, name)| *name);
            let message =
                format!("This seems to be {name}: syllables, names, quotes and formulas are made for English.");
            warn("not-english", message);
        }
    }
    out
}
