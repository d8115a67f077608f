//! Whole articles with their whole results, as text that a human can read.
//!
//! `tests/articles/NAME.txt` is an article, `NAME.expect` what is read in it. `UPDATE_EXPECT=1 cargo test` writes the
//! answers anew; `git diff` is then the review of every change to a rule or a model.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use copydesk::analysis::{Analysis, Form, MentionRule};
use copydesk::{Options, Span, analyze};

/// Columns of the printed text.
const WIDTH: usize = 110;

/// One line under the words: where, and what is said about it.
struct Note {
    span: Span,
    text: String,
}

fn notes(analysis: &Analysis<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut add = |span: Span, text: String| notes.push(Note { span, text });
    for quote in &analysis.quotes {
        let kind = format!("{:?}", quote.kind).to_lowercase();
        let said = quote.speaker.as_ref().map_or("no speaker".to_owned(), |speaker| {
            let via = speaker.via.as_ref().map_or(String::new(), |via| format!(" via {}", via.name));
            let anonymous = if speaker.anonymous { ", anonymous" } else { "" };
            let words = speaker.mention.of(&analysis.text);
            let confidence = format!("{:?}", speaker.confidence).to_lowercase();
            format!("{}{anonymous}{via} by {words:?} ({}, {confidence})", speaker.name, speaker.rule.name())
        });
        let cue = quote.cue.as_ref().map_or(String::new(), |cue| format!(", cue {}", cue.lemma));
        add(quote.span, format!("quote {} {kind}: {said}{cue}", quote.group));
    }
    for other in &analysis.other_quoted {
        add(other.span, format!("{} ({})", format!("{:?}", other.kind).to_lowercase(), other.rule.name()));
    }
    for mention in &analysis.mentions {
        let entity = &analysis.entities[mention.entity as usize];
        let rule = match mention.rule {
            MentionRule::Name(rule) => rule.name(),
            MentionRule::Link(rule) => rule.name(),
        };
        let kind = format!("{:?}", entity.kind).to_lowercase();
        match mention.form {
            Form::Name => add(mention.span, format!("{kind}: {} ({rule})", entity.name)),
            Form::Nominal | Form::Pronoun => add(mention.span, format!("= {} ({rule})", entity.name)),
        }
    }
    for date in &analysis.dates {
        let basis = format!("{:?}", date.basis).to_lowercase();
        add(date.span, format!("date {} ({}, {basis})", date.value.as_deref().unwrap_or("?"), date.rule.name()));
    }
    for finding in &analysis.findings {
        let quoted = if finding.inside_quote { ", in quoted words" } else { "" };
        add(finding.span, format!("{:?}: {} ({}{quoted})", finding.kind, finding.note, finding.rule.name()));
    }
    notes.sort_by_key(|note| (note.span.start, u32::MAX - note.span.end));
    notes
}

/// Breaks a sentence at white space into pieces of at most `WIDTH` columns where that is possible.
fn pieces(text: &str, span: Span) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = span.start;
    let mut last_break = None;
    for (at, c) in span.of(text).char_indices() {
        let at = span.start + at as u32;
        if c == '\n' || c == ' ' && (at - start) as usize > WIDTH {
            let end = if c == '\n' { at } else { last_break.unwrap_or(at) };
            pieces.push(Span::new(start, end));
            start = end + 1;
        }
        if c == ' ' {
            last_break = Some(at);
        }
    }
    pieces.push(Span::new(start, span.end));
    pieces.retain(|piece| !piece.of(text).trim().is_empty());
    pieces
}

fn columns(text: &str) -> usize {
    text.chars().count()
}

fn render(analysis: &Analysis<'_>) -> String {
    let text: &str = &analysis.text;
    let notes = notes(analysis);
    let mut out = String::new();
    let published = analysis.published.as_ref().map_or("unknown", |published| published.value.as_str());
    let _ = writeln!(out, "published {published}, language {}\n", analysis.language.code);
    let mut block = u32::MAX;
    for sentence in &analysis.sentences {
        if sentence.block != block {
            block = sentence.block;
            let record = &analysis.blocks[block as usize];
            let prose = if record.prose { "" } else { ", not prose" };
            let _ = writeln!(out, "-- {:?} ({}){prose}", record.kind, record.rule.name());
        }
        for piece in pieces(text, sentence.span) {
            let _ = writeln!(out, "{}", piece.of(text));
            for note in notes.iter().filter(|note| piece.start <= note.span.start && note.span.start < piece.end) {
                let before = columns(Span::new(piece.start, note.span.start).of(text));
                let covered = Span::new(note.span.start, note.span.end.min(piece.end)).of(text);
                let goes_on = if note.span.end > piece.end { "…" } else { "" };
                let _ = writeln!(out, "{}{}{goes_on} {}", " ".repeat(before), "^".repeat(columns(covered)), note.text);
            }
        }
        let grade = sentence.grade.map_or("-".to_owned(), |grade| format!("{grade:.1}"));
        let _ = writeln!(
            out,
            "   = {} words, {} syllables, grade {grade}, {:?}",
            sentence.words, sentence.syllables, sentence.difficulty
        );
    }
    let counts = &analysis.readability.counts;
    let _ = writeln!(out, "\n{} words, {} sentences, {} syllables", counts.words, counts.sentences, counts.syllables);
    for speaker in &analysis.speakers {
        let cues: Vec<String> = speaker.cues.iter().map(|cue| format!("{} {}", cue.lemma, cue.count)).collect();
        let _ = writeln!(
            out,
            "speaker {}: {} quotes, {} words, {}",
            speaker.name,
            speaker.quotes.len(),
            speaker.words,
            cues.join(", ")
        );
    }
    for entity in &analysis.entities {
        let kind = format!("{:?}", entity.kind).to_lowercase();
        let role = entity.role.as_ref().map_or(String::new(), |role| format!(", {role}"));
        let also =
            if entity.aliases.is_empty() { String::new() } else { format!(", also {}", entity.aliases.join(" | ")) };
        let _ = writeln!(
            out,
            "{kind} {}{role}{also}: {} mentions, {:.2}",
            entity.name,
            entity.mentions.len(),
            entity.salience
        );
    }
    for warning in &analysis.warnings {
        let _ = writeln!(out, "warning {}: {}", warning.code, warning.message);
    }
    out
}

#[test]
fn articles_are_read_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let update = env::var_os("UPDATE_EXPECT").is_some();
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("readable").map(|entry| entry.expect("readable").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    assert!(!paths.is_empty(), "no article was read");
    for path in paths {
        let text = fs::read_to_string(&path).expect("readable");
        let analysis = analyze(&text, &Options { tokens: true, ..Options::default() });
        support::validate(&analysis);
        let got = render(&analysis);
        let expect = path.with_extension("expect");
        if update {
            fs::write(&expect, &got).expect("readable");
        }
        let want = fs::read_to_string(&expect).unwrap_or_default();
        if want != got {
            let at = want
                .lines()
                .zip(got.lines())
                .position(|(a, b)| a != b)
                .unwrap_or(want.lines().count().min(got.lines().count()));
            let line = |text: &str| text.lines().nth(at).unwrap_or("(end)").to_owned();
            panic!("{} differs at line {}:\n  want {}\n  got  {}", path.display(), at + 1, line(&want), line(&got));
        }
    }
}
