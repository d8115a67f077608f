//! Small readings with the names they should give.

use super::{NameMention, Names};
use crate::analysis::EntityKind::{self, Group, Organization, Person, Place};
use crate::analysis::Gender;
use crate::lexicon::{CLASSES, COMMON, FIRST, GROUPS, ORGANIZATIONS, PLACES, TITLES};
use crate::options::Options;
use crate::reading::Reading;
use crate::{article, sentence, tag, token};

/// A text read as far as names are looked for.
pub(super) fn read<T>(text: &str, use_reading: impl FnOnce(&Reading<'_>) -> T) -> T {
    let article = article::split(text, Options::default().format);
    let sentences = sentence::split(text, &article);
    let tokens = token::split(text, &article, &sentences);
    let tags = tag::tag(text, &tokens);
    use_reading(&Reading::new(text, &article, &sentences, &tokens, &tags))
}

/// The names of a text, with what reads them.
fn with<T>(text: &str, use_names: impl FnOnce(&Names) -> T) -> T {
    read(text, |reading| use_names(&super::find(reading, None)))
}

fn found(text: &str) -> Vec<(&str, EntityKind)> {
    with(text, |names| names.mentions.iter().map(|m| (m.span.of(text), m.kind)).collect())
}

fn first(text: &str) -> NameMention {
    with(text, |names| names.mentions.first().cloned()).unwrap()
}

#[test]
fn titles_stay_outside_and_places_apart() {
    assert_eq!(
        found("In Lisbon, Portuguese Foreign Minister Rita Valdez met Mr. Ostrander of the United Nations."),
        [
            ("Lisbon", Place),
            ("Portuguese", Group),
            ("Rita Valdez", Person),
            ("Ostrander", Person),
            ("United Nations", Organization),
        ]
    );
}

#[test]
fn the_office_before_a_name_is_its_role() {
    let text = "Harbour Trust spokesman Piet Molenaar said so.";
    with(text, |names| {
        let last = names.mentions.last().unwrap();
        assert_eq!(last.span.of(text), "Piet Molenaar");
        assert_eq!(last.role.unwrap().of(text), "Harbour Trust spokesman");
    });
}

#[test]
fn hostile_input_gives_an_answer() {
    for text in ["", "\0", "A", "The", "of", "** **", "\u{202e}Ab Cd", "🦀🦀", "- - -", "Mr.", "St. St. St."] {
        found(text);
    }
    for piece in ["A", "A ", "Ab ", "President ", "of ", "U.S.-", "de ", "al-", "New York ", "& "] {
        found(&piece.repeat(20_000));
    }
    assert_eq!(first("Ines Marlow left.").kind, Person);
}

/// One case: the text without marks, and the names that were marked.
fn unmark(marked: &str) -> (String, Vec<(String, String)>) {
    let mut text = String::new();
    let mut names = Vec::new();
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('[') {
        text.push_str(before);
        let (name, after) = after.split_once(']').unwrap();
        let end = after.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(after.len());
        text.push_str(name);
        names.push((name.to_owned(), after[..end].to_owned()));
        rest = &after[end..];
    }
    text.push_str(rest);
    (text, names)
}

#[test]
fn the_marked_cases_hold() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/name");
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("skipped: no {}", folder.display());
        return;
    };
    let mut wrong = Vec::new();
    for file in files {
        let cases = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for case in cases.split("\n# ").map(str::trim).filter(|case| !case.is_empty()) {
            let (intent, marked) = case.split_once('\n').unwrap();
            let (text, expected) = unmark(marked);
            let kind = |kind| serde_json::to_value(kind).unwrap().as_str().unwrap().to_owned();
            let got: Vec<_> = found(&text).into_iter().map(|(name, k)| (name.to_owned(), kind(k))).collect();
            if got != expected {
                wrong.push(format!("{intent}\n  expected {expected:?}\n  got      {got:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Role and gender of the person `name` in `text`.
fn role_of(text: &str, name: &str) -> (Option<String>, Gender) {
    with(text, |names| {
        let mention = names.mentions.iter().find(|m| m.span.of(text) == name).unwrap();
        (mention.role.map(|role| role.of(text).to_owned()), mention.gender)
    })
}

#[test]
fn roles_stand_before_and_behind() {
    for (text, name, role) in [
        ("Dutch trade envoy Piet Molenaar left.", "Piet Molenaar", "Dutch trade envoy"),
        ("Spokesman Omar Reyes declined.", "Omar Reyes", "Spokesman"),
        ("They met U.S. Secretary of State Nora Finch.", "Nora Finch", "U.S. Secretary of State"),
        ("Ada Cole, a former captain of the ferry, said no.", "Ada Cole", "a former captain of the ferry"),
        ("Piet Vos, the union's secretary, agreed.", "Piet Vos", "the union's secretary"),
        ("Ines Marlow — the trust's director — spoke.", "Ines Marlow", "the trust's director"),
    ] {
        assert_eq!(role_of(text, name).0.as_deref(), Some(role), "{text}");
    }
    assert_eq!(role_of("BERLIN\n\nThen Ada Cole left.", "Ada Cole").0, None);
}

#[test]
fn gender_is_told_by_title_first_name_or_office() {
    for (text, name, gender) in [
        ("He met Mrs. Ostrander.", "Ostrander", Gender::Female),
        ("He met Mr. Ostrander.", "Ostrander", Gender::Male),
        ("He met Maria Talbeck.", "Maria Talbeck", Gender::Female),
        ("The spokesman Xan Talbeck left.", "Xan Talbeck", Gender::Male),
        ("He met Xan Talbeck.", "Xan Talbeck", Gender::Unknown),
    ] {
        assert_eq!(role_of(text, name).1, gender, "{text}");
    }
}

#[test]
fn every_list_is_sorted() {
    for list in [&CLASSES, &COMMON, &FIRST, &GROUPS, &ORGANIZATIONS, &PLACES, &TITLES] {
        let keys: Vec<&str> = list.lines().map(|line| line.split('\t').next().unwrap()).collect();
        assert!(keys.windows(2).all(|pair| pair[0].as_bytes() < pair[1].as_bytes()));
        assert!(keys.len() > 100);
    }
}

#[test]
fn names_are_in_order_and_apart() {
    let text = "Ada Cole of the Harlow Trust met Mr. Vos, U.S.-Russian envoys and \"Hugo\" in New York, D.C. and AT&T.";
    with(text, |names| {
        assert!(names.mentions.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        assert!(
            names
                .mentions
                .iter()
                .all(|m| !m.span.is_empty() && text.get(m.span.start as usize..m.span.end as usize).is_some())
        );
    });
}

#[test]
fn an_acronym_is_what_it_stands_for() {
    let text = "The Democratic Republic of Veldoria (DRV) signed. Loans to the DRV rose, and DRV ministers paid.";
    let all = found(text);
    assert_eq!(all.iter().filter(|name| name.0 == "DRV").count(), 3, "{all:?}");
    let kind = all.iter().find(|name| name.0.starts_with("Democratic")).map(|name| name.1);
    assert!(all.iter().all(|name| name.0 != "DRV" || Some(name.1) == kind), "{all:?}");
}

#[test]
fn an_office_in_short_and_a_currency_are_no_names() {
    let text = "The chief election commissioner (CEC) spoke in Lund. The CEC paid US$5 million and A$3 million.";
    let all = found(text);
    assert!(all.iter().all(|name| !matches!(name.0, "CEC" | "US" | "A")), "{all:?}");
}

#[test]
fn a_faith_is_a_group_whatever_it_stands_before() {
    let all = found("The army fought Muslim fundamentalists. Radical Muslim militants laid down their arms.");
    assert_eq!(all.iter().filter(|&&name| name == ("Muslim", Group)).count(), 2, "{all:?}");
}
