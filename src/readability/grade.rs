//! One grade out of several, and the grade of one sentence.

use super::words::Word;
use super::{Grade, Scores};
use crate::analysis::{self, Difficulty};
use crate::sentence::Sentence;

/// The formulas that give an American school grade and rest on different counts, in the order in which [`of`] takes them.
/// Their median is steadier than any vote among rounded grades.
const FROM: [&str; 5] = ["fleschKincaidGrade", "gunningFog", "smog", "ariLettersDigits", "colemanLiau"];

/// The median grade of several formulas, with the lowest and the highest.
#[must_use]
pub fn of(scores: &Scores) -> Grade {
    let grades =
        [scores.flesch_kincaid_grade, scores.gunning_fog, scores.smog, scores.ari_letters_digits, scores.coleman_liau];
    let mut grades: Vec<f64> = grades.into_iter().flatten().collect();
    grades.sort_by(f64::total_cmp);
    Grade {
        median: grades.get(grades.len() / 2).copied(),
        low: grades.first().copied(),
        high: grades.last().copied(),
        from: FROM.to_vec(),
    }
}

/// From this grade and this many words on a sentence is hard: so is about the hardest third of news sentences.
const HARD: (f64, u32) = (14.0, 20);
/// From this grade and this many words on a sentence is very hard: so is about every seventh of them.
const VERY_HARD: (f64, u32) = (18.0, 28);

/// The numbers of one sentence.
pub fn sentence<'w>(sentence: &Sentence, words: impl Iterator<Item = &'w Word>) -> analysis::Sentence {
    let mut out = analysis::Sentence {
        span: sentence.span,
        block: sentence.block,
        prose: sentence.prose,
        words: 0,
        syllables: 0,
        letters: 0,
        polysyllables: 0,
        grade: None,
        difficulty: Difficulty::Plain,
    };
    for word in words {
        out.words += 1;
        out.syllables += word.syllables;
        out.letters += word.letters;
        out.polysyllables += u32::from(word.syllables >= 3);
    }
    if out.words > 0 {
        let count = f64::from(out.words);
        let grade = 0.39 * count + 11.8 * f64::from(out.syllables) / count - 15.59;
        out.grade = Some(grade);
        out.difficulty = difficulty(grade, out.words);
    }
    out
}

fn difficulty(grade: f64, words: u32) -> Difficulty {
    let reaches = |(least, most): (f64, u32)| grade >= least && words >= most;
    if reaches(VERY_HARD) {
        Difficulty::VeryHard
    } else if reaches(HARD) {
        Difficulty::Hard
    } else {
        Difficulty::Plain
    }
}
