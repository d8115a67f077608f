use super::*;
use crate::model::{assemble, mark};

/// A file in which each of the given features has a weight.
fn file(weights: &[(u32, i8)], limits: Limits, revision: u32) -> Vec<u8> {
    let mut marks = [0_u8; 256];
    let mut column = [128_u8; 256];
    for &(feature, weight) in weights {
        marks[(feature >> 24) as usize] = mark(feature);
        column[(feature >> 24) as usize] = u8::try_from(i16::from(weight) + 128).unwrap();
    }
    assemble(&[(b"FEAT", &revision.to_le_bytes()), (b"LIMS", &limits.bytes()), (b"MARK", &marks), (b"COLU", &column)])
}

const LIMITS: Limits = Limits { speech: [9, 10], lead: [0, 30, 15, 0, 0] };
const GOOD: u32 = 0x0100_0001;
const BAD: u32 = 0x0200_0002;

fn ballot(options: &[&[u32]], usual: Option<usize>) -> Ballot {
    let mut ballot = Ballot::default();
    for features in options {
        ballot.features.extend_from_slice(features);
        ballot.close(Default::default);
    }
    ballot.usual = usual;
    ballot
}

#[test]
fn marks_hold_speech_from_the_limit_on() {
    let bytes = file(&[(GOOD, 10), (BAD, -1)], LIMITS, REVISION);
    let mut learned = Learned::new(&bytes).unwrap();
    assert!(learned.speech(Span::default(), &[GOOD], false));
    assert!(!learned.speech(Span::default(), &[GOOD, BAD], false));
    // Where the rules think so, less is enough.
    assert!(learned.speech(Span::default(), &[GOOD, BAD], true));
    // A feature of the same slot with another mark is unknown.
    assert!(!learned.speech(Span::default(), &[GOOD + 1], true));
}

#[test]
fn the_heaviest_option_wins_and_the_first_of_equals() {
    let bytes = file(&[(GOOD, 20), (BAD, -5)], LIMITS, REVISION);
    let mut learned = Learned::new(&bytes).unwrap();
    let mut choose = |task, options: &[&[u32]], usual| {
        let choice = learned.choose(task, Span::default(), &ballot(options, usual));
        (choice.index, choice.lead)
    };
    assert_eq!(choose(Task::Speaker, &[&[BAD], &[], &[GOOD]], Some(0)), (Some(2), Some(20)));
    assert_eq!(choose(Task::Speaker, &[&[GOOD], &[GOOD]], None), (Some(0), Some(0)));
    assert_eq!(choose(Task::Speaker, &[&[GOOD]], None), (Some(0), None));
    assert_eq!(choose(Task::Speaker, &[], None), (None, None));
}

#[test]
fn a_subject_beside_its_cue_is_held_longer() {
    let bytes = file(&[(GOOD, 20)], LIMITS, REVISION);
    let mut learned = Learned::new(&bytes).unwrap();
    let choice = learned.choose(Task::Subject, Span::default(), &ballot(&[&[], &[GOOD]], Some(0)));
    assert_eq!(choice, Choice { index: Some(0), lead: Some(10) });
}

#[test]
fn nobody_speaks_where_nobody_stands_out() {
    let bytes = file(&[(GOOD, 20), (BAD, 10)], LIMITS, REVISION);
    let mut learned = Learned::new(&bytes).unwrap();
    let mut choose = |options: &[&[u32]]| learned.choose(Task::Anybody, Span::default(), &ballot(options, None)).index;
    assert_eq!(choose(&[&[GOOD], &[]]), Some(0));
    assert_eq!(choose(&[&[GOOD], &[BAD]]), None);
    assert_eq!(choose(&[&[GOOD]]), None);
}

#[test]
fn a_damaged_file_is_a_typed_error() {
    let sound = file(&[(GOOD, 1)], LIMITS, REVISION);
    let error = |bytes: &[u8]| Learned::new(bytes).err();
    assert_eq!(error(&sound), None);
    assert!(matches!(error(&[]), Some(Error::Short { .. })));
    let mut altered = sound.clone();
    *altered.last_mut().unwrap() ^= 1;
    assert!(matches!(error(&altered), Some(Error::Checksum { .. })));
    let other = file(&[], LIMITS, REVISION + 1);
    assert_eq!(error(&other), Some(Error::Version { found: REVISION + 1, known: REVISION }));
    let revision = REVISION.to_le_bytes();
    let short = assemble(&[(b"FEAT", &revision), (b"LIMS", &[0; 8]), (b"MARK", &[0; 2]), (b"COLU", &[0; 2])]);
    assert!(matches!(error(&short), Some(Error::Size { name: [b'L', b'I', b'M', b'S'], .. })));
    let uneven = assemble(&[(b"FEAT", &revision), (b"LIMS", &LIMITS.bytes()), (b"MARK", &[0; 2]), (b"COLU", &[0; 4])]);
    assert!(matches!(error(&uneven), Some(Error::Size { name: [b'C', b'O', b'L', b'U'], .. })));
}

#[test]
fn the_shipped_weights_are_sound() {
    assert!(Learned::shipped().is_some());
}
