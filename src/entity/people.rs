//! When two forms of a person's name are the same name.

/// Nicknames and the given names they stand for. Facts of common usage.
const NICKNAMES: [(&str, &str); 56] = [
    ("abby", "abigail"),
    ("al", "albert"),
    ("alex", "alexander"),
    ("andy", "andrew"),
    ("barb", "barbara"),
    ("ben", "benjamin"),
    ("bernie", "bernard"),
    ("beth", "elizabeth"),
    ("bill", "william"),
    ("bob", "robert"),
    ("cathy", "catherine"),
    ("charlie", "charles"),
    ("chris", "christopher"),
    ("chuck", "charles"),
    ("dan", "daniel"),
    ("dave", "david"),
    ("deb", "deborah"),
    ("debbie", "deborah"),
    ("dick", "richard"),
    ("don", "donald"),
    ("ed", "edward"),
    ("fred", "frederick"),
    ("greg", "gregory"),
    ("jeff", "jeffrey"),
    ("jen", "jennifer"),
    ("jenny", "jennifer"),
    ("jim", "james"),
    ("jimmy", "james"),
    ("joe", "joseph"),
    ("jon", "jonathan"),
    ("josh", "joshua"),
    ("kate", "katherine"),
    ("kathy", "katherine"),
    ("ken", "kenneth"),
    ("larry", "lawrence"),
    ("liz", "elizabeth"),
    ("maggie", "margaret"),
    ("matt", "matthew"),
    ("meg", "margaret"),
    ("mick", "michael"),
    ("mike", "michael"),
    ("nick", "nicholas"),
    ("pat", "patrick"),
    ("peggy", "margaret"),
    ("pete", "peter"),
    ("ray", "raymond"),
    ("rick", "richard"),
    ("rob", "robert"),
    ("ron", "ronald"),
    ("sam", "samuel"),
    ("steve", "steven"),
    ("sue", "susan"),
    ("ted", "edward"),
    ("tim", "timothy"),
    ("tom", "thomas"),
    ("tony", "anthony"),
];

/// Endings that follow a surname and are no part of it.
const SUFFIXES: [&str; 6] = ["jr", "sr", "ii", "iii", "iv", "phd"];

/// Small words inside surnames: "van Dyke" is found under "dyke" as well as whole.
const PARTICLES: [&str; 12] = ["van", "von", "de", "der", "den", "del", "della", "di", "da", "bin", "al", "la"];

/// The words of a person's name without what follows the surname.
pub fn core(words: &[String]) -> &[String] {
    match words {
        [rest @ .., last] if !rest.is_empty() && SUFFIXES.contains(&last.as_str()) => rest,
        _ => words,
    }
}

/// The full name of a person.
pub struct Person<'w> {
    words: &'w [String],
    /// The given name, and what a nickname stands for.
    given: &'w str,
}

impl<'w> Person<'w> {
    /// Reads the words of a name.
    pub fn of(words: &'w [String]) -> Self {
        let words = core(words);
        Self { words, given: words.first().map_or("", |given| full(given)) }
    }

    /// Whether two names, given name first, may be one person's: the surnames agree, and the given names are the same, an
    /// initial of each other, or a nickname.
    pub fn agrees(&self, other: &Self) -> bool {
        match (self.words, other.words) {
            ([one, .., surname], [other_one, .., same]) => {
                let particle = || [one, other_one].iter().any(|word| PARTICLES.contains(&word.as_str()));
                surname == same && (self.given == other.given || initial(one, other_one) || particle())
            }
            ([.., surname], [.., same]) => surname == same,
            _ => false,
        }
    }
}

/// Whether two names may be one person's.
#[cfg(any(test, feature = "train"))]
pub fn agree(one: &[String], other: &[String]) -> bool {
    Person::of(one).agrees(&Person::of(other))
}

/// Whether one given name is the first letter of the other.
fn initial(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    long.starts_with(short) && short.chars().count() == 1
}

fn full(given: &str) -> &str {
    NICKNAMES.binary_search_by_key(&given, |entry| entry.0).map_or(given, |found| NICKNAMES[found].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(name: &str) -> Vec<String> {
        name.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn nicknames_are_sorted_for_their_search() {
        assert!(NICKNAMES.is_sorted_by_key(|entry| entry.0));
    }

    #[test]
    fn one_person_may_be_written_in_several_ways() {
        for (one, other) in [
            ("lena brandt", "brandt"),
            ("lena brandt", "l brandt"),
            ("bob carver", "robert carver"),
            ("robert h carver", "robert carver jr"),
        ] {
            assert!(agree(&words(one), &words(other)), "{one} / {other}");
        }
        for (one, other) in [("lena brandt", "otto brandt"), ("lena brandt", "lena carver")] {
            assert!(!agree(&words(one), &words(other)), "{one} / {other}");
        }
    }
}
