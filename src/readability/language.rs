//! Which language the article seems to be in, and what a reader should know before trusting the rest.

use crate::analysis::{Language, Warning};
use crate::lexicon::{FUNCTION, fold};
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

/// Tells the language from the script and from the commonest words.
#[must_use]
pub fn detect(reading: &Reading<'_>) -> Language {
    let mut hits = [0_u32; LANGUAGES.len()];
    let mut scripts = Scripts::default();
    let mut words = 0;
    let step = reading.tokens.len() / SAMPLE + 1;
    let prose = |token: &&crate::token::Token| token.kind == Kind::Word && !token.glued;
    let sample = reading.tokens.chunks(step * RUN).flat_map(|chunk| chunk.iter().take(RUN));
    for token in sample.filter(prose) {
        let mut buffer = [0; 64];
        let word = fold(token.span.of(reading.text), &mut buffer);
        words += 1;
        scripts.add(word);
        for code in FUNCTION.find(word).unwrap_or("").split(' ') {
            if let Some(i) = LANGUAGES.iter().position(|(known, _)| *known == code) {
                hits[i] += 1;
            }
        }
    }
    if let Some(code) = scripts.code() {
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

/// How many words are written in which script.
#[derive(Default)]
struct Scripts {
    latin: u32,
    cyrillic: u32,
    ukrainian: u32,
    greek: u32,
    hebrew: u32,
    arabic: u32,
    han: u32,
    kana: u32,
    hangul: u32,
}

impl Scripts {
    fn add(&mut self, word: &str) {
        let Some(c) = word.chars().next() else { return };
        match c {
            'а'..='я' | 'ё' => self.cyrillic += 1,
            'і' | 'ї' | 'є' | 'ґ' => self.ukrainian += 1,
            'α'..='ω' | 'ά'..='ώ' => self.greek += 1,
            '\u{5d0}'..='\u{5ea}' => self.hebrew += 1,
            '\u{620}'..='\u{6ff}' => self.arabic += 1,
            '\u{3040}'..='\u{30ff}' => self.kana += 1,
            '\u{4e00}'..='\u{9fff}' => self.han += 1,
            '\u{ac00}'..='\u{d7a3}' => self.hangul += 1,
            _ => self.latin += 1,
        }
    }

    /// The language of a script that leads over Latin letters.
    fn code(&self) -> Option<&'static str> {
        let cyrillic = self.cyrillic + self.ukrainian;
        let slavic = if self.ukrainian * 50 > cyrillic { "uk" } else { "ru" };
        let east = if self.kana * 10 > self.han { "ja" } else { "zh" };
        let all = [
            (cyrillic, slavic),
            (self.greek, "el"),
            (self.hebrew, "he"),
            (self.arabic, "ar"),
            (self.han + self.kana, east),
            (self.hangul, "ko"),
        ];
        all.into_iter().max_by_key(|(count, _)| *count).filter(|(count, _)| *count > self.latin).map(|(_, code)| code)
    }
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
