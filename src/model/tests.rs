use super::*;

fn small() -> Vec<u8> {
    assemble(&[(b"ONE ", b"abc"), (b"TWO ", &[0, 1, 2, 3])])
}

#[test]
fn sections_come_back() {
    let bytes = small();
    let model = Model::parse(&bytes).unwrap();
    assert_eq!(model.section(b"ONE "), Ok(&b"abc"[..]));
    assert_eq!(model.section(b"TWO "), Ok(&[0, 1, 2, 3][..]));
    assert_eq!(model.section(b"SIX "), Err(Error::Missing { name: *b"SIX " }));
}

#[test]
fn every_cut_and_every_flipped_byte_is_noticed() {
    let bytes = small();
    for end in 0..bytes.len() {
        assert!(Model::parse(&bytes[..end]).is_err(), "cut at {end}");
    }
    for at in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x10;
        assert!(Model::parse(&damaged).is_err(), "flipped at {at}");
    }
}

#[test]
fn errors_name_the_section_and_the_numbers() {
    assert_eq!(Model::parse(b"short").unwrap_err().to_string(), "the model has 5 bytes and needs 20");
    assert_eq!(Model::parse(&[b'x'; 40]).unwrap_err(), Error::Magic);
    let mut newer = small();
    newer[8] = 9;
    assert_eq!(Model::parse(&newer).unwrap_err().to_string(), "the model is of version 9, this reader knows 1");

    let mut outside = small();
    outside[24] = 200;
    let sum = checksum(&outside[COVERED..]).to_le_bytes();
    outside[12..16].copy_from_slice(&sum);
    assert_eq!(
        Model::parse(&outside).unwrap_err().to_string(),
        "section ONE  begins at byte 200 and has 3, the file has 51"
    );

    let odd = assemble(&[(b"MARK", &[1, 2, 3]), (b"ROWS", &[0; 24])]);
    let model = Model::parse(&odd).unwrap();
    let error = Rows::<1>::new(&model, b"MARK", b"ROWS").unwrap_err();
    assert_eq!(error.to_string(), "section MARK has 3 bytes, which does not go into units of 2");
}

#[test]
fn a_huge_count_of_sections_is_no_overflow() {
    let mut bytes = small();
    bytes[16..20].copy_from_slice(&u32::MAX.to_le_bytes());
    let sum = checksum(&bytes[COVERED..]).to_le_bytes();
    bytes[12..16].copy_from_slice(&sum);
    assert!(matches!(Model::parse(&bytes), Err(Error::Short { .. })));
}

#[test]
fn rows_add_up_lane_by_lane() {
    let (first, second, unknown) = (0x0000_0011, 0x8000_0022, 0x8000_0023);
    let marks = [mark(first), mark(second)];
    let mut rows = [128_u8; 32];
    rows[3] = 128 + 5;
    rows[16 + 3] = 128 - 7;
    rows[16 + 10] = 255;
    let bytes = assemble(&[(b"MARK", &marks), (b"ROWS", &rows)]);
    let table = Rows::<2>::new(&Model::parse(&bytes).unwrap(), b"MARK", b"ROWS").unwrap();
    let sums = table.sum(&[first, second, unknown]);
    assert_eq!(score(&sums, 0), 256);
    assert_eq!(score(&sums, 3), 254);
    assert_eq!(score(&sums, 10), 383);
    assert_eq!(best(&sums), 10);
    assert_eq!(best(&table.sum(&[])), 0);
    assert_eq!(score(&table.sum(&[second; 257]), 10), 257 * 255);
}

#[test]
fn words_keep_their_class() {
    let words: Vec<(u32, u8)> = (0..500_u32).map(|i| (hash::bytes(&i.to_le_bytes()), (i % 200) as u8 + 1)).collect();
    let (guards, classes) = Words::<8>::lay_out(&words);
    let bytes = assemble(&[(b"GUAR", &guards), (b"CLAS", &classes)]);
    let table = Words::<8>::new(&Model::parse(&bytes).unwrap(), b"GUAR", b"CLAS").unwrap();
    for &(hash, class) in &words {
        assert_eq!(table.class(hash), class);
    }
    assert_eq!(table.class(hash::bytes(b"absent")), 0);
}

#[test]
fn folding_keeps_the_end_of_what_is_too_long() {
    let mut buffer = [0; 64];
    assert_eq!(hash::fold("Élan’s", &mut buffer), "élan's".as_bytes());
    assert_eq!(hash::fold("A380s", &mut buffer), b"a000s");
    assert_eq!(hash::fold(&("x".repeat(100_000) + "ing"), &mut buffer).len(), 32);
    assert!(hash::fold(&"İ".repeat(100), &mut buffer).len() <= 64);
}

#[test]
fn the_embedded_models_are_sound() {
    let model = Model::parse(TAG).unwrap();
    assert!(Rows::<2>::new(&model, b"MARK", b"ROWS").is_ok());
    assert!(Words::<8>::new(&model, b"GUAR", b"CLAS").is_ok());
}

#[test]
fn the_model_of_syllables_tells_what_is_wrong_with_a_file() {
    let bytes = syllables::SYLLABLES;
    assert!(syllables::Model::new(bytes).is_ok());
    assert!(matches!(syllables::Model::new(&bytes[..bytes.len() - 1]), Err(Error::Checksum { .. })));
    let mut damaged = bytes.to_vec();
    damaged[bytes.len() / 2] ^= 1;
    assert!(matches!(syllables::Model::new(&damaged), Err(Error::Checksum { .. })));
    let error = |seed: &[u8], exceptions: &[u8], weights: &[u8]| {
        let bytes = assemble(&[(b"SEED", seed), (b"EXCP", exceptions), (b"WGTS", weights)]);
        syllables::Model::new(&bytes).err()
    };
    assert_eq!(error(&[0; 4], &[0; 8], &[0; 16]), None);
    assert_eq!(error(&[0; 3], &[0; 8], &[0; 16]), Some(Error::Size { name: *b"SEED", length: 3, unit: 4 }));
    assert_eq!(error(&[0; 4], &[0; 9], &[0; 16]), Some(Error::Size { name: *b"EXCP", length: 9, unit: 4 }));
    assert_eq!(error(&[0; 4], &[0; 8], &[0; 17]), Some(Error::Size { name: *b"WGTS", length: 17, unit: 1 }));
    assert_eq!(error(&[0; 4], &[0; 8], &[]), Some(Error::Size { name: *b"WGTS", length: 0, unit: 1 }));
    assert_eq!(syllables::Model::new(TAG).err(), Some(Error::Missing { name: *b"SEED" }));
}
