//! Runs the cases of `cases/readability`.

use copydesk::analysis::FindingKind;
use copydesk::readability::syllables;
use copydesk::{Options, analyze};

const ALOUD: &str = include_str!("cases/readability/aloud.cases");
const PASSIVES: &str = include_str!("cases/readability/passives.cases");
const SYLLABLES: &str = include_str!("cases/readability/syllables.cases");

fn cases(file: &str) -> impl Iterator<Item = &str> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[test]
fn passives_are_marked() {
    for case in cases(PASSIVES) {
        let text = case.replace(['[', ']'], "");
        let analysis = analyze(&text, &Options::default());
        let mut marked = text.clone();
        for finding in analysis.findings.iter().rev().filter(|f| f.kind == FindingKind::Passive) {
            marked.insert(finding.span.end as usize, ']');
            marked.insert(finding.span.start as usize, '[');
        }
        assert_eq!(marked, case);
    }
}

#[test]
fn syllables_are_counted() {
    for case in cases(SYLLABLES) {
        let (word, count) = case.split_once(' ').unwrap();
        assert_eq!(syllables(word).to_string(), count, "{word}");
    }
}

#[test]
fn what_is_spoken_is_counted_when_asked_for() {
    for case in cases(ALOUD) {
        let (text, count) = case.rsplit_once(" | ").unwrap();
        let options = Options { read_aloud: true, tokens: true, ..Options::default() };
        let tokens = analyze(text, &options).tokens.unwrap();
        let spoken: u32 = tokens.iter().map(|token| token.syllables).sum();
        assert_eq!(spoken.to_string(), count, "{text}");
    }
}
