use super::*;

mod findings;

fn hundred() -> Counts {
    Counts {
        words: 100,
        sentences: 5,
        syllables: 150,
        letters: 470,
        strokes: 490,
        polysyllables: 12,
        monosyllables: 66,
        long_words: 22,
        miniwords: 40,
        fog_complex: 9,
        difficult_dale_chall: 18,
        unfamiliar_spache_unique: 20,
    }
}

#[test]
fn the_grade_is_that_of_the_formulas_it_names() {
    let scores = scores(&hundred());
    let grade = grade::of(&scores);
    let mut named: Vec<f64> = grade.from.iter().filter_map(|name| scores.get(name)).collect();
    named.sort_by(f64::total_cmp);
    assert_eq!((grade.low, grade.median, grade.high), (Some(named[0]), Some(named[2]), Some(named[4])));
}

#[test]
fn formulas_of_a_round_sample_follow_their_papers() {
    let got = scores(&hundred());
    for (name, want) in [
        ("fleschReadingEase", 59.635),
        ("fleschKincaidGrade", 9.91),
        ("gunningFog", 11.6),
        ("smog", 11.979_248),
        ("ari", 11.649),
        ("colemanLiau", 10.356),
        ("daleChall1948", 7.4707),
        ("daleChallNew1995Cloze", 33.1),
        ("spacheRevised1974", 4.719),
        ("linsearWrite", 12.4),
        ("forcast", 10.1),
        ("lix", 42.0),
        ("coleman1971_1", 46.69),
        ("itGulpease", 57.0),
    ] {
        let value = got.get(name).unwrap();
        assert!((value - want).abs() < 1e-6, "{name}: {value} for {want}");
    }
}

#[test]
fn nothing_to_count_gives_no_score() {
    assert!(scores(&Counts::default()).entries().all(|(_, value)| value.is_none()));
    assert!(scores(&Counts { sentences: 0, ..hundred() }).entries().all(|(_, value)| value.is_none()));
}

#[test]
fn every_formula_has_a_name_and_a_source_of_its_own() {
    assert_eq!(FORMULAS.len(), 48);
    for (i, formula) in FORMULAS.iter().enumerate() {
        assert!(!formula.source.is_empty() && !formula.about.is_empty());
        assert!(FORMULAS[..i].iter().all(|other| other.name != formula.name), "{}", formula.name);
    }
}

#[test]
fn hostile_text_is_measured_without_harm() {
    let many = "x".repeat(100_000);
    for text in ["", "\0", "🎉", "مرحبا بالعالم", "** []() #", many.as_str(), "----", "'''''", "a-b-c-"] {
        let analysis = crate::analyze(text, &Options { tokens: true, ..Options::default() });
        assert!(analysis.readability.reading_seconds >= 0.0);
    }
}

#[test]
fn syllables_follow_speech_and_take_the_shorter_reading() {
    for (word, want) in [
        ("mayor", 2),
        ("Mayor's", 2),
        ("house", 1),
        ("houses", 2),
        ("walked", 1),
        ("wanted", 2),
        ("create", 2),
        ("area", 3),
        ("every", 2),
        ("businesses", 3),
        ("rhythm", 2),
        ("isn't", 2),
        ("don’t", 1),
        ("judge’s", 2),
        ("newspaper", 3),
        ("well-known", 2),
        ("15-year-old", 3),
        ("café", 2),
        ("naïve", 2),
        ("2025", 1),
        ("3.5", 1),
        ("U.S.", 1),
        ("p.m.", 1),
        ("St.", 1),
        ("pdf", 3),
        ("", 0),
        ("—", 0),
        ("...", 0),
    ] {
        assert_eq!(syllables(word), want, "{word}");
    }
}

#[test]
fn a_word_without_end_costs_no_more_than_its_letters() {
    assert!(syllables(&"ba".repeat(100_000)) > 50_000);
    assert!(syllables(&"-".repeat(100_000)) == 0);
}

#[test]
fn the_language_is_told_and_a_foreign_one_warned_of() {
    let options = Options::default();
    let english = "The ferry is late again, and the people on the quay are not happy with it.";
    let spanish = "El barco llega tarde otra vez y la gente en el muelle no está contenta con los retrasos.";
    let german = "Die Fähre ist wieder zu spät, und die Leute auf dem Kai sind nicht froh über das Wetter.";
    let russian = "Паром снова опаздывает, и люди на причале недовольны.";
    for (text, code) in [(english, "en"), (spanish, "es"), (german, "de"), (russian, "ru"), ("", "und"), ("Xq", "und")]
    {
        assert_eq!(crate::analyze(text, &options).language.code, code, "{text}");
    }
    let codes = |text: &str| crate::analyze(text, &options).warnings.iter().map(|w| w.code).collect::<Vec<_>>();
    assert_eq!(codes(english), ["too-short"]);
    assert_eq!(codes(spanish), ["too-short", "not-english"]);
    assert_eq!(codes(""), ["no-prose"]);
}

#[test]
fn initials_count_one_and_capitals_shouted_do_not() {
    let count = |text: &str| crate::analyze(text, &Options::default()).readability.counts.syllables;
    assert_eq!(count("She left NATO and the U.S. in 2024."), 8);
    assert_eq!(count("STORM HITS TOWN HALL AGAIN."), 6);
}

#[test]
fn quoted_words_can_be_left_out() {
    let spans = quoted_spans(&Said::default());
    assert!(spans.is_empty());
    let text = "The ferry left at noon and the quay was quiet. It came back late.";
    let readability = crate::analyze(text, &Options::default()).readability;
    assert_eq!(readability.counts, readability.without_quotes.counts);
    assert_eq!(readability.counts.sentences, 2);
}

#[test]
fn single_blocks_count_when_asked_for() {
    let text = "Ferry runs aground\n\nPORT MARROW, March 14 — The ferry left at noon and the quay was quiet.\n\n\
        Related article: Island schools close as storm cuts cable";
    let measured = |options| {
        let analysis = crate::analyze(text, &options);
        let Readability { counts, .. } = analysis.readability;
        (counts.words, counts.sentences, analysis.findings)
    };
    let with = |include_blocks| measured(Options { include_blocks, ..Options::default() });
    let of = |include_blocks| with(include_blocks).0;
    let analysis = crate::analyze(text, &Options::default());
    assert_eq!(analysis.blocks.iter().map(|block| block.prose).collect::<Vec<_>>(), [false, true, false]);
    assert_eq!([of(&[]), of(&[0]), of(&[2]), of(&[2, 0, 2])], [10, 13, 19, 22]);
    assert_eq!(with(&[7]), with(&[]), "an index of no block changes nothing");
    let all = measured(Options { include_furniture: true, ..Options::default() });
    assert_eq!(with(&[0, 1, 2]), all, "every block asked for is everything, the dateline, too");
}

#[test]
fn markup_inside_a_word_has_no_letters_that_count() {
    let letters = |text: &str| crate::analyze(text, &Options::default()).readability.counts.letters;
    assert_eq!(letters("We saw the **mayor**'s old house."), letters("We saw the mayor's old house."));
    assert_eq!(letters("We saw the [mayor](https://example.com/a)'s house."), letters("We saw the mayor's house."));
}
