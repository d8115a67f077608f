//! The rules of the house, read off the source.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in the order in which the article walks through them.
const ROOMS: [&str; 8] = ["article", "sentence", "token", "tag", "name", "entity", "quote", "readability"];
/// What every room may use.
const COMMONS: [&str; 9] = ["analysis", "calendar", "lexicon", "model", "options", "recent", "rule", "span", "reading"];
/// Only the last four rooms sit at the desk that the first four laid.
const FIRST_AT_THE_DESK: usize = 4;
/// Files stay readable in one sitting; tables may be longer.
const MOST_LINES: usize = 400;

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("readable") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("readable");
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

/// The top-level modules that a source file names behind `crate::`, outside comments.
fn edges(text: &str) -> Vec<String> {
    let code: String =
        text.lines().filter(|line| !line.trim_start().starts_with("//")).fold(String::new(), |mut all, line| {
            all.push_str(line);
            all.push(' ');
            all
        });
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = code[at + "crate::".len()..].trim_start();
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 1;
            let mut item = String::new();
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 1 => found.push(first_segment(&std::mem::take(&mut item))),
                    _ if depth == 1 => item.push(c),
                    _ => {}
                }
                if depth == 0 {
                    break;
                }
            }
            found.push(first_segment(&item));
        } else {
            found.push(first_segment(rest));
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

fn first_segment(path: &str) -> String {
    path.trim().chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
}

#[test]
fn rooms_look_back_and_never_forward() {
    let mut seen = 0;
    for (room, name) in ROOMS.iter().enumerate() {
        for (path, text) in sources(&format!("src/{name}")) {
            for edge in edges(&text) {
                let tests = path.ends_with("tests.rs") || path.parent().is_some_and(|folder| folder.ends_with("tests"));
                if tests && (edge == "analyze" || edge == "Options") {
                    continue;
                }
                seen += 1;
                let back = ROOMS[..=room].contains(&edge.as_str());
                let common = COMMONS.contains(&edge.as_str()) && (edge != "reading" || room >= FIRST_AT_THE_DESK);
                // Vocabulary types are exported at the root; a lower-case name is a module.
                let vocabulary = edge.starts_with(char::is_uppercase);
                assert!(back || common || vocabulary, "{} uses crate::{edge}", path.display());
            }
        }
    }
    assert!(seen > 40, "the reader of `use crate::` lines saw only {seen}");
}

#[test]
fn the_edge_reader_sees_groups_and_inline_paths() {
    let text =
        "use crate::{article::{Block, split}, span::Span};\nlet x = crate::quote::attribute();\n// crate::wire\n";
    assert_eq!(edges(text), ["article", "span", "quote"]);
}

#[test]
fn only_the_boundary_knows_javascript() {
    for (path, text) in sources("src") {
        let knows = ["wasm_bindgen", "js_sys", "web_sys"].iter().any(|name| text.contains(name));
        assert!(!knows || path.ends_with("src/wasm.rs"), "{} knows JavaScript", path.display());
    }
}

#[test]
fn only_the_wire_counts_in_utf16() {
    for (path, text) in sources("src") {
        let at_the_wire = path.components().any(|part| part.as_os_str() == "wire") || path.ends_with("src/wasm.rs");
        let knows = text.contains("len_utf16") || text.contains("encode_utf16");
        assert!(!knows || at_the_wire, "{} counts in UTF-16", path.display());
    }
}

#[test]
fn the_core_asks_no_clock_no_file_and_no_chance() {
    for (path, text) in sources("src") {
        // Trainers and tests read files; the core does not.
        let trains =
            path.components().any(|part| matches!(part.as_os_str().to_str(), Some("train" | "bin" | "tests.rs")));
        for forbidden in ["std::fs", "std::time", "std::env", "std::net", "std::thread", "rand::", "RandomState"] {
            assert!(trains || !text.contains(forbidden), "{} uses {forbidden}", path.display());
        }
    }
}

#[test]
fn files_are_short_and_nothing_is_left_undone() {
    for folder in ["src", "tests"] {
        for (path, text) in sources(folder) {
            let lines = text.lines().count();
            let table = text.contains("//! Table:");
            assert!(lines <= MOST_LINES || table, "{} has {lines} lines", path.display());
            for left in [
                concat!("TO", "DO"),
                concat!("FIX", "ME"),
                concat!("#[ign", "ore"),
                concat!("todo", "!("),
                concat!("unsafe", " {"),
            ] {
                assert!(!text.contains(left), "{} contains {left}", path.display());
            }
        }
    }
}
