//! Abbreviations written with a stop, and what may follow them.

use crate::lexicon::fold;

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

/// The habit of `word`, which is written without its last stop; `None` when it is no known abbreviation.
#[must_use]
pub fn habit(word: &str) -> Option<Habit> {
    let mut buffer = [0; 64];
    if word.len() > 12 {
        return None;
    }
    Some(match fold(word, &mut buffer) {
        "adm" | "amb" | "asst" | "atty" | "brig" | "bro" | "capt" | "cdr" | "cmdr" | "cmsgt" | "col" | "comdr"
        | "cpl" | "cpt" | "dr" | "drs" | "ens" | "fr" | "gen" | "gens" | "gov" | "govs" | "hon" | "insp" | "lt"
        | "lts" | "maj" | "messrs" | "mgr" | "mlle" | "mme" | "mmes" | "mr" | "mrs" | "ms" | "msgr" | "mt" | "ofc"
        | "pfc" | "pres" | "prof" | "profs" | "pvt" | "rep" | "reps" | "rev" | "revs" | "rt" | "sen" | "sens"
        | "sgt" | "sgts" | "spc" | "sr" | "sra" | "srta" | "ssgt" | "supt" | "treas" | "ven" | "vs" | "e.g" | "i.e"
        | "eg" | "ie" | "cf" | "viz" | "ca" | "approx" | "esp" | "incl" | "attn" | "ft" | "v" | "c" | "lt.gov"
        | "a.k.a" | "aka" | "gr" | "mx" | "dir" | "sec" | "min" | "det" => Habit::Before,
        "no" | "nos" | "pp" | "p" | "vol" | "vols" | "fig" | "figs" | "eq" | "eqs" | "ch" | "chap" | "art" | "arts"
        | "para" | "paras" | "nr" | "ed" | "eds" | "ext" | "tel" | "pt" | "par" | "stat" | "op" | "ref" | "refs"
        | "tab" => Habit::Number,
        "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec" => Habit::Month,
        "inc" | "corp" | "co" | "cos" | "ltd" | "llc" | "plc" | "bros" | "jr" | "esq" | "etc" | "al" | "a.m"
        | "p.m" | "am" | "pm" | "ph.d" | "ph.ds" | "m.sc" | "b.sc" | "d.phil" | "ed.d" | "psy.d" | "ll.b" | "ll.m"
        | "ll.d" | "ave" | "blvd" | "rd" | "hwy" | "pkwy" | "sq" | "dept" | "univ" | "assn" | "assoc" | "intl"
        | "natl" | "govt" | "gov't" | "dept's" | "bldg" | "apt" | "ste" | "mfg" | "est" | "mon" | "tue" | "tues"
        | "wed" | "thu" | "thur" | "thurs" | "fri" | "sat" | "sun" | "hr" | "hrs" | "mins" | "secs" | "yr" | "yrs"
        | "wk" | "wks" | "mo" | "mos" | "lb" | "lbs" | "oz" | "km" | "kg" | "mph" | "sq.ft" | "ala" | "ariz"
        | "ark" | "calif" | "colo" | "conn" | "fla" | "ga" | "kan" | "ky" | "la" | "md" | "mich" | "minn" | "mo.s"
        | "mont" | "neb" | "nev" | "n.h" | "okla" | "ont" | "ore" | "pa" | "penn" | "que" | "tenn" | "tex" | "vt"
        | "va" | "w.va" | "wis" | "wyo" | "bn" | "regt" | "div" | "dist" | "cie" | "gmbh" | "rec" | "resp" | "mob" => {
            Habit::After
        }
        "st" | "sts" => Habit::Saint,
        "in" | "del" | "ill" | "ind" | "mass" | "miss" | "wash" | "me" | "dom" | "info" | "spec" => Habit::Word,
        _ => return None,
    })
}
