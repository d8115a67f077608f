//! News and picture agencies.

/// Agencies by the names that stand in credits, in lower case.
const AGENCIES: &[&str] = &[
    "aap",
    "afp",
    "afp photo",
    "agence france-presse",
    "agencies",
    "alamy",
    "anadolu",
    "ani",
    "ansa",
    "ap",
    "ap photo",
    "associated press",
    "belga",
    "bloomberg",
    "bloomberg news",
    "bloomberg via getty images",
    "canadian press",
    "cnn",
    "dpa",
    "dpa-afx",
    "efe",
    "epa",
    "epa-efe",
    "flickr",
    "getty",
    "getty images",
    "handout",
    "ians",
    "imago",
    "imago images",
    "interfax",
    "istock",
    "keystone",
    "kyodo",
    "kyodo news",
    "lapresse",
    "ntb",
    "nurphoto",
    "pa images",
    "pa media",
    "pa wire",
    "picture alliance",
    "press association",
    "pti",
    "reuters",
    "ria novosti",
    "ritzau",
    "shutterstock",
    "sipa",
    "sipa usa",
    "sputnik",
    "tass",
    "the associated press",
    "the canadian press",
    "tns",
    "tt news agency",
    "ukrinform",
    "unsplash",
    "upi",
    "wikimedia",
    "wikimedia commons",
    "xinhua",
    "yonhap",
    "zuma",
    "zuma press",
];

/// Whether `name`, in lower case, is an agency.
#[must_use]
pub fn is_agency(name: &str) -> bool {
    let name = name.trim_matches(|c: char| !c.is_alphanumeric());
    AGENCIES.binary_search(&name).is_ok()
}

/// Whether `text`, in lower case, names agencies and nothing else: "ap / tass", "(reuters)", "via getty images".
#[must_use]
pub fn only_agencies(text: &str) -> bool {
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    let text = text.strip_prefix("via ").unwrap_or(text);
    !text.is_empty() && text.len() <= 80 && text.split(['/', ',', '|', '&', ';', '+']).all(is_agency)
}
