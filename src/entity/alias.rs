//! Names that are the same by fact, not by form.

/// Other names of countries and bodies, each with the usual one. Facts of common knowledge; no list was copied.
const SAME: [(&str, &str); 42] = [
    ("afp", "agence france-presse"),
    ("america", "united states"),
    ("ap", "associated press"),
    ("bbc", "british broadcasting corporation"),
    ("britain", "united kingdom"),
    ("burma", "myanmar"),
    ("cia", "central intelligence agency"),
    ("congo-kinshasa", "democratic republic of the congo"),
    ("cote d'ivoire", "ivory coast"),
    ("czechia", "czech republic"),
    ("côte d'ivoire", "ivory coast"),
    ("dc", "washington dc"),
    ("district of columbia", "washington dc"),
    ("dprk", "north korea"),
    ("dr congo", "democratic republic of the congo"),
    ("drc", "democratic republic of the congo"),
    ("ecb", "european central bank"),
    ("eu", "european union"),
    ("fbi", "federal bureau of investigation"),
    ("gop", "republican party"),
    ("great britain", "united kingdom"),
    ("imf", "international monetary fund"),
    ("kiev", "kyiv"),
    ("la", "los angeles"),
    ("nato", "north atlantic treaty organization"),
    ("netherlands", "holland"),
    ("nyc", "new york city"),
    ("peoples republic of china", "china"),
    ("prc", "china"),
    ("republic of korea", "south korea"),
    ("rok", "south korea"),
    ("russian federation", "russia"),
    ("turkiye", "turkey"),
    ("türkiye", "turkey"),
    ("uae", "united arab emirates"),
    ("uk", "united kingdom"),
    ("un", "united nations"),
    ("united states of america", "united states"),
    ("us", "united states"),
    ("usa", "united states"),
    ("who", "world health organization"),
    ("wto", "world trade organization"),
];

/// Words that close an organisation's name without telling it from its short form.
const CLOSERS: [&str; 44] = [
    "ag",
    "airline",
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
    "energy",
    "foundation",
    "fund",
    "gmbh",
    "group",
    "holding",
    "holdings",
    "inc",
    "incorporated",
    "industries",
    "institute",
    "limited",
    "line",
    "lines",
    "llc",
    "llp",
    "ltd",
    "media",
    "motors",
    "nv",
    "oil",
    "partners",
    "party",
    "pharma",
    "plc",
    "sa",
    "shipping",
    "steel",
    "systems",
    "technologies",
    "university",
];

/// Words that say what kind of place a name is.
const LANDFORMS: [&str; 16] = [
    "bay",
    "city",
    "county",
    "district",
    "harbor",
    "harbour",
    "island",
    "islands",
    "isle",
    "lake",
    "peninsula",
    "province",
    "region",
    "river",
    "state",
    "valley",
];

/// Words in the names of organisations that nobody calls a company.
const PUBLIC: [&str; 34] = [
    "academy",
    "administration",
    "agency",
    "army",
    "assembly",
    "association",
    "authority",
    "bureau",
    "church",
    "college",
    "commission",
    "committee",
    "congress",
    "council",
    "court",
    "department",
    "federation",
    "fund",
    "gazette",
    "government",
    "institute",
    "kremlin",
    "ledger",
    "ministry",
    "nations",
    "news",
    "parliament",
    "party",
    "police",
    "senate",
    "times",
    "tribune",
    "union",
    "university",
];

/// Words that acronyms pass over.
const PASSED_OVER: [&str; 8] = ["of", "the", "and", "for", "in", "on", "to", "&"];

/// The usual name of something known under several; the key itself otherwise.
pub fn usual(key: &str) -> &str {
    SAME.binary_search_by_key(&key, |entry| entry.0).map_or(key, |found| SAME[found].1)
}

/// Whether `word` closes an organisation's name without telling it from its short form.
pub fn is_closer(word: &str) -> bool {
    CLOSERS.binary_search(&word).is_ok()
}

/// Whether `word` says what kind of place a name is.
pub fn is_landform(word: &str) -> bool {
    LANDFORMS.binary_search(&word).is_ok()
}

/// Whether a name holds a word that nobody calls a company by.
pub fn is_public(words: &[String]) -> bool {
    words.iter().any(|word| PUBLIC.binary_search(&word.as_str()).is_ok())
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
        assert!(SAME.is_sorted_by_key(|entry| entry.0));
        assert!(CLOSERS.is_sorted() && LANDFORMS.is_sorted() && PUBLIC.is_sorted());
        assert!(is_closer("plc") && !is_closer("ministry"));
    }

    #[test]
    fn acronyms_pass_over_small_words() {
        let words = ["ministry", "of", "public", "works"].map(str::to_owned);
        assert_eq!(acronym(&words).as_deref(), Some("mpw"));
        assert_eq!(acronym(&words[..1]), None);
    }
}
