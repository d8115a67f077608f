//! Spoken syllables of English words.

/// Counts the syllables of one word, the parts of a compound together; 0 for no word at all.
#[must_use]
pub fn count(word: &str) -> u32 {
    word.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '.'))).map(part).sum()
}

fn part(word: &str) -> u32 {
    if !word.contains(char::is_alphanumeric) {
        return 0;
    }
    let mut groups = 0;
    let mut in_vowels = false;
    for c in word.chars().flat_map(char::to_lowercase) {
        let vowel = matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'à'..='æ' | 'è'..='ï' | 'ò'..='ö' | 'ù'..='ý');
        groups += u32::from(vowel && !in_vowels);
        in_vowels = vowel;
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    (groups - u32::from(silent)).max(1)
}
