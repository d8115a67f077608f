//! Small readings with the names they should give.

use super::{NameMention, Names};
use crate::analysis::EntityKind::{self, Group, Organization, Person, Place};
use crate::options::Options;
use crate::reading::Reading;
use crate::{article, sentence, tag, token};

/// The names of a text, with what reads them.
fn with<T>(text: &str, use_names: impl FnOnce(&Names) -> T) -> T {
    let article = article::split(text, Options::default().format);
    let sentences = sentence::split(text, &article);
    let tokens = token::split(text, &article, &sentences);
    let tags = tag::tag(text, &tokens);
    use_names(&super::find(&Reading::new(text, &article, &sentences, &tokens, &tags), None))
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
