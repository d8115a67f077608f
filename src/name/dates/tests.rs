use crate::analysis::{Basis, DateMention, Precision};
use crate::{Day, Options, analyze};

fn read(text: &str, published: &str) -> Vec<(String, Option<String>)> {
    let options = Options { published: Day::parse(published), ..Options::default() };
    let analysis = analyze(text, &options);
    let words = |date: &DateMention| (date.span.of(text).to_owned(), date.value.clone());
    analysis.dates.iter().map(words).collect()
}

#[track_caller]
fn check(text: &str, published: &str, want: &[(&str, &str)]) {
    let got = read(text, published);
    let got: Vec<(&str, &str)> =
        got.iter().map(|(words, value)| (words.as_str(), value.as_deref().unwrap_or("?"))).collect();
    assert_eq!(got, want, "{text}");
}

#[test]
fn whole_dates_say_it_all() {
    check("They met on April 2, 2025, in Lund.", "", &[("April 2, 2025", "2025-04-02")]);
    check("They met on Wednesday, 2 April 2025.", "", &[("Wednesday, 2 April 2025", "2025-04-02")]);
    check("It opened on the 4th of July 1988.", "", &[("4th of July 1988", "1988-07-04")]);
    check("The talks run May 5-8, 2024.", "", &[("May 5-8, 2024", "2024-05-05/2024-05-08")]);
    check("The fair is held on 5–6 September 2019.", "", &[("5–6 September 2019", "2019-09-05/2019-09-06")]);
    check("Filed 2024-02-29 at noon.", "", &[("2024-02-29", "2024-02-29")]);
    check("Filed on 31.12.2023 and 12/31/2023.", "", &[("31.12.2023", "2023-12-31"), ("12/31/2023", "2023-12-31")]);
    check("It closed in November 1990.", "", &[("November 1990", "1990-11")]);
    check("It lasted from March to August 2011.", "", &[("March", "2011-03"), ("August 2011", "2011-08")]);
}

#[test]
fn years_decades_and_centuries_stand_where_years_stand() {
    check("Founded in 1897, it moved in 2004.", "", &[("1897", "1897"), ("2004", "2004")]);
    check("The mill (1781–1849) burned.", "", &[("1781–1849", "1781/1849")]);
    check("In the 1990s they left.", "", &[("1990s", "1990-01-01/1999-12-31")]);
    check("It dates from the early 1970s.", "", &[("early 1970s", "1970-01-01/1974-12-31")]);
    check("A 19th-century mill.", "", &[("19th-century", "1800-01-01/1899-12-31")]);
    check("Sales rose in Q3 2024.", "", &[("Q3 2024", "2024-07-01/2024-09-30")]);
    check("Sales fell in the first half of 2024.", "", &[("first half of 2024", "2024-01-01/2024-06-30")]);
}

#[test]
fn amounts_ages_and_money_are_no_dates() {
    for text in [
        "Some 2000 people came.",
        "It cost $1999 and weighed 1500 tons.",
        "The 42-year-old ran 1,900 meters.",
        "They may march in protest.",
        "He said it took four and a half hours.",
        "A 3 percent rise followed.",
        "April Hayes and June Ortega spoke.",
    ] {
        check(text, "2025-04-11", &[]);
    }
}

#[test]
fn near_days_are_counted_from_the_day_of_publication() {
    check("It fell on Friday.", "2025-04-11", &[("Friday", "2025-04-11")]);
    check("On Thursday she resigned.", "2025-04-11", &[("Thursday", "2025-04-10")]);
    check("The court will sit on Monday.", "2025-04-11", &[("Monday", "2025-04-14")]);
    check(
        "Yesterday it rained; tomorrow it may not.",
        "2025-03-01",
        &[("Yesterday", "2025-02-28"), ("tomorrow", "2025-03-02")],
    );
    check("He flew there last week.", "2025-04-11", &[("last week", "2025-W14")]);
    check("Prices rose last month and last year.", "2025-01-15", &[("last month", "2024-12"), ("last year", "2024")]);
    check("She left two years ago.", "2025-04-11", &[("two years ago", "2023")]);
    check("It shut three days ago.", "2025-04-02", &[("three days ago", "2025-03-30")]);
    check("Trade fell over the past five years.", "2025-04-11", &[("past five years", "2020-04-12/2025-04-11")]);
    check("It opens by the end of April.", "2025-04-11", &[("the end of April", "2025-04-30")]);
    check("It will be done by the end of the year.", "2025-04-11", &[("the end of the year", "2025-12-31")]);
    check("They met in February.", "2025-04-11", &[("February", "2025-02")]);
    check("They met in November.", "2025-04-11", &[("November", "2024-11")]);
    check("She said it would open on Monday.", "2025-04-11", &[("Monday", "2025-04-14")]);
    check("It must close by June, not in 2032.", "2025-04-11", &[("June", "2025-06"), ("2032", "2032")]);
    check("Elections are due in November.", "2025-04-11", &[("November", "2025-11")]);
    check("Last summer was dry.", "2025-04-11", &[("Last summer", "2024-06-01/2024-08-31")]);
}

#[test]
fn without_a_day_of_publication_nothing_is_guessed() {
    for text in [
        "It fell on Friday.",
        "He left last week.",
        "They met in February.",
        "She left two years ago.",
        "Today it rained.",
    ] {
        let analysis = analyze(text, &Options::default());
        let date = analysis.dates.first().expect(text);
        assert_eq!(
            (date.value.as_deref(), date.precision, date.basis),
            (None, Precision::None, Basis::Unresolved),
            "{text}"
        );
    }
}

#[test]
fn some_dates_are_counted_from_the_date_before() {
    check(
        "The fire broke out on June 3, 1998. The next day it was out. Two years later the mill reopened.",
        "2025-04-11",
        &[("June 3, 1998", "1998-06-03"), ("next day", "1998-06-04"), ("Two years later", "2000")],
    );
    check(
        "It burned on 3 June 1998. On 9 June it reopened.",
        "2025-04-11",
        &[("3 June 1998", "1998-06-03"), ("9 June", "1998-06-09")],
    );
}

#[test]
fn times_stand_on_the_date_beside_them() {
    check(
        "It begins on May 2, 2024, at 10:30 a.m.",
        "",
        &[("May 2, 2024", "2024-05-02"), ("10:30 a.m.", "2024-05-02T10:30")],
    );
    check("Doors open at 18:00 GMT.", "2024-05-02", &[("18:00 GMT", "2024-05-02T18:00Z")]);
    check("They won 10:30 and lost 3.5 sets.", "2024-05-02", &[]);
}

#[test]
fn the_date_line_dates_the_article() {
    let text = "Harbour bridge closes for repair\n\nMarch 7, 2024\n\nThe bridge shut on Thursday, the city said on its website.";
    let analysis = analyze(text, &Options::default());
    let published = analysis.published.expect("a date line");
    assert_eq!(
        (published.value.as_str(), published.span.map(|span| span.of(text))),
        ("2024-03-07", Some("March 7, 2024"))
    );
    assert_eq!(analysis.dates.last().and_then(|date| date.value.as_deref()), Some("2024-03-07"));
}

#[test]
fn odd_input_holds_no_date_and_does_no_harm() {
    for text in [
        "0000-00-00",
        "99/99/9999",
        "31 February 2024",
        "the 99th century",
        "9999999999 years ago",
        "May",
        "'s",
        "the end of",
    ] {
        let analysis = analyze(text, &Options { published: Day::parse("9999-12-31"), ..Options::default() });
        assert!(analysis.dates.iter().all(|date| date.value.is_none()), "{text}: {:?}", analysis.dates);
    }
}

#[test]
fn early_years_need_their_era_or_a_word_that_tells_them() {
    check("The wall was built in 480 BC and fell in AD 12.", "", &[("480 BC", "-0480"), ("AD 12", "0012")]);
    check("It was sacked in A.D. 410.", "", &[("A.D. 410", "0410")]);
    check("The abbot (c. 314 – 368) kept bees.", "", &[("314", "0314"), ("368", "0368")]);
    check("He died on 30 September 420.", "", &[("30 September 420", "0420-09-30")]);
    check("They came 5,000 years ago.", "2015-03-02", &[("5,000 years ago", "-2985")]);
    check("It sold 350 of 600 in May 2020.", "", &[("May 2020", "2020-05")]);
}

#[test]
fn what_comes_round_every_year_has_no_year() {
    check("Winters are mild there.", "2025-04-11", &[("Winters", "--12/--03")]);
    check("The pool is open in the summer.", "2025-04-11", &[("summer", "--06/--09")]);
    check("Temperatures reach 30 degrees in July.", "2025-04-11", &[("July", "--07")]);
    check("They drank spring water at the Winter Palace.", "2025-04-11", &[]);
}

#[test]
fn seasons_and_wars_of_the_past_are_stretches_of_time() {
    check("They met in the summer of 2010.", "", &[("summer of 2010", "2010-06/2010-09")]);
    check("It froze in the winter of 1776-77.", "", &[("winter of 1776-77", "1776-12/1777-03")]);
    check("The pier was lost in World War II.", "", &[("World War II", "1939-09-01/1945-09-02")]);
    check("His early stories (1892 – 94) sold well.", "", &[("1892", "1892"), ("94", "1894")]);
    check("It was signed on the 24th day of November, 1954.", "", &[("24th day of November, 1954", "1954-11-24")]);
}

#[test]
fn the_middle_of_a_month_or_decade_is_a_part_of_it() {
    check("They met in mid-May 2019.", "", &[("mid-May 2019", "2019-05-11/2019-05-20")]);
    check("They met in mid-March.", "2025-04-11", &[("mid-March", "2025-03-11/2025-03-20")]);
    check("It was built in the mid-1800s.", "", &[("mid-1800s", "1840-01-01/1859-12-31")]);
    check("It closed in the mid-1990s.", "", &[("mid-1990s", "1994-01-01/1996-12-31")]);
}
