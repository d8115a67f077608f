//! Names that are the same by fact, not by form.

/// Countries and bodies known under several names, each group once with its usual name first. Facts of common
/// knowledge; no list was copied.
const SAME: [&[&str]; 30] = [
    &["united states", "us", "usa", "united states of america", "america"],
    &["united kingdom", "uk", "britain", "great britain"],
    &["european union", "eu"],
    &["united nations", "un"],
    &["united arab emirates", "uae"],
    &["russia", "russian federation"],
    &["china", "peoples republic of china", "prc"],
    &["south korea", "republic of korea", "rok"],
    &["north korea", "dprk"],
    &["czech republic", "czechia"],
    &["myanmar", "burma"],
    &["ivory coast", "cote d'ivoire", "côte d'ivoire"],
    &["turkey", "türkiye", "turkiye"],
    &["democratic republic of the congo", "drc", "dr congo", "congo-kinshasa"],
    &["holland", "netherlands"],
    &["kyiv", "kiev"],
    &["new york city", "nyc"],
    &["los angeles", "la"],
    &["washington dc", "dc", "district of columbia"],
    &["north atlantic treaty organization", "nato"],
    &["world health organization", "who"],
    &["international monetary fund", "imf"],
    &["world trade organization", "wto"],
    &["associated press", "ap"],
    &["agence france-presse", "afp"],
    &["british broadcasting corporation", "bbc"],
    &["federal bureau of investigation", "fbi"],
    &["central intelligence agency", "cia"],
    &["european central bank", "ecb"],
    &["republican party", "gop"],
];

/// Words that close an organisation's name without telling it from its short form.
const CLOSERS: [&str; 30] = [
    "ag",
    "airlines",
    "airways",
    "association",
    "bank",
    "bv",
    "club",
    "co",
    "company",
    "corp",
    "corporation",
    "council",
    "foundation",
    "fund",
    "gmbh",
    "group",
    "holding",
    "holdings",
    "inc",
    "incorporated",
    "institute",
    "limited",
    "llc",
    "llp",
    "ltd",
    "nv",
    "party",
    "plc",
    "sa",
    "university",
];

/// Words that acronyms pass over.
const PASSED_OVER: [&str; 8] = ["of", "the", "and", "for", "in", "on", "to", "&"];

/// The usual name of something known under several; the key itself otherwise.
pub fn usual(key: &str) -> &str {
    SAME.iter().find(|group| group.contains(&key)).map_or(key, |group| group[0])
}

/// Whether `word` closes an organisation's name without telling it from its short form.
pub fn is_closer(word: &str) -> bool {
    CLOSERS.binary_search(&word).is_ok()
}

/// The acronym of a name of two or more words.
pub fn acronym(words: &[String]) -> Option<String> {
    let counted: Vec<&String> = words.iter().filter(|word| !PASSED_OVER.contains(&word.as_str())).collect();
    (counted.len() >= 2).then(|| counted.iter().filter_map(|word| word.chars().next()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closers_are_sorted_for_their_search() {
        assert!(CLOSERS.is_sorted());
        assert!(is_closer("plc") && !is_closer("ministry"));
    }

    #[test]
    fn acronyms_pass_over_small_words() {
        let words = ["ministry", "of", "public", "works"].map(str::to_owned);
        assert_eq!(acronym(&words).as_deref(), Some("mpw"));
        assert_eq!(acronym(&words[..1]), None);
    }
}
