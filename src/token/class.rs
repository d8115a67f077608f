//! What a byte or a character is to the tokenizer.

/// Lower-case ASCII letter.
pub const LOWER: u8 = 1;
/// Upper-case ASCII letter.
pub const UPPER: u8 = 2;
/// ASCII digit.
pub const DIGIT: u8 = 4;
/// `.`, `@` and `:`, the marks of addresses.
pub const ADDRESS: u8 = 8;
/// ASCII white space.
pub const SPACE: u8 = 16;
/// Anything else in ASCII.
pub const OTHER: u8 = 32;
/// Part of a character beyond ASCII.
pub const HIGH: u8 = 64;

const TABLE: [u8; 256] = {
    let mut table = [OTHER; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
            b'.' | b'@' | b':' => ADDRESS,
            b' ' | 9..=13 => SPACE,
            128.. => HIGH,
            _ => OTHER,
        };
        byte += 1;
    }
    table
};

/// The class of a byte.
#[must_use]
pub const fn of(byte: u8) -> u8 {
    TABLE[byte as usize]
}

/// Whether a byte is an ASCII letter or digit.
#[must_use]
pub const fn is_alnum(byte: u8) -> bool {
    of(byte) & (LOWER | UPPER | DIGIT) != 0
}

/// Straight or curly apostrophe, or one of the letters that stand for it.
#[must_use]
pub const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '＇')
}

/// Every quotation mark.
#[must_use]
pub const fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '`'
            | '´'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '＂'
    )
}

/// Takes no room and belongs to the word it stands in: soft hyphen, zero-width and direction marks.
#[must_use]
pub const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A currency sign.
#[must_use]
pub const fn is_currency(c: char) -> bool {
    matches!(c, '$' | '¢'..='¥' | '֏' | '؋' | '฿' | '\u{20a0}'..='\u{20c0}' | '＄')
}

/// A letter of a script written without spaces between words.
#[must_use]
pub const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{2fdf}'
        | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

/// The first character of an emoji.
#[must_use]
pub const fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{231a}'..='\u{231b}' | '\u{23e9}'..='\u{23fa}'
        | '\u{2b1b}'..='\u{2b1c}' | '⭐' | '⭕' | '〰' | '〽')
}

/// Mathematical, currency and other symbols.
#[must_use]
pub const fn is_symbol(c: char) -> bool {
    is_currency(c)
        || matches!(c, '%' | '+' | '<' | '=' | '>' | '^' | '|' | '~' | '&' | '@' | '#' | '¦' | '§' | '©' | '¬' | '®' | '°' | '±'
            | '¶' | '×' | '÷' | '′' | '″' | '‰' | '\u{2100}'..='\u{214f}' | '\u{2190}'..='\u{22ff}' | '\u{2300}'..='\u{25ff}')
}
