//! The native engine's answers for every text of the tests, left as JSON where `tests/npm/same.test.mjs` compares them with
//! those of Node, of the browser and of workers.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;
use std::thread;

use copydesk::{Options, analyze, wire};
use serde_json::{Map, Value};

/// Every `.txt` below a folder, by its path from there.
fn texts(root: &Path, inside: &str, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(root.join(inside)).expect("readable") {
        let entry = entry.expect("readable");
        let path = format!("{inside}/{}", entry.file_name().to_str().expect("a plain name"));
        if entry.file_type().expect("known").is_dir() {
            texts(root, &path, found);
        } else if entry.path().extension().is_some_and(|extension| extension == "txt") {
            found.push((path.clone(), fs::read_to_string(root.join(&path)).expect("UTF-8")));
        }
    }
}

/// All of them.
fn all_texts() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in ["articles", "cases"] {
        texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests"), folder, &mut found);
    }
    assert!(found.len() > 8, "only {} texts", found.len());
    found
}

#[test]
fn every_text_has_an_answer_that_is_json() {
    let answers: Map<String, Value> = all_texts()
        .into_iter()
        .map(|(path, text)| {
            let analysis = wire::to_utf16(analyze(&text, &Options { tokens: true, ..Options::default() }));
            let answer = serde_json::to_value(&analysis).expect("JSON");
            assert_eq!(answer["text"], Value::String(text.clone()), "{path}");
            // As text, since a map of serde_json forgets the order of fields, which is part of the answer.
            (path, Value::String(serde_json::to_string(&analysis).expect("JSON")))
        })
        .collect();
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("answers.json");
    fs::write(place, serde_json::to_string(&answers).expect("JSON")).expect("writable");
}

/// What writers do to an article between two readings.
fn edited(text: &str) -> Vec<String> {
    let blocks: Vec<&str> = text.split("\n\n").collect();
    let (head, tail) = blocks.split_at(blocks.len() / 2);
    vec![
        tail.join("\n\n"),
        [tail, head].concat().join("\n\n"),
        [text, text].join("\n\n"),
        blocks.iter().map(|block| format!("**{block}**")).collect::<Vec<_>>().join("\n\n"),
        text.split(' ').enumerate().filter(|(i, _)| i % 7 != 3).map(|(_, word)| word).collect::<Vec<_>>().join(" "),
        text.replace(" said", " says").replace(". ", ", "),
        text.replace(" the ", " ").to_uppercase(),
        ["-", ".", "'", "$", "%"].iter().fold(text.to_owned(), |text, sign| text.replace(sign, &format!(" {sign}"))),
        text.to_owned(),
    ]
}

/// What is remembered from one reading to the next is remembered on the thread that read.
#[test]
fn an_edited_article_is_answered_as_if_no_other_had_been_read() {
    let answer = |text: &str| serde_json::to_string(&analyze(text, &Options::default())).expect("JSON");
    for (path, text) in all_texts() {
        answer(&text);
        for (which, edited) in edited(&text).into_iter().enumerate() {
            let again = answer(&edited);
            let anew = thread::scope(|scope| scope.spawn(|| answer(&edited)).join().expect("an answer"));
            assert_eq!(again, anew, "{path}, edit {which}");
        }
    }
}
