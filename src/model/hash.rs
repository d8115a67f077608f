//! The hash that every model shares. It is part of the format: a change here makes every trained file void.

/// Mixes a template's number with two values.
#[inline]
#[must_use]
pub fn mix(template: u32, first: u32, second: u32) -> u32 {
    let mut h = template.wrapping_mul(0x9E37_79B1) ^ first;
    h = (h ^ (h >> 15)).wrapping_mul(0x85EB_CA6B);
    h = (h.rotate_left(13) ^ second).wrapping_mul(0xC2B2_AE35);
    h ^ (h >> 16)
}

/// [`mix`] of many pairs of values at once, each with its template's number.
///
/// Slices and a function of its own: so it stays a loop, and compilers do several pairs in one step.
#[inline(never)]
pub fn mix_into(templates: &[u32], pairs: &[[u32; 2]], out: &mut [u32]) {
    for ((mixed, &[first, second]), &template) in out.iter_mut().zip(pairs).zip(templates) {
        *mixed = mix(template, first, second);
    }
}

/// [`mix_into`] a new array.
#[inline]
#[must_use]
pub fn mix_all<const N: usize>(templates: &[u32; N], pairs: &[[u32; 2]; N]) -> [u32; N] {
    let mut all = [0; N];
    mix_into(templates, pairs, &mut all);
    all
}

/// Hashes a few bytes.
#[inline]
#[must_use]
pub fn bytes(bytes: &[u8]) -> u32 {
    let mut h = 0x811C_9DC5_u32;
    for &byte in bytes {
        h = (h ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    h
}

/// A word of so many bytes is folded whole.
pub const WHOLE: usize = 32;

/// Lower-cases `word` into `buffer`, every digit a zero, curly apostrophes straight. Of a word too long for the
/// buffer only the end is kept, since that is what tells most.
#[inline]
#[must_use]
pub fn fold<'b>(word: &str, buffer: &'b mut [u8; 64]) -> &'b [u8] {
    if word.len() > WHOLE || !word.is_ascii() {
        return fold_any(word, buffer);
    }
    for (place, &byte) in buffer.iter_mut().zip(word.as_bytes()) {
        *place = folded(byte);
    }
    &buffer[..word.len()]
}

/// A byte of ASCII in lower case, every digit a zero.
fn folded(byte: u8) -> u8 {
    if byte.is_ascii_digit() { b'0' } else { byte.to_ascii_lowercase() }
}

/// [`fold`] of any word.
#[inline(never)]
fn fold_any<'b>(word: &str, buffer: &'b mut [u8; 64]) -> &'b [u8] {
    let mut len = 0;
    let mut start = word.len().saturating_sub(WHOLE);
    while !word.is_char_boundary(start) {
        start += 1;
    }
    for c in word.get(start..).unwrap_or("").chars() {
        if c.is_ascii() {
            len += put(&[folded(c as u8)], &mut buffer[len..]);
        } else if c == '’' {
            len += put(b"'", &mut buffer[len..]);
        } else {
            for lower in c.to_lowercase() {
                len += put(lower.encode_utf8(&mut [0; 4]).as_bytes(), &mut buffer[len..]);
            }
        }
    }
    &buffer[..len]
}

/// Copies `bytes` to the front of `room` if they fit, and tells how many were copied.
fn put(bytes: &[u8], room: &mut [u8]) -> usize {
    match room.get_mut(..bytes.len()) {
        Some(place) => {
            place.copy_from_slice(bytes);
            bytes.len()
        }
        None => 0,
    }
}
