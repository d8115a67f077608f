//! Where in the spelling of a word a syllable begins to sound: the letters, the places in question, and what of
//! their neighbourhood the model looks at. The trainer and the counter share this file.

/// Letters of one word looked at together; longer words are counted piece by piece.
pub const LONGEST: usize = 48;
/// Letters on each side of a place that the model may look at.
const REACH: usize = 4;
/// Bits of a letter's code.
const BITS: usize = 5;

const APOSTROPHE: u8 = 27;
const BORDER: u8 = 28;
const OTHER: u8 = 29;

/// How far to the left and to the right of a place each feature looks.
const WINDOWS: [(usize, usize); 20] = [
    (0, 0),
    (1, 0),
    (0, 1),
    (1, 1),
    (2, 0),
    (0, 2),
    (2, 1),
    (1, 2),
    (2, 2),
    (3, 0),
    (0, 3),
    (3, 1),
    (1, 3),
    (3, 2),
    (2, 3),
    (0, 4),
    (4, 0),
    (3, 3),
    (1, 4),
    (4, 1),
];

/// The bits that each window keeps of a neighbourhood.
const MASKS: [u64; WINDOWS.len()] = {
    let mut masks = [0; WINDOWS.len()];
    let mut i = 0;
    while i < WINDOWS.len() {
        let (left, right) = WINDOWS[i];
        let letters = left + 1 + right;
        masks[i] = ((1 << (letters * BITS)) - 1) << ((REACH - left) * BITS);
        i += 1;
    }
    masks
};

/// The letters of one word as small numbers, with room on both sides.
#[derive(Clone, Debug)]
pub struct Letters {
    codes: [u8; LONGEST + 2 * REACH + 2],
    len: usize,
}

impl Letters {
    /// Reads at most [`LONGEST`] letters of a word in lower case.
    #[must_use]
    pub fn new(word: &[u8]) -> Self {
        let mut codes = [0; LONGEST + 2 * REACH + 2];
        let word = &word[..word.len().min(LONGEST)];
        codes[REACH] = BORDER;
        for (place, &byte) in codes[REACH + 1..].iter_mut().zip(word) {
            *place = match byte {
                b'a'..=b'z' => byte - b'a' + 1,
                b'\'' => APOSTROPHE,
                _ => OTHER,
            };
        }
        codes[REACH + 1 + word.len()] = BORDER;
        Self { codes, len: word.len() }
    }

    /// Number of letters.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    fn code(&self, i: usize) -> u8 {
        self.codes.get(i + REACH + 1).copied().unwrap_or(0)
    }

    fn before(&self, i: usize) -> u8 {
        self.codes.get(i + REACH).copied().unwrap_or(0)
    }

    /// How likely a syllable sounds at letter `i` before anything is learned, in the model's units; `None` where
    /// none can.
    #[inline(never)]
    #[must_use]
    pub fn prior(&self, i: usize) -> Option<i32> {
        let (before, here, after) = (self.before(i), self.code(i), self.code(i + 1));
        if is_vowel(here) {
            let last_e = here == code_of(b'e') && after == BORDER;
            return Some(if is_vowel(before) || last_e { -4 } else { 4 });
        }
        let syllabic = match here {
            // "it'll", "could've".
            APOSTROPHE => before != BORDER && after != BORDER,
            // "rhythm", "prism", "prisms".
            M => !matches!(before, M | L | R | BORDER) && !is_vowel(before) && !is_vowel(after),
            // "McNeil".
            C => i == 1 && before == M,
            // "didn't".
            N => after == APOSTROPHE && before != BORDER && !is_vowel(before),
            _ => false,
        };
        syllabic.then_some(-6)
    }

    /// The features of letter `i`, each an index into a table of `1 << bits` weights.
    #[inline]
    pub fn features(&self, i: usize, bits: u32) -> impl Iterator<Item = u32> + use<> {
        let around = self.codes.get(i + 1..i + 2 + 2 * REACH).unwrap_or(&[]);
        let neighbourhood = around.iter().rev().fold(0_u64, |all, &code| (all << BITS) | u64::from(code));
        MASKS.into_iter().enumerate().map(move |(k, mask)| {
            let key = (neighbourhood & mask) | ((k as u64) << 50);
            (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - bits)) as u32
        })
    }
}

const C: u8 = code_of(b'c');
const L: u8 = code_of(b'l');
const M: u8 = code_of(b'm');
const N: u8 = code_of(b'n');
const R: u8 = code_of(b'r');

const fn code_of(letter: u8) -> u8 {
    letter - b'a' + 1
}

const fn is_vowel(code: u8) -> bool {
    // a, e, i, o, u, y by their places in the alphabet.
    matches!(code, 1 | 5 | 9 | 15 | 21 | 25)
}
