//! Any bytes as a file of weights. What has a right checksum must be readable to its last section, or refused.
#![no_main]

use copydesk::model::{Column, Error, Model, Rows, Words, assemble, syllables};
use libfuzzer_sys::fuzz_target;

const NAMES: [&[u8; 4]; 3] = [b"SEED", b"EXCP", b"WGTS"];
/// Magic and version; the checksum follows.
const HEAD: &[u8] = b"COPYDESK\x01\0\0\0";
const HASHES: [u32; 4] = [0, 1, 0x8000_0000, u32::MAX];

/// The bytes behind a head that fits them, so that more than the checksum is looked at.
fn sealed(body: &[u8]) -> Vec<u8> {
    let mut file = [HEAD, &[0; 4], body].concat();
    if let Err(Error::Checksum { found, .. }) = Model::parse(&file) {
        file[HEAD.len()..HEAD.len() + 4].copy_from_slice(&found.to_le_bytes());
    }
    file
}

/// The bytes as sections of one sound file: the first two say where they are cut.
fn cut(bytes: &[u8]) -> Option<Vec<u8>> {
    let (&[first, second], rest) = bytes.split_first_chunk()?;
    let (start, rest) = rest.split_at_checked(first.into())?;
    let (middle, end) = rest.split_at_checked(second.into())?;
    Some(assemble(&[(NAMES[0], start), (NAMES[1], middle), (NAMES[2], end)]))
}

/// Asks a file for everything that it may hold.
fn read(file: &[u8]) {
    let Ok(model) = Model::parse(file) else { return };
    let _ = model.expect_revision(1);
    for first in NAMES {
        for second in NAMES {
            let _ = Rows::<2>::new(&model, first, second).map(|rows| rows.sum(&HASHES));
            let _ = Column::new(&model, first, second).map(|column| column.sum(&HASHES));
            let _ = Words::<2>::new(&model, first, second).map(|words| HASHES.map(|hash| words.class(hash)));
        }
    }
    if let Ok(model) = syllables::Model::new(file) {
        assert!(HASHES.into_iter().all(|feature| (-8..8).contains(&model.weight(feature))));
        assert!(model.exception(b"mayor").is_none_or(|count| count < 16));
    }
}

fuzz_target!(|bytes: &[u8]| {
    read(bytes);
    read(&sealed(bytes));
    if let Some(file) = cut(bytes) {
        assert!(Model::parse(&file).is_ok());
        read(&file);
    }
});
