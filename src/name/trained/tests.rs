use super::group::Sight;
use super::label::{OUTSIDE, Search, Sort, Steps};
use super::*;
use crate::model::assemble;

const PERSON: usize = 1;
const LATER: usize = 2;

fn best(scores: &[[i32; LABELS]], steps: &Steps, allowed: u8) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    Search::default().best(scores, steps, |_| allowed, &mut out).then_some(out)
}

#[test]
fn the_best_sequence_wins_over_the_best_words() {
    let mut scores = [[0; LABELS]; 2];
    scores[0][OUTSIDE] = 1;
    scores[1][LATER] = 5;
    let mut worths = [[0; LABELS]; LABELS + 1];
    let steps = Steps::new(worths);
    // A later word needs a first one, which costs less than it brings.
    assert_eq!(best(&scores, &steps, u8::MAX), Some(vec![PERSON as u8, LATER as u8]));
    worths[LABELS][PERSON] = -9;
    assert_eq!(best(&scores, &Steps::new(worths), u8::MAX), Some(vec![OUTSIDE as u8, OUTSIDE as u8]));
    assert_eq!(best(&scores, &steps, 1 << LATER), None);
    assert_eq!(best(&[], &steps, u8::MAX), None);
}

#[test]
fn every_sort_has_its_labels() {
    for sort in [Sort::Person, Sort::Organization, Sort::Place, Sort::Group, Sort::Other] {
        for first in [true, false] {
            assert_eq!(Sort::of_label(sort.label(first)), Some(sort));
        }
        assert!(goes_on(sort.label(true), sort.label(false)));
        assert!(!goes_on(OUTSIDE, sort.label(true)));
    }
    assert!(!goes_on(Sort::Person.label(false), Sort::Person.label(true)), "two persons side by side are two names");
    assert_eq!(Sort::of_label(OUTSIDE), None);
}

#[test]
fn the_gazetteer_gives_the_longest_name() {
    use super::gazetteer::{Gazetteer, extend, part_hash};
    const BODY: u8 = 1;
    const FACILITY: u8 = 8;
    const SURNAME: u8 = 1;
    let name = |words: &[u32]| words.iter().fold(0, |name, &word| extend(name, word));
    let (guards, classes) = model::Words::<{ gazetteer::REACH }>::lay_out(&[
        (name(&[1, 2]), BODY),
        (name(&[1, 2, 3, 4]), FACILITY),
        (part_hash(7), SURNAME),
    ]);
    let bytes = assemble(&[(b"GUAR", &guards), (b"CLAS", &classes)]);
    let gazetteer = Gazetteer::new(&Model::parse(&bytes).unwrap()).unwrap();
    assert_eq!(gazetteer.longest([1, 2, 3, 4, 5].into_iter()), Some((4, FACILITY)));
    assert_eq!(gazetteer.longest([1, 2, 3].into_iter()), Some((2, BODY)));
    assert_eq!(gazetteer.longest([2, 3].into_iter()), None);
    assert_eq!((gazetteer.part(7), gazetteer.part(8)), (SURNAME, 0));
}

#[test]
fn a_damaged_file_is_a_typed_error() {
    let bytes = model::NAMES;
    assert!(Namer::new(bytes).is_ok());
    assert!(Namer::shipped().is_some());
    let mut damaged = bytes.to_vec();
    damaged[9000] ^= 1;
    assert!(matches!(Namer::new(&damaged), Err(Error::Checksum { .. })));
    assert!(matches!(Namer::new(&bytes[..100]), Err(Error::Checksum { .. })));
    assert_eq!(Namer::new(model::TAG).err(), Some(Error::Missing { name: *b"FEAT" }));
    let older = assemble(&[(b"FEAT", &[0; 4])]);
    assert_eq!(Namer::new(&older).err(), Some(Error::Version { found: 0, known: features::REVISION }));
    let short = assemble(&[(b"FEAT", &features::REVISION.to_le_bytes()), (b"STEP", &[0; 3])]);
    assert_eq!(Namer::new(&short).err(), Some(Error::Size { name: *b"STEP", length: 3, unit: 144 }));
}

/// News with names of several kinds, some more than once.
const NEWS: &str = "Mayor Ines Marlow met Hatherby Council in Port Ellery on Monday. The Council, led by Tom de Witt-Hale, \
                    asked Marlow for more. \"We will see,\" Ines Marlow said. Dr. O. Pell of the Institute of Harbour \
                    Studies (IHS) told IHS staff in U.S.-made boats that Port Ellery had 12 days.";

#[test]
fn what_is_remembered_adds_up_to_what_all_features_weigh() {
    let (namer, shares) = (Namer::shipped().unwrap(), Shares::default());
    crate::name::tests::read(NEWS, |reading| {
        let facts = Facts::new(reading);
        let proposals = crate::name::proposals(&facts);
        // The second time everything is remembered.
        for _ in 0..2 {
            let words = shares.words(reading.vocabulary, &namer.rows);
            let mut seen = 0;
            Look::new(&facts, &namer.gazetteer, &proposals).sheet(|row| {
                for (i, run) in row.places() {
                    let score = shares.score(&Sight::new(row.words, i, run), &words, &namer.rows);
                    let hashes = features::first(row.words, i, run);
                    assert_eq!(score, namer.rows.sum(&hashes));
                    assert!(hashes.iter().all(|&hash| hash != 0), "every number has a feature");
                    seen += 1;
                }
            });
            assert!(seen > 20, "{seen}");
        }
    });
}
