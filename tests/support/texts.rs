//! The texts of a folder, for runners that take them apart.

use std::fs;
use std::path::Path;

/// Every `.txt` of a folder of the repository, by name.
pub fn texts(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("readable").map(|entry| entry.expect("readable").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    assert!(!paths.is_empty(), "there are texts");
    paths.iter().map(|path| fs::read_to_string(path).expect("readable")).collect()
}
