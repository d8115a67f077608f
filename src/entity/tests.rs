use crate::analysis::{Analysis, EntityKind, Form};
use crate::{Options, analyze};

fn read(text: &str) -> Analysis<'_> {
    analyze(text, &Options::default())
}

/// The words of every mention of the entity called `name`, descriptions and pronouns in brackets.
fn mentions(analysis: &Analysis<'_>, name: &str) -> Vec<String> {
    let entity = analysis.entities.iter().find(|entity| entity.name == name);
    let entity = entity.unwrap_or_else(|| panic!("no {name} among {:?}", analysis.entities));
    let word = |&id: &u32| {
        let mention = &analysis.mentions[id as usize];
        let words = mention.span.of(&analysis.text);
        if mention.form == Form::Name { words.to_owned() } else { format!("[{words}]") }
    };
    entity.mentions.iter().map(word).collect()
}

#[test]
fn a_surname_is_found_under_the_full_name_even_before_it() {
    let text =
        "Brandt wins harbour vote\n\nMayor Lena Brandt won the vote on Monday. Brandt thanked her voters in Lund.";
    assert_eq!(mentions(&read(text), "Lena Brandt"), ["Brandt", "[Mayor]", "Lena Brandt", "Brandt", "[her]"]);
}

#[test]
fn two_people_of_one_surname_are_kept_apart() {
    let text = "Lena Brandt spoke first. Then Otto Brandt spoke. Ms. Brandt left early. Mr. Brandt stayed until noon.";
    let analysis = read(text);
    assert_eq!(mentions(&analysis, "Lena Brandt"), ["Lena Brandt", "Brandt"]);
    assert_eq!(mentions(&analysis, "Otto Brandt"), ["Otto Brandt", "Brandt"]);
}

#[test]
fn an_acronym_and_a_short_form_are_the_long_form() {
    let text = "The Nordic Harbour Authority (NHA) met in Oslo. The NHA said nothing. \
        Vestby Shipping Ltd. sued, and Vestby Shipping lost.";
    let analysis = read(text);
    assert_eq!(mentions(&analysis, "Nordic Harbour Authority"), ["Nordic Harbour Authority", "NHA", "NHA"]);
    let firm = analysis.entities.iter().find(|entity| entity.name.starts_with("Vestby Shipping")).expect("the firm");
    assert_eq!(firm.mentions.len(), 2, "{firm:?}");
}

#[test]
fn a_country_has_several_names() {
    let text = "Officials in the United States agreed. A U.S. court disagreed. The U.S. will appeal.";
    let analysis = read(text);
    assert_eq!(mentions(&analysis, "United States"), ["United States", "U.S.", "U.S."]);
}

#[test]
fn an_office_is_a_role_and_finds_its_holder_again() {
    let text = "Finance Minister Noor Aziz met union leader Rhys Morgan on Monday. The minister left by train.";
    let analysis = read(text);
    let minister = analysis.entities.iter().find(|entity| entity.name == "Noor Aziz").expect("the minister");
    assert_eq!(minister.role.as_deref(), Some("Finance Minister"));
    assert!(mentions(&analysis, "Noor Aziz").contains(&"[The minister]".to_owned()), "{:?}", analysis.mentions);
}

#[test]
fn pronouns_follow_the_subject() {
    let text = "Senator Mark Reyes met Governor Alan Pike on Tuesday. Reyes left early. He said nothing. \
        Dana Holt answered for the governor, and she was brief.";
    let analysis = read(text);
    assert!(mentions(&analysis, "Mark Reyes").contains(&"[He]".to_owned()));
    assert!(mentions(&analysis, "Dana Holt").contains(&"[she]".to_owned()));
}

#[test]
fn an_object_is_not_its_own_subject() {
    let text = "Marit Osk, 41, left. Her deputy, Otto Vig, who is not related to her, stayed.";
    assert_eq!(mentions(&read(text), "Marit Osk"), ["Marit Osk", "[Her]", "[her]"]);
}

#[test]
fn one_word_stands_for_the_longer_name_it_begins() {
    let text = "The boat runs from Greyling Island. Norvane Lines owns it. On Greyling, Norvane sells tickets and shares in \
        Norvane fell. A union sued the company.";
    let analysis = read(text);
    assert_eq!(mentions(&analysis, "Greyling Island"), ["Greyling Island", "Greyling"]);
    assert_eq!(mentions(&analysis, "Norvane Lines"), ["Norvane Lines", "Norvane", "Norvane", "[the company]"]);
}

#[test]
fn a_description_behind_the_name_is_a_role_too() {
    let text = "Captain Mara Ashdown, a harbour pilot, left at noon. The pilot was tired.";
    assert!(mentions(&read(text), "Mara Ashdown").contains(&"[The pilot]".to_owned()));
}

#[test]
fn a_pronoun_behind_a_stranger_is_left_alone() {
    let text = "Mara Osk left. An officer, who asked for quiet because he works there, stayed.";
    assert_eq!(mentions(&read(text), "Mara Osk"), ["Mara Osk"]);
}

#[test]
fn a_pronoun_without_an_antecedent_stays_alone() {
    for text in ["He said nothing.", "It rained. She left.", "The wind rose and it broke the mast."] {
        assert!(read(text).mentions.is_empty(), "{text}");
    }
}

#[test]
fn what_the_article_is_about_weighs_most() {
    let text = "Brandt wins\n\nLena Brandt won in Lund. Brandt thanked voters. Otto Vig lost.";
    let analysis = read(text);
    let most = analysis.entities.iter().max_by(|a, b| a.salience.total_cmp(&b.salience)).expect("an entity");
    assert_eq!((most.name.as_str(), most.kind, most.salience), ("Lena Brandt", EntityKind::Person, 1.0));
}

#[test]
fn what_somebody_is_stands_before_or_behind_the_name() {
    let text = "On Monday Veldorian chess legend Aron Vell spoke. Mara Ashdown, a retired welder jailed in \
        Lund, spoke too. Tom Brask — an old Ashdown friend who lives there — smiled. Rhys Morgan, a day \
        later, left.";
    let analysis = read(text);
    assert_eq!(mentions(&analysis, "Aron Vell")[..2], ["[Veldorian chess legend]", "Aron Vell"]);
    assert_eq!(mentions(&analysis, "Mara Ashdown"), ["Mara Ashdown", "[a retired welder]", "Ashdown"]);
    assert_eq!(mentions(&analysis, "Tom Brask"), ["Tom Brask", "[an old Ashdown friend]"]);
    assert_eq!(mentions(&analysis, "Rhys Morgan"), ["Rhys Morgan"]);
}

#[test]
fn the_kind_of_a_body_may_stand_around_its_name() {
    let text = "Listeners of the small Nora FM radio station voted. Nora FM counted the votes.";
    let analysis = read(text);
    assert_eq!(mentions(&analysis, "Nora FM"), ["[the small Nora FM radio station]", "Nora FM", "Nora FM"]);
}

#[test]
fn an_age_finds_its_bearer() {
    let text = "Police arrested Marek Dolan, 42, and Lena Fisk, 39, on Monday. The 42-year-old denied it. \
        The 39-year-old engineer said nothing. The 70-year-old said nothing.";
    let analysis = read(text);
    assert_eq!(mentions(&analysis, "Marek Dolan"), ["Marek Dolan", "[The 42-year-old]"]);
    assert_eq!(mentions(&analysis, "Lena Fisk"), ["Lena Fisk", "[The 39-year-old engineer]"]);
    let text = "Marek Dolan, 42, met Lena Fisk. The 39-year-old was silent.";
    assert_eq!(mentions(&read(text), "Lena Fisk"), ["Lena Fisk", "[The 39-year-old]"]);
}

#[test]
fn they_may_be_one_person() {
    let text = "Alex Rowe, a nurse from Dunmore, said they would appeal. They moved to the town in 2019.";
    assert_eq!(mentions(&read(text), "Alex Rowe"), ["Alex Rowe", "[a nurse from Dunmore]", "[they]", "[They]"]);
    let text =
        "Sam Ivers, who uses they/them pronouns, spoke first. The votes were counted twice. Ivers lost their seat.";
    assert_eq!(mentions(&read(text), "Sam Ivers"), ["Sam Ivers", "Ivers", "[their]"]);
}

#[test]
fn they_are_several_where_several_are_near() {
    for text in [
        "The workers met Alex Rowe. They would strike, Rowe said.",
        "Alex Rowe and Kim Ash said they would appeal.",
        "Alex Rowe works for Vestby Shipping Ltd. They pay well.",
        "Robert Dolan said they would appeal.",
    ] {
        let analysis = read(text);
        assert!(
            analysis.mentions.iter().all(|mention| mention.form != Form::Pronoun),
            "{text}: {:?}",
            analysis.mentions
        );
    }
}

#[test]
fn a_capital_is_a_town_or_the_government_that_sits_there() {
    let text = "Washington said it would impose sanctions. Mara Ashdown spoke in Washington on Friday. \
        Trade with Washington fell. The talks in Washington ended.";
    let analysis = read(text);
    let of = |role: Option<&str>| {
        let entity = analysis.entities.iter().find(|e| e.name == "Washington" && e.role.as_deref() == role);
        let entity = entity.unwrap_or_else(|| panic!("no Washington with {role:?}: {:?}", analysis.entities));
        entity.mentions.iter().map(|&id| analysis.mentions[id as usize].span.start).collect::<Vec<_>>()
    };
    let places: Vec<u32> = text.match_indices("Washington").map(|(at, _)| at as u32).collect();
    assert_eq!(of(None), [places[1], places[3]]);
    assert_eq!(of(Some("government")), [places[0], 16, places[2]], "and the pronoun behind the first");
}

#[test]
fn a_headline_is_read_with_the_article_in_mind() {
    let text = "Marrow Adviser Tours Vell Farm\n\nNorland trade adviser Lena Fisk saw the cows on Monday. Vell's legal \
        adviser Tom Brask came late.\n\nPresident Otto Marrow was away, and the Norland president sent a note. Aron \
        Vell said the Vell adviser was friendly.";
    let analysis = read(text);
    let fisk = mentions(&analysis, "Lena Fisk");
    assert!(fisk.contains(&"[Marrow Adviser]".to_owned()), "{:?}", analysis.mentions);
    let brask = mentions(&analysis, "Tom Brask");
    assert!(brask.contains(&"[the Vell adviser]".to_owned()), "{:?}", analysis.mentions);
}

#[test]
fn a_counterpart_is_whom_the_article_ties_to_that_country() {
    let text = "Lena Fisk rode home with Veldoria's Aron Vell while Prime Minister Otto Marrow invited his Veldorian \
        counterpart to lunch.";
    let analysis = read(text);
    assert_eq!(mentions(&analysis, "Aron Vell"), ["Aron Vell", "[his Veldorian counterpart]"]);
    assert_eq!(mentions(&analysis, "Otto Marrow"), ["[Prime Minister]", "Otto Marrow", "[his]"]);
}
