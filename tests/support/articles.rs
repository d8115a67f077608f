//! The articles of `tests/articles`, for runners that take them apart.

use std::fs;
use std::path::Path;

/// Every article, by name.
pub fn articles() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("readable").map(|entry| entry.expect("readable").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    assert!(!paths.is_empty(), "there are articles");
    paths.iter().map(|path| fs::read_to_string(path).expect("readable")).collect()
}
