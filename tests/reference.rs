//! The reference article, read where it lies beside the project; its text is not part of it.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;

use copydesk::{Options, analyze};
use serde_json::Value;

#[test]
fn the_reference_article_counts_as_by_hand() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/article");
    let Ok(text) = fs::read_to_string(folder.join("article.txt")) else {
        println!("skipped: the reference article is not beside this checkout");
        return;
    };
    let gold = fs::read_to_string(folder.join("readability.gold.json")).expect("the gold beside the article");
    let gold: Value = serde_json::from_str(&gold).expect("JSON");
    for (kind, read_aloud) in [("prose_one", false), ("prose_spoken", true)] {
        let by_hand = |name: &str| gold["counts"][kind][name].as_u64().expect("a count");
        let analysis = analyze(&text, &Options { read_aloud, ..Options::default() });
        let counts = analysis.readability.counts;
        for (name, count) in [
            ("sentences", counts.sentences),
            ("words", counts.words),
            ("syllables", counts.syllables),
            ("polysyllables", counts.polysyllables),
            ("monosyllables", counts.monosyllables),
            ("letters", counts.letters),
            ("strokes", counts.strokes),
            ("long_words", counts.long_words),
            ("miniwords", counts.miniwords),
        ] {
            assert_eq!(u64::from(count), by_hand(name), "{name}, {kind}");
        }
    }
    let analysis = analyze(&text, &Options::default());
    assert_eq!(analysis.blocks.len(), 22);
    assert_eq!(analysis.text, text);
}
