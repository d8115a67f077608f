//! Figures: which separators belong to a number, and which letters after it are a unit.

use super::class::is_alnum;

/// Where the number that begins at `at` ends. It begins with a digit, or with a stop before one.
#[must_use]
pub fn end(bytes: &[u8], at: usize) -> usize {
    if let Some(end) = grouped(bytes, at) {
        return end;
    }
    let mut end = at + digits(bytes, at);
    while matches!(bytes.get(end), Some(b'.' | b',' | b':')) {
        let more = digits(bytes, end + 1);
        if more == 0 {
            break;
        }
        end += 1 + more;
    }
    end
}

/// Dates and telephone numbers: "9/11", "3/8/2000", "2025-04-11", "555-0134". A score, a fraction or a span of years
/// is several numbers.
fn grouped(bytes: &[u8], at: usize) -> Option<usize> {
    let mut lens = [0; 4];
    let mut count = 0;
    let mut end = at;
    let separator = *bytes.get(at + digits(bytes, at))?;
    if !matches!(separator, b'/' | b'-') {
        return None;
    }
    for len in &mut lens {
        *len = digits(bytes, end);
        if *len == 0 {
            return None;
        }
        count += 1;
        end += *len;
        if bytes.get(end) != Some(&separator) {
            break;
        }
        end += 1;
    }
    if bytes.get(end).is_some_and(|&b| is_alnum(b) || b == separator) {
        return None;
    }
    let value = |start: usize, len: usize| {
        bytes.get(start..start + len).unwrap_or(&[]).iter().fold(0_u32, |n, b| n * 10 + u32::from(b - b'0'))
    };
    let whole = match (separator, count) {
        (b'/', 3) => lens.iter().all(|&len| len <= 4),
        (b'/', 2) if lens[0] <= 2 && lens[1] == 2 => {
            let (month, day) = (value(at, lens[0]), value(at + lens[0] + 1, 2));
            (1..=12).contains(&month) && (1..=31).contains(&day) && day != month + 1
        }
        (b'-', 2) => lens[0] == 3 && lens[1] == 4,
        (b'-', _) => lens.iter().all(|&len| len <= 4),
        _ => false,
    };
    whole.then_some(end)
}

/// How many digits stand at `at`.
fn digits(bytes: &[u8], at: usize) -> usize {
    bytes.get(at..).unwrap_or(&[]).iter().take_while(|b| b.is_ascii_digit()).count()
}

/// Whether letters straight after a number are a unit of their own: "35|mm", "5|pm", "$3.5|m". "90s", "2nd" and "4G"
/// are one token. After a currency sign capitals are millions too.
#[must_use]
pub fn is_unit(letters: &[u8], money: bool) -> bool {
    match letters {
        b"mm" | b"cm" | b"km" | b"kg" | b"mg" | b"ml" | b"m" | b"g" | b"k" | b"K" | b"b" | b"bn" | b"mn" | b"tn"
        | b"mph" | b"kph" | b"kmh" | b"ft" | b"lb" | b"lbs" | b"oz" | b"hr" | b"hrs" | b"min" | b"mins" | b"am"
        | b"pm" | b"AM" | b"PM" | b"a" | b"p" | b"hh" | b"Hz" | b"kHz" | b"MHz" | b"GHz" | b"kW" | b"MW" | b"GW"
        | b"kWh" | b"MWh" | b"KB" | b"MB" | b"GB" | b"TB" | b"kb" | b"gb" | b"mb" | b"million" | b"billion"
        | b"trillion" | b"p.m" | b"sq" | b"in" | b"yd" | b"yds" => true,
        b"M" | b"B" | b"MM" | b"BN" | b"T" | b"t" | b"bln" | b"mln" => money,
        _ => false,
    }
}
