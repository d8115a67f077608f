//! Marked-up cases from `tests/cases/quote`, and rules that text alone cannot show.

use crate::analysis::{Confidence, OtherKind, QuoteKind};
use crate::{Analysis, Options, analyze};

fn read(text: &str) -> Analysis<'_> {
    analyze(text, &Options::default())
}

/// Takes `[words]q1` marks out of a case.
fn strip(marked: &str) -> String {
    let mut plain = String::new();
    let mut chars = marked.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '[' => {}
            ']' => {
                chars.next();
                while chars.next_if(char::is_ascii_digit).is_some() {}
            }
            _ => plain.push(c),
        }
    }
    plain
}

/// Sets the marks again, from what was read.
fn mark(text: &str, analysis: &Analysis<'_>) -> String {
    let mut spans = Vec::new();
    for quote in &analysis.quotes {
        spans.push((quote.span, format!("]q{}", quote.group + 1)));
        if let Some(speaker) = &quote.speaker {
            spans.push((speaker.mention, format!("]s{}", quote.group + 1)));
        }
    }
    spans.extend(analysis.other_quoted.iter().map(|o| (o.span, "]o".to_owned())));
    spans.sort();
    spans.dedup();
    // A later statement of the same speaker marks the same words again; the first mark is enough.
    spans.dedup_by(|b, a| a.0 == b.0);
    let mut out = String::new();
    let mut at = 0;
    for (span, close) in spans {
        out.push_str(&text[at..span.start as usize]);
        out.push('[');
        out.push_str(span.of(text));
        out.push_str(&close);
        at = span.end as usize;
    }
    out.push_str(&text[at..]);
    out
}

fn check(file: &str) {
    let mut wrong = Vec::new();
    for case in file.split("\n\n") {
        let (notes, lines): (Vec<&str>, Vec<&str>) = case.lines().partition(|line| line.starts_with('#'));
        let marked = lines.join("\n");
        let text = strip(marked.trim());
        let got = mark(&text, &read(&text));
        if got != marked.trim() {
            wrong.push(format!("{}\n  wanted {}\n  got    {got}", notes.join(" "), marked.trim()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn direct_statements() {
    check(include_str!("../../tests/cases/quote/direct.txt"));
}

#[test]
fn mixed_statements() {
    check(include_str!("../../tests/cases/quote/mixed.txt"));
}

#[test]
fn indirect_statements() {
    check(include_str!("../../tests/cases/quote/indirect.txt"));
}

#[test]
fn marks_without_speech() {
    check(include_str!("../../tests/cases/quote/other.txt"));
}

#[test]
fn kinds_of_speakers() {
    check(include_str!("../../tests/cases/quote/speakers.txt"));
}

#[test]
fn paragraphs_with_only_opening_marks_are_one_statement() {
    let text = "Health Minister Jonas Weil said: “The wards were full.\n\n“We asked for staff.\n\n“That is all.”\n\nThe council met.";
    let analysis = read(text);
    let quotes: Vec<_> = analysis.quotes.iter().filter(|q| q.kind == QuoteKind::Direct).collect();
    assert_eq!(quotes.len(), 3);
    assert!(quotes.iter().all(|q| q.group == quotes[0].group && q.speaker.is_some()));
}

#[test]
fn a_mark_that_is_never_closed_stays_in_its_paragraph() {
    let text = "Marlow said: “The wards were full and so on.\n\nThe council met on Monday.\n\nNobody came.";
    let analysis = read(text);
    assert!(analysis.quotes.iter().all(|q| q.span.end as usize <= text.find('\n').unwrap()));
}

#[test]
fn inches_are_measures() {
    let analysis = read("The board is 12\" wide and 3' long, and the '90s ended well.");
    assert!(analysis.quotes.is_empty());
    assert!(analysis.other_quoted.iter().all(|o| o.kind == OtherKind::Measure));
}

/// Each statement as kind, words, speaker and who passes it on.
fn told(text: &str) -> Vec<String> {
    let describe = |quote: &crate::analysis::Quote| {
        let speaker = quote.speaker.as_ref();
        let via = speaker.and_then(|s| s.via.as_ref()).map_or(String::new(), |via| format!(" via {}", via.name));
        format!("{:?} [{}] {}{via}", quote.kind, quote.span.of(text), speaker.map_or("nobody", |s| &s.name))
    };
    read(text).quotes.iter().map(describe).collect()
}

#[test]
fn words_that_somebody_relays_are_of_whom_they_quote() {
    assert_eq!(
        told("Helen Ashdown said that Tobias Renn had told her \"the boats are old.\""),
        [
            "Indirect [that Tobias Renn had told her \"the boats are old.\"] Helen Ashdown",
            "Direct [\"the boats are old.\"] Tobias Renn via Helen Ashdown",
        ]
    );
    // Of oneself nobody relays anything.
    assert_eq!(
        told("Helen Ashdown said she had told the council \"the boats are old.\""),
        ["Mixed [she had told the council \"the boats are old.\"] Helen Ashdown"]
    );
}

#[test]
fn words_quoted_within_quoted_words_have_a_speaker_of_their_own() {
    assert_eq!(
        told("“Tobias Renn told me, ‘The boats are old,’ and left,” said Helen Ashdown."),
        [
            "Direct [“Tobias Renn told me, ‘The boats are old,’ and left,”] Helen Ashdown",
            "Direct [‘The boats are old,’] Tobias Renn via Helen Ashdown",
        ]
    );
    assert_eq!(
        told("“I said, ‘Stay in the harbour,’” Helen Ashdown said."),
        ["Direct [“I said, ‘Stay in the harbour,’”] Helen Ashdown", "Direct [‘Stay in the harbour,’] Helen Ashdown",]
    );
    // Marks without a cue of their own are no second statement.
    assert_eq!(
        told("“We never liked the ‘big plan’ much,” said Helen Ashdown."),
        ["Direct [“We never liked the ‘big plan’ much,”] Helen Ashdown"]
    );
}

#[test]
fn words_within_words_are_counted_once() {
    let analysis = read("“Tobias Renn told me, ‘The boats are old,’ and left,” said Helen Ashdown.");
    let counts: Vec<_> = analysis.speakers.iter().map(|s| (s.name.as_str(), s.words)).collect();
    assert_eq!(counts, [("Helen Ashdown", 10), ("Tobias Renn", 0)]);
}

#[test]
fn who_is_cited_by_a_person_speaks_through_that_person() {
    assert_eq!(
        told("Helen Ashdown quoted Tobias Renn as saying \"the boats are old.\""),
        ["Direct [\"the boats are old.\"] Tobias Renn via Helen Ashdown"]
    );
    assert_eq!(
        told("\"The boats are old,\" said Tobias Renn, according to the police."),
        ["Direct [\"The boats are old,\"] Tobias Renn via the police"]
    );
}

#[test]
fn who_keeps_their_name_back_is_anonymous_and_the_outlet_relays() {
    let text = "The plan is dead, the Harbour Post cited an anonymous source familiar with the issue as saying.";
    let analysis = read(text);
    let speaker = analysis.quotes[0].speaker.as_ref().unwrap();
    assert!(speaker.anonymous);
    assert_eq!(speaker.entity, None);
}

#[test]
fn certain_sieves_are_sure() {
    let analysis = read("\"We open on Monday,\" said Ines Marlow.");
    assert_eq!(analysis.quotes[0].speaker.as_ref().unwrap().confidence, Confidence::Sure);
}

#[test]
fn the_table_counts_words_inside_marks() {
    let text = "\"We open on Monday,\" said Ines Marlow. \"We close.\" Officials said the bridge was safe.";
    let analysis = read(text);
    assert_eq!(analysis.speakers[0].name, "Ines Marlow");
    assert_eq!(analysis.speakers[0].words, 6);
    assert_eq!(analysis.speakers[0].cues[0].lemma, "say");
    assert_eq!(analysis.speakers.iter().map(|s| s.quotes.len()).sum::<usize>(), analysis.quotes.len());
}

#[test]
fn any_text_is_read() {
    let hostile = [
        String::new(),
        "\0".to_owned(),
        "\"".to_owned(),
        "”“".to_owned(),
        "\" ".repeat(20_000),
        "“".repeat(20_000),
        "' ".repeat(20_000),
        "said ".repeat(10_000),
        "according to ".repeat(10_000),
        "🎉\"🎉\" said 🎉.".repeat(500),
        "«שלום» אמר הוא. ".repeat(500),
        "He said, \"x, ".repeat(3_000),
        "the boats were safe, according to the council, ".repeat(2_000),
        "he said the \"x\" was and the \"y\" of, ".repeat(2_000),
        "[a](\"b\")**\"**".repeat(500),
    ];
    for text in hostile {
        let analysis = read(&text);
        for quote in &analysis.quotes {
            assert!(analysis.text.get(quote.span.start as usize..quote.span.end as usize).is_some());
        }
    }
}
