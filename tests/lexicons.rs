//! Word lists: sorted, folded, with their origin and licence on top.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::HashMap;
use std::fs;
use std::path::Path;

#[test]
fn every_list_is_sorted_and_says_where_it_comes_from() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
    let mut lists = 0;
    for entry in fs::read_dir(folder).expect("readable") {
        let path = entry.expect("readable").path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        lists += 1;
        let text = fs::read_to_string(&path).expect("readable");
        let head: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
        let said = head.join("\n").to_lowercase();
        assert!(said.contains("origin: "), "{}: no origin", path.display());
        assert!(said.contains("licence: "), "{}: no licence", path.display());
        let keys: Vec<&str> =
            text.lines().skip(head.len()).map(|line| line.split_once('\t').map_or(line, |(key, _)| key)).collect();
        assert!(!keys.is_empty(), "{}: empty", path.display());
        for pair in keys.windows(2) {
            assert!(pair[0].as_bytes() < pair[1].as_bytes(), "{}: {:?} before {:?}", path.display(), pair[0], pair[1]);
        }
        for key in keys {
            assert!(!key.is_empty() && key.trim() == key, "{}: {key:?}", path.display());
            assert_eq!(key, key.to_lowercase(), "{}", path.display());
        }
    }
    assert!(lists > 0, "no list was read");
}

/// The number on a word's line bounds how far a name is read that begins with it.
#[test]
fn no_name_is_longer_than_the_line_of_its_first_word_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
    let mut names = 0;
    for list in ["places.txt", "groups.txt", "organizations.txt"] {
        let text = fs::read_to_string(folder.join(list)).expect("readable");
        let lines: HashMap<&str, &str> = text.lines().map(|line| line.split_once('\t').unwrap_or((line, ""))).collect();
        for (name, _) in lines.iter().filter(|(name, _)| name.contains(' ') && !name.starts_with('#')) {
            let words = name.split(' ').count() as u32;
            let first = |ends: &[char]| name.split(ends).next().and_then(|first| lines.get(first));
            let Some(codes) = first(&[' ', '-', '\'']) else { continue };
            let most = codes.chars().find_map(|code| code.to_digit(10));
            assert!(most >= Some(words), "{list}: {name:?}, {most:?}");
            names += 1;
        }
    }
    assert!(names > 1000, "{names} names");
}
