//! Figures as they are read aloud in American English: no "and", years in pairs.

/// Syllables of nought to nineteen.
const SMALL: [u32; 20] = [2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2];
/// "Hundred", "thousand", "million", "billion" have two syllables each.
const POWER: u32 = 2;
/// Longer rows of digits are read one by one.
const MOST_DIGITS: usize = 12;

/// Syllables of a whole number.
#[must_use]
pub fn cardinal(n: u64) -> u32 {
    match n {
        0..=19 => SMALL[n as usize],
        20..=99 => {
            let tens = if n / 10 == 7 { 3 } else { 2 };
            tens + if n % 10 == 0 { 0 } else { SMALL[(n % 10) as usize] }
        }
        100..=999 => cardinal(n / 100) + POWER + rest(n % 100),
        _ => {
            let mut power = 1000;
            while n / power >= 1000 {
                power *= 1000;
            }
            cardinal(n / power) + POWER + rest(n % power)
        }
    }
}

fn rest(n: u64) -> u32 {
    if n == 0 { 0 } else { cardinal(n) }
}

/// Syllables of "first", "second", "twentieth".
#[must_use]
pub fn ordinal(n: u64) -> u32 {
    let second = n % 10 == 2 && n % 100 != 12;
    let tens = n % 10 == 0 && n % 100 >= 20;
    cardinal(n) + u32::from(second || tens)
}

/// A figure with what is glued behind it: "3.5m", "21st", "1990s", "10:30", "1,500", "3½".
#[must_use]
pub fn figure(text: &str, money: bool) -> u32 {
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | ':' | '/'))).unwrap_or(text.len());
    let (digits, unit) = text.split_at(end);
    let digits = digits.trim_end_matches(['.', ',', ':', '/']);
    let number = number(digits, money && unit.is_empty(), matches!(unit, "" | "s" | "'s" | "’s"));
    number + behind(digits, unit)
}

/// What is said behind the figure.
fn behind(digits: &str, unit: &str) -> u32 {
    let mut buffer = [0; 64];
    match crate::lexicon::fold(unit, &mut buffer) {
        "" | "s" | "'s" => 0,
        "st" | "nd" | "rd" | "th" => digits.parse().map_or(0, |n: u64| ordinal(n) - cardinal(n)),
        "m" | "mn" | "b" | "bn" | "k" | "tn" | "am" | "pm" | "a.m" | "p.m" | "%" => 2,
        "cm" | "mm" | "mph" | "½" => 3,
        "km" | "kg" | "kph" | "¼" => 4,
        "¾" => 5,
        letters if letters.len() <= 2 => super::aloud::initials(letters),
        letters => super::syllable::in_text(letters),
    }
}

fn number(digits: &str, money: bool, may_be_year: bool) -> u32 {
    if digits.contains([':', '/']) {
        return digits.split([':', '/']).enumerate().map(|(i, part)| clock(part, i > 0)).sum();
    }
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let grouped = whole.contains(',');
    let plain: String = whole.chars().filter(char::is_ascii_digit).take(MOST_DIGITS + 1).collect();
    let Some(n) = plain.parse::<u64>().ok().filter(|_| plain.len() <= MOST_DIGITS) else { return one_by_one(digits) };
    if plain.len() > 1 && plain.starts_with('0') {
        return one_by_one(digits);
    }
    match decimals {
        "" if may_be_year && !money && !grouped && plain.len() == 4 => year(n),
        "" => cardinal(n),
        "00" if money => cardinal(n),
        // "$3.50" is three dollars fifty.
        cents if money && cents.len() == 2 => cardinal(n) + clock(cents, true),
        decimals => cardinal(n) + 1 + one_by_one(decimals),
    }
}

/// An hour, or the minutes behind it: "10:00" is ten, "10:05" is ten oh five.
fn clock(part: &str, behind: bool) -> u32 {
    match part.parse::<u64>() {
        Ok(0) if behind && part.len() == 2 => 0,
        Ok(n) => u32::from(behind && part.len() == 2 && n < 10) + cardinal(n),
        Err(_) => one_by_one(part),
    }
}

/// "2025" is twenty twenty-five, "1905" nineteen oh five, "2005" two thousand five.
fn year(n: u64) -> u32 {
    let (century, rest) = (n / 100, n % 100);
    match (century, rest) {
        (0..=10 | 20, 0..=9) | (0..=10 | 21.., _) => cardinal(n),
        (_, 0) => cardinal(century) + POWER,
        (_, 1..=9) => cardinal(century) + 1 + cardinal(rest),
        _ => cardinal(century) + cardinal(rest),
    }
}

/// Digits one by one; nought is "oh".
fn one_by_one(digits: &str) -> u32 {
    digits.bytes().filter(u8::is_ascii_digit).map(|b| if b == b'7' { 2 } else { 1 }).sum()
}

/// A number to be dialled: nothing but digits in groups, seven and more of them.
#[must_use]
pub fn by_digits(text: &str) -> Option<u32> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let only = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.' | b'(' | b')'));
    let groups = text.bytes().filter(|b| matches!(b, b'-' | b'.')).count();
    (only && digits >= 7 && groups > 0 && !is_decimal(text)).then(|| one_by_one(text))
}

/// One stop and no hyphen: a decimal fraction, not a number to be dialled.
fn is_decimal(text: &str) -> bool {
    !text.contains('-') && text.bytes().filter(|&b| b == b'.').count() == 1
}
