//! Places worth a second look, and places that look like one.

use super::super::*;
use crate::analysis::FindingKind;

fn findings(text: &str, kind: FindingKind) -> Vec<String> {
    let analysis = crate::analyze(text, &Options::default());
    let of = |f: &Finding| f.span.of(text).to_owned();
    analysis.findings.iter().filter(|f| f.kind == kind).map(of).collect()
}

#[test]
fn a_passive_runs_from_the_auxiliary_to_the_participle() {
    let passives = |text: &str| findings(text, FindingKind::Passive);
    assert_eq!(passives("The ferry was sold in March."), ["was sold"]);
    assert_eq!(passives("The ferry was quickly and quietly sold."), ["was quickly and quietly sold"]);
    assert_eq!(passives("The plan has not been approved yet."), ["been approved"]);
    assert_eq!(passives("It wasn't built by the town."), ["wasn't built"]);
    assert_eq!(passives("Was he arrested on the quay?"), ["Was he arrested"]);
    assert_eq!(passives("Two sailors got caught in the nets."), ["got caught"]);
}

#[test]
fn the_doer_after_by_is_told_from_a_time() {
    let note = |text: &str| {
        let analysis = crate::analyze(text, &Options::default());
        analysis.findings.iter().find(|f| f.rule == Rule::PassiveBe).map(|f| f.note.clone()).unwrap()
    };
    assert!(note("The ferry was sold by the harbour office.").contains("let the doer do it"));
    assert!(note("The ferry will be sold by the end of May.").contains("not said who"));
    assert!(note("The ferry was sold.").contains("not said who"));
}

#[test]
fn states_and_perfects_are_no_passives() {
    let passives = |text: &str| findings(text, FindingKind::Passive);
    for text in [
        "The crew was tired.",
        "She is interested in boats.",
        "He's opened a shop by the harbour.",
        "They had sold the ferry.",
        "The harbour was red.",
        "We got used to it.",
        "The mayor's asked price was high.",
        "He is unemployed.",
    ] {
        assert!(passives(text).is_empty(), "{text}: {:?}", passives(text));
    }
    assert_eq!(passives("He was surprised by the storm."), ["was surprised"]);
}

#[test]
fn long_sentences_tell_their_words_and_clauses() {
    let text =
        format!("The harbour office said {}which nobody wanted, and it closed.", "that the old ferry ".repeat(8));
    let analysis = crate::analyze(&text, &Options::default());
    let long = analysis.findings.iter().find(|f| f.rule == Rule::TooManyWords).unwrap();
    assert!(long.note.starts_with("42 words, three clauses"), "{}", long.note);
}

#[test]
fn a_sentence_is_long_by_its_words_or_by_its_twists() {
    let rules = |words: usize, twists: &str| {
        let text = format!("The office said {}{twists}.", "old ".repeat(words));
        let analysis = crate::analyze(&text, &Options::default());
        let long = |f: &&Finding| f.kind == FindingKind::LongSentence;
        analysis.findings.iter().find(long).map(|f| f.rule.name())
    };
    assert_eq!(rules(25, "boats"), None);
    assert_eq!(rules(28, "boats"), Some("many-words"));
    assert_eq!(rules(17, "boats that sank, and men who swam, which helped"), Some("many-words"));
    assert_eq!(rules(40, "boats"), Some("too-many-words"));
}

/// What is found of one kind, with the words that would serve instead.
fn found(text: &str, kind: FindingKind) -> Vec<(String, Option<&'static str>)> {
    let analysis = crate::analyze(text, &Options::default());
    let of = |f: &Finding| (f.span.of(text).to_owned(), f.suggestion);
    analysis.findings.iter().filter(|f| f.kind == kind).map(of).collect()
}

fn instead(text: &str) -> Vec<(String, Option<&'static str>)> {
    found(text, FindingKind::ComplexWord)
}

fn one(words: &str, suggestion: &'static str) -> Vec<(String, Option<&'static str>)> {
    vec![(words.to_owned(), Some(suggestion))]
}

#[test]
fn a_plainer_word_is_given_where_it_fits() {
    for (text, words, plainer) in [
        ("The council will utilize the boats.", "utilize", "use"),
        ("The harbour has numerous boats.", "numerous", "many"),
        ("The crew had demonstrated great skill.", "demonstrated", "shown"),
        ("The crew demonstrated great skill.", "demonstrated", "showed"),
        ("The harbour office obtained a loan.", "obtained", "got"),
        ("The rules pertaining to boats were old.", "pertaining to", "about"),
        ("It was an indication of trouble.", "an indication", "a sign"),
        ("The harbour is substantially bigger.", "substantially", "much"),
        ("The helmet is mandatory.", "mandatory", "required"),
        ("The firm will purchase a ferry.", "purchase", "buy"),
        ("The team is comprised of sailors.", "comprised of", "made up of"),
    ] {
        assert_eq!(instead(text), one(words, plainer), "{text}");
    }
}

#[test]
fn a_plainer_word_that_does_not_fit_is_kept_back() {
    for text in [
        "The loan was obtained by the harbour office.",
        "A letter obtained by the paper tells of the plan.",
        "The boats are as old as they are numerous.",
        "Hundreds demonstrated in the square.",
        "The mandatory helmet was red.",
        "The firm signed a purchase agreement.",
        "The two firms will cease to exist.",
        "The news helped facilitate the sale.",
        "He sailed with a highly accomplished crew.",
        "The harbour substantially changed.",
        "The ship sailed for an additional week.",
        "The song was called \"Utilize the Night\".",
    ] {
        assert!(instead(text).is_empty(), "{text}: {:?}", instead(text));
    }
}

#[test]
fn adverbs_and_hedges_are_found_where_they_crowd() {
    let rules = |text: &str| {
        let analysis = crate::analyze(text, &Options::default());
        analysis.findings.iter().map(|f| f.rule.name()).collect::<Vec<_>>()
    };
    assert_eq!(rules("She quickly and quietly shut the gate."), ["manner-adverb", "manner-adverb"]);
    assert_eq!(rules("The rate fell sharply and it was very low."), ["manner-adverb", "intensifier"]);
    assert_eq!(rules("Perhaps the gate was somewhat old."), ["hedge", "hedge"]);
    assert!(rules("She quietly shut the gate. Perhaps it was old.").is_empty());
}

#[test]
fn an_adverb_that_is_needed_is_no_habit() {
    for text in [
        "The harbour is not very deep, and the quay is not really long.",
        "The plant grows asexually or sexually.",
        "The council narrowly rejected the plan and formally closed the harbour.",
        "Sailors must be physically and mentally fit.",
        "Only the early boats leave daily, not only the nightly ones.",
        "He asked how quickly the water rose and how badly the pier was hit.",
        "It was a closely held and tightly run firm.",
    ] {
        assert_eq!(findings(text, FindingKind::Adverb), [""; 0], "{text}");
    }
}

#[test]
fn a_guess_at_a_number_softens_nothing() {
    for text in [
        "Perhaps 20 boats sank, and maybe 300 people swam.",
        "Perhaps as many as 40 boats sank, and probably half a dozen burned.",
        "The boat appears to turn and appears to sink.",
        "Sailors may not land in May, and they might not want to.",
        "He would rather swim than wait, or rather than sail.",
    ] {
        assert_eq!(findings(text, FindingKind::Hedge), [""; 0], "{text}");
    }
    assert_eq!(findings("The boat seems to turn and apparently sank.", FindingKind::Hedge), ["seems to", "apparently"]);
}

#[test]
fn a_verb_is_hidden_only_in_a_noun_that_it_could_replace() {
    let hidden = |text: &str| found(text, FindingKind::Nominalization);
    for (text, words, verb) in [
        ("They made a decision at once.", "made a decision", "decide"),
        ("They made no effort to swim.", "made no effort", "try"),
        ("They made the decision to sail.", "made the decision", "decide"),
        ("The office carried out an inspection of the pier.", "carried out an inspection", "inspect"),
    ] {
        assert_eq!(hidden(text), one(words, verb), "{text}");
    }
    for text in [
        "They made an interesting observation.",
        "The harbour office made its statement.",
        "The news made the choice even harder.",
        "The plan gave the estimate a new weight.",
        "They made payment systems for boats.",
    ] {
        assert!(hidden(text).is_empty(), "{text}: {:?}", hidden(text));
    }
}

#[test]
fn what_a_speaker_joins_is_not_charged_to_the_author() {
    let text = "\"It was really very, very cold, and we made a decision to utilize the boat,\" said Anna Marlow.";
    let analysis = crate::analyze(text, &Options::default());
    let got: Vec<_> = analysis.findings.iter().map(|f| (f.rule.name(), f.inside_quote)).collect();
    assert_eq!(got, [("plainer-word", true)]);
}

#[test]
fn a_state_with_degrees_is_no_passive() {
    for text in [
        "The crew was too focused on the race.",
        "The talks were more measured this time.",
        "The fair was well attended.",
        "There are still broken windows in the hall.",
        "She's garnered praise for the plan.",
        "He's tricked himself.",
        "The harbour is set to open in May.",
        "The crew was made up of men from the island.",
        "The owner could not be reached for comment.",
        "The clerk was not authorized to speak about it.",
    ] {
        assert_eq!(findings(text, FindingKind::Passive), [""; 0], "{text}");
    }
    assert_eq!(findings("The boat was so hit by the wave that it sank.", FindingKind::Passive), ["was so hit"]);
    assert_eq!(findings("The sale was authorized in May.", FindingKind::Passive), ["was authorized"]);
    assert_eq!(findings("When was the old bridge closed?", FindingKind::Passive), ["was the old bridge closed"]);
    assert_eq!(findings("The clerk was \"forced\" out in May.", FindingKind::Passive), ["was \"forced"]);
}

#[test]
fn the_last_thing_of_a_list_is_no_clause() {
    let list = "The old harbour office of the island sells ropes, sails, oars, lamps, nets, hooks, boots, coats, hats, maps, \
                flags, tar, and paint to sailors from all of the other towns.";
    assert_eq!(findings(list, FindingKind::LongSentence), [""; 0]);
}

#[test]
fn a_quote_lacks_a_speaker_only_when_nobody_stands_near() {
    let open = |text: &str| findings(text, FindingKind::UnattributedQuote).len();
    assert_eq!(
        open("The quay was empty.\n\n\"This town will never pay for the new bridge, never.\"\n\nRain fell all day."),
        1
    );
    assert_eq!(
        open("Anna Marlow left the hall.\n\n\"This town will never pay for the new bridge, never.\"\n\nRain fell."),
        0
    );
    assert_eq!(open("\"This town will never pay for the new bridge, never.\"\n\n— Anna Marlow, baker"), 0);
}

#[test]
fn passives_by_custom_have_a_rule_of_their_own() {
    let rule = |text: &str| {
        let analysis = crate::analyze(text, &Options::default());
        let passive = analysis.findings.iter().find(|finding| finding.kind == FindingKind::Passive).unwrap();
        (passive.rule, passive.note.clone())
    };
    let (elected, note) = rule("Odile Brandt was elected on Sunday with a lead of nine votes over the harbour master.");
    assert_eq!(elected, Rule::PassiveByCustom);
    assert!(note.contains("“elected” is mostly said so"), "{note}");
    let (chosen, _) = rule("Odile Brandt was elected by the harbour workers on Sunday, with a lead of nine votes.");
    assert_eq!(chosen, Rule::PassiveBe, "who did it is said");
    let (caught, _) = rule("Two of the harbour workers got arrested on Sunday after the vote was counted twice.");
    assert_eq!(caught, Rule::PassiveGet, "get-passives are named apart, customary or not");
}
