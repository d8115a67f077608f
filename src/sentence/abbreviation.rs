//! Abbreviations written with a stop, and what may follow them.

use super::opener::listed;

/// What follows an abbreviation, and so whether its stop may also end the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habit {
    /// A name or another word always follows: "Mr.", "Gen.", "vs.", "e.g.".
    Before,
    /// A number follows; otherwise it is an ordinary word or the end: "No. 10", "pp. 4", "Fig. 2".
    Number,
    /// A day or a year follows, or the sentence ends: "Jan. 6".
    Month,
    /// Stands after what it belongs to and may end the sentence: "Inc.", "Jr.", "etc.", "p.m.".
    After,
    /// A name follows or stands before: "St. Petersburg", "Main St.".
    Saint,
    /// An ordinary word too; an abbreviation only where the next word shows it: "in.", "art.", "mass.".
    Word,
}

/// Titles and words that something always follows.
const BEFORE: &[&str] = &[
    "a.k.a", "adm", "aka", "ald", "amb", "approx", "asst", "attn", "atty", "brig", "bro", "c", "ca", "capt", "cdr",
    "cf", "cllr", "cmdr", "cmsgt", "col", "comdr", "commr", "cong", "cpl", "cpt", "det", "dir", "dr", "drs", "e.g",
    "eg", "ens", "esp", "fr", "ft", "gen", "gens", "gov", "govs", "gr", "hon", "i.e", "ie", "incl", "insp", "lt",
    "lt.col", "lt.gov", "lts", "maj", "mdm", "messrs", "mgr", "min", "mlle", "mme", "mmes", "mr", "mrs", "ms", "msgr",
    "mt", "mx", "ofc", "op.cit", "pfc", "pres", "prof", "profs", "pvt", "rep", "reps", "rev", "revs", "rt", "sec",
    "sen", "sens", "sgt", "sgts", "spc", "sr", "sra", "srta", "ssgt", "supt", "treas", "v", "ven", "viz", "vs",
];

/// Words that count what follows.
const NUMBER: &[&str] = &[
    "art", "arts", "ch", "chap", "ed", "eds", "eq", "eqs", "ext", "fig", "figs", "no", "nos", "nr", "op", "p", "par",
    "para", "paras", "pp", "pt", "ref", "refs", "stat", "tab", "tel", "vol", "vols",
];

/// Months.
const MONTHS: &[&str] = &["apr", "aug", "dec", "feb", "jan", "jul", "jun", "mar", "nov", "oct", "sep", "sept"];

/// Companies, degrees, streets, states, days, units.
const AFTER: &[&str] = &[
    "a.m", "al", "ala", "alta", "am", "apt", "ariz", "ark", "assn", "assoc", "ave", "b.sc", "bldg", "blvd", "bn",
    "bros", "calif", "cie", "co", "colo", "conn", "corp", "cos", "cres", "d.phil", "dept", "dist", "div", "ed.d",
    "esq", "est", "etc", "fla", "fri", "ga", "gmbh", "gov't", "govt", "hosp", "hq", "hr", "hrs", "hwy", "inc", "intl",
    "jnr", "jr", "kan", "kg", "km", "ky", "la", "lb", "lbs", "ll.b", "ll.d", "ll.m", "llc", "ltd", "m.sc", "md", "mfg",
    "mfr", "mich", "minn", "mins", "misc", "mo", "mob", "mon", "mont", "mos", "mph", "n.b", "n.h", "natl", "neb",
    "nev", "okla", "ont", "ore", "oz", "p.m", "p.s", "pa", "penn", "ph.d", "ph.ds", "pkg", "pkwy", "plc", "pm",
    "psy.d", "que", "rd", "rec", "regt", "resp", "sask", "sat", "secs", "snr", "sq", "ste", "sun", "tbsp", "tenn",
    "terr", "tex", "thu", "thur", "thurs", "tsp", "tue", "tues", "univ", "va", "vt", "w.va", "wed", "wis", "wk", "wks",
    "wyo", "yr", "yrs",
];

/// States and measures that are also words.
const WORDS: &[&str] = &["del", "dom", "ill", "in", "ind", "info", "mass", "me", "miss", "spec", "wash"];

/// Never written in capitals: those are other words, "IE", "FT", "MIN".
const SMALL: &[&str] = &["aka", "ca", "cf", "det", "dir", "eg", "ens", "esp", "ft", "gr", "ie", "min", "ms"];

/// The habit of `word`, which is written without its last stop; `None` when it is no known abbreviation.
#[must_use]
pub fn habit(word: &str) -> Option<Habit> {
    if word.len() > 7 {
        return None;
    }
    if word.bytes().all(|b| b.is_ascii_uppercase()) && listed(SMALL, word) {
        return None;
    }
    let lists = [
        (BEFORE, Habit::Before),
        (AFTER, Habit::After),
        (NUMBER, Habit::Number),
        (MONTHS, Habit::Month),
        (WORDS, Habit::Word),
    ];
    if word.eq_ignore_ascii_case("st") || word.eq_ignore_ascii_case("sts") {
        return Some(Habit::Saint);
    }
    lists.into_iter().find(|(list, _)| listed(list, word)).map(|(_, habit)| habit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_disjoint() {
        let lists = [BEFORE, AFTER, NUMBER, MONTHS, WORDS];
        for (i, list) in lists.iter().enumerate() {
            assert!(list.is_sorted_by(|a, b| a < b));
            assert!(list.iter().all(|word| word.len() <= 7));
            for word in lists.iter().skip(i + 1).flat_map(|other| other.iter()) {
                assert!(list.binary_search(word).is_err(), "{word} has two habits");
            }
        }
    }

    #[test]
    fn habits() {
        assert_eq!(habit("Gen"), Some(Habit::Before));
        assert_eq!(habit("INC"), Some(Habit::After));
        assert_eq!(habit("St"), Some(Habit::Saint));
        assert_eq!(habit("harbour"), None);
    }
}
